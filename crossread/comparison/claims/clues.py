"""What a sentence can be recognised by in another article: its names, figures and telling words, each with a weight."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body
from crossread.comparison.claims.clue_words import figure_weight, same_thing, word_weight
from crossread.comparison.names.entities import Entity
from crossread.comparison.quoting.wording import FUNCTION_WORDS, Wording
from crossread.comparison.voicing.voices import SpeakerLinks
from crossread.model import Attribution
from crossread.text.numbers import Number

_NAME = 1.1
_VALUE = 0.3  # part of a figure's weight that its value has whatever it counts
_SPEAKER = 0.6  # who says it, where the sentence has only a pronoun
_SOURCE = 0.5  # part of its weight that a word keeps among those that say who said it


class Clues(Struct, frozen=True, gc=False):
    """One sentence of an article's body: `order` is the article's place in the set, `index` its own in the body.

    `weights` has what each clue weighs and `total` their sum; `numbers` are those in it, `people` the persons it
    names or is attributed to, by their place in `Coverage.entities`; `said` tells that it is attributed to somebody.
    """

    order: int
    index: int
    start: int
    end: int
    weights: Mapping[str, float]
    total: float
    numbers: tuple[Number, ...]
    people: frozenset[int]
    said: bool
    key: tuple[int, int]  # `order` and `index`
    asks: bool = False  # whether it is a question


def read_clues(
    bodies: Sequence[Body], wordings: Sequence[Wording], entities: Sequence[Entity], links: SpeakerLinks
) -> list[list[Clues]]:
    """The clues of every body sentence, article by article.

    A clue weighs less the more sentences have it: one in every article of the set keeps its weight.
    """
    named = _named(entities, len(bodies))
    voices = _voice_names(bodies, entities, links)
    persons = frozenset(number for number, entity in enumerate(entities) if entity.kind == "person")
    found = [
        _Article(body, wording, named[order], voices, links).sentences()
        for order, (body, wording) in enumerate(zip(bodies, wordings, strict=True))
    ]
    common = Counter(clue for article in found for sentence in article for clue in sentence.weights)
    alike = sum(map(len, found)) / max(1, len(bodies))  # sentences an article
    count = sum(map(len, found))
    scale = math.log(1 + alike)
    rarity = {clue: min(1.0, math.log(1 + count / often) / scale) for clue, often in common.items()}
    return [
        [sentence.clues(order, index, rarity, persons) for index, sentence in enumerate(article)]
        for order, article in enumerate(found)
    ]


def placed_clues(wording: Wording, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The clues that are words of text [start, end), each with its word's place in the wording."""
    for place in range(bisect_left(wording.starts, start), bisect_left(wording.starts, end)):
        if wording.forms[place] not in FUNCTION_WORDS:
            yield f"w:{same_thing(wording.forms[place])}", place


