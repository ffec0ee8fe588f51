"""The names of a headline as the body has them: under the same key, in another spelling, as an acronym."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Set
from functools import cached_property
from operator import attrgetter

from crossread.document import Document
from crossread.indicators.headlines.equivalents import equivalents, grouped, spellings
from crossread.indicators.headlines.terms import Found, Term, is_acronym
from crossread.model import BODY_ZONES, Name
from crossread.text.spelling import fold_name, initials

_START = attrgetter("start")


class BodyNames:
    """The names of the body by key: a name of the headline is found under its own or another spelling."""

    def __init__(self, document: Document) -> None:
        self._words = document.words
        body = min([zone.start for zone in document.article.zones if zone.kind in BODY_ZONES])
        self._names = document.names[bisect_left(document.names, body, key=_START) :]
        self._at: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            self._at[name.key].append(number)

    def look_for(self, term: Term, *, loosely: bool = False) -> Found | None:
        """A name where the body has it as a name, spelt so or otherwise.

        In title case many a word looks like a name, so a single word is looked for under its own key only,
        unless it is an acronym; or `loosely`, when nothing better was found.
        """
        if term.kind != "name" and not (loosely and self._words.written(term.first)[:1].isupper()):
            return None
        free = loosely or term.first < term.last or is_acronym(self._words.written(term.first))
        places = self._places(self._spelt(term) if free else (term.key,))
        if not places:
            return None
        name = self._name_at(places[0])
        other = "" if name is None or name.key == term.key else self._words.text[name.start : name.end]
        return Found(Term("name", term.first, term.last, term.key), places, other)

    def known(self, found: Found) -> Found:
        """What was found as a word, as a name where it is one wherever the body has it."""
        words, (term, places, _) = self._words, found
        if not places or not words.written(term.first)[:1].isupper():
            return found
        if not all(map(words.named.__getitem__, places)) or not words.forms[places[0]].startswith(term.key):
            return found
        name = self._name_at(places[0])
        if name is None or not (term.kind == "name" or name.kind == "person" or name.key == term.key):
            return found
        return Found(Term("name", term.first, term.last, name.key), self._places([name.key]))

    def _name_at(self, index: int) -> Name | None:
        """The name that word `index` is part of."""
        start = self._words.starts[index]
        at = bisect_right(self._names, start, key=_START) - 1
        return self._names[at] if at >= 0 and self._names[at].end > start else None

    def _places(self, keys: Iterable[str]) -> list[int]:
        """The body words that begin a name of these keys."""
        starts, voices = self._words.starts, self._words.voices
        heads = [bisect_left(starts, self._names[number].start) for key in keys for number in self._at.get(key, ())]
        return sorted([head for head in heads if voices[head] is not None])

    def _spelt(self, term: Term) -> Set[str]:
        """The body's keys for a name; other spellings are tried where it has neither the key nor an equivalent."""
        key, known = term.key, self._at.keys()
        found = known & {key, *equivalents(key)}
        if found:
            return found
        same = spellings(key)
        found = known & same or {other for other in known if not other.isascii() and fold_name(other) in same}
        if found or " " in key:
            return found or known & set(initials(key.title()))
        return self._initials.get(key.replace(".", ""), set()) if is_acronym(self._words.written(term.first)) else set()

    @cached_property
    def _initials(self) -> dict[str, set[str]]:
        """Acronym -> the names it may stand for."""
        return grouped((short, key) for key in self._at if " " in key for short in initials(key.title()))
