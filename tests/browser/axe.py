"""Runs axe-core in a page, at several widths and in both colour schemes at the same time.

axe takes about 2 ms for the contrast of one element, and a briefing has thousands that are styled alike.
So one run judges everything but colours on the whole page, and another judges colours with the first few
of each kind of element; `contrast.py` measures the contrast of every text there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from page_parts import open_everything
from playwright.sync_api import Browser, Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_EACH = 3  # elements of a kind that are judged by their colours
# A kind is the tags and classes from the element up to its section, whatever layer it stands in.
_THIN_OUT = """each => {
    const found = new Map(), kinds = new Map(), surplus = [];
    const named = at => `${at.localName}.${at.getAttribute("class") || ""}`;
    const above = at => {
        if (!at || at === document.body) return "";
        if (!kinds.has(at)) kinds.set(at, `${above(at.parentElement)}>${named(at).replace(/\\bl\\d+\\b/, "")}`);
        return kinds.get(at);
    };
    const kind = at => `${above(at.parentElement)}>${named(at)}`;
    for (const at of document.body.querySelectorAll("*")) {
        if (![...at.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())) continue;
        const count = found.get(kind(at)) || 0;
        found.set(kind(at), count + 1);
        if (count >= each) surplus.push(at);
    }
    surplus.forEach(at => at.style.visibility = "hidden");
}"""
_START = """options => { window.audit = axe.run(document, options).then(({violations, incomplete}) =>
    [violations, incomplete].map(list => list.flatMap(rule => rule.nodes.map(node => [rule.id,
        `${rule.id} at ${node.target.join(" ")}: ` +
        [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ") +
        ` | ${node.html.slice(0, 200)}`])))); }"""


class Mode(NamedTuple):
    """How a page is looked at, with all details open and all layers on."""

    scheme: str
    width: int
    colours: bool  # judge colours, or all but these


MODES = (
    Mode("light", 1440, False),
    Mode("light", 390, False),
    Mode("light", 1440, True),
    Mode("light", 390, True),
    Mode("dark", 1440, True),
    Mode("dark", 390, True),
)


class Audit(NamedTuple):
    """What axe found, as (rule, element and reason); `incomplete` is what it could not decide."""

    violations: list[tuple[str, str]]
    incomplete: list[tuple[str, str]]


def audit(browser: Browser, path: Path, modes: Iterable[Mode] = MODES) -> dict[Mode, Audit]:
    """axe's findings in each mode; all modes run at once. The page's security policy is set aside for axe's script."""
    pages = {mode: _started(browser, path, mode) for mode in modes}
    found: dict[Mode, Audit] = {}
    for mode, page in pages.items():
        found[mode] = Audit(*page.evaluate("() => window.audit"))
        page.context.close()
    return found


def _started(browser: Browser, path: Path, mode: Mode) -> Page:
    scheme: Any = mode.scheme
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": mode.width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    open_everything(page)
    if mode.colours:
        page.evaluate(_THIN_OUT, _EACH)
    page.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate(_START, _options(mode))
    return page


def _options(mode: Mode) -> dict[str, Any]:
    wanted: dict[str, Any] = {"preload": False, "resultTypes": ["violations", "incomplete"]}
    if mode.colours:
        return wanted | {"runOnly": {"type": "rule", "values": _COLOURS}}
    without = {rule: {"enabled": False} for rule in _COLOURS}
    return wanted | {"runOnly": {"type": "tag", "values": _TAGS}, "rules": without}
