"""What a Word document says, element by element (ECMA-376, WordprocessingML), for the reader of DOCX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from crossread.model import Claim, Role, ZoneKind
from crossread.reading.linked_text import LinkedText
from crossread.reading.page import Page, PageBuilder
from crossread.text.late import late

if TYPE_CHECKING:
    from docx.document import Document

_MOST_BLOCKS = 50_000
_LONG_CELL = 1_000  # characters: the cells of such a row are columns of a layout
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Not text: what was deleted or moved away, field codes, comments and notes' marks, properties.
_SKIPPED = frozenset(
    _W + name
    for name in "del moveFrom delText delInstrText pPr rPr tblPr tblGrid tblPrEx trPr tcPr sectPr sdtPr sdtEndPr "
    "commentReference annotationRef footnoteReference endnoteReference footnoteRef endnoteRef object".split()
)
_AROUND = frozenset(_W + name for name in "sdt sdtContent ins moveTo customXml smartTag".split())
_SPACES = frozenset(_W + name for name in "tab br cr ptab".split())
_TARGET = late(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.I)
_HEADING = late(r"heading (\d)$")
# Kind and rule by the name of a paragraph's style, or of the one it is based on.
_STYLES: tuple[tuple[re.Pattern[str], ZoneKind, str], ...] = (
    (late(r"title$"), "title", "title.docx_style"),
    (late(r"subtitle$|standfirst$|deck$|lead$"), "standfirst", "standfirst.docx_style"),
    (late(r"byline$|author$"), "byline", "byline.docx_style"),
    (late(r"(?:intense )?quote$|block text$"), "quote_block", "quote_block.docx_style"),
    (late(r"caption$"), "caption", "caption.docx_style"),
    (late(r"toc \d$|toc heading$|header$|footer$"), "furniture", "furniture.docx_style"),
)


class WordText:
    """Follows a document's elements in their order; each paragraph and table row becomes a block.

    `address` is that of the page, for relative links, or "".
    """

    def __init__(self, document: Document, address: str) -> None:
        self._part: Any = document.part
        self._body = document.element.body
        self._styles = {style.style_id: _names(style) for style in document.styles}
        self._address = address
        self._builder = PageBuilder()
        self._relations: Any = {}
        self._blocks = 0
        self._titled = False
        self._said: set[str] = set()  # in headers and footers

    def page(self, claims: Sequence[Claim]) -> Page:
        """Headers once, the story, its notes, and footers once."""
        self._margins("header")
        self._relations = self._part.rels
        self._walk(self._body)
        self._notes()
        self._margins("footer")
        beyond = self._blocks > _MOST_BLOCKS
        warnings = [f"only the first {_MOST_BLOCKS} paragraphs were read: an article has fewer"] if beyond else []
        return self._builder.page(claims, warnings=warnings)

    def _margins(self, kind: str) -> None:
        for part in self._parts(kind):
            self._relations = part.rels
            for paragraph in part.element.iter(f"{_W}p"):
                text = _Paragraph(self._relations, self._address, paragraph).line.text
                if text not in self._said:
                    self._said.add(text)
                    self._builder.add(text, "furniture", f"furniture.docx_{kind}")

    def _notes(self) -> None:
        from docx.oxml import parse_xml

        for kind in ("footnotes", "endnotes"):
            for part in self._parts(kind):
                self._relations = part.rels
                for note in parse_xml(part.blob):
                    if note.get(f"{_W}type") in (None, "normal"):
                        self._walk(note)

    def _parts(self, kind: str) -> list[Any]:
        """The document's parts of a kind, in the order of their names."""
        relations = self._part.rels.values()
        found = [each.target_part for each in relations if not each.is_external and each.reltype.endswith(f"/{kind}")]
        return sorted(found, key=lambda part: str(part.partname))

    def _walk(self, parent: Any) -> None:
        for element in _inside(parent):
            if element.tag == f"{_W}p":
                self._add_paragraph(element)
            elif element.tag == f"{_W}tbl":
                for row in _inside(element):
                    if row.tag == f"{_W}tr" and row.find(f"{_W}trPr/{_W}del") is None:
                        self._add_row([cell for cell in _inside(row) if cell.tag == f"{_W}tc"])

    def _add_paragraph(self, element: Any) -> None:
        paragraph = _Paragraph(self._relations, self._address, element)
        kind, rule, role, level = self._kind(element)
        text = paragraph.line.text
        if kind == "title":
            self._titled = self._titled or bool(text.strip())
        self._add(paragraph.line, kind, rule, role, level)
        for box in paragraph.boxes:
            self._walk(box)

    def _add_row(self, cells: Sequence[Any]) -> None:
        """A row of a table; a table that only lays out the page is read cell by cell."""
        lines = []
        for cell in cells:
            line = LinkedText(self._address)
            for element in cell.iter(f"{_W}p"):
                line.add(_Paragraph(self._relations, self._address, element).line, " ")
            lines.append(line)
        if len(cells) == 1 or any(len(line) > _LONG_CELL for line in lines):
            for cell in cells:
                self._walk(cell)
            return
        row = LinkedText()
        for line in lines:
            if line.text.strip():
                row.add(line, " | ")
        self._add(row, None, "", "table_row", 0)

    def _add(self, line: LinkedText, kind: ZoneKind | None, rule: str, role: Role, level: int) -> None:
        text = line.text
        if text.strip():
            self._blocks += 1
            if self._blocks <= _MOST_BLOCKS:
                self._builder.add(text, kind, rule, role, level, line.links)

    def _kind(self, element: Any) -> tuple[ZoneKind | None, str, Role, int]:
        """What a paragraph's style and numbering say it is."""
        style = element.find(f"{_W}pPr/{_W}pStyle")
        names = self._styles.get(style.get(f"{_W}val") if style is not None else None, [])
        for name in names:
            heading = _HEADING.match(name)
            if heading and int(heading[1]) == 1 and not self._titled and not self._blocks:
                return "title", "title.docx_first_heading", "heading", 1
            if heading:
                return None, "", "heading", min(max(int(heading[1]), 1), 6)
            for pattern, kind, rule in _STYLES:
                if pattern.match(name) and not (kind == "title" and self._titled):
                    return kind, rule, ("heading" if kind == "title" else "paragraph"), int(kind == "title")
        number = element.find(f"{_W}pPr/{_W}numPr")
        if number is not None or any(name.startswith("list") for name in names):
            depth = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            level = str(depth.get(f"{_W}val")) if depth is not None else "0"
            return None, "", "list_item", int(level) + 1 if level.isdecimal() and len(level) < 3 else 1
        return None, "", "paragraph", 0


