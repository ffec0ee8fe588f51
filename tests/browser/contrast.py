"""The contrast of every text and drawn shape of a page, from the colours the browser computed.

axe leaves open what it cannot decide: single letters, drawn text, text over a tint that is partly covered.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_TEXTS = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")

_SHAPES = (Path(__file__).parent / "shapes.js").read_text(encoding="utf-8")


def low_contrast(page: Page, least: float = 0) -> list[str]:
    """Each kind of text under 4.5 to 1 (3 to 1 where it is large), or under `least`, with an example."""
    found: list[str] = page.evaluate(_TEXTS, least)
    return found


def faint_shapes(page: Page, selector: str) -> list[str]:
    """Drawn shapes under 3 to 1 against the page: WCAG 2.2, 1.4.11."""
    found: list[str] = page.evaluate(_SHAPES, selector)
    return found
