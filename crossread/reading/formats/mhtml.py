"""MHTML: a web page as browsers save it in one file (RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from crossread.errors import InputError
from crossread.reading.mime import charset_of, content, header_date, header_fields, header_text, leaves, parse_message
from crossread.reading.page import Raw, Reader

# What a mail has on its way and a saved page has not.
_SENT = ("received", "return-path", "message-id", "delivered-to", "to", "list-id")


def recognises(raw: Raw) -> bool:
    """Header fields of a page saved whole: a related multipart with HTML that nobody sent."""
    head = raw.data[:65_536]
    fields = header_fields(head)
    if "snapshot-content-location" in fields or "<saved by" in fields.get("from", "").lower():
        return True
    related = "multipart/related" in fields.get("content-type", "").lower()
    return related and b"text/html" in head.lower() and not any(name in fields for name in _SENT)


def read(raw: Raw) -> Iterator[Raw]:
    """The page itself, with the address and the time it was saved from. Raises InputError when there is none."""
    message = parse_message(raw.data, raw.where)
    parts = [part for part in leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    page = next((part for part in parts if content(part).strip()), None)
    if page is None:
        raise InputError(f"{raw.where}: the saved page is cut short before its text; save the page again")
    url = header_text(message, "Snapshot-Content-Location") or header_text(page, "Content-Location")
    yield Raw(
        content(page),
        raw.locator,
        raw.name,
        "text/html",
        charset_of(page),
        url if url.startswith(("http://", "https://")) else raw.url,
        raw.part,
        raw.retrieved or _utc(header_date(message)),
        raw.claims,
    )


def _utc(date: str | None) -> str | None:
    moment = datetime.fromisoformat(date) if date else None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment and moment.tzinfo else None


READER = Reader(
    id="mhtml",
    title="a saved web page (MHTML)",
    endings=(".mhtml", ".mht"),
    recognises=recognises,
    read=read,
    max_bytes=60_000_000,  # pictures are in it
)
