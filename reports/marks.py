"""Cut a text wherever a mark, a voice or an anchor begins or ends, so that overlaps can be drawn.

A page cannot nest two spans that cross. The text is therefore cut into segments inside which
nothing changes; each knows the marks over it. Offsets are code points into the article's text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from crossread.model import Span, VoiceSpan

WIDE = 90  # a longer mark is drawn as a pair of brackets: underlining whole sentences hides the rest
DEPTH = 6  # marks drawn over one another at most; hostile text can nest thousands


class Mark(Struct, frozen=True, gc=False):
    """One piece of evidence in the text. `layer` is the index of its metric, `code` its short name ("H3")."""

    start: int
    end: int
    anchor: str
    layer: int
    code: str
    tip: str
    printed: bool = True

    @property
    def wide(self) -> bool:
        """Whether it is drawn as brackets around the words, not as an underline."""
        return self.end - self.start > WIDE or self.end == self.start


class Segment(Struct, frozen=True, gc=False):
    """A stretch in which nothing changes; `text` may be empty where only anchors or brackets stand.

    `covers` holds every narrow mark over it, the longest first and at most `DEPTH` of them;
    `opens` the marks that begin here, `closes` the wide ones that end just before it, `ends` the
    narrow ones whose last words these are.
    """

    text: str
    voice: str
    covers: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Anchors to draw here, but that of the shortest mark, which is drawn as a link itself."""
        marks = (m.anchor for m in self.opens if not m.wide and not (self.covers and m is self.covers[-1]))
        return (*self.anchors, *marks)

    @property
    def wraps(self) -> tuple[str, ...]:
        """The ids drawn around the words. An empty element would spoil WeasyPrint's line breaks."""
        return self.ids[:DEPTH] if self.text else ()


def cut(
    text: str,
    blocks: Sequence[Span],
    marks: Iterable[Mark],
    voices: Sequence[VoiceSpan] = (),
    anchors: Mapping[int, Sequence[str]] | None = None,
) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each block, in order; blocks are sorted and never overlap.

    Nothing is lost: a mark or anchor that begins between two blocks moves to the next one, and
    what lies behind the last block moves to its end.
    """
    if not blocks:
        return ()
    points = _Points(blocks)
    for mark in marks:
        points.add(mark)
    for offset, names in (anchors or {}).items():
        points.anchors.setdefault(points.settle(offset), []).extend(names)
    for span in voices:
        points.cuts.update((span.start, span.end))
    ordered = sorted(points.cuts.union(points.opens, points.closes, points.anchors))
    starts = [span.start for span in voices]
    active: list[Mark] = []  # shortest first
    found = []
    for block in blocks:
        segments: list[Segment] = []
        inside = [block.start, *(p for p in _between(ordered, block.start, block.end)), block.end]
        for start, end in zip(inside, [*inside[1:], block.end], strict=True):
            opens, closes, names = points.take(start, active, at_end=start == block.end)
            if start == end and not (opens or closes or names):
                continue
            covers = tuple(reversed(active[:DEPTH]))
            ends = points.ending(start, end, opens)
            segments.append(Segment(text[start:end], _voice(voices, starts, start), covers, opens, closes, ends, names))
        found.append(tuple(segments))
    return tuple(found)


class _Points:
    """What happens at which offset."""

    def __init__(self, blocks: Sequence[Span]) -> None:
        self.blocks = blocks
        self.starts = [block.start for block in blocks]
        self.ends = [block.end for block in blocks]
        self.cuts: set[int] = set()
        self.opens: dict[int, list[Mark]] = {}
        self.closes: dict[int, list[Mark]] = {}
        self.anchors: dict[int, list[str]] = {}

    def settle(self, offset: int) -> int:
        """The offset, or the next one inside a block."""
        index = bisect_left(self.ends, offset + 1)
        return max(offset, self.blocks[index].start) if index < len(self.blocks) else self.ends[-1]

    def add(self, mark: Mark) -> None:
        start = self.settle(mark.start)
        self.opens.setdefault(start, []).append(mark)
        before = bisect_left(self.starts, mark.end) - 1  # the last block that begins before the mark ends
        end = min(mark.end, self.ends[before]) if before >= 0 else start
        self.closes.setdefault(max(start, end), []).append(mark)

    def ending(self, start: int, end: int, opens: Sequence[Mark]) -> tuple[Mark, ...]:
        """Narrow marks whose last words are [start, end), and those of `opens` that have none."""
        empty = [mark for mark in opens if not mark.wide and (mark.end <= start or start == end)]
        last = self.closes.get(end, ()) if end > start else ()
        return (*empty, *(mark for mark in last if not mark.wide and mark.start < end))

    def take(
        self, offset: int, active: list[Mark], *, at_end: bool
    ) -> tuple[tuple[Mark, ...], tuple[Mark, ...], tuple[str, ...]]:
        """Marks that begin, wide marks that end and anchors at `offset`; `active` follows.

        What begins where a block ends belongs to the next block, unless there is none.
        """
        closing = self.closes.pop(offset, [])
        for mark in closing:
            _drop(active, mark)
        wide = tuple(mark for mark in closing if mark.wide and mark.end > mark.start)
        if at_end and offset != self.ends[-1]:
            return (), wide, ()
        opening = sorted(self.opens.pop(offset, []), key=lambda mark: (mark.start - mark.end, mark.layer))
        over = {id(mark) for mark in closing}
        for mark in opening:
            if not mark.wide and id(mark) not in over:
                insort(active, mark, key=_size)
        return tuple(opening), wide, tuple(self.anchors.pop(offset, ()))


def _size(mark: Mark) -> tuple[int, int]:
    return mark.end - mark.start, mark.layer


def _drop(active: list[Mark], mark: Mark) -> None:
    """Remove a mark by identity; `active` is sorted by size."""
    for index in range(bisect_left(active, _size(mark), key=_size), len(active)):
        if active[index] is mark:
            del active[index]
            return


def _between(ordered: Sequence[int], start: int, end: int) -> Sequence[int]:
    return ordered[bisect_left(ordered, start + 1) : bisect_left(ordered, end)]


def _voice(voices: Sequence[VoiceSpan], starts: Sequence[int], offset: int) -> str:
    index = bisect_left(starts, offset + 1) - 1
    return voices[index].voice if index >= 0 and offset < voices[index].end else ""
