"""Runs axe-core in a page, wide and narrow, and in both colour schemes.

axe takes milliseconds for the contrast of one element, and a briefing has thousands that are styled alike.
So it judges everything but colours on the whole page, and colours on the first few elements of each kind;
`contrast.py` measures the contrast of every text there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from page_parts import open_everything
from playwright.sync_api import Browser, Page

_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_ALL_BUT_COLOURS = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "rules": {rule: {"enabled": False} for rule in _COLOURS},
}
_EACH = 3  # elements of a kind that are judged by their colours
_THIN_OUT = (Path(__file__).parent / "thin_out.js").read_text(encoding="utf-8")
_START = """options => { window.audit = axe.run(document, options).then(({violations, incomplete}) =>
    [violations, incomplete].map(list => list.flatMap(rule => rule.nodes.map(node => [rule.id,
        `${rule.id} at ${node.target.join(" ")}: ` +
        [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ") +
        ` | ${node.html.slice(0, 200)}`])))); }"""


class Audit(NamedTuple):
    """What axe found, as (rule, element and reason); `incomplete` is what it could not decide."""

    mode: str
    violations: list[tuple[str, str]]
    incomplete: list[tuple[str, str]]


def audits(browser: Browser, path: Path) -> Iterator[Audit]:
    """axe's findings in each mode. The page's security policy is set aside for axe's script."""
    wide, narrow = _opened(browser, path, 1440), _opened(browser, path, 390)
    open_everything(narrow)
    _start(wide, _ALL_BUT_COLOURS)
    _start(narrow, _ALL_BUT_COLOURS)
    yield _end(wide, "all but colours, as it opens, 1440 px")
    open_everything(wide)
    wide.evaluate(_THIN_OUT, _EACH)
    for scheme in _SCHEMES:
        wide.emulate_media(color_scheme=scheme)
        _start(wide, {"runOnly": {"type": "rule", "values": _COLOURS}})
        yield _end(wide, f"colours, {scheme}")
    yield _end(narrow, "all but colours, all details open and all layers on, 390 px")
    wide.context.close()
    narrow.context.close()


def _opened(browser: Browser, path: Path, width: int) -> Page:
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path.as_uri())
    page.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    return page


def _start(page: Page, options: dict[str, Any]) -> None:
    page.evaluate(_START, {"preload": False, "resultTypes": ["violations", "incomplete"], **options})


def _end(page: Page, mode: str) -> Audit:
    return Audit(mode, *page.evaluate("() => window.audit"))
