"""Sentence boundaries, found paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sentencex import segment

from crossread.model import Zone

_OPENS_NEXT = re.compile(r"\s[“‘«„\"(\[]{1,3}\s?$")


def find_sentences(text: str, zones: Iterable[Zone]) -> list[tuple[int, int, int]]:
    """(start, end, index of the zone) of every sentence, without the white space around it."""
    found = []
    for index, zone in enumerate(zones):
        if zone.kind == "dateline":  # the head of a paragraph, no sentence
            continue
        # A hard-wrapped paragraph is one paragraph: its newlines must not end a sentence.
        paragraph = text[zone.start : zone.end].replace("\n", " ")
        position = zone.start
        cuts = [position := position + len(piece) for piece in segment("en", paragraph)]
        start = zone.start
        for cut in cuts:
            end = _before_opening_marks(text, start, cut) if cut < zone.end else zone.end
            left = start + len(text[start:end]) - len(text[start:end].lstrip())
            right = start + len(text[start:end].rstrip())
            if left < right:
                found.append((left, right, index))
            start = end
    return found


def _before_opening_marks(text: str, start: int, cut: int) -> int:
    """The boundary with an opening mark moved to the sentence it opens: `he said. “However, ...`."""
    match = _OPENS_NEXT.search(text, max(start, cut - 8), cut)
    return match.start() + 1 if match else cut
