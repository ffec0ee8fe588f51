"""When a date, a weekday or "three years ago" was, reckoned from the day the article was published."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from crossread.model import Analysis
from crossread.reading.dates import iso_date, published_day
from crossread.text.amounts import Amount
from crossread.text.atoms import Atoms
from crossread.text.number_words import WEEKDAYS

Days = tuple[int, int]
"""The first and the last day something may have been on, as ordinals of `datetime.date`."""

_YEAR = 365
_AGO = frozenset("ago earlier before".split())
_WITHIN = frozenset("in for past last".split())
_NEXT = frozenset("next coming".split())
_HALF_A_YEAR = 183


def published_on(analysis: Analysis) -> date | None:
    """The day the article says it was published, or else that of its dateline; None where it has neither."""
    if analysis.metadata.published:
        return published_day(analysis.metadata)
    dateline = next((analysis.text[zone.start : zone.end] for zone in analysis.zones if zone.kind == "dateline"), "")
    iso = iso_date(dateline) if any(map(str.isdigit, dateline)) else None
    return date.fromisoformat(iso[:10]) if iso else None


def days_of(amount: Amount, atoms: Atoms, published: date | None) -> Days | None:
    """The days a date may mean; None where the year or the day of publication would have to be known."""
    if amount.written_unit == "weekday":
        return _weekday(amount, atoms, published)
    pieces = [int(piece) for piece in amount.date.split("-")]
    if len(amount.date) == 5:
        return _without_year(pieces[0], pieces[1], published)
    return _calendar(*pieces)


def years_back(amount: Amount, atoms: Atoms, published: date | None) -> Days | None:
    """The year or so in which something was that is "the first in three years" or was "three years ago"."""
    years = amount.value / (_YEAR + 0.25)
    if published is None or amount.written_unit != "year" or not 1 <= years < 200 or amount.bound:
        return None
    if atoms.form(amount.after) not in _AGO and atoms.form(amount.first - 1) not in _WITHIN:
        return None
    middle = published.toordinal() - round(amount.value)
    return (middle - _HALF_A_YEAR, middle + _HALF_A_YEAR) if middle > _YEAR else None


def _weekday(amount: Amount, atoms: Atoms, published: date | None) -> Days | None:
    """The last such day up to publication; the first after it where "next" says so."""
    if published is None:
        return None
    back = (published.weekday() - WEEKDAYS[amount.unit]) % 7
    day = published.toordinal() - back
    if atoms.form(amount.first - 1) in _NEXT:
        day += 7
    return day, day


def _without_year(month: int, day: int, published: date | None) -> Days | None:
    """The day and month nearest to publication."""
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    near = [found for year in years if (found := _calendar(year, month, day))]
    return min(near, key=lambda days: abs(days[0] - published.toordinal()), default=None)


def _calendar(year: int, month: int = 0, day: int = 0) -> Days | None:
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first.toordinal(), first.toordinal()
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()
