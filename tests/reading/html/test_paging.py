from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from crossread.reading.html.paging import next_page
from crossread.reading.page import Raw
from crossread.reading.readers import read_whole


@pytest.mark.parametrize(
    ("here", "following", "goes_on"),
    [
        ("https://example.org/wall", "https://example.org/wall?page=2", True),
        ("https://example.org/wall?page=2", "?page=3", True),
        ("https://example.org/wall", "/wall/2", True),
        ("https://example.org/wall/", "/wall/page/2/", True),
        ("https://example.org/wall/2", "/wall/3", True),
        ("https://example.org/wall.html", "/wall-2.html", True),
        ("https://example.org/wall-2.html", "/wall-3.html", True),
        ("https://example.org/wall", "/bridge", False),
        ("https://example.org/story-17", "/story-12", False),
        ("https://example.org/wall", "https://example.com/wall?page=2", False),
        ("https://example.org/wall?id=4", "?id=5", False),
        ("https://example.org/2026/11/21/wall", "/2026/11/22/grain", False),
        ("https://example.org/wall", "javascript:next()", False),
    ],
)
def test_the_next_page_of_the_article_is_told_from_the_next_article(here: str, following: str, goes_on: bool) -> None:
    tree = document_fromstring(f"<html><head><link rel=next href='{following}'></head><body><p>x</p></body></html>")
    assert (next_page(tree, here) is not None) == goes_on


def test_an_article_that_goes_on_elsewhere_says_so() -> None:
    story = "".join(
        f"<p>The harbour wall gave way in place {n} on Monday, the port authority said.</p>" for n in range(9)
    )
    html = f"<html><body><article><h1>A wall falls</h1>{story}<a rel=next href='/wall/2'>2</a></article></body></html>"
    (article,) = read_whole(Raw(html.encode(), "page.html", "page.html", url="https://example.org/wall"))
    assert "goes on at https://example.org/wall/2" in article.warnings[0]  # type: ignore[union-attr]
