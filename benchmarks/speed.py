"""How fast crossread is against the libraries it stands beside, as ratios from one run.

    python benchmarks/speed.py [--corpus FOLDER] [--articles N] [--rounds N] [--only GOAL[,GOAL]] [--json] [--gate]

Times differ from machine to machine; ratios to work done in the same run do so much less.
    P1   CPU of parsing and every default metric with evidence, over textstat's functions plus VADER
    P2   largest difference to textstat on text both count alike, and to VADER sentence by sentence
    P3   `crossread --help` over importing the command-line library alone, whole processes
    P4   a cold two-article HTML briefing over textstat's import and first syllable, whole processes
    P8   the tagged PDF of two articles over its own words as plain paragraphs; over WeasyPrint's empty page too
    P9   PDF: CPU a page at a hundred pages over that of the seeds', and the most memory of a process for theirs
    P10  CPU a word in a text of 16,000 words over one of 500
    P11  CPU of reading web pages, zones and metadata and all, over trafilatura's body alone
    P12  ten pages from ten slow servers over ten pages from one
    P13  CPU of comparing ten articles over that of analysing them; of ten articles of 8,000 words too
    P14  CPU of grouping 1,000 articles by event over reading them
FOLDER may hold *.jsonl or *.jsonl.gz files whose rows have a "text", and pages* files whose rows have
"html"; without it the seeds are rearranged. Always ends with 0, or with --gate with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from subprocess import CalledProcessError

import printing
from agreement import formula_difference, sentiment_difference
from articles import articles, seed_files, text_of
from comparing import comparing_against_analysing, long_articles
from pages import hosts_side_by_side, pages, reading_against_trafilatura
from timing import Job, cpu, processes_in_turn
from yardstick import DICTIONARY, Yardstick

from crossread.events.grouping import group_by_event
from crossread.metric import run_metric
from crossread.model import Article, Measurement
from crossread.parse import parse
from crossread.reading import article_from_text
from crossread.registry import BUILT_IN

GOALS = ("P1", "P2", "P3", "P4", "P8", "P9", "P10", "P11", "P12", "P13", "P14")
GROUPED = 1000  # articles
FIRST_SYLLABLE = "import textstat; textstat.syllable_count('reading')"


@dataclass(frozen=True)
class Outcome:
    """One goal: its target, what was measured (None when the run failed), and the figures behind it."""

    goal: str
    what: str
    target: float
    measured: float | None
    behind: str

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        return self.measured is not None and self.measured <= self.target


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every goal, print the table, and say by the exit code whether --gate holds."""
    options = parser().parse_args(arguments)
    outcomes = list(measure(options))
    if options.json:
        print(json.dumps([{**asdict(outcome), "met": outcome.met} for outcome in outcomes], indent=1))
    else:
        print(table(outcomes))
    return 1 if options.gate and not all(outcome.met for outcome in outcomes) else 0


def parser() -> argparse.ArgumentParser:
    """The command line; a goal that does not exist is refused with the list of those that do."""

    def goals(text: str) -> list[str]:
        unknown = sorted(set(text.split(",")) - set(GOALS))
        if unknown:
            raise argparse.ArgumentTypeError(f"no goal {', '.join(unknown)}; there are {', '.join(GOALS)}")
        return text.split(",")

    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--corpus", type=Path, metavar="FOLDER", help="rows with a text, instead of the seeds")
    made.add_argument("--articles", type=int, default=60, metavar="N", help="how many articles for P1 (60)")
    made.add_argument("--rounds", type=int, default=9, metavar="N", help="how often to start each process (9)")
    made.add_argument("--only", type=goals, default=GOALS, metavar="GOAL[,GOAL]", help=f"of {', '.join(GOALS)}")
    made.add_argument("--json", action="store_true", help="print JSON instead of a table")
    made.add_argument("--gate", action="store_true", help="end with 1 when a target is missed")
    return made


def measure(options: argparse.Namespace) -> Iterator[Outcome]:
    """The outcomes asked for, in order; nothing is timed before both sides are warm."""
    if wanted := {"P1", "P2"} & set(options.only):
        yardstick = Yardstick()
        measurements(article_from_text(text_of(700, turn=-1)))
        yardstick.textstat(text_of(700, turn=-1))
        texts = articles(options.articles, options.corpus)
        if "P1" in wanted:
            yield shared_parse(yardstick, texts)
        if "P2" in wanted:
            yield Outcome("P2", "readability, largest difference to textstat", 1e-9, *formula_difference(texts))
            yield Outcome("P2", "sentiment, largest difference to VADER", 0.0, *sentiment_difference(yardstick, texts))
    for goal, job in {"P3": help_text, "P4": cold_briefing, "P10": growth}.items():
        if goal in options.only:
            yield job(options.rounds)
    yield from printed(options)
    if "P11" in options.only:
        found = reading_against_trafilatura(pages(options.articles, options.corpus))
        yield Outcome("P11", "reading a page / trafilatura alone", 1.5, *found)
    if "P12" in options.only:
        yield Outcome("P12", "ten slow hosts / one", 0.25, *hosts_side_by_side(options.rounds))
    if "P13" in options.only:
        found = comparing_against_analysing(articles(options.articles, options.corpus))
        yield Outcome("P13", "comparing ten articles / analysing them", 4.0, *found)
        yield Outcome("P13", "the same, 8,000 words each", 4.0, *long_articles())
    if "P14" in options.only:
        yield grouping(articles(GROUPED, options.corpus))


