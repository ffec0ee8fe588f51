"""Quotations: words inside quotation marks, over paragraphs where the marks say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Quotation, Span, Zone
from crossread.text.late import late
from crossread.text.quotation_marks import Mark, are_pairs, closes, find_marks, marks_of
from crossread.text.set_off import find_turns, is_set_off

_RUNS_ON = 8  # paragraphs a quotation is followed over that open without a mark
_TAIL = 120  # characters before a mark in which "..., she said." may stand

_VERB = "(?:said|says|told|adds|added|asked|replied|wrote|explained|continued|insisted|argued|warned)"
_NAME = r"[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){0,3}"
_TAG = late(
    rf"[,?!](?= (?:(?:he|she|they|I|we|{_NAME}) {_VERB}|{_VERB} (?:he|she|they|the|[A-Z]\w*))\b[^.,;?!]{{0,60}}\.\s*$)"
)
# The name below a quotation printed large, inside its marks: “We lost.” / Ann Lee, mayor of Holm.”
_CREDIT = late(r"[A-Z][\w.’'-]{0,30}(?:,? (?:[A-Z][\w.’'-]{0,30}|of|the|for|and|de|von)){1,8}[.”\"']{1,3}")
_TAG_AFTER = late(rf" (?:(?:he|she|they|I|we|{_NAME}) {_VERB}|{_VERB} (?:he|she|they|the|[A-Z]\w*))\b")


class _Reading(Struct):
    """What the marks of one paragraph make by themselves.

    `opened` is where a quotation begins that the paragraph does not end. `nested` and `outer` are the same
    as `spans` and `opened` when marks nested in one another are believed, which for a quotation left open
    takes a closing mark in a later paragraph. `stray` is the end of the first closing mark nothing opened.
    """

    zone: Zone
    begins: bool = False
    spans: list[Span] = []
    opened: int | None = None
    nested: list[Span] = []
    outer: int | None = None
    stray: int | None = None


def find_quotations(text: str, body: Sequence[Zone]) -> tuple[Quotation, ...]:
    """Quotations of the body zones, marks included, in reading order.

    A quotation left open at the end of a paragraph goes on when the next paragraph begins with an
    opening mark, or when a closing mark that nothing opened ends it within eight paragraphs. Otherwise
    it ends with its paragraph, or before ", she said." there, and `closed` is False. Marks nested in a
    quotation are part of it. Paragraphs the page sets off as a quotation, and a statement printed
    without marks below the line that announces it, are quotations from end to end; so is what follows
    the speaker's name in the lines of a transcript.
    """
    pattern = marks_of(text, body)
    turns = find_turns(text, body)
    found: list[Quotation] = []
    readings: list[_Reading] = []  # of paragraphs that follow one another and are no quotation as a whole
    block: list[Span] = []  # paragraphs set off, one below the other
    for number, zone in enumerate(body):
        turn = turns.get(number)
        if turn is None and (zone.kind == "quote_block" or is_set_off(text, zone, body[number - 1] if block else None)):
            found += _marked(text, readings)
            readings = []
            block.append(Span(zone.start, zone.end))
            continue
        if block:
            found.append(_quotation(block, closed=True))
            block = []
        if turn is None:
            readings.append(_read(text, zone, pattern))
        else:
            found += _marked(text, readings)
            readings = []
            earlier = list(found.pop().spans) if turn == zone.start else []
            found.append(_quotation([*earlier, Span(turn, zone.end)], closed=True))
    found += _marked(text, readings)
    return (*found, _quotation(block, closed=True)) if block else tuple(found)


def _marked(text: str, readings: Sequence[_Reading]) -> list[Quotation]:
    """The quotations of paragraphs that follow one another, by their marks."""
    found: list[Quotation] = []
    pieces: list[Span] = []  # of a quotation that goes on with the next paragraph
    floor = 0  # a quotation that ran on ends here
    at = 0
    while at < len(readings):
        reading, at = readings[at], at + 1
        left_open = reading.outer is not None and reading.outer >= floor
        stop = _end_of_run(text, readings, at) if left_open else None
        for span in reading.spans if stop is None else reading.nested:
            if span.start >= floor:
                found.append(_quotation([*pieces, span], closed=True))
                pieces = []
        if stop is not None and reading.outer is not None:
            pieces.append(Span(reading.outer, reading.zone.end))
            pieces += [Span(between.zone.start, between.zone.end) for between in readings[at:stop]]
            floor, at = readings[stop].stray or 0, stop
            pieces.append(Span(readings[stop].zone.start, floor))
            found.append(_quotation(pieces, closed=True))
            pieces = []
        elif reading.opened is not None and reading.opened >= floor:
            end = _told(text, reading.opened, reading.zone.end)
            pieces.append(Span(reading.opened, end))
            if end < reading.zone.end or at == len(readings) or not readings[at].begins:
                found.append(_quotation(pieces, closed=False))
                pieces = []
    return found


def _end_of_run(text: str, readings: Sequence[_Reading], at: int) -> int | None:
    """The paragraph in which a quotation left open before paragraph `at` is closed, where none opens anew."""
    for number in range(at, min(at + _RUNS_ON, len(readings))):
        reading = readings[number]
        if reading.begins:
            return None
        if reading.stray is not None:
            return None if _CREDIT.fullmatch(text, reading.zone.start, reading.stray) else number
        if reading.opened is not None:
            return None
    return None


def _read(text: str, zone: Zone, pattern: re.Pattern[str]) -> _Reading:
    hits = [hit.span() for hit in pattern.finditer(text, zone.start, zone.end)]
    if not hits:
        return _Reading(zone)
    if are_pairs(text, zone, hits):
        spans = [Span(hits[i][0], hits[i + 1][1]) for i in range(0, len(hits), 2)]
        return _Reading(zone, hits[0][0] == zone.start, spans)
    marks = find_marks(text, zone, hits)
    if not marks:
        return _Reading(zone)
    reading = _nested(text, zone, marks)
    reading.spans = list(reading.nested)
    if reading.stray is not None and marks[0].end == reading.stray and _lost_its_opening(text, marks[0]):
        reading.spans.insert(0, Span(zone.start, reading.stray))
        reading.begins, reading.stray = True, None
    reading.begins = reading.begins or (marks[0].start == zone.start and marks[0].side != "closes")
    if reading.outer is not None:
        reading.spans, reading.opened = _flat(text, marks)
    return reading


def _nested(text: str, zone: Zone, marks: Sequence[Mark]) -> _Reading:
    """The paragraph read with marks nested in one another."""
    reading = _Reading(zone)
    opened: list[Mark] = []
    for mark in marks:
        if opened and closes(mark, opened[-1]):
            first = opened.pop()
            if not opened:
                reading.nested.append(Span(first.start, mark.end))
        elif mark.side != "closes":
            opened.append(mark)
        elif reading.stray is None and mark.start > zone.start and not text[mark.start - 1].isdigit():
            reading.stray = mark.end
    if opened:
        reading.outer = opened[0].start
    return reading


def _flat(text: str, marks: Sequence[Mark]) -> tuple[list[Span], int | None]:
    """The quotations, and the start of one left open, when a mark inside a quotation opens nothing.

    An opening mark after "..., she said." shows that the closing one before the comma was lost.
    """
    spans: list[Span] = []
    opened: Mark | None = None
    for mark in marks:
        if opened is None:
            opened = None if mark.side == "closes" else mark
        elif closes(mark, opened):
            spans.append(Span(opened.start, mark.end))
            opened = None
        else:
            end = _told(text, opened.start, mark.start)
            if end < mark.start:
                spans.append(Span(opened.start, end))
                opened = mark
    return spans, opened.start if opened else None


def _told(text: str, start: int, end: int) -> int:
    """Where a quotation without a closing mark ends: before the "she said." at its end, else at the end."""
    said = _TAG.search(text[max(start, end - _TAIL) : end])
    return max(start, end - _TAIL) + said.end() if said else end


def _lost_its_opening(text: str, mark: Mark) -> bool:
    """Whether a closing mark that nothing opened ends a quotation all the same: "It fell,” she said"."""
    return text[mark.start - 1] in ",?!" and bool(_TAG_AFTER.match(text, mark.end))


def _quotation(pieces: list[Span], *, closed: bool) -> Quotation:
    return Quotation(pieces[0].start, pieces[-1].end, tuple(pieces), closed)
