"""The strings of a page as lines in the order they are read: across a headline, down each column.

A column's left edge is an x at which several strings begin. Where none crosses it for a while and
there is text on both sides, the left side is read before the right; a string that crosses it (a
headline) parts what is above it from what is below.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from crossread.model import Role
from crossread.reading.pdf.pieces import Piece, joined, rows_of

_FAR = 1.5  # of the size: pieces of one height further apart are cells of a table, or lines of their own
_GUTTER = 0.7  # of the size: the least width between two columns
_COLUMN_CHARACTERS = 12  # a narrower column is a table's
_CANDIDATES = 12
_MOST_CELLS = 40
_DISPLAY = 1.15  # of the middle size: larger text is headlines
_DEEPEST = 6  # columns within columns


class Line(Struct, gc=False):
    """A line of a column. `column` numbers the columns of the document in reading order."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    column: int = 0
    page: int = 0
    role: Role = "paragraph"


def lines_of(pieces: Sequence[Piece], height: float, page: int, first_column: int) -> list[Line]:
    """The lines of a page of that height, in the order they are read."""
    head, story, foot = _margins(list(rows_of(pieces)), height)
    lines: list[Line] = []
    for column, region in enumerate((*head, *_regions(story, _DEEPEST), *foot), start=first_column):
        lines.extend(_lines_of_region(region, column, page))
    return lines


def _margins(rows: list[list[Piece]], height: float) -> tuple[list[list[Piece]], list[Piece], list[list[Piece]]]:
    """A line apart at the head or foot of the page belongs to no column."""
    head: list[list[Piece]] = []
    foot: list[list[Piece]] = []
    if len(rows) > 2 and rows[0][0].y > 0.88 * height and _apart(rows[0], rows[1]):
        head.append(rows.pop(0))
    if len(rows) > 2 and rows[-1][0].y < 0.12 * height and _apart(rows[-2], rows[-1]):
        foot.append(rows.pop())
    return head, [piece for row in rows for piece in row], foot


