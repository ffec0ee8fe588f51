"""Words of certainty are found and told apart on sentences written for this project (README.md here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from marked_sentences import Mark, MarkScore, read_marked

from crossread.document import Document
from crossread.metrics.hedging import METRIC

SENTENCES = Path(__file__).parent / "sentences.txt"
FEWEST = 140
CATEGORIES = {
    "h": "hedge", "p": "probability", "m": "possibility", "b": "booster", "a": "absolute",
    "d": "distancing", "u": "unspecific", "f": "frequency", "r": "rating",
}  # fmt: skip
RULES = {"degree": "hedge", "rounding": "hedge"}
# Precision and recall, one or two marks below what was reached. They are raised when the table -s prints has gone up.
FLOORS = {
    "hedge": (0.94, 0.94),
    "probability": (0.88, 0.88),
    "possibility": (0.88, 0.88),
    "booster": (0.88, 0.88),
    "absolute": (0.83, 0.83),
    "distancing": (0.90, 0.90),
    "unspecific": (0.94, 0.94),
    "frequency": (0.85, 0.85),
    "rating": (0.83, 0.83),
}


def found_in(document: Document) -> Iterator[Mark]:
    """Category and span of what the metric finds."""
    for item in METRIC.measure(document, METRIC.options()).evidence:
        rule = item.rule.removeprefix("hedging.")
        category = "probability" if rule.startswith("band_") else RULES.get(rule, rule)
        yield category, item.start, item.end


@pytest.fixture(scope="module")
def score() -> MarkScore:
    found = MarkScore(read_marked(SENTENCES, CATEGORIES), found_in)
    print(found.table(CATEGORIES.values()))
    return found


@pytest.mark.parametrize("category", CATEGORIES.values())
def test_each_category_of_certainty_is_above_its_floors(score: MarkScore, category: str) -> None:
    precision, recall = FLOORS[category]
    assert score.precision(category) >= precision
    assert score.recall(category) >= recall


def test_the_certainty_corpus_is_large_enough_and_half_of_it_is_news() -> None:
    entries = list(read_marked(SENTENCES, CATEGORIES))
    assert len({entry.text for entry in entries}) == len(entries) >= FEWEST
    kinds = Counter(entry.kind for entry in entries)
    assert set(kinds) == {"news", "plain"}
    assert min(kinds.values()) >= 0.45 * len(entries)
    marked = Counter(category for entry in entries for category, _, _ in entry.marks)
    assert min(marked[category] for category in CATEGORIES.values()) >= 6
    assert sum(not entry.marks for entry in entries) >= 30  # sentences in which nothing may be marked
