"""Dates as places of a page write them, brought to ISO 8601 and compared by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from crossread.model import Metadata
from crossread.text.late import late
from crossread.text.number_words import MONTHS, SHORT_MONTHS

FIRST_YEAR, LAST_YEAR = 1600, 2200  # beyond these a number is a placeholder ("0001-01-01"), not a date
# Months in other languages whose papers print them beside a time element or not at all; those like English
# ones ("April", "september") are known already, and abbreviations are theirs to the third letter.
_FOREIGN_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar janvier enero gennaio janeiro januari январь января",
            "februar février febrero febbraio fevereiro februari февраль февраля",
            "märz mars marzo março maart март марта",
            "avril abril aprile апрель апреля",
            "mai mayo maggio maio mei май мая",
            "juni juin junio giugno junho июнь июня",
            "juli juillet julio luglio julho июль июля",
            "août agosto augustus август августа",
            "septembre septiembre settembre setembro сентябрь сентября",
            "oktober octobre octubre ottobre outubro октябрь октября",
            "novembre noviembre novembro ноябрь ноября",
            "dezember décembre diciembre dicembre dezembro december декабрь декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_LONGEST = 80  # characters: no way to write a date is longer
_WIDEST_OFFSET = timedelta(hours=14)  # of any time zone: so far can a day without one lie from UTC's

_WITHOUT_ZONE = len("2021-05-04T10:00:00")

_CLOCK = (
    r"(?:[T ,@|-]{0,4}(?:at )?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?(?: ?(?P<zone>UTC|GMT|Z\b))?(?: ?(?P<offset>[+-]\d\d(?::?\d\d)?))?)?"
)
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_TH = r"(?:st|nd|rd|th)?"
_WRITINGS = tuple(
    late(rf"(?P<date>{writing}){_CLOCK}")
    for writing in (
        r"\b(?P<year>\d{4})(?P<dash>[-/.])(?P<month>\d{1,2})(?P=dash)(?P<day>\d{1,2})(?!\d)",
        r"\b(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=\D|\d{6}\b|$)",
        r"\b(?P<year>\d{4})[年년] ?(?P<month>\d{1,2})[月월] ?(?P<day>\d{1,2})[日일]",
        rf"\b(?P<day>\d{{1,2}})(?:{_TH}|\.|er)[ -](?:of |de |d’|d')?{_NAME},?[ -](?:de )?(?P<year>\d{{4}})\b",
        rf"\b{_NAME} (?P<day>\d{{1,2}}){_TH},? (?P<year>\d{{4}})\b",
        r"\b(?P<one>\d{1,2})(?P<dash>[./-])(?P<two>\d{1,2})(?P=dash)(?P<year>\d{4})\b",
    )
)
_EPOCH = late(r"(?P<seconds>\d{9,10})(?:\d{3})?$")
_IN_PATH = late(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def iso_date(value: str) -> str | None:
    """The date, with its time of day and offset where given, in ISO 8601; None for what is no date.

    Reads ISO and its relatives, mail dates, dates with a month's name, day.month.year and
    seconds since 1970. 04/05/2021, another day in London than in New York, is not read.
    """
    value = " ".join(value[:_LONGEST].split())
    epoch = _EPOCH.match(value)
    if epoch:
        return datetime.fromtimestamp(int(epoch["seconds"]), UTC).isoformat().replace("+00:00", "Z")
    for writing in _WRITINGS:
        match = writing.search(value)
        day = _day(match.groupdict()) if match else None
        if match and day:
            return day.isoformat() + _clock(match.groupdict())
    return None


def published_day(metadata: Metadata) -> date | None:
    """The day of publication; None where the copy has no date that can be read."""
    found = iso_date(metadata.published.value) if metadata.published else None
    return date.fromisoformat(found[:10]) if found else None


def find_date(line: str) -> tuple[int, int] | None:
    """Where the first date with a day, a month and a year stands in a line, without its time of day."""
    for writing in _WRITINGS:
        match = writing.search(line[:_LONGEST])
        if match and _day(match.groupdict()):
            return match.start(), match.end("date")
    return None


def date_in_path(url: str) -> str | None:
    """The date in an address like ".../2021/05/04/harbour-wall", in ISO 8601."""
    match = _IN_PATH.search(url[:2000])
    day = _calendar_day(int(match[1]), int(match[2]), int(match[3])) if match else None
    return day.isoformat() if day else None


def same_day(one: str, other: str) -> bool:
    """Whether two dates are the same day as written, or can be the same moment in two time zones."""
    left, right = iso_date(one), iso_date(other)
    if left is None or right is None:
        return False
    if left[:10] == right[:10]:
        return True
    first, second = _moment(left), _moment(right)
    if first and second:
        if len(left) > _WITHOUT_ZONE < len(right):
            return first.date() == second.date()
        return abs(first - second) <= _WIDEST_OFFSET
    if not first and not second:
        return False
    moment, day = (first, right) if first else (second, left)
    midnight = datetime.combine(date.fromisoformat(day[:10]), time(), UTC)
    return moment is not None and -_WIDEST_OFFSET <= moment - midnight < timedelta(days=1) + _WIDEST_OFFSET


def _moment(iso: str) -> datetime | None:
    """The moment in UTC, or where no zone is named as if in UTC; None for a bare day."""
    if "T" not in iso:
        return None
    moment = datetime.fromisoformat(iso)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["year"] or 0)
    if "one" in parts:
        one, two = int(parts["one"] or 0), int(parts["two"] or 0)
        if parts["dash"] == "." or one > 12 or one == two:
            return _calendar_day(year, two, one)
        return _calendar_day(year, one, two) if two > 12 else None
    name = (parts.get("name") or "").lower()
    named = MONTHS.get(name, 0) or SHORT_MONTHS.get(name, 0) or _FOREIGN_MONTHS.get(name, 0)
    month = named or int(parts.get("month") or 0)
    return _calendar_day(year, month, int(parts["day"] or 0))


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> str:
    """ "T14:30:00+02:00" as far as the writing gives it; empty for a time that no clock shows."""
    if parts["hour"] is None:
        return ""
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0)
    if parts["half"]:
        hour = hour % 12 + 12 * (parts["half"].lower() == "p")
    if hour > 23 or minute > 59 or second > 59:
        return ""
    offset = parts["offset"] or ""
    if offset:
        digits = offset[1:].replace(":", "").ljust(4, "0")
        if int(digits[:2]) > 14 or int(digits[2:]) > 59:
            return ""
        offset = f"{offset[0]}{digits[:2]}:{digits[2:]}"
    return f"T{hour:02}:{minute:02}:{second:02}{offset or 'Z' * bool(parts['zone'])}"
