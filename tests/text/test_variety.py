"""Lexical variety: the published measure, and its edges."""

from __future__ import annotations

import pytest

from crossread.text.variety import lexical_variety


def test_the_more_a_text_repeats_itself_the_lower() -> None:
    varied = [f"word{number % 60}" for number in range(300)]
    dull = [f"word{number % 6}" for number in range(300)]
    high, low = lexical_variety(varied), lexical_variety(dull)
    assert high is not None
    assert low is not None
    assert high > 5 * low


def test_equals_the_definition_worked_out_by_hand() -> None:
    # a b a: two of three differ, which is below .72: a stretch is full after three words, twice; both ways alike.
    assert lexical_variety(["a", "b", "a", "a", "b", "a"]) == pytest.approx(3.0)
    # a b a | c d: the rest of two words has fallen by nothing; backwards d c a b a fills none: 4 of 5 differ.
    backwards = 5 / ((1 - 4 / 5) / (1 - 0.72))
    assert lexical_variety(["a", "b", "a", "c", "d"]) == pytest.approx((5 / 1 + backwards) / 2)


@pytest.mark.parametrize("forms", [[], ["one"], ["no", "word", "comes", "twice"]])
def test_says_nothing_where_no_word_repeats(forms: list[str]) -> None:
    assert lexical_variety(forms) is None
