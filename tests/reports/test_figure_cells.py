"""The table of a metric: what stands beside a value, and what is left out."""

from __future__ import annotations

import pytest

from crossread.model import (
    Analysis,
    Comparison,
    Detail,
    FigureComparison,
    FigureInfo,
    Interval,
    Measurement,
    Metadata,
    MetricInfo,
    Origin,
)
from crossread.reports.annotated import evidence_list, layers
from crossread.reports.figures import MetricView, metric_view
from crossread.reports.rows import verdict_of

FIGURES = (
    FigureInfo("speakers", "Speakers", "speakers"),
    FigureInfo("share", "Inside marks", "% of body words"),
    FigureInfo("unnamed", "Unnamed", "share of attributions"),
    FigureInfo("rate", "Rate", "per 100 words"),
    FigureInfo("grade", "Grade", "US school grade"),
)
INFO = MetricInfo("tone", "Tone", "mean", "descriptive", "", "", (), (), FIGURES, 0, (), 2)


def article(value: float | None, *details: Detail, interval: Interval | None = None) -> Analysis:
    measurement = (
        Measurement("tone", "not_applicable", None, "mean", 0, "sentences", reason="too short")
        if value is None
        else Measurement("tone", "measured", value, "mean", 9, "sentences", interval=interval, details=details)
    )
    return Analysis(
        str(value), Origin("text", "", ""), Metadata(), "", (), (), (), (), (), (), (), measurements=(measurement,)
    )


def view(*articles: Analysis, figures: tuple[FigureComparison, ...] = ()) -> MetricView:
    (layer,) = layers([INFO])
    lists = [evidence_list(each, f"a{i}", layer, ()) for i, each in enumerate(articles, start=1)]
    return metric_view(INFO, layer, articles, "ABC"[: len(articles)], lists, Comparison(figures=figures))


def compared(figure: str | None, *values: float, low: float = 0.0, high: float = 0.0) -> FigureComparison:
    middle = sorted(values)[len(values) // 2] if len(values) % 2 else sum(values) / 2
    intervals = tuple(Interval(low, high) for _ in values)
    differences = tuple(value - middle for value in values)
    return FigureComparison("tone", figure, values, intervals, middle, differences, "no clear difference")


def notes(shown: MetricView, label: str) -> list[tuple[str, ...]]:
    return [cell.notes for row in shown.rows if row.label == label for cell in row.cells]


@pytest.mark.parametrize(
    ("detail", "label", "expected"),
    [
        (Detail("speakers", 5, n=12), "Speakers", ()),
        (Detail("share", 16.5, n=479), "Inside marks", ("n = 479",)),
        (Detail("unnamed", 0.08, n=12), "Unnamed", ("n = 12",)),
        (Detail("rate", 0.4, n=285), "Rate", ("n = 285",)),
        (Detail("grade", 15.3, n=16), "Grade", ()),
    ],
)
def test_a_count_stands_beside_a_value_that_is_a_share_of_it(
    detail: Detail, label: str, expected: tuple[str, ...]
) -> None:
    assert notes(view(article(1.0, detail)), label) == [expected]


def test_two_articles_are_not_set_against_their_midpoint() -> None:
    rows = (compared(None, 1.0, 2.0, high=1.0), compared("speakers", 4, 9))
    shown = view(article(1.0, Detail("speakers", 4)), article(2.0, Detail("speakers", 9)), figures=rows)
    assert notes(shown, "Tone")[0] == ("n = 9 sentences",)
    assert notes(shown, "Speakers") == [(), ()]


def test_differences_between_whole_numbers_are_whole() -> None:
    articles = [article(1.0, Detail("speakers", count)) for count in (4, 9, 6)]
    shown = view(*articles, figures=(compared("speakers", 4, 9, 6),))
    assert notes(shown, "Speakers") == [("−2 from median",), ("+3 from median",), ("±0 from median",)]


def test_whole_values_are_printed_whole_and_a_unit_is_not_said_twice() -> None:
    shown = view(article(1.0, Detail("grade", 12.0), Detail("speakers", 3)))
    values = {row.label: (row.unit, row.cells[0].value) for row in shown.rows if row.label in ("Grade", "Speakers")}
    assert values == {"Grade": ("US school grade", "12"), "Speakers": ("", "3")}


def test_an_interval_without_width_is_none() -> None:
    shown = view(article(0.0, interval=Interval(0.0, 0.0)), article(0.0, interval=Interval(0.0, 0.0)))
    assert [cell.interval for cell in shown.rows[0].cells] == ["", ""]
    assert shown.chart is not None
    assert [row.low for row in shown.chart.rows] == [None, None]
    assert verdict_of(compared(None, 0.0, 0.0)) == "no interval"
    assert verdict_of(compared(None, 0.0, 0.0, high=1.0)) == "no clear difference"


def test_why_an_article_has_no_value_is_said_once() -> None:
    shown = view(article(None), article(1.0, Detail("speakers", 3), Detail("rate", 0, n=9)))
    cells = {row.label: [(cell.value, cell.reason) for cell in row.cells] for row in shown.rows}
    assert cells["Tone"] == [("not applicable", "too short"), ("1.00", "")]
    assert cells["Speakers"] == [("–", ""), ("3", "")]
    assert shown.alike == ("Zero in every article that could be measured: rate.",)


def test_a_metric_no_article_has_a_value_for_is_one_line() -> None:
    shown = view(article(None), article(None))
    assert [row.kind for row in shown.rows] == ["main"]
    assert (shown.absent, shown.reading) == ("Not applicable in every article: too short.", "not applicable")
    assert view(article(None), article(1.0)).absent == ""
