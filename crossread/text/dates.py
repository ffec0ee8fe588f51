"""Dates written with the month's name or in digits: "December 16", "16th of May 2022", "2022-12-16"."""

from __future__ import annotations

from crossread.text.atoms import Atoms
from crossread.text.number_words import MONTHS, SHORT_MONTHS


def read_date(atoms: Atoms, at: int) -> tuple[str, int] | None:
    """The date that begins at this atom with the index after it; None where there is none.

    The value is "2022-12-16", or "12-16" without a year, or "2022-12" without a day.
    """
    return _iso(atoms, at) or _named(atoms, at)


def month_number(atoms: Atoms, index: int) -> int:
    """1 to 12 for a month's name with a capital, 0 otherwise."""
    if not atoms.written(index)[:1].isupper():
        return 0
    return MONTHS.get(atoms.form(index), 0) or SHORT_MONTHS.get(atoms.form(index), 0)


def year_number(atoms: Atoms, index: int) -> int:
    """The year of four plain digits from 1500 to 2100, 0 otherwise."""
    form = atoms.form(index)
    return int(form) if len(form) == 4 and form.isdecimal() and 1500 <= int(form) <= 2100 else 0


def _day(atoms: Atoms, index: int) -> int:
    form = atoms.form(index)
    digits = form[:-2] if form[-2:] in ("st", "nd", "rd", "th") else form
    return int(digits) if len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31 else 0


def _iso(atoms: Atoms, at: int) -> tuple[str, int] | None:
    if not year_number(atoms, at) or not atoms.gap(at + 1) == "-" == atoms.gap(at + 2):
        return None
    month, day = _day(atoms, at + 1), _day(atoms, at + 2)
    return (_value(year_number(atoms, at), month, day), at + 3) if day and 1 <= month <= 12 else None


def _named(atoms: Atoms, at: int) -> tuple[str, int] | None:
    month, day, last = month_number(atoms, at), 0, at + 1
    if month:
        if atoms.gap(last).strip(".") in (" ", "\xa0"):
            day = _day(atoms, last)
            last += bool(day)
    else:
        of = atoms.form(last) == "of"
        month, day, last = month_number(atoms, last + of), _day(atoms, at), last + of + 1
        if not month or not day or any(atoms.gap(i).strip() for i in range(at + 1, last)):
            return None
    year = year_number(atoms, last) if atoms.gap(last) in (" ", ", ", "\xa0", ". ") else 0
    return (_value(year, month, day), last + bool(year)) if day or year else None


def _value(year: int, month: int, day: int) -> str:
    parts = [f"{year:04}"] * bool(year) + [f"{month:02}"] + [f"{day:02}"] * bool(day)
    return "-".join(parts)
