"""Where a thing stands in the window: seen, opened, covered by nothing, marked as the place one came to."""

from __future__ import annotations

from playwright.sync_api import Page

_SHOWN = """name => {
    const at = document.getElementById(name);
    if (!at) return "no such id";
    if (!at.checkVisibility({contentVisibilityAuto: true})) return "not rendered";
    const box = [...at.getClientRects()].find(each => each.width && each.height) || at.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return `outside the window: ${box.top} to ${box.bottom}`;
    const closed = at.parentElement.closest("details:not([open])");
    if (closed && !at.closest("summary")) return "in closed details";
    const x = box.left + Math.min(box.width / 2, 20), y = Math.max(box.top, 0) + 4;
    const top = document.elementFromPoint(x, y);
    if (top && top !== at && !at.contains(top) && !top.contains(at)) return `covered by ${top.outerHTML.slice(0, 80)}`;
    return at.matches(":target") || document.activeElement === at || at.contains(document.activeElement)
        ? "" : "neither :target nor focused";
}"""


def arrived(page: Page, anchor: str) -> str:
    """Why a reader who followed a link to `#anchor` does not see it; empty when it is seen, if a moment later."""
    why = ""
    for _ in range(20):
        why = page.evaluate(_SHOWN, anchor.removeprefix("#"))
        if not why:
            return ""
        page.wait_for_timeout(25)  # a page without script runs no callback that could tell
    return f"{anchor}: {why}"
