"""Attributions in the passive: "was rejected by X", "was quoted as saying", "is accused of", "was asked about"."""

from __future__ import annotations

from typing import NamedTuple

from crossread.attribution.content import clause_to, content_before, content_limit
from crossread.attribution.cues import CueWord
from crossread.attribution.grammar import DETERMINERS, cue_forms
from crossread.attribution.objects import is_occasion
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.sources import left_source, right_source
from crossread.model import Span

_AGENT_WITHIN = 4  # words after a passive verb among which its "by" is looked for
_QUOTED_WITHIN = 12  # words after "was quoted" among which "as saying" is looked for
_OCCASION_OPENERS = frozenset(("by", "on", "in", "at", "during"))  # "“...,” was quoted as saying by Tass"
_QUESTIONS = frozenset("that if whether who what why how when where".split())
_TOPICS = frozenset(("about", "on", "over"))
_ASKING = frozenset("ask tell inform warn remind assure advise question press quiz brief".split())
_BLAMING = frozenset("accuse suspect convict acquit charge".split())
_HELD = frozenset("expect believe say think report know allege assume consider estimate project rumour rumor".split())
_FELT = frozenset(
    "worry convince persuade surprise disappoint alarm frustrate concern outrage shock trouble encourage please excite "
    "satisfy determine disgust dismay anger infuriate".split()
)
_FELT_OF = frozenset("that to about at by with over".split())
_SEEN = frozenset("see know view regard consider describe portray recognize recognise identify perceive".split())
_NAMING = frozenset("consider deem call dub declare name".split())
_ANNOUNCED = frozenset("announce report confirm reveal disclose".split())


class Passive(NamedTuple):
    """What a passive gives: its source, what is said, to whom, and the last word of the cue."""

    source: WordSpan | None
    content: list[Span]
    rule: str
    addressee: WordSpan | None = None
    cue_end: int | None = None


def passive(line: Line, cue: CueWord) -> Passive | None:
    """What is said by whom around a passive verb; nothing where it reports no speech and no view."""
    subject = left_source(line, cue.group)
    if subject is None:
        return None
    if cue.lemma == "quote":
        return _quoted_as_saying(line, cue, subject)
    after = cue.last + 1
    if cue.lemma in _FELT and after < line.stop and line.forms[after] in _FELT_OF:
        start = after if line.forms[after] in ("that", "to") else after + 1
        stop = content_limit(line, cue, None, subject)
        return Passive(subject, [clause_to(line, start, stop)], "felt") if start < stop else None
    by = _agent(line, cue)
    if by is None:
        return _agentless(line, cue, subject)
    if not set("npcoe") & set(cue.frames):
        return None
    source = None if line.quoted(by) else right_source(line, by + 1, long=False)
    if source is None:
        return None
    rest = source[1] + 1
    told = rest < line.stop and line.forms[rest] in _QUESTIONS and "o" in cue.frames
    if told:
        return Passive(source, [clause_to(line, rest, line.stop)], "passive_by", subject)
    content = [Span(*line.span(subject))]
    if rest < line.stop and (line.quoted(rest) or line.forms[rest] in ("as", "of")):
        content.append(clause_to(line, rest, line.stop))
    return Passive(source, content, "passive_by")


def _agent(line: Line, cue: CueWord) -> int | None:
    """The word "by" of the agent."""
    last = min(cue.last + _AGENT_WITHIN, line.stop)
    return next((k for k in range(cue.last + 1, last) if line.forms[k] == "by"), None)


def _quoted_as_saying(line: Line, cue: CueWord, subject: WordSpan) -> Passive | None:
    """ "was quoted (by Tass) as saying": the subject speaks."""
    for k in range(cue.last + 2, min(cue.last + _QUOTED_WITHIN, line.stop)):
        if line.forms[k - 1] == "as" and line.forms[k].endswith("ing") and line.forms[k] in cue_forms():
            limit = content_limit(line, cue, None, subject)
            before = subject[0] > line.first and line.quoted(subject[0] - 1)
            if before and (k + 1 >= limit or line.forms[k + 1] in _OCCASION_OPENERS):
                return Passive(subject, content_before(line, line.starts[subject[0]]), "quoted_as", None, k)
            return Passive(subject, [clause_to(line, k + 1, limit)], "quoted_as", None, k) if k + 1 < limit else None
    return None


def _agentless(line: Line, cue: CueWord, subject: WordSpan) -> Passive | None:
    """ "It is believed that", "is expected to", "was asked whether": what is said, by nobody who is named."""
    after = cue.last + 1
    if line.quoted(subject[0]):
        return None
    named = Span(*line.span(subject))
    if after >= line.stop or not line.adjacent(after):
        return Passive(None, [named], "agentless") if cue.lemma in _ANNOUNCED and after >= line.stop else None
    form = line.forms[after]
    rest = clause_to(line, after, content_limit(line, cue, None, subject))
    verb, _, topic = cue.lemma.partition(" ")
    asking = verb in _ASKING
    start = after + (form in _TOPICS)
    if asking and (topic in _TOPICS or form in _TOPICS) and start < line.stop:
        return Passive(None, [Span(line.starts[start], rest.end)], "agentless", subject)
    if cue.lemma in _ANNOUNCED and form in ("on", "in", "at") and is_occasion(line, after + 1, line.stop):
        return Passive(None, [named], "agentless")
    if form in _QUESTIONS or line.quoted(after):
        if not asking and line.forms[subject[0]] != "it" and not line.quoted(after):
            return None
        return Passive(None, [rest], "agentless", subject if asking else None)
    fits = (
        (form == "to" and cue.lemma in _HELD)
        or (form == "as" and ("p" in cue.frames or cue.lemma in _SEEN))
        or (form in ("of", "with") and cue.lemma in _BLAMING)
        or (form in DETERMINERS and (cue.lemma in _NAMING or "p" in cue.frames))
    )
    return Passive(None, [named, rest], "agentless") if fits else None
