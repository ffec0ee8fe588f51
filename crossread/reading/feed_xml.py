"""The XML of a feed made safe for a feed parser: no entities, no endless cells, only what is asked for.

A feed parser accepts nearly anything and takes minutes over a hostile author line. So the XML is read
here first, by a parser that resolves nothing and fetches nothing; the texts are taken out, and what is
left to interpret is cut to the elements and lengths that a feed has.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from msgspec import Struct

from crossread.errors import InputError
from crossread.reading.feed_repair import CONTENT, MAX_ENTRIES, local_name, repair, strict_parser
from crossread.reading.page import Raw
from crossread.text.late import late

_MAX_TEXT = 1000  # characters of an element that is no content
_MAX_PERSON = 200
_MAX_LINKS = 10  # and persons, of an entry
_ROOT = late(r"<(?:\w{1,40}:)?(rss|feed|rdf)[\s>/]", re.I)
_DECLARATION = late(r"\s*<\?xml[^>]{0,500}\?>")
_DECLARED = late(rb"<\?xml[^>]{0,300}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_CONTROL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SAFE_CODECS = late(r"(?:ascii|utf-?(?:8|16|32)|iso-?8859|latin|cp|windows|koi8|mac|euc|shift|big5|gb|hz|tis|iso2022)")
_MANY = frozenset(("link", "author", "creator"))
_ONCE = frozenset(
    ("title", "guid", "id", "pubdate", "published", "updated", "modified", "issued", "created", "date", "language",
     "origlink")
)  # fmt: skip
_XML = "{http://www.w3.org/XML/1998/namespace}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ATTRIBUTES = ("version", "href", "rel", "type", "isPermaLink", f"{_XML}lang", f"{_XML}base", f"{_RDF}about")
_PARTS = frozenset(("name", "email", "uri"))  # of a person


class EntryText(Struct, frozen=True):
    """What an entry gives of its article: the text it calls the content, and its summary in HTML."""

    content: str = ""
    is_html: bool = True
    summary: str = ""


class SafeFeed(Struct, frozen=True):
    """A feed in parts.

    `data` is well-formed XML in UTF-8 with the entries' titles, links, names and dates, `texts` their
    texts in the same order. `broken` says where the feed is not well-formed; `more`, that it has more
    entries than are read.
    """

    data: bytes
    texts: tuple[EntryText, ...]
    broken: str
    more: bool


def is_feed_xml(head: str) -> bool:
    """Whether the root element is that of RSS, Atom or RSS 1.0."""
    at = root_at(head)
    root = _ROOT.match(head, at)
    if root is None:
        return False
    return root[1].lower() != "rdf" or "purl.org/rss/" in head or "my.netscape.com/rdf" in head


def root_at(text: str) -> int:
    """Where the root element begins: after declarations, comments and a document type; -1 for none."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            at = end if end >= 0 else len(text)
        elif text.startswith("<?", at):
            end = text.find("?>", at)
            at = end if end >= 0 else len(text)
        elif text.startswith("<!", at):
            at = _after_doctype(text, at)
        else:
            return at
    return -1


def _after_doctype(text: str, at: int) -> int:
    close, subset = text.find(">", at), text.find("[", at)
    if 0 <= subset < close:
        close = text.find("]", subset)
    return close if close >= 0 else len(text)


def safe_feed(raw: Raw) -> SafeFeed:
    """The feed in `raw`, safe to interpret. Raises InputError for one that declares entities or has no root."""
    text = _CONTROL.sub("", _decode(raw))
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    at = root_at(text)
    prolog = text[: at if at >= 0 else len(text)]
    if "<!ENTITY" in prolog.upper():
        raise InputError(
            f"{raw.where}: this feed declares entities of its own, which is not read: they can grow without bound "
            "or name other files; ask its publisher for a plain feed"
        )
    if at < 0:
        raise InputError(f"{raw.where}: this feed is cut off before it begins; fetch it again")
    from lxml import etree

    try:
        root = etree.fromstring(text[at:].encode("utf-8", "replace"), strict_parser())
        broken = ""
    except etree.XMLSyntaxError as error:
        line, column = error.position
        line += prolog.count("\n")
        root = repair(text[at:])
        broken = f"line {line}, column {column}: this is not well-formed XML ({_reason(error)})"
    if root is None:
        raise InputError(f"{raw.where}: {broken}, and nothing of it could be read; fetch it again")
    entries = _trim(root)
    texts = tuple(_take_texts(entry) for entry in entries[:MAX_ENTRIES])
    return SafeFeed(etree.tostring(root, encoding="utf-8"), texts, broken, len(entries) > MAX_ENTRIES)


