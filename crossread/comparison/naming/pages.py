"""The words of a compared article as metrics had them, made anew from what the analysis keeps."""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from crossread.model import Analysis, Voice
from crossread.parse import read_words
from crossread.text.words import Words


def read_page(analysis: Analysis) -> Words:
    """All words of the page with their sentences and voices and whether they are part of a name; `sizes` is empty."""
    words = read_words(analysis.text, [(s.start, s.end, s.paragraph) for s in analysis.sentences])
    starts = words.starts
    voices: list[Voice | None] = [None] * len(words)
    for run in analysis.voices:
        first, stop = bisect_left(starts, run.start), bisect_left(starts, run.end)
        voices[first:stop] = [run.voice] * (stop - first)
    named = bytearray(len(words))
    for name in analysis.names:
        for index in words.within(name.start, name.end):
            named[index] = 1
    return replace(words, voices=voices, named=bytes(named))
