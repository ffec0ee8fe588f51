"""The page is accessible: nothing for axe-core to object to, every text and shape to be told from its ground."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe import audits
from browser_fixtures import Visits
from contrast import faint_shapes, low_contrast
from made_pages import MAKERS
from page_parts import SHAPES, open_everything
from playwright.sync_api import Browser

# What axe leaves for a person to decide, with the decision.
DECIDED = {
    "color-contrast": "low_contrast below measures every text",
    "target-size": "what is open is the second part of a mark that another crosses; its first part is the target",
    "th-has-data-cells": "a figure that no article has leaves its cells empty",
}

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("name", MAKERS)
def test_axe_finds_no_violation(browser: Browser, made_page: Callable[[str], Path], name: str) -> None:
    objections: dict[str, list[str]] = {}
    for mode, violations, incomplete in audits(browser, made_page(name)):
        lines = [line for _, line in violations] + [line for rule, line in incomplete if rule not in DECIDED]
        objections |= {mode: lines[:12]} if lines else {}
    assert objections == {}


@pytest.mark.parametrize("name", MAKERS)
def test_every_text_has_the_contrast_that_reading_needs(visit: Visits, name: str) -> None:
    page = visit(name)
    open_everything(page)
    low = {}
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            low[width, scheme] = low_contrast(page)[:12]
    assert {mode: texts for mode, texts in low.items() if texts} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_a_chart_draws_is_told_from_the_paper(visit: Visits, scheme: str) -> None:
    assert faint_shapes(visit("ten", color_scheme=scheme), SHAPES) == []


def test_more_contrast_is_given_where_it_is_asked_for(visit: Visits) -> None:
    page = visit("one", contrast="more")
    open_everything(page)
    assert low_contrast(page, least=7) == []
