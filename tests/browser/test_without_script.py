"""Without script the page hides nothing: what is folded a reader can unfold."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from made_pages import MAKERS
from page_parts import BRACKET, FIGURE, FOLDED_CONTENTS, NAVIGATION, NEEDS_SCRIPT

# Text that is not rendered although no closed details hold it.
LOST = """needing => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lost = [];
    while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || at.closest("script, style, noscript, svg, " + needing)) continue;
        const seen = at.checkVisibility({visibilityProperty: true});
        if (!seen && !at.closest("details:not([open])"))
            lost.push(at.outerHTML.slice(0, 120));
    }
    return lost;
}"""


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_is_hidden_that_only_a_script_would_show(visit: Visits, name: str) -> None:
    page = visit(name, java_script_enabled=False)
    assert page.evaluate(LOST, f"{NEEDS_SCRIPT}, {BRACKET}, {FOLDED_CONTENTS}") == []
    assert page.locator(NAVIGATION).is_visible()


def test_nothing_is_there_that_only_a_script_would_make_work(visit: Visits) -> None:
    dead = visit("seeds", java_script_enabled=False).evaluate(
        """() => [...document.querySelectorAll("button, input:not([type=checkbox]):not([type=radio]), [onclick], "
            + "a:not([href])")].filter(at => at.checkVisibility()).map(at => at.outerHTML.slice(0, 120))"""
    )
    assert dead == []


def test_a_figure_opens_its_evidence(visit: Visits) -> None:
    page = visit("seeds", java_script_enabled=False)
    figure = page.locator(FIGURE).first
    figure.click()
    there = page.locator(figure.get_attribute("href") or "")
    assert there.evaluate("at => at.closest('details').open")
