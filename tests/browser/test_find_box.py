"""The find box: counts what is found, goes from place to place, opens what is folded."""

from __future__ import annotations

import re

from browser_fixtures import Visits
from page_parts import FIND_BOX, FIND_COUNT
from playwright.sync_api import expect


def test_words_are_counted_and_shown_one_after_another(visit: Visits) -> None:
    page = visit("ten")
    page.locator(FIND_BOX).fill("borrowed coats")
    expect(page.locator(FIND_COUNT)).to_have_text(re.compile("[1-9]"))
    page.keyboard.press("Enter")
    assert page.evaluate(
        """() => { const [range] = CSS.highlights.get("found-here"), box = range.getBoundingClientRect();
        return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }"""
    )


def test_what_is_folded_is_opened(visit: Visits) -> None:
    page = visit("seeds")
    page.locator(FIND_BOX).fill("sha-256")
    for _ in range(page.evaluate("() => CSS.highlights.get('found').size")):
        page.keyboard.press("Enter")
        assert page.evaluate(
            """() => { const [range] = CSS.highlights.get("found-here");
            return range.getBoundingClientRect().height > 0; }"""
        )


def test_what_is_not_there_is_told(visit: Visits) -> None:
    page = visit("one")
    page.locator(FIND_BOX).fill("xyzzy")
    expect(page.locator(FIND_COUNT)).to_contain_text("0")
    page.keyboard.press("Enter")


def test_the_box_is_not_there_without_script(visit: Visits) -> None:
    assert not visit("one", java_script_enabled=False).locator(FIND_BOX).is_visible()
