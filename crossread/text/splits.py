"""Other reasonable ways to count the sentences of a body, to show how far a figure hangs on the splitter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from crossread.model import BODY_ZONES, Quotation, Sentence, Zone

# A full stop, perhaps a closing mark, white space, and what looks like a new sentence.
_PLAIN_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s(?=[\"“‘(\[]?[A-Z0-9])")


def whole_quotations(sentences: Sequence[Sentence], quotations: Iterable[Quotation]) -> int:
    """The body's sentences where all that stands inside one pair of marks is part of the sentence around it."""
    spans = [(span.start, span.end) for quotation in quotations for span in quotation.spans]
    starts = [start for start, _ in spans]
    return len(sentences) - sum(_inside(sentence.start, spans, starts) for sentence in sentences)


def _inside(place: int, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, place) - 1
    return before >= 0 and spans[before][0] < place < spans[before][1]


def plain_rule(text: str, zones: Iterable[Zone]) -> int:
    """The body's sentences by the rule of thumb: a full stop before white space and a capital or digit.

    It takes "Mr. Lee" and "U.S. Army" apart, as simple tools do.
    """
    body = [zone for zone in zones if zone.kind in BODY_ZONES and zone.kind != "dateline"]
    return sum([1 + len(_PLAIN_END.findall(text, zone.start, zone.end)) for zone in body])
