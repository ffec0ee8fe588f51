"""Words of certainty are found and told apart on sentences written for this project (README.md here)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crossread.metrics.hedging import METRIC
from crossread.model import Article, Metadata, Origin, Zone
from crossread.parse import parse

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
_MARK = re.compile(r"\{(\w):([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence without its braces, and the category and span of each mark."""

    kind: str
    text: str
    marks: tuple[tuple[str, int, int], ...]


def read_corpus() -> Iterator[Entry]:
    kind = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line[1:].strip()
            continue
        text, at, marks = "", 0, []
        for hit in _MARK.finditer(line):
            text += line[at : hit.start()]
            marks.append((CATEGORIES[hit[1]], len(text), len(text) + len(hit[2])))
            text, at = text + hit[2], hit.end()
        yield Entry(kind, text + line[at:], tuple(marks))


def found_in(text: str) -> list[tuple[str, int, int]]:
    """Category and span of what the metric finds in a sentence taken as the body of an article."""
    body = (Zone("body", 0, len(text), "corpus"),)
    document = parse(Article("corpus", Origin("text", "corpus", ""), Metadata(), text, body))
    found = METRIC.measure(document, METRIC.options()).evidence
    names = [(item.rule.removeprefix("hedging."), item.start, item.end) for item in found]
    return [("probability" if n.startswith("band_") else RULES.get(n, n), start, end) for n, start, end in names]


@pytest.fixture(scope="module")
def counts() -> Counter[tuple[str, str]]:
    """Hits, found and annotated by category, and a table of them."""
    total: Counter[tuple[str, str]] = Counter()
    for entry in read_corpus():
        found = found_in(entry.text)
        for category, start, end in entry.marks:
            total[category, "annotated"] += 1
            total[category, "recalled"] += any(c == category and s < end and start < e for c, s, e in found)
        for category, start, end in found:
            right = any(c == category and s < end and start < e for c, s, e in entry.marks)
            total[category, "found"] += 1
            total[category, "right"] += right
            if not right:
                print(f"not annotated: {category} “{entry.text[start:end]}” in {entry.text}")
    for category in CATEGORIES.values():
        print(f"{category:12} P {_precision(total, category):.2f} R {_recall(total, category):.2f}", end=" ")
        print(f"of {total[category, 'annotated']}")
    return total


def _precision(total: Counter[tuple[str, str]], category: str) -> float:
    return total[category, "right"] / max(1, total[category, "found"])


def _recall(total: Counter[tuple[str, str]], category: str) -> float:
    return total[category, "recalled"] / max(1, total[category, "annotated"])


@pytest.mark.parametrize("category", CATEGORIES.values())
def test_each_category_is_above_its_floors(counts: Counter[tuple[str, str]], category: str) -> None:
    precision, recall = FLOORS[category]
    assert _precision(counts, category) >= precision
    assert _recall(counts, category) >= recall


def test_the_corpus_is_large_enough_and_half_of_it_is_news() -> None:
    entries = list(read_corpus())
    assert len({entry.text for entry in entries}) == len(entries) >= FEWEST
    kinds = Counter(entry.kind for entry in entries)
    assert set(kinds) == {"news", "plain"}
    assert min(kinds.values()) >= 0.45 * len(entries)
    marked = Counter(category for entry in entries for category, _, _ in entry.marks)
    assert min(marked[category] for category in CATEGORIES.values()) >= 6
    assert sum(not entry.marks for entry in entries) >= 30  # sentences in which nothing may be marked


def test_no_brace_is_left_in_a_sentence() -> None:
    assert [entry.text for entry in read_corpus() if re.search(r"[{}]", entry.text)] == []
