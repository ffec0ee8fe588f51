"""Numbers of a text with value and unit, so that "nearly 10 months" and "ten months" agree."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from crossread.text.atoms import Atoms
from crossread.text.dates import month_number, read_date, year_number
from crossread.text.number_values import Quantity, plain, read_quantity
from crossread.text.number_words import (
    CLOCK_WORDS,
    CURRENCIES,
    FRACTIONS,
    LABELS,
    MEASURES,
    NUMBER_WORDS,
    PLURALS,
    SCALES,
    SMALL_WORDS,
    YEAR_WORDS,
)

# Words between a number and the noun it counts: "50 Ural military trucks".
_REACH = 3
# Without a digit or a number word there is nothing to read; most sentences have neither.
_TRIGGER = re.compile(
    rf"\d|\b(?:{'|'.join([*NUMBER_WORDS, *(word for word in SCALES if len(word) > 2)])})", re.IGNORECASE
)


class Number(Struct, frozen=True, gc=False):
    """One number as written at text [start, end), unit included.

    `value` is canonical: plain digits ("3500000"), a range ("10-15"), or a date ("12-16" for 16
    December, "2022-12-16"). `unit` is a singular noun in small letters ("month", "percent",
    "dollar", "year", "date"), empty where none was found.
    """

    start: int
    end: int
    value: str
    unit: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers of `text[start:end]` in reading order: counts, percentages, money, dates, years.

    Left out: clock times, scores and fractions, numbers that are part of a name ("F-16",
    "Article 5"), ordinals, and small words that count nothing ("one of", "the two men").
    """
    end = len(text) if end is None else end
    if not may_hold_number(text, start, end):
        return []
    atoms = Atoms.of(text, start, end)
    found: list[Number] = []
    at = 0
    while at < len(atoms):
        number, at = read_number(atoms, at)
        if number is not None:
            found.append(number)
    return found


def may_hold_number(text: str, start: int, end: int) -> bool:
    """False where neither a digit nor a number word stands in `text[start:end]`: a quick look."""
    return _TRIGGER.search(text, start, end) is not None


def read_number(atoms: Atoms, at: int, bare: bool = False) -> tuple[Number | None, int]:
    """The number that begins at this atom, if one does, with the index to go on from.

    With `bare` small number words without a noun count too, for a caller who knows what they count: "killing nine".
    """
    date = read_date(atoms, at)
    if date is not None:
        value, after = date
        return Number(atoms.items[at].start, atoms.items[after - 1].end, value, "date"), after
    first = read_quantity(atoms, at)
    if first is None:
        return None, at + 1
    if _is_share(atoms, first):
        return None, first.after + 2 * (atoms.form(first.after) == "in")
    if _is_label(atoms, first) or _is_clock(atoms, first):
        return None, first.after
    second = _upper_end(atoms, first)
    if second is None and atoms.gap(first.after) in ("-", "–", "‑") and read_quantity(atoms, first.after):
        return None, first.after + 1  # a score or a season
    counted = second or first
    unit, after, end = _unit(atoms, counted)
    if not bare and _is_trivial(atoms, first, counted, unit):
        return None, counted.after
    value = plain(first.value) if second is None else f"{plain(first.value)}-{plain(second.value)}"
    return Number(first.start, max(counted.end, end), value, unit), max(counted.after, after)


def _upper_end(atoms: Atoms, first: Quantity) -> Quantity | None:
    """The second number of "10 to 15 people", "between 10 and 15 people" or "10-15 people", which must have a unit."""
    if first.unit:
        return None
    at = first.after
    between = ("and",) if atoms.form(first.first - 1) == "between" else ("to", "or")
    if atoms.form(at) in between and atoms.continues(at):
        at += 1
    elif atoms.gap(at) not in ("-", "–", "‑"):
        return None
    second = read_quantity(atoms, at)
    if second is None or second.value <= first.value or not _unit(atoms, second)[0]:
        return None
    return second


# ------------------------------------------------------------------------------------- units


