"""Intervals of shares: the published examples, and the ends."""

from __future__ import annotations

import pytest

from crossread.intervals import newcombe_interval, wilson_interval


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(81, 263, 25.5, 36.6), (15, 148, 6.2, 16.0), (0, 20, 0.0, 16.1)]
)
def test_a_share_has_wilsons_interval(hits: int, n: int, low: float, high: float) -> None:
    found = wilson_interval(hits, n)
    assert found.low == pytest.approx(low, abs=0.06)
    assert found.high == pytest.approx(high, abs=0.06)


def test_a_difference_has_newcombes_interval() -> None:
    found = newcombe_interval(56, 70, 48, 80)
    assert found.low == pytest.approx(5.24, abs=0.02)
    assert found.high == pytest.approx(33.39, abs=0.02)


@pytest.mark.parametrize("hits", range(8))
def test_a_share_lies_inside_its_interval(hits: int) -> None:
    found = wilson_interval(hits, 7)
    assert 0 <= found.low <= 100 * hits / 7 <= found.high <= 100
