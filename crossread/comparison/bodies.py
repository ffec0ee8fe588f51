"""The body of one article as findings look things up in it: its sentences, names and numbers by offset."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from crossread.model import BODY_ZONES, Analysis, Attribution, Name, Sentence, Span
from crossread.text.numbers import Number, find_numbers
from crossread.text.words import find_words, fold

_LEAD = 2, 4


class Body:
    """The body sentences of one article, found by offset."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sentences = sorted((s for s in analysis.sentences if s.zone in BODY_ZONES), key=lambda s: s.start)
        self._starts = [sentence.start for sentence in self.sentences]
        self._names = sorted((name.start, name.end) for name in analysis.names)

    @property
    def text(self) -> str:
        """The article's text, which all spans are offsets into."""
        return self.analysis.text

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers, dates and durations of the body, in reading order."""
        return tuple(n for s in self.sentences for n in find_numbers(self.text, s.start, s.end))

    @cached_property
    def lead(self) -> int:
        """How many sentences lead: those of the first paragraph, two to four.

        Some outlets give each sentence a paragraph, some copies have none.
        """
        first = [s for s in self.sentences if s.paragraph == self.sentences[0].paragraph]
        return min(max(len(first), _LEAD[0]), _LEAD[1], len(self.sentences))

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Where each word of the body begins: folded, possessive endings aside."""
        places: dict[str, list[int]] = {}
        for spans in self.spans:
            for start, end in spans:
                places.setdefault(word_form(self.text[start:end]), []).append(start)
        return places

    @cached_property
    def spans(self) -> tuple[list[tuple[int, int]], ...]:
        """Start and end of the words of each sentence."""
        return tuple(find_words(self.text, sentence.start, sentence.end) for sentence in self.sentences)

    def index_at(self, offset: int) -> int | None:
        """The place in `sentences` of the one that holds an offset; None outside the body."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence of the body that holds an offset."""
        index = self.index_at(offset)
        return None if index is None else self.sentences[index]

    def holds(self, span: Name | Span) -> bool:
        """True when the span begins in a sentence of the body."""
        return self.index_at(span.start) is not None

    def attributions_in(self, start: int, end: int) -> list[Attribution]:
        """The attributions with words, or a source, that begin in a stretch of sentences or reach into it."""
        first, last = self.index_at(start), self.index_at(max(start, end - 1))
        if first is None or last is None:
            return []
        found = {number for index in range(first, last + 1) for number in self._said.get(index, ())}
        return [self.analysis.attributions[number] for number in sorted(found)]

    @cached_property
    def _said(self) -> dict[int, list[int]]:
        """The attributions of each sentence, by their place in the analysis."""
        found: dict[int, list[int]] = {}
        for number, said in enumerate(self.analysis.attributions):
            for span in (*said.content, *filter(None, (said.source,))):
                first, last = self.index_at(span.start), self.index_at(max(span.start, span.end - 1))
                if first is not None:
                    for index in range(first, (first if last is None else last) + 1):
                        found.setdefault(index, []).append(number)
        return found

    def named(self, span: Span) -> bool:
        """True when a name of the article overlaps the span."""
        index = bisect_right(self._names, (span.end, -1)) - 1
        return index >= 0 and self._names[index][1] > span.start

    def around(self, span: Span) -> Span:
        """The sentence a span begins in; the span itself where no sentence of the body holds it."""
        sentence = self.sentence_at(span.start)
        return Span(sentence.start, sentence.end) if sentence else span


def word_form(word: str) -> str:
    """A word as it is looked up: folded, without a possessive ending."""
    return fold(word).removesuffix("'s")
