"""What the words of a copy say about itself: title, byline, dates, publisher and corrections, by zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Claim, Found, Zone
from crossread.reading.authors import has_lead, looks_like_names, split_authors
from crossread.reading.dates import find_date
from crossread.reading.patterns import BYLINE, DATES, KNOWN_NAMES, MODIFIED
from crossread.reading.site_names import is_named_later
from crossread.text.late import late

_WRITERS_PICTURE = late(r"writer['’]s picture\s*(?P<name>\S.{1,80})$", re.I)
_COPYRIGHT = late(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}[\s,–-]*)?(?:by )?(?P<name>[A-Z][\w&.’' -]{2,60}?)(?:[.,]|\s+all rights|$)", re.I
)
_APPEARED = late(
    r"(?:(?:first|originally) (?:appeared|published)|appeared first) (?:in|on|at) "
    r"(?P<name>(?:the )?[A-Z][\w&.’' -]{2,60}?)(?:[.,]|\s*$)"
)
_PUBLISHERS = (
    ("publisher.writers_picture", _WRITERS_PICTURE),
    ("publisher.copyright", _COPYRIGHT),
    ("publisher.first_appeared", _APPEARED),
)
_LONGEST_BYLINE = 300  # characters
_MOST_DATES = 3  # in one line


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
        if zone.rule == KNOWN_NAMES:
            continue  # found by the names, which are known already
        match = next((found for rule, pattern in BYLINE if rule == zone.rule and (found := pattern.match(line))), None)
        group = _names_group(match) if match else 0
        authors = split_authors(_without_place(match[group]) if match else line)
        if match is None and not has_lead(line) and (any_lead or not looks_like_names(authors)):
            continue
        at = zone.start + (match.start(group) if match else 0)
        for author in authors:
            start = text.find(author.name, at, zone.end)
            if start < 0:  # put together from parts: "Lee, Ann"
                yield Claim("author", Found(author.name, zone.rule, note=author.note))
                continue
            at = start + len(author.name)
            yield Claim("author", Found(author.name, zone.rule, start, at, author.note))


@from_lexicons
def _places() -> frozenset[str]:
    return frozenset(map(str.lower, load_lexicon("crossread.data", "places").terms))


def _without_place(names: str) -> str:
    """ "Harbour Bureau" of "New Delhi, Harbour Bureau": a place before a name is where it was written."""
    place, _, rest = names.partition(", ")
    return rest if rest and place.lower() in _places() else names


def _names_group(match: re.Match[str]) -> str:
    return "names" if match["names"] else "by"


def _publisher(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    """The outlet's name where page furniture or a credit line gives it away: the first such place."""
    for zone in zones:
        if zone.kind not in ("furniture", "credit"):
            continue
        name = text[zone.start : zone.end] if zone.rule == "furniture.site_name" else ""
        if name and is_named_later(text, name, zone.end):
            yield Claim("publisher", Found(name, "publisher.site_name", zone.start, zone.end))
            return
        for rule, pattern in _PUBLISHERS:
            match = pattern.search(text[zone.start : zone.end])
            if match:
                start = zone.start + match.start("name")
                yield Claim("publisher", Found(match["name"], rule, start, start + len(match["name"])))
                return


def _dates(text: str, zones: Sequence[Zone]) -> Iterator[Claim]:
    """The dates of date lines, and those beside a name where no line has one: published unless the words before say."""
    lines = [zone for zone in zones if zone.kind == "date_line"]
    for zone in lines or [zone for zone in zones if zone.rule == "byline.name_and_date"]:
        line = text[zone.start : min(zone.end, zone.start + _LONGEST_BYLINE)].lower()
        dates = [(found.span("date"), found["label"] or "") for found in DATES.finditer(line)]
        if not dates and (span := find_date(line)):
            dates = [(span, line)]
        for (start, end), label in dates[:_MOST_DATES]:
            found = Found(text[zone.start + start : zone.start + end], zone.rule, zone.start + start, zone.start + end)
            yield Claim("modified" if MODIFIED.match(label) else "published", found)
