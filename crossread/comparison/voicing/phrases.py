"""How a voice reads inside a sentence: its name with its role, its share, its cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten

from crossread.comparison.names.named import role_words
from crossread.comparison.names.same_names import SEATS, bare_name, places
from crossread.comparison.voicing.room import Room, Voice
from crossread.comparison.voicing.treatment import Manner, cues_of
from crossread.telling import counted, listed, number
from crossread.text.peoples import PARTIES, home_of
from crossread.text.words import fold

CUES = 4  # cues spelt out of one voice in one article
ROLE = 60  # characters of a role
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())
_LETTERS = re.compile(r"(?:[A-Z]\.?){1,2}")  # "A.G." is an office as often as a body
# A role with a verb is part of a sentence that was taken for one.
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|had|have|will|would|could|can|did)\b")


def is_sure(voice: Voice) -> bool:
    """Whether a voice is somebody or some body by name: not "the letter", and not any word with a capital.

    A single word that nothing tells the kind of may be a surname misspelt, a place or the start of a sentence.
    """
    lead = next(iter(voice.rooms.values())).lead
    words = voice.name.split()
    if (
        voice.phrase
        or not words[-1][0].isupper()
        or words[-1].endswith(("'s", "’s"))
        or fold(words[-1]) in _DAYS
        or _LETTERS.fullmatch(voice.name)
    ):
        return False
    if lead.entity == "person":
        return fold(words[-1]) not in role_words() and home_of(words[-1]) not in PARTIES
    return lead.entity == "body" and _is_sure_body(voice, words)


def _is_sure_body(voice: Voice, words: Sequence[str]) -> bool:
    """False for what speaks through others ("the White House"), a city, a party's people, and one unknown word."""
    name = bare_name(voice.name)
    party = home_of(words[0]) in PARTIES or home_of(words[-1]) in PARTIES
    if name in SEATS or places().get(name) in ("city", "region") or (party and len(words) < 3):
        return False
    return len(words) > 1 or voice.name.isupper() or voice.kind != "institution"


def who(voice: Voice) -> str:
    """A voice with its role, as it reads inside a sentence."""
    role = shorten(voice.role, ROLE, placeholder=" …") if voice.rank == 0 and not _CLAUSE.search(voice.role) else ""
    return f"{short(voice)} ({role})" if role else short(voice)


def short(voice: Voice) -> str:
    """The name alone; a phrase that is none stands in quotation marks."""
    name = shorten(voice.name, 2 * ROLE, placeholder=" …")
    return f"“{name}”" if voice.phrase else name


def percent(room: Room) -> str:
    """The share of the article's attributed words."""
    return f"{number(room.share, 0)} %"


def pronoun_of(voice: Voice) -> str:
    """ "him", "her", "it", or "this person" where the articles do not show."""
    pronouns = {speaker.pronoun for room in voice.rooms.values() for speaker in room.speakers} - {None}
    if voice.rank == 0 and len(pronouns) == 1:
        return "him" if pronouns == {"he"} else "her"
    return "it" if voice.rank else "this person"


def spelt(room: Room, manner: Manner) -> str:
    """ "2 of 5 attributions (“claim” 2)"."""
    cues = cues_of(room, manner)
    told = listed([f"“{lemma}” {count}" for lemma, count in cues.items()], CUES)
    return f"{sum(cues.values())} of {counted(len(room.cued()), 'attribution')}" + (f" ({told})" if told else "")
