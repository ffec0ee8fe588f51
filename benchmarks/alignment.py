"""How often sentences that report the same thing are found, on the invented reports of tests/claims_corpus.

python benchmarks/alignment.py            # both halves
python benchmarks/alignment.py tuned -v   # with every pair that is wrong or was not found
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from crossread.comparison.coverage import Coverage
from crossread.intervals import wilson_interval
from crossread.model import Article, Metadata, Origin, Span, Zone
from crossread.pipeline import analyse

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "claims_corpus"
HALVES = ("tuned", "held")
Pair = tuple[tuple[int, int], tuple[int, int]]  # two sentences, each as article and number


@dataclass
class Report:
    """One article of an event: its text and, for each sentence, place and labels."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    labels: list[frozenset[str]] = field(default_factory=list)

    def add(self, line: str, paragraph: bool) -> None:
        """A line of the corpus: labels, a bar, the sentence."""
        labels, _, sentence = line.partition(" | ")
        if self.text:
            self.text += "\n\n" if paragraph else " "
        self.spans.append(Span(len(self.text), len(self.text) + len(sentence)))
        self.labels.append(frozenset(labels.split()))
        self.text += sentence

    def article(self) -> Article:
        """The report with all its paragraphs as body."""
        digest = sha256(self.text.encode()).hexdigest()
        zones, start = [], 0
        for paragraph in self.text.split("\n\n"):
            zones.append(Zone("body", start, start + len(paragraph), "corpus"))
            start += len(paragraph) + 2
        return Article(digest[:12], Origin("text", "corpus", digest), Metadata(), self.text, tuple(zones))

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence an offset is in."""
        return next(number for number, span in enumerate(self.spans) if span.start <= offset < span.end)


@dataclass
class Event:
    """The reports of one event with the pairs of sentences that say the same (`a…`) and near misses (`n…`)."""

    name: str
    reports: list[Report] = field(default_factory=list)

    def pairs(self, kind: str) -> set[Pair]:
        """The pairs of sentences of two reports that share a label of a kind, those that also say the same aside."""
        found = {
            ((x, i), (y, j))
            for (x, one), (y, two) in combinations(enumerate(self.reports), 2)
            for i, left in enumerate(one.labels)
            for j, right in enumerate(two.labels)
            if any(label.startswith(kind) for label in left & right)
        }
        return found - self.pairs("a") if kind == "n" else found


def read_events(path: Path) -> Iterator[Event]:
    """The events of one half of the corpus."""
    event, paragraph = Event(""), False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            event.reports.append(Report())
        elif line.startswith("# "):
            if event.name:
                yield event
            event = Event(line[2:])
        elif " | " in line:
            event.reports[-1].add(line, paragraph)
        paragraph = not line
    yield event


@dataclass
class Score:
    """Pairs found and wanted, near misses taken for pairs, and sentences said to be in one report only."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    near: int = 0
    near_found: int = 0
    alone: int = 0
    alone_right: int = 0

    @property
    def precision(self) -> float:
        """Share of the pairs found that say the same."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the pairs that say the same that are found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    @property
    def alone_precision(self) -> float:
        """Share of the sentences said to be in one report only that are."""
        return self.alone_right / self.alone if self.alone else 0.0


def score_half(half: str, verbose: bool = False) -> Score:
    """The score of one half of the corpus."""
    score = Score()
    for event in read_events(CORPUS / f"{half}.txt"):
        _add(score, event, verbose)
    return score


def _add(score: Score, event: Event, verbose: bool) -> None:
    coverage = Coverage([analyse(report.article(), {}) for report in event.reports])
    wanted, near = event.pairs("a"), event.pairs("n")
    found = set(_found(event, coverage))
    score.right += len(found & wanted)
    score.found += len(found)
    score.wanted += len(wanted)
    score.near += len(near)
    score.near_found += len(found & near)
    for x, i in _alone(event, coverage):
        score.alone += 1
        held = any((x, i) in pair for pair in wanted)
        score.alone_right += not held
        if verbose and held:
            print(f"ALONE  {event.name}: {_text(event, (x, i))}")
    if verbose:
        for word, pairs in (("WRONG", found - wanted), ("MISSED", wanted - found)):
            for one, two in sorted(pairs):
                print(f"{word}  {event.name}\n   {_text(event, one)}\n   {_text(event, two)}")


def _text(event: Event, at: tuple[int, int]) -> str:
    report = event.reports[at[0]]
    span = report.spans[at[1]]
    return f"{'ABC'[at[0]]}: {report.text[span.start : span.end]}"


def _found(event: Event, coverage: Coverage) -> Iterator[Pair]:
    for claim in coverage.claims.shared:
        at = [(s.order, event.reports[s.order].sentence_at(s.start)) for sentences in claim.values() for s in sentences]
        yield from ((one, two) for one, two in combinations(sorted(at), 2) if one[0] != two[0])


def _alone(event: Event, coverage: Coverage) -> Iterator[tuple[int, int]]:
    for sentence in coverage.claims.alone:
        yield sentence.order, event.reports[sentence.order].sentence_at(sentence.start)


def _share(name: str, hits: int, n: int) -> str:
    if not n:
        return f"{name} - (0)"
    interval = wilson_interval(hits, n)
    return f"{name} {hits / n:.3f} [{interval.low / 100:.3f}, {interval.high / 100:.3f}] ({hits}/{n})"


def main() -> None:
    """Prints a line for each half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("halves", nargs="*", default=HALVES)
    parser.add_argument("-v", "--verbose", action="store_true")
    chosen = parser.parse_args()
    for half in chosen.halves:
        score = score_half(half, chosen.verbose)
        print(half)
        print("  " + _share("precision", score.right, score.found))
        print("  " + _share("recall   ", score.right, score.wanted))
        print(f"  F1        {score.f1:.3f}")
        print("  " + _share("near misses taken for pairs", score.near_found, score.near))
        print("  " + _share("only in one, rightly", score.alone_right, score.alone))


if __name__ == "__main__":
    main()
