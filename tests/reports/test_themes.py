"""Metrics under their themes, at a glance, and the voice rows that say something of their own."""

from __future__ import annotations

from itertools import groupby

import pytest
from msgspec.structs import replace

from crossread.model import (
    THEMES,
    Analysis,
    Measurement,
    Metadata,
    MetricInfo,
    Origin,
    Result,
    Status,
    Theme,
    VoiceValue,
)
from crossread.registry import BUILT_IN
from crossread.reports.annotated import evidence_list, layers
from crossread.reports.figures import MetricView, in_order, metric_view
from crossread.reports.html import html
from crossread.reports.markdown import markdown
from crossread.reports.standings import Standings
from crossread.reports.view import build

INFO = MetricInfo("tone", "Tone", "mean", "descriptive", "", "", (), (), (), 0, (), 1)


def article(value: float | None, n: int = 9, status: Status = "measured", **voices: VoiceValue) -> Analysis:
    measurement = Measurement("tone", status, value, "mean", n, "words", voices, reason="too short")
    return Analysis(
        str(value), Origin("text", "", ""), Metadata(), "", (), (), (), (), (), (), (), measurements=(measurement,)
    )


def view(*articles: Analysis, standings: tuple[Standings, ...] = ()) -> MetricView:
    (layer,) = layers([INFO])
    lists = [evidence_list(each, f"a{i}", layer, ()) for i, each in enumerate(articles, start=1)]
    return metric_view(INFO, layer, articles, "ABC"[: len(articles)], lists, None, standings)


def labels(shown: MetricView) -> list[str]:
    return [row.label for row in shown.rows]


def test_our_metrics_stand_in_the_order_of_the_themes_and_each_has_one() -> None:
    found = [theme for theme, _ in groupby(metric.theme for metric in BUILT_IN)]
    assert found == [theme for theme in THEMES if theme != "further"]


def test_metrics_are_set_under_their_theme_wherever_they_came() -> None:
    themes: tuple[Theme, ...] = ("further", "form", "sourcing", "further", "form")
    infos = [replace(INFO, id=f"m{index}", theme=theme) for index, theme in enumerate(themes)]
    assert [info.id for info in in_order(infos)] == ["m2", "m1", "m4", "m0", "m3"]


def test_the_overview_has_each_metric_once_and_leads_to_its_section(sample_result: Result) -> None:
    themes: tuple[Theme, ...] = ("tone", "certainty", "further")
    metrics = tuple(replace(info, theme=theme) for info, theme in zip(sample_result.metrics[:3], themes, strict=True))
    view = build(replace(sample_result, metrics=metrics))
    assert [theme.title for theme in view.themes] == ["Certainty", "Tone and loading", "Further metrics"]
    page = html(view).decode("utf-8")
    overview = page[page.index('id="metrics"') :].split("</section>", 1)[0]
    order = [overview.index(f'href="#metric-{metric.slug}"') for theme in view.themes for metric in theme.metrics]
    assert order == sorted(order)
    assert [overview.count(f">{theme.title}<") for theme in view.themes] == [1, 1, 1]
    rows = markdown(view).decode("utf-8")
    places = [rows.index(f"| {metric.info.title} |") for theme in view.themes for metric in theme.metrics]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("second", "reading"),
    [(article(2.0), ""), (article(None), ""), (article(None, 0, "not_applicable"), "")],
)
def test_a_value_that_is_missing_is_a_dash_in_the_overview(second: Analysis, reading: str) -> None:
    shown = view(article(1.0), second)
    assert shown.values == ("1.0", "2.0" if second.id == "2.0" else "–")
    assert shown.reading == reading


def test_the_narrators_row_is_left_out_where_it_repeats_the_value_of_every_article() -> None:
    same = view(article(1.0, narrator=VoiceValue(1.0, 9)), article(2.0, narrator=VoiceValue(2.0, 9)))
    other = view(article(1.0, narrator=VoiceValue(1.0, 9)), article(2.0, narrator=VoiceValue(1.5, 7)))
    assert labels(same) == ["Tone"]
    assert labels(other) == ["Tone", "narrator voice"]


def test_a_voice_without_words_anywhere_is_no_row() -> None:
    silent = VoiceValue(None, 0)
    shown = view(article(1.0, quoted=silent), article(2.0, quoted=silent))
    assert labels(shown) == ["Tone"]
    assert shown.alike == ("Not applicable in every article: quoted voice (nothing in this voice).",)
    heard = view(article(1.0, quoted=silent), article(2.0, quoted=VoiceValue(3.0, 4)))
    assert [cell.value for cell in heard.rows[1].cells] == ["not applicable", "3.0"]
    assert [cell.n for cell in heard.rows[1].cells] == ["", "n = 4"]


def test_where_values_stand_in_the_reference_is_a_row_of_its_own() -> None:
    placed = Standings(places={("tone", None): ("higher than 60 %", "978 news reports")})
    row = view(article(1.0), article(2.0), standings=(placed, Standings(outside=True))).rows[1]
    assert (row.label, [cell.value for cell in row.cells]) == (
        "Among 978 news reports",
        ["higher than 60 %", "outside the reference"],
    )
    assert labels(view(article(1.0), standings=(Standings(),))) == ["Tone"]
    assert labels(view(article(1.0), standings=(Standings(outside=True),))) == ["Tone"]


def test_a_metric_without_a_value_anywhere_is_one_line_on_the_page(sample_result: Result) -> None:
    def silenced(analysis: Analysis) -> Analysis:
        found = tuple(
            Measurement("hedging", "not_applicable", None, "", 0, "words", reason="needs <100> words")
            if m.metric == "hedging"
            else m
            for m in analysis.measurements
        )
        return replace(analysis, measurements=found)

    result = replace(sample_result, articles=tuple(map(silenced, sample_result.articles)), comparison=None)
    page = html(build(result)).decode("utf-8")
    section = page[page.index('id="metric-hedging"') :].split("</article>", 1)[0]
    assert "Not applicable in every article: needs &lt;100&gt; words." in section
    assert "<table" not in section
