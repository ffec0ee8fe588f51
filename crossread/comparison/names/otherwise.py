"""Where a name stands in other words: its people, inside longer names, in small letters, spelt out or as initials.

No name may be called missing where an article has it in words that our rules know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.names.same_names import Group, looked_for
from crossread.model import Span
from crossread.text.peoples import words_for
from crossread.text.words import fold

_JOINTS = ("of", "the", "and", "for", "in", "on", "to")
_JOINT = rf"(?:(?:{'|'.join(_JOINTS)}) ){{0,2}}"
_WORD = "[\\w’'-]{1,30}"
_LETTERS = 3, 6  # of an acronym: two are the initials of too much


def look_again(group: Group, bodies: Sequence[Body]) -> None:
    """Adds the places of a thing in the articles whose names do not list it."""
    forms = [*looked_for(group), *map(str.title, words_for(group.home))]
    wanted = [(word_form(form.split(" ", 1)[0]), fold(form)) for form in dict.fromkeys(forms)]
    acronyms = sorted(form for form in group.forms if _is_acronym(form))
    for order, body in enumerate(bodies):
        if order not in group.spans:
            found = {span for first, form in wanted if first in body.words for span in _anywhere(body, first, form)}
            found.update(span for letters in acronyms for span in _spelt_out(body, letters))
            if found:
                group.spans[order] = found


def _anywhere(body: Body, first: str, form: str) -> Iterator[Span]:
    """Where a folded form stands that begins with this word, inside names too; one word with its capital only."""
    for start in body.words[first]:
        end = start + len(form)
        if fold(body.text[start:end]) != form or body.text[end : end + 1].isalnum():
            continue
        if body.text.endswith("White ", 0, start):  # the White House is not the House
            continue
        if " " in form or body.text[start].isupper():
            yield Span(start, end)


def _is_acronym(form: str) -> bool:
    return form.isascii() and form.isalpha() and form.isupper() and _LETTERS[0] <= len(form) <= _LETTERS[1]


def _spelt_out(body: Body, letters: str) -> Iterator[Span]:
    """Where words with these initials stand: the "Harbour Order of Norby Act" of "HOONA"."""
    for match in _initials(letters).finditer(body.text):
        span = Span(*match.span())
        if body.holds(span):
            yield span


@lru_cache(maxsize=256)
def _initials(letters: str) -> re.Pattern[str]:
    """Words in a row, each with its capital; the joints between them may give a letter or not."""
    words = [f"{letter}{_WORD}" for letter in letters]
    joints = ["".join(f"|{joint}" for joint in _JOINTS if joint[0] == letter.lower()) for letter in letters]
    rest = (f" {_JOINT}(?:{word}{joint})" for word, joint in zip(words[1:], joints[1:], strict=True))
    return re.compile(rf"\b{words[0]}{''.join(rest)}\b")
