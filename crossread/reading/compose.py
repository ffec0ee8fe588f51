"""A page as its format shows it becomes an article: zones decided, claims weighed, links kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from crossread.model import BODY_ZONES, Article, Link, Origin, Zone
from crossread.reading.metadata import find_metadata
from crossread.reading.page import Page, Raw
from crossread.reading.zones import find_zones

OriginKind = Literal["file", "text", "stdin", "url"]


def compose(page: Page, raw: Raw, reader: str, kind: OriginKind = "file") -> Article:
    """The article of a page that `reader` found in `raw`."""
    zones = find_zones(page.text, page.blocks)
    origin = Origin(
        kind=kind,
        locator=raw.locator,
        sha256=sha256(raw.data).hexdigest(),
        encoding=page.encoding,
        format=reader,
        part=raw.part,
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
