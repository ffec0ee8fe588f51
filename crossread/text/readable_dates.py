"""Dates as a reader wants them."""

from __future__ import annotations

import re
from datetime import datetime

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?")
_MONTHS = "January February March April May June July August September October November December".split()


def readable(written: str) -> str:
    """ "19 December 2022, 14:03 UTC-05:00" for a date in ISO 8601; any other as it is written.

    A time without an offset stays without one; midnight without one says no more than the day.
    """
    if not _ISO.fullmatch(written):
        return written
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if "T" not in written or (moment.tzinfo is None and (moment.hour, moment.minute) == (0, 0)):
        return day
    return f"{day}, {moment:%H:%M}" + (f" {moment.tzname()}" if moment.tzinfo else "")
