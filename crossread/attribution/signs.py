"""Words that may matter to an attribution, found in one pass over the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crossread.attribution.nouns import noun_cues
from crossread.attribution.roles import HEARSAY_ADVERBS, POLLS
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.text.genders import SHOWN_BY

VERB: Final = 1  # opens an entry of the reporting verbs
NOUN: Final = 2  # may attribute as a noun: "claim"
ADVERBIAL: Final = 4  # "according", "poll", "reportedly"
PRONOUN: Final = 8  # shows that somebody goes by "he" or by "she"


def find_signs(forms: Sequence[str]) -> list[tuple[int, int]]:
    """The words that are a sign of anything, in reading order, with all they are a sign of."""
    return [(i, signs) for i, signs in enumerate(map(_signs().get, forms)) if signs]


@from_lexicons
def _signs() -> dict[str, int]:
    """Form -> the signs it is, added up."""
    found: dict[str, int] = {}
    verbs = load_lexicon("crossread.data", "reporting_verbs").heads
    for sign, forms in (
        (VERB, verbs),
        (NOUN, noun_cues()),
        (ADVERBIAL, ("according", *POLLS, *HEARSAY_ADVERBS)),
        (PRONOUN, SHOWN_BY),
    ):
        for form in forms:
            found[form] = found.get(form, 0) | sign
    return found
