"""What a term of `lexicons/hedging.tsv` counts as where it stands, or that it does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from crossread.document import Document
from crossread.indicators.certainty import modals, senses
from crossread.indicators.certainty.around import context, negated
from crossread.lexicon import Match
from crossread.terms import Hit, terms_in_body
from crossread.text.words import Words

# ICD 203's bands as the lexicon's notes write them, and the rule of each.
BANDS = {f"{low}–{high} %": f"band_{low}_{high}" for low, high in (
    ("01", "05"), ("05", "20"), ("20", "45"), ("45", "55"), ("55", "80"), ("80", "95"), ("95", "99"),
)}  # fmt: skip

_MODALS = {"may": modals.may, "might": modals.might, "could": modals.could, "would": modals.would}
_POSSIBLE = "tells what is allowed, can be done or happens at times, not a doubt"


def hits(document: Document) -> Iterator[Hit]:
    """The lexicon's words in the body, less those that mean something else here."""
    words = document.words
    for match in terms_in_body(document, "hedging"):
        hit = judge(words, match)
        if hit is not None:
            yield hit


def judge(words: Words, match: Match) -> Hit | None:
    """What a match counts as in its context; None when it does not count."""
    entry = match.entry
    special = _BY_CATEGORY.get(entry.category)
    if special is not None:
        return special(words, match)
    modal = _MODALS.get(entry.words[0])
    if modal is not None:
        return _modal(match, modal(words, match))
    for is_other in _senses(entry.words):
        if is_other(words, match):
            return None
    return Hit(match, entry.category, f"hedging.{entry.category}", entry.note)


def _modal(match: Match, kind: str) -> Hit | None:
    if kind == modals.SILENT:
        return None
    note = _POSSIBLE if kind == modals.POSSIBLE else match.entry.note
    return Hit(match, kind, f"hedging.{kind}", note)


@cache
def _senses(term: tuple[str, ...]) -> tuple[Callable[[Words, Match], bool], ...]:
    """The senses a term has to be cleared of."""
    first, last = term[0], term[-1]
    found = [_SENSES[first]] if first in _SENSES else []
    if last == "most":
        found.append(senses.is_measured)
    if last == "as":
        found.append(senses.is_no_view)
    if last in context("judged") or last == "claimed" or (last in ("as", "to") and len(term) > 1):
        found += [senses.is_somebodys, senses.is_own_view]
    return tuple(found)


def _approximation(words: Words, match: Match) -> Hit | None:
    if senses.is_number_sense(words, match.last):
        if senses.is_topic(words, match):
            return None
        return Hit(match, "hedge", "hedging.rounding", "rounds a number")
    if match.entry.term == "some":
        return Hit(match, "unspecific", "hedging.unspecific", "leaves open who or how many")
    return None


def _probability(words: Words, match: Match) -> Hit | None:
    note = match.entry.note
    if senses.is_no_forecast(words, match):
        return None
    if negated(words, match):
        return Hit(match, "hedge", "hedging.hedge", "negated probability word, outside ICD 203's bands")
    return Hit(match, "hedge", f"hedging.{BANDS[note.partition(',')[0]]}", f"probability word, ICD 203: {note}")


def _booster(words: Words, match: Match) -> Hit | None:
    if negated(words, match):
        if match.entry.words[0] in context("denied by not"):
            return None
        return Hit(match, "hedge", "hedging.hedge", "negated booster")
    return Hit(match, "booster", "hedging.booster", match.entry.note)


def _absolute(words: Words, match: Match) -> Hit | None:
    if negated(words, match):
        return Hit(match, "hedge", "hedging.hedge", "negated absolute")
    if senses.is_plain_fact(words, match):
        return None
    return Hit(match, "absolute", "hedging.absolute", match.entry.note)


def _degree(words: Words, match: Match) -> Hit | None:
    """How much, as part of the hedges: "fairly", "to some extent"."""
    return Hit(match, "hedge", "hedging.degree", match.entry.note)


def _frequency(words: Words, match: Match) -> Hit:
    if senses.is_judged(words, match):
        return Hit(match, "unspecific", "hedging.unspecific", "leaves open who judges so")
    return Hit(match, "frequency", "hedging.frequency", match.entry.note)


def _superlative(words: Words, match: Match) -> Hit | None:
    kind = senses.most(words, match)
    if not kind:
        return None
    note = match.entry.note if kind == "rating" else "leaves open who or how many"
    return Hit(match, kind, f"hedging.{kind}", note)


_BY_CATEGORY: dict[str, Callable[[Words, Match], Hit | None]] = {
    "approximation": _approximation,
    "probability": _probability,
    "booster": _booster,
    "absolute": _absolute,
    "degree": _degree,
    "frequency": _frequency,
    "superlative": _superlative,
}
# By a term's first word.
_SENSES: dict[str, Callable[[Words, Match], bool]] = {
    **dict.fromkeys(("assume", "assumed", "assumes", "assuming"), senses.is_taken_on),
    "certain": senses.is_sureness,
    "claimed": senses.is_gain,
    "claiming": senses.is_gain,
    "disputed": senses.is_denial,
    "estimate": senses.is_figure,
    "estimates": senses.is_figure,
    "others": senses.is_the_rest,
}
