"""The markup is sound: no parse error, every id once, every reference with its target."""

from __future__ import annotations

from itertools import pairwise

import pytest
from browser_fixtures import Visits
from made_pages import MAKERS
from playwright.sync_api import Page
from tinyhtml5.parser import HTMLParser

DOUBLED = """() => {
    const seen = new Set();
    return [...document.querySelectorAll("[id]")].map(at => at.id).filter(id => !id || seen.size === seen.add(id).size);
}"""
DANGLING = """() => {
    const lost = [];
    for (const name of ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
                        "popovertarget", "commandfor", "list"])
        for (const at of document.querySelectorAll(`[${name}]`))
            for (const id of at.getAttribute(name).split(/\\s+/))
                if (!document.getElementById(id)) lost.push(`${name}=${id}`);
    for (const at of document.querySelectorAll("a[href^='#']"))
        if (!document.getElementById(decodeURIComponent(at.getAttribute("href").slice(1)))) lost.push(at.outerHTML);
    return lost;
}"""


@pytest.mark.parametrize("name", MAKERS)
def test_the_html_parses_without_an_error(visit: Visits, name: str) -> None:
    parser = HTMLParser()
    parser.parse(visit.made_page(name).read_bytes(), override_encoding="utf-8")
    assert parser.errors == []


@pytest.mark.parametrize("name", MAKERS)
def test_references_have_targets_and_tables_drawings_and_headings_are_in_order(visit: Visits, name: str) -> None:
    page = visit(name)
    assert page.evaluate(DOUBLED) == [], "ids that stand twice"
    assert page.evaluate(DANGLING) == [], "references without their target"
    assert opening_tags(page, "table:not(:has(> caption))") == []
    assert opening_tags(page, "th:not([scope])") == []
    assert opening_tags(page, "svg:not([role]:is([aria-label], [aria-labelledby]), [aria-hidden=true])") == []
    tags = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(at => at.localName)")
    levels = [int(tag[1]) for tag in tags]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def opening_tags(page: Page, selector: str) -> list[str]:
    """The beginnings of the elements that match."""
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(at => at.outerHTML.slice(0, 100))")
    return found
