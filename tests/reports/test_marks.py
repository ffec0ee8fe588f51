"""Cutting a text at marks: crossing, nesting, touching, and what stands between blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model import Span, VoiceSpan
from crossread.reports.marks import DEPTH, WIDE, Mark, cut


def mark(start: int, end: int, name: str = "m") -> Mark:
    return Mark(start, end, name, 0, name, "")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdefgh", "")]),
        ([mark(2, 4, "x")], [("ab", ""), ("cd", "x"), ("efgh", "")]),
        ([mark(1, 5, "x"), mark(3, 7, "y")], [("a", ""), ("bc", "x"), ("de", "xy"), ("fg", "y"), ("h", "")]),
        ([mark(0, 8, "x"), mark(2, 3, "y")], [("ab", "x"), ("c", "xy"), ("defgh", "x")]),
        ([mark(0, 4, "x"), mark(4, 8, "y")], [("abcd", "x"), ("efgh", "y")]),
    ],
    ids=["none", "one", "crossing", "nested", "touching"],
)
def test_segments_know_the_marks_over_them(marks: list[Mark], expected: list[tuple[str, str]]) -> None:
    (segments,) = cut("abcdefgh", [Span(0, 8)], marks)
    found = [(s.text, "".join(sorted(m.anchor for m in s.covers))) for s in segments if s.text]
    assert found == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([mark(2, 4, "x")], [("cd", "x")]),
        ([mark(0, 6, "x"), mark(2, 4, "y")], [("cd", "y"), ("ef", "x")]),
        ([mark(1, 5, "x"), mark(3, 7, "y")], [("de", "x"), ("fg", "y")]),
        ([mark(0, 8, "x"), mark(6, 8, "y")], [("gh", "xy")]),
        ([mark(20, 22, "x")], [("", "x")]),
    ],
    ids=["alone", "cut by another", "crossing", "ending together", "behind the text"],
)
def test_a_mark_ends_after_its_last_words(marks: list[Mark], expected: list[tuple[str, str]]) -> None:
    (segments,) = cut("abcdefgh", [Span(0, 8)], marks)
    assert [(s.text, "".join(sorted(m.anchor for m in s.ends))) for s in segments if s.ends] == expected


def test_a_mark_that_ends_between_blocks_covers_nothing_behind() -> None:
    first, second = cut("one\n\ntwo", [Span(0, 3), Span(5, 8)], [mark(1, 4, "x"), mark(3, 5, "y")])
    assert [(s.text, [m.anchor for m in s.ends]) for s in first] == [("o", []), ("ne", ["x"])]
    assert [(s.text, [m.anchor for m in s.covers], [m.anchor for m in s.ends]) for s in second] == [("two", [], ["y"])]


def test_a_mark_over_two_blocks_opens_once_and_covers_both() -> None:
    first, second = cut("one\n\ntwo", [Span(0, 3), Span(5, 8)], [mark(1, 7, "x")])
    assert [m.anchor for s in (*first, *second) for m in s.opens] == ["x"]
    assert [s.text for s in (*first, *second) if s.covers] == ["ne", "tw"]


def test_what_begins_between_blocks_moves_to_the_next_and_behind_the_last_to_its_end() -> None:
    first, second = cut("one\n\ntwo\n", [Span(0, 3), Span(5, 8)], [mark(4, 6, "x")], anchors={3: ["p"], 8: ["q"]})
    assert [m.anchor for m in second[0].opens] == ["x"]
    assert second[0].anchors == ("p",)
    assert second[-1].anchors == ("q",)
    assert not any(s.anchors or s.opens for s in first)


def test_a_long_mark_is_brackets_and_a_voice_cuts_too() -> None:
    text = "a" * (WIDE + 20)
    voices = [VoiceSpan(0, 10, "narrator"), VoiceSpan(10, len(text), "quoted")]
    (segments,) = cut(text, [Span(0, len(text))], [mark(5, WIDE + 10, "x")], voices)
    assert not any(s.covers for s in segments)
    assert [s.text for s in segments if s.opens or s.closes] == ["a" * 5, "a" * 10]
    assert [s.voice for s in segments] == ["narrator", "narrator", "quoted", "quoted"]


def test_thousands_of_nested_marks_are_drawn_to_a_bounded_depth() -> None:
    text = "x" * 60
    (segments,) = cut(text, [Span(0, 60)], [mark(i % 25, 60 - i % 25, f"m{i}") for i in range(3000)])
    assert max(len(s.covers) for s in segments) == DEPTH
    assert sum(len(s.opens) for s in segments) == 3000


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12),
    st.lists(st.integers(0, 40), unique=True, max_size=6),
)
def test_no_text_is_lost_or_repeated_and_each_mark_opens_once(spans: list[tuple[int, int]], cuts: list[int]) -> None:
    text = "".join(chr(97 + i % 26) for i in range(40))
    edges = sorted({0, 40, *cuts})
    blocks = [Span(a, b) for a, b in pairwise(edges)]
    marks = [mark(min(pair), max(pair), f"m{i}") for i, pair in enumerate(spans)]
    segments = [s for block in cut(text, blocks, marks) for s in block]
    assert "".join(s.text for s in segments) == text
    assert sorted(m.anchor for s in segments for m in s.opens) == sorted(m.anchor for m in marks)
    assert sorted(m.anchor for s in segments for m in s.ends) == sorted(m.anchor for m in marks if not m.wide)
    for at, segment in zip(
        [sum(len(s.text) for s in segments[:i]) for i in range(len(segments))], segments, strict=True
    ):
        assert all(m.start <= at and at + len(segment.text) <= m.end for m in segment.covers)
