"""The same article reached twice is read once; one text in two outlets is two articles.

Copies are found by their text, by their canonical address, and by four-word shingles of the body
(Broder 1997, "On the resemblance and containment of documents").
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from crossread.model import BODY_ZONES, Article, Notice
from crossread.text.words import find_words, fold

_SHINGLE = 4  # words
_SAME = 0.9  # resemblance of two bodies beyond which they are one article
_RELATED = 0.5  # resemblance at which one address means one article; less, and it is a site's mistake
_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "ref_", "cmpid", "smid")

Shingles = frozenset[tuple[str, ...]]


def without_copies(articles: Sequence[Article]) -> tuple[list[Article], list[Notice]]:
    """The articles, each once, the first named of several kept; and a notice on each one left out.

    A body that two outlets with different names carry is kept twice, since to see that is what a
    comparison is for.
    """
    kept: list[tuple[Article, Shingles, str]] = []
    notices = []
    for article in articles:
        shingles, address = _shingles(article), _address(article)
        for other, others, place in kept:
            reason = _sameness(article, other, _resemblance(shingles, others), bool(address) and address == place)
            if reason:
                notices.append(Notice("warning", article.origin.where, f"{reason} {other.origin.where}; read once"))
                break
        else:
            kept.append((article, shingles, address))
    return [article for article, _, _ in kept], notices


def _sameness(article: Article, other: Article, resemblance: float, one_address: bool) -> str:
    """Why two articles are one, or ""."""
    if article.id == other.id:
        return "holds the same text as"
    if one_address and resemblance >= _RELATED:
        return "has the same address as"
    if resemblance >= _SAME and not _two_outlets(article, other):
        return f"has nearly the same text ({int(100 * resemblance)} % in common) as"
    return ""


def _two_outlets(article: Article, other: Article) -> bool:
    one, two = article.metadata.publisher, other.metadata.publisher
    return one is not None and two is not None and one.value.casefold() != two.value.casefold()


def _shingles(article: Article) -> Shingles:
    words = [
        fold(article.text[start:end])
        for zone in article.zones
        if zone.kind in BODY_ZONES
        for start, end in find_words(article.text, zone.start, zone.end)
    ]
    return frozenset(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _resemblance(one: Shingles, two: Shingles) -> float:
    """Shared shingles ÷ all of them, 0 to 1; 0 where one body is too short to have any."""
    least, most = sorted((len(one), len(two)))
    if least == 0 or least < _RELATED * most:
        return 0.0
    shared = len(one & two)
    return shared / (least + most - shared)


def _address(article: Article) -> str:
    """The canonical address without what leads to the same page; "" for none or for a site's front page."""
    if article.metadata.url is None:
        return ""
    try:
        parts = urlsplit(article.metadata.url.value)
    except ValueError:  # "http://[": what a page says of itself need not be an address
        return ""
    path = parts.path.rstrip("/")
    query = urlencode([pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING)])
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{path}?{query}" if host and (path or query) else ""
