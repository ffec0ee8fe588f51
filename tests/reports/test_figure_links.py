"""A value leads to the words behind it, and one without any leads nowhere."""

from __future__ import annotations

from crossread.metric import Options
from crossread.parse import document_from_text
from crossread.pipeline import analyse
from crossread.registry import all_metrics
from crossread.reports.annotated import evidence_list, layers
from crossread.reports.figures import MetricView, metric_view

TEXT = "Harbour Gets a Pilot\n\nBy Mara Quill\n\nThe harbour board chose a pilot for the channel on Monday."


def provenance() -> MetricView:
    analysis = analyse(document_from_text(TEXT).article, {"provenance": Options()})
    info = all_metrics()["provenance"].info()
    (layer,) = layers([(info.id, info.title)])
    return metric_view(info, layer, [analysis], ["A"], [evidence_list(analysis, "a1", layer, ())], None)


def test_words_found_lead_to_their_place_and_words_not_found_lead_nowhere() -> None:
    links = {row.label: (cell.value, cell.href) for row in provenance().rows for cell in row.cells}
    assert links["Byline"] == ("found: By Mara Quill", "#e-a1-provenance-1")
    assert links["Dateline"] == ("not found in this copy", "")
    assert links["Provenance"][1] == "#m-a1-provenance"
