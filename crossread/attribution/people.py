"""Persons heard so far, to be found again under another way of writing their name."""

from __future__ import annotations

import re

from crossread.text.persons import PersonName
from crossread.text.spelling import strict_skeleton

_VOWELS = re.compile(r"[aeiou]|y+$")
_NAMESAKES = 20  # with more of one surname no other spelling is looked for


class People:
    """The persons of one article by surname, however spelled, and by given name."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[tuple[str, PersonName]]] = {}
        self._by_given: dict[str, list[str]] = {}

    def add(self, key: str) -> None:
        """Note a person under the fullest name there is."""
        name = PersonName.parse(key)
        self._by_surname.setdefault(strict_skeleton(name.surname), []).append((key, name))
        for given in name.given[:1]:
            self._by_given.setdefault(given, []).append(key)

    def find(self, written: str) -> str | None:
        """The one person who may be written so: a surname, an initial, another spelling, a given name alone."""
        mine = PersonName.parse(written)
        near = self._by_surname.get(strict_skeleton(mine.surname), ())
        if len(near) > _NAMESAKES:
            return None
        found = {key for key, other in near if mine.compatible(other) and _spelled_alike(mine, other)}
        if not mine.given:
            found.update(self._by_given.get(mine.surname, ())[:2])
        return found.pop() if len(found) == 1 else None


def _spelled_alike(mine: PersonName, other: PersonName) -> bool:
    """Whether two full names differ in vowels at most: one article seldom spells a whole name two ways."""
    if not mine.given or not other.given:
        return True
    return _VOWELS.sub("", mine.surname) == _VOWELS.sub("", other.surname)
