from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.blocks import find_blocks

WRAPPED = """The council met on Monday evening to speak about
the harbour wall, which has let in water since the
storms of last winter and needs a great deal of work."""


def blocks(text: str) -> list[str]:
    return [text[block.start : block.end] for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("one", ["one"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n \t \n\n\ntwo\n", ["one", "two"]),
        ("  one  \n\n\ttwo\t", ["one", "two"]),
        ("Share\nTweet\nPrint", ["Share", "Tweet", "Print"]),
        (WRAPPED, [WRAPPED]),
        (f"A headline\n\n{WRAPPED}\n\nThe end.", ["A headline", WRAPPED, "The end."]),
    ],
)
def test_blank_lines_part_blocks_and_wrapped_lines_are_one(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_one_paragraph_a_line_is_one_block_a_line() -> None:
    lines = [
        "The council met on Monday evening to speak about the harbour wall.",
        "It has let in water since the storms of the winter before last.",
        "The work will begin in the spring and may last until the autumn.",
    ]
    assert blocks("\n".join(lines)) == lines


@settings(deadline=None)
@given(st.text(alphabet="ab. \n\t\u00a0", max_size=200))
def test_blocks_are_in_order_and_hold_every_visible_character(text: str) -> None:
    found = find_blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[b.start : b.end].split()) for b in found) == "".join(text.split())
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() != "" for b in found)
