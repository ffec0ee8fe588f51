"""The strings a PDF page shows, each with its place, size and weight.

pypdf parses the file, its streams and its fonts; this interprets the text operators of a page's
content (ISO 32000-2, 9.4), since columns can only be told apart by where each string begins and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from crossread.reading.pdf.fonts import UNKNOWN, Face, mapping_size, read_face
from crossread.reading.pdf.values import IDENTITY, Matrix, entry, inherited, matrix, number, times

if TYPE_CHECKING:
    from pypdf import PageObject

_LETTER = (612.0, 792.0)  # a page's size in points where it does not say one
_DEEPEST = 8  # forms within forms
_MOST_SAVED = 200  # graphics states within one another
_WORD_GAP = 0.12  # of the size: a wider jump within one array parts two strings


class Run(Struct, gc=False):
    """A string and where it stands: x from the page's left edge, y from its foot, in points.

    `artifact` is what the file itself marks as a running header or footer; `turned` text does not
    run the way most of the page does.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    artifact: bool = False
    turned: bool = False


class Sheet(Struct, gc=False):
    """A page's width and height in points and the strings on it, in the order the file draws them.

    `damaged` when some of it could not be read.
    """

    width: float
    height: float
    runs: list[Run]
    damaged: bool = False


class Allowance(Struct):
    """What may still be spent on a document, so that a small file cannot cost hours.

    `content` is bytes of page descriptions and of fonts' character maps after decompression, `forms` the
    times one is drawn within another, `characters` those of text. `shown` and `unknown` count characters
    and those among them of which the fonts do not say what they are.
    """

    content: int = 12_000_000
    forms: int = 5_000
    characters: int = 3_000_000
    shown: int = 0
    unknown: int = 0
    excess: bool = False  # one part unpacks to more than any page has

    @property
    def spent(self) -> bool:
        """Whether nothing more is to be read."""
        return min(self.content, self.forms, self.characters) < 0


class _State(Struct):
    ctm: Matrix
    font: Face | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def read_sheet(page: PageObject, faces: dict[int, Face | None], allowance: Allowance) -> Sheet:
    """All text of a page that can be read; `faces` is shared by the pages of a document."""
    painter = _Painter(page.pdf, faces, allowance)
    from pypdf.errors import LimitReachedError

    try:
        width, height = _paint_page(page, painter)
    except Exception as error:  # pypdf meets damaged and hostile content with errors of every kind
        allowance.excess = allowance.excess or isinstance(error, LimitReachedError)
        sheet = _upright(painter.found, *_LETTER)
        sheet.damaged = True
        return sheet
    return _upright(painter.found, width, height)


def _paint_page(page: PageObject, painter: _Painter) -> tuple[float, float]:
    """Let the painter find what is on the page; the page's width and height as it is looked at."""
    left, bottom, width, height = _box(page)
    turn = int(page.get("/Rotate", 0) or 0) % 360
    to_page: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -bottom)
    if turn == 90:
        to_page, width, height = times(to_page, (0.0, -1.0, 1.0, 0.0, 0.0, width)), height, width
    elif turn == 180:
        to_page = times(to_page, (-1.0, 0.0, 0.0, -1.0, width, height))
    elif turn == 270:
        to_page, width, height = times(to_page, (0.0, 1.0, -1.0, 0.0, height, 0.0)), height, width
    contents = page.get("/Contents")
    if contents is not None:
        painter.paint(contents.get_object(), inherited(page, "/Resources"), _State(to_page), 0)
    return width, height


def _box(page: PageObject) -> tuple[float, float, float, float]:
    box = page.cropbox
    left, bottom, right, top = (float(side) for side in (box.left, box.bottom, box.right, box.top))
    if not (10 < right - left < 20_000 and 10 < top - bottom < 20_000):
        return 0.0, 0.0, *_LETTER
    return left, bottom, right - left, top - bottom


