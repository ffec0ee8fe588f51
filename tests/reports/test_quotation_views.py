"""A difference between two copies of a quotation is said once, with its class and the words that make it."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.pipeline import analyse, compare
from crossread.reports.anchors import Anchors
from crossread.reports.markdown_text import marked_pieces
from crossread.reports.quotations import QuotationView, quotation_views


def shared_quotation(left: str, right: str) -> QuotationView:
    analyses = [analyse(document_from_text(text).article, {}) for text in (left, right)]
    (view,) = quotation_views(compare(analyses), Anchors(analyses), ["A", "B"])
    return view


PLAIN = "The report was called “totally stupid, groundless gossip of the harbour” by Tom Reed."


@pytest.mark.parametrize(
    ("right", "edits"),
    [
        (
            "Tom Reed called it so, “as totally stupid, groundless gossip of the harbour” on Monday.",
            ("joining words inside the marks: “as” only in B",),
        ),
        (
            "Tom Reed called it “totally stupid, very groundless gossip of the harbour” on Monday.",
            ("words in one copy only: “very” only in B",),
        ),
        (
            "Tom Reed called it “totally silly, groundless gossip of the harbour” on Monday.",
            ("words changed: “stupid” in A, “silly” in B",),
        ),
        (
            "Tom Reed called it “totally stupid; groundless gossip of the harbour” on Monday.",
            ("punctuation or spelling: “stupid, groundless” in A, “stupid; groundless” in B",),
        ),
        (
            "Tom Reed called it totally “stupid, groundless gossip of the harbour” on Monday.",
            ("moved across the marks: “totally”, outside the marks in B",),
        ),
        ("Tom Reed called it “totally stupid, groundless gossip of the harbour” on Monday.", ()),
    ],
)
def test_each_difference_is_said_once(right: str, edits: tuple[str, ...]) -> None:
    assert shared_quotation(PLAIN, right).edits == edits or shared_quotation(right, PLAIN).edits == edits


def test_each_side_has_the_sentence_around_it_and_the_words_that_differ_marked() -> None:
    view = shared_quotation(
        PLAIN, "It rained. He called it “totally silly, groundless gossip of the harbour,” angrily."
    )
    first, second = view.sides
    assert (first.before, first.after) == ("The report was called ", " by Tom Reed.")
    assert second.before == "He called it "
    assert [words for words, differs in first.pieces if differs] == ["stupid"]
    assert [words for words, differs in second.pieces if differs] == ["silly"]
    assert first.note.startswith("7 words")


def test_a_long_sentence_around_a_quotation_is_cut_on_both_sides() -> None:
    far = "and so on and on " * 40
    view = shared_quotation(PLAIN, f"They met {far}“totally stupid, groundless gossip of the harbour” {far}.")
    assert all(len(text) <= 125 for side in view.sides for text in (side.before, side.after))


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
