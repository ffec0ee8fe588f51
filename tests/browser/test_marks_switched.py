"""A layer's marks go and come with its box, by mouse and by keyboard, and need no script."""

from __future__ import annotations

import pytest
from browser_fixtures import Visits
from page_parts import ALL_LAYERS, LAYER, MARK, drawn, layer_of
from playwright.sync_api import Locator, Page


def boxes_with_marks(page: Page) -> list[tuple[Locator, Locator]]:
    """Each box that is ticked at first, with a mark of its layer."""
    found = []
    for box in page.locator(LAYER).all():
        marks = page.locator(layer_of(page, box))
        if box.is_checked() and marks.count():
            found.append((box, marks.first))
    assert found
    return found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_mouse_switches_a_layer_off_and_on(visit: Visits, script: bool) -> None:
    for box, mark in boxes_with_marks(visit("seeds", java_script_enabled=script)):
        assert drawn(mark)
        box.click()
        assert not drawn(mark)
        box.click()
        assert drawn(mark)


def test_the_keyboard_switches_a_layer_off_and_on(visit: Visits) -> None:
    page = visit("seeds")
    box, mark = boxes_with_marks(page)[0]
    box.focus()
    page.keyboard.press("Space")
    assert not drawn(mark)
    page.keyboard.press("Space")
    assert drawn(mark)


def test_one_layer_leaves_the_others_alone(visit: Visits) -> None:
    (box, mark), (_, other), *_ = boxes_with_marks(visit("seeds"))
    box.click()
    assert not drawn(mark)
    assert drawn(other)


def test_all_layers_are_switched_on_at_once(visit: Visits) -> None:
    page = visit("seeds")
    hidden = [box for box in page.locator(LAYER).all() if not box.is_checked()]
    marks = [page.locator(layer_of(page, box)) for box in hidden]
    mark = next(each.first for each in marks if each.count())
    assert not drawn(mark)
    page.locator(ALL_LAYERS).check()
    assert drawn(mark)


def test_a_layer_that_is_off_keeps_its_words(visit: Visits) -> None:
    page = visit("seeds")
    for box, _ in boxes_with_marks(page):
        box.click()
    lost = page.locator(MARK).evaluate_all("all => all.filter(at => !at.checkVisibility({visibilityProperty: true}))")
    assert lost == []