class _Painter:
    """Follows the operators of a page's content; `found` has (turn in quarters, run) for each string."""

    def __init__(self, pdf: Any, faces: dict[int, Face | None], allowance: Allowance) -> None:
        self.pdf, self.faces, self.allowance = pdf, faces, allowance
        self.found: list[tuple[int, Run]] = []
        self.state = _State(IDENTITY)
        self.saved: list[_State] = []
        self.line = self.pen = IDENTITY  # the text line matrix and the text matrix
        self.marks: list[tuple[bool, str | None]] = []  # marked content: an artifact? its actual text
        self.resources: Any = None
        self.depth = 0
        self.operators: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concat, b"BT": self._begin, b"Tf": self._set_font,
            b"Td": self._move, b"TD": self._move_lead, b"Tm": self._place, b"T*": self._next_line,
            b"Tj": self._show, b"TJ": self._show_array, b"'": self._next_show, b'"': self._spaced_show,
            b"Tc": self._setter("character_space"), b"Tw": self._setter("word_space"), b"TL": self._setter("leading"),
            b"Ts": self._setter("rise"), b"Tz": self._stretch, b"Do": self._draw,
            b"BMC": self._mark, b"BDC": self._mark, b"EMC": self._unmark,
        }  # fmt: skip

    def paint(self, contents: Any, resources: Any, state: _State, depth: int) -> None:
        """Run the operators of a page's content, or of a form's."""
        from pypdf.generic import ContentStream

        if self.allowance.spent:
            return
        stream = ContentStream(contents, self.pdf, "bytes")
        self.allowance.content -= len(stream.get_data())
        if self.allowance.spent:
            return
        kept = (self.state, self.saved, self.line, self.pen, self.resources, self.depth, len(self.marks))
        self.state, self.saved, self.depth = state, [], depth
        self.resources = resources.get_object() if resources is not None else None
        for operands, operator in stream.operations:
            act = self.operators.get(operator)
            if act is not None and isinstance(operands, list):
                act(operands)
        self.state, self.saved, self.line, self.pen, self.resources, self.depth, marks = kept
        del self.marks[marks:]

    def _save(self, operands: list[Any]) -> None:
        if len(self.saved) < _MOST_SAVED:
            self.saved.append(structs.replace(self.state))

    def _restore(self, operands: list[Any]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def _concat(self, operands: list[Any]) -> None:
        self.state.ctm = times(matrix(operands), self.state.ctm)

    def _begin(self, operands: list[Any]) -> None:
        self.line = self.pen = IDENTITY

    def _setter(self, name: str) -> Callable[[list[Any]], None]:
        return lambda operands: setattr(self.state, name, number(operands, 0, getattr(self.state, name)))

    def _stretch(self, operands: list[Any]) -> None:
        self.state.scale = number(operands, 0, 100.0) / 100

    def _set_font(self, operands: list[Any]) -> None:
        self.state.size = number(operands, 1, self.state.size)
        fonts = entry(self.resources, "/Font")
        description: Any = entry(fonts, operands[0]) if operands else None
        self.state.font = None
        if hasattr(description, "raw_get"):
            if id(description) not in self.faces:
                self.allowance.content -= mapping_size(description)
                self.faces[id(description)] = None if self.allowance.spent else read_face(description)
            self.state.font = self.faces[id(description)]

    def _move(self, operands: list[Any]) -> None:
        self.line = self.pen = times((1, 0, 0, 1, number(operands, 0), number(operands, 1)), self.line)

    def _move_lead(self, operands: list[Any]) -> None:
        self.state.leading = -number(operands, 1)
        self._move(operands)

    def _place(self, operands: list[Any]) -> None:
        self.line = self.pen = matrix(operands)

    def _next_line(self, operands: list[Any]) -> None:
        self._move([0, -self.state.leading])

    def _next_show(self, operands: list[Any]) -> None:
        self._next_line([])
        self._show(operands)

    def _spaced_show(self, operands: list[Any]) -> None:
        self.state.word_space, self.state.character_space = number(operands, 0), number(operands, 1)
        self._next_show(operands[2:])

    def _mark(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = entry(entry(self.resources, "/Properties"), properties)
        artifact = bool(operands) and operands[0] == "/Artifact"
        artifact = artifact and "/Pagination" in (entry(properties, "/Type"), entry(properties, "/Subtype"))
        actual = entry(properties, "/ActualText")
        text = str(actual) if isinstance(actual, str) and len(actual) <= 3 else None  # a ligature, a soft hyphen
        outer = bool(self.marks) and self.marks[-1][0]
        if len(self.marks) < _MOST_SAVED:
            self.marks.append((artifact or outer, text))

    def _unmark(self, operands: list[Any]) -> None:
        if self.marks:
            self.marks.pop()

    def _draw(self, operands: list[Any]) -> None:
        form = entry(entry(self.resources, "/XObject"), operands[0]) if operands else None
        if entry(form, "/Subtype") != "/Form" or self.depth >= _DEEPEST:
            return
        self.allowance.forms -= 1
        own = entry(form, "/Matrix")
        state = structs.replace(self.state)
        state.ctm = times(matrix(own if isinstance(own, list) else IDENTITY), self.state.ctm)
        self.paint(form, entry(form, "/Resources") or self.resources, state, self.depth + 1)

    def _show(self, operands: list[Any]) -> None:
        self._show_strings(operands[:1])

    def _show_array(self, operands: list[Any]) -> None:
        if operands and isinstance(operands[0], list):
            self._show_strings(operands[0])

    def _show_strings(self, items: Sequence[Any]) -> None:
        """Strings and, in thousandths of the size, the ways back between them."""
        state, parts, begin, at = self.state, [""], 0.0, 0.0
        for item in items:
            if isinstance(item, (int, float)):
                step = -float(item) / 1000 * state.size * state.scale
                if abs(step) > _WORD_GAP * abs(state.size * state.scale):
                    self._add("".join(parts), begin, at)
                    parts, begin = [""], at + step
                at += step
            elif isinstance(item, bytes) and item and state.font is not None:
                text, width, codes, spaces = state.font.read(item)
                parts.append(text)
                extra = codes * state.character_space + spaces * state.word_space
                at += (width * state.size + extra) * state.scale
        self._add("".join(parts), begin, at)
        self.pen = times((1, 0, 0, 1, at, 0), self.pen)

    def _add(self, text: str, begin: float, end: float) -> None:
        if not text:
            return
        artifact, actual = self.marks[-1] if self.marks else (False, None)
        if actual is not None:
            text, self.marks[-1] = actual, (artifact, "")
        unknown = text.count(UNKNOWN)
        self.allowance.shown += len(text) - text.count(" ")
        self.allowance.unknown += unknown
        self.allowance.characters -= len(text)
        if self.allowance.spent:
            return
        a, b, c, d, e, f = times(self.pen, self.state.ctm)
        x, y = a * begin + c * self.state.rise + e, b * begin + d * self.state.rise + f
        x1, y1 = x + a * (end - begin), y + b * (end - begin)
        size = abs(self.state.size) * (c * c + d * d) ** 0.5
        quarter = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        bold = self.state.font is not None and self.state.font.bold
        box = Run(text.replace(UNKNOWN, "") if unknown else text, x, x1, y, size, bold, artifact)
        if quarter:  # places along the direction of writing, as if the page were turned to read it
            along = {1: (y, y1, -x), 2: (-x, -x1, -y), 3: (-y, -y1, x)}[quarter]
            box.x0, box.x1, box.y = along
        if box.text and 0.5 < size < 2000:
            self.found.append((quarter, box))


def _upright(found: list[tuple[int, Run]], width: float, height: float) -> Sheet:
    """The sheet turned as most of its text runs; what lies outside it cannot be seen and is left out."""
    amounts = [0, 0, 0, 0]
    for quarter, run in found:
        amounts[quarter] += len(run.text)
    main = amounts.index(max(amounts))
    shift_x, shift_y = ((0.0, 0.0), (0.0, width), (width, height), (height, 0.0))[main]
    if main % 2:
        width, height = height, width
    runs = []
    for quarter, run in found:
        if quarter == main:
            run.x0, run.x1, run.y = run.x0 + shift_x, run.x1 + shift_x, run.y + shift_y
            if not (-20 < run.x0 < width + 20 and -20 < run.y < height + 20 and run.x0 - 20 < run.x1 < width + 200):
                continue
        else:
            run.turned = True
        runs.append(run)
    return Sheet(width, height, runs)
