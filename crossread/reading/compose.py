"""A page as its format shows it becomes an article: zones decided, claims weighed, links kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from crossread.errors import InputError
from crossread.model import BODY_ZONES, Article, Link, Origin, Zone
from crossread.reading.decode import whole_characters
from crossread.reading.metadata import find_metadata
from crossread.reading.page import Page, Raw
from crossread.reading.zones import find_zones

OriginKind = Literal["file", "text", "stdin", "url"]

# What is measured and shown whole takes its time: a long book has 2,000,000 characters in 20,000 paragraphs.
_MOST_CHARACTERS = 5_000_000
_MOST_BLOCKS = 100_000


def compose(page: Page, raw: Raw, reader: str, kind: OriginKind = "file") -> Article:
    """The article of a page that `reader` found in `raw`. Raises InputError for one larger than any article."""
    _check_size(page, raw)
    authors = [claim.found.value for claim in (*page.claims, *raw.claims) if claim.field == "author"]
    zones = find_zones(page.text, page.blocks, authors)
    origin = Origin(
        kind=kind,
        locator=whole_characters(raw.locator),
        sha256=sha256(raw.data).hexdigest(),
        encoding=page.encoding,
        format=reader,
        part=whole_characters(raw.part),
        retrieved=raw.retrieved,
    )
    return Article(
        id=sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        origin=origin,
        metadata=find_metadata(page.text, zones, (*page.claims, *raw.claims)),
        text=page.text,
        zones=zones,
        links=_in_story(page.links, zones),
        cut=page.cut,
        warnings=page.warnings,
    )


def _check_size(page: Page, raw: Raw) -> None:
    for found, most, what in (
        (len(page.text), _MOST_CHARACTERS, "characters"),
        (len(page.blocks), _MOST_BLOCKS, "paragraphs"),
    ):
        if found > most:
            raise InputError(
                f"{raw.where}: its text has {found:,} {what}, more than the {most:,} an article may have here; "
                "cut it into parts"
            )


def _in_story(links: tuple[Link, ...], zones: tuple[Zone, ...]) -> tuple[Link, ...]:
    """The links of body zones; both are in reading order."""
    story = [zone for zone in zones if zone.kind in BODY_ZONES]
    kept, at = [], 0
    for link in sorted(links, key=lambda link: link.start):
        while at < len(story) and story[at].end <= link.start:
            at += 1
        if at < len(story) and story[at].start <= link.start:
            kept.append(link)
    return tuple(kept)
