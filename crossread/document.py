"""The working form of an article: parsed once, shared by every metric."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from crossread.lexicon import Match, metric_lexicons
from crossread.model import (
    BODY_ZONES,
    VOICES,
    Article,
    Attribution,
    Name,
    Quotation,
    Sentence,
    Speaker,
    VoiceSpan,
)
from crossread.text.capitals import emphasised
from crossread.text.entities import Entity, find_entities
from crossread.text.numbers import Number
from crossread.text.page_numbers import page_numbers
from crossread.text.words import Words

T = TypeVar("T")


class Document(Struct, frozen=True, dict=True):
    """An article with its words, sentences, quotations, voices, names, attributions and speakers.

    All are in reading order. `words` and `sentences` cover the whole page; names and attributions
    title and body (names the byline too); quotations and voices the body only.
    """

    article: Article
    words: Words
    sentences: tuple[Sentence, ...]
    voices: tuple[VoiceSpan, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    speakers: tuple[Speaker, ...]
    attributions: tuple[Attribution, ...]

    @property
    def text(self) -> str:
        """The article's text, which every offset counts into."""
        return self.article.text

    @cached_property
    def body_word_count(self) -> int:
        """Number of words in the body, each of which has a voice."""
        return sum(map(self.words.size, VOICES))

    @cached_property
    def emphasised(self) -> Sequence[int]:
        """The indices of the page's ordinary words that are written all in capitals."""
        return emphasised(self.words)

    @cached_property
    def numbers(self) -> Mapping[int, Sequence[Number]]:
        """The numbers of the page, by the index of their sentence."""
        return page_numbers(self.words)

    @cached_property
    def matches(self) -> Mapping[str, Sequence[Match]]:
        """What the metrics' own lexicons find in the page, by the lexicon's name; all are looked for in one pass."""
        return metric_lexicons().find(self.words)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The persons, organisations and places that title, byline and body name, with all their mentions."""
        return find_entities(self.words, self.names, self.speakers, self.quotations)

    @cached_property
    def _shared(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    def once(self, work_out: Callable[[Document], T]) -> T:
        """What a function makes of this document: worked out once for all metrics that ask for it."""
        if work_out not in self._shared:
            self._shared[work_out] = work_out(self)
        found: T = self._shared[work_out]
        return found

    @property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, without title, byline, furniture and author bio."""
        return tuple(sentence for sentence in self.sentences if sentence.zone in BODY_ZONES)
