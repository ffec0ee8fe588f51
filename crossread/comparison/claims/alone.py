"""Sentences found in one article only that a reader could check: a name or figure of their own, or somebody's words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.claims.clue_words import same_thing
from crossread.comparison.claims.clues import Clues
from crossread.comparison.names.entities import Entity
from crossread.model import Span
from crossread.text.words import find_words

_FEWEST = 2.5  # weight of a sentence that says enough to be looked for elsewhere
_WORDS = 8  # of a sentence
_QUOTED = 12  # words of a quotation that says enough by itself
_QUOTATION = 1.5  # facts that somebody's words weigh as much as
_EARLY = 2.0  # and the first place in the article


class Alone(Struct, frozen=True, gc=False):
    """A sentence with the facts only its article has, somebody's words in it or not, and how much it tells."""

    sentence: Clues
    facts: tuple[Span, ...]
    weight: float


def telling_alone(sentences: Sequence[Clues], bodies: Sequence[Body], entities: Sequence[Entity]) -> list[Alone]:
    """The sentences that can be checked, article by article, the most telling first: many facts, an early place."""
    own = [_own_facts(order, bodies, entities) for order in range(len(bodies))]
    found = []
    for sentence in sentences:
        body, spans = bodies[sentence.order], own[sentence.order]
        if not _says_enough(body, sentence):
            continue
        first, last = (bisect_left(spans, Span(at, at)) for at in (sentence.start, sentence.end))
        said = _QUOTATION * (sentence.said and _quoted_words(body, sentence) >= _QUOTED)
        if last > first or said:
            found.append(Alone(sentence, tuple(spans[first:last]), last - first + said))
    return sorted(found, key=lambda one: (one.sentence.order, -one.weight - _early(one, bodies), one.sentence.index))


def _says_enough(body: Body, sentence: Clues) -> bool:
    words = body.text[sentence.start : sentence.end]
    asked = words.rstrip("”\"’' ").endswith("?")
    return sentence.total >= _FEWEST and len(words.split()) >= _WORDS and not asked


def _early(one: Alone, bodies: Sequence[Body]) -> float:
    return _EARLY * (1 - one.sentence.index / max(1, len(bodies[one.sentence.order].sentences) - 1))


def _own_facts(order: int, bodies: Sequence[Body], entities: Sequence[Entity]) -> list[Span]:
    """Where an article has a name or figure that no other article has, in reading order."""
    names = [
        span for entity in entities if entity.tells and list(entity.spans) == [order] for span in entity.spans[order]
    ]
    others = {
        (n.value, same_thing(n.unit)) for place, body in enumerate(bodies) if place != order for n in body.numbers
    }
    figures = [Span(n.start, n.end) for n in bodies[order].numbers if (n.value, same_thing(n.unit)) not in others]
    return sorted(names + figures)


def unsaid_source(body: Body, sentence: Clues) -> str:
    """Who most of a sentence's words are attributed to, where the sentence does not say so itself."""
    speakers = {speaker.id: speaker for speaker in body.analysis.speakers}
    room: Counter[str] = Counter()
    for said in body.analysis.attributions:
        for span in said.content:
            if said.speaker in speakers and span.start < sentence.end and sentence.start < span.end:
                room[said.speaker] += min(span.end, sentence.end) - max(span.start, sentence.start)
    if not room:
        return ""
    name = speakers[max(room, key=lambda speaker: (room[speaker], speaker))].name
    words = {word_form(body.text[start:end]) for start, end in find_words(body.text, sentence.start, sentence.end)}
    return "" if any(word_form(word) in words for word in name.split()) else name


def _quoted_words(body: Body, sentence: Clues) -> int:
    """Words of the sentence inside quotation marks."""
    return sum(
        len(body.text[max(span.start, sentence.start) : min(span.end, sentence.end)].split())
        for quotation in body.analysis.quotations
        if quotation.kind == "speech"
        for span in quotation.spans
        if span.start < sentence.end and sentence.start < span.end
    )
