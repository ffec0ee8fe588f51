"""Tells which names in different articles mean the same person, body or place.

Careful on purpose: two names are linked only when nothing in the set speaks against it, because
a wrong link hides a voice while a missing one merely shows it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from crossread.model import Pronoun
from crossread.text.genders import TITLES
from crossread.text.persons import PersonName
from crossread.text.spelling import (
    FAMILY_FIRST,
    PLACE_SYNONYMS,
    fold_name,
    initials,
    loose_skeleton,
    organisation_key,
    strict_skeleton,
)

NameUseKind = Literal["person", "body", "unknown"]

# With more people of one surname in the set only names written alike are linked; bounds the work.
_NAMESAKES = 100
_ACRONYM = re.compile(r"(?:[Tt]he )?((?:[A-Z]\.?){2,6})")
# "NBC News", not "Sky News": only letters can hardly be anything but the outlet.
_OUTLET = re.compile(r"((?:[A-Z]\.?){2,6}) News")
# American bodies need no country in American copy; "U.S. Army" and "Army" may be two armies.
_AMERICAN = re.compile(
    r"(?:[Tt]he )?(?:U\.?S\.?|American) (?=.{0,60}\b(?:Department|Congress|Senate|Capitol|House of Representatives)\b)"
)
_BODIES = {"pentagon": "Defense Department", "gop": "Republican Party", "foggy bottom": "State Department"}


class NameUse(Struct, frozen=True, gc=False):
    """One name as one article uses it; `forms` are its written forms, the fullest first.

    A body is an organisation or a place; "unknown" may yet turn out to be either of them or a person.
    `pronoun` is the one its article uses of a person, None where that is not known; `office` is the noun of
    the role it gives them.
    """

    forms: tuple[str, ...]
    kind: NameUseKind
    pronoun: Pronoun | None = None
    office: str = ""


def link(uses: Sequence[NameUse]) -> list[int]:
    """The cluster number of each name; equal numbers mean linked. Clusters count in order of use."""
    clusters = _Clusters(len(uses))
    _link_same_text(uses, clusters)
    _link_spellings(uses, clusters)
    _link_acronyms(uses, clusters)
    _link_persons(uses, clusters)
    return clusters.numbers()


class _Clusters:
    """Disjoint sets over the indices of the names."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, index: int) -> int:
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def join(self, first: int, second: int) -> None:
        a, b = self.find(first), self.find(second)
        self._parents[max(a, b)] = min(a, b)

    def numbers(self) -> list[int]:
        order: dict[int, int] = {}
        return [order.setdefault(self.find(index), len(order)) for index in range(len(self._parents))]


def _link_same_text(uses: Sequence[NameUse], clusters: _Clusters) -> None:
    """Joins names written alike, but not the person Jordan and the country Jordan."""
    alike: dict[str, list[int]] = {}
    for index, use in enumerate(uses):
        if text := fold_name(use.forms[0]):
            alike.setdefault(text, []).append(index)
    for text, members in alike.items():
        kinds = {uses[index].kind for index in members}
        apart = {"person", "body"} <= kinds and " " not in text
        heads: dict[bool, int] = {}
        for index in members:
            clusters.join(heads.setdefault(apart and uses[index].kind == "person", index), index)


def _link_spellings(uses: Sequence[NameUse], clusters: _Clusters) -> None:
    """Joins bodies whose names differ in word order or spelling only, or are known to be one place."""
    first: dict[str, int] = {}
    for index, use in enumerate(uses):
        if use.kind == "person":
            continue
        place = PLACE_SYNONYMS.get(fold_name(use.forms[0]))
        key = place or (_body_key(use.forms[0]) if use.kind == "body" else "")
        if key:
            clusters.join(first.setdefault(key, index), index)


def _body_key(name: str) -> str:
    outlet = _OUTLET.fullmatch(name)
    bare = outlet[1] if outlet else _AMERICAN.sub("", name, count=1)
    return organisation_key(_BODIES.get(fold_name(bare), bare))


