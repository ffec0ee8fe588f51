"""Cutting off the parts of a paragraph that are not the story's: notes at its ends, markup, calls in capitals.

Nothing is lost: every part becomes a zone of its own, and the body keeps the rest.
"""

from __future__ import annotations

import re

from crossread.model import ZoneKind
from crossread.reading.notes import find_note
from crossread.text.late import late

Piece = tuple[ZoneKind, str, int, int]
Kind = tuple[ZoneKind, str]

_END = late(r"[.!?…][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[@#—–-]{0,2}\s?[A-Z0-9]|[(\[]?h/t\b)")
_ABBREVIATION = late(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Prof|Rev|Lt|Col|Sgt|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z])$"
)
_MARKUP = late(
    r"</[A-Za-z][\w-]{0,20}>|<[A-Za-z][\w-]{0,20}\s?/>|<[A-Za-z][\w-]{0,20} [^<>=]{1,60}=[^<>]{0,600}>"
    r"|<(?:p|div|br|hr|blockquote|script|style|figure|section|span|iframe|center)>"
)
_CALLS_IN_CAPITALS = ("SIGN UP", "SUBSCRIBE", "CLICK HERE", "READ MORE", "FOLLOW US", "DOWNLOAD", "JOIN OUR")
_CAPITALS = late(rf"\b(?:{'|'.join(_CALLS_IN_CAPITALS)})(?: [A-Z’'&]{{1,15}}){{1,8}}(?![\w’'])")
_ASIDE = late(r"\[[A-Z][^\[\]\n]{4,300}\]")
_WORD = late(r"[^\W_]")
_CALLS = (
    "furniture.sign_up",
    "furniture.contact",
    "furniture.comment_call",
    "furniture.page_call",
    "related.read_more",
)
_ASKS_READER = late(r"(?:want|need|got|questions|tips|events|feedback|comments|like)\b|.*\b(?:you|your|we|us)\b", re.I)
_SHORT_QUESTION = 10  # words; "Want more?" before "Sign up here."
BODY_RULE = "body.paragraph"
_WITHIN = 2  # sentences between two notes of a paragraph that belong to them


def cut_paragraph(text: str, start: int, end: int, *, tail: bool) -> list[Piece]:
    """The parts of a body paragraph in order; one part of kind "body" where there is nothing to cut."""
    pieces: list[Piece] = []
    at = start
    for cut in _inner_cuts(text, start, end):
        if cut[2] >= at:
            pieces += [*_notes(text, at, cut[2], tail=tail), cut]
            at = cut[3]
    pieces += _notes(text, at, end, tail=tail)
    return pieces if len(pieces) == 1 else _joined(text, pieces)


def _inner_cuts(text: str, start: int, end: int) -> list[Piece]:
    """What may stand in the middle of a sentence: markup, calls in capitals, notes in square brackets."""
    paragraph = text[start:end]
    cuts: list[Piece] = []
    if "<" in paragraph:
        cuts += [("furniture", "furniture.markup", *tag.span()) for tag in _MARKUP.finditer(text, start, end)]
    if any(call in paragraph for call in _CALLS_IN_CAPITALS):
        cuts += [("furniture", "furniture.call_in_capitals", *c.span()) for c in _CAPITALS.finditer(text, start, end)]
    if "[" in paragraph:
        for aside in _ASIDE.finditer(text, start, end):
            note = find_note(aside[0], tail=False)
            if note:
                cuts.append((*note, *aside.span()))
    return sorted(cuts, key=lambda piece: piece[2])


def _notes(text: str, start: int, end: int, *, tail: bool) -> list[Piece]:
    """A stretch of the paragraph with the notes at its beginning and end apart, and those in brackets."""
    if not _WORD.search(text, start, end):
        return [("furniture", "furniture.rule", start, end)] if start < end else []
    bounds = _sentences(text, start, end)
    verdicts: list[Kind | None] = [None] * len(bounds)
    first, last = 0, len(bounds) - 1
    while first <= last and (note := _verdict(text, bounds, first, tail=tail)):
        verdicts[first] = note
        first += 1
    while last >= first and (note := _verdict(text, bounds, last, tail=tail) or _asks(text, bounds, verdicts, last)):
        verdicts[last] = note
        last -= 1
    if 0 < first <= last < len(bounds) - 1 and last - first < _WITHIN:
        verdicts[first : last + 1] = [verdicts[first - 1]] * (last - first + 1)
    for i in range(first, last + 1):
        if verdicts[i] is None and text[bounds[i][0]] in "([":
            verdicts[i] = _verdict(text, bounds, i, tail=tail)
    if not any(verdicts):
        return [("body", BODY_RULE, bounds[0][0], bounds[-1][1])]
    return [(*(verdict or ("body", BODY_RULE)), *bound) for bound, verdict in zip(bounds, verdicts, strict=True)]


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph stand, the white space after each left to nobody."""
    found = []
    for mark in _END.finditer(text, start, end):
        if text[mark.start()] == "." and _ABBREVIATION.search(text[max(start, mark.start() - 6) : mark.start()]):
            continue
        stop = mark.start() + len(mark[0].rstrip())
        found.append((start, stop))
        start = mark.end()
    rest = text[start:end]
    return [*found, (start + len(rest) - len(rest.lstrip()), start + len(rest.rstrip()))] if rest.strip() else found


def _verdict(text: str, bounds: list[tuple[int, int]], i: int, *, tail: bool) -> Kind | None:
    note = find_note(text[slice(*bounds[i])], tail=tail)
    return None if note is None or _is_quoted(text, bounds, i) else note


def _is_quoted(text: str, bounds: list[tuple[int, int]], i: int) -> bool:
    """Whether someone of the story says the sentence: a mark is open before it, or closes in it unopened."""
    paragraph, (start, end) = bounds[0][0], bounds[i]
    before, within = text[paragraph:start], text[start:end]
    if before.count("“") > before.count("”") or within.count("”") > within.count("“"):
        return True
    return any(before.count(mark) % 2 or within.count(mark) % 2 for mark in ('"', "''"))


def _asks(text: str, bounds: list[tuple[int, int]], verdicts: list[Kind | None], i: int) -> Kind | None:
    """The verdict of the call after a short question, which belongs to it."""
    call = verdicts[i + 1] if i + 1 < len(bounds) else None
    sentence = text[slice(*bounds[i])]
    short = sentence.endswith("?") and len(sentence.split()) <= _SHORT_QUESTION
    return call if call and call[1] in _CALLS and short and _ASKS_READER.match(sentence) else None


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one kind as one part; marks without a word go with the part before or after them."""
    joined: list[Piece] = []
    for kind, rule, start, end in pieces:
        if joined and (joined[-1][0] == kind or rule == "furniture.rule"):
            joined[-1] = (*joined[-1][:2], joined[-1][2], end)
        elif start < end:
            joined.append((kind, rule, start, end))
    if len(joined) > 1 and not _WORD.search(text, joined[0][2], joined[0][3]):
        joined[:2] = [(*joined[1][:2], joined[0][2], joined[1][3])]
    return joined
