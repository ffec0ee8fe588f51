"""A difference between two copies of a quotation is said once, in the words that make it."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.pipeline import analyse, compare
from crossread.reports.findings import Anchors
from crossread.reports.markdown_text import marked_pieces
from crossread.reports.quotations import QuotationView, quotation_views


def shared_quotation(left: str, right: str) -> QuotationView:
    analyses = [analyse(document_from_text(text).article, {}) for text in (left, right)]
    (view,) = quotation_views(compare(analyses), Anchors(analyses), ["A", "B"])
    return view


PLAIN = "The report was called “totally stupid, groundless gossip of the harbour” by Tom Reed."


@pytest.mark.parametrize(
    ("right", "edits", "differences"),
    [
        (
            "Tom Reed described it “as totally stupid, groundless gossip of the harbour” on Monday.",
            ("B puts “as” inside the quotation marks; A has no “as” there",),
            (),
        ),
        (
            "Tom Reed called it “totally stupid, very groundless gossip of the harbour” on Monday.",
            ("“very” only in B",),
            (),
        ),
        (
            "Tom Reed called it “totally silly, groundless gossip of the harbour” on Monday.",
            ("“stupid” in A, “silly” in B",),
            (),
        ),
        (
            "Tom Reed called it “totally stupid; groundless gossip of the harbour” on Monday.",
            ("“stupid, groundless” in A, “stupid; groundless” in B",),
            ("punctuation",),
        ),
        (
            "Tom Reed called it totally “stupid, groundless gossip of the harbour” on Monday.",
            ("“totally” stands inside the quotation marks in A and outside them in B",),
            (),
        ),
        ("Tom Reed called it “totally stupid, groundless gossip of the harbour” on Monday.", (), ()),
    ],
)
def test_each_difference_is_said_once(right: str, edits: tuple[str, ...], differences: tuple[str, ...]) -> None:
    view = shared_quotation(PLAIN, right)
    assert (view.edits, view.differences) == (edits, differences)


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        ((("“", False), ("as", True), (" totally stupid”", False)), "“**as** totally stupid”"),
        ((("“the ", False), ("old", True), (" ", False), ("plan", True), (".”", False)), "“the **old** **plan**.”"),
        ((("a\n", False), ("*b*", True)), r"a **\*b\***"),
    ],
)
def test_markdown_keeps_the_spaces_around_an_edit(pieces: tuple[tuple[str, bool], ...], line: str) -> None:
    assert marked_pieces(pieces) == line
