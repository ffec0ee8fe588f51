"""Looks for the content words of a headline in the body, in whatever form they stand there.

A word counts as found in the same form, in another form of it ("votes", "voting"), in one derived from
it ("resigns", "resignation") or as one of its listed equivalents ("probe", "investigation").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from crossread.document import Document
from crossread.indicators.headlines.equivalents import counterpart, equivalents, irregular
from crossread.indicators.headlines.names import BodyNames
from crossread.indicators.headlines.terms import Found, Term, cut
from crossread.text.stems import root, stem
from crossread.text.words import Words

_HEAD = 3  # letters in which two forms of a word agree, as far as rules can tell
_HYPHEN = re.compile("-")
_ROUNDED = 0.05  # a headline's "200" stands for the body's 197


def search(document: Document, terms: Sequence[Term]) -> list[Found]:
    """The terms with their places. A name that only the headline has is looked for word by word."""
    words, names = document.words, BodyNames(document)
    whole = [_look_for_number(document, term) if term.kind == "number" else names.look_for(term) for term in terms]
    pieces = [[] if found else cut(words, term) for term, found in zip(terms, whole, strict=True)]
    forms = _BodyForms(words, [piece for cut_up in pieces for piece in cut_up])
    found: list[Found] = []
    for term, as_one, cut_up in zip(terms, whole, pieces, strict=True):
        if as_one:
            found.append(as_one)
            continue
        parts = [_look_for_word(names, forms, piece) for piece in cut_up]
        found += parts if any(part.places for part in parts) else [Found(term, ())]
    return list(_joined(found))


def _look_for_word(names: BodyNames, forms: _BodyForms, term: Term) -> Found:
    """A single word: as a word, which may turn out to be part of a name; else as a name in another spelling."""
    found = forms.look_for(term)
    if found.places and not found.other:
        return names.known(found)
    return names.look_for(term, loosely=True) or found


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """Words next to one another that are of the same name as one term: "Ann" and "Lee" in a headline in title case."""
    before: Found | None = None
    for each in found:
        if before and _is_of_one(before, each):
            term = Term("name", before.term.first, each.term.last, each.term.key)
            each = Found(term, sorted({*before.places, *each.places}))
        elif before:
            yield before
        before = each
    if before:
        yield before


def _is_of_one(a: Found, b: Found) -> bool:
    named = a.term.kind == b.term.kind == "name" and a.term.key == b.term.key
    return bool(named and a.places and b.places and a.term.last + 1 == b.term.first)


# ----------------------------------------------------------------------------------- numbers


def _look_for_number(document: Document, term: Term) -> Found | None:
    """A number where the body has its value, of a round one a value near it."""
    words = document.words
    value, _, unit = term.key.partition(" ")
    like = [
        (number, bisect_left(words.starts, number.start))
        for numbers in document.numbers.values()
        for number in numbers
        if number.value == value or (number.unit == unit and _is_rounded(value, number.value))
    ]
    body = [each for each in like if words.voices[each[1]] is not None]
    same = [each for each in body if each[0].value == value]
    exact = [each for each in same if not unit or each[0].unit in (unit, "")]
    taken = exact or same or body
    if not taken:
        return None
    first = taken[0][0]
    return Found(term, [head for _, head in taken], "" if exact else document.text[first.start : first.end])


def _is_rounded(value: str, exact: str) -> bool:
    """Whether a headline's round number may stand for one in the body: "200" for 197."""
    if not (value.isdigit() and exact.isdigit()) or not value.endswith("0"):
        return False
    return 0 < abs(int(value) - int(exact)) <= _ROUNDED * int(value)


# ------------------------------------------------------------------------------------- words


class _BodyForms:
    """The body's words that may stand for some terms: only those that begin as a form of one does are looked at."""

    def __init__(self, words: Words, terms: Sequence[Term]) -> None:
        self.words = words
        self._at: dict[str, list[int]] = defaultdict(list)  # form -> its places
        self._heads = {form[:_HEAD] for term in terms for form in _wanted(term.key)}
        self._stems: dict[str, list[str]] = defaultdict(list)
        heads, forms, at = self._heads, words.forms, self._at
        first = {head[:1] for head in heads}  # one letter of a word is had at less cost than three
        near = [index for index, form in enumerate(forms) if form[0] in first and form[:_HEAD] in heads]
        for index in near:
            if words.voices[index] is not None:
                at[forms[index]].append(index)
        for form in at:
            self._stems[stem(form)].append(form)

    def look_for(self, term: Term) -> Found:
        """A word; of a hyphened one all parts have to stand in the body, and the places are those of the last."""
        joined = term.key.replace("-", "")
        parts = [joined] if joined in self._at else _parts(term.key)
        same = [self._forms_of(part) for part in parts]
        alike = [[form for form in equivalents(part) if form in self._at] for part in parts]
        if not all(map(list.__add__, same, alike)):
            return Found(term, ())
        forms = {*same[-1], *alike[-1]} if len(same) == 1 else {*(same[-1] or alike[-1])}
        places = sorted([index for form in forms for index in self._at[form]])
        return Found(term, places, "" if all(same) else self.words.written(places[0]))

    def _forms_of(self, part: str) -> list[str]:
        stemmed = stem(part)
        found = self._stems.get(stemmed) or self._hyphened.get(stemmed) or self._derived(stemmed)
        counted = counterpart(part)
        return [*found, counted] if counted in self._at else found

    def _derived(self, stemmed: str) -> list[str]:
        """Forms of which one is made from the other, or both from a third: "murderer", "murder"."""
        base = root(stemmed)
        return self._roots.get(base) or self._stems.get(base) or self._roots.get(stemmed) or []

    @cached_property
    def _roots(self) -> dict[str, list[str]]:
        roots: dict[str, list[str]] = defaultdict(list)
        for stemmed, forms in self._stems.items():
            roots[root(stemmed)] += forms
        return roots

    @cached_property
    def _hyphened(self) -> dict[str, list[str]]:
        """The body's words with a hyphen by the stems of their parts, and of the whole without it."""
        words, found = self.words, defaultdict(list)
        inside = {bisect_right(words.starts, match.start()) - 1 for match in _HYPHEN.finditer(words.text)}
        for index in sorted(inside):
            form = words.forms[index]
            if "-" not in form or words.voices[index] is None:
                continue
            if form[:_HEAD] not in self._heads:
                self._at[form].append(index)
            for part in {form.replace("-", ""), *form.split("-")}:
                if part[:_HEAD] in self._heads:
                    found[stem(part)].append(form)
        return found


def _parts(form: str) -> list[str]:
    if "-" not in form:
        return [form]
    return [part for part in form.split("-") if len(part) > 1 or part.isdigit()] or [form]


def _wanted(form: str) -> Iterator[str]:
    """Forms that may stand for a word, or their beginnings."""
    for part in (form,) if "-" not in form else (*_parts(form), form.replace("-", "")):
        stemmed = stem(part)
        yield stemmed
        yield from irregular(stemmed)
        yield from equivalents(part)
        yield counterpart(part) or stemmed
