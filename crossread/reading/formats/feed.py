"""RSS, Atom and JSON Feed: each entry, as its own text or as a link to its article."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from crossread.errors import InputError
from crossread.reading.decode import decode
from crossread.reading.feed_repair import MAX_ENTRIES
from crossread.reading.feed_xml import EntryText, is_feed_xml, safe_feed
from crossread.reading.feeds import Entry, Feed, read_entries
from crossread.reading.formats.json import parse_value
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.reading.rows import opening
from crossread.text.late import late

_JSON_FEED = late(r"\"version\"\s{0,9}:\s{0,9}\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version\\?/")
_BARE_DAY = late(r"\d{4}-\d\d-\d\d")


def recognises(raw: Raw) -> bool:
    """XML whose root is a feed's, or JSON with the version address of JSON Feed."""
    head = opening(raw)
    return is_feed_xml(head) if head.startswith("<") else head.startswith("{") and bool(_JSON_FEED.search(head))


def read(raw: Raw) -> Iterator[Item]:
    """The entries in the feed's order, each once; a feed that is broken somewhere gives what it has, and a problem."""
    if opening(raw, 1000).startswith("{"):
        yield from _read_json(raw)
    else:
        yield from _read_xml(raw)


def _read_xml(raw: Raw) -> Iterator[Item]:
    import feedparser

    safe = safe_feed(raw)
    headers = {"content-type": "application/xml; charset=utf-8"}
    if raw.url:
        headers["content-location"] = raw.url
    # Bytes in a stream: from a string the parser would fetch an address or open a file.
    parsed: Any = feedparser.parse(
        io.BytesIO(safe.data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )
    base = urljoin(raw.url, str(parsed.feed.get("link", "")))
    feed = Feed(str(parsed.feed.get("title", "")), str(parsed.feed.get("language", "")))
    pairs = zip(parsed.entries, safe.texts, strict=True)
    yield from read_entries(raw, feed, (_entry(each, text, base) for each, text in pairs))
    if safe.broken:
        yield Problem(raw.part or "feed", f"{safe.broken}; what could be read of it was")
    yield from _too_many(raw, safe.more)


def _entry(entry: Any, text: EntryText, base: str) -> Entry:
    link = str(entry.get("feedburner_origlink") or entry.get("link") or "").strip()
    alone = not link and not text.content  # then the summary is all there is; long enough, it may be the article
    return Entry(
        url=_absolute(base, link),
        id=str(entry.get("id", "")),
        title=str(entry.get("title", "")),
        authors=tuple(str(each.get("name", "")) for each in entry.get("authors", ()) if each),
        published=_date(entry, "published") or _date(entry, "created"),
        modified=_date(entry, "updated"),
        language=str((entry.get("title_detail") or {}).get("language") or ""),
        content=text.summary if alone else text.content,
        is_html=text.is_html,
    )


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:  # a bracketed host that is no address
        return link


def _date(entry: Any, name: str) -> str:
    """The date in ISO 8601 (UTC where a time of day is known); "" for one that no calendar has."""
    written = str(entry.get(name, "")).strip() if name in entry else ""
    if _BARE_DAY.fullmatch(written):
        return written
    moment = entry.get(f"{name}_parsed") if written else None
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).isoformat().replace("+00:00", "Z") if moment else ""
    except (ValueError, OverflowError, OSError):
        return ""


def _read_json(raw: Raw) -> Iterator[Item]:
    text, _ = decode(raw.data, raw.where)
    try:
        value, _ = parse_value(text, len(text) - len(text.lstrip()))
    except ValueError as error:
        raise InputError(f"{raw.where}: {error}") from error
    items = value.get("items") if isinstance(value, Mapping) else None
    if not isinstance(items, list):
        raise InputError(f'{raw.where}: this JSON Feed has no list of "items"; fetch it again')
    base = raw.url or _text(value, "feed_url") or _text(value, "home_page_url")
    feed = Feed(_text(value, "title"), _text(value, "language"))
    found = (each if isinstance(each, Mapping) else {} for each in items[:MAX_ENTRIES])
    yield from read_entries(raw, feed, (_json_entry(each, base) for each in found))
    yield from _too_many(raw, len(items) > MAX_ENTRIES)


def _json_entry(item: Mapping[str, Any], base: str) -> Entry:
    identity = _text(item, "id")
    link = _text(item, "url") or _text(item, "external_url")
    if not link and identity.startswith(("http://", "https://")):
        link = identity
    people = item.get("authors") or [item.get("author")]
    markup = _text(item, "content_html")
    return Entry(
        url=_absolute(base, link),
        id=identity,
        title=_text(item, "title"),
        authors=tuple(
            _text(each, "name") for each in (people if isinstance(people, list) else ()) if isinstance(each, Mapping)
        ),
        published=_text(item, "date_published"),
        modified=_text(item, "date_modified"),
        language=_text(item, "language"),
        content=markup or _text(item, "content_text"),
        is_html=bool(markup),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _too_many(raw: Raw, more: bool) -> Iterator[Problem]:
    if more:
        yield Problem(raw.part or "feed", f"only its first {MAX_ENTRIES:,} entries were read")


READER = Reader("feed", "feed", (".rss", ".atom", ".xml"), recognises, read)
