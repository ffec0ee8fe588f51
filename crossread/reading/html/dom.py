"""The page's text cut into blocks in reading order, with the elements that enclose each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crossread.model import Role
from crossread.reading.decode import normalise
from crossread.reading.html.signals import Hint, look
from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements without text for a reader, or with text that only shows where the page does not work.
_SKIPPED = frozenset(
    "head script style template noscript select option datalist svg iframe object embed audio video canvas textarea"
    " map input link meta title base param source track frame frameset noframes rp math-renderer".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul".split()
)
_PICTURES = frozenset(("img", "amp-img", "video", "iframe", "object", "embed", "svg"))
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dd", "dt"))
_RUNS = frozenset(("a", "span", "time", "small", "cite"))
_CELLS = frozenset(("td", "th"))
_LONGEST_VALUE = 20_000  # characters of an attribute
_LONGEST_CELL = 600  # characters: a table with more in a cell is a way to lay out a page
_BREAK = "\x01"  # a <br>; the page's own control characters are gone by now
_CELL = " | "
_BLANK_LINE = late(r"\n[ \t\r]*\n")
_SENTENCE_END = (".", "!", "?", ":", ";", "…", '"', "”", "»", "’", "'", ")")


@dataclass(slots=True)
class Node:
    """An element that a block can stand in; `parent` is an index into the outline's nodes, -1 at the root.

    `names` are its classes as written. `pictures` counts what is to be seen in it, players and embeds too.
    """

    parent: int
    tag: str
    hint: Hint | None
    names: str
    pictures: int = 0


@dataclass(slots=True)
class Block:
    """A paragraph, heading, item, row or line of the page, in normalised text.

    `links` are (start, end, href as written) within the text; `linked` counts the characters of all links
    in it. `node` is the innermost element that holds all of it.
    """

    text: str
    node: int
    role: Role
    level: int
    links: list[tuple[int, int, str]]
    linked: int


@dataclass(slots=True)
class Outline:
    """The blocks of a page and the elements around them, parents before children.

    What the page costs to look at: `elements` counts all of them, `depths` sums how deep each is nested,
    `longest` is the most pieces of text that one block is made of.
    """

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    elements: int = 0
    depths: int = 0
    longest: int = 0

    def path(self, node: int) -> list[int]:
        """The node and those around it, the outermost first."""
        path = []
        while node >= 0:
            path.append(node)
            node = self.nodes[node].parent
        return path[::-1]


def outline(tree: HtmlElement, *, without_script: bool = False) -> Outline:
    """The blocks of the page that a reader sees. With `without_script` what `noscript` holds is among them."""
    from lxml import etree

    walk = _Walk()
    skipped = _SKIPPED - {"noscript"} if without_script else _SKIPPED
    steps = etree.iterwalk(tree, events=("start", "end"))
    dropped = False
    for event, element in steps:
        if event == "start":
            tag, attributes = element.tag, dict(element.attrib)
            if attributes and max(map(len, attributes.values())) > _LONGEST_VALUE:
                attributes = _shorten(element, attributes)
            if tag in _PICTURES and walk.node >= 0:
                walk.found.nodes[walk.node].pictures += 1
            hint, hidden = look(tag, attributes)
            dropped = hidden or tag in skipped
            if dropped:
                walk.found.elements += sum(1 for _ in element.iterdescendants())
                steps.skip_subtree()
            else:
                walk.enter(element, tag, attributes, hint)
        else:
            if not dropped:
                walk.leave(element.tag)
            dropped = False
            if element.tail:
                walk.put(element.tail)
    walk.flush()
    return walk.found


class _Walk:
    """Where the walk through the tree stands: open elements, and the text since the last block's end."""

    def __init__(self) -> None:
        self.found = Outline()
        self.node = -1
        self.open: list[bool] = []  # whether each open element is a node
        self.pieces: list[str] = []
        self.holders: list[int] = []  # the node of each piece
        self.hrefs: list[str | None] = []  # the link each piece stands in
        self.href: str | None = None
        self.roles: list[tuple[Role, int]] = [("paragraph", 0)]
        self.lists = 0
        self.data_table = False  # its rows are blocks, what is in its cells is not
        self.first_cell = True

    def enter(self, element: HtmlElement, tag: str, attributes: dict[str, str], hint: Hint | None) -> None:
        """An element begins: its block, list, table, line or link with it, and its first text."""
        if tag in _BLOCKS:
            self._enter_block(element, tag)
        elif tag == "br":
            self.put(" " if self.data_table else _BREAK)
        elif tag in _RUNS:
            self._part(element, tag)
        if tag == "a":
            self.href = attributes.get("href")
        if hint or tag in _BLOCKS:
            self.found.nodes.append(Node(self.node, tag, hint, attributes.get("class", "")))
            self.node = len(self.found.nodes) - 1
        self.open.append(bool(hint or tag in _BLOCKS))
        self.found.elements += 1
        self.found.depths += len(self.open)
        if element.text and tag == "pre":
            for i, part in enumerate(_BLANK_LINE.split(element.text)):
                self.put(_BREAK if i else "")
                self.put(part)
        elif element.text:
            self.put(element.text)

    def _part(self, element: HtmlElement, tag: str) -> None:
        """A space between two buttons side by side, and between a name and a date or job that styles set apart."""
        before = element.getprevious()
        if before is None or before.tail or before.tag not in _RUNS:
            return
        begins = next(filter(str.strip, element.itertext()), " ").lstrip()[:1]
        is_part = (tag == "a" and before.tag == "a") or begins.isupper() or begins.isdigit()
        if is_part and self.pieces and len(self.pieces[-1]) > 1:  # a drop cap is one letter
            self.put(" ")

    def _enter_block(self, element: HtmlElement, tag: str) -> None:
        if self.data_table and tag not in ("table", "tr", "caption"):
            self.put(_CELL if tag in _CELLS and not self.first_cell else " ")
            self.first_cell = self.first_cell and tag not in _CELLS
            return
        self.flush()
        if tag in _HEADINGS:
            self.roles.append(("heading", _HEADINGS[tag]))
        elif tag in _LISTS:
            self.lists += 1
        elif tag in _ITEMS:
            self.roles.append(("list_item", max(self.lists, 1)))
        elif tag == "table":
            self.data_table = _holds_data(element)
        elif tag == "tr" and self.data_table:
            self.roles.append(("table_row", 0))
            self.first_cell = True

    def leave(self, tag: str) -> None:
        """The element that was entered last ends."""
        if tag in _BLOCKS:
            self._leave_block(tag)
        elif tag == "a":
            self.href = None
        if self.open.pop():
            self.node = self.found.nodes[self.node].parent

    def _leave_block(self, tag: str) -> None:
        if self.data_table and tag not in ("table", "tr", "caption"):
            self.put(" ")
            return
        self.flush()
        if tag in _HEADINGS or tag in _ITEMS or (tag == "tr" and self.data_table):
            self.roles.pop()
        elif tag in _LISTS:
            self.lists -= 1
        elif tag == "table":
            self.data_table = False

    def put(self, text: str) -> None:
        """More text of the current block, which does not begin with white space."""
        if not self.pieces and text.isspace():
            return
        self.pieces.append(text)
        self.holders.append(self.node)
        self.hrefs.append(self.href)

    def flush(self) -> None:
        """The block ends here: one, or several where lines were broken by hand."""
        pieces, holders, hrefs = self.pieces, self.holders, self.hrefs
        if not pieces:
            return
        self.pieces, self.holders, self.hrefs = [], [], []
        role, level = self.roles[-1]
        self.found.longest = max(self.found.longest, len(pieces))
        for start, end in _lines(pieces):
            text, links, linked = _text_of(pieces[start:end], hrefs[start:end])
            if text and (role != "table_row" or any(map(str.isalnum, text))):
                inside = {holders[i] for i in range(start, end) if not pieces[i].isspace() and pieces[i] != _BREAK}
                self.found.blocks.append(Block(text, self._around(inside), role, level, links, linked))

    def _around(self, nodes: set[int]) -> int:
        """The innermost node that holds all of them: a parent's index is below its children's."""
        while len(nodes) > 1:
            innermost = max(nodes)
            nodes.remove(innermost)
            nodes.add(self.found.nodes[innermost].parent)
        return nodes.pop()


