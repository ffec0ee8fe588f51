"""Places to hyphenate, counted from pyphen's patterns, held against pyphen itself."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyphen import Pyphen

from crossread.text.syllables import count_hyphens, word_facts


@cache
def pyphen() -> Any:
    return Pyphen(lang="en_US")


@pytest.mark.parametrize("word", ["", "a", "of", "hyphenation", "depressurisation", "wellknown", "café", "o'clock"])
def test_places_to_hyphenate_are_pyphens(word: str) -> None:
    assert count_hyphens(word) == len(pyphen().positions(word))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aeioubcdfghlmnprstvwyéx'.", max_size=24))
def test_places_in_any_letters_are_pyphens(word: str) -> None:
    assert count_hyphens(word) == len(pyphen().positions(word))


def test_every_pattern_of_pyphen_is_read_as_pyphen_reads_it() -> None:
    assert [
        letters for letters in pyphen().hd.patterns if count_hyphens(letters) != len(pyphen().positions(letters))
    ] == []


@pytest.mark.parametrize("number", ["7", "2019", "20,000", "756643058100428800"])
def test_a_number_is_one_syllable_as_pyphen_has_no_place_in_it(number: str) -> None:
    assert word_facts(number).syllables == len(pyphen().positions(number.replace(",", ""))) + 1 == 1
