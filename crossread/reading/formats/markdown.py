"""Markdown: headings, lists, quotes, tables and links kept, marks dropped, YAML front matter as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from crossread.errors import InputError
from crossread.model import Claim, MetadataField, Role, ZoneKind
from crossread.reading.decode import decode
from crossread.reading.linked_text import LinkedText
from crossread.reading.page import Page, PageBuilder, Raw, Reader, claim
from crossread.text.late import late

if TYPE_CHECKING:
    from markdown_it.token import Token

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_FRONT_MATTER = late(r"\A---[ \t]*\n(.{0,50000}?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)
_HEADING = late(r"^#{1,6} \S", re.M)
_LINK = late(r"\]\(https?://[^\s()<>]{3,500}\)")
_EMPHASIS = late(r"\*\*\w[^*\n]{1,200}\*\*|^(?:[*+-]|\d{1,3}\.) \S|^> \S", re.M)
_KEY = late(r"^[A-Za-z_][\w-]{0,40}:(?: |$)", re.M)
_LONGEST = 5_000  # characters of a paragraph
_TAG = late(r"<[!/?]?[A-Za-z-][^<>]{0,2000}>")
# What a token adds to the depth of lists and of quotes.
_DEPTHS = {
    "bullet_list_open": (1, 0), "ordered_list_open": (1, 0), "blockquote_open": (0, 1),
    "bullet_list_close": (-1, 0), "ordered_list_close": (-1, 0), "blockquote_close": (0, -1),
}  # fmt: skip
_FIELDS: dict[str, MetadataField] = {
    "title": "title", "author": "author", "authors": "author", "by": "author", "byline": "author", "date": "published",
    "published": "published", "pubdate": "published", "publishdate": "published", "date_published": "published",
    "updated": "modified", "modified": "modified", "lastmod": "modified", "last_modified_at": "modified",
    "date_modified": "modified", "url": "url", "link": "url", "canonical": "url", "canonical_url": "url",
    "source_url": "url", "publisher": "publisher", "site": "publisher", "site_name": "publisher", "source": "publisher",
    "outlet": "publisher", "publication": "publisher", "section": "section", "category": "section",
    "lang": "language", "language": "language",
}  # fmt: skip
_NAMES = ("name", "title", "full_name")  # what an author written as a mapping is called by


def recognises(raw: Raw) -> bool:
    """The file's name; without one, front matter with markup after it, or several headings and links."""
    if raw.name.lower().endswith(_ENDINGS) or raw.media_type in ("text/markdown", "text/x-markdown"):
        return b"\0" not in raw.data[:1024]
    head = raw.data[:65_536].decode("utf-8", "ignore").replace("\r\n", "\n").removeprefix("\ufeff")
    front = _FRONT_MATTER.match(head)
    if front and len(_KEY.findall(front[1])) > 1:
        body = head[front.end() :]
        return bool(_HEADING.search(body) or _LINK.search(body) or _EMPHASIS.search(body))
    return len(_HEADING.findall(head)) > 2 and len(_LINK.findall(head)) > 1


def read(raw: Raw) -> Iterator[Page]:
    """The one article of a Markdown text. Raises InputError for an empty one."""
    written, encoding = decode(raw.data, raw.where)
    written = written.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    front = _FRONT_MATTER.match(written)
    claims = list(_claims(front[1])) if front else []
    if front and (claims or _KEY.search(front[1])):
        written = written[front.end() :]
    address = next((each.found.value for each in claims if each.field == "url"), raw.url)
    page = _Writer(address).page(_parse(written), claims, encoding)
    if not page.text:
        raise InputError(f"{raw.where}: there is no text in the file; check that it is the right one")
    yield page


def _parse(written: str) -> list[Token]:
    """The parser's tokens; a paragraph of unbelievable length stays as written, since marks in it could take hours."""
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    environment: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.core.ruler.disable("inline")
    tokens = parser.parse(written, environment)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _LONGEST:
            token.children = []
            parser.inline.parse(token.content, parser, environment, token.children)
        elif token.type == "inline":
            token.children = [Token("text", "", 0, content=token.content)]
    return tokens