def printed(options: argparse.Namespace) -> Iterator[Outcome]:
    """P8 and P9: the PDF."""
    if "P8" in options.only:
        few = max(options.rounds // 3, 1)  # each takes seconds
        yield Outcome("P8", "two-article PDF / its words as paragraphs", 2.0, *printing.against_plain_paragraphs(few))
        yield Outcome("P8", "two-article PDF / an empty page", 12.0, *printing.against_an_empty_page(few))
    if "P9" in options.only:
        yield Outcome("P9", "PDF, ms a page at 100 pages / at 20", 1.2, *printing.growth_by_pages(1))
        yield Outcome("P9", "PDF, MB for the seeds", 150.0, *printing.memory_of_a_process())


def measurements(article: Article) -> list[Measurement]:
    """What crossread does with an article it has read: parse it once, then every default metric."""
    document = parse(article)
    return [run_metric(metric, document, metric.options()) for metric in BUILT_IN]


def shared_parse(yardstick: Yardstick, texts: list[str]) -> Outcome:
    """P1: the same articles given to all sides in turn, each text once to each."""
    jobs: dict[str, Callable[[str], object]] = {
        "textstat": yardstick.textstat,
        "VADER": yardstick.sentiment,
        "reading": article_from_text,
    }
    times: dict[str, list[float]] = {name: [] for name in (*jobs, "crossread")}
    for number, text in enumerate(texts):
        article = article_from_text(text)
        turn: list[tuple[str, Job]] = [(name, partial(job, text)) for name, job in jobs.items()]
        turn.append(("crossread", partial(measurements, article)))
        for name, job in reversed(turn) if number % 2 else turn:
            times[name].append(cpu(job))
    both = statistics.median(map(sum, zip(times["textstat"], times["VADER"], strict=True)))
    ratio = statistics.median(times["crossread"]) / both
    behind = ", ".join(f"{name} {1000 * statistics.median(values):.2f} ms" for name, values in times.items())
    return Outcome("P1", "all metrics / textstat and VADER", 0.50, ratio, f"{behind}, {len(texts)} articles")


def help_text(rounds: int) -> Outcome:
    """P3: the help text over importing click."""
    commands = [*crossread_command(), "--help"], [sys.executable, "-c", "import click"]
    return processes("P3", "crossread --help / import click", 1.2, commands, rounds)


def cold_briefing(rounds: int) -> Outcome:
    """P4: an HTML briefing of the seeds, from nothing, over textstat's import and first syllable."""
    with tempfile.TemporaryDirectory(prefix="crossread-speed-") as folder:
        seeds = [str(path) for path in seed_files()]
        briefing = [*crossread_command(), "compare", *seeds, "--format", "html", "--output", folder]
        commands = briefing, [sys.executable, "-c", FIRST_SYLLABLE]
        return processes("P4", "cold briefing / textstat's first syllable", 0.35, commands, rounds)


def processes(goal: str, what: str, target: float, commands: tuple[list[str], list[str]], rounds: int) -> Outcome:
    """The outcome of two whole processes run in turn; one that fails is told, not raised."""
    try:
        ours, theirs = processes_in_turn(*commands, rounds, DICTIONARY)
    except CalledProcessError as error:
        last = (error.stderr.decode(errors="replace").strip().splitlines() or ["no word why"])[-1]
        return Outcome(goal, what, target, None, f"exit code {error.returncode}: {last}")
    return Outcome(goal, what, target, ours / theirs, f"{ours:.3f} s and {theirs:.3f} s")


def growth(rounds: int) -> Outcome:
    """P10: CPU a word in a long text over a short one; many short ones stand against each long one."""
    short, long = 500, 16_000
    times: dict[int, list[float]] = {short: [], long: []}
    for turn in range(rounds):
        for words, count in ((short, 8), (long, 1)):
            batch = [article_from_text(text_of(words, turn=100 + turn * 8 + number)) for number in range(count)]
            size = sum(len(parse(article).words) for article in batch)
            times[words].append(cpu(lambda batch=batch: [measurements(article) for article in batch]) / size)  # type: ignore[misc]
    at_short, at_long = (1e6 * statistics.median(times[words]) for words in (short, long))
    behind = f"{at_long:.2f} and {at_short:.2f} µs a word"
    return Outcome("P10", "µs a word at 16,000 words / at 500", 1.2, at_long / at_short, behind)


def grouping(texts: list[str]) -> Outcome:
    """P14: articles read from text and then grouped, once each; the seeds rearranged are all alike, the worst case."""
    read: list[Article] = []
    reading = cpu(lambda: read.extend(map(article_from_text, texts)))
    grouped = cpu(lambda: group_by_event(read))
    behind = f"{grouped:.2f} and {reading:.2f} s, {len(read)} articles"
    return Outcome("P14", "grouping 1,000 articles / reading them", 3.0, grouped / reading, behind)


def crossread_command() -> list[str]:
    """The installed command beside this interpreter, or the module where there is none."""
    script = Path(sys.executable).with_name("crossread")
    return [str(script)] if script.exists() else [sys.executable, "-m", "crossread"]


def table(outcomes: Sequence[Outcome]) -> str:
    """One line a goal."""
    lines = [f"{'goal':<5}{'what':<46}{'target':>9}{'measured':>11}  met  behind it"]
    for outcome in outcomes:
        met = "yes" if outcome.met else "NO"
        measured = "failed" if outcome.measured is None else f"{outcome.measured:.3g}"
        figures = f"{outcome.target:>9.3g}{measured:>11}"
        lines.append(f"{outcome.goal:<5}{outcome.what:<46}{figures}  {met:<3}  {outcome.behind}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
