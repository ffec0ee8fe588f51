"""Where the words of an article's body stand, for charts that count or place them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from crossread.model import BODY_ZONES, VOICES, Analysis, Voice, Zone
from crossread.text.words import find_words


class Body:
    """The body's blocks and words, in reading order, with the voice of each word."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.zones: Sequence[Zone] = sorted(
            (zone for zone in analysis.zones if zone.kind in BODY_ZONES), key=lambda zone: zone.start
        )
        self.starts = [start for zone in self.zones for start, _ in find_words(analysis.text, zone.start, zone.end)]
        self._openings = [zone.start for zone in self.zones]

    def place(self, offset: int) -> int:
        """How many words of the body begin before an offset of the text."""
        return bisect_left(self.starts, offset)

    def paragraph(self, offset: int) -> int:
        """The index in `zones` of the block an offset lies in."""
        return max(bisect_left(self._openings, offset + 1) - 1, 0)

    def by_voice(self) -> Mapping[Voice, int]:
        """The words of each voice; the voices cover the body, so that together they are all of its words."""
        counts: Counter[Voice] = Counter(dict.fromkeys(VOICES, 0))
        for run in self.analysis.voices:
            counts[run.voice] += self.place(run.end) - self.place(run.start)
        return counts
