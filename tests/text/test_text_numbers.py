from __future__ import annotations

from itertools import pairwise

import pytest

from crossread.text.numbers import find_numbers


def read(text: str) -> list[tuple[str, str, str]]:
    return [(text[number.start : number.end], number.value, number.unit) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("after nearly 10 months of talks", "10 months", "10", "month"),
        ("after ten months of talks", "ten months", "10", "month"),
        ("for three years", "three years", "3", "year"),
        ("a 28-year rule", "28-year", "28", "year"),
        ("a three-year-old boy", "three-year", "3", "year"),
        ("at least 50 heavy farm tractors rolled", "50 heavy farm tractors", "50", "tractor"),
        ("around 55 miles away", "55 miles", "55", "mile"),
        ("some 1,250 people", "1,250 people", "1250", "person"),
        ("some 1\u202f250\u202f000 people", "1\u202f250\u202f000 people", "1250000", "person"),
        ("about 50 000 people", "50 000 people", "50000", "person"),
        ("twenty-five men", "twenty-five men", "25", "man"),
        ("three hundred and five thousand women", "three hundred and five thousand women", "305000", "woman"),
        ("a million voters", "a million voters", "1000000", "voter"),
        ("two dozen cities", "two dozen cities", "24", "city"),
        ("2.5 million votes", "2.5 million votes", "2500000", "vote"),
        ("up 5% on", "5%", "5", "percent"),
        ("up 5.0 per cent on", "5.0 per cent", "5", "percent"),
        ("up five percent on", "five percent", "5", "percent"),
        ("1.5 percentage points", "1.5 percentage points", "1.5", "percentage point"),
        ("worth $3.5 million in all", "$3.5 million", "3500000", "dollar"),
        ("worth US$3.5m in all", "US$3.5m", "3500000", "dollar"),
        ("worth 3.5 million dollars", "3.5 million dollars", "3500000", "dollar"),
        ("a £1bn plan", "£1bn", "1000000000", "pound"),
        ("the €20 note", "€20", "20", "euro"),
        ("on December 16 in", "December 16", "12-16", "date"),
        ("on the 16th of December", "16th of December", "12-16", "date"),
        ("on 16 December 2022", "16 December 2022", "2022-12-16", "date"),
        ("on Dec. 16, 2022, in", "Dec. 16, 2022", "2022-12-16", "date"),
        ("since December 2022", "December 2022", "2022-12", "date"),
        ("dated 2022-12-16", "2022-12-16", "2022-12-16", "date"),
        ("not since 2019, when", "2019", "2019", "year"),
        ("the 2019 elections", "2019", "2019", "year"),
        ("some 2,019 elections", "2,019 elections", "2019", "election"),
        ("10 to 15 boats", "10 to 15 boats", "10-15", "boat"),
        ("10–15 boats", "10–15 boats", "10-15", "boat"),
        ("between ten and 15 boats", "ten and 15 boats", "10-15", "boat"),
        ("Anna Berg, 31, said", "31", "31", "year"),
        ("one year ago", "one year", "1", "year"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, written: str, value: str, unit: str) -> None:
    assert read(text) == [(written, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "one of them and no one else",
        "the two leaders met",
        "one man in the crowd",
        "F-16 jets and COVID-19 cases",
        "Article 5 of the treaty",
        "No. 10 said nothing",
        "at 10:30 a.m. and again at 7 p.m. sharp",
        "open 24/7 until 16/12/2022",
        "one in five and two-thirds of all",
        "a 1 in 3 chance",
        "Senate Bill 1062 and District 9",
        "they won 3-2 in the 2022-23 season",
        "half a million hopes",
        "hundreds of people and several thousand others",
        "first, second and third",
        "he may march in",
        "the M1A1 tank",
        "1" * 10_000,
        "",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert read(text) == []


def test_numbers_come_in_reading_order_and_inside_the_stretch() -> None:
    text = "5 cats. 6 dogs and 7 birds. 8 fish."
    found = find_numbers(text, 8, 27)
    assert [(text[n.start : n.end], n.value) for n in found] == [("6 dogs", "6"), ("7 birds", "7")]


def test_offsets_stay_true_in_long_runs_of_number_words() -> None:
    text = "two million " * 500 + "cats"
    found = find_numbers(text)
    assert all(text[n.start : n.end].startswith("two million") for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
