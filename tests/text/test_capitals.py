"""Words in capitals: which words of a page count as ordinary words that are shouted."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.text.capitals import emphasised


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was a DISASTER for the town.", ["DISASTER"]),
        ("He called it “DISASTER” again.", ["DISASTER"]),  # the mark is no part of the word
        ("It was bad—TERRIBLE, in fact.", ["TERRIBLE"]),
        ("A RE-ELECTED mayor spoke.", ["RE-ELECTED"]),
        ("The ÉTUDE was long, and the étude was old.", ["ÉTUDE"]),
        ("This is BREAKING and URGENT, an urgent matter.", ["BREAKING", "URGENT"]),
        ("The OPEC states met NATO in the US.", []),
        ("The bad Disaster of McDonald was on TV.", []),
        ("The fund (HELP) was named.", []),  # in brackets it is an acronym
        ("", []),
    ],
)
def test_ordinary_words_in_capitals(sentence: str, expected: list[str]) -> None:
    words = document_from_text(f"Council votes on the road\n\nThe council met by the river. {sentence}").words
    assert [words.written(index) for index in emphasised(words)] == expected
