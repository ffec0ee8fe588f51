"""Quotations against pairs written for the purpose: the classes of difference found, by precision and recall."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.quotations import KIND
from crossread.metric import Options
from crossread.model import Analysis
from crossread.pipeline import analyse
from crossread.reading import article_from_text

HEAD = "Notes From The Valley This Week\n\n"
# More of the day, so that no article is one sentence alone.
AROUND = " The weather was mild on that day. Shops were open until six."


def pairs() -> list[tuple[frozenset[str], str, str]]:
    text = Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n\n")[1:]:
        classes, left, right = block.strip().splitlines()
        found.append((frozenset(classes.split()) - {"none"}, left, right))
    return found


def article(text: str) -> Analysis:
    return analyse(article_from_text(HEAD + text + AROUND + "\n"), {})


def classes(left: str, right: str) -> frozenset[str]:
    coverage = Coverage([article(left), article(right + " It rained.")])
    return frozenset(rule for finding in run_kind(KIND, coverage, Options()).findings for rule in finding.rules)


@pytest.fixture(scope="module")
def counts() -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {rule.id: Counter() for rule in KIND.rules}
    for expected, left, right in pairs():
        got = classes(left, right)
        for rule in expected | got:
            found[rule]["right" if rule in expected & got else "missed" if rule in expected else "wrong"] += 1
        if got != expected:
            print(f"expected {sorted(expected)}, found {sorted(got)}: {left} / {right}")
    for rule, count in found.items():
        print(rule, dict(count))
    return found


def test_at_least_forty_pairs_and_every_class_twice() -> None:
    assert len(pairs()) >= 40
    seen = Counter(rule for expected, _, _ in pairs() for rule in expected)
    assert min(seen[rule.id] for rule in KIND.rules) >= 2


def test_precision_and_recall_over_all_classes(counts: dict[str, Counter[str]]) -> None:
    total = sum(counts.values(), Counter())
    assert total["right"] / (total["right"] + total["wrong"]) >= 0.95
    assert total["right"] / (total["right"] + total["missed"]) >= 0.92
