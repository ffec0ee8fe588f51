"""Loaded words are found, and plain uses of them left alone, on sentences written for this project (README.md here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from marked_sentences import Mark, MarkScore, read_marked

from crossread.document import Document
from crossread.metrics.loading import CATEGORIES as DECLARED
from crossread.metrics.loading import FAINT, loaded_words

SENTENCES = Path(__file__).parent / "sentences.txt"
FEWEST = 370
CATEGORIES = {name[0]: name for name in DECLARED}  # each begins with a letter of its own
# Precision and recall, about one mark below what was reached. They are raised when the table -s prints has gone up.
FLOORS = {
    "attack": (0.92, 0.95),
    "colour": (0.97, 0.97),
    "evaluation": (0.93, 0.93),
    "judgement": (0.96, 0.94),
    "person": (0.95, 0.95),
    "label": (0.90, 0.94),
    "intensifier": (0.94, 0.90),
    "rhetoric": (0.96, 0.96),
}


def found_in(document: Document) -> Iterator[Mark]:
    """Category and span of what the metric finds, faintly coloured words apart."""
    for (match, category, _, _), _ in loaded_words(document):
        if category != FAINT:
            yield category, match.start, match.end


@pytest.fixture(scope="module")
def score() -> MarkScore:
    found = MarkScore(read_marked(SENTENCES, CATEGORIES), found_in)
    print(found.table(DECLARED))
    return found


@pytest.mark.parametrize("category", DECLARED)
def test_each_category_of_loaded_words_is_above_its_floors(score: MarkScore, category: str) -> None:
    precision, recall = FLOORS[category]
    assert score.precision(category) >= precision
    assert score.recall(category) >= recall


def test_the_loading_corpus_is_large_enough_and_near_half_of_it_is_plain() -> None:
    entries = list(read_marked(SENTENCES, CATEGORIES))
    assert len({entry.text for entry in entries}) == len(entries) >= FEWEST
    kinds = Counter(entry.kind for entry in entries)
    assert set(kinds) == {"news", "opinion"}
    assert min(kinds.values()) >= 0.4 * len(entries)
    marked = Counter(category for entry in entries for category, _, _ in entry.marks)
    assert min(marked[category] for category in DECLARED) >= 12
    assert sum(not entry.marks for entry in entries) >= 0.4 * len(entries)
