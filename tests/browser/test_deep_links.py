"""An address with an anchor shows what it names, in whatever it is folded, with script and without."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from page_parts import ANCHORED
from places import arrived


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_deep_link_shows_what_it_names(visit: Visits, script: bool) -> None:
    page = visit("seeds")
    address = page.url
    anchors: list[str] = []
    for kind, selector in ANCHORED.items():
        found = [each or "" for each in page.locator(selector).evaluate_all("all => all.map(at => at.id)")]
        assert found, kind
        anchors += [found[-1]]
    opened = visit("seeds", java_script_enabled=script)
    unseen = []
    for number, anchor in enumerate(anchors):
        opened.goto(f"{address}?{number}#{anchor}")  # another address, so that the page is loaded anew
        unseen.append(arrived(opened, anchor))
    assert [why for why in unseen if why] == []
