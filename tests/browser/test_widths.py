"""Nothing scrolls sideways: not on a telephone, not for a word or a headline without end."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from made_pages import MAKERS
from page_parts import open_everything

# What is wider than the window and stands in no box that scrolls by itself.
WIDER = """() => {
    const root = document.scrollingElement, wide = root.clientWidth;
    if (root.scrollWidth <= wide) return [];
    const scrolls = at => at && at !== root && at !== document.body
        && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
    const found = [...document.body.querySelectorAll("*")].filter(at =>
        at.getBoundingClientRect().right > wide + 1 && !scrolls(at.parentElement));
    return [`${root.scrollWidth} > ${wide}`, ...found.slice(-5).map(at => at.outerHTML.slice(0, 160))];
}"""
# Text that a box cuts off for good: its overflow is hidden and it is narrower than its words.
CUT = """() => [...document.body.querySelectorAll("*")].filter(at => {
    const style = getComputedStyle(at);
    return ["hidden", "clip"].includes(style.overflowX) && at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 1
        && at.checkVisibility();
}).map(at => at.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_scrolls_sideways_and_no_text_is_cut_off(visit: Visits, name: str) -> None:
    page = visit(name, width=390)
    wrong = {"as it opens": page.evaluate(WIDER)}
    open_everything(page)
    for width in (1440, 1024, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        wrong[f"{width} px, all open"] = page.evaluate(WIDER) + page.evaluate(CUT)
    assert {mode: found for mode, found in wrong.items() if found} == {}


def test_the_longest_word_and_headline_are_in_the_page(visit: Visits) -> None:
    text = visit("ten").inner_text("body")
    assert "NAVIGATIONBRIDGEALARMMANAGEMENTSYSTEMINTEGRATEDRECORDINGUNIT0042SERIES2009REVISIONC17" in text
    assert "whether, the boat will sail again this week" in text
    assert "我没事" in text
    assert "كنا على السطح" in text
