"""Likeness is a cosine, the same however many articles share a word."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.events.likeness import Likenesses
from crossread.events.profiles import Profile

WORDS = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.5, 9), max_size=8)


def profiles(*weights: dict[str, float]) -> list[Profile]:
    return [Profile(each, {}, None, None) for each in weights]


def cosine(one: dict[str, float], other: dict[str, float], among: list[dict[str, float]]) -> float:
    """The cosine by its formula, over rarity as it is documented."""
    rarity = {word: sqrt(log((len(among) + 50) / (sum(word in each for each in among) + 1))) for word in "abcdefgh"}
    left, right = ({word: weight * rarity[word] for word, weight in each.items()} for each in (one, other))
    length = sqrt(sum(x * x for x in left.values())) * sqrt(sum(x * x for x in right.values()))
    return sum(weight * right.get(word, 0) for word, weight in left.items()) / length if length else 0.0


@given(st.lists(WORDS, min_size=2, max_size=60))
def test_rare_and_common_words_count_alike(weights: list[dict[str, float]]) -> None:
    found = Likenesses(profiles(*weights))
    for other in range(1, len(weights)):
        expected = cosine(weights[0], weights[other], weights)
        assert found.to(0)[other] == pytest.approx(expected, abs=1e-6)
        assert found.to(other)[0] == pytest.approx(expected, abs=1e-6)


def test_pairs_are_those_from_the_threshold_on() -> None:
    likenesses = Likenesses(profiles({"a": 1.0}, {"a": 1.0, "b": 0.2}, {"c": 1.0}))
    assert [pair[:2] for pair in likenesses.pairs(0.5)] == [(0, 1)]


def test_the_nearest_is_the_first_of_equals() -> None:
    likenesses = Likenesses(profiles({"a": 1.0}, {"b": 1.0}, {"a": 1.0}, {"a": 1.0}))
    nearest = likenesses.nearest(0, [1, 2, 3])
    assert nearest
    assert nearest[0] == 2
    assert likenesses.nearest(0, []) is None
