"""Links of the story are kept with their full address and whether they stay on the site."""

from __future__ import annotations

import pytest

from crossread.reading.formats.html import READER
from crossread.reading.page import Page, Raw

PARAGRAPH = "The harbour board of Brill voted on Tuesday to rebuild the eastern sea wall, which broke in January."


def links_of(markup: str, url: str, head: str = "") -> list[tuple[str, str, bool]]:
    story = f"<p>{PARAGRAPH}</p><p>{markup}</p><p>{PARAGRAPH} Then it rose.</p>"
    html = f"<html><head>{head}</head><body><article>{story}</article></body></html>"
    [page] = READER.read(Raw(html.encode(), "a.html", url=url))
    assert isinstance(page, Page)
    return [(page.text[link.start : link.end], link.url, link.own_site) for link in page.links]


@pytest.mark.parametrize(
    ("href", "url", "own_site"),
    [
        ("/storm", "https://www.news.example/storm", True),
        ("next.html#top", "https://www.news.example/brill/next.html#top", True),
        ("//cdn.news.example/plan.pdf", "https://cdn.news.example/plan.pdf", True),
        ("https://news.example/a", "https://news.example/a", True),
        ("HTTPS://News.Example/a", "https://News.Example/a", True),
        ("http://other.example/a", "http://other.example/a", False),
        ("https://badnews.example/a", "https://badnews.example/a", False),
    ],
)
def test_links_are_absolute_and_know_their_site(href: str, url: str, own_site: bool) -> None:
    markup = (
        f'As we wrote, <a href="{href}">the   storm\n of <b>January</b></a> broke the wall in three places at once.'
    )
    assert links_of(markup, "https://www.news.example/brill/wall") == [("the storm of January", url, own_site)]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "mailto:a@b.example", "#top", "", "data:text/html,x", "http://[::1", "ftp://a.example/"],
)
def test_links_that_lead_nowhere_on_the_web_are_text_alone(href: str) -> None:
    markup = f'As we wrote, <a href="{href}">the storm</a> broke the wall in three places at once in January.'
    assert links_of(markup, "https://news.example/") == []


def test_the_base_element_is_respected() -> None:
    markup = 'As we wrote, <a href="storm">the storm</a> broke the wall in three places at once in January.'
    head = '<base href="/archive/2024/">'
    found = links_of(markup, "https://news.example/brill/wall", head)
    assert found == [("the storm", "https://news.example/archive/2024/storm", True)]


def test_without_an_address_relative_links_are_left_out_and_others_are_foreign() -> None:
    markup = (
        '<a href="/a">One link</a> and <a href="https://other.example/">another one</a> stand in this sentence '
        "of the story, which goes on for a while."
    )
    assert links_of(markup, "") == [("another one", "https://other.example/", False)]


def test_spans_hold_beside_characters_that_are_composed_and_marks_that_are_dropped() -> None:
    markup = (
        'Cafe\u0301s\u200b and so\u00adme <a href="/x">cafe\u0301 owners</a> asked for a lower wall by the harbour.'
    )
    assert links_of(markup, "https://news.example/") == [("café owners", "https://news.example/x", True)]
