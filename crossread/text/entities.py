"""Who and what the body names: persons, organisations and places, each with all its mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from crossread.model import Name, Quotation, Speaker, Voice
from crossread.text.namesakes import is_namesake
from crossread.text.spelling import FAMILY_FIRST, PLACE_SYNONYMS, fold_name
from crossread.text.words import Words, fold

EntityKind = Literal["person", "organisation", "place"]
Part = Literal["full", "surname", "given", "nickname"]

# Last words of names that are no person's, whatever stands beside them. Those that are surnames too are left out.
_NO_SURNAMES = frozenset(
    "accord accords act acts administration african agenda agreement amendment american americans army asian avenue "
    "award awards beach bible boulevard bowl broadcasting building campaign catholic catholics caucus championship "
    "channel christians church clause coast code college compass conservatives constitution convention corps council "
    "county creek crisis cup daily deal debate declaration democrat democratic democrats department desert district "
    "doctrine election elections empire era establishment european europeans fathers festival games group gulf gym "
    "highway hispanic hotel idea indian initiative island islands jesuit jesuits jewish jews kingdom lake latino "
    "league legion liberals list magazine medal movement museum muslim muslims nations navy news oath ocean olympics "
    "online pac palace party peninsula peppers plan political poll polls port press prize project province race radio "
    "reform region report republic republican republicans reserve revolution river road rule school sea senate series "
    "show state states strait street street-journal studies summit supervisor suspect system team television "
    "territory times tower treaty tv union university valley voters war web week weekly".split()
)
_JOINTS = frozenset(("for", "of", "and", "the", "to", "on", "in"))
_PARTICLES = frozenset(("de", "van", "von", "der", "bin", "ibn", "al", "la", "del", "di", "da", "dos"))
# First words of a run of capitals that label the person named after them: "Republican Ann Lee".
_LABELS = ("republican ", "democrat ", "democratic ", "conservative ", "liberal ", "independent ", "celebrities ")
_OPEN, _CLOSED = frozenset((" “", ' "', " ‘", " '", " (“")), frozenset(("” ", '" ', "’ ", "' ", "”) "))


class Mention(Struct, frozen=True, gc=False):
    """One place where an entity is named; `first` is its first word, `voice` None outside the body."""

    start: int
    end: int
    first: int
    part: Part
    voice: Voice | None


class Entity(Struct, frozen=True, gc=False):
    """A person, organisation or place under the fullest name the page gives it.

    `key` is that of its names; `speaker` is the id of the speaker it is, if it is one.
    """

    key: str
    label: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    speaker: str | None


def find_entities(
    words: Words, names: Sequence[Name], speakers: Sequence[Speaker], quotations: Sequence[Quotation]
) -> tuple[Entity, ...]:
    """The entities of a page in order of first mention; other capitalised words ("Russian") are none.

    A person of whom one part of the name stands alone is the one person on the page who bears it.
    """
    persons = _persons(names, speakers)
    merged, nicknames = _with_nicknames(words.text, names, quotations)
    kinds = {name.key: name.kind for name in merged}
    kinds.update(dict.fromkeys(persons.values(), "person"))
    owners = {
        **_owners([_unlabelled(key) for key, kind in kinds.items() if kind == "person" and " " in key]),
        **nicknames,
    }
    grouped: dict[str, list[Name]] = {}
    for name in merged:
        key, kind = persons.get(name.key, name.key), name.kind
        if kind != "place" and kind != "organisation":
            if " " not in key:
                key = owners.get(key, key)
            elif key.startswith(_LABELS) and kinds[key] == "person":
                key = _unlabelled(key)
                kinds[key] = "person"
        elif kind == "place":
            key = PLACE_SYNONYMS.get(key if key.isalpha() else fold_name(key), key)
        grouped.setdefault(key, []).append(name)
    ids = {persons.get(fold(speaker.name), fold(speaker.name)): speaker for speaker in reversed(speakers)}
    found = []
    for key, group in grouped.items():
        kind = "person" if kinds.get(key) == "person" else group[0].kind
        if kind == "person" and " " in key and is_no_person(key, key in ids):
            continue
        if kind != "other":
            speaker = ids.get(key)
            mentions = tuple([_mention(words, name, key, kind, nicknames) for name in group])
            found.append(Entity(key, _label(words, key, group), kind, mentions, speaker.id if speaker else None))
    return tuple(found)


def _persons(names: Sequence[Name], speakers: Sequence[Speaker]) -> dict[str, str]:
    """Key of a name -> key of the named person it is a source under: of another spelling, of "Ann" alone."""
    at = {name.start: name for name in names}
    known = {name.key for name in names}
    found = {}
    for speaker in speakers:
        if speaker.entity == "person" and speaker.named and (key := fold(speaker.name)) in known:
            found[key] = key
            for span in speaker.mentions:
                name = at.get(span.start)
                if name is not None and name.end == span.end and name.kind in ("person", "other"):
                    found.setdefault(name.key, key)
    return found


def is_no_person(key: str, speaks: bool) -> bool:
    """Whether a name of several words is a person's by its company only: "Harbour Act", "Friends for Reed"."""
    parts = key.split(" ")
    if parts[-1] in _NO_SURNAMES or not _JOINTS.isdisjoint(parts):
        return True
    return len(parts) > 3 and not speaks and _PARTICLES.isdisjoint(parts)  # a headline in capitals is long


