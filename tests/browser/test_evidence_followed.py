"""A reader gets from a figure to its words and back, and from a finding to the articles."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from page_parts import (
    BACK,
    CARD,
    DIFFERENCE_LINK,
    ENTRY,
    ENTRY_LINK,
    FIGURE,
    FINDING,
    FINDING_LINK,
    MARK,
    METRIC,
    follow_back,
    open_everything,
)
from places import arrived
from playwright.sync_api import Locator, Page

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def target(link: Locator) -> str:
    """The anchor that a link leads to."""
    return link.get_attribute("href") or ""


def follow(page: Page, link: Locator) -> str:
    """Why the place a link leads to is not seen; empty when it is."""
    link.click()
    return arrived(page, target(link))


@SCRIPTS
def test_each_metrics_figure_leads_to_its_words_and_these_to_the_text(visit: Visits, script: bool) -> None:
    page = visit("seeds", java_script_enabled=script)
    metrics = page.locator(METRIC).filter(has=page.locator(FIGURE))
    assert metrics.count() > 10
    for metric in metrics.all():
        figure = metric.locator(FIGURE).first
        assert follow(page, figure) == ""
        there = page.locator(target(figure))
        entry = there if target(figure).startswith("#e-") else there.locator(ENTRY).first
        if entry.count():
            assert follow(page, entry.locator(ENTRY_LINK)) == ""


@SCRIPTS
def test_a_mark_leads_back_to_its_evidence(visit: Visits, script: bool) -> None:
    page = visit("seeds", java_script_enabled=script)
    marks = page.locator(MARK)
    for number in range(0, marks.count(), max(1, marks.count() // 12)):
        assert arrived(page, follow_back(page, marks.nth(number), script=script)) == ""


def test_key_differences_lead_to_their_evidence_and_into_the_articles(visit: Visits) -> None:
    page = visit("seeds")
    links = page.locator(DIFFERENCE_LINK).all()
    assert len(links) > 5
    assert [why for link in links if (why := follow(page, link))] == []


def test_findings_lead_into_the_articles(visit: Visits) -> None:
    page = visit("seeds")
    open_everything(page)
    for finding in page.locator(FINDING).all()[:12]:
        assert [why for link in finding.locator(FINDING_LINK).all() if (why := follow(page, link))] == []


def test_the_browsers_back_returns_to_the_figure(visit: Visits) -> None:
    page = visit("seeds")
    figure = page.locator(FIGURE).nth(4)
    figure.scroll_into_view_if_needed()
    figure.click()
    page.go_back()
    box = figure.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900


def test_a_mark_tells_by_card_which_rule_fired(visit: Visits) -> None:
    page = visit("seeds")
    mark = page.locator(MARK).nth(5)
    entry = page.locator(target(mark))
    mark.click()
    card = page.locator(CARD)
    assert card.is_visible()
    group = entry.locator("xpath=..").get_attribute("aria-labelledby")
    assert page.locator(f"#{group} bdi").inner_text().lower() in card.inner_text().lower()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_way_back_appears_and_leads_back(visit: Visits) -> None:
    page = visit("seeds")
    figure = page.locator(FIGURE).nth(4)
    figure.click()
    page.locator(BACK).click()
    box = figure.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    assert not page.locator(BACK).is_visible()
