"""The page by keyboard alone: everything is reached in reading order, focus is seen and nothing covers it."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from page_parts import EVIDENCE, MAIN, SKIP_LINK
from playwright.sync_api import Page

# Notes every element that takes the focus: its place among those that can, how it shows, what covers it.
WATCH = """() => {
    const focusable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(at => at.tabIndex >= 0 && !at.disabled && at.checkVisibility({visibilityProperty: true}))
        .filter(at => at.type !== "radio" || at.checked);
    window.expected = focusable.length;
    window.reached = [];
    window.unseen = new Set();
    window.covered = [];
    document.addEventListener("focusin", ({target}) => {
        window.reached.push(focusable.indexOf(target));
        const style = getComputedStyle(target);
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        if (!ring) window.unseen.add(`${target.localName}.${target.className}`);
        requestAnimationFrame(() => {
            const box = target.getClientRects()[0];
            if (document.activeElement !== target || !box) return;
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (top && !target.contains(top) && !top.contains(target))
                window.covered.push(target.outerHTML.slice(0, 90) + " by " + top.outerHTML.slice(0, 60));
        });
    });
    return focusable.length;
}"""


def tab_through(page: Page, key: str = "Tab") -> None:
    """Presses a key once for every element that can have the focus."""
    for _ in range(page.evaluate("() => window.expected")):
        page.keyboard.press(key)


def test_the_first_stop_skips_to_the_briefing(visit: Visits) -> None:
    page = visit("seeds")
    page.keyboard.press("Tab")
    skip = page.locator(SKIP_LINK)
    assert skip.evaluate("at => at === document.activeElement")
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("main => document.querySelector(main).contains(document.activeElement)", MAIN)


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["one", "one quotation"])
def test_every_link_and_box_is_reached_in_order_and_seen(visit: Visits, name: str, width: int) -> None:
    page = visit(name, width=width)
    expected = page.evaluate(WATCH)
    assert expected > 20
    tab_through(page)
    assert page.evaluate("() => window.reached") == list(range(expected))
    assert page.evaluate("() => [...window.unseen]") == []
    assert page.evaluate("() => window.covered") == []
    page.evaluate("() => { window.covered = []; }")
    tab_through(page, "Shift+Tab")
    assert page.evaluate("() => window.covered") == []


def test_details_open_by_keyboard(visit: Visits) -> None:
    page = visit("one")
    summary = page.locator(f"{EVIDENCE} > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(EVIDENCE).first.evaluate("at => at.open")
    page.keyboard.press("Space")
    assert not page.locator(EVIDENCE).first.evaluate("at => at.open")


def test_a_wide_table_is_scrolled_by_keyboard(visit: Visits) -> None:
    stuck = visit("ten", width=390).evaluate(
        """() => [...document.querySelectorAll("*")].filter(at =>
            ["auto", "scroll"].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1
            && at.tabIndex < 0 && !at.querySelector("a[href], button, input")).map(at => at.outerHTML.slice(0, 100))"""
    )
    assert stuck == []
