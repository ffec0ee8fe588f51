"""Bytes of a page in, element tree out, whatever its charset claims and however deep its tags are nested."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from crossread.errors import InputError
from crossread.reading.decode import decode
from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = late(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{2,40})", re.I)
_XML_ENCODING = late(rb"\s{0,9}<\?xml[^>]{0,80}?encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
_HEAD = 4096  # bytes: browsers look for the charset in the first 1,024, many pages declare it later
# What the web means by these names, after the HTML standard's table of labels.
_LABELS = {
    "iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "l1": "windows-1252",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "big5": "big5hkscs", "x-euc-jp": "euc_jp", "x-mac-roman": "mac_roman",
}  # fmt: skip
_FEW = 0.01  # share of characters beyond ASCII: a page with fewer broken ones is still in the charset it claims
_CONTROL = late("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAG = late(r"<(/?)([a-zA-Z][^\s/>]{0,60})[^>]*>")
_RAW_TEXT = {name: late(rf"</{name}\s{{0,9}}>", re.I) for name in ("script", "style", "textarea", "title", "iframe")}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_DROPPED = "<br>"  # in the place of one or more tags that are nested too deep
_MOST_TAGS = 500_000  # opening and closing ones: ten times as many as the longest pages of news have
_DEPTH = 200  # libxml2 gives up at 256, and takes the rest of the page with it


def decode_page(data: bytes, charset: str, where: str) -> tuple[str, str]:
    """Text of a page and its encoding. `charset` is what the server said, "" when nothing.

    A byte order mark decides. Bytes beyond ASCII that make valid UTF-8 are UTF-8 whatever is declared,
    since text in a single-byte charset hardly ever does. Then the server's word counts, then the page's
    own; what neither fits is Windows-1252. Raises InputError for what is not text at all.
    """
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or data[:3] == codecs.BOM_UTF8 or b"\0" in data[:_HEAD]:
        return decode(data, where)
    named = [charset, *(_ascii(found) for found in (_META_CHARSET.search(data[:_HEAD]), _XML_ENCODING.match(data)))]
    declared = [known for name in named if (known := _known(name))]
    escaped = [name for name in declared if name.startswith(("iso2022", "hz"))] if data.isascii() else []
    for encoding in [*escaped, "utf-8", *declared]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    for encoding in [*declared, "utf-8"]:
        text = data.decode(encoding, "replace")
        beyond = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
        if encoding not in ("windows-1252",) and text.count("\ufffd") <= _FEW * beyond:
            return text, encoding
    return data.decode("windows-1252", "replace"), "windows-1252"


def _ascii(found: re.Match[bytes] | None) -> str:
    return found[1].decode("ascii") if found else ""


def _known(label: str) -> str | None:
    """Python's name of a declared charset; None for one it does not know and for those no page can be in."""
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name if label else ""
    except (LookupError, ValueError):
        return None
    # A declaration that can be read as ASCII is not in UTF-16; the rest are Python's own, not charsets.
    is_text = name and getattr(codecs.lookup(name), "_is_text_encoding", True)
    return (
        name
        if is_text and not name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "raw", "unicode"))
        else None
    )


def parse_page(text: str, where: str) -> HtmlElement:
    """The element tree of a page's text. Raises InputError when there is no markup in it, or too much."""
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    # One class for all elements, which lxml finds in C: its own table of classes is asked in Python, each time
    # an element is looked at, for the sake of forms.
    one_class = etree.ElementDefaultClassLookup(element=HtmlElement)

    def parse(markup: str, *, huge: bool) -> tuple[HtmlElement, bool]:
        # No network, no entities but HTML's own: lxml's HTML parser knows no others.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge, collect_ids=False)
        parser.set_element_class_lookup(one_class)
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        last = parser.error_log.last_error
        return tree, last is not None and last.level == etree.ErrorLevels.FATAL

    if text.count("<") > _MOST_TAGS:
        raise InputError(
            f"{where}: this page has more than {_MOST_TAGS:,} tags, which no article has; save the article alone"
        )
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
    try:
        tree, broken_off = parse(text, huge=False)
        if broken_off:
            tree, _ = parse(flatten(text), huge=True)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError(f"{where}: there is no page in this HTML ({error}); save the page again") from None
    return tree


def flatten(text: str, depth: int = _DEPTH) -> str:
    """The markup without the tags nested deeper than `depth`: each becomes a line break, the text stays."""
    pieces: list[str] = []
    open_tags: list[str] = []
    waiting: dict[str, int] = {}  # how often each tag is open, so that a stray end tag is known at once
    place, last = 0, text.rfind(">") + 1
    while found := _TAG.search(text, place, last):
        pieces.append(text[place : found.start()])
        place, name = found.end(), found[2].lower()
        shown = len(open_tags) < depth
        if found[1]:
            shown = bool(waiting.get(name)) and _close(name, open_tags, waiting) < depth
        elif name in _RAW_TEXT:
            end = _RAW_TEXT[name].search(text, place, last)
            place = end.end() if end else len(text)
            pieces.append(text[found.start() : place] if shown else "")
            continue
        elif name not in _VOID and not found[0].endswith("/>"):
            open_tags.append(name)
            waiting[name] = waiting.get(name, 0) + 1
        if shown:
            pieces.append(found[0])
        elif pieces[-1].strip() or pieces[-2:-1] != [_DROPPED]:
            pieces.append(_DROPPED)
    return "".join([*pieces, text[place:]])


def _close(name: str, open_tags: list[str], waiting: dict[str, int]) -> int:
    """Close the innermost open tag of that name and what is open inside it; how deep it stood."""
    while open_tags:
        last = open_tags.pop()
        waiting[last] -= 1
        if last == name:
            break
    return len(open_tags)
