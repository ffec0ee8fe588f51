"""How a voice reads inside a sentence: its name with its role, its share, its cues."""

from __future__ import annotations

from textwrap import shorten

from crossread.comparison.voicing.room import Room, Voice
from crossread.comparison.voicing.treatment import Manner, cues_of
from crossread.telling import counted, listed, number

CUES = 4  # cues spelt out of one voice in one article
ROLE = 60  # characters of a role


def who(voice: Voice) -> str:
    """A voice with its role, as it reads inside a sentence."""
    role = shorten(voice.role, ROLE, placeholder=" …") if voice.rank == 0 else ""
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
