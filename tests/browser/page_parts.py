"""Where the parts of the page stand: the one place that knows its markup."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

SKIP_LINK = "a.skip"
NAVIGATION = "header.side nav"
SIDE = "header.side"  # all that stands beside the briefing and does not belong on paper
MAIN = "#main"
METRIC = "article.metric"
FIGURE = "td a.num[href^='#m-'], td a.num[href^='#e-']"  # a value that leads to its words
ENTRY = "li[id^='e-']"  # a piece of evidence in a list
ENTRY_LINK = "a.code"  # in an entry: to the mark in the text
MARK = ".text a.mk[id]"  # the beginning of a mark in an annotated text
CARD = "#card"  # what the script shows of a mark
CARD_LINK = "#card a"  # from there to the list of evidence
BACK = "#back"
DIFFERENCE_LINK = "#differences .differences a"
FINDING = "ol.found > li[id]"  # one finding in the section of its kind
FINDING_LINK = "blockquote > a"  # in a finding: to the words of one article
LAYER = "fieldset input[type=checkbox]:not(#layer-all)"
ALL_LAYERS = "#layer-all"
EVIDENCE = "details.evidence"
FIND_BOX = "#find"
FIND_COUNT = ".find output"
FOLDED_CONTENTS = "header.side nav summary"  # on a narrow screen only
NEEDS_SCRIPT = ".find, #back, #card, .with-script"  # shown by the script, which makes them work
BRACKET = ".bk"  # what stands around a longer passage that is marked; hidden with its layer
BARS = ".share i"  # boxes that tell a value by their length
SHAPES = "svg circle, svg .s-ink, svg .s-soft, svg .f-narrator, svg .f-quoted, svg .edge"  # must be told from the paper

# What a deep link can name, each with a selector of its anchors.
ANCHORED = {
    "finding": FINDING,
    "folded finding": f"details {FINDING}",
    "finding of one article": ".alone-in li[id]",
    "evidence": ENTRY,
    "mark": MARK,
    "figure": f"{METRIC} tr[id]",
    "metric": f"{METRIC}[id]",
    "method": "details.method[id]",
    "voice": "#voices tr[id]",
    "quotation": "#quotations .finding[id]",
    "name": ".items li[id]",
    "article": "article.text[id]",
    "section": "main > section[id]",
}


def layer_of(page: Page, box: Locator) -> str:
    """A selector of the marks that a box switches."""
    number = (box.get_attribute("id") or "").removeprefix("layer-")
    return f".text .mk.l{number}"


def open_everything(page: Page) -> None:
    """All details open and all layers on."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    boxes = page.locator(ALL_LAYERS)
    if boxes.count():
        boxes.check()


def drawn(mark: Locator) -> bool:
    """Whether a mark is drawn in the text."""
    seen: bool = mark.evaluate(
        """mark => {
            const style = getComputedStyle(mark);
            const alpha = /rgba\\(.*, *([\\d.]+)\\)/.exec(style.textDecorationColor);
            return style.textDecorationLine.includes("underline") && (!alpha || Number(alpha[1]) > 0);
        }"""
    )
    return seen


def follow_back(page: Page, mark: Locator, *, script: bool) -> str:
    """From a mark in the text to its entry in the evidence, whose anchor it returns.

    With script a card lies between, which tells of every mark on these words.
    """
    mark.click()
    if not script:
        return mark.get_attribute("href") or ""
    link = page.locator(CARD_LINK).first
    anchor = link.get_attribute("href") or ""
    link.click()
    return anchor