class _Paragraph:
    """The text of one paragraph with its links, and the text boxes anchored in it."""

    def __init__(self, relations: Any, address: str, element: Any) -> None:
        self.line = LinkedText(address)
        self.boxes: list[Any] = []
        self._relations = relations
        self._fields: list[tuple[int, str]] = []  # those begun: where their result starts, and their code
        self._read(element)

    def _read(self, parent: Any) -> None:
        for element in parent:
            tag = element.tag
            if tag in _SKIPPED or tag == f"{_MC}Fallback":
                continue
            if tag == f"{_W}t":
                self.line.put(element.text or "")
            elif tag in _SPACES:
                self.line.put(" ")
            elif tag == f"{_W}noBreakHyphen":
                self.line.put("-")
            elif tag in (f"{_W}drawing", f"{_W}pict"):
                self.boxes.extend(_boxes(element))
            elif tag == f"{_W}hyperlink":
                self._read_link(element)
            elif tag in (f"{_W}fldChar", f"{_W}instrText"):
                self._follow_field(element)
            elif tag != f"{_W}r" or not _is_hidden(element):
                self._read(element)

    def _read_link(self, element: Any) -> None:
        start = len(self.line)
        self._read(element)
        relation = self._relations.get(element.get(_ID))
        if relation is not None and relation.is_external:
            self.line.link(start, str(relation.target_ref))

    def _follow_field(self, element: Any) -> None:
        """A link may also be a field: begin, its code, separate, what it shows, end."""
        state = element.get(f"{_W}fldCharType")
        if element.tag == f"{_W}instrText":
            if self._fields:
                start, code = self._fields[-1]
                self._fields[-1] = start, f"{code}{element.text or ''}"[:3000]
        elif state == "begin":
            self._fields.append((len(self.line), ""))
        elif state == "separate" and self._fields:
            self._fields[-1] = len(self.line), self._fields[-1][1]
        elif state == "end" and self._fields:
            start, code = self._fields.pop()
            target = _TARGET.match(code)
            if target:
                self.line.link(start, target[1])


def _boxes(drawing: Any) -> Iterator[Any]:
    """The text boxes of a drawing; one within another is read with it."""
    for box in drawing.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(f"{_W}txbxContent", drawing.tag)) is drawing:
            yield box


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _inside(parent: Any) -> Iterator[Any]:
    """The elements of a parent, and those within wrappers that have no look of their own."""
    for element in parent:
        if element.tag in _AROUND:
            yield from _inside(element)
        elif element.tag == f"{_MC}AlternateContent":
            for choice in element.iterchildren(f"{_MC}Choice"):
                yield from _inside(choice)
                break
        else:
            yield element


def _names(style: Any) -> list[str]:
    """The names of a style and of those it is based on, in lower case."""
    names: list[str] = []
    while style is not None and len(names) < 10:
        names.append(str(style.name or "").lower())
        style = getattr(style, "base_style", None)
    return names
