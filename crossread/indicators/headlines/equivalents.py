"""Words and names that a headline uses for others of the body: "probe" for "investigation", "U.S." for America."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from functools import cache

from crossread.lexicon import load_lexicon
from crossread.text.number_words import NUMBER_WORDS
from crossread.text.spelling import PLACE_SYNONYMS, fold_name
from crossread.text.stems import irregular_forms, stem

_NONE: frozenset[str] = frozenset()
_IN_WORDS = {str(value): word for word, value in NUMBER_WORDS.items()}


def equivalents(form: str) -> Set[str]:
    """The words and names that our list has beside this one, itself among them."""
    return _groups().get(_clusters().get(form, ""), _NONE)


def counterpart(form: str) -> str:
    """ "4" for "four", "four" for "4"; "" for a word that is neither."""
    return str(NUMBER_WORDS[form]) if form in NUMBER_WORDS else _IN_WORDS.get(form, "")


def irregular(stemmed: str) -> Set[str]:
    """The irregular forms that have a stem: "won" for "win"."""
    return _irregular().get(stemmed, _NONE)


def spellings(name: str) -> Set[str]:
    """The spellings of a place by one of them, accents and titles left out: "Kyiv", "Kiev"."""
    folded = fold_name(name)
    return {folded, *_places().get(PLACE_SYNONYMS.get(folded, ""), ())}


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """First of each pair -> the seconds that come with it."""
    groups: dict[str, set[str]] = defaultdict(set)
    for key, form in pairs:
        groups[key].add(form)
    return dict(groups)


@cache
def _clusters() -> dict[str, str]:
    """Form or name -> the cluster of words that headlines use for one another."""
    lexicon = load_lexicon("crossread.metrics", "headline_equivalents_context")
    return dict(zip(lexicon.terms, lexicon.notes, strict=True))


@cache
def _groups() -> dict[str, set[str]]:
    """Cluster -> its forms."""
    return grouped((cluster, form) for form, cluster in _clusters().items())


@cache
def _places() -> dict[str, set[str]]:
    return grouped((place, name) for name, place in PLACE_SYNONYMS.items())


@cache
def _irregular() -> dict[str, set[str]]:
    return grouped((stem(form), form) for form in irregular_forms())
