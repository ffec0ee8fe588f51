"""The chart of a metric: places, the reference behind it, what is missing, and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from crossread.model import FigureComparison, Interval, Measurement, MetricInfo, Quantiles
from crossread.reports.charts import Chart, chart_of
from crossread.reports.design import DESIGN
from crossread.reports.standings import Standings
from crossread.reports.templating import environment

SPREAD = Quantiles("hedging", 970, 1.0, 2.0, 3.0, 5.0, 8.0)
IN = Standings(
    False, {("hedging", None): ("higher than 40 %", "970 news reports")}, {"hedging": SPREAD}, "news reports"
)
OUT = Standings(True, {}, {"hedging": SPREAD}, "news reports")


def info(unit: str = "per 100 words", decimals: int = 1, title: str = "Hedging") -> MetricInfo:
    return MetricInfo("hedging", title, unit, "descriptive", "", "", (), (), (), 0, ("en",), decimals)


def measured(value: float | int | None, interval: Interval | None = None) -> Measurement:
    status = "measured" if value is not None else "not_applicable"
    return Measurement("hedging", status, value, "per 100 words", 90, "words", interval=interval)  # type: ignore[arg-type]


def chart(
    *found: Measurement | None, standings: Sequence[Standings] = (), unit: str = "per 100 words", median: float = 3.0
) -> Chart:
    compared = FigureComparison("hedging", None, (), (), median, (), "differs")
    made = chart_of(info(unit), found, "ABCDEFGHIJ"[: len(found)], compared, standings)
    assert made is not None
    return made


def drawn(made: Chart, *, paper: bool = False) -> str:
    return str(environment().get_template("parts/charts.svg.j2").module.chart(made, paper))  # type: ignore[attr-defined]


def test_a_value_stands_at_its_place_inside_its_interval() -> None:
    made = chart(measured(2.0, Interval(1.0, 4.0)), measured(6.0, Interval(5.0, 8.0)))
    assert [(row.low, row.at, row.high) for row in made.rows] == [(12.5, 25, 50), (62.5, 75, 100)]
    assert [tick.text for tick in made.ticks] == ["0", "4", "8"]
    assert (
        made.text
        == "Hedging, per 100 words: A 2.0 (95\u202f% interval 1.0 to 4.0); B 6.0 (95\u202f% interval 5.0 to 8.0)."
    )


def test_an_interval_without_width_is_not_drawn() -> None:
    (row,) = chart(measured(0.0, Interval(0.0, 0.0))).rows
    assert (row.at, row.low, row.high) == (0, None, None)


def test_the_reference_is_drawn_behind_the_articles_that_are_held_against_it() -> None:
    made = chart(measured(2.0), measured(6.0), standings=[IN, OUT])
    assert [row.held for row in made.rows] == [True, False]
    assert made.band is not None
    assert made.band.places == (12.5, 25, 37.5, 62.5, 100)
    assert made.band.text == "3.0"
    assert made.text.endswith(
        "Of 970 news reports the median is 3.0, the middle half lie between 2.0 and 5.0, "
        "nine in ten between 1.0 and 8.0."
    )
    assert drawn(made).count('class="f-band"') == 2  # A and the reference's own row


@pytest.mark.parametrize("standings", [[OUT, OUT], [Standings(), Standings()], []])
def test_without_a_standing_there_is_no_reference(standings: Sequence[Standings]) -> None:
    made = chart(measured(2.0), measured(6.0), standings=standings)
    assert made.band is None
    assert "ref." not in drawn(made)


def test_a_missing_value_keeps_its_row_and_says_why() -> None:
    made = chart(measured(2.0), measured(None), None)
    assert [(row.text, row.at, row.reason) for row in made.rows[1:]] == [
        ("–", None, "not applicable"),
        ("–", None, "not measured"),
    ]
    assert drawn(made).count("<circle") == 1
    assert ">not applicable</text>" in drawn(made)


def test_no_value_at_all_makes_no_chart() -> None:
    assert chart_of(info(), [None, measured(None)], "AB", None) is None


@pytest.mark.parametrize(
    ("values", "unit", "bar"),
    [((2, 1), "places", True), ((20.5, 1.0), "% of sentences", True), ((0.5, 1.5), "per 100 words", False)],
)
def test_only_shares_and_counts_have_bars_from_zero(values: tuple[float, float], unit: str, bar: bool) -> None:
    made = chart(*(measured(value) for value in values), unit=unit)
    assert made.bar is bar
    assert ('class="f-bar"' in drawn(made)) is bar


def test_a_share_ends_at_a_hundred() -> None:
    assert chart(measured(97.0), unit="% of sentences").ticks[-1].text == "100"


def test_zero_in_every_article_is_drawn_at_zero() -> None:
    made = chart(measured(0), measured(0), unit="places")
    assert [row.at for row in made.rows] == [0, 0]
    assert 'class="f-bar"' not in drawn(made)


@pytest.mark.parametrize(("articles", "dotted"), [(2, False), (3, True), (10, True)])
def test_the_median_of_the_set_is_drawn_from_three_articles_on(articles: int, dotted: bool) -> None:
    made = chart(*[measured(float(value)) for value in range(articles)], median=1.0)
    assert ("stroke-dasharray" in drawn(made)) is dotted
    assert ("Median of the set: 1.0." in made.text) is dotted


def test_titles_and_units_from_outside_stay_text() -> None:
    hostile = chart_of(info('"/><script>', title="<b>x</b>"), [measured(1.0)], "A", None)
    assert hostile is not None
    source = drawn(hostile)
    assert "<script>" not in source
    assert "<b>" not in source
    assert "&lt;b&gt;x&lt;/b&gt;, &#34;/&gt;&lt;script&gt;: A 1.0." in source


def test_paper_has_its_look_in_attributes_and_the_screen_in_classes() -> None:
    made = chart(measured(2.0, Interval(1.0, 4.0)), standings=[IN])
    paper, screen = drawn(made, paper=True), drawn(made)
    assert "class=" not in paper.replace('class="chart"', "")
    assert f'fill="{DESIGN.print.accent}"' in paper
    assert not re.search(r'fill="|stroke="|font-', screen)
    assert 'role="img" aria-label="Hedging, per 100 words' in paper
    assert 'role="img" aria-label="Hedging, per 100 words' in screen


def test_the_key_explains_the_signs_that_are_used_and_no_other() -> None:
    module = environment().get_template("parts/charts.svg.j2").module
    plain = str(module.chart_key([chart(measured(2.0))]))  # type: ignore[attr-defined]
    full = str(module.chart_key([chart(*[measured(n) for n in (1, 2, 3)], standings=[IN] * 3)]))  # type: ignore[attr-defined]
    assert plain.count("<li>") == 2
    assert full.count("<li>") == 6
