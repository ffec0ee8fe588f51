"""Figures that differ: told with the articles that stand apart, and how many do not differ."""

from __future__ import annotations

import msgspec
import pytest
from sample_analysis import build_analysis

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.measurements import KIND
from crossread.metric import Options
from crossread.model import Analysis, Detail, Evidence, FigureInfo, Finding, Interval, Measurement, MetricInfo, Theme

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
    differs = found(article(1, 0.0, 0, 2.5), article(2, 1.2, 0.1, 2.8), article(3, 8.6, 5.6, 12.7))[0]
    assert differs.sentence == (
        "Hedging: 0.0 per 100 words in A, 1.2 in B and 8.6 in C; "
        "the 95 % intervals do not overlap for A and C; B and C."
    )
    assert (differs.rules, differs.note) == (("differs",), "hedging")


def test_intervals_that_overlap_are_counted_and_are_no_difference() -> None:
    (alike,) = found(article(1, 1.0, 0, 2.5), article(2, 1.2, 0.1, 2.8))
    assert (alike.rules, alike.size) == (("alike",), 0)
    assert alike.sentence == (
        "No clear difference between A and B in 1 figure with a 95 % interval, among them hedging; "
        "by chance alone, up to 0.0 of 1 would be expected to stand apart."
    )


def test_an_interval_without_width_makes_no_difference() -> None:
    assert [each.rules for each in found(article(1, 1.0, 1.0, 1.0), article(2, 9.0, 8.0, 9.9))] == [("alike",)]


def test_the_evidence_is_that_of_the_figure() -> None:
    detail = Detail("share", 10.0, interval=Interval(9, 11), rules=("hedging.must",))
    other = Detail("share", 40.0, interval=Interval(30, 50), rules=("hedging.must",))
    differs, _ = found(article(1, 1.0, 0, 3, detail), article(2, 1.5, 0, 3, other))
    assert differs.note == "hedging.share"
    assert [[(span.start, span.end) for span in cell.spans] for cell in differs.cells] == [[(5, 9)], [(5, 9)]]


@pytest.mark.parametrize("values", [(0.5, 5.0), (5.0, 0.5)])
def test_the_size_grows_with_the_distance_relative_to_the_larger_value(values: tuple[float, float]) -> None:
    one, two = values
    near, far = (
        found(article(1, one, one - 0.1, one + 0.1), article(2, two * by, two * by - 0.1, two * by + 0.1))[0]
        for by in (one / two + 0.5, 1)
    )
    assert 0 < near.size < far.size < 0.6


def test_a_metric_of_form_or_house_style_is_smaller_than_one_of_sourcing() -> None:
    def size(metric: str, theme: Theme) -> float:
        info = msgspec.structs.replace(METRIC, id=metric, theme=theme)
        made = [article(1, 0.5, 0.4, 0.6), article(2, 5.0, 4.9, 5.1)]
        renamed = [
            msgspec.structs.replace(
                a, measurements=tuple(msgspec.structs.replace(m, metric=metric) for m in a.measurements)
            )
            for a in made
        ]
        return run_kind(KIND, Coverage(renamed, [info]), Options()).findings[0].size

    assert size("hedging", "certainty") > size("lines", "form") == size("naming", "framing") > 0


def test_a_difference_that_chance_alone_would_make_among_so_many_is_less_certain() -> None:
    def with_others(count: int) -> Finding:
        others = [Detail(f"figure{n}", 1.0, interval=Interval(0, 2)) for n in range(count)]
        return found(article(1, 1.0, 0.0, 2.0, *others), article(2, 3.1, 2.1, 4.1, *others))[0]

    assert [with_others(count).rules for count in (0, 80)] == [("differs",), ("differs",)]
    assert with_others(80).certainty < 0.8 < with_others(0).certainty


@pytest.mark.parametrize(
    ("unit", "label", "told"),
    [
        ("% of cues", "Share", "Share (hedging): 10 % of cues in A and 41 % in B;"),
        ("% of cues", "Hedged sentences", "Hedged sentences: 10 % of cues in A and 41 % in B;"),
        ("words", "Variety", "Variety (hedging; words): 10.0 in A and 40.6 in B;"),
        ("% of cues", None, "Hedging (how often a statement is left open): 10 % of cues in A and 41 % in B;"),
    ],
)
def test_a_figure_is_named_so_that_it_is_understood_alone(unit: str, label: str | None, told: str) -> None:
    """The main value of a metric, here with no name of a figure, has the first clause of its meaning."""
    info = msgspec.structs.replace(METRIC, unit=unit, meaning="How often a statement is left open (“may”), by whom.")
    one, other = article(1, 10.0, 9, 11), article(2, 40.6, 30, 50)
    if label is not None:
        info = msgspec.structs.replace(info, figures=(FigureInfo("share", label, unit),))
        one, other = (
            article(1, 1.0, 0, 3, Detail("share", 10.0, interval=Interval(9, 11))),
            article(2, 1.5, 0, 3, Detail("share", 40.6, interval=Interval(30, 50))),
        )
    differs = run_kind(KIND, Coverage([one, other], [info]), Options()).findings[0]
    assert differs.sentence.startswith(told)


def test_on_a_scale_round_zero_a_small_distance_is_small() -> None:
    info = msgspec.structs.replace(METRIC, unit="VADER compound, −1 to 1")
    made = article(1, -0.1, -0.11, -0.09), article(2, 0.1, 0.09, 0.11)
    assert run_kind(KIND, Coverage(made, [info]), Options()).findings[0].size < 0.15


def test_a_text_given_twice_has_one_cell() -> None:
    first, second = article(1, 1.0, 0.5, 1.5), article(2, 9.5, 8.0, 9.9)
    differs = found(first, second, first)[0]
    assert [cell.article for cell in differs.cells] == [first.id, second.id]
    assert differs.sentence.startswith("Hedging: 1.0 per 100 words in A, 9.5 in B and 1.0 in C;")
