"""Which column of a table, or key of a JSON object, holds which piece of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from crossread.errors import InputError
from crossread.reading.page import Raw

_MAX_SHOWN = 30
_MAX_NAMES = 5000

# Our fields and the names others give them (lower case, letters and digits only), the fullest text first.
_KNOWN: dict[str, tuple[str, ...]] = {
    "html": ("html", "bodyhtml", "contenthtml", "articlehtml", "fullhtml", "rawhtml", "pagehtml"),
    "text": (
        "fulltext", "articletext", "maintext", "articlebody", "bodytext", "storytext", "cleantext", "plaintext",
        "text", "body", "content", "article", "story",
    ),
    "url": ("url", "link", "canonicalurl", "articleurl", "weburl", "permalink", "sourceurl", "href"),
    "title": ("title", "headline", "articletitle", "webtitle"),
    "author": ("author", "authors", "byline", "creator", "authorname", "authornames", "writer"),
    "publisher": ("publisher", "source", "outlet", "sitename", "publication", "newspaper", "sourcename", "site"),
    "published": (
        "published", "publishedat", "publisheddate", "publishdate", "datepublished", "datepublish", "pubdate",
        "publicationdate", "webpublicationdate", "date",
    ),
    "modified": (
        "modified", "modifiedat", "modifieddate", "datemodified", "datemodify", "lastmodified", "updated", "updatedat",
    ),
    "section": ("section", "sectionname", "category"),
    "language": ("language", "lang"),
    "id": (),  # only where the config names it: most are mere numbers
}  # fmt: skip

_HOLDERS = frozenset(("article", "attributes", "document", "fields", "node", "post", "story"))

Columns = Mapping[str, tuple[str, ...]]


def known_field(name: str) -> str:
    """The field that a column of this name holds by custom, "" where the name says nothing."""
    plain = _plain(name)
    return next((field for field, names in _KNOWN.items() if plain in names), "")


def collect_names(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The keys of the rows in the order they first come, those of objects within as "outer.inner"."""
    found: dict[str, None] = {}
    for values in rows:
        _collect(values, "", found)
    return list(found)


def _collect(values: Mapping[str, Any], prefix: str, found: dict[str, None]) -> None:
    for key, value in values.items():
        if len(found) >= _MAX_NAMES:
            return
        found.setdefault(prefix + key)
        if isinstance(value, Mapping) and prefix.count(".") < 3:
            _collect(value, f"{prefix}{key}.", found)


def choose_columns(raw: Raw, names: Sequence[str]) -> Columns:
    """For each field the columns to look in, best first: what the config says, else by well-known names.

    Raises InputError for a column that is asked for and not there, and where nothing looks like a
    text or an address.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    for field, name in raw.columns.items():
        if field not in _KNOWN:
            near = get_close_matches(field, _KNOWN, 1)
            hint = f'did you mean "{near[0]}"?' if near else f"known: {', '.join(_KNOWN)}"
            raise InputError(f'{raw.where}: columns: there is no field "{field}"; {hint}')
        if name not in names:
            raise InputError(_no_column(raw.where, field, name, names))
        chosen[field] = (name,)
    told = {"text", "html"} & chosen.keys()
    plain = [*_at_top(names), *_within_holders(names)]
    for field, known in _KNOWN.items():
        if field not in chosen and not (told and field in ("text", "html")):
            chosen[field] = tuple(name for wanted in known for name, form in plain if form == wanted)
    if not (chosen.get("text") or chosen.get("html") or chosen.get("url")):
        raise InputError(_no_text(raw.where, names))
    return chosen


def _at_top(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, _plain(name)) for name in names if "." not in name]


def _within_holders(names: Sequence[str]) -> list[tuple[str, str]]:
    """The keys of objects that hold a whole article, as "fields.body" does; "image.url" is none of them."""
    parted = ((name, *name.rpartition(".")) for name in names)
    return [(name, _plain(last)) for name, outer, dot, last in parted if dot and _plain(outer) in _HOLDERS]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name[:100].lower())


def _no_column(where: str, field: str, name: str, names: Sequence[str]) -> str:
    lower = {each.lower(): each for each in reversed(names[:_MAX_NAMES])}
    near = [lower[key] for key in get_close_matches(name.lower(), list(lower)[:500], 1)]
    near = near or [each for each in names if each.endswith(f".{name}")][:1]
    hint = f'; did you mean "{near[0]}"?' if near else "."
    return (
        f'{where}: there is no column "{name}", which the config asks for as {field}{hint} '
        f"There are: {_listed(names)}. Write in the config columns: {{{field}: {near[0] if near else 'NAME'}}}"
    )


def _no_text(where: str, names: Sequence[str]) -> str:
    known = (*_KNOWN["text"], *_KNOWN["html"])
    near = next((name for name in names if _plain(name.rpartition(".")[2]) in known), "") or next(
        (name for name in names[:500] if get_close_matches(_plain(name), known, 1, 0.75)), ""
    )
    perhaps = f'; perhaps it is "{near}"' if near else ""
    return (
        f"{where}: no column is known as an article's text or address{perhaps}. There are: {_listed(names)}. "
        f"Write in the config which one it is, as in columns: {{text: {near or 'NAME'}}}"
    )


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(name if len(name) <= 60 else f"{name[:57]}..." for name in names[:_MAX_SHOWN])
    more = len(names) - _MAX_SHOWN
    return (f"{shown} and {more} more" if more > 0 else shown) or "none"
