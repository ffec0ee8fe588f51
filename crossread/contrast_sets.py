"""Contrast sets: one thing with the competing names for it, such as "government" and "regime".

A set's names are its sides; none is the right one. Those shipped are in `lexicons/contrast_sets.yaml` of
the metrics, which is written in the part of YAML that is JSON, so that reading it takes no YAML library
and less than a millisecond. A user adds sets, or puts others in their place, by a rule pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from msgspec import Struct, json

from crossread.document import Document
from crossread.lexicon import HEADER, Lexicon, Match, Shelf, lexicon_folder
from crossread.model import Citation
from crossread.terms import EXEMPT, counting
from crossread.text.words import Words

FILE = "contrast_sets.yaml"
_NAMED = 4  # other names told with a mark


class ContrastSet(Struct, frozen=True, gc=False):
    """One thing and the names it goes by, `sides`, each with its terms; `why` says what the choice tells.

    An everyday name is so common that alone it tells of no choice; the others are the competing names. In
    an exempt phrase a term means something else.
    """

    title: str
    why: str
    sides: dict[str, tuple[str, ...]]
    everyday: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()

    def note(self, side: str) -> str:
        """What a mark on a term of this side says."""
        others = [name for name in self.sides if name != side]
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        return f"called “{side}”; the set also has {', '.join(others[:_NAMED])}{more}"


class _Shipped(Struct):
    """The shipped file, as far as it is looked at; a test holds it to all that a user's file is held to."""

    contrast_sets: dict[str, ContrastSet]


_added: dict[str, ContrastSet] = {}  # those of the rule packs in force


def contrast_sets() -> Mapping[str, ContrastSet]:
    """The sets in force by their id: those shipped, each in its place or a user's own there, then the user's others."""
    return {**shipped_sets(), **_added}


@cache
def shipped_sets() -> Mapping[str, ContrastSet]:
    """The sets that come with crossread."""
    return json.decode((lexicon_folder("crossread.metrics") / FILE).read_bytes(), type=_Shipped).contrast_sets


@contextmanager
def added_sets(sets: Mapping[str, ContrastSet]) -> Iterator[None]:
    """Within it `contrast_sets` has these too. For one run at a time: the process shares them."""
    before = dict(_added)
    _added.update(sets)
    _shelf.cache_clear()
    try:
        yield
    finally:
        _added.clear()
        _added.update(before)
        _shelf.cache_clear()


def names_in_body(document: Document) -> dict[str, list[Match]]:
    """The terms of each set in force that count in the body, in reading order; the category of each is its side."""
    return names_among(document.words)


def names_among(words: Words) -> dict[str, list[Match]]:
    """As `names_in_body`, of the words of a page."""
    return terms_of_sets(words, _shelf())


def terms_of_sets(words: Words, shelf: Shelf) -> dict[str, list[Match]]:
    """The terms of each of the shelf's sets that count in the body; a set without any is left out."""
    found = {name: list(counting(words, matches)) for name, matches in shelf.find(words).items() if matches}
    return {name: matches for name, matches in found.items() if matches}


def shelf_of(sets: Mapping[str, ContrastSet]) -> Shelf:
    """The sets as word lists, one each: a word may stand in several sets, in one of them once."""
    return Shelf([_lexicon(name, contrast) for name, contrast in sets.items()])


@cache
def _shelf() -> Shelf:
    return shelf_of(contrast_sets())


def _lexicon(name: str, contrast: ContrastSet) -> Lexicon:
    lines = ["\t".join(HEADER[:3])]
    for side, terms in {**contrast.sides, EXEMPT: contrast.exempt}.items():
        lines += [f"{term}\t{side}\t" for term in terms]
    return Lexicon(name, lines)
