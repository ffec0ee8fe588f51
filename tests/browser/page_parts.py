"""Where the parts of the page stand: the one place that knows its markup."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

SKIP_LINK = "a.skip"
NAVIGATION = "nav.sections"
MAIN = "#main"
FIGURE = "a.num"  # a value that leads to its words
ENTRY = "li[id^='e-']"  # a piece of evidence in a list
ENTRY_LINK = "a.code"  # in an entry: to the mark in the text
MARK = ".text a.mk[id]"  # the beginning of a mark in an annotated text
DIFFERENCE_LINK = "#differences a"
FINDING = "ol.found > li[id]"  # one finding in the section of its kind
LAYER = "fieldset input[type=checkbox]:not(#layer-all)"
ALL_LAYERS = "#layer-all"
STICKY = "nav.sections"  # what can cover what was scrolled to
BAR = ".share i, svg .bar"  # what tells a value by its length
SHAPES = "svg .dot, svg .whisker, svg .axis"  # what must be told from the paper


def layer_of(page: Page, box: Locator) -> str:
    """A selector of the marks that a box switches."""
    number = (box.get_attribute("id") or "").removeprefix("layer-")
    return f".text .mk.l{number}"


def open_everything(page: Page) -> None:
    """All details open and all layers on."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    boxes = page.locator(ALL_LAYERS)
    if boxes.count():
        boxes.check()


def drawn(mark: Locator) -> bool:
    """Whether a mark is drawn in the text."""
    seen: bool = mark.evaluate(
        """mark => {
            const style = getComputedStyle(mark);
            const alpha = /rgba\\(.*, *([\\d.]+)\\)/.exec(style.textDecorationColor);
            return style.textDecorationLine.includes("underline") && (!alpha || Number(alpha[1]) > 0);
        }"""
    )
    return seen


def follow_back(mark: Locator) -> None:
    """From a mark in the text to its entry in the evidence."""
    mark.click()