class _Writer:
    """Follows the parser's tokens; each piece of running text becomes a block."""

    def __init__(self, address: str) -> None:
        self._builder = PageBuilder()
        self._address = address
        self._role: Role = "paragraph"
        self._level = 0
        self._lists = 0
        self._quotes = 0
        self._row: list[LinkedText] = []
        self._opens = True  # nothing but the title has been written yet

    def page(self, tokens: Sequence[Token], claims: Sequence[Claim], encoding: str) -> Page:
        """The page of a whole text's tokens."""
        for token in tokens:
            self._take(token)
        return self._builder.page(claims, encoding=encoding)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in _DEPTHS:
            self._lists += _DEPTHS[kind][0]
            self._quotes += _DEPTHS[kind][1]
        elif kind == "heading_open":
            self._role, self._level = "heading", int(token.tag[1:])
        elif kind == "tr_open":
            self._role = "table_row"
        elif kind in ("heading_close", "tr_close"):
            self._end_row()
            self._role, self._level = "paragraph", 0
        elif kind == "inline":
            self._write(_running_text(token.children or (), self._address))
        elif kind in ("fence", "code_block", "html_block"):
            self._write_verbatim(token.content, kind == "html_block")

    def _write_verbatim(self, content: str, is_html: bool) -> None:
        """Code as it stands, and of HTML what is between the tags."""
        if is_html and content.lstrip().lower().startswith(("<script", "<style", "<!--", "<?")):
            return
        for paragraph in re.split(r"\n[ \t]*\n", _TAG.sub(" ", content) if is_html else content):
            line = LinkedText()
            line.put(paragraph)
            self._write(line)

    def _write(self, line: LinkedText) -> None:
        if self._role == "table_row":
            self._row.append(line)
            return
        text = line.text
        kind, rule, role, level = self._kind()
        self._builder.add(text, kind, rule, role, level, line.links)
        self._opens = self._opens and not text.strip()

    def _kind(self) -> tuple[ZoneKind | None, str, Role, int]:
        if self._role == "heading":
            if self._opens and self._level <= 2:
                return "title", "title.markdown_heading", "heading", self._level
            return None, "", "heading", self._level
        if self._lists:
            return None, "", "list_item", self._lists
        if self._quotes:
            return "quote_block", "quote_block.markdown", "paragraph", 0
        return None, "", "paragraph", 0

    def _end_row(self) -> None:
        if not self._row:
            return
        row = LinkedText()
        for cell in self._row:
            row.add(cell, " | ")
        self._builder.add(row.text, None, "", "table_row", 0, row.links)
        self._row = []
        self._opens = False


def _running_text(tokens: Sequence[Token], address: str) -> LinkedText:
    """Running text without its marks."""
    line = LinkedText(address)
    opened: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append((len(line), str(token.attrGet("href") or "")))
        elif token.type == "link_close" and opened:
            line.link(*opened.pop())
        elif token.type in ("text", "text_special", "code_inline"):
            line.put(token.content)
        elif token.type in ("softbreak", "hardbreak") or token.content.lower().startswith(("<br", "<p", "</p")):
            line.put(" ")
    return line


def _claims(front: str) -> Iterator[Claim]:
    """What the front matter's top level says of the article; damaged YAML says nothing."""
    import yaml

    try:
        root: Any = yaml.compose(front, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value[:100]:
        field = _FIELDS.get(str(key.value).lower()) if isinstance(key, yaml.ScalarNode) else None
        if field:
            for text in _values(value):
                yield from claim(field, text, f"front_matter.{str(key.value).lower()}")


def _values(node: Any) -> Iterator[str]:
    """The texts of a value: one, those of a list, or the names in mappings."""
    import yaml

    for item in node.value[:50] if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(item, yaml.MappingNode):
            names = {str(key.value): value for key, value in item.value[:20] if isinstance(key, yaml.ScalarNode)}
            item = next((names[name] for name in _NAMES if name in names), None)
        if isinstance(item, yaml.ScalarNode) and str(item.value).strip().lower() not in ("", "null", "~"):
            yield str(item.value)


READER = Reader(
    id="markdown",
    title="Markdown",
    endings=_ENDINGS,
    recognises=recognises,
    read=read,
    max_bytes=2_000_000,  # a long book; markup denser than any text's takes a minute
)
