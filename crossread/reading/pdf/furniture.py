"""Running headers, footers and page numbers: what stands at one height on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.reading.pdf.pieces import Piece, rows_of
from crossread.text.late import late

_EDGE = 0.2  # of the page's height: where headers and footers are looked for
_ROWS = 4  # from the top and from the foot
_SHARE = 0.4  # of the pages: left and right pages may have headers of their own
_DIGITS = late(r"\d+")
_PAGE_NUMBER = late(
    r"(?:(?:page|p\.|seite|página|pagina)\s?)?[-–—|·]?\s?(?!(?:19|20)\d\d$)\d{1,4}(?:\s?(?:/|of|von|de|di|sur|\|)\s?\d{1,4})?\s?[-–—|·]?",
    re.I,
)
_PRINTED_ADDRESS = late(r"https?://\S+")
_PRINTED_DATE = late(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:at )?\d{1,2}[:.]\d\d.{0,12}")


class Margin(Struct, gc=False):
    """A line of a page's header or footer; `again` where it has stood on an earlier page."""

    text: str
    rule: str
    top: bool
    again: bool


def take_margins(
    pages: Sequence[list[Piece]], heights: Sequence[float], turned: Sequence[Sequence[str]]
) -> list[list[Margin]]:
    """The headers and footers of each page, which are removed from the page's pieces; and its turned text."""
    edges = [list(_edge_rows(pieces, height)) for pieces, height in zip(pages, heights, strict=True)]
    counts: Counter[tuple[str, int]] = Counter()
    for rows in edges:
        counts.update({_key(piece) for _, _, row in rows for piece in row})
    least = max(2, _SHARE * len(pages))
    seen: set[tuple[str, bool]] = set()
    margins = []
    for pieces, height, rows, sideways in zip(pages, heights, edges, turned, strict=True):
        rules = {id(piece): "furniture.pdf_marked" for piece in pieces if piece.artifact}
        for outermost, apart, row in rows:
            for piece in row:
                text, place = _key(piece)
                if sum(counts[text, place + near] for near in (-1, 0, 1)) >= least and len(pages) > 1:
                    rules.setdefault(id(piece), "furniture.running_line")
                elif outermost and apart and _PAGE_NUMBER.fullmatch(piece.text) and _alone(piece, row):
                    rules.setdefault(id(piece), "furniture.page_number")
                elif outermost and (_PRINTED_ADDRESS.fullmatch(piece.text) or _PRINTED_DATE.fullmatch(piece.text)):
                    rules.setdefault(id(piece), "furniture.printed_from_browser")
        margins.append(list(_removed(pieces, rules, height, seen)))
        for text in sideways:
            margins[-1].append(Margin(text, "furniture.turned_text", False, (text, False) in seen))
            seen.add((text, False))
    return margins


def printed_address(margins: Sequence[Sequence[Margin]]) -> str | None:
    """The address a browser prints at the foot of each page, unless it is cut short."""
    for page in margins:
        for margin in page:
            match = _PRINTED_ADDRESS.match(margin.text)
            if match and not margin.top and not match[0].endswith(("…", "...")):
                return match[0]
    return None


def _edge_rows(pieces: Sequence[Piece], height: float) -> Iterator[tuple[bool, bool, list[Piece]]]:
    """The rows near the page's edges that stand apart from its text: whether each is the outermost, and so itself."""
    rows = list(rows_of(pieces))
    for ordered in (rows, rows[::-1]):
        edge = [
            row
            for row in ordered[:_ROWS]
            if (row[0].y > (1 - _EDGE) * height if ordered is rows else row[0].y < _EDGE * height)
        ]
        apart = [
            i + 1 == len(ordered) or abs(row[0].y - ordered[i + 1][0].y) > 1.6 * row[0].size
            for i, row in enumerate(edge)
        ]
        last = max((i for i, is_apart in enumerate(apart) if is_apart), default=-1)
        for i, row in enumerate(edge[: last + 1]):
            yield i == 0, apart[i], row


def _key(piece: Piece) -> tuple[str, int]:
    """The text with its digits alike, and its height in steps of six points."""
    return _DIGITS.sub("0", piece.text.casefold()), round(piece.y / 6)


def _alone(piece: Piece, row: Sequence[Piece]) -> bool:
    """Whether the piece is no cell of a table: alone in its row, or at its end and far from the rest."""
    return len(row) == 1 or (
        len(row) < 6
        and all(max(other.x0 - piece.x1, piece.x0 - other.x1) > 8 * piece.size for other in row if other is not piece)
    )


def _removed(
    pieces: list[Piece], rules: dict[int, str], height: float, seen: set[tuple[str, bool]]
) -> Iterator[Margin]:
    for piece in [piece for piece in pieces if id(piece) in rules]:
        top = piece.y > height / 2
        key = (_key(piece)[0], top)
        yield Margin(piece.text, rules[id(piece)], top, key in seen)
        seen.add(key)
    pieces[:] = [piece for piece in pieces if id(piece) not in rules]
