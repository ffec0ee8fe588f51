"""Contrast sets: one thing with the competing names for it, such as "government" and "regime".

A set's names are its sides; none is the right one. Those shipped are in `lexicons/contrast_sets.yaml` of
the metrics, which is written in the part of YAML that is JSON, so that reading it takes no YAML library
and less than a millisecond. A user adds sets, or puts others in their place, by a rule pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Annotated

from msgspec import Meta, Struct, json

from crossread.document import Document
from crossread.lexicon import HEADER, Lexicon, Match, Shelf, lexicon_folder
from crossread.pack_fields import Exempt, Line, Matching, Name, Silent, Sources
from crossread.terms import EXEMPT, counting

FILE = "contrast_sets.yaml"


class ContrastSet(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing and the names it goes by, each with its terms.

    An everyday name is so common that alone it tells of no choice; the others are the competing names.
    """

    title: Annotated[Line, Meta(description="What the set is called in reports.")]
    why: Annotated[str, Meta(description="What the choice between the names says.", max_length=2000)]
    sides: Annotated[
        dict[Line, Annotated[tuple[Line, ...], Meta(min_length=1)]],
        Meta(description="The terms of each name, every form of them.", min_length=2),
    ]
    everyday: Annotated[tuple[Line, ...], Meta(description="The names that alone tell of no choice.")] = ()
    exempt: Exempt = ()
    sources: Sources = ()

    def note(self, side: str) -> str:
        """What a mark on a term of this side says."""
        others = ", ".join(name for name in self.sides if name != side)
        return f"called “{side}”; the set also has {others}"


class ContrastKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a file of contrast sets."""

    contrast_sets: Annotated[dict[Name, ContrastSet], Meta(description="The sets by their id.", min_length=1)]
    should_match: Matching
    should_not_match: Silent


_added: dict[str, ContrastSet] = {}  # those of the rule packs in force


def contrast_sets() -> Mapping[str, ContrastSet]:
    """The sets in force by their id: those shipped, each in its place or a user's own there, then the user's others."""
    return {**shipped_sets(), **_added}


@cache
def shipped_sets() -> Mapping[str, ContrastSet]:
    """The sets that come with crossread."""
    return json.decode((lexicon_folder("crossread.metrics") / FILE).read_bytes(), type=ContrastKeys).contrast_sets


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
    return terms_of_sets(document, _shelf())


def terms_of_sets(document: Document, shelf: Shelf) -> dict[str, list[Match]]:
    """The terms of each of the shelf's sets that count in the body; a set without any is left out."""
    found = {name: list(counting(document, matches)) for name, matches in shelf.find(document.words).items() if matches}
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
