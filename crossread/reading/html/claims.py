"""What a page's markup claims of its article: JSON-LD, meta elements, microdata and the marks of HTML itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.model import Claim
from crossread.reading.dates import date_in_path, iso_date
from crossread.reading.html.json_ld import find_json_ld_claims, fold_address
from crossread.reading.html.links import absolute, host_of
from crossread.reading.html.meta import find_meta_claims
from crossread.reading.html.microdata import find_microdata_claims, words_of
from crossread.reading.page import claim
from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 500  # characters of an element's text that are looked at
_MOST = 12  # elements of one kind: a page of a thousand bylines is a list of articles
# Asked of the attributes themselves, which costs half as much as asking elements for them.
_CLASSES = "descendant::*/@class[contains(.,'yline') or contains(.,'uthor')]"
# A name that says "this is the byline"; "author" alone names boxes about the author as often.
_BYLINE = late(r"byline|author(?:[-_]{1,2}(?:name|link)|name)|(?:post|entry|article)-author", re.I)
_ASIDES = frozenset(("aside", "footer", "nav", "li", "template", "figure"))
_ASIDE_NAMES = tuple("comment related sidebar recommend widget teaser card most-read trending promo".split())
# htmldate leaves out days after this one, by default after today: a page would be read otherwise tomorrow.
_LAST_DAY = "2200-12-31"


def find_claims(tree: HtmlElement, url: str) -> list[Claim]:
    """The page's claims, from the most trusted place to the least; `url` is its address, "" when unknown.

    The tree is left as it is. Dates are guessed with htmldate, which takes long, only where no place
    that is made for it gives one.
    """
    marks = _Marks(tree, url)
    claims = [
        *find_json_ld_claims(marks.json_ld, [url, *marks.canonical]),
        *find_meta_claims(marks.meta),
        *find_microdata_claims(tree),
        *marks.claims(),
    ]
    if not any(each.field == "published" for each in claims):
        in_address = date_in_path(url or next(iter(marks.canonical), ""))
        claims.extend(claim("published", in_address, "html.address"))
        if not in_address:
            claims.extend(claim("published", _guess_date(tree), "htmldate.published"))
    return [each for each in claims if not _is_home(each, url)]


class _Marks:
    """What one walk over the head's elements, times and links gathers."""

    def __init__(self, tree: HtmlElement, url: str) -> None:
        self.url = url
        self.json_ld: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self._title = self._language = ""
        self._times: list[HtmlElement] = []
        self._authors = tree.xpath("descendant::a[@rel][contains(@rel,'author')]")[: 2 * _MOST]
        self._bylines = _bylines(tree)
        readers = {
            "html": self._read_language,
            "meta": self._read_meta,
            "script": self._read_script,
            "title": self._read_title,
            "link": self._read_link,
            "time": self._read_time,
        }
        for element in tree.iter(*readers):
            readers[element.tag](element)

    def claims(self) -> Iterator[Claim]:
        """The claims of HTML's own elements."""
        yield from claim("title", self._title[:_LONGEST], "html.title")
        for rule, elements in (("html.rel_author", self._authors), ("html.byline", self._bylines)):
            names = [words_of(element) for element in elements if not _is_elsewhere(element)]
            if len(set(names)) <= _MOST:
                for name in dict.fromkeys(names):
                    yield from claim("author", name, rule)
        yield from self._time_claims()
        yield from claim("language", self._language, "html.lang")
        for address in self.canonical[:1]:
            yield from claim("url", address, "html.canonical")
        yield from claim("publisher", host_of(self.canonical[0] if self.canonical else self.url), "address.host")

    def _read_language(self, element: HtmlElement) -> None:
        self._language = self._language or element.get("lang", "") or element.get("xml:lang", "")

    def _read_meta(self, element: HtmlElement) -> None:
        content = element.get("content")
        name = next(filter(None, map(element.get, ("property", "name", "itemprop", "http-equiv"))), None)
        if content and name:
            self.meta.append((name, content))

    def _read_script(self, element: HtmlElement) -> None:
        if "ld+json" in element.get("type", "").lower():
            self.json_ld.append(element.text or "")

    def _read_title(self, element: HtmlElement) -> None:
        """The page's own: a drawing's parts have titles too."""
        parent = element.getparent()
        if not self._title and parent is not None and parent.tag in ("head", "html", "body"):
            self._title = element.text or ""

    def _read_link(self, element: HtmlElement) -> None:
        if "canonical" in element.get("rel", "").lower().split() and len(self.canonical) < _MOST:
            address = absolute(element.get("href", ""), self.url)
            self.canonical.extend([address] if address else [])

    def _read_time(self, element: HtmlElement) -> None:
        if len(self._times) < 3 * _MOST:
            self._times.append(element)

    def _time_claims(self) -> Iterator[Claim]:
        """The first time in the story's head that is not of another story; one marked as updated is that."""
        published = modified = False
        for element in self._times:
            value = iso_date(element.get("datetime") or words_of(element))
            if value is None or _is_elsewhere(element):
                continue
            name = f"{element.get('class', '')} {element.get('itemprop', '')} {words_of(element)}".lower()
            if "updated" in name or "modified" in name:
                if not modified:
                    yield from claim("modified", value, "html.time")
                modified = True
            elif not published:
                yield from claim("published", value, "html.time")
                published = True


def _bylines(tree: HtmlElement) -> list[HtmlElement]:
    classes = [each for each in tree.xpath(_CLASSES) if _BYLINE.search(each)]
    return [each.getparent() for each in classes[: 2 * _MOST]]


def _guess_date(tree: HtmlElement) -> str | None:
    """A date from the page's wording, by htmldate. It is told the last day to think of, so it asks no clock."""
    from htmldate import find_date

    try:
        return find_date(tree, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    except (ValueError, RecursionError, OverflowError):
        return None


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands where other articles and readers' comments do."""
    for depth, each in enumerate((element, *element.iterancestors())):
        if depth and each.tag in _ASIDES:
            return True
        if each.tag in ("body", "html", "main"):
            return False
        names = f"{each.get('class', '')} {each.get('id', '')}".lower()
        if any(name in names for name in _ASIDE_NAMES):
            return True
    return False


def _is_home(each: Claim, url: str) -> bool:
    """Whether a claim gives the site's front page as the address of the article."""
    return each.field == "url" and bool(fold_address(url)) and not fold_address(absolute(each.found.value, url) or "")
