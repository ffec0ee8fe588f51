"""Sentence boundaries, found paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sentencex import segment

from crossread.model import Zone
from crossread.text.blanks import without

# The splitter keeps what stands inside quotation marks together, be it ten sentences; and a
# hard-wrapped paragraph is one paragraph. So marks and newlines are blanks to it. It also looks for
# the closing mark of each opening one to the end of the text, so marks without end would cost their square.
_MARKS = '“”"„«»‹›‘`「」《》\n'
_APOSTROPHES = re.compile("'{3,}")
_MOST_DOUBLED = 500  # '' closes a quotation in some agencies' copy; no paragraph has as many
_OPENS_NEXT = re.compile(r"\s(?:[“‘«„\"(\[]{1,3}|')\s?$")
_TITLE = re.compile(r"\b(?:Ms|Mx|Messrs|Mmes)\.\s$")  # titles the splitter does not know
_INITIAL, _NEXT_INITIAL = re.compile(r"\b[A-Z]\.$"), re.compile(r"[A-Z]\.")  # inside "R-S.C."
_FIRST_LETTER = re.compile(r"[^\W_]")


def find_sentences(text: str, zones: Iterable[Zone]) -> list[tuple[int, int, int]]:
    """(start, end, index of the zone) of every sentence, without the white space around it."""
    found = []
    plain = without(text, _MARKS)
    for index, zone in enumerate(zones):
        if zone.kind == "dateline":  # the head of a paragraph, no sentence
            continue
        start = zone.start
        for cut in _cuts(text, plain[zone.start : zone.end], zone):
            rest = text[start:cut].lstrip()
            sentence = rest.rstrip()
            if sentence:
                left = cut - len(rest)
                found.append((left, left + len(sentence), index))
            start = cut
    return found


def _cuts(text: str, plain: str, zone: Zone) -> list[int]:
    """Where the sentences of a zone end, which `plain` has without its marks; the last cut is the zone's end."""
    cuts = []
    position = zone.start
    if "'''" in plain:
        plain = _APOSTROPHES.sub(lambda run: " " * len(run[0]), plain)
    if plain.count("''") > _MOST_DOUBLED:
        plain = plain.replace("''", "  ")
    for piece in segment("en", plain):
        position += len(piece)
        if position >= zone.end:
            break
        # `he said. “However, ...`: the mark goes with the sentence it opens.
        opening = _OPENS_NEXT.search(text, max(zone.start, position - 8), position)
        following = _FIRST_LETTER.search(text, position, min(position + 8, zone.end))
        if _TITLE.search(text, max(zone.start, position - 8), position):
            continue
        if _NEXT_INITIAL.match(text, position) and _INITIAL.search(text, max(zone.start, position - 3), position):
            continue
        # `“Really?” he asked`: no sentence begins with a small letter.
        if following is None or not following[0].islower():
            cuts.append(opening.start() + 1 if opening else position)
    return [*cuts, zone.end]
