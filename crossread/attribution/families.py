"""Attributions by a noun: "his claim that", "warnings from Ukraine that", "there are reports that"."""

from __future__ import annotations

from itertools import pairwise

from crossread.attribution.content import clause_stop, clause_to
from crossread.attribution.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NOMINATIVE,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    is_finite,
)
from crossread.attribution.nouns import noun_cues
from crossread.attribution.objects import is_occasion, object_stop, phrase_stop
from crossread.attribution.page import Draft, Line, WordSpan
from crossread.attribution.sources import left_source, right_source
from crossread.model import Cue, Span, Stance

_POSSESSIVES = frozenset("his her its their my our your".split())
_RUMOURS = frozenset(
    "reports speculation rumours rumors claims allegations suggestions talk fears concern concerns".split()
)
_SUBJECTS = NOMINATIVE | RELATIVES | ADVERBS | AUXILIARIES
_THERE_WITHIN = 7  # words between "there" and its noun
_FROM = frozenset(("by", "from", "of", "among"))
_LONGEST_MODIFIER = 3  # adjectives between "his" and "claim"
_BACK = 40  # words on either side of "his claim that" among which the main verb is looked for
_LONGEST_TIME = 8  # words between "warnings from X" and "that"
# What may be said by nobody in particular.
_HEARD = frozenset(
    "idea notion assumption perception sentiment belief argument assertion "
    "accusation allegation call claim complaint concern condemnation criticism doubt fear hope objection "
    "opposition outrage praise prediction question report request rumor rumour speculation suggestion support "
    "suspicion warning worry anger expectation perception scepticism skepticism".split()
)
_NO_NOUN_AFTER = NOMINATIVE | {"to", "us", "who", "will", "would", "can", "could"}
_LIGHT_WITHIN = 6  # words before a noun within which its verb stands
_LIGHT = frozenset(
    "have has had having make makes made making give gives gave giving take takes took raise raises raised show shows "
    "showed issue issues issued express expresses expressed expressing voice voiced voices deliver delivered delivers "
    "offer offered offers lead leads led draw drew unleashed launched launches declared feel feels felt get gets got "
    "keep keeps kept win won wins".split()
)
_OBJECTS = frozenset("him me us it them her you what whatever how".split())
_LONGEST_OWNER = 8


def nominal(line: Line, i: int) -> Draft | None:
    """The attribution of the noun at word i: "X's claim that ...", "a report by X that ..."."""
    lemma, stance, takes = noun_cues()[line.forms[i]]
    start = i + 1
    if start >= line.stop or not line.adjacent(start):
        return None
    told = _existential(line, i, lemma, stance)
    if told:
        return told
    first, source = _owner(line, i)
    if source is None:
        first, source = _bearer(line, i)
    owned = source is not None
    if source is None and line.forms[start] in _FROM - takes and start + 1 < line.stop:
        source = _giver(line, start + 1)
        start = _past_time(line, source[1] + 1) if source else start
    if start >= line.stop or not line.adjacent(start) or line.forms[start] not in takes:
        return None
    if source is None:
        heard = lemma in _HEARD and not line.capital(i) and line.forms[i] != "call"  # "a call for help"
        return _of_nobody(line, i, start) if heard else None
    if line.forms[start] != "that":
        if not owned or is_occasion(line, start + 1, line.stop):
            return None
        return _of_topic(line, i, (first, source), start)
    cue = Cue((Span(*line.span((first, i))),), lemma, stance)
    content = clause_to(line, start, _clause_end(line, i, start))
    return Draft(line.span(source), cue, [content], "nominal", line.number)


def _of_nobody(line: Line, i: int, start: int) -> Draft | None:
    """ "amid calls for a vote", "allegations of fraud", "fears that it leaks": said by nobody who is named."""
    lemma, stance, _ = noun_cues()[line.forms[i]]
    if line.forms[i - 1] in _NO_NOUN_AFTER and line.adjacent(i):
        return None  # "too close to call", "the rest of us hope to"
    begin, stop = (start, _clause_end(line, i, start)) if line.forms[start] == "that" else _topic(line, start)
    if stop <= begin + (begin == start):
        return None
    cue = Cue((Span(*line.span((i, max(i, begin - 1)))),), lemma, stance)
    return Draft(None, cue, [clause_to(line, begin, stop)], "nominal_agentless", line.number)


def _of_topic(line: Line, i: int, owned: tuple[int, WordSpan], start: int) -> Draft | None:
    """ "Lee's attacks on the council", "her promise to mend the wall": what the preposition or "to" brings in."""
    first, source = owned
    lemma, stance, _ = noun_cues()[line.forms[i]]
    begin, stop = _topic(line, start)
    cue = Cue((Span(*line.span((first, begin - 1))),), lemma, stance)
    if stop <= begin + (begin == start):
        return None
    return Draft(line.span(source), cue, [clause_to(line, begin, stop)], "nominal_topic", line.number)


