"""Figures that differ between two tellings of a claim: of one unit, and near enough to be meant for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossread.comparison.claims.clue_words import same_thing
from crossread.comparison.claims.tellings import Telling
from crossread.model import Edit
from crossread.text.numbers import Number

_ROUNDED = 0.05  # figures no further apart are one rounded
_FACTOR = 3  # figures further apart mostly count different things
_PAIRED = 2  # of one unit: of more, nobody could say which stands for which
_LISTED = 8  # of one unit: more are a table
_RECKONED = frozenset(("since",))
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def differing_figures(base: Telling, here: Telling) -> Iterator[Edit]:
    """Values of one unit that only one of the two has, where both have as many of them; and "first" for "second"."""
    ours, theirs = by_unit(base.numbers), by_unit(here.numbers)
    for unit in sorted(ours.keys() & theirs.keys()):
        if max(len(ours[unit]), len(theirs[unit])) > _LISTED:
            continue
        left = [n for n in ours[unit] if all(_apart(n.value, other.value, unit) for other in theirs[unit])]
        right = [n for n in theirs[unit] if all(_apart(n.value, other.value, unit) for other in ours[unit])]
        if len(left) == len(right) <= _PAIRED and all(_near(a, b) for a, b in zip(left, right, strict=True)):
            for one, other in zip(left, right, strict=True):
                yield Edit("number", base.rounded(one), here.rounded(other))
    yield from _ordinals(base, here)


def _ordinals(base: Telling, here: Telling) -> Iterator[Edit]:
    """The one ordinal of each, where they count the same: "first black senator", "second black senator"."""
    ours, theirs = base.where(_ORDINALS), here.where(_ORDINALS)
    if len(ours) == len(theirs) == 1:
        one, other = ours[0], theirs[0]
        same = base.wording.forms[one] == here.wording.forms[other]
        since = base.where(_RECKONED) or here.where(_RECKONED)  # the first since the second is the third
        if not (same or since) and base.following(one) == here.following(other) != "":
            yield Edit("number", base.wording.span(one, one + 1), here.wording.span(other, other + 1))


def by_unit(numbers: Sequence[Number]) -> Mapping[str, list[Number]]:
    """The numbers that count something, by what they count; years of the calendar apart from durations."""
    found: dict[str, list[Number]] = {}
    for number in numbers:
        if number.unit:
            found.setdefault(_unit(number), []).append(number)
    return found


def _unit(number: Number) -> str:
    if number.unit == "year" and number.value.isdecimal() and len(number.value) == 4:
        return "in the year"
    return "date" if number.unit == "date" else same_thing(number.unit)


def _apart(one: str, other: str, unit: str) -> bool:
    """Whether two values of a unit differ by more than rounding."""
    if unit in ("date", "in the year"):
        return not (one.endswith(other) or other.endswith(one))
    if _is_range(one) or _is_range(other):
        return not _overlap(one, other)
    less, more = sorted((abs(float(one)), abs(float(other))))
    return more - less > _ROUNDED * more


def _near(one: Number, other: Number) -> bool:
    """Whether two values can be of the same thing."""
    if _is_range(one.value) or _is_range(other.value):
        return True  # dates too
    less, more = sorted((abs(float(one.value)), abs(float(other.value))))
    return more <= _FACTOR * less


def _is_range(value: str) -> bool:
    return "-" in value.strip("-")


def _overlap(one: str, other: str) -> bool:
    """Whether two values, of which one is a range, can be the same."""
    low, _, high = one.partition("-")
    least, _, most = other.partition("-")
    return float(low) <= float(most or least) and float(least) <= float(high or low)


def is_small(number: Number) -> bool:
    """Whether a figure is the one or two of things that any sentence may have: it tells nothing by itself."""
    return number.value in ("1", "2")
