"""One article's telling of a claim: in whose voice, with which figures, reservations and negations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from crossread.comparison.claims.clues import Clues, placed_clues
from crossread.comparison.quoting.wording import Wording
from crossread.model import Span, Speaker
from crossread.text.numbers import Number
from crossread.text.words import on_one_line

Held = Literal["own", "attributed", "unclear"]
_ROUNDING = frozenset("about around some nearly almost over least most at more less than up to roughly".split())
_WITH_ROUNDING = 2  # words before a figure


class Voice(Struct, frozen=True, gc=False):
    """Whether an article says it itself or gives somebody for it, and whom by which words.

    `says` is whether the cue is a verb of saying: to offer or to order is an act that others may tell of too.
    """

    held: Held
    source: Speaker | None = None
    cue: Span | None = None
    says: bool = False


class Negated(Struct, frozen=True, gc=False):
    """A negation with the word it negates, and the clue of the telling word after that."""

    span: Span
    following: str


class Telling(Struct, frozen=True, gc=False):
    """What one article has of a claim, in one sentence or two neighbours.

    `words` has the places of each word that another telling has too; `hedges` are those before one of them,
    `negated` the negations by the clue they negate; `denies` says whether there is any negation, and `denial` is the
    first words that say no, of what the tellings share: "ruled out a public inquiry".
    """

    article: str
    order: int
    sentences: tuple[Clues, ...]
    wording: Wording
    words: Mapping[str, Sequence[int]]
    voice: Voice
    hedges: tuple[Span, ...]
    negated: Mapping[str, Negated]
    denies: bool
    denial: Span | None = None

    @property
    def weights(self) -> Mapping[str, float]:
        """The clues of all its sentences."""
        return {clue: weight for sentence in self.sentences for clue, weight in sentence.weights.items()}

    @property
    def weight(self) -> float:
        """How much the telling can be recognised by."""
        return sum(sentence.total for sentence in self.sentences)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences."""
        return tuple(Span(sentence.start, sentence.end) for sentence in self.sentences)

    @property
    def numbers(self) -> list[Number]:
        """The figures, in reading order."""
        return [number for sentence in self.sentences for number in sentence.numbers]

    @property
    def places(self) -> list[int]:
        """Its words' places in the wording."""
        return list(places_of(self.wording, self.sentences))

    @property
    def end(self) -> Span:
        """The place after the last word, for what is not there."""
        last = bisect_left(self.wording.starts, self.sentences[-1].end)
        return self.wording.span(last, last)

    @property
    def text(self) -> str:
        """The sentences on one line."""
        return " ".join(self.words_at(span) for span in self.spans)

    def where(self, forms: Collection[str]) -> list[int]:
        """The places of these words."""
        return [place for place in self.places if self.wording.forms[place] in forms]

    def following(self, place: int) -> str:
        """The clue of the telling word after a place, empty at the end of its sentence."""
        return following(self.wording, self.sentences, place)

    def words_at(self, span: Span) -> str:
        """The words of a span on one line."""
        return on_one_line(self.wording.text, span.start, span.end)

    def rounded(self, number: Number) -> Span:
        """A figure with the words before it that say how exact it is: "at least nine", "more than 400,000"."""
        forms, starts = self.wording.forms, self.wording.starts
        first = place = bisect_left(starts, number.start)
        while first > 0 and place - first < _WITH_ROUNDING and forms[first - 1] in _ROUNDING:
            first -= 1
        if first < place and forms[first] in ("to", "than", "at") and forms[first + 1] not in _ROUNDING:
            first += 1
        return Span(min(starts[first], number.start) if first < len(starts) else number.start, number.end)


def places_of(wording: Wording, sentences: Sequence[Clues]) -> Iterator[int]:
    """The places of the words of some sentences."""
    for sentence in sentences:
        yield from range(bisect_left(wording.starts, sentence.start), bisect_left(wording.starts, sentence.end))


def following(wording: Wording, sentences: Sequence[Clues], place: int) -> str:
    """The clue of the first telling word after a place, in the same sentence; empty where it is the last."""
    end = next((sentence.end for sentence in sentences if wording.starts[place] < sentence.end), 0)
    if place + 1 >= len(wording.starts):
        return ""
    return next((clue for clue, _ in placed_clues(wording, wording.starts[place + 1], end)), "")
