"""How many of the figures compared would look different by chance, and how sure one is that does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from crossread.model import FigureComparison, Interval

_Z = 1.96  # 95 %
_Reading = tuple[float, Interval]


def expected_apart(figure: FigureComparison) -> float:
    """How often two of these intervals would not overlap if the articles did not differ, 0 to 1.

    Taken from the widths alone, the estimates as normal: .006 for two intervals of one width, more for unlike
    ones. Over several pairs at most this (Šidák 1967, https://doi.org/10.1080/01621459.1967.10482935).
    """
    pairs = [(_width(one), _width(other)) for (_, one), (_, other) in combinations(_readings(figure), 2)]
    return 1.0 - math.prod(1 - _two_sided(one + other, one, other) for one, other in pairs)


def chance(figure: FigureComparison) -> float:
    """How often articles that do not differ would be as far apart as the two farthest here, 0 to 1.

    The arms of the intervals that face one another give the error of a difference (Newcombe 1998).
    """
    pairs = list(combinations(_readings(figure), 2))
    return 1 - (1 - min(_pair(one, other) for one, other in pairs)) ** len(pairs) if pairs else 1.0


def false_shares(chances: Sequence[float]) -> list[float]:
    """For each figure: of those as far apart or farther, the share expected to be so by chance, 0 to 1.

    Benjamini & Hochberg 1995 (https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
    """
    shares = [1.0] * len(chances)
    least = 1.0
    for rank, place in sorted(enumerate(sorted(range(len(chances)), key=lambda each: chances[each])), reverse=True):
        least = min(least, chances[place] * len(chances) / (rank + 1))
        shares[place] = least
    return shares


def _readings(figure: FigureComparison) -> list[_Reading]:
    """Values with their intervals, without those whose interval has no width and says nothing of chance."""
    return [
        (value, interval)
        for value, interval in zip(figure.values, figure.intervals, strict=True)
        if value is not None and interval is not None and interval.low < interval.high
    ]


def _pair(one: _Reading, other: _Reading) -> float:
    (lower, below), (higher, above) = sorted((one, other), key=lambda reading: reading[0])
    return _two_sided(higher - lower, below.high - lower, higher - above.low)


def _two_sided(distance: float, one: float, other: float) -> float:
    """How often two normal estimates with these half-widths of 95 % intervals are so far apart by chance."""
    error = math.hypot(one, other)
    return math.erfc(_Z * distance / error / math.sqrt(2)) if error else 1.0


def _width(interval: Interval) -> float:
    return (interval.high - interval.low) / 2
