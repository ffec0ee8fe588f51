"""Nouns that attribute: "his claim that", "warnings from X that", "there are reports that"."""

from __future__ import annotations

from typing import cast

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Stance


@from_lexicons
def noun_cues() -> dict[str, tuple[str, Stance]]:
    """Form -> lemma and stance of the nouns that take "that" and what somebody says or thinks."""
    entries = load_lexicon("crossread.data", "attribution_nouns").entries
    return {entry.term: (entry.note, cast(Stance, entry.category)) for entry in entries}
