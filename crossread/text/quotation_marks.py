"""Quotation marks and the side of a quotation each stands on, whatever the keyboard, typist or scanner did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossread.model import Zone

# Pairs of marks an article may use for speech. The single ones serve only where no double mark
# stands in the body, since they are apostrophes too and quote inside quotations.
# The double ones are `` and '' too; a pattern that begins with a plain set is searched for several times as fast.
_DOUBLE = re.compile("[“”\"„«»`'](?:(?<![`'])|(?<=`)`|(?<=')')")
_CURLY_SINGLE = re.compile(r"(?<![\w’])‘(?=\S)|(?<=[\w.,!?…])’(?!\w)")
_NO_OPENING = r"(?!(?:t(?:is|was|il)|em|cause|n)\b|\d0s)"  # 'tis, 'em, the '90s
_STRAIGHT_SINGLE = re.compile(rf"(?<![\w'])'(?=\w){_NO_OPENING}|(?<=[\w.,!?…])'(?!\w)")

_OPENING = frozenset(("“", "„", "«", "``", "‘"))
_CLOSING = frozenset(("”", "»", "''", "’"))
_BRACKETS = "([{"
_BEFORE_OPENING = _BRACKETS + "—–-/“‘\"'`"
_AFTER_CLOSING = ".,;:!?)]}"
_BEGINS_WORD = "$£€#@[("

Side = Literal["opens", "closes", "either"]


class Mark(NamedTuple):
    """A quotation mark in the text; `side` is "either" where spaces and letters around it do not tell."""

    start: int
    end: int
    form: str
    side: Side


def marks_of(text: str, body: Sequence[Zone]) -> re.Pattern[str]:
    """The kind of marks the body uses for speech."""
    if any(_DOUBLE.search(text, zone.start, zone.end) for zone in body):
        return _DOUBLE
    if any("‘" in text[zone.start : zone.end] for zone in body):
        return _CURLY_SINGLE
    return _STRAIGHT_SINGLE


def are_pairs(text: str, zone: Zone, hits: Sequence[tuple[int, int]]) -> bool:
    """Whether the marks of a paragraph are “ and ”, or plain ones that look the part, in turn: most are."""
    if len(hits) % 2:
        return False
    for i in range(0, len(hits), 2):
        start, end = hits[i]
        last = hits[i + 1][0]
        opening, closing = text[start], text[last]
        if opening == "“":
            if closing != "”":
                return False
        elif not (
            opening == closing == '"'
            and text[end].isalnum()
            and (start == zone.start or text[start - 1] == " ")
            and text[last - 1] != " "
            and (last + 1 == zone.end or not text[last + 1].isalnum())
        ):
            return False
    return True


def find_marks(text: str, zone: Zone, hits: Sequence[tuple[int, int]]) -> list[Mark]:
    """The marks of a paragraph with their sides, in order."""
    found = []
    for start, end in hits:
        before = text[start - 1] if start > zone.start else " "
        after = text[end] if end < zone.end else " "
        form = text[start:end]
        found.append(Mark(start, end, form, _side(form, before, after)))
    singles = bool(found) and found[0].form in "'‘’"
    return _without_apostrophes(text, zone, found) if singles else found


def closes(mark: Mark, opened: Mark) -> bool:
    """Whether a mark met inside a quotation may end it; after „ the mark “ does, which else opens."""
    if opened.form == "„" and mark.form == "“":
        return True
    return mark.side != "opens"


def _side(form: str, before: str, after: str) -> Side:
    """Where a mark stands: “It” opens and closes by its shape, unless letter and space say the reverse."""
    word_after = after.isalnum() or after in _BEGINS_WORD
    if form == "“" and word_after:
        return "opens"
    if form == "”" and not word_after:
        return "closes"
    if form in ('"', "'"):
        return _side_of_straight(before, after, word_after)
    if form in _OPENING:
        turned = form in "“«" and not (before.isspace() or before in _BEFORE_OPENING) and not word_after
        return "closes" if turned and (after.isspace() or after in _AFTER_CLOSING) else "opens"
    turned = form in _CLOSING and before.isspace() and word_after
    return "opens" if turned else "closes"


def _side_of_straight(before: str, after: str, word_after: bool) -> Side:
    if word_after and (before.isspace() or before in _BEFORE_OPENING):
        return "opens"
    if before.isspace() and not after.isspace() and after not in _AFTER_CLOSING:
        return "opens"
    if not word_after and not before.isspace() and before not in _BRACKETS:
        return "closes"
    return "closes" if before.isalnum() else "either"


def _without_apostrophes(text: str, zone: Zone, marks: Sequence[Mark]) -> list[Mark]:
    """Single marks that pair up: after an opening one the likeliest closing one before the next opening.

    A mark after a comma or full stop, or before one, closes sooner than one between words ("the drivers' union").
    """
    kept: list[Mark] = []
    at = 0
    while at < len(marks):
        opening, at = marks[at], at + 1
        if opening.side != "opens":
            continue
        stop = at
        while stop < len(marks) and marks[stop].side != "opens":
            stop += 1
        after = marks[at:stop]
        strong = [
            mark
            for mark in after
            if text[mark.start - 1] in ".,!?…" or mark.end == zone.end or text[mark.end] in ".,;:!?)—"
        ]
        if after:
            kept += [opening, (strong or after)[0]]
        elif opening.start == zone.start:
            kept.append(opening)  # a paragraph that begins a quotation the next one may go on with
        at = stop
    return kept
