"""The page printed, and the page as a reader's settings ask for it: forced colours, less motion."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from contrast import faint_shapes, low_contrast
from page_parts import BARS, ENTRY, LAYER, SHAPES, SIDE, SKIP_LINK, drawn, layer_of, open_everything

UNREAD = """selector => [...document.querySelectorAll(selector)].filter(at =>
    !at.checkVisibility({visibilityProperty: true}) || at.getBoundingClientRect().height === 0).length"""


def test_the_printed_page_leaves_out_what_only_a_screen_needs(visit: Visits) -> None:
    page = visit("seeds")
    page.emulate_media(media="print")
    assert not page.locator(SIDE).is_visible()
    assert not page.locator(SKIP_LINK).is_visible()
    assert not page.locator(LAYER).first.is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_printed_page_shows_all_evidence(visit: Visits, script: bool) -> None:
    page = visit("seeds", java_script_enabled=script)
    assert page.evaluate(UNREAD, ENTRY) > 0, "folded on the screen"
    page.emulate_media(media="print")
    assert page.evaluate(UNREAD, ENTRY) == 0


def test_a_page_in_dark_mode_prints_dark_on_white(visit: Visits) -> None:
    page = visit("one", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ground, ink = page.evaluate(
        """() => ["backgroundColor", "color"].map(name =>
            getComputedStyle(document.body)[name].match(/\\d+/g).map(Number))"""
    )
    assert min(ground[:3]) > 240
    assert max(ink[:3]) < 80


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_bars_marks_and_letters(visit: Visits, scheme: str) -> None:
    page = visit("seeds", forced_colors="active", color_scheme=scheme)
    open_everything(page)
    lost = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(at => {
            const style = getComputedStyle(at), paper = getComputedStyle(document.body).backgroundColor;
            const own = style.backgroundColor;
            const edged = style.borderTopStyle !== "none" && style.borderTopColor !== paper;
            return (own === paper || own === "rgba(0, 0, 0, 0)") && !edged;
        }).map(at => at.outerHTML.slice(0, 80)).slice(0, 3)""",
        BARS,
    )
    assert lost == []
    assert faint_shapes(page, SHAPES) == []
    assert low_contrast(page) == []
    for box in page.locator(LAYER).all():
        marks = page.locator(layer_of(page, box))
        if marks.count():
            assert drawn(marks.first)


def test_nothing_moves_where_less_motion_is_asked_for(visit: Visits) -> None:
    page = visit("seeds", reduced_motion="reduce")
    assert page.evaluate("() => document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(at => {
            const style = getComputedStyle(at);
            const lasts = text => text.split(",").some(part => parseFloat(part) > 0.01);
            const smooth = style.scrollBehavior === "smooth";
            return smooth || lasts(style.transitionDuration) || lasts(style.animationDuration);
        }).map(at => at.outerHTML.slice(0, 80)).slice(0, 3)"""
    )
    assert moving == []
