"""The scale of a chart: ends that are round numbers, and two or three of them to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, isfinite, log10

from msgspec import Struct

from crossread.telling import number

_ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_APART = 14.0  # per cent of the width: two numbers nearer than that would be printed over one another


class Tick(Struct, frozen=True, gc=False):
    """A number of the axis and its place, in per cent of the width."""

    at: float
    text: str


class Scale(Struct, frozen=True, gc=False):
    """A scale from `low` to `high`, which always holds zero; `ticks` are the numbers to print."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def place(self, value: float) -> float:
        """Where a value stands, in per cent of the width; one beyond an end stands at it."""
        share = (value - self.low) / (self.high - self.low)
        return round(100 * min(max(share, 0.0), 1.0), 2)


def scale_of(values: Iterable[float], *, most: float | None = None, whole: bool = False) -> Scale:
    """The scale that shows these values and zero: where none is negative it begins there.

    `most` is the largest value there can be, 100 of a share; with `whole` only whole numbers are printed.
    """
    known = [value for value in values if isfinite(value)]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    if low == high:
        points = [0.0, 1.0]
    elif low == 0:
        points = _side(high, most)
    elif high == 0:
        points = [-point for point in reversed(_side(-low, None))]
    else:
        points = [-rounded_up(-low), 0.0, min(rounded_up(high), most or high * 10)]
    width = points[-1] - points[0]
    shown = [point for point in points if not whole or point.is_integer()]
    ticks = [Tick(round(100 * (point - points[0]) / width, 2), _label(point)) for point in shown]
    return Scale(points[0], points[-1], tuple(_apart(ticks)))


def rounded_up(value: float) -> float:
    """The least round number that is not below a positive value."""
    unit = 10.0 ** floor(log10(value))
    return next(float(f"{step * unit:.3g}") for step in _ROUND if step * unit >= value * (1 - 1e-9))


def _side(end: float, most: float | None) -> list[float]:
    """Zero, half and whole of the least even scale up to `end`."""
    half = rounded_up(end / 2)
    if most is not None and 2 * half > most:
        half = most / 2
    return [0.0, half, 2 * half]


def _label(value: float) -> str:
    """With as many decimals as the number has."""
    decimals = next((digits for digits in range(7) if abs(round(value, digits) - value) < 1e-9), 7)
    return number(value, decimals)


def _apart(ticks: Sequence[Tick]) -> list[Tick]:
    """The ticks without those between the ends that stand too near one of them."""
    first, *between, last = ticks
    return [first, *(tick for tick in between if first.at + _APART <= tick.at <= last.at - _APART), last]
