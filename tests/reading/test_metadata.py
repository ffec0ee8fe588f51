from __future__ import annotations

from pathlib import Path

import pytest

from crossread.model import Article, Found
from crossread.reading import article_from_text, read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
BODY = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins.\n\nIt fell."


def page(*lines: str, after: str = "") -> Article:
    return article_from_text("\n\n".join(["Council votes", *lines, BODY, after]))


def shown(article: Article, found: Found | None) -> str | None:
    """The value, after a check that it stands where its offsets say."""
    if found is None:
        return None
    assert found.start is not None
    assert article.text[found.start : found.end] == found.value
    return found.value


def test_the_first_seed_names_its_publisher_inside_furniture() -> None:
    article = read(SEEDS / "000_3bafeec33a1c3e02.txt")
    metadata = article.metadata
    assert shown(article, metadata.publisher) == "The San Juan Daily Star"
    assert metadata.publisher is not None
    assert metadata.publisher.rule == "publisher.writers_picture"
    assert shown(article, metadata.title) == "Putin visits Belarus as Ukraine warns of a renewed threat"
    assert [shown(article, author) for author in metadata.authors] == ["Anatoly Kurmanaev"]
    assert metadata.published is None
    assert metadata.language is not None
    assert metadata.language.value == "en"


def test_the_second_seed_has_a_title_and_no_author_date_or_publisher() -> None:
    article = read(SEEDS / "004_3b203e2f2d81c9af.txt")
    metadata = article.metadata
    assert shown(article, metadata.title) == "Putin’s Visit To Belarus Causes Concern…"
    assert (metadata.authors, metadata.publisher, metadata.published, metadata.modified) == ((), None, None, None)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee and Bo Ek, Staff Writer", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Bo Ek and Cleo de Voss", ["Ann Lee", "Bo Ek", "Cleo de Voss"]),
        ("By Ann Lee, Associated Press", ["Ann Lee"]),
        ("By ANN LEE, Reuters", ["ANN LEE"]),
        ("By Ann Lee & Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Authors: Ann Lee; Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Special to the Courier", ["Ann Lee"]),
    ],
)
def test_a_byline_names_its_authors_without_their_jobs(byline: str, authors: list[str]) -> None:
    article = page(byline)
    assert [shown(article, author) for author in article.metadata.authors] == authors


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("May 4, 2023", "May 4, 2023", None),
        ("Published: 4 May 2023", "4 May 2023", None),
        ("Last updated: May 5, 2023", None, "May 5, 2023"),
        ("2023-05-04", "2023-05-04", None),
        ("Published May 4, 2023\n\nUpdated May 5, 2023", "May 4, 2023", "May 5, 2023"),
    ],
)
def test_dates_are_read_from_lines_of_their_own(line: str, published: str | None, modified: str | None) -> None:
    article = page(line)
    assert (shown(article, article.metadata.published), shown(article, article.metadata.modified)) == (
        published,
        modified,
    )


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2023 The Brill Courier. All rights reserved.", "The Brill Courier"),
        ("Copyright 2023 Brill Media", "Brill Media"),
        ("This article first appeared in The Brill Courier.", "The Brill Courier"),
        ("Leave a comment", None),
    ],
)
def test_a_publisher_is_read_from_furniture_and_credits(line: str, publisher: str | None) -> None:
    article = page(after=line)
    assert shown(article, article.metadata.publisher) == publisher


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council met on Monday evening to speak about the harbour wall and the money.", "en"),
        ("Der Rat hat am Montagabend beschlossen, die alte Brücke abzureißen und neu zu bauen.", "de"),
        ("Le conseil a décidé lundi soir de réparer le mur du port avant le prochain hiver.", "fr"),
        ("Совет решил в понедельник вечером починить стену гавани до следующей зимы в этом городе.", "ru"),
        ("Hello there", None),
    ],
)
def test_the_language_is_that_of_the_body_and_unknown_in_a_few_words(text: str, language: str | None) -> None:
    found = article_from_text(text).metadata.language
    assert (found.value if found else None) == language
