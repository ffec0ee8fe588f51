"""Wording that draws a reader in: phrases of `lexicons/headline_context.tsv`, where they stand as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossread.document import Document
from crossread.lexicon import Match, load_lexicon
from crossread.model import Evidence, Zone
from crossread.text.number_words import NUMBER_WORDS
from crossread.text.words import Words

RULES = {
    "forward reference": "headline.forward_reference",
    "forward opening": "headline.forward_reference",
    "curiosity": "headline.curiosity",
    "second person": "headline.second_person",
    "superlative": "headline.superlative",
    "hyperbole": "headline.hyperbole",
    "list number": "headline.list_number",
    "question opening": "headline.question",
    "explainer opening": "headline.explainer",
}
_EXPLAINING = frozenset(("how", "why", "what"))
_LIST_REACH = 4  # words between the number and what it counts: "7 simple and cheap ways"
_LIST_MOST = 101
_BEFORE_LIST = frozenset(("the", "top", "these", "our"))
_COMPARED = frozenset("more less higher lower greater faster likelier larger bigger that".split())
# What stands inside quotation marks is somebody's wording and not the headline's.
_QUOTED = re.compile(r"“[^“”]{1,300}”|\"[^\"]{1,300}\"|(?<!\w)[‘'](?:[^‘’']|(?<=\w)[’'](?=\w)){1,300}[’'](?!\w)")
# A cue that opens a clause stands first or after one of these.
_CLAUSE = frozenset(":;.!?–—|…-")


def find_cues(document: Document, zone: Zone, within: range, counted: range) -> Iterator[Evidence]:
    """The cues of a headline, which have no voice; `counted` are the words of "7 things", if there are any."""
    words = document.words
    quoted = [match.span() for match in _QUOTED.finditer(document.text, zone.start, zone.end)]
    asks = document.text[zone.start : zone.end].rstrip(" \"'”’)").endswith("?")
    matches = load_lexicon("crossread.metrics", "headline_context").find(words, within.start, within.stop)
    for match in matches:
        if any(start <= match.start < end for start, end in quoted) or words.named[match.first]:
            continue
        category = _category(words, match, within, asks)
        if category is not None:
            note = _ASIDE.get(category, match.entry.note)
            yield Evidence(match.start, match.end, RULES[category], note)
    if counted:
        note = "a number at the head, and what it counts off"
        yield Evidence(words.starts[counted[0]], words.ends[counted[-1]], RULES["list number"], note)


_ASIDE = {"explainer opening": "opens on what the text will explain"}


def _category(words: Words, match: Match, within: range, asks: bool) -> str | None:
    """What a match is here; None for a set phrase, a counted noun, or an opening in mid-clause."""
    category = match.entry.category
    if category in ("exempt", "list noun"):
        return None
    if category == "second person":
        return category if not words.written(match.first).isupper() or words.written(match.first) == "YOU" else None
    if category not in ("forward opening", "question opening"):
        return category
    if not _opens_clause(words, match.first, within):
        return None
    if category == "question opening" and not asks:
        return "explainer opening" if match.entry.term in _EXPLAINING else None
    return category


def _opens_clause(words: Words, index: int, within: range) -> bool:
    if index == within.start:
        return True
    gap = words.text[words.ends[index - 1] : words.starts[index]]
    return not _CLAUSE.isdisjoint(gap)


def list_number(words: Words, within: range) -> range:
    """The words of "7 things" at the head of a headline; none in "4 killed" and "5 times more"."""
    first = within.start
    if first in within and words.forms[first] in _BEFORE_LIST:
        first += 1
    if first not in within or not _counts(words.forms[first]):
        return range(0)
    for index in range(first + 1, min(first + 2 + _LIST_REACH, within.stop)):
        if words.forms[index] in _list_nouns():
            after = words.forms[index + 1] if index + 1 in within else ""
            compared = after in _COMPARED and words.forms[index] == "times"
            return range(0) if compared else range(first, index + 1)
    return range(0)


@cache
def _list_nouns() -> frozenset[str]:
    lexicon = load_lexicon("crossread.metrics", "headline_context")
    return frozenset(
        term for term, category in zip(lexicon.terms, lexicon.categories, strict=True) if category == "list noun"
    )


def _counts(form: str) -> bool:
    return form in NUMBER_WORDS or (form.isdigit() and len(form) <= 3 and int(form) <= _LIST_MOST)
