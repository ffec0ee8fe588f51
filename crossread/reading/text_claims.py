"""What the words of a copy say about itself: title, byline, dates, publisher and corrections, by zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.model import Claim, Found, Zone
from crossread.reading.authors import has_lead, looks_like_names, split_authors
from crossread.reading.dates import find_date
from crossread.reading.patterns import BYLINE, DATE, MODIFIED

_WRITERS_PICTURE = re.compile(r"writer['’]s picture\s*(?P<name>\S.{1,80})$", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}[\s,–-]*)?(?:by )?(?P<name>[A-Z][\w&.’' -]{2,60}?)(?:[.,]|\s+all rights|$)", re.I
)
_APPEARED = re.compile(
    r"(?:first|originally) (?:appeared|published) (?:in|on|at) (?P<name>(?:the )?[A-Z][\w&.’' -]{2,60}?)(?:[.,]|$)"
)
_PUBLISHERS = (
    ("publisher.writers_picture", _WRITERS_PICTURE),
    ("publisher.copyright", _COPYRIGHT),
    ("publisher.first_appeared", _APPEARED),
)
_LONGEST_BYLINE = 300  # characters


def find_text_claims(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    """Claims with their place in the text, in reading order within each field."""
    for zone in zones:
        if zone.kind == "title":
            yield Claim("title", Found(text[zone.start : zone.end], zone.rule, zone.start, zone.end))
    yield from _authors(text, zones)
    yield from _publisher(text, zones)
    yield from _dates(text, zones)
    for zone in zones:
        if zone.kind == "correction":
            yield Claim("correction", Found(text[zone.start : zone.end], zone.rule, zone.start, zone.end))


def _authors(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    """Authors of bylines. Containers named so hold much else: their words count where they form names.

    Where a line says "By ...", containers that do not are not asked.
    """
    bylines = [
        (zone, text[zone.start : zone.end])
        for zone in zones
        if zone.kind == "byline" and zone.end - zone.start <= _LONGEST_BYLINE
    ]
    any_lead = any(has_lead(line) for _, line in bylines)
    for zone, line in bylines:
        match = next((found for rule, pattern in BYLINE if rule == zone.rule and (found := pattern.match(line))), None)
        authors = split_authors(match["names"] if match else line)
        if match is None and not has_lead(line) and (any_lead or not looks_like_names(authors)):
            continue
        at = zone.start + (match.start("names") if match else 0)
        for author in authors:
            start = text.find(author.name, at, zone.end)
            if start < 0:  # put together from parts: "Lee, Ann"
                yield Claim("author", Found(author.name, zone.rule, note=author.note))
                continue
            at = start + len(author.name)
            yield Claim("author", Found(author.name, zone.rule, start, at, author.note))


def _publisher(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    """The outlet's name where page furniture or a credit line gives it away: the first such place."""
    for zone in zones:
        if zone.kind not in ("furniture", "credit"):
            continue
        for rule, pattern in _PUBLISHERS:
            match = pattern.search(text[zone.start : zone.end])
            if match:
                start = zone.start + match.start("name")
                yield Claim("publisher", Found(match["name"], rule, start, start + len(match["name"])))
                return


def _dates(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    for zone in zones:
        if zone.kind != "date_line":
            continue
        line = text[zone.start : zone.end].lower()
        match = DATE.search(line)
        span = match.span() if match else find_date(line)
        if span:
            start, end = zone.start + span[0], zone.start + span[1]
            found = Found(text[start:end], zone.rule, start, end)
            yield Claim("modified" if MODIFIED.match(line) else "published", found)