def _topic(line: Line, start: int) -> tuple[int, int]:
    """The words of what the preposition at `start` brings in; of an infinitive with its "to"."""
    begin = start + 1
    if begin < line.stop and line.forms[start] == "to" and not _is_object(line, begin):
        begin = start  # "her promise to mend it"
    return begin, phrase_stop(line, begin, object_stop(line, begin, clause_stop(line, begin, subordinate=True)))


def _clause_end(line: Line, noun: int, that: int) -> int:
    """The word before which the clause of a noun's "that" ends."""
    return _before_main_verb(line, noun, that, object_stop(line, that, clause_stop(line, that, subordinate=False)))


def _is_object(line: Line, i: int) -> bool:
    """Whether a noun phrase begins at word i, and no verb: "opposition to | the wall"."""
    form = line.forms[i]
    return form in DETERMINERS or line.capital(i) or line.quoted(i) or form.endswith("ing") or form in _OBJECTS


def _existential(line: Line, i: int, lemma: str, stance: Stance) -> Draft | None:
    """ "There are also reports that ...", "there had been speculation the leader would ...": a vague source."""
    there = next(
        (k for k in range(i - 1, max(line.first - 1, i - _THERE_WITHIN), -1) if line.forms[k] == "there"), None
    )
    start = i + 1
    bare = line.forms[start] != "that"
    if bare and line.forms[i] not in _RUMOURS:
        return None
    if there is None or not any(form in AUXILIARIES for form in line.forms[there + 1 : i]):
        return None
    if bare and not any(is_finite(line, k) for k in range(start + 1, min(start + _THERE_WITHIN, line.stop))):
        return None
    if bare and line.forms[start] in PREPOSITIONS:
        return None
    last = next(k for k in range(i - 1, there - 1, -1) if line.forms[k] in AUXILIARIES or k == there)
    cue = Cue((Span(*line.span((there, last))),), lemma, stance)
    content = clause_to(line, start, clause_stop(line, start, subordinate=False))
    return Draft(
        line.span((last + 1 if line.forms[last + 1] not in ADVERBS else i, i)),
        cue,
        [content],
        "existential",
        line.number,
    )


def _bearer(line: Line, i: int) -> tuple[int, WordSpan | None]:
    """The first word of "has little praise", "made comments", and the subject of its verb."""
    for k in range(i - 1, max(line.first, i - _LIGHT_WITHIN), -1):
        if line.quoted(k) or not line.adjacent(k + 1) or line.forms[k] in PREPOSITIONS:
            break
        if line.forms[k] in _LIGHT:
            first = k
            while line.adjacent(first) and (line.forms[first - 1] in AUXILIARIES or line.forms[first - 1] in ADVERBS):
                first -= 1
            return first, left_source(line, first)
    return i, None


def _owner(line: Line, i: int) -> tuple[int, WordSpan | None]:
    """The first word of the cue, and the owner before it: "his", "Donald Trump's"."""
    first = i
    while line.adjacent(first) and i - first <= _LONGEST_MODIFIER:
        form = line.forms[first - 1]
        if form in _POSSESSIVES:
            return first, (first - 1, first - 1)
        if form.endswith(("'s", "s'")) and not line.quoted(first - 1):
            return first, (_owner_start(line, first - 1), first - 1)
        if form in DETERMINERS or form in PREPOSITIONS or form in OPENERS or is_finite(line, first - 1):
            break
        first -= 1
    return i, None


def _owner_start(line: Line, last: int) -> int:
    first = last
    while line.adjacent(first) and last - first < _LONGEST_OWNER:
        form = line.forms[first - 1]
        if (
            form in PREPOSITIONS
            or form in OPENERS
            or is_finite(line, first - 1)
            or form.endswith("ing")
            or form == "to"
        ):
            break
        first -= 1
        if form in DETERMINERS:
            break
    while first < last and line.capital(last) and not line.capital(first) and line.forms[first].endswith("ed"):
        first += 1
    return first


def _giver(line: Line, first: int) -> WordSpan | None:
    """The noun phrase after "by" or "from", up to what introduces the content."""
    source = right_source(line, first, long=False)
    if source is None:
        return None
    for k in range(source[0] + 1, source[1] + 1):
        if line.forms[k] == "that":
            return source[0], k - 1
    return source


def _past_time(line: Line, i: int) -> int:
    """The word after "in recent days" or "on Monday", or i itself."""
    if i < line.stop and line.forms[i] in ("in", "on", "at", "this", "last", "over"):
        for k in range(i + 1, min(i + _LONGEST_TIME, line.stop)):
            if not line.adjacent(k):
                break
            if line.forms[k] == "that":
                return k
    return i


def _before_main_verb(line: Line, noun: int, first: int, limit: int) -> int:
    """Where "that ..." ends when its noun is the subject: "his claim that the wall leaked | was false"."""
    if any(is_finite(line, k) for k in range(max(line.first, noun - _BACK), noun)):
        return limit
    verbs = [k for k in range(first + 1, min(limit, first + _BACK)) if not line.quoted(k) and is_finite(line, k)]
    for earlier, later in pairwise(verbs):
        if (later > earlier + 1 or line.forms[earlier] not in AUXILIARIES) and line.forms[later - 1] not in _SUBJECTS:
            return later
    return limit
