"""What words and figures are compared by across articles, and how much each says of a sentence."""

from __future__ import annotations

from functools import cache, lru_cache

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.text.number_words import MONTHS
from crossread.text.numbers import Number
from crossread.text.stems import root, stem
from crossread.text.syllables import easy_words

# How much a clue says before it is asked how rare it is among the sentences of the set.
_WORD = 1.0
_EASY = 0.7  # words of the Dale-Chall list: they turn up in any sentence
_FAINT = 0.3
_SMALL, _FIGURE, _LONG_FIGURE = 0.9, 1.4, 1.8  # numbers up to ten, others, those of three digits that count
_COUNTING = 2  # digits other than noughts at the end that make no long figure
_DAYS = "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
_TELLING = "said say says saying told tell tells telling added add adds adding according"
_TITLES = "mr mrs ms miss dr sir prime chief former deputy senior"


@lru_cache(maxsize=1 << 14)
def same_thing(form: str) -> str:
    """What a folded word is compared by: the thing our list has it under ("killed": "DEATH"), or its root."""
    return _things().get(form) or _things().get(form.removesuffix("'s")) or root(stem(form))


@cache
def _things() -> dict[str, str]:
    return {entry.term: entry.category.upper() for entry in load_lexicon("crossread.data", "claim_words").entries}


def is_faint(form: str) -> bool:
    """Whether a word says little of what a sentence tells: "said", "Monday", "minister"."""
    return form in _faint()


@from_lexicons
def _faint() -> frozenset[str]:
    roles = (entry.term for entry in load_lexicon("crossread.data", "roles").entries if len(entry.words) == 1)
    return frozenset((*_DAYS.split(), *_TELLING.split(), *_TITLES.split(), *MONTHS, *roles))


def word_weight(form: str) -> float:
    """How much a folded word says."""
    if form in _faint():
        return _FAINT
    easy = easy_words()
    return _EASY if form in easy or form.removesuffix("s") in easy else _WORD


def figure_weight(number: Number) -> float:
    """How much a figure says: 214 more than seven or 400,000."""
    digits = number.value.replace(".", "").replace("-", "")
    if len(digits.strip("0")) > _COUNTING:
        return _LONG_FIGURE
    return _SMALL if len(digits) == 1 or digits == "10" else _FIGURE
