"""What every metric of the registry keeps to, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from math import isfinite

import pytest

from crossread.document import Document
from crossread.metric import Metric, run_metric
from crossread.model import VOICES, WORD_UNITS, Article, Evidence, Measurement, Metadata, Origin, Voice
from crossread.parse import document_from_text, parse
from crossread.reading.zones import find_zones
from crossread.registry import BUILT_IN

ARTICLE = """Harbour Board Chooses a New Pilot…

By Mara Quill

March 3, 2021

EASTPORT (Reuters) – The harbour board may close the northern channel this year, and it would cost about $3 million!

“We have rebuilt the wall twice, and we will not do it again,” said Anna Holt, an engineer at the Port Institute. \
“It is clearly unsafe.”

Mayor Tom Reed told the Eastport Packet on Monday that the channel was “likely to stay open” until the fair.

Many captains believe the board acted too late. There are reports of a second plan, which is not certain to pass.

According to a person familiar with the matter, the board (unsurprisingly) never asked the pilots. So I asked them.

“The tide is almost certain to reach the lower road.

“Nobody can say when,” Holt added. Reed allegedly refused to sign, according to the report, which three officials \
confirmed.

You can read the whole plan in the reading room of the port, where it has lain for some weeks.

Correction: an earlier version of this article misstated the age of the mayor.

Mara Quill is an award-winning reporter and a proud mother of two.

