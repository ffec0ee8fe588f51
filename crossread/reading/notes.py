"""Sentences by which a page speaks to its reader or of itself: sign-ups, links, credits, follow lines.

A sentence is known by how it opens: its first word picks the few rules worth trying, so a story's
sentences cost a look-up each. The rules are in `note_rules`.
"""

from __future__ import annotations

from collections import defaultdict

from crossread.model import ZoneKind
from crossread.reading.note_rules import RULES, NoteRule
from crossread.reading.patterns import AGENCY
from crossread.text.late import late

_LONGEST_NOTE = 320  # characters; a longer sentence tells something
_PHOTO_IN_BRACKETS = late(rf"\([^()]{{0,80}}(?:/|via |photo[:/ ] ?)(?:{AGENCY})[^()]{{0,40}}\)\.?$")
# Bullets, dashes and brackets may stand before the first word; quotation marks may not.
_FIRST_WORD = late(r"[^\w\"“”'‘’«»@#$<]{0,8}([A-Za-z][A-Za-z/'’-]{0,20})")


def _by_opening() -> dict[str, tuple[NoteRule, ...]]:
    found: defaultdict[str, list[NoteRule]] = defaultdict(list)
    for rule in RULES:
        for word in rule.opens:
            found[word].append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


_OPENED = _by_opening()
_HOLDING = tuple((phrase, rule) for rule in RULES for phrase in rule.holds if not rule.tail)
_HOLDING_AT_END = (*_HOLDING, *((phrase, rule) for rule in RULES for phrase in rule.holds if rule.tail))


def find_note(sentence: str, *, tail: bool) -> tuple[ZoneKind, str] | None:
    """The kind and rule of a sentence that is not the story's; `tail` when it stands near the page's end."""
    if len(sentence) > _LONGEST_NOTE:
        return None
    first = _FIRST_WORD.match(sentence)
    rules = _OPENED.get(first[1].lower().replace("’", "'"), ()) if first else ()
    held = [rule for phrase, rule in (_HOLDING_AT_END if tail else _HOLDING) if phrase in sentence]
    if not rules and not held:
        return None
    written = " ".join(sentence[first.start(1) if first else 0 :].split()).replace("’", "'")
    line = written.lower()
    for rule in (*rules, *held):
        if (tail or not rule.tail) and rule.matches(line, written):
            return rule.kind, rule.name
    return None


def is_caption(block: str) -> bool:
    """Whether a block ends in the picture agency's credit in brackets."""
    return block.rstrip(". ").endswith(")") and _PHOTO_IN_BRACKETS.search(block[-160:].lower()) is not None
