"""Attributions without a verb: "his claim that", "warnings from Ukraine that", "PENCE: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossread.attribution.content import clause_stop, clause_to, object_stop
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
from crossread.attribution.page import Draft, Line, Page, WordSpan
from crossread.attribution.sources import right_source
from crossread.model import BODY_ZONES, Cue, Span, Stance

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
_LONGEST_OWNER = 8
_LABEL = re.compile(r"(?P<who>[A-Z][\w.’'-]{0,24}(?: [A-Z(][\w.’')-]{0,24}){0,4}): (?=\S)")


def nominal(line: Line, i: int) -> Draft | None:
    """The attribution of the noun at word i: "X's claim that ...", "a report by X that ..."."""
    lemma, stance = noun_cues()[line.forms[i]]
    start = i + 1
    if start >= line.stop or not line.adjacent(start):
        return None
    told = _existential(line, i, lemma, stance)
    if told:
        return told
    first, source = _owner(line, i)
    if source is None and line.forms[start] in _FROM and start + 1 < line.stop:
        source = _giver(line, start + 1)
        start = _past_time(line, source[1] + 1) if source else start
    if source is None or start >= line.stop or line.forms[start] != "that" or not line.adjacent(start):
        return None
    stop = clause_stop(line, start, subordinate=False)
    stop = _before_main_verb(line, i, start, object_stop(line, start, stop))
    cue = Cue((Span(*line.span((first, i))),), lemma, stance)
    return Draft(line.span(source), cue, [clause_to(line, start, stop)], "nominal", line.number)


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


def labelled(page: Page) -> Iterator[Draft]:
    """Paragraphs that begin with a speaker and a colon, as in interviews and transcripts."""
    text, words = page.words.text, page.words
    seen = -1
    for number, sentence in enumerate(page.sentences):
        if sentence.paragraph == seen or sentence.zone not in BODY_ZONES:
            continue
        seen = sentence.paragraph
        match = _LABEL.match(text, sentence.start, min(sentence.end, sentence.start + 90))
        if match is None:
            continue
        who = match.span("who")
        written = match["who"]
        content = Span(match.end(), _paragraph_end(page, number))
        quoted = page.quoted_count(words.within(content.start, content.end)) > 0
        if content.end - content.start < 12 or not (quoted or (written.isupper() and len(written) > 2)):
            continue
        cue = Cue((Span(who[1], who[1] + 1),), ":", "neutral")
        draft = Draft(who, cue, [content], "label", number)
        draft.covers = {piece.quotation for piece in page.pieces_within(content.start, content.end)}
        yield draft


def _paragraph_end(page: Page, number: int) -> int:
    end = page.sentences[number].end
    for later in range(number + 1, min(number + 40, len(page.sentences))):
        if page.sentences[later].paragraph != page.sentences[number].paragraph:
            break
        end = page.sentences[later].end
    return end
