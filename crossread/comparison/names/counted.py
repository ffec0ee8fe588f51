"""The numbers and dates articles carry, each as one thing over the set, however it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from crossread.comparison.bodies import Body
from crossread.comparison.names.carried import Item
from crossread.comparison.names.entities import fullest
from crossread.model import Span
from crossread.reading.dates import published_day
from crossread.text.number_words import CURRENCIES, MEASURES
from crossread.text.numbers import Number, find_numbers
from crossread.text.words import on_one_line

_WEEKDAYS = {name: day for day, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
# "next Monday" may be in one week or two, "Mondays" is none in particular.
_NOT_BEFORE = re.compile(r"\b(?:next|last|every|each|following|previous|coming) $")
_PERSONS = frozenset(
    "person man woman child adult teenager boy girl dead wounded injured victim people civilian soldier troop".split()
)
_MONEY = frozenset(CURRENCIES.values())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BARE = "bare year"
# From here on one value is taken for one number whatever it counts: "50 trucks", "50 vehicles".
_TELLING = 13


class _Count(Struct):
    """A number in the making."""

    value: str
    unit: str
    forms: Counter[str]
    spans: dict[int, set[Span]]


def counted_items(bodies: Sequence[Body]) -> tuple[Item, ...]:
    """One item per number and date over the set, in order of value."""
    counts: dict[tuple[str, str], _Count] = {}
    for order, body in enumerate(bodies):
        for number in body.numbers:
            key, span = _key(number, body.text)
            count = counts.setdefault(key, _Count(number.value, number.unit, Counter(), {}))
            count.forms[on_one_line(body.text, span.start, span.end)] += 1
            count.spans.setdefault(order, set()).add(span)
    _join_dates(counts)
    _join_weekdays(counts, bodies)
    titles = [_in_title(body) for body in bodies]
    return tuple(_item(key, count, titles) for key, count in sorted(counts.items()))


def _key(number: Number, text: str) -> tuple[tuple[str, str], Span]:
    """Value and unit that make two numbers one, with the place; of "2012 candidates" the year alone.

    Counts of that size are written with a comma.
    """
    if _YEAR.fullmatch(number.value) and number.unit not in _MONEY and text.startswith(number.value, number.start):
        return (number.value, _BARE), Span(number.start, number.start + len(number.value))
    return (number.value, _unit_key(number)), Span(number.start, number.end)


def _unit_key(number: Number) -> str:
    """What numbers of one value have to agree in to be one number."""
    unit = number.unit
    if unit in MEASURES or unit in _MONEY or unit in ("percent", "percentage point", "date", "decade"):
        return unit
    if _size(number.value) >= _TELLING:
        return "many"
    return "person" if unit in _PERSONS else unit


def _size(value: str) -> float:
    """The number, or the lower end of a range."""
    head = value.partition("-")[0]
    return float(head) if head and head.replace(".", "", 1).isdecimal() else 0.0


def _join_dates(counts: dict[tuple[str, str], _Count]) -> None:
    """A date without a year joins the one date with a year it may be."""
    for (value, unit), count in sorted(counts.items()):
        if unit == "date" and value.count("-") == 1 and len(value) == 5:
            dated = [other for other in counts if other[1] == "date" and other[0][4:] == f"-{value}"]
            if len(dated) == 1:
                _take(counts[dated[0]], count)
                del counts[value, unit]


def _take(count: _Count, other: _Count) -> None:
    count.forms.update(other.forms)
    for order, spans in other.spans.items():
        count.spans.setdefault(order, set()).update(spans)


def _join_weekdays(counts: dict[tuple[str, str], _Count], bodies: Sequence[Body]) -> None:
    """A weekday of an article whose date is known joins the date it is, where another article writes that out."""
    dates = {value: count for (value, unit), count in counts.items() if unit == "date"}
    if not dates:
        return
    for order, body in enumerate(bodies):
        published = published_day(body.analysis.metadata)
        for day, span in _weekdays(body, published) if published else ():
            for value in (day.isoformat(), day.strftime("%m-%d")):
                if value in dates and order not in dates[value].spans:
                    dates[value].spans[order] = {span}


def _weekdays(body: Body, published: date) -> Iterator[tuple[date, Span]]:
    """The weekdays named, each as the last one up to the day of publication."""
    for name, weekday in _WEEKDAYS.items():
        day = published - timedelta(days=(published.weekday() - weekday) % 7)
        for start in body.words.get(name, ()):
            if not _NOT_BEFORE.search(body.text, max(0, start - 12), start):
                yield day, Span(start, start + len(name))


def _in_title(body: Body) -> dict[tuple[str, str], list[Span]]:
    """The numbers of the headline."""
    found: dict[tuple[str, str], list[Span]] = {}
    for zone in body.analysis.zones:
        if zone.kind == "title":
            for number in find_numbers(body.text, zone.start, zone.end):
                key, span = _key(number, body.text)
                found.setdefault(key, []).append(span)
    return found


def _item(key: tuple[str, str], count: _Count, titles: Sequence[dict[tuple[str, str], list[Span]]]) -> Item:
    return Item(
        kind="date" if key[1] in ("date", _BARE) else "number",
        label=fullest(count.forms),
        spans={order: sorted(spans) for order, spans in sorted(count.spans.items())},
        titles={order: found[key] for order, found in enumerate(titles) if key in found},
        worth=_worth(count, key[1]),
        leads=_worth(count, key[1]) >= 1.0 and key[1] != "date",
    )


def _worth(count: _Count, unit: str) -> float:
    """A bare year, an age or a span of time tells least; money, shares and counts of things most."""
    if unit == "date":
        return 1.0
    if unit == _BARE:
        return 0.3
    if count.unit in ("percent", "percentage point") or count.unit in _MONEY:
        return 1.0
    if count.unit in MEASURES:
        return 0.4 if count.unit in ("year", "month", "week", "day", "hour", "minute", "second", "decade") else 0.7
    if not count.unit:
        return 0.3  # an age, a part of an address
    return 1.0 if _size(count.value) >= _TELLING or count.unit in _PERSONS else 0.5
