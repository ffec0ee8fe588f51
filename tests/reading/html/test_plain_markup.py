"""Pages whose elements have no names, as old blogs and simple mails are: the wording has to tell."""

from __future__ import annotations

import pytest

from crossread.model import Article
from crossread.reading.compose import compose
from crossread.reading.formats.html import READER
from crossread.reading.page import Page, Raw

STORY = [
    "The harbour board of Brill voted on Tuesday to rebuild the eastern sea wall, which broke in the storm of January.",
    "“We cannot go through another winter like the last one,” said Marit Holm, who chairs the board, after the vote.",
    "The work is to begin in April and to cost 4.2 million crowns, half of which the county has promised to pay.",
    "Fishermen had asked for a lower wall, since a high one would hide the entrance from boats that come in at night.",
]
HEADLINE = "Brill to rebuild its sea wall"
COMMENTS = (
    '<h4>3 Responses to "Brill to rebuild its sea wall"</h4><p><b>dockhand7 says:</b><br>November 18, 2026 at 9:02 pm'
    "<br>Spot on. My uncle built that wall.</p><p><b>Liz says:</b><br>November 19, 2026 at 7:14 am<br>Rubbish.</p>"
)


def article(*, top: str = "", end: str = "", head: str = "") -> Article:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    html = (
        f"<html><head><title>{HEADLINE}</title>{head}</head><body><div><div><a href=/>THE BRILL REVIEW</a></div><div>"
        f"<h2>{HEADLINE}</h2>{top}{paragraphs}{end}</div></div></body></html>"
    )
    raw = Raw(html.encode(), "wall.html", media_type="text/html", charset="utf-8", url="https://news.example/wall")
    [page] = READER.read(raw)
    assert isinstance(page, Page)
    return compose(page, raw, "html")


def kinds(found: Article) -> dict[str, str]:
    return {found.text[zone.start : zone.end]: zone.kind for zone in found.zones}


def test_comments_without_names_are_comments_and_the_story_stays_body() -> None:
    found = article(end=COMMENTS)
    below = [zone.kind for zone in found.zones if zone.start > found.text.index(STORY[-1])]
    assert below == ["comment"] * 7
    assert [text for text, kind in kinds(found).items() if kind == "body"] == STORY


def test_a_heading_within_a_story_without_names_is_a_heading() -> None:
    found = article(end=f"<h4>Responses to the plan</h4><p>{STORY[2]} The town has a month to answer.</p>")
    assert kinds(found)["Responses to the plan"] == "body"


def test_a_name_and_a_date_below_the_headline_are_byline_and_date() -> None:
    found = article(top="<p>Edmund Vale | November 18, 2026</p>")
    assert kinds(found)["Edmund Vale | November 18, 2026"] == "byline"
    assert [author.value for author in found.metadata.authors] == ["Edmund Vale"]
    assert found.metadata.published
    assert found.metadata.published.value == "November 18, 2026"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("18 November 2026, 6.05pm Updated 19 November 2026, 7.30am", "date_line"),
        ("New Brill, News Shore Bureau | Updated : 19 November 2026, 09:01 AM", "byline"),
        ("Updated at 1:23 p.m. to add the answer of the board.", "correction"),
    ],
)
def test_a_line_below_the_headline_is_known_by_its_wording(line: str, kind: str) -> None:
    assert kinds(article(top=f"<p>{line}</p>"))[line] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ann Lee and Bo Ek in Brill", "byline"),
        ("Ann Lee and Bo Ekin Brill", "byline"),
        ("Bo Ek @boek", "byline"),
        ("Cy Roe in Brill", "furniture"),
    ],
)
def test_a_line_of_the_names_that_the_page_gives_its_authors_is_the_byline(line: str, kind: str) -> None:
    data = '{"@type":"NewsArticle","author":[{"name":"By Ann Lee"},{"name":"Bo Ek"}]}'
    found = article(top=f"<div><span>{line}</span></div>", head=f'<script type="application/ld+json">{data}</script>')
    assert kinds(found)[line] == kind
    assert [author.value for author in found.metadata.authors] == ["Ann Lee", "Bo Ek"]
    assert not found.metadata.conflicts


@pytest.mark.parametrize(("author", "kind"), [("Edmund Vale", "author_bio"), ("Ann Lee", "body")])
def test_who_the_page_names_as_its_author_is_told_of_in_a_bio(author: str, kind: str) -> None:
    told = "Edmund Vale saw the wall fall from the pier and told the board of it on the next morning."
    bio = "Edmund Vale is a fellow at the Institute for the Sea."
    found = article(end=f"<p>{told}</p><p><em>{bio}</em></p>", head=f'<meta name="author" content="{author}">')
    assert kinds(found)[bio] == kind
    assert kinds(found)[told] == "body"


def test_calls_and_the_foot_of_a_simple_mail_are_furniture() -> None:
    call, foot, address = (
        "Support independent journalism. Donate today.",
        "Unsubscribe",
        "The Letter, 4 Rope Walk, Brill",
    )
    found = kinds(
        article(end=f"<p>{call}</p><p>You receive this because you asked. <a href=u>{foot}</a></p><p>{address}</p>")
    )
    assert found[call] == found[address] == "furniture"
    assert [text for text, kind in found.items() if kind == "body"] == STORY
