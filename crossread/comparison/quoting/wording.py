"""The words of an article's body as quotations are compared by: folded, with place and marks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Sequence

from msgspec import Struct

from crossread.model import BODY_ZONES, Analysis, Span
from crossread.text.words import find_words, fold

MAX_WORDS = 300
"""Words of a quotation compared at a time: bounds the work on a page that is one quotation."""

ELLIPSIS = re.compile(r"…|\.\.\.|\. \. \.|\* \* \*|\[ ?\.\. ?\]")
_AGAIN = 3  # words that may be looked for in other quotations
_TITLE = 15  # words of a title
_BEYOND = 8  # characters after a word in which an ellipsis is looked for

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

    def within(self, span: Span) -> range:
        """The words that begin in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def quotes(self, other: Wording, span: Span, apart_from: Collection[int]) -> bool:
        """Whether three words or more of another article stand in a quotation of this one but those given."""
        words = other.within(span)
        wanted = list(other.forms[words.start : words.stop])
        if len(wanted) < _AGAIN:
            return False
        size, unasked = len(wanted), {-1, *apart_from}
        return any(
            form == wanted[0] and number not in unasked and list(self.forms[i : i + size]) == wanted
            for i, (form, number) in enumerate(zip(self.forms, self.inside, strict=True))
        )


class Passage(Struct, frozen=True, gc=False):
    """Words of one article that are read as one: a quotation, a piece of it, or several of its pieces.

    `indices` are their places in the wording, ascending; `quotations` the indices of the quotations they
    stand in, none where the words have no marks.
    """

    wording: Wording
    indices: Sequence[int]
    quotations: tuple[int, ...] = ()

    @property
    def forms(self) -> Sequence[str]:
        """The folded words."""
        return [self.wording.forms[index] for index in self.indices]

    def span(self, first: int, last: int) -> Span:
        """The text of the words [first, last); an empty span beside the word before where there are none."""
        wording, indices = self.wording, self.indices
        if first < last:
            return wording.span(indices[first], indices[last - 1] + 1)
        place = wording.ends[indices[first - 1]] if first > 0 else wording.starts[indices[0]]
        return Span(place, place)

    @property
    def runs(self) -> list[tuple[int, int]]:
        """First and last word, in the wording, of each piece that stands together."""
        found: list[tuple[int, int]] = []
        for index in self.indices:
            if found and found[-1][1] == index - 1:
                found[-1] = found[-1][0], index
            else:
                found.append((index, index))
        return found

    def between(self, position: int) -> str:
        """The signs before the passage's word at `position`; "" at its edges and where a piece ends."""
        if not 0 < position < len(self.indices) or self.indices[position] != self.indices[position - 1] + 1:
            return ""
        before, after = self.indices[position - 1 : position + 1]
        return self.wording.text[self.wording.ends[before] : self.wording.starts[after]]

    def elided(self, position: int) -> bool:
        """Whether dots stand before the word at `position`, at the edges as far as the quotation goes."""
        wording, indices = self.wording, self.indices
        if 0 < position < len(indices):
            end = wording.ends[indices[position - 1]]
            signs = wording.text[end : min(wording.starts[indices[position]], end + _BEYOND)]
        elif position == 0:
            start = wording.starts[indices[0]]
            signs = wording.text[max(0, start - _BEYOND) : start]
            signs = signs[max(signs.rfind("“"), signs.rfind('"')) + 1 :]
        else:
            end = wording.ends[indices[-1]]
            signs = wording.text[end : end + _BEYOND].partition("”")[0].partition('"')[0]
        return bool(ELLIPSIS.search(signs))


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
    """The quotations as passages of at most MAX_WORDS each; those without a word, titles and terms are left out.

    So is what is written like a title, each word of weight with a capital: "The Compendium of the Social Doctrine".
    """
    passages = []
    for number, quotation in enumerate(analysis.quotations):
        if quotation.kind in ("title", "term"):
            continue
        first, last = bisect_left(wording.starts, quotation.start), bisect_left(wording.starts, quotation.end)
        if _like_a_title(wording, range(first, last)):
            continue
        for start in range(first, last, MAX_WORDS):
            passages.append(Passage(wording, range(start, min(last, start + MAX_WORDS)), (number,)))
    return passages


def _like_a_title(wording: Wording, words: range) -> bool:
    if len(words) > _TITLE:
        return False
    telling = [index for index in words if wording.forms[index] not in FUNCTION_WORDS]
    return len(telling) > 1 and not any(wording.text[wording.starts[index]].islower() for index in telling)


def _fold(word: str) -> str:
    folded = fold(word)
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFKD", folded.replace("‐", "-").replace("‑", "-"))
    return "".join(c for c in plain if not unicodedata.combining(c))
