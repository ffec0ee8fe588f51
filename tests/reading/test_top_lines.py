"""Lines at the head of a copied page: the site's name, bylines with a date, several dates in one line."""

from __future__ import annotations

import pytest

from crossread.model import Article, Found
from crossread.reading import article_from_text

LEDE = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins."
SECOND = "The work will cost ten million pounds and may last until the autumn, members were told there."
TITLE = "Council votes to mend the harbour wall"


def article(*top: str, end: str = "") -> Article:
    return article_from_text("\n\n".join((*top, LEDE, SECOND, *([end] if end else []))))


def value_of(found: Found | None) -> str | None:
    return found.value if found else None


def first_kinds(found: Article, count: int) -> list[str]:
    return [zone.kind for zone in found.zones[:count]]


@pytest.mark.parametrize(
    ("first", "end", "kind", "publisher"),
    [
        ("Brill Courier", "Ann Lee is the Courier’s reporter for the harbour.", "furniture", "Brill Courier"),
        ("The Brill Gazette", "", "furniture", None),
        ("Estuary Notes", "© 2026 Estuary Notes. All rights reserved.", "furniture", "Estuary Notes"),
        ("Estuary Notes", "Write to the author at lee@estuarynotes.example.", "furniture", "Estuary Notes"),
        ("Local news", "", "kicker", None),
        ("POLITICS", "", "kicker", None),
    ],
)
@pytest.mark.parametrize("below", [("By Ann Lee",), ("4 May 2026",), ()])
def test_a_site_or_section_above_the_headline_is_not_the_headline(
    first: str, end: str, kind: str, publisher: str | None, below: tuple[str, ...]
) -> None:
    found = article(first, TITLE, *below, end=end)
    assert first_kinds(found, 2) == [kind, "title"]
    assert found.metadata.title
    assert found.metadata.title.value == TITLE
    assert value_of(found.metadata.publisher) == publisher


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Harbour Crisis", "Council votes to mend the broken wall"),
        ("Marit Holm", "The woman who wants to hold back the sea"),
        ("Sea News", "What the tide brought in this week"),
        ("Brill Courier", "The paper that was printed for two hundred years."),
        ("Brill Courier", "Closed for good"),
        ("Wall falls", "Council votes to mend it before the winter"),
    ],
)
def test_a_short_headline_over_a_standfirst_is_the_headline(title: str, below: str) -> None:
    found = article(title, below, "By Ann Lee", end="Marit Holm was there, and the Harbour Crisis went on.")
    assert found.metadata.title
    assert found.metadata.title.value == title


@pytest.mark.parametrize(
    ("line", "author", "published", "modified"),
    [
        ("Edmund Vale | November 18, 2026", "Edmund Vale", "November 18, 2026", None),
        ("Edmund Vale and Ann Lee • 18 November 2026, 6.05pm", "Edmund Vale", "18 November 2026", None),
        ("November 18, 2026 | Edmund Vale", "Edmund Vale", "November 18, 2026", None),
        ("By Edmund Vale, 18 November 2026, 18:05 GMT", "Edmund Vale", "18 November 2026", None),
        ("New Delhi, Harbour News Bureau | 18 November 2026", "Harbour News Bureau", "18 November 2026", None),
        ("Edmund Vale | Updated : 19 November 2026, 09:01 AM", "Edmund Vale", None, "19 November 2026"),
    ],
)
def test_a_name_and_a_date_in_one_line_are_byline_and_date(
    line: str, author: str, published: str | None, modified: str | None
) -> None:
    found = article(TITLE, line)
    assert first_kinds(found, 2) == ["title", "byline"]
    assert found.metadata.authors[0].value == author
    assert value_of(found.metadata.published) == published
    assert value_of(found.metadata.modified) == modified


@pytest.mark.parametrize("line", ["The sea wall | November 18, 2026", "Brill, on 18 November 2026 | the wall has gone"])
def test_other_words_beside_a_date_are_no_byline(line: str) -> None:
    assert "byline" not in first_kinds(article(TITLE, line), 2)


def test_a_dated_headline_is_the_headline() -> None:
    assert first_kinds(article("Morning Briefing | May 4, 2026"), 1) == ["title"]


@pytest.mark.parametrize(
    "line",
    [
        "18 November 2026, 6.05pm Updated 19 November 2026, 7.30am",
        "Published 18 November 2026, 6.05pm. Updated 19 November 2026, 7.30am",
        "PUBLISHED: 18:05, Wed, 18 November 2026 | UPDATED: 07:30, Thu, 19 November 2026",
        "18 November 2026 @18:05 PM · Updated: 19 November 2026 @7:30 AM",
        "Published 18 November 2026 (last modified 19 November 2026)",
    ],
)
def test_two_dates_in_one_line_are_both_found(line: str) -> None:
    found = article(TITLE, line)
    assert first_kinds(found, 2) == ["title", "date_line"]
    assert found.metadata.published
    assert found.metadata.published.value.lower() == "18 november 2026"
    assert found.metadata.modified
    assert found.metadata.modified.value.lower() == "19 november 2026"


@pytest.mark.parametrize(
    "line",
    [
        "18 November 2026 was the day of the storm",
        "On 18 November 2026 the wall fell and on 19 November 2026 the quay did",
    ],
)
def test_a_sentence_with_dates_is_no_date_line(line: str) -> None:
    assert "date_line" not in first_kinds(article(TITLE, line), 2)


def test_a_menu_above_the_headline_is_furniture() -> None:
    menu = ("Estuary Notes", "News", "Sport", "Opinion")
    found = article(*menu, TITLE, "By Ann Lee", end="© 2026 Estuary Notes")
    assert first_kinds(found, 5) == ["furniture"] * 4 + ["title"]
    assert value_of(found.metadata.publisher) == "Estuary Notes"


def test_a_page_of_section_names_keeps_them() -> None:
    assert first_kinds(article("News", "Sport"), 1) == ["title"]
