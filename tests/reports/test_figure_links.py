"""A value leads to the words behind it, and one without any leads nowhere."""

from __future__ import annotations

from crossread.metric import Options
from crossread.parse import document_from_text
from crossread.pipeline import analyse
from crossread.registry import all_metrics
from crossread.reports.annotated import evidence_list, layers
from crossread.reports.figures import MetricView, metric_view

BYLINE = "By Mara Quill\n\n"
TEXT = "Harbour Gets a Pilot\n\n{}The harbour board chose a pilot for the channel on Monday."


def provenance(*texts: str) -> MetricView:
    analyses = [analyse(document_from_text(text).article, {"provenance": Options()}) for text in texts]
    info = all_metrics()["provenance"].info()
    (layer,) = layers([info])
    lists = [evidence_list(analysis, f"a{index}", layer, ()) for index, analysis in enumerate(analyses, start=1)]
    return metric_view(info, layer, analyses, "AB"[: len(texts)], lists, None)


def test_words_found_lead_to_their_place_and_words_not_found_lead_nowhere() -> None:
    shown = provenance(TEXT.format(BYLINE), TEXT.format(""))
    links = {row.label: [(cell.value, cell.href) for cell in row.cells] for row in shown.rows}
    assert links["Byline"] == [("found: By Mara Quill", "#e-a1-provenance-1"), ("not found in this copy", "")]
    assert [href for _, href in links["Provenance"]] == ["#m-a1-provenance", "#m-a2-provenance"]


def test_what_was_found_in_no_article_is_told_in_a_line() -> None:
    (line,) = provenance(TEXT.format(BYLINE)).alike
    assert line.startswith("Not found in this copy, in this article: date, dateline, publisher")
