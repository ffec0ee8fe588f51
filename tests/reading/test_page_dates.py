"""Dates as pages write them: brought to ISO 8601, found in lines and addresses, compared by day."""

from __future__ import annotations

import pytest

from crossread.reading.dates import date_in_path, find_date, iso_date, same_day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021-05-04T09:30:00.000Z", "2021-05-04T09:30:00Z"),
        ("2021-05-04T09:30:00+0200", "2021-05-04T09:30:00+02:00"),
        ("2021-05-04 09:30", "2021-05-04T09:30:00"),
        ("2021/05/04 09:30:15", "2021-05-04T09:30:15"),
        ("20210504", "2021-05-04"),
        ("20210504093000", "2021-05-04"),
        ("Tue, 04 May 2021 09:30:00 GMT", "2021-05-04T09:30:00Z"),
        ("Tue May 04 2021 09:30:00 GMT+0200", "2021-05-04T09:30:00+02:00"),
        ("May 4th, 2021 at 9:30 pm", "2021-05-04T21:30:00"),
        ("4 May 2021", "2021-05-04"),
        ("04-May-2021", "2021-05-04"),
        ("4. März 2021", "2021-03-04"),
        ("1er août 2021", "2021-08-01"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("2021年5月4日", "2021-05-04"),
        ("04.05.2021", "2021-05-04"),
        ("25/05/2021", "2021-05-25"),
        ("05/25/2021", "2021-05-25"),
        ("1620120600", "2021-05-04T09:30:00Z"),
        ("1620120600000", "2021-05-04T09:30:00Z"),
        ("2021-05-04T99:30:00Z", "2021-05-04"),
    ],
)
def test_a_date_is_brought_to_iso_8601_whatever_its_writing(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written", ["", "yesterday", "05/04/2021", "0001-01-01T00:00:00Z", "2021-13-40", "May 2021", "4711", "x" * 100_000]
)
def test_what_is_no_date_or_may_be_two_is_not_read(written: str) -> None:
    assert iso_date(written) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2021-05-04", "May 4, 2021", True),
        ("2021-05-04T22:00:00-05:00", "2021-05-05T03:00:00Z", True),
        ("2021-05-04", "2021-05-05T03:00:00Z", True),
        ("2021-05-04T20:00:00", "2021-05-05T01:00:00Z", True),
        ("2021-05-04", "2021-05-05", False),
        ("2021-05-04T10:00:00Z", "2021-05-05T10:00:00Z", False),
        ("2021-05-04", "2021-05-06T03:00:00Z", False),
        ("2021-05-04", "soon", False),
    ],
)
def test_days_are_the_same_where_a_time_zone_can_make_them_so(one: str, other: str, same: bool) -> None:
    assert same_day(one, other) is same_day(other, one) is same


def test_a_date_is_found_in_a_line_without_its_time_of_day() -> None:
    line = "zuletzt geändert am 4. märz 2021, 09:30 uhr"
    span = find_date(line)
    assert span is not None
    assert line[span[0] : span[1]] == "4. märz 2021"
    assert find_date("no date here") is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://brill.example/2021/05/04/harbour-wall", "2021-05-04"),
        ("https://brill.example/news/2021-5-4/harbour-wall", "2021-05-04"),
        ("https://brill.example/2021/05/harbour-wall", None),
        ("https://brill.example/2021/45/99/harbour-wall", None),
        ("", None),
    ],
)
def test_a_date_is_read_from_the_folders_of_an_address(url: str, iso: str | None) -> None:
    assert date_in_path(url) == iso
