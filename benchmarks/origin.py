"""How much rewriting a common text survives, and what is said of reports that have none.

    python benchmarks/origin.py [FOLDER] [--articles N]

Copies of each article are made by degrees: words changed, sentences cut, moved or put in from another article. For
each degree the table says how many pairs of original and copy got which likelihood. The articles are the seeds,
or the first N rows of FOLDER's corpora (files *.jsonl or *.jsonl.gz with a "text"). The last lines pair each
article with the next one, which is another story.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

from articles import corpus_texts, seed_files

from crossread.comparison.copying.origins import LADDER, find_origins
from crossread.comparison.coverage import Coverage
from crossread.model import BODY_ZONES, Analysis
from crossread.pipeline import analyse
from crossread.reading import article_from_text

Edit = Callable[[list[str], list[str], random.Random], list[str]]
_FILLERS = "harbour lantern quietly meadow seven pilots often under copper stairs".split()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    options = parser().parse_args(arguments)
    originals = [analyse(article_from_text(text), {}) for text in texts(options.folder, options.articles)]
    print(f"{len(originals)} articles; share of pairs by likelihood, in %")
    print(f"{'copy':<34}" + "".join(f"{word:>21}" for word, _, _ in LADDER))
    for name, edit in EDITS.items():
        row(name, [(one, copy_of(one, other, edit)) for one, other in ringed(originals)])
    row("another story", list(ringed(originals)))
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="where corpora are (default: the seeds)")
    made.add_argument("--articles", type=int, default=50, metavar="N", help="articles taken from the corpora")
    return made


def texts(folder: Path | None, count: int) -> list[str]:
    """What copies are made of."""
    if folder is None:
        return [path.read_text("utf-8") for path in seed_files()]
    return list(islice((text for text in corpus_texts(folder) if len(text.split()) >= 200), count))


def ringed(originals: Sequence[Analysis]) -> Iterator[tuple[Analysis, Analysis]]:
    """Each article with the next, the last with the first."""
    yield from pairwise([*originals, originals[0]])


def sentences(analysis: Analysis) -> list[str]:
    """The body's sentences."""
    return [analysis.text[s.start : s.end] for s in analysis.sentences if s.zone in BODY_ZONES]


def copy_of(one: Analysis, other: Analysis, edit: Edit) -> Analysis:
    """An edited copy under another headline, the same each time."""
    made = edit(sentences(one), sentences(other), random.Random(one.id))  # noqa: S311  no secret
    return analyse(article_from_text("Another headline altogether\n\n" + "\n\n".join(made)), {})


def row(name: str, pairs: Sequence[tuple[Analysis, Analysis]]) -> None:
    """One line of the table."""
    steps = Counter(find_origins(Coverage(pair)).pairs[0, 1].step for pair in pairs)
    print(f"{name:<34}" + "".join(f"{100 * steps[step] / len(pairs):>20.0f} " for step in range(len(LADDER))))


def changed(every: int) -> Edit:
    """About one word in so many is another."""

    def edit(mine: list[str], theirs: list[str], chance: random.Random) -> list[str]:
        def one(word: str) -> str:
            return chance.choice(_FILLERS) if word.isalpha() and chance.random() < 1 / every else word

        return [" ".join(one(word) for word in sentence.split()) for sentence in mine]

    return edit


def taken(share: float) -> Edit:
    """So much of the article in one piece, the rest from another article."""

    def edit(mine: list[str], theirs: list[str], chance: random.Random) -> list[str]:
        return [*mine[: max(1, round(share * len(mine)))], *theirs[round(share * len(theirs)) :]]

    return edit


def shuffled(mine: list[str], theirs: list[str], chance: random.Random) -> list[str]:
    """The sentences in another order."""
    return chance.sample(mine, len(mine))


def between(mine: list[str], theirs: list[str], chance: random.Random) -> list[str]:
    """Sentences of another article between the article's own."""
    return [sentence for pair in zip(mine, theirs * 20, strict=False) for sentence in pair]


EDITS: dict[str, Edit] = {
    "another headline": taken(1.0),
    "sentences in another order": shuffled,
    "another story's sentences between": between,
    "half of it": taken(0.5),
    "a quarter of it": taken(0.25),
    "a tenth of it": taken(0.1),
    "one sentence of it": taken(0.0),
    "one word in 20 changed": changed(20),
    "one word in 10 changed": changed(10),
    "one word in 6 changed": changed(6),
    "one word in 4 changed": changed(4),
    "one word in 3 changed": changed(3),
}


if __name__ == "__main__":
    raise SystemExit(main())
