"""Words of a text with their places: the one tokenisation every metric shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from crossread.model import BODY_ZONES, Voice, Zone

# A word keeps its inner apostrophes, hyphens and digits' separators: "Belarus’s", "28-year",
# "1,000", "$3.5" without the sign. Dotted capitals ("U.S.") are one word with their last point.
# A dash of any length separates words, so "war—and" is two.
# The first branch takes most words, as the second would at more cost.
_PATTERN = (
    r"[A-Za-z]++(?=[\s,])"
    r"|[^\W\d_](?:(?:\.[^\W\d_])+\.(?:[‐‑\-][^\W_]+)*|[^\W_]*(?:[’'‐‑\-&][^\W_]+)*)"
    r"|\d+(?:[.,:]\d+)*(?:[-–’'][^\W_]+|[^\W\d_]+)*"
)
_WORD = re.compile(_PATTERN)
_CUT = re.compile(f"({_PATTERN})")


def on_one_line(text: str, start: int, end: int) -> str:
    """`text[start:end]` with every run of white space as one space."""
    return " ".join(text[start:end].split())


class Words(Struct, frozen=True, gc=False):
    """All words of a page as parallel arrays, in reading order.

    `forms[i]` is the word in lower case with straight apostrophes; `text[starts[i]:ends[i]]` is
    the word as written. `sentences[i]` indexes `Document.sentences`; `voices[i]` is None outside
    the body. `by_sentence[j]` has the indices of sentence j's words, `sizes[voice][j]` the number of
    those a voice has, where it has any. `named[i]` is 1 for a word that is part of a name, else 0.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentences: Sequence[int]
    voices: Sequence[Voice | None]
    by_sentence: Sequence[range]
    sizes: Mapping[Voice, Mapping[int, int]]
    named: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def written(self, index: int) -> str:
        """The word as the article writes it."""
        return self.text[self.starts[index] : self.ends[index]]

    def size(self, voice: Voice) -> int:
        """How many words a voice has."""
        return sum(self.sizes[voice].values())

    def within(self, start: int, end: int) -> range:
        """Indices of the words that begin in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Start and end of each word of `text[start:end]`."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def body_words(text: str, zones: Iterable[Zone]) -> int:
    """How many words the story itself has."""
    return sum(len(find_words(text, zone.start, zone.end)) for zone in zones if zone.kind in BODY_ZONES)


def cut_words(text: str) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and folded forms of all words of a text: one split is quicker than a look at each word."""
    folded = fold(text)
    if len(folded) != len(text):  # a few letters, such as the dotted I, grow in lower case
        spans = find_words(text)
        return [start for start, _ in spans], [end for _, end in spans], [fold(text[a:b]) for a, b in spans]
    parts = _CUT.split(folded)  # what stands between words, and words, by turns
    edges = list(accumulate(map(len, parts)))
    return edges[:-1:2], edges[1::2], parts[1::2]


def fold(word: str) -> str:
    """The form words are looked up by: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")
