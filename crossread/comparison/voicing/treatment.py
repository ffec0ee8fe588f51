"""Whether a voice's words are given with another stance than elsewhere: "said" here and "claimed" there.

Cues are few, so a difference counts only when the 95 % interval of the two shares' difference leaves out
zero (Newcombe 1998), or when a telling stance is there twice or more and in another article never.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from crossread.comparison.voicing.room import Room, Voice
from crossread.intervals import newcombe_interval
from crossread.model import Stance

LEAST = 3  # cues on either side below which nothing is said
_TWICE = 2
_OFTEN = 1 / 6  # share of a voice's cues below which two of a kind are chance


class Manner(Struct, frozen=True):
    """A way of giving words: its stances, its name, and whether two such cues tell something by themselves."""

    id: str
    label: str
    stances: tuple[Stance, ...]
    telling: bool


MANNERS = (
    Manner("doubting", "that leave doubt", ("doubting",), True),
    Manner("conceding", "of admission", ("conceding",), True),
    Manner("factive", "that take it as fact", ("factive",), True),
    Manner("strong", "that say more than “say”", ("assertive", "emotive", "doubting", "conceding", "factive"), False),
)


class Contrast(Struct, frozen=True):
    """One manner, and the articles where it is most and least used of a voice."""

    manner: Manner
    most: str
    least: str


class Unlike(Struct, frozen=True):
    """Two voices that one article gives words in unlike manner and another alike."""

    manner: Manner
    marked: Voice
    plain: Voice
    apart: str
    alike: str


def contrast(voice: Voice) -> Contrast | None:
    """The manner in which one article gives a voice's words clearly more often than another does."""
    rooms = {article: room for article, room in voice.rooms.items() if len(room.cued()) >= LEAST}
    if len(rooms) < 2:
        return None
    for manner in MANNERS:
        shares = {article: _count(room, manner) / len(room.cued()) for article, room in rooms.items()}
        most, least = max(shares, key=lambda each: shares[each]), min(shares, key=lambda each: shares[each])
        if _clear(rooms[most], rooms[least], manner):
            return Contrast(manner, most, least)
    return None


def unlike(voices: Sequence[Voice]) -> Iterator[Unlike]:
    """Pairs of voices that one article treats unlike each other and another alike; one manner a pair."""
    fit = [voice for voice in voices if sum(len(room.cued()) >= _TWICE for room in voice.rooms.values()) > 1]
    for first, second in combinations(fit, 2):
        both = [article for article in first.rooms if article in second.rooms]
        found = _unlike(first, second, both) if len(both) > 1 else None
        if found:
            yield found


def _unlike(first: Voice, second: Voice, articles: Sequence[str]) -> Unlike | None:
    for manner in MANNERS:
        alike = next((a for a in articles if _alike(first.rooms[a], second.rooms[a], manner)), None)
        for marked, plain in ((first, second), (second, first)) if alike else ():
            for article in articles:
                enough = min(len(marked.rooms[article].cued()), len(plain.rooms[article].cued())) >= LEAST
                if alike and enough and _clear(marked.rooms[article], plain.rooms[article], manner):
                    return Unlike(manner, marked, plain, article, alike)
    return None


def cues_of(room: Room, manner: Manner) -> Mapping[str, int]:
    """The cues of a manner with their number, the most frequent first."""
    found: dict[str, int] = {}
    for each in room.cued():
        if each.cue and each.stance in manner.stances:
            found[each.cue.lemma] = found.get(each.cue.lemma, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _count(room: Room, manner: Manner) -> int:
    return sum(found.stance in manner.stances for found in room.cued())


def _clear(more: Room, less: Room, manner: Manner) -> bool:
    hits, n = _count(more, manner), len(more.cued())
    others, m = _count(less, manner), len(less.cued())
    if hits < _TWICE:
        return False
    if manner.telling:
        return hits / n >= _OFTEN and not others
    return newcombe_interval(hits, n, others, m).low > 0


def _alike(one: Room, other: Room, manner: Manner) -> bool:
    """Whether an article that hears both gives neither its words in this manner."""
    heard = min(len(one.cued()), len(other.cued())) >= _TWICE
    return heard and not _count(one, manner) and not _count(other, manner)
