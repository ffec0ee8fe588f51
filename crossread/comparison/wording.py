"""The words of an article's body as quotations are compared by: folded, with place and marks."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import BODY_ZONES, Analysis, Span
from crossread.text.words import find_words, fold

MAX_WORDS = 300
"""Words of a quotation looked at: bounds the work on text without a closing mark."""

FUNCTION_WORDS = frozenset(
    "a about after again all also am an and any are as at be because been before being both but by can could did do"
    " does doing don't down each even every few for from get had has have having he her here hers him his how i i'm if"
    " in into is isn't it it's its itself just like made make many may me might more most much must my no nor not now"
    " of off on once only or other our ours out over own said same say says shall she should so some such than that"
    " that's the their them then there these they this those through to too under until up us very was we we're well"
    " were what when where which while who whom whose why will with would you your".split()
)


class Wording(Struct, frozen=True, gc=False):
    """The body words of one article, in reading order, as parallel sequences.

    `inside[i]` is the index of the quotation word i stands in, -1 outside the marks.
    """

    article: str
    order: int  # the article's place in the set
    text: str
    forms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    inside: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        """The text of the words [first, last); an empty span where there are none."""
        if first < last:
            return Span(self.starts[first], self.ends[last - 1])
        place = self.ends[first - 1] if first > 0 else (self.starts[first] if self.starts else 0)
        return Span(place, place)


class Passage(Struct, frozen=True, gc=False):
    """A run of words [first, last) of one article; `quotation` is its index there, if it is one."""

    wording: Wording
    first: int
    last: int
    quotation: int | None

    @property
    def forms(self) -> Sequence[str]:
        """The folded words."""
        return self.wording.forms[self.first : self.last]


def read_wording(analysis: Analysis, order: int) -> Wording:
    """The body words of an analysis."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for zone in analysis.zones:
        if zone.kind not in BODY_ZONES:
            continue
        for start, end in find_words(analysis.text, zone.start, zone.end):
            forms.append(_fold(analysis.text[start:end]))
            starts.append(start)
            ends.append(end)
    inside = [-1] * len(forms)
    for number, quotation in enumerate(analysis.quotations):
        for span in quotation.spans:
            for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                inside[index] = number
    return Wording(analysis.id, order, analysis.text, forms, starts, ends, inside)


def read_quotations(analysis: Analysis, wording: Wording) -> list[Passage]:
    """The quotations as passages, each cut to MAX_WORDS; those without a word are left out."""
    passages = []
    for number, quotation in enumerate(analysis.quotations):
        first, last = bisect_left(wording.starts, quotation.start), bisect_left(wording.starts, quotation.end)
        if first < last:
            passages.append(Passage(wording, first, min(last, first + MAX_WORDS), number))
    return passages


def _fold(word: str) -> str:
    folded = fold(word)
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFKD", folded.replace("‐", "-").replace("‑", "-"))
    return "".join(c for c in plain if not unicodedata.combining(c))