def _shorten(element: HtmlElement, attributes: dict[str, str]) -> dict[str, str]:
    """The attributes without those that only take time to look through; the element loses them too."""
    for name in [name for name, value in attributes.items() if len(value) > _LONGEST_VALUE]:
        del element.attrib[name]
    return dict(element.attrib)


def _lines(pieces: list[str]) -> list[tuple[int, int]]:
    """The pieces of each line. Broken lines are blocks of their own, unless a sentence runs on in the next."""
    if _BREAK not in pieces:
        return [(0, len(pieces))]
    lines: list[tuple[int, int]] = []
    start, before = 0, ""
    for end in [*(i for i, piece in enumerate(pieces) if piece == _BREAK), len(pieces)]:
        line = "".join(pieces[start:end]).strip()
        if before and line and line[0].islower() and not before.endswith(_SENTENCE_END):
            lines[-1] = (lines[-1][0], end)
        elif line:
            lines.append((start, end))
        before, start = line, end + 1
    return lines


def _text_of(pieces: list[str], hrefs: list[str | None]) -> tuple[str, list[tuple[int, int, str]], int]:
    """The text of a block, its links, and how many characters of it are linked."""
    if not any(hrefs):
        return _fold("".join(pieces).replace(_BREAK, " ")), [], 0
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    length, linked, gap = 0, 0, False
    for piece, href in zip(pieces, hrefs, strict=True):
        text = _fold(piece.replace(_BREAK, " "))
        gap = gap or piece[:1].isspace() or piece == _BREAK
        if not text:
            continue
        if gap and length:
            parts.append(" ")
            length += 1
        if href:
            linked += len(text)
            if links and links[-1][2] == href and links[-1][1] >= length - 1:
                links[-1] = (links[-1][0], length + len(text), href)
            else:
                links.append((length, length + len(text), href))
        parts.append(text)
        length += len(text)
        gap = piece[-1:].isspace()
    return "".join(parts), links, linked


def _fold(text: str) -> str:
    """Normalised, with single spaces: what is ASCII is normal already."""
    return " ".join((text if text.isascii() else normalise(text)).split())


def _holds_data(table: HtmlElement) -> bool:
    """Whether the table's rows say something side by side; many tables only lay out a page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows, cells = 0, 0
    for element in table.iter("tr", "td", "th"):
        if element.tag == "tr":
            rows += 1
        else:
            cells += 1
            if sum(map(len, element.itertext())) > _LONGEST_CELL or _lays_out(element):
                return False
    return cells > rows > 1


def _lays_out(cell: HtmlElement) -> bool:
    """Whether a table's cell holds what a page is made of: a headline, or several paragraphs."""
    return next(cell.iter("h1", "h2"), None) is not None or len(cell.findall("p")) > 1
