"""The key differences of a page: what leads in the result, each with its place on the page and its words."""

from __future__ import annotations

from sample_analysis import build_analysis

from crossread.model import Cell, Comparison, Finding, FindingKindInfo, FoundKind, Span
from crossread.reports.anchors import Anchors
from crossread.reports.kinds import key_differences, kind_views, no_clear_difference

ONE, TWO = build_analysis("The wall fell at noon."), build_analysis("The old wall gave way.")


def finding(kind: str, number: int, note: str = "", *cells: Cell) -> Finding:
    return Finding(f"{kind}-{number}", kind, ("told",), "Wall", f"Sentence {number} on {kind}.", cells, note=note)


def comparison(*findings: Finding, key: tuple[str, ...]) -> Comparison:
    kinds = dict.fromkeys(each.kind for each in findings)
    infos = tuple(FindingKindInfo(kind, kind.title(), "", (), ()) for kind in kinds)
    found = tuple(FoundKind(kind, "measured", tuple(f for f in findings if f.kind == kind)) for kind in kinds)
    return Comparison(kinds=infos, found=found, key=key)


def test_they_come_in_the_order_of_the_result_under_the_title_of_their_kind() -> None:
    made = comparison(finding("walls", 1), finding("walls", 2), finding("doors", 1), key=("doors-1", "walls-2"))
    shown = key_differences(made, Anchors([ONE, TWO]), "AB")
    assert [(each.subject, each.sentence) for each in shown] == [
        ("Doors", "Sentence 1 on doors."),
        ("Walls", "Sentence 2 on walls."),
    ]


def test_each_leads_to_its_finding_and_to_its_first_words_in_every_article() -> None:
    cells = (Cell(ONE.id, "wall", (Span(4, 8), Span(9, 13))), Cell(TWO.id, "old wall", (Span(4, 12),)))
    made = comparison(finding("walls", 1, "", *cells), key=("walls-1",))
    anchors = Anchors([ONE, TWO])
    (shown,) = key_differences(made, anchors, "AB")
    (section,) = kind_views(made, anchors, "AB")
    assert shown.href == f"#{section.findings[0].anchor}"
    assert shown.places == (("A", "#at-a1-4"), ("B", "#at-a2-4"))
    assert 4 in anchors.wanted[0]


def test_a_figure_leads_to_its_row_among_the_metrics() -> None:
    made = comparison(finding("measurements", 1, "hedging.share"), key=("measurements-1",))
    (shown,) = key_differences(made, Anchors([ONE, TWO]), "AB")
    assert shown.href == "#f-hedging-share"


def test_a_key_without_its_finding_is_passed_over() -> None:
    made = comparison(finding("walls", 1), key=("walls-9", "walls-1"))
    assert [each.sentence for each in key_differences(made, Anchors([ONE, TWO]), "AB")] == ["Sentence 1 on walls."]


def test_what_shows_no_clear_difference_is_told_once_under_them() -> None:
    alike = Finding("measurements-2", "measurements", ("alike",), "", "40 figures: no clear difference.", ())
    made = comparison(finding("measurements", 1), alike, key=("measurements-1",))
    assert no_clear_difference(made) == "40 figures: no clear difference."
    assert no_clear_difference(comparison(finding("walls", 1), key=())) == ""
