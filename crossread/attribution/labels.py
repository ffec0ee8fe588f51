"""Attributions by punctuation: "PENCE: ...", the turns of an interview, "Ekwall: ‘The Wall Held’" in a headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crossread.attribution.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from crossread.attribution.page import Draft, Page
from crossread.attribution.roles import DOCUMENTS, GROUPS, POLLS, role_heads
from crossread.model import BODY_ZONES, Cue, Span
from crossread.text.late import late
from crossread.text.words import fold

_LABEL = late(r"(?P<who>[A-Z][\w.’'-]{0,24}(?: [A-Z(@][\w.@’')-]{0,24}){0,5}): (?=\S)")
_TAIL = late(r" [–—-] (?P<who>[\w’'-]{1,24}(?: [\w’'-]{1,24}){0,2})$")
_ASKED_ANSWERED = frozenset("QA")  # the turns of an interview printed as questions and answers
_SHORTEST = 12  # characters after a label that can be what somebody says
_FURTHEST = 90  # characters from the start of a paragraph within which its label ends
_PARAGRAPH = 40  # sentences of one turn


def labelled(page: Page) -> Iterator[Draft]:
    """Headlines and paragraphs that begin with a speaker and a colon."""
    found = list(_labels(page))
    turns = Counter(match["who"] for _, match in found)
    for number, match in found:
        title = page.sentences[number].zone == "title"
        content = Span(match.end(), page.sentences[number].end if title else _paragraph_end(page, number))
        if content.end - content.start < _SHORTEST:
            continue
        if _names_somebody(page, match["who"]) if title else _speaks(page, match, content, turns):
            cue = Cue((Span(match.end("who"), match.end("who") + 1),), ":", "neutral")
            draft = Draft(match.span("who"), cue, [content], "label", number)
            draft.covers = page.covered(draft.content)
            yield draft
    yield from _tails(page)


def _tails(page: Page) -> Iterator[Draft]:
    """Headlines that end with a dash and who says so: "Most want a wall – poll"; a name there is the outlet's."""
    for number, sentence in enumerate(page.sentences):
        if sentence.zone != "title":
            continue
        match = _TAIL.search(page.words.text, max(sentence.start, sentence.end - _FURTHEST), sentence.end)
        if match and _is_somebody(fold(match["who"]).split()[-1]) and match["who"][0].islower():
            cue = Cue((Span(match.start() + 1, match.start() + 2),), "–", "neutral")
            content = Span(sentence.start, match.start())
            yield Draft(match.span("who"), cue, [content], "label", number)


def _is_somebody(noun: str) -> bool:
    return any(noun in nouns for nouns in (DOCUMENTS, POLLS, GROUPS, role_heads()))


def _labels(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """The first sentences of paragraphs, and headlines, that begin with a label."""
    seen = -1
    for number, sentence in enumerate(page.sentences):
        if sentence.paragraph == seen or (sentence.zone not in BODY_ZONES and sentence.zone != "title"):
            continue
        seen = sentence.paragraph
        if page.words.text.find(": ", sentence.start, sentence.start + _FURTHEST) < 0:
            continue
        match = _LABEL.match(page.words.text, sentence.start, min(sentence.end, sentence.start + _FURTHEST))
        if match:
            yield number, match


def _speaks(page: Page, match: re.Match[str], content: Span, turns: Counter[str]) -> bool:
    """Whether a paragraph's label is a speaker: by quotation marks after it, or by its further turns."""
    who = match["who"]
    if len(who) == 1:
        return who in _ASKED_ANSWERED and turns[who] > 1
    if page.quoted_count(page.words.within(content.start, content.end)):
        return True
    return (turns[who] > 1 or who.isupper()) and _names_somebody(page, who)


def _names_somebody(page: Page, who: str) -> bool:
    """Whether a label is a poll, a report, a role, or a name the rest of the page has too."""
    words = page.words
    parts = fold(who).split()
    last = parts[-1]
    if not (DETERMINERS | PREPOSITIONS | AUXILIARIES).isdisjoint(parts):
        return False  # "Big Win For Ekwall: ...", "The Latest: ..."
    if _is_somebody(last):
        return True
    heads = (i for i, form in enumerate(words.forms) if form.removesuffix("'s") == last)
    return sum(words.text[words.starts[i]].isupper() and not page.quoted[i] for i in heads) > 1


def _paragraph_end(page: Page, number: int) -> int:
    end = page.sentences[number].end
    for later in range(number + 1, min(number + _PARAGRAPH, len(page.sentences))):
        if page.sentences[later].paragraph != page.sentences[number].paragraph:
            break
        end = page.sentences[later].end
    return end
