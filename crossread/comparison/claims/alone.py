"""Sentences found in one article only that a reader could check: a name or figure of their own, or somebody's words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.claims.clue_words import same_thing
from crossread.comparison.claims.clues import Clues
from crossread.comparison.claims.differing_figures import is_small
from crossread.comparison.names.entities import Entity
from crossread.model import Span, Speaker
from crossread.text.words import find_words

_FEWEST = 2.5  # weight of a sentence that says enough to be looked for elsewhere
_WORDS = 8  # of a sentence
_QUOTED = 12  # words of a quotation that says enough by itself
_QUOTATION = 1.5  # facts that somebody's words weigh as much as
_EARLY = 2.0  # and the first place in the article
_MOSTLY = 0.7  # share of a sentence's words from which it is somebody's words


class Alone(Struct, frozen=True, gc=False):
    """A sentence with the facts only its article has, and how much it tells.

    `source` is whoever it is attributed to, "" where nobody is; `quoted` holds the quoted words of a sentence that
    is little else. Who says it or passes it on is no fact of the sentence: the voices tell that.
    """

    sentence: Clues
    facts: tuple[Span, ...]
    weight: float
    source: Speaker | None
    quoted: Span | None


def telling_alone(sentences: Sequence[Clues], bodies: Sequence[Body], entities: Sequence[Entity]) -> list[Alone]:
    """The sentences that can be checked, article by article, the most telling first: many facts, an early place."""
    own = _own_facts(bodies, entities)
    found = []
    told: set[tuple[int, str]] = set()
    for sentence in sentences:
        body = bodies[sentence.order]
        if not _says_enough(body, sentence):
            continue
        again = (sentence.order, _folded(body, sentence))
        one = _alone(body, sentence, own[sentence.order])
        if one is not None and again not in told:
            told.add(again)
            found.append(one)
    return sorted(found, key=lambda one: (one.sentence.order, -one.weight - _early(one, bodies), one.sentence.index))


def _alone(body: Body, sentence: Clues, own: Sequence[Span]) -> Alone | None:
    """The sentence with its own facts; None where it has neither those nor enough of somebody's words."""
    first, last = (bisect_left(own, Span(at, at)) for at in (sentence.start, sentence.end))
    source = _source(body, sentence)
    sources = [*(source.mentions if source else ()), *_sources(body, sentence)]
    facts = tuple(span for span in own[first:last] if not any(_overlap(span, each) for each in sources))
    quoted = _quoted(body, sentence)
    words = sum(len(body.text[span.start : span.end].split()) for span in quoted)
    said = _QUOTATION * (sentence.said and words >= _QUOTED)
    if first == last and not said:
        return None
    mostly = words >= _MOSTLY * len(body.text[sentence.start : sentence.end].split())
    longest = max(quoted, key=lambda span: span.end - span.start) if mostly else None
    return Alone(sentence, facts, len(facts) + said, source, longest)


def _sources(body: Body, sentence: Clues) -> Iterator[Span]:
    """Who says it in the sentence and who passes it on, as it is written there."""
    for said in body.attributions_in(sentence.start, sentence.end):
        for found in (said.source, said.second_hand):
            if found is not None:
                yield Span(found.start, found.end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _folded(body: Body, sentence: Clues) -> str:
    return " ".join(word_form(body.text[a:b]) for a, b in find_words(body.text, sentence.start, sentence.end))


def _says_enough(body: Body, sentence: Clues) -> bool:
    words = body.text[sentence.start : sentence.end]
    return sentence.total >= _FEWEST and len(words.split()) >= _WORDS and not sentence.asks


def _early(one: Alone, bodies: Sequence[Body]) -> float:
    return _EARLY * (1 - one.sentence.index / max(1, len(bodies[one.sentence.order].sentences) - 1))


def _own_facts(bodies: Sequence[Body], entities: Sequence[Entity]) -> list[list[Span]]:
    """By article, where it has a name or figure that no other article has, in reading order."""
    own: list[list[Span]] = [[] for _ in bodies]
    for entity in entities:
        if entity.tells and len(entity.spans) == 1:
            for order, spans in entity.spans.items():
                own[order] += spans
    figures = [[(n.value, same_thing(n.unit)) for n in body.numbers] for body in bodies]
    often = Counter(figure for each in figures for figure in set(each))
    for spans, body, values in zip(own, bodies, figures, strict=True):
        pairs = zip(body.numbers, values, strict=True)
        spans += [Span(n.start, n.end) for n, figure in pairs if often[figure] == 1 and not is_small(n)]
        spans.sort()
    return own


def _source(body: Body, sentence: Clues) -> Speaker | None:
    """Who most of a sentence's words are attributed to."""
    speakers = {speaker.id: speaker for speaker in body.analysis.speakers}
    room: Counter[str] = Counter()
    for said in body.attributions_in(sentence.start, sentence.end):
        for span in said.content:
            if said.speaker in speakers and span.start < sentence.end and sentence.start < span.end:
                room[said.speaker] += min(span.end, sentence.end) - max(span.start, sentence.start)
    return speakers[max(room, key=lambda speaker: (room[speaker], speaker))] if room else None


def names_source(body: Body, one: Alone) -> bool:
    """Whether the words that would be shown say themselves whose they are, or are the article's own."""
    if one.source is None or one.quoted or body.sentences[one.sentence.index].voice == "narrator":
        return one.quoted is None or one.source is None
    words = set(_folded(body, one.sentence).split())
    return any(word_form(word) in words for word in one.source.name.split())


def _quoted(body: Body, sentence: Clues) -> list[Span]:
    """The parts of the sentence inside quotation marks."""
    return [
        Span(max(span.start, sentence.start), min(span.end, sentence.end))
        for quotation in body.analysis.quotations
        if quotation.kind == "speech"
        for span in quotation.spans
        if span.start < sentence.end and sentence.start < span.end
    ]
