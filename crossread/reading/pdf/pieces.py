"""The strings of a page put together where they touch: words, and rows of words up to a wider gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.reading.pdf.glyphs import Run, Sheet
from crossread.text.late import late

_ITEM = late(r"\(?(?:\d{1,2}|[a-z])[.)]")
_JOIN = 0.6  # of the size: a wider gap parts two pieces of one height, in case a column ends there
_OVERLAP = -0.5  # of the size: the pen may go back a little
_WORD = 0.12  # of the size: a wider gap is a space


class Piece(Struct, gc=False):
    """Strings beside one another on one height; later, a line."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    artifact: bool = False


def pieces_of(sheet: Sheet) -> list[Piece]:
    """The upright strings of a page, put together where they touch; upper ones first."""
    pieces = _built(sheet.runs, turned=False)
    return _attach_drop_capitals([piece for row in rows_of(pieces) for piece in joined(row)])


def turned_text(sheet: Sheet) -> list[str]:
    """What stands sideways or upside down: a credit along a picture, a stamp in the margin."""
    return [piece.text for piece in _built(sheet.runs, turned=True)]


def _built(runs: Sequence[Run], turned: bool) -> list[Piece]:
    pieces: list[Piece] = []
    building: _Building | None = None
    for run in runs:
        if run.turned != turned:
            continue
        if building is None or not building.takes(run):
            if building is not None:
                pieces.extend(building.piece())
            building = _Building(run)
        building.add(run)
    if building is not None:
        pieces.extend(building.piece())
    return pieces


class _Building:
    """A piece while strings are added to it in the order the file draws them."""

    def __init__(self, run: Run) -> None:
        self.parts: list[str] = []
        self.x0, self.x1, self.pen, self.y, self.size = run.x0, run.x0, run.x0, run.y, run.size
        self.sizes: Counter[float] = Counter()
        self.bold = 0
        self.last: Run | None = None
        self.artifact = run.artifact

    def takes(self, run: Run) -> bool:
        """Whether the string goes on where this one ends, or is raised or lowered a little."""
        size = max(self.size, run.size)
        near = _OVERLAP * size <= run.x0 - self.pen <= _JOIN * size or self.doubles(run)
        return near and abs(run.y - self.y) <= 0.4 * size and run.size < 1.8 * self.size

    def doubles(self, run: Run) -> bool:
        """Whether the string is drawn over itself, to look bold."""
        last = self.last
        return last is not None and last.text == run.text and max(abs(last.x0 - run.x0), abs(last.y - run.y)) < 1.0

    def add(self, run: Run) -> None:
        if self.doubles(run):
            return
        blank = run.text.isspace()
        gap = run.x0 - self.pen > _WORD * max(self.size, run.size)
        if not blank and (gap or self.parts == ["•"]):
            self.parts.append(" " * bool(self.parts))
        if run.size > self.size * 1.05:
            self.y, self.size = run.y, run.size
        self.parts.append(run.text)
        self.pen = max(self.pen, run.x1)
        if not blank:
            self.x1 = max(self.x1, run.x1)
            self.sizes[round(run.size, 1)] += len(run.text)
            self.bold += len(run.text) if run.bold else 0
        self.last = run

    def piece(self) -> Iterator[Piece]:
        text = " ".join("".join(self.parts).split())
        if text:
            size = max(self.sizes, key=lambda each: (self.sizes[each], each))
            bold = 2 * self.bold > self.sizes.total()
            yield Piece(text, self.x0, self.x1, self.y, size, bold, self.artifact)


def rows_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces of one height, from the left, upper rows first."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (-p.y, p.x0)):
        if row and row[0].y - piece.y > 0.3 * min(row[0].size, piece.size):
            yield sorted(row, key=lambda p: p.x0)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda p: p.x0)


def joined(row: Sequence[Piece], gap: float = _JOIN) -> Iterator[Piece]:
    """The row with neighbours joined that are no further apart than `gap`, in sizes."""
    last = row[0]
    for piece in row[1:]:
        size = max(last.size, piece.size)
        space = (piece.x0 - last.x1) / size
        alike = size < 1.5 * min(last.size, piece.size) and last.artifact == piece.artifact
        if alike and _OVERLAP <= space <= (gap if not _is_bullet(last.text) else 4):
            text = f"{last.text} {piece.text}" if space > _WORD or last.text == "•" else last.text + piece.text
            longer = last if len(last.text) >= len(piece.text) else piece
            x1 = max(last.x1, piece.x1)
            last = Piece(text, last.x0, x1, longer.y, longer.size, longer.bold, longer.artifact)
        else:
            yield last
            last = piece
    yield last


def _is_bullet(text: str) -> bool:
    """A bullet, a number or a letter that opens an item of a list."""
    return text in "•●▪■◦–—-*·‣" or _ITEM.fullmatch(text) is not None


def _attach_drop_capitals(pieces: list[Piece]) -> list[Piece]:
    """A paragraph's large first letter, put before the upper of the lines beside it."""
    capitals = [p for p in pieces if len(p.text.strip("\"“‘'")) == 1 and p.text[-1].isupper()][:200]
    for capital in capitals:
        beside = [
            p
            for p in pieces
            if -0.1 * capital.size < p.x0 - capital.x1 < 0.6 * capital.size
            and capital.y - 1.2 * p.size <= p.y <= capital.y + capital.size
            and 1.6 * p.size < capital.size
            and len(p.text) > 5
        ]
        if len(beside) >= 2:
            first = max(beside, key=lambda p: p.y)
            # "A" and "I" may be words; the first letter of another word is followed by the rest of it.
            word = capital.text[-1] in "AI" and not first.text[:1].isupper() and first.text.split()[0].lower() in _AFTER
            first.text = capital.text + " " * word + first.text
            for line in beside:
                line.x0 = capital.x0
            pieces.remove(capital)
    return pieces


_AFTER = frozenset("am was have had will would do did can could know think man woman few new year day group".split())
