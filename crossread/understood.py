"""What `crossread read` shows: an article as it was understood, for someone who wonders at a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

import click

from crossread.heard import describe_voices
from crossread.model import AROUND_ZONES, BODY_ZONES, Article, Found, Metadata, Zone
from crossread.reading.readers import all_readers
from crossread.telling import counted
from crossread.text.words import find_words
from crossread.wrapping import harmless

NOT_FOUND = "not found in this copy"
_COLOURS = {
    "title": "bright_cyan", "kicker": "cyan", "standfirst": "cyan", "byline": "yellow", "date_line": "yellow",
    "dateline": "yellow", "body": "white", "quote_block": "bright_white", "caption": "blue", "author_bio": "magenta",
    "credit": "magenta", "correction": "red", "related": "green", "comment": "green", "advertisement": "bright_black",
    "furniture": "bright_black",
}  # fmt: skip
_LABEL = 14
_SHOWN = 4  # blocks of a run around the story


def describe_article(article: Article, width: int, whole: bool = False) -> str:
    """The article's metadata with where each was found, counts, who is heard, and its zones, in colours.

    Of a long run of blocks around the story the first are shown, unless `whole` asks for all.
    """
    heard = describe_voices(article, width, whole)
    return "\n".join([*_head(article, width), "", *_counts(article), "", *heard, "", *_zones(article, width, whole)])


def _head(article: Article, width: int) -> Iterator[str]:
    origin, told = article.origin, article.metadata
    reader = all_readers().get(origin.format)
    yield click.style(harmless(origin.where), bold=True)
    yield _line("format", f"{reader.title if reader else origin.format}, {origin.encoding}", "", width)
    if origin.retrieved:
        yield _line("retrieved", origin.retrieved, "", width)
    for label, found in _fields(told):
        for each in found or (None,):
            value = NOT_FOUND if each is None else f"{each.value} ({each.note})" if each.note else each.value
            yield _line(label, value, each.rule if each else "", width, dim=each is None)
    for claim in told.conflicts:
        yield _line(f"other {claim.field}"[:_LABEL], claim.found.value, claim.found.rule, width)


def _fields(told: Metadata) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """Label and findings of each field; those few articles have are left out where nothing was found."""
    always = ("title", "publisher", "published", "modified", "language", "genre", "url")
    for name in ("title", "authors", "publisher", "published", "modified", "language", "section", "genre", "url",
                 "paywall", "corrections", "based_on", "backstory"):  # fmt: skip
        value = getattr(told, name)
        found = value if isinstance(value, tuple) else (value,) if value else ()
        if found or name in (*always, "authors"):
            yield name.replace("_", " "), found


def _line(label: str, value: str, rule: str, width: int, dim: bool = False) -> str:
    room = max(width - _LABEL - 2, 20)
    first, *more = wrap(harmless(value), room) or [""]
    origin = click.style(f"  {harmless(rule)}", dim=True) if rule else ""
    lines = [f"  {label:{_LABEL}}{click.style(first, dim=dim)}", *(" " * (_LABEL + 2) + line for line in more)]
    return "\n".join(lines) + origin


def _counts(article: Article) -> Iterator[str]:
    """Blocks and words by kind of zone, links, and what was left out."""
    blocks = Counter(zone.kind for zone in article.zones)
    words: Counter[str] = Counter()
    for zone in article.zones:
        words[zone.kind] += len(find_words(article.text, zone.start, zone.end))
    for kind, many in blocks.most_common():
        label = click.style(f"{kind:{_LABEL}}", fg=_COLOURS[kind])
        yield f"  {label}{counted(many, 'block')}, {counted(words[kind], 'word')}"
    if article.links:
        away = sum(not link.own_site for link in article.links)
        yield f"  {'links':{_LABEL}}{counted(len(article.links), 'link')} in the story, {away} to other sites"
    for cut in article.cut:
        size = f"{counted(cut.blocks, 'block')}, {counted(cut.characters, 'character')}"
        yield f"  {'left out':{_LABEL}}{cut.kind}: {size}, more than the bound"
    for warning in article.warnings:
        yield f"  {'note':{_LABEL}}{harmless(warning)}"


def _zones(article: Article, width: int, whole: bool) -> Iterator[str]:
    """The text block by block, those of one kind and rule under one heading."""
    for (kind, rule), run in groupby(article.zones, lambda zone: (zone.kind, zone.rule)):
        zones = list(run)
        yield click.style(f"── {kind} ", fg=_COLOURS[kind], bold=True) + click.style(harmless(rule), dim=True)
        shown = len(zones) if whole or kind not in AROUND_ZONES or len(zones) <= _SHOWN + 1 else _SHOWN
        for number, zone in enumerate(zones[:shown]):
            if number and kind in BODY_ZONES:
                yield ""
            yield from _block(article.text, zone, width)
        if shown < len(zones):
            yield click.style(f"   ... and {len(zones) - shown} more; --all shows them", dim=True)


def _block(text: str, zone: Zone, width: int) -> Iterator[str]:
    mark = {"heading": "#" * max(zone.level, 1) + " ", "list_item": "- "}.get(zone.role, "")
    lines = wrap(mark + harmless(" ".join(text[zone.start : zone.end].split())), max(width - 3, 20))
    yield from (f"   {click.style(line, fg=_COLOURS[zone.kind])}" for line in lines)
