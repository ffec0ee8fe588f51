"""The value of a number in digits or words: "1,000", "$3.5 million", "twenty-five", "a million"."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from crossread.text.atoms import Atoms
from crossread.text.number_words import CURRENCY_SIGNS, NUMBER_WORDS, SCALES, SUFFIX_UNITS

# Nothing written out in full is longer; both bound the work on a megabyte of digits or of "million".
_MAX_DIGITS = 24
_MAX_WORDS = 12
_SPACES = (" ", "\xa0", "\u2009", "\u202f")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Quantity(Struct, frozen=True, gc=False):
    """A value read from atoms [first, after) at text [start, end); `unit` where a sign gives it."""

    value: Decimal
    first: int
    after: int
    start: int
    end: int
    digits: bool
    unit: str = ""


def read_quantity(atoms: Atoms, at: int) -> Quantity | None:
    """The value that begins at this atom, or None."""
    if not 0 <= at < len(atoms):
        return None
    return _digits(atoms, at) if atoms.form(at)[0].isdecimal() else _words(atoms, at)


def plain(value: Decimal) -> str:
    """Digits without exponent or trailing zeros: Decimal("3.50") is "3.5"."""
    return f"{value.normalize():f}"


def _digits(atoms: Atoms, at: int) -> Quantity | None:
    atom = atoms.items[at]
    number = atom.form.rstrip(_LETTERS)
    value = _parse(number) if len(atom.form) <= _MAX_DIGITS else None
    if value is None:
        return None
    start, unit = _sign(atoms.text, atom.start)
    suffix = atom.form[len(number) :]
    after, end = at + 1, atom.end
    if suffix in SCALES and (unit or len(suffix) == 2):
        value *= SCALES[suffix]
    elif suffix in SUFFIX_UNITS:
        unit = SUFFIX_UNITS[suffix]
    elif suffix:
        return None
    grouped = number.isdecimal() and len(atom.form) <= 3
    while grouped and atoms.gap(after) in _SPACES and after - at < _MAX_WORDS:
        if not (atoms.form(after).isdecimal() and len(atoms.form(after)) == 3):
            break
        value, end, after = value * 1000 + int(atoms.form(after)), atoms.items[after].end, after + 1
    while atoms.form(after) in SCALES and atoms.continues(after) and after - at < _MAX_WORDS:
        value, end, after = value * SCALES[atoms.form(after)], atoms.items[after].end, after + 1
    if not unit and atoms.text[end : end + 2].strip(" \xa0")[:1] == "%":
        unit, end = "percent", atoms.text.index("%", end) + 1
    return Quantity(value, at, after, start, end, True, unit)


def _parse(number: str) -> Decimal | None:
    """ "1,000.5" as a number; None for anything that is not a plain English number."""
    whole, point, decimals = number.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    digits = "".join(groups)
    if not digits.isdecimal() or (point and not decimals.isdecimal()):
        return None
    return Decimal(f"{digits}.{decimals}" if point else digits)


def _sign(text: str, start: int) -> tuple[int, str]:
    """Where a currency sign before the number begins, and the currency; else `start` and ""."""
    sign = text[max(0, start - 1) : start]
    if sign not in CURRENCY_SIGNS:
        return start, ""
    for prefix, name in (("US", "dollar"), ("A", "australian dollar"), ("C", "canadian dollar")):
        begin = start - 1 - len(prefix)
        if sign == "$" and text[max(0, begin) : start - 1] == prefix and not text[max(0, begin - 1) : begin].isalnum():
            return begin, name
    return start - 1, CURRENCY_SIGNS[sign]


def _words(atoms: Atoms, at: int) -> Quantity | None:
    """A number in words; "half a million" is left alone, since "a million" is not what it says."""
    article = atoms.form(at) in ("a", "an") and _scale(atoms.form(at + 1)) > 0 and atoms.continues(at + 1)
    if article and atoms.form(at - 1) in ("half", "quarter"):
        return None
    if not article and atoms.form(at) not in NUMBER_WORDS:
        return None
    after = at + article
    total, current, ceiling = 0, int(article), 100  # a unit word must be below the ceiling to go on
    while after - at < _MAX_WORDS and (after == at or atoms.continues(after)):
        form = atoms.form(after)
        if NUMBER_WORDS.get(form, 100) < ceiling:
            current += NUMBER_WORDS[form]
            ceiling = 10 if current % 100 >= 20 and current % 10 == 0 else 0
        elif _scale(form) >= 1000:
            total, current, ceiling = total + current * _scale(form), 0, 100
        elif _scale(form):
            current, ceiling = current * _scale(form), 100
        elif (
            form != "and"
            or ceiling < 100
            or atoms.form(after + 1) not in NUMBER_WORDS
            or not atoms.continues(after + 1)
        ):
            break
        after += 1
    return Quantity(Decimal(total + current), at, after, atoms.items[at].start, atoms.items[after - 1].end, False)


def _scale(form: str) -> int:
    return SCALES.get(form, 0) if len(form) > 2 else 0
