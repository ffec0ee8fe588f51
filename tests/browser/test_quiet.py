"""The page says nothing on the console and asks for nothing but itself, whatever is opened and clicked."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from made_pages import MAKERS
from page_parts import FIGURE, LAYER, open_everything


@pytest.mark.parametrize("name", MAKERS)
def test_a_page_says_nothing_and_asks_for_nothing(visit: Visits, name: str) -> None:
    page = visit(name)
    open_everything(page)
    page.locator(LAYER).first.uncheck()
    for figure in page.locator(FIGURE).all()[:3]:
        figure.click()
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    assert visit.said == []
    assert visit.asked == []


def test_what_a_page_says_and_asks_for_would_be_noticed(visit: Visits) -> None:
    page = visit("one quotation", bypass_csp=True)
    page.evaluate(
        """() => { console.log("hello"); const picture = new Image(); picture.src = "file:///nowhere.png";
        return new Promise(done => picture.onerror = done); }"""
    )
    page.wait_for_timeout(100)
    assert "log: hello" in visit.said
    assert visit.asked == ["file:///nowhere.png"]
    visit.said.clear()
    visit.asked.clear()


@pytest.mark.parametrize("name", MAKERS)
def test_a_briefing_is_small_enough_to_mail(visit: Visits, name: str) -> None:
    assert visit.made_page(name).stat().st_size < 2_000_000