def _link_acronyms(uses: Sequence[NameUse], clusters: _Clusters) -> None:
    """Joins "ISW" to the one full name in the set with these initials; with two it stays alone."""
    meanings: dict[str, set[int]] = {}
    bare: dict[str, list[int]] = {}
    for index, use in enumerate(uses):
        if use.kind == "person":
            continue
        acronyms = [match[1].replace(".", "").lower() for match in map(_ACRONYM.fullmatch, use.forms) if match]
        if _ACRONYM.fullmatch(use.forms[0]):
            bare.setdefault(acronyms[0], []).append(index)
            continue
        # Two letters are the initials of too much to go by, unless the name is known to be a body's.
        likely = [letters for letters in initials(use.forms[0]) if len(letters) > 2 or use.kind == "body"]
        for letters in (*acronyms, *likely):
            meanings.setdefault(letters, set()).add(index)
    for letters, indices in bare.items():
        for index in indices:
            clusters.join(indices[0], index)
        full = {clusters.find(index) for index in meanings.get(letters, ())}
        if len(full) == 1:
            clusters.join(indices[0], full.pop())


def _link_persons(uses: Sequence[NameUse], clusters: _Clusters) -> None:
    """Joins personal names, the fullest first, so that a bare surname meets everyone it may mean.

    A name of unknown kind comes last: it can join a person and never makes two persons one.
    """
    names = {index: PersonName.parse(use.forms[0]) for index, use in enumerate(uses) if use.kind != "body"}
    people = _People(names, uses)
    sure = [index for index in names if uses[index].kind == "person"]
    for index in sorted(sure, key=lambda i: (-sum(len(g) > 1 for g in names[i].given), -len(names[i].given), i)):
        matches = people.matching(index)
        if len(matches) == 1:
            clusters.join(matches[0][0], index)
        people.add(index, matches[0] if len(matches) == 1 else [])
    for index in names:
        if uses[index].kind == "unknown":
            matches = people.matching(index)
            if len(matches) == 1:
                clusters.join(matches[0][0], index)


class _People:
    """Persons as lists of the names they go by, found by surname."""

    def __init__(self, names: Mapping[int, PersonName], uses: Sequence[NameUse]) -> None:
        self._names = names
        self._pronouns = [use.pronoun or _titled(use.forms[0]) for use in uses]
        self._offices = [use.office for use in uses]
        self._juniors = [fold_name(use.forms[0]).endswith((" jr", " junior")) for use in uses]
        self._all: list[list[int]] = []
        self._by_surname: dict[str, list[list[int]]] = {}

    def matching(self, index: int) -> list[list[int]]:
        """The persons this name may mean."""
        name = self._names[index]
        near = _distinct(person for key in self._keys(name) for person in self._by_surname.get(key, ()))
        if len(near) > _NAMESAKES:
            return []
        matches = [person for person in near if all(self._may_be_one(index, i) for i in person)]
        if not matches and name.surname in FAMILY_FIRST and not name.given:
            return [person for person in self._all if self._names[person[0]].given[:1] == (name.surname,)]
        return matches

    def _may_be_one(self, one: int, other: int) -> bool:
        """Whether two names fit.

        He and she are two people unless both have the same given name; so are father and son of two offices.
        """
        first, second = self._names[one], self._names[other]
        if not first.compatible(second):
            return False
        offices = {self._offices[one], self._offices[other]} - {""}
        if self._juniors[one] != self._juniors[other] and len(offices) > 1:
            return False
        alike = bool(first.given and second.given)
        return alike or len({self._pronouns[one], self._pronouns[other]} - {None}) < 2

    def add(self, index: int, person: list[int]) -> None:
        """Notes a name of a person already known, or of a new one when `person` is empty."""
        if not person:
            self._all.append(person)
        person.append(index)
        for key in self._keys(self._names[index]):
            known = self._by_surname.setdefault(key, [])
            if len(known) <= _NAMESAKES and not any(other is person for other in known):
                known.append(person)

    @staticmethod
    def _keys(name: PersonName) -> list[str]:
        return sorted({strict_skeleton(name.surname), loose_skeleton(name.surname)} - {""})


def _titled(name: str) -> Pronoun | None:
    """The pronoun that "Mr" or "Mrs" in front of a name goes with."""
    return TITLES.get(fold_name(name).partition(" ")[0])


def _distinct(people: Iterable[list[int]]) -> list[list[int]]:
    """The lists without repeats, by identity."""
    return list({id(person): person for person in people}.values())
