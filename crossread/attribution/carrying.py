"""Quotations no cue reaches: the paragraph that only goes on, and the sentence that leads to the quotation.

Three things are tried, the surest first: somebody already heard in the sentence; a subject with its verb
beside the quotation, whatever the verb ("the e-mail read", "mused Ann Lee"); and whoever was heard last,
when the quotation opens its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossread.attribution.grammar import AUXILIARIES, NOMINATIVE, is_finite
from crossread.attribution.page import LONGEST_LINE, Draft, Line, Page, WordSpan
from crossread.attribution.sources import left_source, right_source
from crossread.model import Cue, Quotation, Span

_SPEECH_WORDS = 4  # fewer quoted words without a cue are a term, a title or a scare quote
_BACK = 12  # sentences of a paragraph behind which nothing is looked for
_LEAD = 3  # words before a quotation that goes on: "Instead, “he just walks,”"
_BESIDE = 12  # words between a quotation and the verb it is the object of
_AHEAD = 30  # words before a colon among which its verb is looked for
_NEAR = 40  # attributions of one sentence; a page without full stops has more
_MARKS = "”“\"»'’"
_ENDS = frozenset(",!?—–")  # before a closing mark: the sentence goes on after the quotation


def carry_on(page: Page, drafts: list[Draft]) -> None:
    """Give quotations that no cue reaches to a speaker: new drafts are put in, old ones extended."""
    covered = {index for draft in drafts for index in draft.covers}
    heard: dict[int, list[Draft]] = {}
    for draft in drafts:
        heard.setdefault(draft.sentence, []).append(draft)
    added: list[Draft] = []
    for index, quotation in enumerate(page.quotations):
        if index in covered:
            continue
        within = page.words.within(quotation.start, quotation.end)
        number = page.words.sentences[within.start] if _may_be_speech(page, within) else -1
        if number < 0:
            continue
        found = _in_sentence(heard.get(number, ()), quotation)
        if not found and (made := _beside(page, number, quotation, within)):
            added.append(made)
            found = made
        if not found and _leads(page, number, within):
            found = _before(page, heard, number)
        if found:
            found.content = sorted({*found.content, *quotation.spans})
            found.covers = found.covers | {index}
            heard.setdefault(number, []).append(found)
    if added:
        drafts += added
        drafts.sort(key=lambda draft: (draft.sentence, draft.cue.spans[0].start))


def _may_be_speech(page: Page, within: range) -> bool:
    """Whether a quotation without a cue has some words, or fills its sentence: "“Okay, great!”"."""
    if len(within) >= _SPEECH_WORDS or not within:
        return len(within) > 0
    number = page.words.sentences[within.start]
    return number >= 0 and page.words.by_sentence[number] == within


def _in_sentence(drafts: Sequence[Draft], quotation: Quotation) -> Draft | None:
    """The attribution before a further quotation of its sentence: "said it “leaks,” while the other “holds firm”"."""
    nearest = reversed(drafts[-_NEAR:])
    return next((draft for draft in nearest if draft.cue.spans[-1].end <= quotation.start), None)


def _beside(page: Page, number: int, quotation: Quotation, within: range) -> Draft | None:
    """An attribution by position: subject and verb right after the quotation, or before its colon or comma."""
    inside = page.words.by_sentence[number]
    if len(inside) > LONGEST_LINE:
        return None
    line = Line(page, number, inside.start, inside.stop, (), ())
    text = page.words.text
    after = within.stop
    closing = text[quotation.end - 4 : quotation.end].rstrip(_MARKS)[-1:]
    if after < inside.stop and closing in _ENDS and not text[quotation.end : page.words.starts[after]].strip():
        return _after(line, quotation, after)
    if within.start > inside.start:
        return _ahead(line, quotation, within.start) if ":" in line.gap(within.start) else None
    return _announced(page, number, quotation)


def _announced(page: Page, number: int, quotation: Quotation) -> Draft | None:
    """The subject of the sentence before, where a colon ends it: "Lee issued a statement:"."""
    inside = page.words.by_sentence[number - 1] if number else range(0)
    if not inside or len(inside) > LONGEST_LINE or page.words.text[page.sentences[number - 1].end - 1] != ":":
        return None
    return _ahead(Line(page, number - 1, inside.start, inside.stop, (), ()), quotation, inside.stop)


def _ahead(line: Line, quotation: Quotation, stop: int) -> Draft | None:
    """The subject of the last verb before a quotation a colon leads to: "The e-mail was short: “...”"."""
    for k in range(stop - 1, max(line.first, stop - _AHEAD), -1):
        if line.quoted(k):
            return None
        if is_finite(line, k):
            source = left_source(line, k)
            if source and _is_subject(line, source) and source[1] - source[0] < _BESIDE:
                return _draft(line, quotation, source, k)
    return None


def _after(line: Line, quotation: Quotation, first: int) -> Draft | None:
    """ "“...,” the e-mail read" or "“...,” mused Ann Lee"."""
    stop = min(line.stop, first + _BESIDE)
    if _is_verb(line, first) and not line.capital(first):
        source = right_source(line, first + 1, long=False) if first + 1 < line.stop else None
        if source and (line.capital(source[1]) or line.forms[source[0]] in NOMINATIVE):
            return _draft(line, quotation, source, first)
        return None
    for k in range(first + 1, stop):
        if line.quoted(k) or not line.adjacent(k):
            return None
        if _is_verb(line, k):
            line.floor = first
            source = left_source(line, k)
            if source and source[0] == first and _is_subject(line, source):
                return _draft(line, quotation, source, k)
            return None
    return None


def _is_verb(line: Line, i: int) -> bool:
    form = line.forms[i]
    return form not in AUXILIARIES and (is_finite(line, i) or (form.endswith("ed") and len(form) > 4))


def _is_subject(line: Line, source: WordSpan) -> bool:
    first = line.forms[source[0]]
    return first in NOMINATIVE or first in ("the", "a", "an", "his", "her", "their") or line.capital(source[0])


def _draft(line: Line, quotation: Quotation, source: WordSpan, verb: int) -> Draft:
    cue = Cue((Span(line.starts[verb], line.ends[verb]),), line.forms[verb], "neutral")
    return Draft(line.span(source), cue, list(quotation.spans), "beside_quotation", line.number)


def _before(page: Page, heard: Mapping[int, Sequence[Draft]], number: int) -> Draft | None:
    """Who was heard last in the paragraph, or in the one before where the quotation opens its own."""
    paragraph = page.sentences[number].paragraph
    opens = number == 0 or page.sentences[number - 1].paragraph != paragraph
    for earlier in range(number - 1, max(number - _BACK, -1), -1):
        gone = paragraph - page.sentences[earlier].paragraph
        if gone > 1 or (gone == 1 and not opens):
            return None
        spoken = list(_quoting(heard.get(earlier, ())))
        if not spoken and earlier == number - 1:
            spoken = _leading(page, heard.get(earlier, ()), earlier)
        if spoken:
            return spoken[-1]
    return None


def _leading(page: Page, drafts: Sequence[Draft], number: int) -> list[Draft]:
    """Attributions of the sentence just before that lead to the quotation after it: "Lee had a warning:"."""
    if page.sentences[number].zone == "title":
        return []
    return [draft for draft in drafts if draft.rule != "according_to"]


def _quoting(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Attributions of quotations; "according to" counts where nothing else is there."""
    direct = [draft for draft in drafts if draft.covers]
    others = [draft for draft in direct if draft.rule != "according_to"]
    yield from others or direct


def _leads(page: Page, number: int, within: range) -> bool:
    """Whether the quotation is nearly all of the sentence it begins in, but for a word or two before it."""
    inside = page.words.by_sentence[number]
    return page.quoted_count(inside) * 5 >= len(inside) * 4 and within.start - inside.start <= _LEAD
