"""Quotations: words inside quotation marks, over paragraphs where the marks say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from crossread.model import Quotation, Span, Zone

# Pairs of marks an article may use for speech. The single ones serve only where no double mark
# stands in the body, since they are apostrophes too and quote inside quotations.
# The double ones are `` and '' too; a pattern that begins with a plain set is searched for several times as fast.
_DOUBLE = re.compile("[“”\"„«»`'](?:(?<![`'])|(?<=`)`|(?<=')')")
_OPENING = {"“", "„", "«", "``"}
_CURLY_SINGLE = re.compile(r"(?<![\w’])‘(?=\S)|(?<=[\w.,!?…])’(?!\w)")
_STRAIGHT_SINGLE = re.compile(r"(?<![\w'])'(?=\w)|(?<=[.,!?…])'(?!\w)")


def find_quotations(text: str, body: Sequence[Zone]) -> tuple[Quotation, ...]:
    """Quotations of the body zones, marks included, in reading order.

    A quotation left open at the end of a paragraph goes on when the next paragraph begins with
    an opening mark; otherwise it ends with its paragraph and `closed` is False. A second opening
    mark inside a quotation opens nothing, so marks nested without end cost no more than others.
    Paragraphs the page sets off as a quotation are one from end to end, with or without marks.
    """
    marks = _marks_of(text, body)
    found: list[Quotation] = []
    for set_off, zones in groupby(body, lambda zone: zone.kind == "quote_block"):
        if set_off:
            found.append(_quotation([Span(zone.start, zone.end) for zone in zones], closed=True))
        else:
            found += _marked(text, zones, marks)
    return tuple(found)


def _marked(text: str, zones: Iterable[Zone], marks: re.Pattern[str]) -> list[Quotation]:
    """The quotations of paragraphs that follow one another, by their marks."""
    found: list[Quotation] = []
    pieces: list[Span] = []
    for zone in zones:
        hits = list(marks.finditer(text, zone.start, zone.end))
        start: int | None = None
        if pieces:
            if hits and hits[0].start() == zone.start and hits[0][0] not in ("”", "»", "''", "’"):
                start = zone.start
                hits = hits[1:]
            else:
                found.append(_quotation(pieces, closed=False))
                pieces = []
        for hit in hits:
            if start is None:
                if _opens(text, hit, zone):
                    start = hit.start()
            elif _closes(hit[0], text[start]):
                pieces.append(Span(start, hit.end()))
                found.append(_quotation(pieces, closed=True))
                pieces, start = [], None
        if start is not None:
            pieces.append(Span(start, zone.end))
    if pieces:
        found.append(_quotation(pieces, closed=False))
    return found


def _marks_of(text: str, body: Sequence[Zone]) -> re.Pattern[str]:
    if any(_DOUBLE.search(text, zone.start, zone.end) for zone in body):
        return _DOUBLE
    if any("‘" in text[zone.start : zone.end] for zone in body):
        return _CURLY_SINGLE
    return _STRAIGHT_SINGLE


def _opens(text: str, hit: re.Match[str], zone: Zone) -> bool:
    """Whether a mark met outside a quotation begins one: not a closing mark, not an inch sign."""
    mark = hit[0]
    if mark in _OPENING or mark == "‘":
        return True
    if mark not in "\"'":
        return False
    before = text[hit.start() - 1] if hit.start() > zone.start else " "
    return not before.isalnum() and hit.end() < zone.end


def _closes(mark: str, opened: str) -> bool:
    """Whether a mark met inside a quotation ends it; after „ the mark “ does, which else opens."""
    return mark == "“" if opened == "„" and mark in "“„" else mark not in _OPENING and mark != "‘"


def _quotation(pieces: list[Span], *, closed: bool) -> Quotation:
    return Quotation(pieces[0].start, pieces[-1].end, tuple(pieces), closed)
