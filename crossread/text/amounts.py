"""Numbers with what their wording allows: "at least 12 people" is 12 or more, "about 40 miles" 36 to 44."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from crossread.text.amount_words import AFTER_BOUNDS, BEFORE_BOUNDS, DAYS, RATE_WORDS, RATES, SYSTEM, Bound
from crossread.text.atoms import Atoms
from crossread.text.number_words import (
    CURRENCIES,
    CURRENCY_SIGNS,
    MONTHS,
    NUMBER_WORDS,
    SCALES,
    SHORT_MONTHS,
    SMALL_WORDS,
    WEEKDAYS,
)
from crossread.text.numbers import Number, is_plural, read_number, singular

AmountKind = Literal["count", "money", "percent", "points", "duration", "measure", "age", "date"]
_MONEY = frozenset(CURRENCIES.values()) | frozenset(CURRENCY_SIGNS.values()) | {"australian dollar", "canadian dollar"}
_BEGINNINGS = frozenset((*NUMBER_WORDS, *SCALES, *MONTHS, *SHORT_MONTHS, *WEEKDAYS, "a", "an"))
_LONGEST_BOUND = max(map(len, BEFORE_BOUNDS))
_ROUGH = 0.10  # how far "about" and "nearly" reach
_OPEN = 1.25  # "at least 10" says little against 12 and something against 20
_ROUNDED = 0.025  # a number that ends in zeros may be rounded by half its last figure, and by no more than this
_CONVERTED = 0.05  # kilometres turned into miles are rounded once more


class Amount(Struct, frozen=True, gc=False):
    """A number as written at text [start, end) with its bound and its noun, atoms [first, after).

    `value` is in `unit`: days for a duration, metres, kilograms, square metres or litres for what is measured in
    those, else as written. `low` to `high` is what its wording allows. `noun` is what is counted, in the singular,
    `modifiers` the words before it; `per` what a rate is taken over. `date` is that of a date: "2022-12-16",
    "12-16", "2022-12" or "2022". `written_unit` tells three years from 36 months; it is "weekday" for a weekday, which
    `unit` then names.
    """

    start: int
    end: int
    first: int
    after: int
    kind: AmountKind
    unit: str
    written_unit: str
    value: float
    low: float
    high: float
    bound: Bound | None
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    date: str = ""
    per: str = ""


class _Unit(NamedTuple):
    kind: AmountKind
    unit: str
    factor: float = 1.0


def read_amounts(atoms: Atoms) -> list[Amount]:
    """The amounts of a stretch of text in reading order; small words that count nothing are among them."""
    found: list[Amount] = []
    at = 0
    while at < len(atoms):
        form = atoms.form(at)
        if form not in _BEGINNINGS and not form[0].isdecimal():
            at += 1
            continue
        if form in WEEKDAYS and atoms.written(at)[:1].isupper():
            found.append(_weekday(atoms, at))
        number, after = read_number(atoms, at, bare=True)
        amount = None if number is None or _is_glued(atoms, number) else _amount(atoms, number, after)
        if amount is not None:
            found.append(amount)
            after = amount.after
        at = max(after, at + 1)
    return found


def first_atom(atoms: Atoms, amount: Amount) -> int:
    """The first atom of the words that bound an amount, or of the amount itself."""
    begin = amount.first
    while begin > 0 and atoms.items[begin - 1].start >= amount.start:
        begin -= 1
    return begin


def _weekday(atoms: Atoms, at: int) -> Amount:
    atom = atoms.items[at]
    return Amount(atom.start, atom.end, at, at + 1, "date", atom.form, "weekday", 0.0, 0.0, 0.0, None)


def _is_glued(atoms: Atoms, number: Number) -> bool:
    """The rest of a word no number is read from: the 999 of "1e999", the 08 of "'08"."""
    before = atoms.text[max(0, number.start - 1) : number.start]
    return before.isalnum() or before in ("'", "’")


def _amount(atoms: Atoms, number: Number, after: int) -> Amount | None:
    unit = _unit(atoms, number, after)
    if unit is None:
        return None
    first = _first(atoms, number, after)
    bound, start, end, after = _bound(atoms, first, after, number)
    if unit.kind == "date":
        return Amount(start, end, first, after, "date", "", number.unit, 0.0, 0.0, 0.0, bound, date=number.value)
    noun = ""
    modifiers: tuple[str, ...] = ()
    if unit.kind == "count" and number.unit:
        noun, modifiers, after, end = _counted(atoms, first, after, number.unit, end)
    ends = [float(part) for part in number.value.split("-")]
    slack = _slack(atoms, first, after, ends[-1], unit)
    low, high = _allowed(bound, ends[0] - slack, ends[-1] + slack)
    return Amount(
        start, end, first, after, unit.kind, unit.unit, number.unit,
        ends[-1] * unit.factor, low * unit.factor, high * unit.factor, bound, noun, modifiers, per=_per(atoms, after),
    )  # fmt: skip


def _first(atoms: Atoms, number: Number, after: int) -> int:
    """The atom the number begins at: a currency sign before it is no atom."""
    first = after - 1
    while first > 0 and atoms.items[first - 1].end > number.start:
        first -= 1
    return first


def _unit(atoms: Atoms, number: Number, after: int) -> _Unit | None:
    """The kind of the amount and the unit it is compared in; None for decades and spans of years."""
    unit, written = number.unit, atoms.text[number.start : number.end]
    if unit == "date" or (unit == "year" and len(written) == 4 and written.isdecimal()):
        return _Unit("date", "")
    if unit == "year" and "-" in number.value and written[:4].isdecimal():
        return None
    if unit in ("year", "month") and (atoms.form(after) == "old" or not any(map(str.isalpha, written))):
        return _Unit("age", "year", DAYS[unit] / DAYS["year"])
    if unit in DAYS:
        return None if written.endswith("0s") else _Unit("duration", "day", DAYS[unit])
    if unit in SYSTEM:
        return _Unit("measure", *SYSTEM[unit])
    if unit in _MONEY and not (unit == "pound" and "£" not in written):
        return _Unit("money", unit)
    if unit == "percent":
        return _Unit("percent", unit)
    return _Unit("points", unit) if unit == "percentage point" else _Unit("count", "")


# ------------------------------------------------------------------------------- how exact


def _bound(atoms: Atoms, first: int, after: int, number: Number) -> tuple[Bound | None, int, int, int]:
    """The words that bound a number, with where it begins and ends once they belong to it."""
    start, end = number.start, number.end
    for length in range(_LONGEST_BOUND, 0, -1):
        at = first - length
        words = tuple(atoms.form(index) for index in range(at, first))
        bound = BEFORE_BOUNDS.get(words) if at >= 0 else None
        if bound and all(
            atoms.gap(index) in (" ", "\xa0", "\n", " $", " £", " €") for index in range(at + 1, first + 1)
        ):
            return bound, atoms.items[at].start, end, after
    bound = AFTER_BOUNDS.get((atoms.form(after), atoms.form(after + 1)))
    if bound and atoms.continues(after) and atoms.continues(after + 1):
        return bound, start, atoms.items[after + 1].end, after + 2
    if atoms.text[end : end + 1] == "+":
        return "at least", start, end + 1, after
    return None, start, end, after


def _allowed(bound: Bound | None, low: float, high: float) -> tuple[float, float]:
    """The range a bound opens: "at least" above, "up to" below, "about" both ways."""
    if bound == "at least":
        return low, high * _OPEN
    if bound == "at most":
        return low / _OPEN, high
    if bound == "nearly":
        return low * (1 - _ROUGH), high
    return (low * (1 - _ROUGH), high * (1 + _ROUGH)) if bound else (low, high)


def _slack(atoms: Atoms, first: int, after: int, value: float, unit: _Unit) -> float:
    """How much a number may be rounded by its own wording: "1.2 million" by 50,000, "a dozen" by one."""
    if unit.kind == "age":
        return 0.0
    if unit.kind == "duration":
        return 0.49
    if unit.kind == "measure" and unit.factor != 1:
        return value * _CONVERTED
    words = {atoms.form(index) for index in range(first, after)}
    if "dozen" in words:
        return value * _ROUGH
    if value < 100 or value != int(value):
        return 0.0
    digits = str(int(value)).rstrip("0")
    step = 10.0 ** (len(str(int(value))) - len(digits))
    scaled = not words.isdisjoint(("thousand", "million", "billion", "trillion", "m", "bn"))
    return step / 2 if scaled and len(digits) > 1 else min(step / 2, value * _ROUNDED)


# --------------------------------------------------------------------------- what is counted


def _counted(atoms: Atoms, first: int, after: int, unit: str, end: int) -> tuple[str, tuple[str, ...], int, int]:
    """The counted noun, the words before it, and where both end: of "12 police officers" the officer."""
    noun, last = unit, after - 1
    while atoms.continues(after) and (is_plural(atoms.form(after)) or atoms.form(after) in ("people", "men", "women")):
        if atoms.form(after) in SMALL_WORDS or after - last > 2:
            break
        noun, after = singular(atoms.form(after)), after + 1
        end = atoms.items[after - 1].end
    modifiers = tuple(
        form
        for form in (atoms.form(index) for index in range(first + 1, after - 1))
        if form not in NUMBER_WORDS and form.isalpha() and len(form) > 2 and form not in _SCALES
    )
    return noun, modifiers, after, end


_SCALES = frozenset("dozen hundred thousand million billion trillion and".split())


def _per(atoms: Atoms, after: int) -> str:
    """ "day" in "12 flights a day", "year" in "$600 per year"."""
    if atoms.form(after) in RATE_WORDS and atoms.continues(after) and atoms.form(after + 1) in RATES:
        return atoms.form(after + 1)
    if atoms.form(after) in ("daily", "weekly", "monthly", "yearly", "annually"):
        return {"daily": "day", "weekly": "week", "monthly": "month"}.get(atoms.form(after), "year")
    return ""
