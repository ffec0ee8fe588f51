"""Small words of a briefing: numbers, letters, disturbing characters, excerpts."""

from __future__ import annotations

import pytest

from crossread.reports.messages import language_name
from crossread.reports.numbers import signed
from crossread.reports.visible import excerpt, has_long_word, shortened, visible
from crossread.telling import letter, listed, number, others


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (3, 1, "3"),
        (1200, 0, "1,200"),
        (2.345, 1, "2.3"),
        (-0.312, 2, "−0.31"),
        (-0.0001, 2, "0.00"),
        (None, 2, "not applicable"),
        ("found", 2, "found"),
    ],
)
def test_a_value_is_rounded_as_the_metric_says(value: float | int | str | None, decimals: int, expected: str) -> None:
    assert number(value, decimals) == expected


@pytest.mark.parametrize(("value", "expected"), [(1.25, "+1.2"), (-1.5, "−1.5"), (0.0, "±0"), (-0.01, "±0")])
def test_a_difference_has_a_sign(value: float, expected: str) -> None:
    assert signed(value, 1) == expected


@pytest.mark.parametrize(("index", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA")])
def test_articles_are_lettered(index: int, expected: str) -> None:
    assert letter(index) == expected


def test_the_other_articles_are_named_while_that_reads_well() -> None:
    assert others(["A", "B", "C"], "B") == "A and C"
    assert others(list("ABCDEFG"), "B") == "the other 6 articles"


def test_a_long_list_says_how_many_more() -> None:
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"
    assert listed(["a"]) == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", "a[U+202E]b"),
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("\ud800", "[U+D800]"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("שלום é 漢", "שלום é 漢"),
    ],
)
def test_disturbing_characters_are_shown_and_others_left(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_an_excerpt_stays_in_its_paragraph_and_shortens_long_words() -> None:
    text = "Before.\n\nOne two may three four.\n\nAfter."
    start = text.index("may")
    assert excerpt(text, start, start + 3) == ("One two ", "may", " three four.")
    before, words, after = excerpt("w " * 400, 0, 800, most=40)
    assert " … " in words
    assert len(words) < 50
    assert (before, after) == ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge shut", "Bridge shut"),
        ("The old harbour bridge, long in repair, is shut again", "The old harbour bridge, long in…"),
        ("Bridge\n shut", "Bridge shut"),
        ("x" * 60, "x" * 39 + "…"),
    ],
)
def test_a_title_is_shortened_at_a_word(text: str, expected: str) -> None:
    assert shortened(text) == expected
    assert len(expected) <= 40


def test_only_a_word_too_long_for_its_place_may_be_broken() -> None:
    assert has_long_word("a https://example.org/" + "path/" * 10)
    assert not has_long_word("many words, none of them too long for a line " * 5)


def test_languages_are_named_and_unknown_codes_stay() -> None:
    assert [language_name("de"), language_name("de", code_too=True), language_name("xx")] == [
        "German",
        "German (de)",
        "xx",
    ]
