"""Whether two quantities are about the same thing, and whether their wording lets them agree."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.comparison.quantities.quantities import Quantity
from crossread.text.amounts import Amount
from crossread.text.stems import stem

# How much context two quantities must share, by the head of their subject; a rare word beside both numbers counts 1.
_ENOUGH: Mapping[str, float] = {
    "happening": 1.0,
    "age": 0.0,
    "count": 2.0,
    "measure": 2.5,
    "money": 2.5,
    "points": 3.0,
    "percent": 3.0,
    "duration": 3.0,
    "date": 2.5,
}
_FEW = 2  # words near a number,
_ALIKE = 0.5  # and the part of the likeness that is enough where all of them are shared
_AROUND = 0.5  # of a word that stands further off
_COMMON = (1.0, 1.0, 1.0, 0.7, 0.7, 0.4, 0.4, 0.4, 0.4)  # what a word counts by how often the article uses it
_EVERYWHERE = 0.2  # used more often than that
_SAME_TIME = 0.5  # for a year or month that both sentences name
_OTHER_TIME = 1.5  # where one sentence names a year, or sums up a time, and the other does not
_OTHER_NAMES = 1.0  # where both have names near the number and none in common
_AMOUNTING = frozenset(stem(verb) for verb in "cost put worth price value estimate spend total number stand".split())
_MONTH = 30
_YEARS_APART = 0.5  # dates that differ where no day is known
_DAYS_APART = 0.1  # weekdays that differ
_MODIFIED = 0.25  # where one noun has words before it: "military trucks" and "trucks"


def weight(token: str, in_a: Mapping[str, int], in_b: Mapping[str, int]) -> float:
    """How telling a word or a name is that two contexts share: 1 for a rare one, .2 for one that is everywhere."""
    here, there = in_a.get(token, 0), in_b.get(token, 0)
    often = here if here > there else there
    return _COMMON[often] if often < len(_COMMON) else _EVERYWHERE


def likeness(a: Quantity, b: Quantity, in_a: Mapping[str, int], in_b: Mapping[str, int]) -> float:
    """How much the contexts of two quantities of one subject share; 0 where something speaks against it."""
    if _apart(a, b):
        return 0.0
    near = a.near & b.near
    shared = sum(weight(token, in_a, in_b) for token in near)
    shared += _AROUND * sum(weight(token, in_a, in_b) for token in (a.around & b.around) - near)
    if a.amount.kind != "date":
        shared += _SAME_TIME * (bool(a.years & b.years) + bool(a.months & b.months))
        shared -= _OTHER_TIME * ((bool(a.years) != bool(b.years)) + (a.period != b.period))
    if a.happening is None and _names(a) and _names(b) and _names(a).isdisjoint(_names(b)):
        shared -= _OTHER_NAMES
    if bool(a.amount.modifiers) != bool(b.amount.modifiers):
        shared -= _MODIFIED
    return max(shared, 0.0)


def told_with(
    a: Quantity,
    b: Quantity,
    lead_a: frozenset[str],
    lead_b: frozenset[str],
    in_a: Mapping[str, int],
    in_b: Mapping[str, int],
) -> float:
    """What the articles' first sentences add to a likeness, where each article has one such number only.

    "The death toll rose to 52" says of what in the sentences before.
    """
    if a.happening is None or _apart(a, b):
        return 0.0
    shared = ((a.around | lead_a) & (b.around | lead_b)) - (a.around & b.around)
    return _AROUND * sum(weight(token, in_a, in_b) for token in shared)


def _names(quantity: Quantity) -> frozenset[str]:
    return frozenset(token for token in quantity.near if token[0] == "#")


def close_enough(a: Quantity, b: Quantity) -> bool:
    """True when two numbers that differ hang on the same word, or the one's word stands in the other's sentence.

    The army that lost 30 tanks near a town may have parked twelve there.
    """
    if a.happening or a.amount.kind == "age" or not a.governor or not b.governor:
        return True
    if a.governor == b.governor or (a.governor in _AMOUNTING and b.governor in _AMOUNTING):
        return True
    return a.governor in b.around or b.governor in a.around


def enough(a: Quantity, b: Quantity) -> float:
    """The least likeness at which quantities of one subject are taken to be about the same thing.

    Less for two times that hang on one word where all that stands near the one stands near the other: "built in
    1974" has no more to share.
    """
    less, more = sorted((a.near, b.near), key=len)
    alike = (
        a.amount.kind in ("date", "duration") and len(less) >= _FEW and less <= more and a.governor == b.governor != ""
    )
    return _ENOUGH[a.subject[0]] * (_ALIKE if alike else 1.0)


def _other_role(a: Quantity, b: Quantity) -> bool:
    """ "From 12" and "to 12" are two things, and so are "by 12" and "to 12"; "rose 12 percent" is "by 12 percent"."""
    return ("from" in (a.role, b.role) and a.role != b.role) or {a.role, b.role} == {"by", "to"}


def _apart(a: Quantity, b: Quantity) -> bool:
    """What tells two quantities of one subject apart whatever they share."""
    left, right = a.amount, b.amount
    if left.kind in ("date", "duration") and a.happening is None and not _same_act(a, b):
        return True
    if left.kind != "date":
        if a.years and b.years and a.years.isdisjoint(b.years):
            return True
        if a.months and b.months and a.months.isdisjoint(b.months):
            return True
    elif not (a.days and b.days) and not _comparable(left, right):
        return True
    if a.happening and bool(a.years) != bool(b.years):
        return True
    if left.modifiers and right.modifiers and set(left.modifiers).isdisjoint(right.modifiers):
        return True
    if a.of and b.of and a.of != b.of:
        return True
    if left.kind in ("percent", "points") and a.last != b.last:
        return True
    return left.per != right.per or a.more != b.more or (a.happening is None and _other_role(a, b))


def _same_act(a: Quantity, b: Quantity) -> bool:
    """True when the words right beside two times are alike, or a span of years hangs on the same word.

    Something else was on each day of the week.
    """
    weekday = "weekday" in (a.amount.written_unit, b.amount.written_unit)
    return not a.beside.isdisjoint(b.beside) or (not weekday and a.governor == b.governor != "")


def _comparable(left: Amount, right: Amount) -> bool:
    """True when two dates give some part in common: a year says nothing of a weekday."""
    if "weekday" in (left.written_unit, right.written_unit):
        return left.written_unit == right.written_unit
    return any(one and other for one, other in zip(_parts(left.date), _parts(right.date), strict=True))


def compatible(a: Quantity, b: Quantity) -> bool:
    """True when both can hold as they are worded: 12 and "at least 10", "16 December" and "December 2022"."""
    left, right = a.amount, b.amount
    if left.kind != "date" or right.kind != "date":
        return left.value == right.value or max(left.low, right.low) <= min(left.high, right.high)
    if left.written_unit == right.written_unit == "weekday" and (left.unit == right.unit or not (a.days and b.days)):
        return left.unit == right.unit
    if a.days and b.days:
        return max(a.days[0], b.days[0]) <= min(a.days[1], b.days[1])
    return same_date(left.date, right.date)


def same_date(left: str, right: str) -> bool:
    """True when no part that both dates give differs."""
    return all(not one or not other or one == other for one, other in zip(_parts(left), _parts(right), strict=True))


def _parts(date: str) -> tuple[str, str, str]:
    """Year, month and day; empty where the date does not give them."""
    pieces = date.split("-") if len(date.split("-")[0]) == 4 else ["", *date.split("-")]
    year, month, day = (*pieces, "", "")[:3]
    return year, month, day


def open_towards(left: Amount, right: Amount) -> bool:
    """True when one is a bound that the other only lies far beyond: "at least 9" and 12."""
    small, large = sorted((left, right), key=lambda amount: amount.value)
    return small.bound == "at least" or large.bound == "at most"


def distance(a: Quantity, b: Quantity) -> float:
    """The difference relative to the larger, 0 to 1; of dates, days apart over days apart and a month."""
    if a.amount.kind == "date":
        if a.days and b.days:
            apart = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
            return apart / (apart + _MONTH)
        return _YEARS_APART if a.amount.written_unit != "weekday" else _DAYS_APART
    larger = max(abs(a.amount.value), abs(b.amount.value))
    return abs(a.amount.value - b.amount.value) / larger if larger else 0.0
