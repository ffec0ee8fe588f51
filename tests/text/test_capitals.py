"""Words in capitals: which words of a page count as ordinary words that are shouted."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.text.capitals import emphasised, in_title


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


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The band May Rain played on.", "May", True),
        ("May the best boat win.", "May", False),  # every sentence begins with a capital
        ("He asked: May the board meet?", "May", False),
        ("He said “Maybe the board met” again.", "Maybe", False),
        ("It was MAY when they met.", "MAY", False),  # shouted, which is no title
        ("It was may when they met.", "may", False),
    ],
)
def test_a_capital_in_mid_sentence_is_a_name_or_title(sentence: str, word: str, expected: bool) -> None:
    words = document_from_text(f"Council votes on the road\n\nThe council met by the river. {sentence}").words
    (index,) = (i for i in range(len(words)) if words.written(i) == word)
    assert in_title(words, index) is expected
