"""Intervals of shares counted without sentences: of one speaker's few verbs, and of the difference of two speakers."""

from __future__ import annotations

import math

from crossread.model import Interval

_Z = 1.96  # 95 %


def wilson_interval(hits: int, n: int) -> Interval:
    """95 % interval of `hits` of `n` in per cent (Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953)."""
    middle = (hits + _Z * _Z / 2) / (n + _Z * _Z)
    reach = _Z * math.sqrt(hits * (n - hits) / n + _Z * _Z / 4) / (n + _Z * _Z)
    # At either end rounding may leave the share itself outside by a hair.
    return Interval(
        100 * max(0.0, middle - reach) if hits else 0.0, 100 * (min(1.0, middle + reach) if hits < n else 1)
    )


def newcombe_interval(hits: int, n: int, others: int, m: int) -> Interval:
    """95 % interval of `hits` of `n` less `others` of `m`, in percentage points (Newcombe 1998, method 10)."""
    one, two = wilson_interval(hits, n), wilson_interval(others, m)
    p, q = 100 * hits / n, 100 * others / m
    low = p - q - math.hypot(p - one.low, two.high - q)
    high = p - q + math.hypot(one.high - p, q - two.low)
    return Interval(low, high)
