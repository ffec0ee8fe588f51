"""Which marks a reader sees first, and how the others are switched on without a script."""

from __future__ import annotations

import re

from msgspec.structs import replace

from crossread.model import MetricInfo, Result
from crossread.reports.annotated import layers
from crossread.reports.html import html
from crossread.reports.view import build

INFO = MetricInfo("tone", "Tone", "mean", "descriptive", "", "", (), (), (), 0, (), 1)


def page_of(result: Result, *shown: str) -> str:
    metrics = tuple(replace(info, marks_shown=info.id in shown) for info in result.metrics)
    return html(build(replace(result, metrics=metrics))).decode("utf-8")


def ticked(page: str) -> dict[str, bool]:
    """Each switch by its title, and whether it is on at first."""
    found = re.findall(r'<input type="checkbox" id="layer-[^"]*"( checked)?> (?:<span[^>]*>)?([^<]+)<', page)
    return {title: bool(on) for on, title in found}


def test_only_marks_declared_so_are_shown_at_first_and_a_switch_brings_every_mark(sample_result: Result) -> None:
    page = page_of(sample_result, "hedging")
    switches = ticked(page)
    titles = {info.title: info.id == "hedging" for info in sample_result.metrics}
    assert switches == {**titles, "every mark": False}
    assert "Marks shown (at first a few)" in page
    assert ":not(:has(#layer-all:checked))" in page


def test_where_no_metric_is_declared_so_all_marks_are_shown(sample_result: Result) -> None:
    page = page_of(sample_result)
    assert all(on for title, on in ticked(page).items() if title != "every mark")
    assert "Marks shown (at first a few)" not in page


def test_a_mark_that_is_switched_off_can_still_be_led_to(sample_result: Result) -> None:
    page = page_of(sample_result, "hedging")
    assert "display:none" not in page[: page.index("</style>")]
    assert ".bk.l1:not(:target){font-size:0;visibility:hidden}" in page


def test_every_metric_has_a_letter_of_its_own_while_there_are_letters() -> None:
    infos = [replace(INFO, id=f"m{index}", title="Asa") for index in range(28)]
    codes = [layer.code for layer in layers(infos)]
    assert codes[:4] == ["A", "S", "B", "C"]
    assert all(len(code) == 1 for code in codes[:26])
    assert codes[26:] == ["M27.", "M28."]


def test_a_rule_is_withheld_by_its_name_or_by_its_head() -> None:
    (layer,) = layers([replace(INFO, unprinted=("tone.named", "tone.neutral"))])
    rules = ("tone.named.expert", "tone.named", "tone.neutrally", "tone.neutral", "tone")
    assert [layer.withholds(rule) for rule in rules] == [True, True, False, True, False]
