"""What kind of piece it is, and by which evidence."""

from __future__ import annotations

import pytest

from crossread.model import Claim, Found, Metadata, Zone
from crossread.reading.metadata import find_metadata

BODY = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins."


def metadata(*head: Zone, text: str = "", claims: tuple[Claim, ...] = ()) -> Metadata:
    whole = f"{text}\n\n{BODY}"
    return find_metadata(whole, (*head, Zone("body", len(text) + 2, len(whole), "body.paragraph")), claims)


def labelled(kind: str, words: str) -> Metadata:
    return metadata(Zone(kind, 0, len(words), "test"), text=words)  # type: ignore[arg-type]


def claim(field: str, value: str, rule: str, note: str = "") -> Claim:
    return Claim(field, Found(value, rule, note=note))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "words", "genre"),
    [
        ("kicker", "Opinion", "opinion"),
        ("kicker", "OP-ED |", "opinion"),
        ("kicker", "News Analysis", "analysis"),
        ("kicker", "Sponsored by Brill Bank", "sponsored"),
        ("advertisement", "Paid Post", "sponsored"),
        ("kicker", "Fact check", "fact check"),
        ("byline", "Opinion by Ann Lee", "opinion"),
        ("kicker", "World", None),
        ("body", "Opinion", None),
        ("kicker", "Opinion is divided on the wall", None),
    ],
)
def test_a_label_at_the_head_tells_the_genre(kind: str, words: str, genre: str | None) -> None:
    found = labelled(kind, words).genre
    assert (found.value if found else None) == genre


def test_a_label_is_found_with_its_place() -> None:
    found = labelled("kicker", "Opinion").genre
    assert found == Found("opinion", "genre.kicker", 0, 7, "Opinion")


@pytest.mark.parametrize(
    ("given", "genre", "rule"),
    [
        (claim("title", "Opinion | The wall must wait", "meta.og_title"), "opinion", "genre.meta_og_title"),
        (claim("title", "The wall must wait | Editorial", "html.title"), "opinion", "genre.html_title"),
        (claim("section", "Comment", "meta.article_section"), "opinion", "genre.section"),
        (claim("section", "News, Analysis", "json_ld.article_section"), "analysis", "genre.section"),
        (claim("url", "https://brill.example/opinion/the-wall", "meta.og_url"), "opinion", "genre.address"),
        (claim("url", "https://brill.example/news/opinion", "meta.og_url"), None, None),
        (claim("genre", "report", "json_ld.plain_type", "NewsArticle"), "report", "json_ld.plain_type"),
    ],
)
def test_titles_sections_and_addresses_tell_it(given: Claim, genre: str | None, rule: str | None) -> None:
    found = metadata(claims=(given,)).genre
    assert ((found.value, found.rule) if found else (None, None)) == (genre, rule)


def test_the_plain_type_gives_way_to_a_section_without_a_conflict() -> None:
    found = metadata(
        claims=(
            claim("genre", "report", "json_ld.plain_type", "NewsArticle"),
            claim("section", "Opinion", "json_ld.article_section"),
        )
    )
    assert found.genre == Found("opinion", "genre.section", note="Opinion")
    assert found.conflicts == ()


def test_a_type_that_says_it_outright_wins_and_the_section_is_kept_as_conflict() -> None:
    found = metadata(
        claims=(
            claim("genre", "report", "json_ld.type", "ReportageNewsArticle"),
            claim("section", "Opinion", "json_ld.article_section"),
        )
    )
    assert found.genre is not None
    assert (found.genre.value, found.genre.note) == ("report", "ReportageNewsArticle")
    assert [(each.field, each.found.value) for each in found.conflicts] == [("genre", "opinion")]
