"""Figures as a reader meets them: rounded as the metric says, with a true minus and thin grouping."""

from __future__ import annotations

from crossread.model import Interval
from crossread.telling import MINUS, number

NO_CELL = "–"  # where the row or column has said why


def signed(value: float, decimals: int) -> str:
    """A difference with its sign: "+1.2", "−0.4", "±0"."""
    shown = number(value, decimals)
    if not shown.strip("0.,"):
        return "±0"
    return shown if shown.startswith(MINUS) else f"+{shown}"


def interval_text(interval: Interval | None, decimals: int) -> str:
    """ "1.2 to 3.4"; empty without an interval, and for one without width, which tells nothing of chance."""
    if interval is None or interval.low >= interval.high:
        return ""
    return f"{number(interval.low, decimals)} to {number(interval.high, decimals)}"
