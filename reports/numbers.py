"""Figures as a reader meets them: rounded as the metric says, with a true minus and thin grouping."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Interval

MINUS = "\u2212"
NOTHING = "not applicable"
NO_CELL = "–"  # where the row or column has said why


def number(value: float | int | str | None, decimals: int) -> str:
    """A value for print: integers as integers, others rounded to `decimals`, text as it is."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = f"{value:,d}" if isinstance(value, int) else f"{value:,.{decimals}f}"
    if shown.startswith("-"):
        shown = shown[1:] if not shown.strip("-0.,") else MINUS + shown[1:]
    return shown


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


def counted(count: int, noun: str, plural: str = "") -> str:
    """ "1 word", "3 words"."""
    return f"{count:,d} {noun if count == 1 else plural or noun + 's'}"


def listed(items: Sequence[str], most: int | None = None) -> str:
    """ "a, b and c"; beyond `most`, "a, b and 3 more"."""
    shown = list(items)
    if most is not None and len(shown) > most:
        shown = [*shown[:most], f"{len(items) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def letter(index: int) -> str:
    """The label of the article at `index`: A to Z, then AA, AB."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