def _unit(atoms: Atoms, read: Quantity) -> tuple[str, int, int]:
    """The unit with the index after it and the end of its text."""
    after = read.after
    form, follows = atoms.form(after), atoms.continues(after)
    if read.unit:
        if follows and form in CURRENCIES:
            return read.unit, after + 1, atoms.items[after].end
        return read.unit, after, read.end
    if not follows:
        return _year_unit(atoms, read, "") or _age_unit(atoms, read), after, read.end
    if form in CURRENCIES:
        return CURRENCIES[form], after + 1, atoms.items[after].end
    if form in ("percent", "pct"):
        return "percent", after + 1, atoms.items[after].end
    if form == "per" and atoms.form(after + 1) == "cent":
        return "percent", after + 2, atoms.items[after + 1].end
    if form == "percentage" and atoms.form(after + 1) in ("point", "points"):
        return "percentage point", after + 2, atoms.items[after + 1].end
    if atoms.items[after].joined:
        return singular(form), after + 1, atoms.items[after].end
    noun = _noun(atoms, after, read.value)
    year = _year_unit(atoms, read, "" if noun is None else atoms.form(noun))
    if year or noun is None:
        return year, after, read.end
    return singular(atoms.form(noun)), noun + 1, atoms.items[noun].end


def _noun(atoms: Atoms, after: int, value: Decimal) -> int | None:
    """The index of the counted noun: the first plural among the next words."""
    for index in range(after, min(after + _REACH + 1, len(atoms))):
        form = atoms.form(index)
        if not atoms.continues(index) or form in SMALL_WORDS or "'" in form:
            return None
        if form in MEASURES or form in PLURALS or is_plural(form):
            return index
        if value <= 1 and form in PLURALS.values():
            return index
    return None


def _year_unit(atoms: Atoms, read: Quantity, noun: str) -> str:
    """ "year" for a bare 2019; "2,019 people" and "1950 people" are counts."""
    if not read.digits or read.after - read.first > 1 or not year_number(atoms, read.first):
        return ""
    before = atoms.form(read.first - 1) if atoms.continues(read.first) else ""
    return "year" if not noun or before in YEAR_WORDS or month_number(atoms, read.first - 1) else ""


def _age_unit(atoms: Atoms, read: Quantity) -> str:
    """ "year" for an age set off by commas: "Anna Berg, 31, said"."""
    after_name = atoms.gap(read.first) == ", " and atoms.written(read.first - 1)[:1].isupper()
    ends = atoms.text[read.end : read.end + 1] in (",", ".", ";")
    return "year" if read.digits and after_name and ends and 0 < read.value <= 110 else ""


def is_plural(form: str) -> bool:
    """True for a word that looks like a plural noun."""
    return len(form) > 3 and form.endswith("s") and form[-2] not in "sui" and form.isalpha()


def singular(noun: str) -> str:
    """The singular of an English noun in small letters, by its ending."""
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) else noun


# ---------------------------------------------------------------------------------- left out


def _is_label(atoms: Atoms, read: Quantity) -> bool:
    """Part of a name: "Article 5", "F-16", "No. 10"."""
    before = atoms.form(read.first - 1)
    if atoms.items[read.first].joined:
        return before not in ("mid", "pre", "post")
    named = atoms.written(read.first - 1)[:1].isupper() and before in LABELS
    return named and (atoms.continues(read.first) or atoms.gap(read.first) == ". ")


def _is_clock(atoms: Atoms, read: Quantity) -> bool:
    """A time of day, or one part of "24/7" and "16/12/2022"."""
    around = atoms.text[max(0, read.start - 1) : read.start], atoms.text[read.end : read.end + 1]
    return "/" in around or (atoms.form(read.after) in CLOCK_WORDS and atoms.continues(read.after))


def _is_share(atoms: Atoms, read: Quantity) -> bool:
    """A share rather than a count: "two thirds", "one in five", "three of"."""
    if read.unit or not atoms.continues(read.after):
        return False
    if atoms.form(read.after) == "in":
        return atoms.form(read.after + 1) in NUMBER_WORDS or atoms.form(read.after + 1)[:1].isdecimal()
    return atoms.form(read.after) in FRACTIONS and (not read.digits or atoms.form(read.after) != "of")


def _is_trivial(atoms: Atoms, first: Quantity, counted: Quantity, unit: str) -> bool:
    """Small number words that count nothing in particular: "one man", "the two leaders"."""
    if counted.digits or counted.value > 20:
        return False
    if not unit:
        return True
    if counted.value == 1:
        return unit not in MEASURES or unit == "day"
    before = atoms.form(first.first - 1) if atoms.continues(first.first) else ""
    return counted.value == 2 and before in ("the", "these", "those", "both", "other", "all")
