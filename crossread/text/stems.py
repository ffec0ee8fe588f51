"""Inflected and derived forms of English words brought together, so that "closes" meets "closing".

A stem is no word: it is only ever compared with another stem.
"""

from __future__ import annotations

from functools import cache, lru_cache

from crossread.lexicon import load_lexicon

_SHORTEST = 3  # letters a stem keeps
_SHORTEST_ROOT = 4
_HISSING = ("ches", "shes", "sses", "xes", "zes")
# Endings that make a noun or adjective of a verb or a name; the longer first.
_DERIVING = (
    "ization", "ation", "ition", "ator", "ment", "ance", "ence", "ian", "ion", "ive", "er", "or",
    "est", "ish", "ism", "ist", "ia", "an", "at", "li", "i", "a",
)  # fmt: skip


@cache
def irregular_forms() -> dict[str, str]:
    """Irregular form -> the base it belongs to: "won" -> "win", "children" -> "child"."""
    return {entry.term: entry.note for entry in load_lexicon("crossread.data", "irregular_forms").entries}


@lru_cache(maxsize=1 << 14)
def stem(form: str) -> str:
    """A folded word without its inflection: "voted", "votes" and "voting" are "vot", "won" is "win"."""
    form = form.removesuffix("'s").removesuffix("'")
    form = irregular_forms().get(form, form)
    if not form.isalpha() or len(form) <= _SHORTEST:
        return form
    form = _singular(form)
    for ending in ("ing", "ed"):
        cut = form.removesuffix(ending)
        if cut != form and len(cut) >= _SHORTEST and not form.endswith("eed") and not _VOWELS.isdisjoint(cut):
            return _final(_single(cut))
    return _final(form)


def _singular(form: str) -> str:
    if form.endswith(_HISSING):
        return form[:-2]
    return form[:-1] if form.endswith("s") and form[-2] not in "su" else form


@lru_cache(maxsize=1 << 14)
def root(stemmed: str) -> str:
    """A stem without one ending that makes a new word: "investigator" and "investigat" are "investig"."""
    for ending in _DERIVING:
        cut = stemmed.removesuffix(ending)
        if cut != stemmed and len(cut) >= _SHORTEST_ROOT:
            return _single(cut).removesuffix("e")
    return stemmed


_VOWELS = frozenset("aeiouy")


def _single(cut: str) -> str:
    """Without the consonant that "-ed" and "-ing" double: "stopp" is "stop", but "fall" stays."""
    return cut[:-1] if len(cut) > _SHORTEST and cut[-1] == cut[-2] and cut[-1] in "bdgmnprt" else cut


def _final(cut: str) -> str:
    """Silent "e" dropped, "y" and "ie" as "i", British "-is" as "-iz", "-our" as "-or"."""
    if cut.endswith("ie") and len(cut) > _SHORTEST:
        return cut[:-1]
    if cut.endswith("y") and len(cut) > _SHORTEST:
        cut = cut[:-1] + "i"
    elif cut.endswith("e") and cut[-2] != "e" and len(cut) > _SHORTEST:
        cut = cut[:-1]
    if cut.endswith("is") and len(cut) > 5:
        return cut[:-1] + "z"
    return cut[:-2] + "r" if cut.endswith("our") and len(cut) > 4 else cut
