"""Dates, weekdays and spans of years are reckoned from the day of publication, or left open."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from sample_analysis import build_analysis

from crossread.comparison.quantities.when import days_of, published_on, years_back
from crossread.model import Found, Zone
from crossread.text.amounts import read_amounts
from crossread.text.atoms import Atoms

MONDAY = date(2022, 12, 19)


def days(text: str, published: date | None) -> tuple[date, date] | None:
    atoms = Atoms.of(text, 0, len(text))
    amount = read_amounts(atoms)[0]
    found = days_of(amount, atoms, published) if amount.kind == "date" else years_back(amount, atoms, published)
    return (date.fromordinal(found[0]), date.fromordinal(found[1])) if found else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 16 December 2021", date(2021, 12, 16), date(2021, 12, 16)),
        ("in February 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("since 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("on January 2", date(2023, 1, 2), date(2023, 1, 2)),
        ("on December 16", date(2022, 12, 16), date(2022, 12, 16)),
        ("on Monday", MONDAY, MONDAY),
        ("last Tuesday", date(2022, 12, 13), date(2022, 12, 13)),
        ("next Tuesday", date(2022, 12, 20), date(2022, 12, 20)),
    ],
)
def test_a_date_is_one_day_or_a_span_of_them(text: str, first: date, last: date) -> None:
    assert days(text, MONDAY) == (first, last)


@pytest.mark.parametrize("text", ["the first trip in three years", "three years ago"])
def test_years_are_counted_back_from_publication(text: str) -> None:
    found = days(text, MONDAY)
    assert found is not None
    assert found[0] <= date(2019, 12, 19) <= found[1]
    assert (found[1] - found[0]).days == pytest.approx(366, abs=1)


@pytest.mark.parametrize("text", ["on Monday", "on December 16", "three years ago"])
def test_without_a_day_of_publication_nothing_is_reckoned(text: str) -> None:
    assert days(text, None) is None


@pytest.mark.parametrize("text", ["a three-year plan", "at least three years ago", "9999 years ago", "on February 30"])
def test_what_leads_to_no_day_is_left_open(text: str) -> None:
    assert days(text, MONDAY) is None


def test_the_day_of_publication_is_read_where_there_is_one() -> None:
    made = build_analysis("One.")
    dated = msgspec.structs.replace(made.metadata, published=Found("2022-12-19T10:00:00Z", "test"))
    assert published_on(made) is None
    assert published_on(msgspec.structs.replace(made, metadata=dated)) == MONDAY


def test_without_one_the_day_is_that_of_the_dateline() -> None:
    made = build_analysis("KESSEL, Dec. 19, 2022 — A bomb went off.")
    dateline = Zone("dateline", 0, len("KESSEL, Dec. 19, 2022 —"), "test")
    assert published_on(msgspec.structs.replace(made, zones=(dateline, *made.zones))) == MONDAY
