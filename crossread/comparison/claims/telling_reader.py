"""Reads the tellings of a claim: whose voice the words they share are in, what is left open and what is negated."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from crossread.comparison.bodies import Body
from crossread.comparison.claims.claims import Claim
from crossread.comparison.claims.clues import Clues, placed_clues
from crossread.comparison.claims.tellings import Negated, Telling, Voice, following, places_of
from crossread.comparison.quoting.wording import Wording
from crossread.model import NO_ANSWER, Attribution, Span

# Share of the words two tellings have in common that is attributed: up to the first the article says
# it itself, from the second on somebody is given for it.
_OWN, _ATTRIBUTED = 0.1, 0.7
_COMMON_WORDS = 4  # fewer words in common do not tell in whose voice they are
_BESIDE = 3  # words after a hedge among which one of those the tellings share stands
_NEGATED = 3  # words after a negation among which the word it negates stands
_NEGATIONS = frozenset("not never no none nobody neither nor without cannot".split())
# What says no without a negation.
_CONTRARY = frozenset(
    f"w:{clue}" for clue in "DENY REJECT CANCEL STOP BAN END CLOSE DELAY fail unabl avoid prevent lack disput".split()
)
_DENYING = frozenset("deny denies denied denying refuse refuses refused refusing cancelled canceled".split())
_NO_DENIAL = frozenset("only help just necessarily".split())  # "not only", "can't help"
_RULED_OUT = ("out", frozenset("rule rules ruled ruling".split()))
_DENIED = 4  # words after a word that says no among which one that the tellings share stands
# Verbs by which somebody is given for a statement.
_SAYING = frozenset(
    "say tell add claim report note state argue insist believe think allege suggest estimate confirm write tweet "
    "assert maintain contend declare announce explain acknowledge admit conclude warn".split()
)
_ACCORDING = " to"  # "according to", "point to"
_HEDGES = ("hedging.hedge", "hedging.distancing", "hedging.band_", "hedging.degree")
# Of the hedges those that leave open what they stand before; "speculation" and "hope" may be what is told of.
_LEAVE_OPEN = frozenset(
    "perhaps maybe likely unlikely expected believed thought suspected alleged supposed "
    "seems seem seemed appears appear appeared nearly almost".split()
)


class TellingReader:
    """One article, with what its tellings are read from found by sentence."""

    def __init__(self, order: int, body: Body, wording: Wording) -> None:
        self._order, self._body, self._wording = order, body, wording
        self._speakers = {speaker.id: speaker for speaker in body.analysis.speakers}
        self._said: dict[int, list[Attribution]] = {}
        for said in body.analysis.attributions:
            if said.rule != NO_ANSWER:
                for index in {i for span in said.content for i in self._indices(span)}:
                    self._said.setdefault(index, []).append(said)
        self._hedges: dict[int, list[Span]] = {}
        measured = next((m for m in body.analysis.measurements if m.metric == "hedging"), None)
        for mark in measured.evidence if measured else ():
            index_at = body.index_at(mark.start)
            if index_at is not None and mark.voice != "quoted" and mark.rule.startswith(_HEDGES):
                self._hedges.setdefault(index_at, []).append(Span(mark.start, mark.end))

    def _indices(self, span: Span) -> range:
        first, last = self._body.index_at(span.start), self._body.index_at(max(span.start, span.end - 1))
        return range(first, (first if last is None else last) + 1) if first is not None else range(0)

    def placed(self, sentences: Sequence[Clues]) -> dict[str, list[int]]:
        """The places of each word of some sentences, by its clue."""
        found: dict[str, list[int]] = {}
        for sentence in sentences:
            for clue, place in placed_clues(self._wording, sentence.start, sentence.end):
                found.setdefault(clue, []).append(place)
        return found

    def read(
        self, sentences: tuple[Clues, ...], placed: Mapping[str, Sequence[int]], shared: Collection[str]
    ) -> Telling:
        """The telling in these sentences; `shared` are the clues that another telling has too."""
        words = {clue: tuple(places) for clue, places in placed.items() if clue in shared}
        at = sorted(place for places in words.values() for place in places)
        negations = [place for place in places_of(self._wording, sentences) if _negates(self._wording.forms[place])]
        denying = [place for place in places_of(self._wording, sentences) if self._denies(place)]
        return Telling(
            article=self._body.analysis.id,
            order=self._order,
            sentences=sentences,
            wording=self._wording,
            words=words,
            voice=self._voice(sentences, at),
            hedges=self._open(sentences, at),
            negated=self._negated(sentences, negations, words),
            denies=bool(negations or denying) or not _CONTRARY.isdisjoint(placed),
            denial=self._denial(sorted({*negations, *denying}), at),
        )

    def _denies(self, place: int) -> bool:
        return self._wording.forms[place] in _DENYING or self._rules_out(place)

    def _rules_out(self, place: int) -> bool:
        out, forms = _RULED_OUT
        return self._wording.forms[place] == out and place > 0 and self._wording.forms[place - 1] in forms

    def _denial(self, saying_no: Sequence[int], at: Sequence[int]) -> Span | None:
        """The first word that says no right before one the tellings share, as far as that."""
        for place in saying_no:
            after = bisect_left(at, place + 1)
            near = after < len(at) and at[after] - place <= _DENIED
            if near and self._wording.forms[place + 1] not in _NO_DENIAL:
                first = place - 1 if self._rules_out(place) else place
                return self._wording.span(first, at[after] + 1)
        return None

    def _voice(self, sentences: Sequence[Clues], at: Sequence[int]) -> Voice:
        """In whose voice the shared words are."""
        told = [said for sentence in sentences for said in self._said.get(sentence.index, ())]
        starts = [self._wording.starts[place] for place in at]
        covered = [
            {n for span in said.content for n in range(bisect_left(starts, span.start), bisect_left(starts, span.end))}
            for said in told
        ]
        quoted = {n for n, place in enumerate(at) if self._wording.inside[place] >= 0}
        inside = len(quoted.union(*covered))
        share = inside / len(at) if at else 0.0
        if len(at) < _COMMON_WORDS or _OWN < share < _ATTRIBUTED:
            return Voice("unclear")
        if share <= _OWN:
            return Voice("own")
        if not any(covered):
            return Voice("attributed")
        said = told[max(range(len(told)), key=lambda number: (len(covered[number]), -number))]
        cue = said.cue.spans[0] if said.cue else said.source
        says = said.cue is None or said.cue.lemma in _SAYING or said.cue.lemma.endswith(_ACCORDING)
        return Voice("attributed", self._speakers.get(said.speaker or ""), cue, says)

    def _open(self, sentences: Sequence[Clues], at: Sequence[int]) -> tuple[Span, ...]:
        """The hedges right before a word the tellings share; none where the metric was not measured."""
        found = []
        for mark in (mark for sentence in sentences for mark in self._hedges.get(sentence.index, ())):
            place = bisect_left(self._wording.starts, mark.start)
            form = self._wording.forms[place]
            opens = form in _LEAVE_OPEN or form.endswith("ly")
            after = bisect_left(at, place)
            if opens and after < len(at) and at[after] - place <= _BESIDE:
                found.append(mark)
        return tuple(found)

    def _negated(
        self, sentences: Sequence[Clues], negations: Sequence[int], words: Mapping[str, Sequence[int]]
    ) -> dict[str, Negated]:
        """The shared words that are negated: "not guilty", "did not know"."""
        clue_at = {place: clue for clue, places in words.items() for place in places}
        found: dict[str, Negated] = {}
        for place in negations:
            after = next((at for at in range(place + 1, place + 1 + _NEGATED) if at in clue_at), None)
            if after is not None:
                negated = Negated(self._wording.span(place, after + 1), following(self._wording, sentences, after))
                found.setdefault(clue_at[after], negated)
        return found


def read_tellings(claim: Claim, readers: Sequence[TellingReader]) -> list[Telling]:
    """The tellings of a claim in the set's order; `readers` are those of all articles of the set."""
    placed = {order: readers[order].placed(sentences) for order, sentences in claim.items()}
    often = Counter(clue for places in placed.values() for clue in places)
    shared = frozenset(clue for clue, count in often.items() if count > 1)
    return [readers[order].read(claim[order], placed[order], shared) for order in claim]


def _negates(form: str) -> bool:
    return form in _NEGATIONS or form.endswith("n't")
