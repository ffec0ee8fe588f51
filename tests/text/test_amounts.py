"""Numbers are read with what their wording allows, what they count and in which unit."""

from __future__ import annotations

import pytest

from crossread.text.amounts import Amount, read_amounts
from crossread.text.atoms import Atoms


def read(text: str) -> list[tuple[str, Amount]]:
    return [(text[found.start : found.end], found) for found in read_amounts(Atoms.of(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "written", "kind", "value"),
    [
        ("killing at least 12 people", "at least 12 people", "count", 12),
        ("killing nine", "nine", "count", 9),
        ("12 police officers in all", "12 police officers", "count", 12),
        ("it cost nearly $1.2 million then", "nearly $1.2 million", "money", 1_200_000),
        ("a fine of 40 million euros", "40 million euros", "money", 40_000_000),
        ("a sack of 40 pounds", "40 pounds", "count", 40),
        ("some 12 % of voters", "some 12 %", "percent", 12),
        ("by 5 percentage points", "5 percentage points", "points", 5),
        ("a two-week strike", "two-week", "duration", 14),
        ("after 36 hours", "36 hours", "duration", 1.5),
        ("Anna Berg, 31, said", "31", "age", 31),
        ("the 31-year-old teacher", "31-year", "age", 31),
        ("more than 10 kilometres away", "more than 10 kilometres", "measure", 10_000),
        ("100 or more homes", "100 or more", "count", 100),
        ("100+ homes", "100+", "count", 100),
        ("١٢ people", "١٢ people", "count", 12),
    ],
)
def test_an_amount_has_a_kind_and_a_value_in_one_unit(text: str, written: str, kind: str, value: float) -> None:
    ((found, amount),) = read(text)
    assert (found, amount.kind) == (written, kind)
    assert amount.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("12 people", [12], [11, 13]),
        ("at least 12 people", [12, 14], [11, 20]),
        ("more than 100 people", [100, 120], [90, 200]),
        ("up to 50 people", [50, 45], [51, 30]),
        ("about 200 people", [185, 200, 215], [150, 240]),
        ("nearly 200 people", [190], [215]),
        ("a dozen people", [11, 12, 13], [10, 14]),
        ("1.2 million people", [1_187_000], [1_260_000]),
        ("10 to 15 people", [10, 12, 15], [9, 16]),
    ],
)
def test_the_wording_of_a_number_allows_a_range(text: str, inside: list[float], outside: list[float]) -> None:
    ((_, amount),) = read(text)
    assert all(amount.low <= value <= amount.high for value in inside)
    assert not any(amount.low <= value <= amount.high for value in outside)


@pytest.mark.parametrize(
    ("text", "date"),
    [("on December 16, 2022,", "2022-12-16"), ("since 2019 the", "2019"), ("on 16 May", "05-16")],
)
def test_a_date_keeps_the_parts_it_gives(text: str, date: str) -> None:
    ((_, amount),) = read(text)
    assert (amount.kind, amount.date) == ("date", date)


def test_a_weekday_is_a_date_only_with_a_capital() -> None:
    assert [(written, amount.unit) for written, amount in read("on Monday and on a monday")] == [("Monday", "monday")]


def test_the_noun_and_the_words_before_it_are_told_apart() -> None:
    ((_, amount),) = read("50 Ural military trucks")
    assert (amount.noun, amount.modifiers) == ("truck", ("ural", "military"))


def test_what_a_rate_is_taken_over_is_kept() -> None:
    assert [amount.per for _, amount in read("260 flights a day and $40 per barrel, $4")] == ["day", "barrel", ""]


@pytest.mark.parametrize(
    "text",
    ["1e999", "9" * 10_000, "'08", "the 1930s", "from 2013 to 2022", "F-16", "a 1 in 3 chance", ""],
)
def test_what_is_no_amount_is_not_read_as_one(text: str) -> None:
    assert not [amount for _, amount in read(text) if amount.kind != "date"]


def test_the_largest_number_there_are_words_for_is_still_finite() -> None:
    amounts = read("9" * 24 + " trillion" * 4000 + " people")
    assert amounts
    assert all(0 <= amount.high < float("inf") for _, amount in amounts)
