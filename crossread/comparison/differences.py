"""Says in words how two copies of a quotation differ, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from crossread.comparison.alignment import Alignment, Block
from crossread.comparison.wording import Passage
from crossread.model import QuotationEdit

# Longer runs at the edge of a quotation mean that one copy quotes more, not that words were slipped in.
_LONG_EDGE = 8
_QUOTE_MARKS = re.compile(r"[\s\"'“”„‟«»‹›‘’‚‛`]+")
_DASHES = re.compile(r"[-‐‑‒–—―]+")
_ELLIPSIS = re.compile(r"…|\.\.\.|\. \. \.")


class _Gap(Struct, frozen=True, gc=False):
    """Words between equal runs: [left0, left1) against [right0, right1); `edge` at either end."""

    left0: int
    left1: int
    right0: int
    right1: int
    edge: bool


def describe(alignment: Alignment) -> tuple[list[QuotationEdit], list[str]]:
    """The edits in reading order, and each kind of difference once; identical wording has neither.

    Words are named only where the kind concerns the quotation marks; the edits show the others.
    """
    left, right = alignment.left, alignment.right
    blocks, gaps = _with_edges(alignment)
    found: list[tuple[QuotationEdit, str]] = []
    for gap in gaps:
        found.append(_say_gap(left, right, gap))
    bare = _without_marks(left) or _without_marks(right)
    for block in blocks:
        if not bare:
            found.extend(_moved(left, right, block))
        found.extend(_punctuation(left, right, block))
    found.sort(key=lambda item: (item[0].left, item[0].right, item[1]))
    said = ["no quotation marks in one copy"] if bare else []
    edits = list(dict.fromkeys((e.left, e.right) for e, _ in found))
    return [QuotationEdit(a, b) for a, b in edits], list(dict.fromkeys([*said, *(label for _, label in found)]))


def _without_marks(passage: Passage) -> bool:
    return all(number < 0 for number in passage.wording.inside[passage.first : passage.last])


def _with_edges(alignment: Alignment) -> tuple[list[Block], list[_Gap]]:
    """Equal runs and gaps, the runs grown over the marks where one copy has the words outside them."""
    left, right, blocks = alignment.left, alignment.right, list(alignment.blocks)
    head = _grow(alignment, -1)
    tail = _grow(alignment, 1)
    if head:
        a, b, size = blocks[0]
        blocks[0] = (a - head, b - head, size + head)
    if tail:
        a, b, size = blocks[-1]
        blocks[-1] = (a, b, size + tail)
    ends = [(a + size, b + size) for a, b, size in blocks]
    gaps = [_Gap(min(left.first, blocks[0][0]), blocks[0][0], min(right.first, blocks[0][1]), blocks[0][1], True)]
    gaps += [_Gap(*_pair(end, (a, b)), False) for end, (a, b, _) in zip(ends, blocks[1:], strict=False)]
    gaps.append(_Gap(ends[-1][0], max(left.last, ends[-1][0]), ends[-1][1], max(right.last, ends[-1][1]), True))
    return blocks, [gap for gap in gaps if gap.left0 < gap.left1 or gap.right0 < gap.right1]


def _pair(end: tuple[int, int], start: tuple[int, int]) -> tuple[int, int, int, int]:
    return end[0], start[0], end[1], start[1]


def _grow(alignment: Alignment, step: int) -> int:
    """How many words the first (or last) equal run can grow over the marks of one of the copies.

    It grows only where the run reaches the mark in one copy and not in the other.
    """
    left, right = alignment.left, alignment.right
    a, b, size = alignment.blocks[0 if step < 0 else -1]
    if step > 0:
        a, b = a + size - 1, b + size - 1
        spare = left.last - 1 - a, right.last - 1 - b
    else:
        spare = a - left.first, b - right.first
    if (spare[0] == 0) == (spare[1] == 0) or max(spare) > _LONG_EDGE:
        return 0
    grown = 0
    while grown < max(spare):
        i, j = a + step * (grown + 1), b + step * (grown + 1)
        if not (0 <= i < len(left.wording.forms) and 0 <= j < len(right.wording.forms)):
            break
        if left.wording.forms[i] != right.wording.forms[j]:
            break
        grown += 1
    return grown


def _say_gap(left: Passage, right: Passage, gap: _Gap) -> tuple[QuotationEdit, str]:
    edit = QuotationEdit(left.wording.span(gap.left0, gap.left1), right.wording.span(gap.right0, gap.right1))
    sizes = gap.left1 - gap.left0, gap.right1 - gap.right0
    if gap.edge and max(sizes) > _LONG_EDGE:
        return edit, "one copy quotes more"
    if all(sizes):
        return edit, "wording changed"
    if gap.edge and left.quotation is not None and right.quotation is not None:
        words = _quote(left, gap.left0, gap.left1) if sizes[0] else _quote(right, gap.right0, gap.right1)
        return edit, f"{words} inside the marks in one copy only"
    return edit, "words in one copy only"


def _moved(left: Passage, right: Passage, block: Block) -> Iterator[tuple[QuotationEdit, str]]:
    """Equal words that stand inside the marks in one copy and outside them in the other."""
    a, b, size = block
    flags = [(left.wording.inside[a + i] >= 0) - (right.wording.inside[b + i] >= 0) for i in range(size)]
    start = 0
    while start < size:
        stop = start + 1
        while stop < size and flags[stop] == flags[start]:
            stop += 1
        if flags[start]:
            edit = QuotationEdit(left.wording.span(a + start, a + stop), right.wording.span(b + start, b + stop))
            yield edit, f"{_quote(left, a + start, a + stop)} moved across the marks"
        start = stop


def _punctuation(left: Passage, right: Passage, block: Block) -> Iterator[tuple[QuotationEdit, str]]:
    """Different signs between equal neighbouring words; quotation marks and spacing do not count."""
    a, b, size = block
    one, two = left.wording, right.wording
    for i in range(size - 1):
        raw = one.text[one.ends[a + i] : one.starts[a + i + 1]], two.text[two.ends[b + i] : two.starts[b + i + 1]]
        signs = [_DASHES.sub("–", _QUOTE_MARKS.sub("", text)) for text in raw]
        if raw[0] == raw[1] or signs[0] == signs[1]:
            continue
        if one.inside[a + i] < 0 or two.inside[b + i] < 0:
            continue  # a mark between the words brings the sentence's own punctuation with it
        edit = QuotationEdit(one.span(a + i, a + i + 2), two.span(b + i, b + i + 2))
        cut = [bool(_ELLIPSIS.search(text)) for text in raw]
        yield edit, "punctuation" if cut[0] == cut[1] else "ellipsis in one copy only"


def _quote(passage: Passage, first: int, last: int) -> str:
    """The words [first, last) as written, in marks, cut after eight."""
    if first >= last:
        return ""
    shown = min(last, first + _LONG_EDGE)
    span = passage.wording.span(first, shown)
    words = " ".join(passage.wording.text[span.start : span.end].split())
    return f"“{words}{' …' if shown < last else ''}”"
