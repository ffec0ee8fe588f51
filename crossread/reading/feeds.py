"""The entries of a feed as articles: its own text where the feed gives it whole, else a link to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from crossread.model import Claim
from crossread.reading.containers import part_of, settle
from crossread.reading.dates import iso_date
from crossread.reading.page import Item, Problem, Raw, Reference, claim
from crossread.text.late import late

_MIN_WORDS = 150  # a shorter text is a summary
_URL = late(r"https?://[^\s<>\"]{1,4000}", re.I)
_TAG = late(r"<[^<>]{0,4000}>")
_APPEARED = late(r"The post .{0,300}(?:appeared first|first appeared) on .{0,150}$", re.S)
_TEASER = late(
    r"(?:continue reading\b|read more|read the (?:full|rest|whole|entire)\b|(?:full|more) (?:story|article)\b|"
    r"keep reading|weiterlesen|lire la suite|leer más|leggi tutto).{0,150}$|(?:\[(?:…|\.\.\.)\]|…)\W{0,10}$",
    re.I | re.S,
)


class Entry(Struct, frozen=True):
    """What a feed says of one article: its dates as written or in ISO 8601, `content` what it calls the text."""

    url: str
    id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    language: str = ""
    content: str = ""
    is_html: bool = True


class Feed(Struct, frozen=True):
    """What a feed says of itself."""

    title: str = ""
    language: str = ""


def read_entries(raw: Raw, feed: Feed, entries: Iterable[Entry]) -> Iterator[Item]:
    """Each entry once, in the feed's order; InputError where none has a text or a link."""
    nothing = "this feed has nothing to read; open it in a browser to see whether it is the right one"
    yield from settle(raw, _read_entries(raw, feed, entries), "entries", nothing)


def _read_entries(raw: Raw, feed: Feed, entries: Iterable[Entry]) -> Iterator[Item]:
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        names = {name for name in (entry.url, entry.id) if name}
        if not names & seen:
            seen |= names
            yield _read_entry(raw, feed, entry, number)


def _read_entry(raw: Raw, feed: Feed, entry: Entry, number: int) -> Item:
    url = entry.url if _URL.fullmatch(entry.url) else ""
    title = plain_words(entry.title)
    part = title[:100] or f"entry {number}"
    claims = tuple(_claims(feed, entry, title, url))
    if is_whole(entry.content, entry.is_html):
        return part_of(raw, part, entry.content, url, claims, markup=entry.is_html)
    if url:
        return Reference(url, title, iso_date(entry.published) or iso_date(entry.modified) or "", claims)
    if entry.url:
        return Problem(part, f"its link is no web address ({entry.url[:100]}), and the feed has not its whole text")
    return Problem(part, "it has neither a link nor a whole text")


def _claims(feed: Feed, entry: Entry, title: str, url: str) -> Iterator[Claim]:
    yield from claim("title", title, "feed.title")
    for author in entry.authors[:20]:
        yield from claim("author", plain_words(author), "feed.author")
    yield from claim("publisher", plain_words(feed.title), "feed.publisher")
    yield from claim("published", iso_date(entry.published), "feed.published")
    yield from claim("modified", iso_date(entry.modified), "feed.modified")
    yield from claim("language", entry.language or feed.language, "feed.language")
    yield from claim("url", url, "feed.url")


def is_whole(content: str, is_html: bool) -> bool:
    """Whether a text is long enough for an article and does not end by sending the reader elsewhere."""
    words = plain_words(content) if is_html else content
    ending = _APPEARED.sub("", words[-600:]).rstrip()
    return len(words.split()) >= _MIN_WORDS and not _TEASER.search(ending[-250:])


def plain_words(markup: str) -> str:
    """The words of a piece of HTML, for a look at them and for titles."""
    from html import unescape

    return " ".join(unescape(_TAG.sub(" ", markup)).split())
