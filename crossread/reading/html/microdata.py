"""What a page's microdata say of its article: `itemprop` and its kin, in the first article that has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.model import Claim, MetadataField
from crossread.reading.dates import iso_date
from crossread.reading.page import claim

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 500  # characters of an element's text that are looked at
_MOST = 2_000  # elements
_MOST_READ = 60  # of the article's own
_PROPERTIES: dict[str, MetadataField] = {
    "headline": "title",
    "author": "author",
    "publisher": "publisher",
    "datepublished": "published",
    "datemodified": "modified",
    "articlesection": "section",
    "inlanguage": "language",
    "isaccessibleforfree": "paywall",
}
_ARTICLES = ("article", "posting", "report", "webpage", "creativework", "review", "recipe")


def find_microdata_claims(tree: HtmlElement) -> Iterator[Claim]:
    """Item properties of the first article in the page's microdata."""
    article: HtmlElement | None = None
    read = 0
    for element in tree.xpath("descendant-or-self::*[@itemprop]")[:_MOST]:
        names = element.get("itemprop", "").lower().split()
        field = next((_PROPERTIES[name] for name in names if name in _PROPERTIES), None)
        if field is None or (element.tag == "meta" and element.get("name")):
            continue
        scope = next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)
        kind = scope.get("itemtype", "").lower().rsplit("/", 1)[-1] if scope is not None else ""
        if scope is None or not kind.endswith(_ARTICLES) or (article is not None and scope is not article):
            continue
        article = scope
        read += 1
        if read > _MOST_READ:
            return
        yield from _claims(field, names[0], element)


def _claims(field: MetadataField, name: str, element: HtmlElement) -> Iterator[Claim]:
    value = element.get("content") or element.get("datetime") or ""
    note = ""
    if not value and field in ("author", "publisher"):
        inner = {
            each.get("itemprop", "").lower(): each.get("content") or words_of(each)
            for each in element.iterdescendants()
            if each.get("itemprop")
        }
        value, note = inner.get("name", ""), inner.get("jobtitle", "")
    value = value or words_of(element)
    if field in ("published", "modified"):
        value = iso_date(value) or ""
    elif field == "paywall":
        value = {"true": "free", "false": "paywalled"}.get(value.rsplit("/", 1)[-1].lower(), "")
    yield from claim(field, value, f"microdata.{name}", note)


def words_of(element: HtmlElement) -> str:
    """The element's words, parts apart by spaces; empty for one with more text than a byline has."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * _LONGEST:
            return ""
    words = " ".join(" ".join(parts).split())
    return words if len(words) <= _LONGEST else ""