def _apart(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    return min(p.y for p in upper) - max(p.y for p in lower) > 2.2 * max(p.size for p in lower)


def _regions(pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """The columns, and what stands across them, in reading order."""
    bands = _split(pieces) if depth and len(pieces) > 3 else None
    if bands is None:
        if pieces:
            yield pieces
        return
    for left, right, across in bands:
        for part in (across, left, right):
            yield from _regions(part, depth - 1)


Band = tuple[list[Piece], list[Piece], list[Piece]]  # left of the edge, right of it, and neither


def _split(pieces: list[Piece]) -> list[Band] | None:
    """The bands the best column edge makes, from the top; None when the region is one column."""
    em = median(piece.size for piece in pieces)
    ordered = sorted(pieces, key=lambda p: (-p.y, p.x0))
    widths = _headline_widths(ordered, em)
    best: tuple[int, float, list[Band]] = (0, 0.0, [])
    for edge in _edges(pieces, em):
        bands = _bands(ordered, widths, edge, em)
        score = sum(len(left) + len(right) for left, right, _ in bands if _columnar(left, right, edge, em))
        if score > best[0]:
            best = (score, edge, bands)
    if best[0] < 5:
        return None
    bands = _settled(best[2], best[1], em)
    return bands if any(left for left, _, _ in bands) else None


def _edges(pieces: Sequence[Piece], em: float) -> list[float]:
    """Where several pieces begin, right of the leftmost."""
    left = min(piece.x0 for piece in pieces)
    begins = Counter(round(piece.x0) for piece in pieces if piece.x0 > left + 3 * em)
    counts = {x: begins[x - 1] + count + begins[x + 1] for x, count in begins.items()}
    often = sorted((x for x in counts if counts[x] > 1), key=lambda x: (-counts[x], x))
    return [float(x) for x in often[:_CANDIDATES]]


def _headline_widths(ordered: Sequence[Piece], em: float) -> list[tuple[float, float]]:
    """The left and right end of each piece; for the lines of a headline, of its longest."""
    widths = [(piece.x0, piece.x1) for piece in ordered]
    headlines: list[list[int]] = []
    for i, piece in enumerate(ordered):
        if piece.size < _DISPLAY * em:
            continue
        for headline in headlines[-6:]:
            last = ordered[headline[-1]]
            alike = abs(last.size - piece.size) < 0.08 * piece.size and last.y - piece.y < 1.7 * piece.size
            if alike and last.x0 < piece.x1 and piece.x0 < last.x1:
                headline.append(i)
                break
        else:
            headlines.append([i])
    for headline in headlines:
        whole = min(widths[i][0] for i in headline), max(widths[i][1] for i in headline)
        for i in headline:
            widths[i] = whole
    return widths


def _bands(ordered: Sequence[Piece], widths: Sequence[tuple[float, float]], edge: float, em: float) -> list[Band]:
    bands: list[Band] = [([], [], [])]
    for piece, (x0, x1) in zip(ordered, widths, strict=True):
        left, right, across = bands[-1]
        if x1 <= edge - 0.3 * em:
            left.append(piece)
        elif x0 >= edge - 0.3 * em:
            right.append(piece)
        elif left or right:
            bands.append(([], [], [piece]))
        else:
            across.append(piece)
    return bands


def _columnar(left: Sequence[Piece], right: Sequence[Piece], edge: float, em: float) -> bool:
    """Whether the two sides are columns of text and no table, no list and no gap by chance."""
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) < 5 or not (_wide(left) and _wide(right)):
        return False
    begins = [row[0].x0 for row in rows_of(right)]
    aligned = sum(abs(x0 - edge) <= 2 for x0 in begins)
    beside = min(left[0].y, right[0].y) - max(left[-1].y, right[-1].y)
    ends = sorted(piece.x1 for piece in left)
    return 2 * aligned >= len(begins) and beside > 0 and edge - ends[-1 - len(ends) // 20] >= _GUTTER * em


def _settled(bands: list[Band], edge: float, em: float) -> list[Band]:
    """Bands that are no columns become text across, joined with what is across before and after them."""
    settled: list[Band] = [([], [], [])]
    for left, right, across in bands:
        columns = _columnar(left, right, edge, em) or (
            len(left) + len(right) > 2 and min(len(left), len(right)) > 0 and _wide(left) and _wide(right)
        )
        below: list[Piece] = []
        if columns:
            left, right, below = _without_table(left, right)
        else:
            across, left, right = [*across, *left, *right], [], []
        if across and settled[-1][0]:
            settled.append(([], [], []))
        settled[-1][2].extend(across)
        if settled[-1][0] and left:
            settled.append(([], [], []))
        settled[-1][0].extend(left)
        settled[-1][1].extend(right)
        if below:
            settled.append(([], [], below))
    return settled


def _without_table(left: list[Piece], right: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The two sides, and apart from them the rows of short cells below both."""
    rows = list(rows_of([*left, *right]))
    last = len(rows)
    while last and len(rows[last - 1]) > 1 and max(len(cell.text) for cell in rows[last - 1]) < _COLUMN_CHARACTERS:
        last -= 1
    if len(rows) - last < 2 or last < 2:
        return left, right, []
    table = [cell for row in rows[last:] for cell in row]
    cells = {id(cell) for cell in table}
    return [p for p in left if id(p) not in cells], [p for p in right if id(p) not in cells], table


def _wide(side: Sequence[Piece]) -> bool:
    return median(len(piece.text) for piece in side) >= _COLUMN_CHARACTERS


def _lines_of_region(region: Sequence[Piece], column: int, page: int) -> Iterator[Line]:
    rows = [list(joined(row, _FAR)) for row in rows_of(region)]
    ends = Counter(round(row[-1].x1 / 2) for row in rows if len(row) == 1)
    for i, row in enumerate(rows):
        first, last, end = row[0], row[-1], round(row[-1].x1 / 2)
        full = 4 * (ends[end - 1] + ends[end] + ends[end + 1]) > len(rows)
        beside = rows[max(i - 1, 0) : i] + rows[i + 1 : i + 2]
        if len(row) > 1 and any(_same_cells(row, other, full) for other in beside):
            text = " | ".join(piece.text for piece in row)
            yield Line(text, first.x0, last.x1, first.y, first.size, False, column, page, "table_row")
            continue
        for piece in joined(row, math.inf) if full else row:  # a line may be set wide to fill the column
            yield Line(piece.text, piece.x0, piece.x1, piece.y, piece.size, piece.bold, column, page)


def _same_cells(row: Sequence[Piece], other: Sequence[Piece], full: bool) -> bool:
    """Whether a cell right of the first begins, ends or is centred where one of the other row's does.

    Where lines are `full`, all end at one place, and that says nothing.
    """
    return any(
        abs(piece.x0 - cell.x0) < 1
        or (not full and abs(piece.x1 - cell.x1) < 1)
        or (not full and abs(piece.x0 + piece.x1 - cell.x0 - cell.x1) < 2)
        for piece in row[1:_MOST_CELLS]
        for cell in other[1:_MOST_CELLS]
    )
