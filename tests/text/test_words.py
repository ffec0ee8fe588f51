from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import VOICES
from crossread.parse import document_from_text
from crossread.text.words import cut_words, find_words, fold

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("aB1.,'’-–— “”\n$&_"), st.characters(codec="utf-8")), max_size=80)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("— … “”", []),
        ("war—and peace", ["war", "and", "peace"]),
        ("war–and peace", ["war", "and", "peace"]),
        ("war - and", ["war", "and"]),
        ("a well-known mother-in-law", ["a", "well-known", "mother-in-law"]),
        ("Belarus’s and Hull's", ["Belarus’s", "and", "Hull's"]),
        ("They don’t; I'd", ["They", "don’t", "I'd"]),
        ("the drivers’ union", ["the", "drivers", "union"]),
        ("the U.S. troops", ["the", "U.S.", "troops"]),
        ("a U.S.-based body", ["a", "U.S.-based", "body"]),
        ("in the U.S.", ["in", "the", "U.S."]),
        ("at 5 a.m. on", ["at", "5", "a.m.", "on"]),
        ("1,000 men, 2 boats", ["1,000", "men", "2", "boats"]),
        ("$3.5 million", ["3.5", "million"]),
        ("a 28-year rule", ["a", "28-year", "rule"]),
        ("the 1990s and 21st", ["the", "1990s", "and", "21st"]),
        ("at 10:30.", ["at", "10:30"]),
        ("AT&T and R&D", ["AT&T", "and", "R&D"]),
        ("“quoted,” he said", ["quoted", "he", "said"]),
        ("Zoë naïvely", ["Zoë", "naïvely"]),
        ("snake_case", ["snake", "case"]),
        ("one...two", ["one", "two"]),
        ("end.Next", ["end", "Next"]),
        ("\N{ROCKET} up", ["up"]),
        ("Плохой день", ["Плохой", "день"]),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@settings(deadline=None)
@given(TEXTS)
def test_words_stand_in_order_and_begin_and_end_on_letters_or_digits(text: str) -> None:
    spans = find_words(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start].isalnum() and (text[end - 1].isalnum() or text[end - 1] == ".") for start, end in spans)


@settings(deadline=None)
@given(TEXTS)
def test_no_letter_or_digit_is_left_outside_a_word(text: str) -> None:
    inside = {position for start, end in find_words(text) for position in range(start, end)}
    assert not [char for position, char in enumerate(text) if char.isalnum() and position not in inside]


@settings(deadline=None)
@given(st.one_of(TEXTS, st.just("İzmir’de ODD Straße ΣΑΣ U.S. don’t")))
def test_a_text_is_cut_into_the_words_found_in_it(text: str) -> None:
    starts, ends, forms = cut_words(text)
    assert list(zip(starts, ends, strict=True)) == find_words(text)
    assert forms == [fold(text[start:end]) for start, end in find_words(text)]


def test_folding_makes_of_no_letter_or_digit_something_else() -> None:
    # Words are cut from the folded text where it is as long as the text itself.
    def kind(char: str) -> tuple[bool, ...]:
        return char.isalpha(), char.isalnum(), char.isdecimal(), char.isspace()

    folded = [(char, fold(char)) for char in map(chr, range(sys.maxunicode + 1)) if len(fold(char)) == 1]
    assert [char for char, form in folded if form != char and kind(char) != kind(form)] == []


@settings(deadline=None)
@given(TEXTS.filter(str.strip))
def test_a_document_knows_each_word_by_its_place_and_folded_form(text: str) -> None:
    document = document_from_text(f"{text}\n\nThe end of it.")
    found = document.words
    assert len(found) == len(found.ends) == len(found.forms) == len(found.sentences) == len(found.voices)
    for i in range(len(found)):
        assert found.written(i) == document.text[found.starts[i] : found.ends[i]]
        assert found.forms[i] == fold(found.written(i))
        sentence = document.sentences[found.sentences[i]] if found.sentences[i] >= 0 else None
        assert sentence is None or sentence.start <= found.starts[i] < found.ends[i] <= sentence.end


def test_a_document_knows_the_words_of_each_sentence_and_how_many_each_voice_has() -> None:
    text = "Wall falls\n\nBy Ann Lee\n\nThe wall fell. “It leaks badly,” Ann Lee said on Monday, “and fell.”\n\n…"
    document = document_from_text(text)
    words = document.words
    assert [words.within(s.start, s.end) for s in document.sentences] == list(words.by_sentence)
    heard = Counter(zip(words.voices, words.sentences, strict=True))
    for voice in VOICES:
        counted = {sentence: count for (of, sentence), count in heard.items() if of == voice}
        assert words.sizes[voice] == counted
        assert words.size(voice) == sum(counted.values())
    assert document.body_word_count == sum(map(words.size, VOICES)) == 13
    named = {i for name in document.names for i in words.within(name.start, name.end)}
    assert [i for i, is_named in enumerate(words.named) if is_named] == sorted(named)


def test_words_within_a_stretch_are_those_that_begin_in_it() -> None:
    found = document_from_text("One two three four five.").words
    assert [found.written(i) for i in found.within(4, 14)] == ["two", "three"]
    assert [found.written(i) for i in found.within(5, 15)] == ["three", "four"]
    assert list(found.within(100, 200)) == []
