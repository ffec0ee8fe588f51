"""Which entries of a feed, a table or a folder are taken."""

from __future__ import annotations

import pytest

from crossread.inputs.entries import Entry, entry_of, select
from crossread.inputs.settings import Input
from crossread.model import Claim, Found
from crossread.reading import article_from_text
from crossread.reading.page import Raw, Reference

ENTRIES = [
    Reference("https://example.org/world/harbour", "Harbour wall fails", "2026-11-20T22:30:00-05:00"),
    Reference("https://example.org/sport/final", "Final ends level", "2026-11-22"),
    Reference("https://example.org/world/talks", "Talks on the harbour", "2026-11-19T10:00:00Z"),
    Reference("https://example.org/world/undated", "A note without a date", ""),
    Reference("https://example.org/world/odd", "An odd date", "32 Foo 2026"),
]


def wanted(**conditions: object) -> Input:
    return Input("feed.xml", **conditions)  # type: ignore[arg-type]  # the table below is typed by its rows


def entries() -> list[Entry]:
    return [entry_of(item, "url", (0, number)) for number, item in enumerate(ENTRIES)]


@pytest.mark.parametrize(
    ("conditions", "taken"),
    [
        ({"newest": 2}, ["final", "harbour"]),
        ({"newest": 4}, ["final", "harbour", "talks", "undated"]),
        ({"since": "2026-11-20"}, ["harbour", "final"]),
        ({"since": "2026-11-21"}, ["harbour", "final"]),  # 22:30 in New York is the next day in UTC
        ({"since": "2026-11-22"}, ["final"]),
        ({"since": "2027-01-01"}, []),
        ({"include": ("HARBOUR",)}, ["harbour", "talks"]),
        ({"include": ("harbour*fails", "level")}, ["harbour", "final"]),
        ({"exclude": ("/sport/",)}, ["harbour", "talks", "undated", "odd"]),
        ({"include": ("harbour",), "exclude": ("talks",)}, ["harbour"]),
        ({"include": ("nothing like it",)}, []),
        ({"include": ("world",), "newest": 1}, ["harbour"]),
    ],
)
def test_entries_are_taken_by_date_number_and_words(conditions: dict[str, object], taken: list[str]) -> None:
    kept, _ = select(entries(), wanted(**conditions))
    assert [entry.address.rpartition("/")[2] for entry in kept] == taken


def test_entries_left_out_for_want_of_a_date_are_told() -> None:
    _, told = select(entries(), wanted(since="2026-11-01"))
    assert told == "2 entries without a date left out, since a date is asked for"


def test_an_entry_that_says_only_when_it_was_changed_is_of_that_day() -> None:
    said = (Claim("modified", Found("2026-11-20T21:00:00Z", "feed.modified")),)
    entry = entry_of(Raw(b"text", "feed.atom", part="A service", claims=said), "file", (0, 0))
    kept, told = select([entry], wanted(since="2026-11-20"))
    assert (kept, told) == ([entry], "")


def test_a_row_is_known_by_what_its_table_says_and_an_article_by_itself() -> None:
    said = (Claim("title", Found("A row", "row.title")), Claim("published", Found("2026-11-02", "row.published")))
    row = entry_of(Raw(b"text", "rows.csv", part="row 3", claims=said), "file", (0, 0))
    assert (row.title, row.published, row.address) == ("A row", "2026-11-02", "rows.csv, row 3")
    text = "A wall falls\n\nNovember 3, 2026\n\nThe harbour wall fell on Monday night, the port authority said."
    article = entry_of(article_from_text(text, "wall.txt"), "text", (0, 0))
    assert (article.title, article.address) == ("A wall falls", "wall.txt")
    assert article.day is not None
    assert article.day.date().isoformat() == "2026-11-03"


def test_a_pattern_of_many_stars_ends() -> None:
    entry = Entry(ENTRIES[0], "url", (0, 0), title="a" * 5000, address="b")
    kept, _ = select([entry], wanted(include=("*a" * 60 + "c",)))
    assert kept == []