def _unlabelled(key: str) -> str:
    """A full name without the party before it: "ann lee" of "democrat ann lee"."""
    return key.partition(" ")[2] if key.startswith(_LABELS) and key.count(" ") > 1 else key


def _owners(persons: Sequence[str]) -> dict[str, str]:
    """First word of a full name -> the key of the only person who bears it."""
    bearers: dict[str, set[str]] = {}
    for key in persons:
        if not is_namesake(key):
            bearers.setdefault(key.split(" ", 1)[0], set()).add(key)
    return {first: keys.pop() for first, keys in bearers.items() if len(keys) == 1}


def _with_nicknames(
    text: str, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Sequence[Name], Mapping[str, str]]:
    """The names with `William “Bill” Reed` as one, and each nickname with its owner's key."""
    if not any(quotation.kind == "term" for quotation in quotations):
        return names, {}
    merged: list[Name] = []
    found = {}
    skip = 0
    for i, name in enumerate(names):
        if skip:
            skip -= 1
            continue
        if i + 2 < len(names) and text[name.end : names[i + 1].start] in _OPEN:
            nick, surname = names[i + 1], names[i + 2]
            if text[nick.end : surname.start] in _CLOSED:
                merged.append(Name(name.start, surname.end, surname.key, "person"))
                found[nick.key] = surname.key
                skip = 2
                continue
        merged.append(name)
    return merged, found


def _mention(words: Words, name: Name, key: str, kind: str, nicknames: Mapping[str, str]) -> Mention:
    first = bisect_left(words.starts, name.start)
    part: Part = "full"
    if kind == "person":
        if words.ends[first] >= name.end:
            part = _part(words.forms[first].removesuffix("'s").removesuffix("'"), key, nicknames)
        elif nicknames and words.text[name.start : name.end].count(" ") and not _plain(words.text, name):
            part = "nickname"
    return Mention(name.start, name.end, first, part, words.voices[first])


def _plain(text: str, name: Name) -> bool:
    return not any(mark in '“"' for mark in text[name.start : name.end])


def _part(form: str, key: str, nicknames: Mapping[str, str]) -> Part:
    """Which part of a person's name one word is; a name of one word counts as the surname."""
    if nicknames.get(form) == key:
        return "nickname"
    first, _, rest = key.partition(" ")
    return "given" if rest and form == first and form not in FAMILY_FIRST and not is_namesake(key) else "surname"


def _label(words: Words, key: str, group: Sequence[Name]) -> str:
    """The name as its fullest mention writes it; with the title where only that tells two persons apart."""
    text = words.text
    if is_namesake(key):
        before = bisect_left(words.starts, group[0].start) - 1
        return " ".join(text[words.starts[before] : group[0].end].split())
    for name in group:
        written = text[name.start : name.end]
        if fold(written) == key:
            return written
    # A name over a line's end, or one its key was never written as.
    joined = [" ".join(text[name.start : name.end].split()) for name in group]
    return next((written for written in joined if fold(written) == key), joined[0])
