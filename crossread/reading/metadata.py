"""What a plain-text copy says about itself, each piece with where it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.model import Found, Metadata, Zone
from crossread.reading.language import find_language
from crossread.reading.patterns import BYLINE, DATE, MODIFIED

_WRITERS_PICTURE = re.compile(r"writer['’]s picture\s*(?P<name>\S.{1,80})$", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}[\s,–-]*)?(?:by )?(?P<name>[A-Z][\w&.’' -]{2,60}?)(?:[.,]|\s+all rights|$)", re.I
)
_APPEARED = re.compile(
    r"(?:first|originally) (?:appeared|published) (?:in|on|at) (?P<name>(?:the )?[A-Z][\w&.’' -]{2,60}?)(?:[.,]|$)"
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_NOT_A_NAME = re.compile(
    r"\d|@|^(?:staff|reporter|correspondent|editor|associated press|reuters|afp|special to|for the|the)\b", re.I
)


def find_metadata(text: str, zones: Sequence[Zone]) -> Metadata:
    """Title, authors, publisher, dates and language, as far as the copy shows them."""
    published, modified = _find_dates(text, zones)
    title = next((Found(text[z.start : z.end], z.rule, z.start, z.end) for z in zones if z.kind == "title"), None)
    return Metadata(
        title=title,
        authors=_find_authors(text, zones),
        publisher=_find_publisher(text, zones),
        published=published,
        modified=modified,
        language=find_language(text, zones),
    )


def _find_authors(text: str, zones: Sequence[Zone]) -> tuple[Found, ...]:
    authors = []
    for zone in zones:
        if zone.kind != "byline":
            continue
        for rule, pattern in BYLINE:
            match = pattern.match(text[zone.start : zone.end])
            if rule != zone.rule or match is None:
                continue
            at = zone.start + match.start("names")
            for name in _AND.split(match["names"]):
                start = text.find(name, at, zone.end)
                if name and len(name.split()) <= 5 and not _NOT_A_NAME.search(name):
                    authors.append(Found(name, rule, start, start + len(name)))
                    at = start + len(name)
    return tuple(authors)


def _find_publisher(text: str, zones: Sequence[Zone]) -> Found | None:
    """The outlet's name where page furniture or a credit line gives it away."""
    for zone in zones:
        if zone.kind not in ("furniture", "credit"):
            continue
        for rule, pattern in (
            ("publisher.writers_picture", _WRITERS_PICTURE),
            ("publisher.copyright", _COPYRIGHT),
            ("publisher.first_appeared", _APPEARED),
        ):
            match = pattern.search(text[zone.start : zone.end])
            if match:
                start = zone.start + match.start("name")
                return Found(match["name"], rule, start, start + len(match["name"]))
    return None


def _find_dates(text: str, zones: Sequence[Zone]) -> tuple[Found | None, Found | None]:
    published = modified = None
    for zone in zones:
        if zone.kind != "date_line":
            continue
        line = text[zone.start : zone.end].lower()
        match = DATE.search(line)
        if match is None:
            continue
        start, end = zone.start + match.start(), zone.start + match.end()
        found = Found(text[start:end], zone.rule, start, end)
        if MODIFIED.match(line):
            modified = modified or found
        else:
            published = published or found
    return published, modified