def _reason(error: Exception) -> str:
    return str(error).partition(", line ")[0][:150]


def _decode(raw: Raw) -> str:
    """The feed's text: UTF-8 where its bytes are that, else as the server or the XML declaration says."""
    declared = _DECLARED.search(raw.data[:400])
    candidates = ["utf-8-sig", raw.charset, declared[1].decode("ascii") if declared else "", "windows-1252"]
    if raw.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif b"\0" in raw.data[:4]:
        candidates = ["utf-16-be" if raw.data[:1] == b"\0" else "utf-16-le"]
    for name in candidates:
        try:
            codec = codecs.lookup(name.strip()).name if name else ""
            if _SAFE_CODECS.match(codec):  # punycode and its like are no text encodings
                return raw.data.decode("windows-1252" if codec in ("iso8859-1", "ascii") else codec)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.data.decode(candidates[-1], "replace")


def _trim(root: Any) -> list[Any]:
    """Leaves in the feed its own title, link and language and the first entries; all the entries there were."""
    entries = []
    for holder in [root, *(child for child in root if local_name(child) == "channel")]:
        holder.text = None
        _keep_attributes(holder)
        for child in list(holder):
            name = local_name(child)
            if name in ("item", "entry"):
                entries.append(child)
                if len(entries) > MAX_ENTRIES:
                    holder.remove(child)
            elif name != "channel" or holder is not root:
                _shorten(child, {})
    return entries


def _take_texts(entry: Any) -> EntryText:
    """Takes the texts out of an entry, and all else that is not asked for."""
    content, is_html, summary = "", True, ""
    seen: dict[str, int] = {}
    entry.text = None
    _keep_attributes(entry)
    for child in list(entry):
        name = local_name(child)
        if name not in CONTENT:
            _shorten(child, seen)
            continue
        if name in ("encoded", "content") and not content:
            content, is_html = _markup(child), child.get("type", "html") not in ("text", "text/plain")
        elif not summary:
            summary = _markup(child)
        entry.remove(child)
    return EntryText(content, is_html, summary)


def _markup(element: Any) -> str:
    """The text of an element as HTML; XML within it (XHTML) is written out."""
    from lxml import etree

    if not len(element):
        return element.text or ""
    written: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return written[written.index(">") + 1 : written.rindex("<")]


def _shorten(element: Any, seen: dict[str, int]) -> None:
    """Bounds the texts and attributes of one element; takes away what is not asked for, or comes too often."""
    name = local_name(element)
    seen[name] = seen.get(name, 0) + 1
    if not (name in _ONCE and seen[name] == 1) and not (name in _MANY and seen[name] <= _MAX_LINKS):
        element.getparent().remove(element)
        return
    person = name in ("author", "creator")
    limit = _MAX_PERSON if person else _MAX_TEXT
    parts = [child for child in element if person and local_name(child) in _PARTS][:3]
    if not parts:
        element.text = "".join(element.itertext())[:limit]
    for child in list(element):
        if child in parts:
            child.text = "".join(child.itertext())[:limit]
            del child[:]
        else:
            element.remove(child)
    for each in (element, *parts):
        each.tail = None
        _keep_attributes(each)


def _keep_attributes(element: Any) -> None:
    kept = {name: element.get(name, "")[: 4 * _MAX_TEXT] for name in _ATTRIBUTES if name in element.attrib}
    element.attrib.clear()  # at once: to take out one of many is slow
    element.attrib.update(kept)
