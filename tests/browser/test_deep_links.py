"""An address with an anchor shows what it names, in whatever it is folded, with script and without."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from page_parts import ENTRY, FINDING, MARK
from places import arrived

KINDS = {
    "finding": FINDING,
    "folded finding": f"details {FINDING}",
    "evidence": ENTRY,
    "mark": MARK,
    "figure": "article.metric tr[id]",
    "metric": "article.metric[id]",
    "voice": "#voices tr[id]",
    "quotation": ".quotation[id]",
    "name": ".items li[id]",
    "article": "article.text[id]",
    "section": "main > section[id]",
}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_deep_link_shows_what_it_names(visit: Visits, script: bool) -> None:
    page = visit("seeds")
    address = page.url
    anchors: list[str] = []
    for kind, selector in KINDS.items():
        found = [each or "" for each in page.locator(selector).evaluate_all("all => all.map(at => at.id)")]
        assert found, kind
        anchors += dict.fromkeys([found[0], found[-1]])
    opened = visit("seeds", java_script_enabled=script)
    unseen = []
    for number, anchor in enumerate(anchors):
        opened.goto(f"{address}?{number}#{anchor}")  # another address, so that the page is loaded anew
        unseen.append(arrived(opened, anchor))
    assert [why for why in unseen if why] == []
