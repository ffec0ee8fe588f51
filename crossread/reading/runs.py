"""Blocks that are known by the company they keep: lists under "Related", slide counters, a correction's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.model import ZoneKind
from crossread.reading.blocks import TextBlock
from crossread.reading.patterns import LABEL
from crossread.text.late import late

Kinds = Sequence[tuple[ZoneKind, str] | None]
Decided = tuple[int, tuple[ZoneKind, str]]

_LIST_LABEL = late(rf"[\W_]{{0,4}}(?:{LABEL}|you (?:may|might) (?:also )?like)\W{{0,3}}$", re.I)
_CORRECTION_LABEL = late(r"(?:correction|clarification|editor['’]?s['’]? note)s?:?$", re.I)
_COUNTER = late(r"\d{1,3} of \d{1,3}\.?$")
_NUMBER = late(r"\d{1,3}\.?$")
# `SHOPS—"Rents rise again," by the Courier's Ann Lee: "..." http://...`
_ROUND_UP_ITEM = late(r".{0,200}?,['’]?[\"”] by (?:the )?[A-Z]", re.DOTALL)
_ENDS_IN_LINK = late(r"https?://\S{1,200}$")
_LONGEST_LINK = 140
_MOST_LINKS = 15
_MOST_CORRECTED = 9  # blocks after a "Correction:" label that may be its text
_LONGEST_CAPTION = 300


def find_runs(text: str, blocks: Sequence[TextBlock], kinds: Kinds) -> Iterator[Decided]:
    """Undecided blocks that their neighbours decide."""
    lines = [text[block.start : min(block.end, block.start + 200)] for block in blocks]
    for i, line in enumerate(lines):
        if len(line) > 60:
            continue
        if _LIST_LABEL.match(line):
            yield from _links(lines, blocks, kinds, i)
        elif _CORRECTION_LABEL.match(line) and len(lines) - i - 1 <= _MOST_CORRECTED:
            yield i, ("correction", "correction.label")
            yield from ((j, ("correction", "correction.goes_on")) for j in range(i + 1, len(lines)))
        elif _is_counter(lines, i):
            yield from _slide(lines, blocks, i)
    yield from _round_up(text, blocks, kinds)


def _links(lines: Sequence[str], blocks: Sequence[TextBlock], kinds: Kinds, label: int) -> Iterator[Decided]:
    """The label and the headlines under it; a label over paragraphs of the story is none."""
    found: list[int] = []
    for i in range(label + 1, min(len(lines), label + 1 + _MOST_LINKS)):
        if kinds[i] is not None or not _is_headline(lines[i], blocks[i]):
            break
        found.append(i)
    if found or label == len(lines) - 1:
        yield label, ("related", "related.label")
    yield from ((i, ("related", "related.list")) for i in found)


def _is_headline(line: str, block: TextBlock) -> bool:
    """A short line most of whose longer words have a capital."""
    if block.end - block.start > _LONGEST_LINK:
        return False
    longer = [word for word in line.split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in longer)
    return len(longer) > 1 and capitals * 3 >= len(longer) * 2


def _is_counter(lines: Sequence[str], i: int) -> bool:
    """Whether a slide counter begins here, on one line ("1 of 23") or on three."""
    if _COUNTER.match(lines[i]):
        return True
    return (
        i + 2 < len(lines)
        and lines[i + 1].lower().rstrip(".") == "of"
        and all(_NUMBER.match(lines[j]) for j in (i, i + 2))
    )


def _slide(lines: Sequence[str], blocks: Sequence[TextBlock], counter: int) -> Iterator[Decided]:
    """The counter, the title over it when it stands there twice, and the caption under it."""
    last = counter if _COUNTER.match(lines[counter]) else counter + 2
    yield from ((i, ("furniture", "furniture.slide_counter")) for i in range(counter, last + 1))
    if counter > 1 and lines[counter - 1] == lines[counter - 2]:
        yield counter - 1, ("furniture", "furniture.slide_title")
        yield counter - 2, ("furniture", "furniture.slide_title")
    if last + 1 < len(lines) and blocks[last + 1].end - blocks[last + 1].start <= _LONGEST_CAPTION:
        yield last + 1, ("caption", "caption.slide")


def _round_up(text: str, blocks: Sequence[TextBlock], kinds: Kinds) -> list[Decided]:
    """Items of a newsletter that hand on what others report; a page of nothing else keeps them as its body."""
    items = [
        i
        for i, block in enumerate(blocks)
        if kinds[i] is None
        and _ENDS_IN_LINK.search(text, max(block.start, block.end - 220), block.end)
        and _ROUND_UP_ITEM.match(text, block.start, block.end)
    ]
    enough = 1 < len(items) <= sum(kind is None for kind in kinds) // 2
    return [(i, ("related", "related.round_up")) for i in items] if enough else []
