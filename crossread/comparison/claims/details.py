"""Names and figures that one telling of a claim has and another article has nowhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.claims.clue_words import same_thing
from crossread.comparison.claims.differing_figures import by_unit, is_small
from crossread.comparison.claims.tellings import Telling
from crossread.comparison.names.entities import Entity
from crossread.model import Span
from crossread.text.number_words import NUMBER_WORDS
from crossread.text.numbers import Number

_SPELT = {str(value): word for word, value in NUMBER_WORDS.items()}


class Background:
    """What every article of the set has somewhere: a detail told elsewhere in it is not one it lacks."""

    def __init__(self, bodies: Sequence[Body], entities: Sequence[Entity]) -> None:
        self._bodies = bodies
        self._figures = [{(n.value, same_thing(n.unit)) for n in body.numbers} for body in bodies]
        self._names: list[dict[int, tuple[Entity, Span]]] = [{} for _ in bodies]
        for entity in entities:
            if entity.tells:
                for order, spans in entity.spans.items():
                    self._names[order].update((span.start, (entity, span)) for span in spans)
        self._starts = [sorted(names) for names in self._names]

    def lacking(self, told: Telling, other: Telling) -> Iterator[Span]:
        """The names and figures of a telling that are nowhere in the other's article, in reading order."""
        yield from sorted([*self._names_lacking(told, other), *self._figures_lacking(told, other)])

    def knows(self, order: int, number: Number) -> bool:
        """Whether an article has a figure, in digits or in a word."""
        words = self._bodies[order].words
        spelt = _SPELT.get(number.value, number.value)
        return (number.value, same_thing(number.unit)) in self._figures[order] or spelt in words

    def _names_lacking(self, told: Telling, other: Telling) -> Iterator[Span]:
        seen: set[int] = set()
        for entity, span in self._named(told):
            words = told.words_at(span)
            if other.order in entity.spans or id(entity) in seen or words.isupper():
                continue  # in capitals stands where the report was filed
            seen.add(id(entity))
            if word_form(words.split()[-1]) not in self._bodies[other.order].words:  # may be part of another name there
                yield span

    def _figures_lacking(self, told: Telling, other: Telling) -> Iterator[Span]:
        units = by_unit(other.numbers)
        for number in told.numbers:
            if (
                not is_small(number)
                and not self.knows(other.order, number)
                and units.keys().isdisjoint(by_unit([number]))
            ):
                yield told.rounded(number)

    def _named(self, telling: Telling) -> Iterator[tuple[Entity, Span]]:
        """The people, bodies and places a telling names."""
        starts = self._starts[telling.order]
        for sentence in telling.sentences:
            for start in starts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
                yield self._names[telling.order][start]
