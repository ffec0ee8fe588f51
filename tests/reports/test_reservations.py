"""Copies too short or in another language are told at the top, in words."""

from __future__ import annotations

from crossread.model import Result
from crossread.parse import document_from_text
from crossread.pipeline import analyse
from crossread.registry import all_metrics
from crossread.reports.reservations import reservations, with_language_names
from crossread.reports.view import build

GERMAN = """Brücke bleibt zu

Die Brücke am Hafen bleibt bis zum Frühjahr geschlossen, sagte die Behörde am Dienstag. Die Seile seien noch in
Ordnung, doch wolle man nichts wagen. Die Händler am Kai klagen, weil ihnen die Kunden fehlen, und fordern von der
Stadt, dass sie schnell einen Plan vorlegt, wie man den Verkehr umleiten kann. Der Rat will in der nächsten Woche
darüber beraten.
"""
SHORT = "Bridge shut\n\nThe bridge is shut, the port said on Monday.\n"


def test_a_copy_too_short_and_one_in_another_language_have_a_line_each() -> None:
    metrics = all_metrics()
    options = {name: metric.options() for name, metric in metrics.items()}
    analyses = [analyse(document_from_text(text).article, options) for text in (GERMAN, SHORT)]
    infos = [metric.info() for metric in metrics.values()]
    assert reservations(analyses, infos, ["A", "B"]) == (
        "A is in German (de); figures made for English are left out",
        "B has 9 words of body text: too little for most figures",
    )
    named = with_language_names(analyses[0], infos)
    (reason,) = {m.reason for m in named.measurements if m.metric == "hedging"}
    assert reason == "made for English; the article is in German (de)"
    assert with_language_names(analyses[1], infos) is analyses[1]


def test_one_metric_that_needs_more_words_is_named(sample_result: Result) -> None:
    view = build(sample_result)
    assert view.reservations == ()  # "needs 100 words" in a copy that has its declared minimum is the metric's own


def test_an_article_without_publisher_is_called_by_its_title(sample_result: Result) -> None:
    view = build(sample_result)
    assert [(a.short, a.published_by, a.file) for a in view.articles] == [
        ("The \u202eHerald", True, "first <b>.txt"),
        ("Bridge closed over cracked cable", False, "second.txt"),
    ]
