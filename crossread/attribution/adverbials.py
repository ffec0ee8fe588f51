"""Attributions by an adverbial: "according to X", "in a new poll", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.attribution.content import clause_stop, clause_to, content_before
from crossread.attribution.grammar import AUXILIARIES, is_finite
from crossread.attribution.page import Draft, Line, WordSpan
from crossread.attribution.phrases import subject_start, trimmed
from crossread.attribution.roles import HEARSAY_ADVERBS
from crossread.attribution.sources import right_source
from crossread.model import Cue, Span

_SHORTEST_REST = 12  # characters after "according to X," that can be content
_POLL_WITHIN = 12  # words before "poll" among which its "in" is looked for


def adverbials(line: Line) -> Iterator[Draft]:
    """The attributions of a sentence whose cue is no verb and no noun of saying."""
    for i in line.adverbials:
        form = line.forms[i]
        if form == "according":
            draft = _according_to(line, i)
        elif form in HEARSAY_ADVERBS:
            draft = _hearsay(line, i)
        else:
            draft = _in_poll(line, i)
        if draft:
            yield draft


def _according_to(line: Line, i: int) -> Draft | None:
    """ "according to X": the rest of the sentence is the content."""
    if line.forms[i + 1 : i + 2] != ["to"]:
        return None
    source = right_source(line, i + 2, long=True)
    return _around(line, (i, i + 1), source, "according to", "according_to")


def _in_poll(line: Line, i: int) -> Draft | None:
    """ "In a CNN poll, Lee led": word i is the poll; "a poll in Hull" and "said in a poll" are others' business."""
    for k in range(i - 1, max(line.first, i - _POLL_WITHIN) - 1, -1):
        if line.quoted(k) or (k + 1 <= i and not line.gap(k + 1).isspace() and line.gap(k + 1) != "/"):
            return None
        if line.forms[k] == "in":
            fronted = k - line.first <= 1
            if not (fronted or "," in line.gap(k)):
                return None
            source = right_source(line, k + 1, long=True)
            return _around(line, (k, k), source, "in", "in_poll")
        if is_finite(line, k):
            return None
    return None


def _around(line: Line, cue: WordSpan, source: WordSpan | None, lemma: str, rule: str) -> Draft | None:
    """The attribution whose content is what stands before the adverbial and after it."""
    if source is None:
        return None
    content = content_before(line, line.starts[cue[0]]) if cue[0] > line.first else []
    if rule == "in_poll" and cue[0] - line.first <= 1:
        content = []  # "But in a new poll, ..."
    if source[1] + 1 < line.stop:
        rest = clause_to(line, source[1] + 1, line.stop)
        if rest.end - rest.start > _SHORTEST_REST:
            content.append(rest)
    made = Cue((Span(line.starts[cue[0]], line.ends[cue[1]]),), lemma, "neutral")
    return Draft(line.span(source), made, content, rule, line.number) if content else None


def _hearsay(line: Line, i: int) -> Draft | None:
    """ "Lee reportedly left": the clause, said by nobody who is named."""
    if i + 1 >= line.stop or i == line.first or not line.adjacent(i + 1):
        return None
    group = i
    while line.adjacent(group) and line.forms[group - 1] in AUXILIARIES:
        group -= 1
    subject = trimmed(line, subject_start(line, group - 1), group - 1) if group > line.first else None
    stop = clause_stop(line, i + 1, subordinate=False)
    if subject is None or stop <= i + 1:
        return None
    content = [Span(line.span(subject)[0], line.ends[i - 1]), clause_to(line, i + 1, stop)]
    cue = Cue((Span(line.starts[i], line.ends[i]),), line.forms[i], "doubting")
    return Draft(None, cue, content, "hearsay_adverb", line.number)