class _Sentence:
    """A sentence being read: its clues with their weight before it is known how rare each is."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.weights: dict[str, float] = {}
        self.entities: set[int] = set()
        self.numbers: list[Number] = []
        self.said = False
        self.asks = False

    def add(self, clue: str, weight: float) -> None:
        """Notes a clue; of two weights the larger counts."""
        if weight > self.weights.get(clue, 0.0):
            self.weights[clue] = weight

    def clues(self, order: int, index: int, rarity: Mapping[str, float], persons: frozenset[int]) -> Clues:
        """The sentence with every clue as rare as it is."""
        weights = {clue: weight * rarity[clue] for clue, weight in self.weights.items()}
        return Clues(
            order=order,
            index=index,
            start=self.start,
            end=self.end,
            weights=weights,
            total=sum(weights.values()),
            numbers=tuple(self.numbers),
            people=persons & self.entities,
            said=self.said,
            key=(order, index),
            asks=self.asks,
        )


class _Article:
    """Reads the sentences of one article: names and figures first, then the words that are neither."""

    def __init__(
        self,
        body: Body,
        wording: Wording,
        names: Sequence[tuple[int, int, int]],
        voices: Mapping[int, int],
        links: SpeakerLinks,
    ) -> None:
        self._body, self._wording = body, wording
        self._found = [_Sentence(sentence.start, sentence.end) for sentence in body.sentences]
        for sentence in self._found:
            sentence.asks = body.text[sentence.start : sentence.end].rstrip("”\"’' ").endswith("?")
        self._taken: set[int] = set()  # places of words told by a name or figure
        self._sourced: set[int] = set()  # places of words that say who said it
        for said in body.analysis.attributions:
            self._read_sources(said)
        for start, end, number in names:
            self._read_name(start, end, number)
        for figure in body.numbers:
            self._read_figure(figure)
        self._read_words()
        for said in body.analysis.attributions:
            self._read_speaker(said, links, voices)

    def sentences(self) -> list[_Sentence]:
        """What was read."""
        return self._found

    def _at(self, offset: int) -> _Sentence | None:
        index = self._body.index_at(offset)
        return None if index is None else self._found[index]

    def _take(self, start: int, end: int) -> range:
        return range(bisect_left(self._wording.starts, start), bisect_left(self._wording.starts, end))

    def _read_sources(self, said: Attribution) -> None:
        for span in (said.source, *(said.cue.spans if said.cue else ())):
            if span is not None:
                self._sourced.update(self._take(span.start, span.end))

    def _read_name(self, start: int, end: int, number: int) -> None:
        if sentence := self._at(start):
            sentence.entities.add(number)
            places = self._take(start, end)
            sentence.add(f"e:{number}", _NAME * self._share(places.start))
            self._taken.update(places)

    def _read_figure(self, figure: Number) -> None:
        """The value with what it counts, and the value alone."""
        if sentence := self._at(figure.start):
            places = self._take(figure.start, figure.end)
            weight = figure_weight(figure) * self._share(places.start)
            sentence.numbers.append(figure)
            sentence.add(f"n:{figure.value} {same_thing(figure.unit)}", weight * (1 - _VALUE))
            sentence.add(f"n:{figure.value}", weight * _VALUE)
            self._taken.update(places)

    def _read_words(self) -> None:
        forms = self._wording.forms
        for sentence in self._found:
            for place in self._take(sentence.start, sentence.end):
                form = forms[place]
                if form not in FUNCTION_WORDS and place not in self._taken:
                    sentence.add(f"w:{same_thing(form)}", word_weight(form) * self._share(place))

    def _share(self, place: int) -> float:
        """Of what a word weighs: less among those that only say who said it."""
        return _SOURCE if place in self._sourced else 1.0

    def _read_speaker(self, said: Attribution, links: SpeakerLinks, voices: Mapping[int, int]) -> None:
        """Who says it, in every sentence of what is said."""
        if not said.speaker:
            return
        number = voices.get(links[self._body.analysis.id, said.speaker])
        for span in said.content:
            first, last = self._body.index_at(span.start), self._body.index_at(max(span.start, span.end - 1))
            if first is None or last is None:
                continue
            for sentence in self._found[first : last + 1]:
                sentence.said = True
                if number is not None:
                    sentence.entities.add(number)
                    sentence.weights.setdefault(f"e:{number}", _SPEAKER)


def _named(entities: Sequence[Entity], articles: int) -> list[list[tuple[int, int, int]]]:
    """By article: start, end and number of each name.

    Left out are places and other names of one word: as words they have relatives ("Russia", "Russian").
    """
    found: list[list[tuple[int, int, int]]] = [[] for _ in range(articles)]
    for number, entity in enumerate(entities):
        if entity.kind in ("place", "other") and all(form.isalpha() for form in entity.forms):
            continue
        for order, spans in entity.spans.items():
            found[order].extend((span.start, span.end, number) for span in spans)
    return found


def _voice_names(bodies: Sequence[Body], entities: Sequence[Entity], links: SpeakerLinks) -> dict[int, int]:
    """Number of a voice -> number of the entity it is, where it goes by a name."""
    at = {
        (order, span.start): number
        for number, entity in enumerate(entities)
        for order, spans in entity.spans.items()
        for span in spans
    }
    found: dict[int, int] = {}
    for order, body in enumerate(bodies):
        for speaker in body.analysis.speakers:
            for span in speaker.mentions:
                if (order, span.start) in at:
                    found.setdefault(links[body.analysis.id, speaker.id], at[order, span.start])
    return found
