"""Figures that differ: told with the articles that stand apart, and how many do not differ."""

from __future__ import annotations

import pytest
from sample_analysis import build_analysis

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.measurements import KIND
from crossread.metric import Options
from crossread.model import Analysis, Detail, Evidence, FigureInfo, Finding, Interval, Measurement, MetricInfo

METRIC = MetricInfo(
    id="hedging",
    title="Hedging",
    unit="per 100 words",
    direction="descriptive",
    meaning="",
    formula="",
    limits=(),
    sources=(),
    figures=(FigureInfo("share", "Share", "% of cues"), FigureInfo("class", "Class", "wording")),
    minimum_words=0,
    languages=(),
    decimals=1,
)


def article(number: int, value: float, low: float, high: float, *details: Detail) -> Analysis:
    evidence = (Evidence(0, 4, "hedging.may"), Evidence(5, 9, "hedging.must"))
    measurement = Measurement(
        "hedging", "measured", value, "per 100 words", 50, "words",
        interval=Interval(low, high), details=details, evidence=evidence,
    )  # fmt: skip
    return build_analysis(f"Text number {number} here.", measurements=[measurement])


def found(*articles: Analysis) -> tuple[Finding, ...]:
    return run_kind(KIND, Coverage(articles, [METRIC]), Options()).findings


def test_of_three_articles_the_pairs_whose_intervals_stand_apart_are_named() -> None:
    (differs,) = found(article(1, 0.0, 0, 2.5), article(2, 1.2, 0.1, 2.8), article(3, 8.6, 5.6, 12.7))
    assert differs.sentence == (
        "Hedging (per 100 words): 0.0 in A, 1.2 in B and 8.6 in C; "
        "the 95 % intervals do not overlap for A and C; B and C."
    )
    assert (differs.rules, differs.note) == (("differs",), "hedging")


def test_intervals_that_overlap_are_counted_and_are_no_difference() -> None:
    (alike,) = found(article(1, 1.0, 0, 2.5), article(2, 1.2, 0.1, 2.8))
    assert (alike.rules, alike.size) == (("alike",), 0)
    assert alike.sentence == "1 figure with a 95 % interval: no clear difference between A and B."


def test_an_interval_without_width_makes_no_difference() -> None:
    assert [each.rules for each in found(article(1, 1.0, 1.0, 1.0), article(2, 9.0, 8.0, 9.9))] == [("alike",)]


def test_the_evidence_is_that_of_the_figure() -> None:
    detail = Detail("share", 10.0, interval=Interval(9, 11), rules=("hedging.must",))
    other = Detail("share", 40.0, interval=Interval(30, 50), rules=("hedging.must",))
    differs, _ = found(article(1, 1.0, 0, 3, detail), article(2, 1.5, 0, 3, other))
    assert differs.note == "hedging.share"
    assert [[(span.start, span.end) for span in cell.spans] for cell in differs.cells] == [[(5, 9)], [(5, 9)]]


@pytest.mark.parametrize("values", [(0.5, 5.0), (5.0, 0.5)])
def test_the_size_is_the_distance_relative_to_the_larger_value(values: tuple[float, float]) -> None:
    one, two = values
    (differs,) = found(article(1, one, one - 0.1, one + 0.1), article(2, two, two - 0.1, two + 0.1))
    assert differs.size == pytest.approx(0.9)


def test_a_text_given_twice_has_one_cell() -> None:
    first, second = article(1, 1.0, 0.5, 1.5), article(2, 9.5, 8.0, 9.9)
    (differs,) = found(first, second, first)
    assert [cell.article for cell in differs.cells] == [first.id, second.id]
    assert differs.sentence.startswith("Hedging (per 100 words): 1.0 in A, 9.5 in B and 1.0 in C;")
