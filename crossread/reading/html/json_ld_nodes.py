"""What one JSON-LD node says of the article it describes, property by property."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from crossread.model import Claim
from crossread.reading.dates import iso_date
from crossread.reading.decode import whole_characters
from crossread.reading.genre import PLAIN_TYPES, TYPES
from crossread.reading.page import claim
from crossread.text.late import late

_MAX_VALUES = 50  # names of one author entry
_LONGEST = 20_000  # characters of a value

Node = Mapping[str, Any]

_ARTICLE = frozenset({"article", "blogposting", "report", "socialmediaposting", "techarticle", "scholarlyarticle"})
_TAG = late(r"<[^<>]{0,500}>")


class NodeClaims:
    """The claims of one node. Names of properties are taken in any case: "datemodified" is common.

    `entries` gives the values of a property that may be one or a list, references resolved.
    """

    def __init__(self, node: Node, entries: Callable[[Any], list[Any]]) -> None:
        self._entries = entries
        self._node = {key.lower(): value for key, value in node.items()}
        self._types = written_types(node)

    def all(self) -> Iterator[Claim]:
        """Claims in the order of the fields of `Metadata`."""
        get = self._node.get
        yield from claim("title", plain(get("headline") or get("name")), "json_ld.headline")
        yield from self._authors()
        yield from self._publisher()
        yield from claim("published", iso_date(plain(get("datepublished"))), "json_ld.date_published")
        yield from claim("modified", iso_date(plain(get("datemodified"))), "json_ld.date_modified")
        for section in self._entries(get("articlesection"))[:3]:
            yield from claim("section", plain(section), "json_ld.article_section")
        yield from self._genre()
        yield from claim("language", plain(get("inlanguage")), "json_ld.in_language")
        yield from claim("url", next(iter(addresses_of(self._node)), None), "json_ld.url")
        yield from claim("paywall", self._access(), "json_ld.is_accessible_for_free")
        yield from self._works()

    def _authors(self) -> Iterator[Claim]:
        get = self._node.get
        for entry in self._entries(get("author") or get("creator")):
            organisation = isinstance(entry, dict) and any("organization" in name for name in type_names(entry))
            rule = "json_ld.author_organisation" if organisation else "json_ld.author"
            note = plain(entry.get("jobTitle")) if isinstance(entry, dict) else ""
            note = "" if note.lower() == "author" else note
            names = entry.get("name") if isinstance(entry, dict) else entry
            if isinstance(entry, dict) and not names:
                names = f"{plain(entry.get('givenName'))} {plain(entry.get('familyName'))}"
            for name in names[:_MAX_VALUES] if isinstance(names, list) else [names]:
                yield from claim("author", plain(name), rule, note)

    def _publisher(self) -> Iterator[Claim]:
        for name in ("publisher", "sourceorganization", "provider"):
            for entry in self._entries(self._node.get(name))[:1]:
                value = plain(entry)
                if value:
                    yield from claim("publisher", value, f"json_ld.{name}")
                    return

    def _genre(self) -> Iterator[Claim]:
        for name in self._types:
            if name.lower() in TYPES:
                yield from claim("genre", TYPES[name.lower()], "json_ld.type", name)
        for entry in self._entries(self._node.get("sponsor"))[:1]:
            if plain(entry):
                yield from claim("genre", "sponsored", "json_ld.sponsor", plain(entry))
        for name in self._types:
            if name.lower() in PLAIN_TYPES:
                yield from claim("genre", PLAIN_TYPES[name.lower()], "json_ld.plain_type", name)

    def _access(self) -> str | None:
        """ "free" or "paywalled". A part that is not free makes the whole not free unless it says so itself."""
        own = _truth(self._node.get("isaccessibleforfree"))
        if own is None:
            parts = [part for part in self._entries(self._node.get("haspart")) if isinstance(part, dict)]
            own = False if any(_truth(part.get("isAccessibleForFree")) is False for part in parts) else None
        return None if own is None else "free" if own else "paywalled"

    def _works(self) -> Iterator[Claim]:
        """Corrections with their date, what the piece is based on with its address, how it came about."""
        for entry in self._entries(self._node.get("correction")):
            words = plain(entry.get("text") or entry.get("description")) if isinstance(entry, dict) else plain(entry)
            date = plain(entry.get("datePublished")) if isinstance(entry, dict) else ""
            yield from claim("correction", words, "json_ld.correction", iso_date(date) or "")
        for entry in self._entries(self._node.get("isbasedon")):
            url = plain(entry.get("url") or entry.get("@id")) if isinstance(entry, dict) else ""
            name = plain(entry)
            yield from claim("based_on", name or url, "json_ld.is_based_on", url if name else "")
        for entry in self._entries(self._node.get("backstory"))[:1]:
            words = plain(entry.get("text") or entry.get("description")) if isinstance(entry, dict) else ""
            yield from claim("backstory", words or plain(entry), "json_ld.backstory")


def written_types(node: Node) -> list[str]:
    """The names of a node's types, without the vocabulary's address."""
    types = node.get("@type")
    names = types[:10] if isinstance(types, list) else [types]
    return [re.split(r"[/#:]", name)[-1].strip() for name in names if isinstance(name, str)]


def type_names(node: Node) -> list[str]:
    """The names of a node's types in lower case, as they are compared."""
    return [name.lower() for name in written_types(node)]


def is_article(name: str) -> bool:
    return name in _ARTICLE or name in TYPES or name.endswith("newsarticle")


def addresses_of(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage", node.get("mainentityofpage"))
    places = [node.get("url")]
    places += [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    places.append(node.get("@id"))
    return [place for place in places if isinstance(place, str) and place.startswith(("http://", "https://"))]


def plain(value: Any) -> str:
    """The words of a value: text without tags and entities, or the name of a node."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("headline")
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    words = whole_characters(html.unescape(html.unescape(str(value)[:_LONGEST])))
    return " ".join(_TAG.sub(" ", words).split()) if "<" in words else " ".join(words.split())


def _truth(value: Any) -> bool | None:
    word = str(value).rsplit("/", 1)[-1].strip().lower() if isinstance(value, (str, bool)) else ""
    return {"true": True, "yes": True, "false": False, "no": False}.get(word)
