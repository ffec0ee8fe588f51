"""Feeds that are not well-formed: what can be had of them, entry by entry."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from crossread.text.late import late

MAX_ENTRIES = 1000
_BARE = late(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)(\w{1,31};)?")
_ENTRY = late(r"<(?:\w{1,40}:)?(item|entry)[\s>]")
_CLOSED = late(r"(?:</[\w:.-]{1,50}|/)>\s*$")
_HTML = late(
    r"<(?=[/a-v])(/?(?:a|abbr|b|big|blockquote|br|center|code|div|em|figure|figcaption|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|"
    r"script|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>]{0,2000})?/?)>",
    re.I,
)
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
_NAMESPACES = {
    "", *_PREFIXES.values(), "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://purl.org/atom/ns#", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
}  # fmt: skip
CONTENT = frozenset(("encoded", "content", "description", "summary"))


def strict_parser(recover: bool = False) -> Any:
    """An XML parser that resolves and fetches nothing; with `recover` it makes of broken XML what it can."""
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def repair(text: str) -> Any:
    """The tree of a feed that is not well-formed: entry by entry, so that a mistake in one harms no other."""
    from lxml import etree

    starts = [match.start() for match in _ENTRY.finditer(text)][: MAX_ENTRIES + 2]
    head = text[: starts[0]] if starts else text
    root = etree.fromstring(_well_marked(head).encode("utf-8", "replace"), strict_parser(recover=True))
    if root is None:
        return None
    spaces = {**_PREFIXES, **{key: value for key, value in list(root.nsmap.items())[:50] if key}}
    declared = "".join(f' xmlns:{key}="{_quoted(value)}"' for key, value in spaces.items())
    if root.nsmap.get(None):
        declared += f' xmlns="{_quoted(root.nsmap[None])}"'
    home = (
        next((child for child in root if local_name(child) == "channel"), root) if local_name(root) == "rss" else root
    )
    for start, end in pairwise([*starts, len(text)]):
        entry = _mended_entry(text[start:end], declared)
        if entry is not None:
            home.append(entry)
    return root


def _mended_entry(piece: str, declared: str) -> Any:
    from lxml import etree

    name = _ENTRY.match(piece)
    close = re.search(rf"</(?:\w{{1,40}}:)?{name[1]}\s{{0,9}}>", piece) if name else None
    piece = _well_marked(piece[: close.end()] if close else piece)
    wrapped = f"<r{declared}>{piece}</r>"
    root = etree.fromstring(wrapped.encode("utf-8", "replace"), strict_parser(recover=True))
    if root is None or not len(root):
        return None
    for element in root.iter():  # prefixes that nobody declares
        space, brace, name = element.tag.rpartition("}")
        if ":" in name:
            element.tag = space + brace + name.replace(":", "_")
        if len(element.attrib) > 50:
            element.attrib.clear()
        for key in [key for key in element.attrib if "}" not in key and ":" in key]:
            del element.attrib[key]
    if close is None:  # the feed breaks off in this entry: its text is not whole, nor perhaps what stands last
        torn = root[0][-1:] if not _CLOSED.search(piece[-60:]) else []
        for child in list(root[0]):
            if child in torn or local_name(child) in CONTENT:
                root[0].remove(child)
    return root[0]


def _well_marked(text: str) -> str:
    """The text with HTML's own entities, lone ampersands and bare HTML made XML; CDATA stays as it is."""
    parts, at = [], 0
    while True:
        start = text.find("<![CDATA[", at)
        end = text.find("]]>", start) if start >= 0 else -1
        plain = text[at : start if start >= 0 else len(text)]
        parts.append(_HTML.sub(r"&lt;\1&gt;", _BARE.sub(_reference, plain)))
        if start < 0:
            return "".join(parts)
        if end < 0:
            parts.append(text[start:] + "]]>")
            return "".join(parts)
        parts.append(text[start : end + 3])
        at = end + 3


def _reference(match: re.Match[str]) -> str:
    from html.entities import html5

    letters = html5.get(match[1] or "")
    return "".join(f"&#{ord(letter)};" for letter in letters) if letters else f"&amp;{match[1] or ''}"


def _quoted(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def local_name(element: Any) -> str:
    """The name without its namespace, in lower case; "" for what belongs to a namespace that is not a feed's."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    space = space.lstrip("{")
    return name.lower() if space in _NAMESPACES or space.rstrip("/") in _NAMESPACES else ""
