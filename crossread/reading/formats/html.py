"""HTML: web pages, saved or fetched, and the HTML of mails, feeds and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.errors import InputError
from crossread.model import BODY_ZONES
from crossread.reading.page import Page, Raw, Reader
from crossread.text.late import late

_ENDINGS = (".html", ".htm", ".xhtml")
_TYPES = ("text/html", "application/xhtml+xml")
_HEAD = 65_536
_PROLOGUE = late(rb"(?:<\?xml|<!--|<!doctype)", re.IGNORECASE)
_OPENING = late(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|base|div|p|article|main|section|header|nav|table|h[1-6]|ul|ol"
    rb"|span|center|font|figure|blockquote|script|style|link|img|a|br|em|strong|b|i)[\s/>]",
    re.IGNORECASE,
)
_OTHER_MARKUP = late(rb"<(?:rss|feed|rdf:rdf|opml|svg|tei)[\s>]", re.IGNORECASE)


def recognises(raw: Raw) -> bool:
    """Whether the bytes open as a page does, or what they are called says HTML and there are tags in them."""
    head = raw.data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    head = _after_prologue(head.removeprefix(b"\xfe\xff").lstrip())
    if _OPENING.match(head):
        return True
    called_html = raw.media_type.partition(";")[0].strip() in _TYPES or raw.name.lower().endswith(_ENDINGS)
    return called_html and not _OTHER_MARKUP.match(head) and bool(re.search(rb"<[a-zA-Z]", head))


def _after_prologue(head: bytes) -> bytes:
    """What follows comments, the XML declaration and a document type other than HTML's."""
    while _PROLOGUE.match(head) and not _OPENING.match(head):
        _, end, rest = head.partition(b"-->" if head.startswith(b"<!--") else b">")
        if not end:
            return b""
        head = rest.lstrip()
    return head


def read(raw: Raw) -> Iterator[Page]:
    """The one article of a page. Raises InputError where there is none, saying what the page is if that shows."""
    page, stub = read_any(raw)
    if stub:
        raise InputError(f"{raw.where}: {stub}")
    yield page


def read_any(raw: Raw) -> tuple[Page, str | None]:
    """What a page shows, with what it is where that is no whole article: the open part of a paywalled one.

    Raises InputError where it shows nothing of an article.
    """
    from crossread.reading.html.claims import find_claims
    from crossread.reading.html.kinds import decide
    from crossread.reading.html.links import Links
    from crossread.reading.html.paging import next_page
    from crossread.reading.html.story import find_story
    from crossread.reading.html.stubs import find_stub
    from crossread.reading.html.tree import decode_page, parse_page
    from crossread.reading.html.whole import build_page

    text, encoding = decode_page(raw.data, raw.charset, raw.where)
    tree = parse_page(text, raw.where)
    held = list(tree.iter())  # while somebody holds them lxml need not make them anew for each walk
    claims = find_claims(tree, raw.url)
    titles = [claim.found.value for claim in (*raw.claims, *claims) if claim.field == "title"]
    story = find_story(tree, [*titles, tree.findtext(".//title") or ""])
    links = Links(tree, raw.url)
    authors = [claim.found.value for claim in (*raw.claims, *claims) if claim.field == "author"]
    kinds = decide(story, links.is_own, authors)
    words = sum(len(own) for own, (kind, _) in zip(story.words, kinds, strict=True) if kind in BODY_ZONES)
    stub = find_stub(tree, words)
    del held
    if not words:
        nothing = "no article was found on this page, only menus, links or notices; check that it is the right page"
        raise InputError(f"{raw.where}: {stub or nothing}")
    builder, cut = build_page(story, kinds, links)
    following = next_page(tree, raw.url) if raw.url else None
    goes_on = [f"this is one page of the article, which goes on at {following}; name that too"] if following else []
    return builder.page(claims, cut, goes_on, encoding=encoding), stub


READER = Reader(id="html", title="HTML", endings=_ENDINGS, recognises=recognises, read=read)
