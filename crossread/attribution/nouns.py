"""Nouns that attribute: "his claim that", "Lee's attacks on", "her decision to", "there are reports that"."""

from __future__ import annotations

from typing import NamedTuple, cast

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Stance


class NounCue(NamedTuple):
    """A noun that stands for what somebody says or thinks, and the words that may introduce that."""

    lemma: str
    stance: Stance
    takes: frozenset[str]


@from_lexicons
def noun_cues() -> dict[str, NounCue]:
    """Form -> what is known of the nouns that attribute."""
    found = {}
    for entry in load_lexicon("crossread.data", "attribution_nouns").entries:
        lemma, _, takes = entry.note.partition("; ")
        found[entry.term] = NounCue(lemma, cast(Stance, entry.category), frozenset(takes.split()))
    return found
