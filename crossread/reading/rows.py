"""A row of a table or a JSON object as an article.

Row --columns--> Raw (it has a text) | Reference (only an address) | Problem (neither)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from crossread.model import Claim, MetadataField
from crossread.reading.columns import Columns
from crossread.reading.containers import part_of, settle
from crossread.reading.dates import iso_date
from crossread.reading.page import Item, Problem, Raw, Reference, claim
from crossread.text.late import late

MAX_ROWS = 10_000
MAX_LINES = 2_000_000  # blank ones too, which nothing else bounds
MAX_BYTES = 50_000_000  # of article text, in UTF-8
_CLAIMED: tuple[MetadataField, ...] = (
    "title", "author", "publisher", "published", "modified", "section", "language", "url",
)  # fmt: skip
_WRAPPED = ("rendered", "text", "name", "value", "#text", "title")  # where an object holds its own wording
_MISSING = frozenset(("nan", "none", "null"))
_URL = late(r"https?://[^\s<>\"]{1,4000}", re.I)
_LISTED = late(r"'([^']{1,300})'|\"([^\"]{1,300})\"")
_TAG = late(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|span|article|section|html|head|body|table|tr|td|img|figure|blockquote|em|strong"
    r"|b|i)(?:\s[^<>]{0,2000})?/?>|<!doctype html",
    re.I,
)
_REFERENCE = late(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,30});", re.I)
_TEASER = late(r"\[\+\d{1,9} chars\]$")  # how a news API marks a text it cuts off


class Row(Struct, frozen=True):
    """One row, counted from 1; `line` is where it begins in a file of lines, 0 where lines mean nothing."""

    number: int
    values: Mapping[str, Any]
    line: int = 0


def opening(raw: Raw, size: int = 65_536) -> str:
    """The first characters of the input as text, for a look at its form; never fails."""
    head = raw.data[:size]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").lstrip()
    if b"\0" in head[:2]:
        return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "ignore").lstrip()
    return head.decode("utf-8-sig", "replace").lstrip()


def read_rows(raw: Raw, columns: Columns, rows: Iterable[Row | Problem]) -> Iterator[Item]:
    """The article or link of each row; InputError where not one row has any."""
    yield from settle(raw, _bounded(raw, columns, rows), "rows", "there is no row that can be read as an article")


def _bounded(raw: Raw, columns: Columns, rows: Iterable[Row | Problem]) -> Iterator[Item]:
    size = 0
    for count, row in enumerate(rows):
        if count == MAX_ROWS or size > MAX_BYTES:
            limit = f"{MAX_ROWS:,} rows" if count == MAX_ROWS else f"{MAX_BYTES // 1_000_000} MB of text"
            yield Problem("rows", f"only the first {count:,} rows were read: {limit} is the most; split the file")
            return
        item = row if isinstance(row, Problem) else read_row(raw, columns, row)
        if isinstance(item, Raw):
            size += len(item.data)
        yield item


def read_row(raw: Raw, columns: Columns, row: Row) -> Raw | Reference | Problem:
    """What one row gives: its text, else its address, else a word on what is missing."""

    def first(field: str, separator: str = "; ") -> str:
        found = (as_text(_value(row.values, name), separator) for name in columns.get(field, ()))
        return next((text for text in found if text), "")

    url = first("url")
    url = url if _URL.fullmatch(url) else ""
    markup, text = first("html", "\n"), first("text", "\n\n")
    if url and _TEASER.search(text[-40:]):
        text = ""
    claims = tuple(made for field in _CLAIMED for made in _claim(field, url if field == "url" else first(field)))
    name = first("id")[:100]
    part = f"row {row.number} ({name})" if name else f"row {row.number}"
    if markup or text:
        return part_of(raw, part, markup or text, url, claims, markup=bool(markup) or holds_html(text))
    if url:
        values = {made.field: made.found.value for made in claims}
        return Reference(url, values.get("title", ""), iso_date(values.get("published", "")) or "", claims)
    return Problem(part, (f"line {row.line}: " if row.line else "") + "it has neither a text nor an address")


def _claim(field: MetadataField, text: str) -> Iterator[Claim]:
    if field in ("published", "modified"):
        text = iso_date(text) or text
    if field == "author" and text.startswith("[") and text.endswith("]"):  # a list as pandas writes it to CSV
        text = "; ".join(one or other for one, other in _LISTED.findall(text[:5000])) or text
    if field == "publisher" and _URL.match(text):
        return
    if _REFERENCE.search(text[:2000]):
        from html import unescape

        text = unescape(text)
    yield from claim(field, text, f"row.{field}")


def _value(values: Mapping[str, Any], name: str) -> Any:
    if name in values:
        return values[name]
    found: Any = values
    for key in name.split("."):
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return found


def as_text(value: Any, separator: str, depth: int = 0) -> str:
    """A cell as text: numbers and dates too, lists joined, objects by their name or wording; "" for nothing."""
    if isinstance(value, str):
        stripped = value.strip()
        return "" if len(stripped) < 5 and stripped.lower() in _MISSING else stripped
    if isinstance(value, dt.date):  # and datetime, which is one
        return value.isoformat()
    if value is None or isinstance(value, bool) or value != value:  # not equal to itself: NaN
        return ""
    if isinstance(value, int | float):
        return format(value, ".15g") if isinstance(value, float) else str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    if depth < 3 and isinstance(value, Mapping):
        found = (as_text(value.get(key), separator, depth + 1) for key in _WRAPPED)
        return next((text for text in found if text), "")
    if depth < 3 and isinstance(value, list | tuple):
        return separator.join(filter(None, (as_text(each, separator, depth + 1) for each in value[:5000])))
    return ""


def holds_html(text: str) -> bool:
    """Whether the text is HTML or a piece of it, and not words that merely mention a tag."""
    if _TAG.match(text.lstrip()[:3000]):
        return True
    return sum(1 for _ in zip(range(2), _TAG.finditer(text[:50_000]), strict=False)) == 2
