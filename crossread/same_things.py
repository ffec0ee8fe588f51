"""What several articles may call by different names: the contrast sets and what tells one thing from another.

Added to the contrast sets in force are sets that only a comparison can use: a president is no choice of words
until another article has a strongman. They stand in `crossread/data/same_things.json`, with the names a
country goes by, which tell that the “Syrian government” and the “Damascus regime” are one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct, json

from crossread.comparison.naming.referents import Use
from crossread.contrast_sets import ContrastSet, contrast_sets, names_among, shelf_of, terms_of_sets
from crossread.lexicon import Lexicon, Match, Shelf, lexicon_folder
from crossread.terms import EXEMPT
from crossread.text.words import Words

Means = Literal["act", "body", "person", "topic"]
"""What a set names: something done to somebody, a body, one person, or a topic there is one of."""

_BESIDE = "beside:"
_PLURALS = ("s", "men", "people")


class _SameThings(Struct, frozen=True):
    """The file: country -> its other names; what the sets mean; further names for them; sets of its own.

    `beside` are names so common that they count only where a name beside them tells what is meant; `plain` are
    further everyday names of sets.
    """

    countries: dict[str, tuple[str, ...]]
    anchored: dict[Means, tuple[str, ...]]
    beside: dict[str, dict[str, tuple[str, ...]]]
    plain: dict[str, tuple[str, ...]]
    sets: dict[str, ContrastSet]


class Term(NamedTuple):
    """Words that name a thing of the set `thing` by one of its sides; `loose`: only where a name stands beside them."""

    thing: str
    side: str
    match: Match
    loose: bool


@cache
def same_things() -> _SameThings:
    """The file as shipped."""
    return json.decode((lexicon_folder("crossread.data") / "same_things.json").read_bytes(), type=_SameThings)


@cache
def countries() -> Mapping[str, str]:
    """Folded name, adjective, capital or seat of a country -> the country."""
    return {name: country for country, others in same_things().countries.items() for name in (country, *others)}


def compared_sets() -> Mapping[str, ContrastSet]:
    """The sets looked for by their id; one in force, which may be a user's, goes before one of the comparison."""
    return {**same_things().sets, **contrast_sets()}


def meant_by(thing: str) -> Means:
    """What a set names; a user's own names a topic."""
    return next((means for means, sets in same_things().anchored.items() if thing in sets), "topic")


def is_everyday(thing: str, side: str) -> bool:
    """Whether a name is so common that alone it tells of no choice."""
    contrast = compared_sets()[thing]
    plain = side in contrast.everyday or side in same_things().plain.get(thing, ())
    return plain or side not in contrast.sides


def uses_of_things(words: Words, order: int) -> dict[str, list[Use]]:
    """Each set but those for persons -> the uses of its names in the body of the page at a place of the set.

    A name that counts only beside another is none inside a longer one: “operation” of “special military operation”.
    """
    found: dict[str, list[Use]] = {}
    taken: dict[str, set[int]] = {}
    for term in _terms(words):
        match, voice = term.match, words.voices[term.match.first]
        inside = taken.setdefault(term.thing, set())
        if voice is None or (term.loose and match.last in inside):
            continue
        inside.update(range(match.first, match.last + 1))
        plural = words.forms[match.last].endswith(_PLURALS)
        common = plural and is_everyday(term.thing, term.side)
        use = Use(order, match.first, match.last, term.side, voice, term.loose, plural, common)
        found.setdefault(term.thing, []).append(use)
    return found


def _terms(words: Words) -> Iterator[Term]:
    """The terms that count in the body, set by set in reading order; those that need a name beside them last."""
    in_force = contrast_sets()
    for thing, matches in names_among(words).items():
        yield from (Term(thing, match.entry.category, match, False) for match in matches)
    for name, matches in terms_of_sets(words, _shelf()).items():
        thing = name.removeprefix(_BESIDE)
        if thing is not name or thing not in in_force:
            yield from (Term(thing, match.entry.category, match, thing is not name) for match in matches)


def person_terms(words: Words, start: int, end: int) -> Iterator[Term]:
    """The terms for persons among the words [start, end)."""
    for lexicon in _person_lists():
        for match in lexicon.find(words, start, end):
            if match.entry.category != EXEMPT:
                yield Term(lexicon.name, match.entry.category, match, False)


@cache
def _shelf() -> Shelf:
    """The shipped sets of the comparison and the further names, as word lists."""
    known = same_things()
    own = {name: contrast for name, contrast in known.sets.items() if meant_by(name) != "person"}
    further = {_BESIDE + name: ContrastSet(name, "", sides) for name, sides in known.beside.items()}
    return shelf_of({**own, **further})


@cache
def _person_lists() -> tuple[Lexicon, ...]:
    known = same_things()
    return shelf_of({name: known.sets[name] for name in known.anchored["person"]}).lexicons
