"""What a page's JSON-LD says of its article: schema.org's NewsArticle, its kin and what they point to.

The number of characters, of nodes and the depth that are looked at are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from crossread.model import Claim, MetadataField
from crossread.reading.html.json_ld_blocks import parse_block
from crossread.reading.html.json_ld_nodes import Node, NodeClaims, addresses_of, is_article, plain, type_names
from crossread.reading.page import claim

_MAX_CHARACTERS = 2_000_000  # of all blocks of a page together
_MAX_NODES = 5_000
_MAX_DEPTH = 30
_MAX_VALUES = 50  # entries of one list: authors, corrections

_OTHER_WORK = frozenset({"claimreview", "review", "recipe", "howto", "creativework", "videoobject", "faqpage"})
_PAGE = frozenset({"webpage", "itempage", "aboutpage", "medicalwebpage", "qapage"})
_SITE = frozenset({"newsmediaorganization", "website", "organization", "corporation"})
# Where the article itself may be found from the top: whatever else a node holds is about something else.
_TO_THE_ARTICLE = frozenset({"@graph", "mainentity", "mainentityofpage", "@list", "@set", "item"})


def find_json_ld_claims(blocks: Sequence[str], addresses: Sequence[str]) -> Iterator[Claim]:
    """Claims of the nodes about this page's article, from all its JSON-LD blocks.

    `addresses` are the page's own (as fetched, canonical): they tell its article from others listed.
    """
    values: list[Any] = []
    left = _MAX_CHARACTERS
    for block in blocks:
        left -= len(block)
        if left >= 0:
            values.extend(parse_block(block))
    yield from _Graph(values).claims(addresses)


class _Graph:
    """All nodes of a page: by their @id, and those that may be the article, in order."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.by_id: dict[str, Node] = {}
        self.candidates: list[Node] = []
        stack: list[tuple[Any, int, bool]] = [(value, 0, True) for value in reversed(values)]
        seen = 0
        while stack and seen < _MAX_NODES:
            value, depth, may_be_article = stack.pop()
            seen += 1
            if depth > _MAX_DEPTH:
                continue
            if isinstance(value, list):
                stack.extend((each, depth + 1, may_be_article) for each in reversed(value[:_MAX_NODES]))
            elif isinstance(value, dict):
                self._add(value, may_be_article)
                stack.extend(
                    (each, depth + 1, may_be_article and key.lower() in _TO_THE_ARTICLE)
                    for key, each in reversed(value.items())
                    if isinstance(each, (dict, list))
                )

    def _add(self, node: dict[str, Any], may_be_article: bool) -> None:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(self.by_id.get(name, ())):
            self.by_id[name] = node
        if may_be_article and "@type" in node:
            self.candidates.append(node)

    def resolve(self, value: Any) -> Any:
        """The node a reference points to; anything else as it is."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str):
            known = self.by_id.get(value["@id"])
            if known is not None and len(known) > len(value):
                return known
        return value

    def entries(self, value: Any) -> list[Any]:
        """The values of a property that may be one or a list, references resolved."""
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [self.resolve(each) for each in values[:_MAX_VALUES]]

    def claims(self, addresses: Sequence[str]) -> Iterator[Claim]:
        """Claims of the article's nodes; of weaker kinds of nodes only what those leave open."""
        known: set[MetadataField] = set()
        for level in (self._articles(addresses), self._of_types(_OTHER_WORK), self._of_types(_PAGE)):
            found: list[Claim] = []
            for node in level:
                if any(each.field == "author" for each in found):
                    node = {key: value for key, value in node.items() if key not in ("author", "creator")}
                found.extend(
                    each
                    for each in NodeClaims(node, self.entries).all()
                    if each.field == "genre" or each.field not in known
                )
            yield from found
            known.update(each.field for each in found)
        if "publisher" not in known:
            sites = (plain(node.get("name")) for node in self._of_types(_SITE))
            yield from claim("publisher", next(filter(None, sites), None), "json_ld.site")

    def _of_types(self, types: frozenset[str]) -> list[Node]:
        return [node for node in self.candidates if types.intersection(type_names(node))][:_MAX_VALUES]

    def _articles(self, addresses: Sequence[str]) -> list[Node]:
        """Article nodes of this page: those with its address, or else the first and its namesakes."""
        articles = [node for node in self.candidates if any(map(is_article, type_names(node)))]
        own = {folded for folded in map(fold_address, addresses) if folded}
        here = [node for node in articles if own.intersection(map(fold_address, addresses_of(node)))]
        if here or not articles:
            return here[:_MAX_VALUES]
        headline = plain(articles[0].get("headline"))
        return [n for n in articles if n is articles[0] or (headline and plain(n.get("headline")) == headline)]


def fold_address(url: str) -> str:
    """An address as it is compared: without scheme, "www.", query, fragment and a slash at the end."""
    try:
        parts = urlsplit(url.strip()[:2000])
    except ValueError:
        return ""
    host = (parts.netloc or "").lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" if parts.path.strip("/") else ""
