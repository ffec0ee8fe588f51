"""What a page's `meta` elements say of its article: OpenGraph, Dublin Core and the names analytics tools use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from crossread.model import Claim, MetadataField
from crossread.reading.dates import iso_date
from crossread.reading.page import claim

# By field, the most telling name first. Names are compared in lower case with "_" as "-".
_NAMES: Mapping[MetadataField, str] = {
    "title": "og:title headline title dc.title dcterms.title parsely-title sailthru.title citation-title "
    "cxenseparse:title twitter:title",
    "author": "author parsely-author sailthru.author dc.creator dcterms.creator article:author-name article:author "
    "og:author og:article:author cxenseparse:author citation-author byl byline authors dc.author",
    "publisher": "og:site-name publisher dc.publisher dcterms.publisher article:publisher parsely-site cre "
    "citation-publisher application-name",
    "published": "article:published-time og:article:published-time article:published datepublished parsely-pub-date "
    "sailthru.date dc.date.issued dcterms.issued dcterms.date dc.date dcterms.created dc.date.created date pubdate "
    "publish-date publishdate publication-date published-date published-time ptime pdate og:published-time "
    "og:pubdate cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:recs:articlepublishtime "
    "citation-publication-date citation-date originalpublicationdate article.published rnews:datepublished "
    "article-date-original displaydate release-date",
    "modified": "article:modified-time og:article:modified-time og:updated-time article:modified datemodified "
    "dcterms.modified dc.date.modified lastmod last-modified last-updated utime article.updated revised "
    "cxenseparse:recs:updatetime updated-date modified-date",
    "section": "article:section og:article:section parsely-section news-section dc.subject.section section "
    "cxenseparse:section sailthru.section",
    "language": "og:locale content-language dc.language dcterms.language language",
    "url": "og:url parsely-link",
}  # fmt: skip
_FIELDS: Mapping[str, tuple[MetadataField, int]] = {
    name: (field, place) for field, names in _NAMES.items() for place, name in enumerate(names.split())
}
# https://developers.facebook.com/docs/instant-articles names the tiers.
_TIERS = {"free": "free", "metered": "metered", "locked": "paywalled"}
_MOST = 500  # elements with a known name


def find_meta_claims(pairs: Iterable[tuple[str, str]]) -> Iterator[Claim]:
    """Claims from (name or property or itemprop, content) pairs, the most telling names of a field first."""
    found: list[tuple[int, MetadataField, str, str]] = []
    for written, content in pairs:
        name = written.strip().lower().replace("_", "-")
        if name in _FIELDS and content and len(found) < _MOST:
            field, place = _FIELDS[name]
            value = iso_date(content) if field in ("published", "modified") else content
            if value and not _is_handle(field, value):
                found.append((place, field, value, name))
        elif name == "article:content-tier" and content.strip().lower() in _TIERS:
            yield from claim("paywall", _TIERS[content.strip().lower()], "meta.article_content_tier")
        elif name == "article:opinion" and content.strip().lower() == "true":
            yield from claim("genre", "opinion", "meta.article_opinion", "article:opinion")
    for _, field, value, name in sorted(found, key=lambda each: each[0]):
        yield from claim(field, value, "meta." + name.replace(":", "_").replace(".", "_").replace("-", "_"))


def _is_handle(field: MetadataField, value: str) -> bool:
    """Accounts and addresses stand where names of authors and publishers should."""
    return field in ("author", "publisher") and value.strip().lower().startswith(("@", "http:", "https:", "//", "www."))