Share on Facebook
"""
QUOTED_ONLY = "“" + "The wall may fall before the fair and nobody can say when it will. " * 12 + "”"
PLAIN = (
    "Board Meets Again\n\n" + "The board met in the old office beside the quay and chose a pilot for the channel. " * 12
)
GERMAN = "Der Rat wählt einen Lotsen\n\n" + (
    "Der Hafenrat hat am Dienstag im alten Amtshaus einen neuen Lotsen für die nördliche Fahrrinne gewählt, "
    "und die Fischer der Unterstadt sind damit sehr zufrieden. "
) * 12  # fmt: skip

METRICS = pytest.mark.parametrize("metric", BUILT_IN, ids=lambda metric: metric.id)


def run(metric: Metric, text: str) -> tuple[Document, Measurement]:
    document = document_from_text(text)
    return document, run_metric(metric, document, metric.options())


def measurements(metric: Metric) -> Iterator[tuple[Document, Measurement]]:
    for text in (ARTICLE, QUOTED_ONLY, PLAIN):
        document, found = run(metric, text)
        if text is ARTICLE or found.status != "not_applicable":  # nothing of its kind to look at is no failure
            assert found.status == "measured", found.reason
            yield document, found


@METRICS
def test_is_the_metric_of_the_file_that_bears_its_id(metric: Metric) -> None:
    assert import_module(f"crossread.metrics.{metric.id}").METRIC is metric


@METRICS
def test_says_what_it_means_how_it_counts_and_what_it_cannot_show(metric: Metric) -> None:
    assert metric.title
    assert metric.meaning.endswith(".")
    assert metric.formula
    assert metric.limits


@METRICS
def test_has_published_sources_with_an_address(metric: Metric) -> None:
    assert metric.sources
    for source in metric.sources:
        assert source.authors
        assert source.title
        assert source.url.startswith("https://")
        assert 1900 < source.year < 2100


@METRICS
def test_declares_exactly_the_figures_it_gives(metric: Metric) -> None:
    declared = [figure.id for figure in metric.figures]
    assert len(declared) == len(set(declared))
    for _, found in measurements(metric):
        assert sorted(detail.id for detail in found.details) == sorted(declared)


@METRICS
def test_bears_the_units_it_declares(metric: Metric) -> None:
    for _, found in measurements(metric):
        assert (found.metric, found.unit, found.n_unit) == (metric.id, metric.unit, metric.n_unit)
        assert set(found.by_voice) <= set(VOICES)
        assert found.n >= 0


@METRICS
def test_gives_words_in_the_figures_whose_unit_says_so_and_in_no_other(metric: Metric) -> None:
    of_words = {figure.id for figure in metric.figures if figure.unit in WORD_UNITS}
    for _, found in measurements(metric):
        for detail in found.details:
            assert detail.value is None or isinstance(detail.value, str) is (detail.id in of_words), detail.id


@METRICS
def test_gives_finite_numbers_inside_their_intervals(metric: Metric) -> None:
    for _, found in measurements(metric):
        figures = [(found.value, found.interval), *((d.value, d.interval) for d in found.details)]
        for value, interval in figures:
            if isinstance(value, int | float):
                assert isfinite(value)
                assert interval is None or interval.low <= value <= interval.high


@METRICS
def test_gives_a_reason_where_it_gives_no_value(metric: Metric) -> None:
    for _, found in measurements(metric):
        assert all(detail.reason for detail in found.details if detail.value is None)


@METRICS
def test_points_at_words_of_the_text_in_reading_order(metric: Metric) -> None:
    for document, found in measurements(metric):
        places = [(e.start, e.end, e.rule) for e in found.evidence]
        assert places == sorted(places)
        assert all(0 <= start < end <= len(document.text) for start, end, _ in places)
        assert len(places) == len(set(places))


@METRICS
def test_runs_through_the_body_in_reading_order_each_reading_with_words_of_its_voice(metric: Metric) -> None:
    for document, found in measurements(metric):
        places = [(each.start, each.end) for each in found.series]
        assert places == sorted(places)
        for each in found.series:
            assert isfinite(each.value)
            assert 0 <= each.start < each.end <= len(document.text)
            assert each.voice in {run.voice for run in document.voices if run.start < each.end and each.start < run.end}


@METRICS
def test_names_its_rules_after_itself(metric: Metric) -> None:
    for _, found in measurements(metric):
        rules = {e.rule for e in found.evidence} | {rule for d in found.details for rule in d.rules}
        assert all(rule.startswith(f"{metric.id}.") for rule in rules)


@METRICS
def test_gives_a_value_for_each_declared_column_in_every_row(metric: Metric) -> None:
    columns = [column.id for column in metric.columns]
    assert len(columns) == len(set(columns))
    for _, found in measurements(metric):
        assert not found.rows or columns
        for row in found.rows:
            assert row.label
            assert len(row.values) == len(columns)
            assert all(isfinite(value) for value in row.values if isinstance(value, int | float))


@METRICS
def test_gives_rows_whose_interval_holds_the_first_value_or_a_reason_for_none(metric: Metric) -> None:
    for _, found in measurements(metric):
        for row in found.rows:
            first = row.values[0]
            assert first is not None or row.reason
            if row.interval is not None:
                assert isinstance(first, int | float)
                assert row.interval.low <= first <= row.interval.high


@METRICS
def test_points_from_its_rows_at_its_evidence_alone(metric: Metric) -> None:
    for _, found in measurements(metric):
        marked = {(evidence.start, evidence.end) for evidence in found.evidence}
        assert {(span.start, span.end) for row in found.rows for span in row.spans} <= marked


@METRICS
def test_shows_evidence_for_each_count_that_names_rules(metric: Metric) -> None:
    for _, found in measurements(metric):
        fired = {e.rule for e in found.evidence}
        for detail in found.details:
            if isinstance(detail.value, int) and detail.value > 0 and detail.rules:
                assert fired & set(detail.rules), detail.id


@METRICS
def test_gives_evidence_the_voice_of_its_words(metric: Metric) -> None:
    def voices(document: Document, evidence: Evidence) -> set[Voice]:
        return {run.voice for run in document.voices if run.start < evidence.end and evidence.start < run.end}

    for document, found in measurements(metric):
        for evidence in found.evidence:
            assert evidence.voice is None or evidence.voice in voices(document, evidence)


@METRICS
def test_says_the_same_twice(metric: Metric) -> None:
    assert run(metric, ARTICLE)[1] == run(metric, ARTICLE)[1]


@METRICS
@pytest.mark.parametrize("text", ["", "top of page\n\n9 views"])
def test_does_not_apply_to_a_page_without_a_body(metric: Metric, text: str) -> None:
    zones = find_zones(text)
    article = Article("0" * 12, Origin("text", "text", "0" * 64), Metadata(), text, zones)
    found = run_metric(metric, parse(article), metric.options())
    assert (found.status, found.value) == ("not_applicable", None)
    assert found.reason


@METRICS
def test_does_not_apply_below_its_minimum_length(metric: Metric) -> None:
    words = max(metric.minimum_words, 1) - 1
    text = "Board Meets\n\n" + " ".join(["harbour"] * words) if words else "top of page"
    assert run(metric, text)[1].status == "not_applicable"


@METRICS
def test_does_not_apply_to_a_language_it_was_not_made_for(metric: Metric) -> None:
    found = run(metric, GERMAN)[1]
    if metric.languages:
        assert found.status == "not_applicable"
        assert "the article's language is de" in found.reason
    else:
        assert found.status == "measured"
