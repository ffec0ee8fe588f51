"""Scales: they hold zero and every value, and print two or three round numbers."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reports.scale import rounded_up, scale_of


@pytest.mark.parametrize(
    ("values", "most", "whole", "ticks"),
    [
        ([3.1, 4.6, 6.2], None, False, [(0, "0"), (50, "4"), (100, "8")]),
        ([71.4, 98.0], 100.0, False, [(0, "0"), (50, "50"), (100, "100")]),
        ([-0.34, 0.18], None, False, [(0, "−0.4"), (66.67, "0"), (100, "0.2")]),
        ([-0.9, -0.2], None, False, [(0, "−1"), (50, "−0.5"), (100, "0")]),
        ([-0.5, 0.01], None, False, [(0, "−0.5"), (100, "0.01")]),  # zero stands too near the end to be printed
        ([0, 1], None, True, [(0, "0"), (100, "1")]),  # half a thing is none
        ([0, 0], None, False, [(0, "0"), (100, "1")]),
        ([], None, False, [(0, "0"), (100, "1")]),
        ([nan, inf, 2.0], None, False, [(0, "0"), (50, "1"), (100, "2")]),
        ([12_345.0], None, False, [(0, "0"), (50, "8,000"), (100, "16,000")]),
    ],
)
def test_the_ends_are_round_and_zero_is_among_them(
    values: list[float], most: float | None, whole: bool, ticks: list[tuple[float, str]]
) -> None:
    assert [(tick.at, tick.text) for tick in scale_of(values, most=most, whole=whole).ticks] == ticks


@given(st.lists(st.floats(-1e9, 1e9), max_size=6))
def test_every_value_and_zero_lie_on_the_scale_in_their_order(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale.low <= min([0.0, *values]) * (1 - 1e-6)
    assert scale.high >= max([0.0, *values]) * (1 - 1e-6)
    places = [scale.place(value) for value in sorted([0.0, *values])]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert 2 <= len(scale.ticks) <= 3


@given(st.floats(1e-6, 1e12))
def test_a_number_is_rounded_up_by_two_thirds_at_most(value: float) -> None:
    assert value * (1 - 1e-6) <= rounded_up(value) <= value * 5 / 3
