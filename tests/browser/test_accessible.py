"""The page is accessible: nothing for axe-core to object to, every text and shape to be told from its ground."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe import audit
from browser_fixtures import Visits
from contrast import faint_shapes, low_contrast
from made_pages import MAKERS
from page_parts import SHAPES, open_everything
from playwright.sync_api import Browser

# What axe leaves for a person to decide, with the decision.
DECIDED = {
    "color-contrast": "low_contrast below measures every text",
    "th-has-data-cells": "a figure that no article has leaves its cells empty",
}


@pytest.mark.parametrize("name", MAKERS)
def test_axe_finds_no_violation(browser: Browser, made_page: Callable[[str], Path], name: str) -> None:
    for mode, found in audit(browser, made_page(name)).items():
        assert [line for _, line in found.violations][:20] == [], mode
        assert [line for rule, line in found.incomplete if rule not in DECIDED][:20] == [], mode


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", MAKERS)
def test_every_text_has_the_contrast_that_reading_needs(visit: Visits, name: str, scheme: str) -> None:
    for width in (1440, 390):
        page = visit(name, width=width, color_scheme=scheme)
        open_everything(page)
        assert low_contrast(page) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_chart_draws_is_told_from_the_paper(visit: Visits, scheme: str) -> None:
    assert faint_shapes(visit("ten", color_scheme=scheme), SHAPES) == []


def test_more_contrast_is_given_where_it_is_asked_for(visit: Visits) -> None:
    page = visit("one", contrast="more")
    open_everything(page)
    assert low_contrast(page, least=7) == []
