"""Statements printed without quotation marks: the letter, post or list of points below the line announcing it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.model import Zone
from crossread.text.late import late

_LINE = 400  # characters of the announcing line that are looked at
_ANNOUNCES = late(
    r"\b(?:statement|letter|e-?mail|message|memo|memorandum|note|post|tweet|thread|rant|excerpts?|extracts?|"
    r"passage|transcript|text|remarks|speech|talking points|response points|points|reply|response|apology|"
    r"questions?|pledge|oath|poem|lyrics|caption|manifesto|press release|release)\b",
    re.I,
)
_FIRST_SECOND = late(r"\b(?:I|we|you|my|our|your|me|us)\b(?!\.)", re.I)
_SALUTATION = late(r"(?:Dear|To) [A-Z]")
_BULLET = late(r"[-–—•*·▪]\s?(?=\w)")
_ATTRIBUTES = late(r"\b(?:he|she|they) (?:said|says|added|wrote|told)\b|\b(?:said|says|added) [A-Z]")
_TURN = late(r"([A-Z][A-Z.'’ -]{1,40}|A)(?: \([^()\n]{1,40}\))?: +(?=\S)")
_LABEL = late(r"[A-Z][A-Za-z.'’ -]{0,30}:")
_NO_SPEAKER = frozenset("UPDATE UPDATED NOTE WATCH READ MORE RELATED VIDEO PHOTOS CORRECTION ABSTRACT BREAKING".split())
_MARKED = late('[“"][^”"]*[”"]?')
_MARKS = '“"„«`‘'


def is_set_off(text: str, zone: Zone, before: Zone | None) -> bool:
    """Whether a paragraph is a statement printed without marks; `before` is the paragraph above when that is one.

    The line above must end with a colon and name a text ("Read the full letter:", "the response points:").
    The paragraph must then be a listed point, or speak as "I", "we" or to "you", which an outlet does not.
    What follows belongs to a list as long as it is listed, to a letter as long as it so speaks.
    """
    if text[zone.start : zone.start + 1] in _MARKS:  # an empty block begins with no mark and is none either
        return False
    if before is None:
        end = len(text[max(zone.start - 8, 0) : zone.start].rstrip()) + max(zone.start - 8, 0)
        if text[end - 1 : end] != ":" or end == zone.start:
            return False
        above = text[max(end - _LINE, 0) : end].rpartition("\n")[2]
        if not _ANNOUNCES.search(above):
            return False
    elif _is_point(text, before):
        return _is_point(text, zone)
    return _is_point(text, zone) or _speaks(text, zone)


def find_turns(text: str, body: Sequence[Zone]) -> dict[int, int]:
    """Where speech begins in the paragraphs of a transcript or interview, by their number.

    Such a paragraph begins with a name in capitals and a colon ("VELL: I saw it"), or with "A:". There must
    be two of them, and somebody who says "I" or "you" in one is believed to be a speaker in all. A
    paragraph in which the answer goes on begins where its paragraph does.
    """
    hits = {}
    for number, zone in enumerate(body):
        if text[zone.start : zone.start + 1].isupper() and ":" in text[zone.start + 1 : zone.start + 90]:
            hit = _TURN.match(text, zone.start, zone.end)
            if hit and hit[1] not in _NO_SPEAKER and text[hit.end()] not in _MARKS:
                hits[number] = hit
    if len(hits) < 2:
        return {}
    people = {hit[1] for number, hit in hits.items() if _speaks(text, body[number])}
    found = {number: hit.end() for number, hit in hits.items() if hit[1] in people}
    return _with_answers_that_go_on(text, body, found) if len(found) > 1 else {}


def _with_answers_that_go_on(text: str, body: Sequence[Zone], turns: dict[int, int]) -> dict[int, int]:
    """The turns, and between the first and the last the paragraphs below one that still say "I" or "you"."""
    found = dict(turns)
    for number in range(min(turns) + 1, max(turns)):
        zone = body[number]
        if number - 1 in found and number not in turns and text[zone.start : zone.start + 1] not in _MARKS:
            labelled = _LABEL.match(text, zone.start, zone.end)
            if not labelled and _speaks(text, zone):
                found[number] = zone.start
    return found


def _is_point(text: str, zone: Zone) -> bool:
    return zone.role == "list_item" or bool(_BULLET.match(text, zone.start, zone.end))


def _speaks(text: str, zone: Zone) -> bool:
    bare = _MARKED.sub("", text[zone.start : zone.end])
    if _ATTRIBUTES.search(bare):
        return False
    return bool(_SALUTATION.match(bare) or _FIRST_SECOND.search(bare))
