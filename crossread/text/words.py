"""Words of a text with their places: the one tokenisation every metric shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Voice

# A word keeps its inner apostrophes, hyphens and digits' separators: "Belarus’s", "28-year",
# "1,000", "$3.5" without the sign. Dotted capitals ("U.S.") are one word with their last point.
# A dash of any length separates words, so "war—and" is two.
_WORD = re.compile(
    r"[^\W\d_](?:(?:\.[^\W\d_])+\.(?:[‐‑\-][^\W_]+)*|[^\W_]*(?:[’'‐‑\-&][^\W_]+)*)"
    r"|\d+(?:[.,:]\d+)*(?:[-–’'][^\W_]+|[^\W\d_]+)*"
)


class Words(Struct, frozen=True, gc=False):
    """All words of a page as parallel arrays, in reading order.

    `forms[i]` is the word in lower case with straight apostrophes; `text[starts[i]:ends[i]]` is
    the word as written. `sentences[i]` indexes `Document.sentences`; `voices[i]` is None outside
    the body.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentences: Sequence[int]
    voices: Sequence[Voice | None]

    def __len__(self) -> int:
        return len(self.starts)

    def written(self, index: int) -> str:
        """The word as the article writes it."""
        return self.text[self.starts[index] : self.ends[index]]

    def within(self, start: int, end: int) -> range:
        """Indices of the words that begin in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Start and end of each word of `text[start:end]`."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def fold(word: str) -> str:
    """The form words are looked up by: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")
