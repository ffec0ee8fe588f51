from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.comparison.figures import compare_figures, judge
from crossread.model import Analysis, Detail, Interval, Measurement

Build = Callable[..., Analysis]


def measurement(value: float | None, interval: Interval | None = None, *details: Detail) -> Measurement:
    return Measurement("hedging", "measured", value, "per 100 words", 10, "words", interval=interval, details=details)


@pytest.mark.parametrize(
    ("values", "intervals", "verdict"),
    [
        ((1.0, 2.0), ((0.0, 1.6), (1.5, 3.0)), "no clear difference"),
        ((1.0, 2.0), ((0.0, 1.5), (1.5, 3.0)), "no clear difference"),
        ((1.0, 4.0), ((0.0, 1.4), (1.5, 5.0)), "differs"),
        ((1.0, 4.0, 2.0), ((0.0, 1.4), (1.5, 5.0), None), "differs"),
        ((1.0, 2.0, 9.0), ((0.0, 3.0), (0.0, 3.0), None), "no interval"),
        ((1.0, 9.0), (None, None), "no interval"),
        ((1.0, None), ((0.0, 1.4), None), "not comparable"),
        ((None, None), (None, None), "not comparable"),
    ],
)
def test_the_verdict_follows_from_the_intervals(
    values: tuple[float | None, ...], intervals: tuple[tuple[float, float] | None, ...], verdict: str
) -> None:
    assert judge(values, [Interval(*pair) if pair else None for pair in intervals]) == verdict


def test_each_value_is_set_against_the_median(build: Build) -> None:
    articles = [build(f"Text {i}.", measurements=[measurement(value)]) for i, value in enumerate((1.0, 4.0, 2.0))]
    (row,) = compare_figures(articles)
    assert (row.metric, row.figure, row.values, row.median) == ("hedging", None, (1.0, 4.0, 2.0), 2.0)
    assert row.differences == (-1.0, 2.0, 0.0)


def test_each_value_is_set_against_the_article_chosen(build: Build) -> None:
    articles = [build(f"Text {i}.", measurements=[measurement(value)]) for i, value in enumerate((1.0, 4.0, None, 2.0))]
    (row,) = compare_figures(articles, articles[1].id)
    assert (row.base, row.median, row.differences) == (1, 2.0, (-3.0, 0.0, None, -2.0))
    (row,) = compare_figures(articles, articles[2].id)
    assert row.differences == (None, None, None, None)


def test_what_was_not_measured_has_no_value(build: Build) -> None:
    absent = Measurement("hedging", "not_applicable", 7.0, "", 0, "words", reason="too short")
    rows = compare_figures(
        [build("A.", measurements=[measurement(1.0)]), build("B.", measurements=[absent]), build("C.")]
    )
    assert rows[0].values == (1.0, None, None)
    assert rows[0].differences == (0.0, None, None)
    assert rows[0].verdict == "not comparable"


def test_numeric_details_have_rows_and_text_has_none(build: Build) -> None:
    details = Detail("count", 3, interval=Interval(2, 4)), Detail("class", "credential"), Detail("empty", None)
    other = measurement(2.0, None, Detail("count", 9, interval=Interval(8, 10)), Detail("late", 1))
    rows = compare_figures(
        [build("A.", measurements=[measurement(1.0, None, *details)]), build("B.", measurements=[other])]
    )
    assert [(row.figure, row.values) for row in rows] == [(None, (1.0, 2.0)), ("count", (3, 9)), ("late", (None, 1))]
    assert rows[1].verdict == "differs"


def test_a_value_that_is_no_number_is_not_compared(build: Build) -> None:
    rows = compare_figures(
        [build("A.", measurements=[measurement(float("nan"))]), build("B.", measurements=[measurement(1)])]
    )
    assert rows[0].values == (None, 1)
