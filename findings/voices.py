"""Voices: who is heard in which article, with how much room, by which verbs, and who is heard in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from msgspec import Meta, Struct

from crossread.comparison.coverage import Coverage
from crossread.comparison.names.entities import Entity
from crossread.comparison.voicing.phrases import is_sure, percent, pronoun_of, short, spelt, who
from crossread.comparison.voicing.room import Room, Voice, voices_heard
from crossread.comparison.voicing.treatment import Contrast, Unlike, contrast, unlike
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Cell, Citation, FigureInfo, Finding, FindingRule, Span, SpeakerKind
from crossread.telling import counted, listed
from crossread.text.words import fold

EVIDENCE = 12  # places shown for a voice in an article
NAMES = 5  # voices named in one sentence
_APART = 10  # percentage points below which no difference of room is told
# How far a difference touches the coverage: more for a person than for a body or a voice without a name,
# which may be somebody another article names.
_WEIGHT = (1.0, 0.8, 0.2)
_UNSURE = 0.2
_SAYS = 4  # words below which a name in a list of voices may be no speaker

_KINDS: tuple[tuple[str, str, tuple[SpeakerKind, ...]], ...] = (
    ("official or politician", "officials or politicians", ("official", "politician")),
    ("expert", "experts", ("expert",)),
    ("business person", "business people", ("business",)),
    ("person of civil society", "people of civil society", ("civil_society",)),
    ("witness or private person", "witnesses or private people", ("witness",)),
)


class VoicesOptions(Options, frozen=True):
    """`most` is how many voices are listed; of more, the people and those with most words come first."""

    most: Annotated[int, Meta(ge=1, le=1000)] = 100


class _Said(Struct, frozen=True):
    """What a finding about one voice says beyond who is heard where."""

    rules: tuple[str, ...]
    sentence: str
    size: float


def find(coverage: Coverage, options: VoicesOptions) -> Iterator[Finding]:
    """What concerns many voices first, then each voice: people, bodies, those without a name, by their words.

    Nothing is held against a base: every voice has its room in each article.
    """
    heard = voices_heard(coverage.analyses, coverage.voices, coverage.bodies, coverage.wordings)
    yield from _alone(coverage, heard)
    yield from (_unlike(coverage, each) for each in unlike(heard[: options.most]))
    yield from _kinds(coverage, heard)
    elsewhere = _NamedElsewhere(coverage)
    for voice in heard[: options.most]:
        yield _finding(coverage, voice, elsewhere)


# ------------------------------------------------------------------------------- one voice


def _finding(coverage: Coverage, voice: Voice, elsewhere: _NamedElsewhere) -> Finding:
    cells = [_cell(article, room, several=len(voice.rooms) > 1) for article, room in voice.rooms.items()]
    only = next(iter(voice.rooms)) if len(voice.rooms) == 1 else None
    said = _heard_once(coverage, voice, elsewhere) if only else _heard_again(coverage, voice, cells)
    return KIND.finding(said.rules, voice.name, said.sentence, cells, only_in=only, note=voice.kind, size=said.size)


def _cell(article: str, room: Room, *, several: bool) -> Cell:
    lead = room.lead
    return Cell(
        article=article,
        text=f"{lead.name}, {lead.role}" if lead.role else lead.name,
        spans=room.spans(EVIDENCE),
        key=lead.id,
        value=round(room.share, 1),
        interval=room.interval() if several else None,  # there is nothing to hold it against
        counts={
            "attributions": len(room.attributions),
            "words_direct": room.direct,
            "words_indirect": room.indirect,
            "of": room.of,
        },
        words=dict(room.lemmas()),
    )


def _heard_once(coverage: Coverage, voice: Voice, elsewhere: _NamedElsewhere) -> _Said:
    ((article, room),) = voice.rooms.items()
    weight = _WEIGHT[voice.rank] if is_sure(voice) or _is_paper(voice) else _UNSURE
    letter, size = coverage.letters[article], weight * room.share / 100 * 0.8
    named = elsewhere.of(voice, room)
    heard = "Heard under these words in" if voice.phrase else "Heard in"
    lead = (
        f"{heard} {letter} only: {who(voice)}, {room.words} of {counted(room.of, 'attributed word')} ({percent(room)})"
    )
    if named:
        where = f"{coverage.named(named)} {'name' if len(named) > 1 else 'names'} {pronoun_of(voice)}"
        return _Said(("named", "only"), f"{lead}; {where}, with no words found there by our rules.", size)
    return _Said(("only",), f"{lead}; not found by our rules in {coverage.others({article})}.", size)


def _is_paper(voice: Voice) -> bool:
    """Whether it is a document with a name of several words: "the Harbour Act", not "the letter"."""
    return voice.rank == 1 and not voice.phrase and " " in voice.name


def _heard_again(coverage: Coverage, voice: Voice, cells: Sequence[Cell]) -> _Said:
    rooms = listed([
        f"{room.words} of {counted(room.of, 'attributed word')} in {coverage.letters[article]} ({percent(room)})"
        for article, room in voice.rooms.items()
    ])  # fmt: skip
    found = contrast(voice)
    apart = _apart(cells)
    rules = (*(["cues"] if found else []), *(["space"] if apart else []), "shared")
    parts = []
    if found:
        parts.append(_cues(coverage, voice, found))
    if apart:
        more, less = (coverage.letters[cell.article] for cell in apart)
        parts.append(f"More room in {more} than in {less}: {who(voice)}, {rooms}; the 95 % intervals do not overlap.")
    if not parts:
        parts.append(f"Heard in {coverage.named(set(voice.rooms))}: {who(voice)}, {rooms}.")
    size = 0.0
    if apart:
        size = _WEIGHT[voice.rank] * min(1.0, 0.25 + (float(apart[0].value or 0) - float(apart[1].value or 0)) / 100)
    if found:
        size = max(size, 0.6 if found.manner.telling else 0.3)
    return _Said(rules, " ".join(parts) if len(parts) == 1 else f"{parts[0][:-1]}; {_small(parts[1])}", size)


def _apart(cells: Sequence[Cell]) -> tuple[Cell, Cell] | None:
    """The cells with most and least room, where their intervals leave no doubt that one has more."""
    most = max(cells, key=lambda cell: float(cell.value or 0))
    least = min(cells, key=lambda cell: float(cell.value or 0))
    if not most.interval or not least.interval or most.interval.low <= least.interval.high:
        return None
    return (most, least) if float(most.value or 0) - float(least.value or 0) >= _APART else None


def _cues(coverage: Coverage, voice: Voice, found: Contrast) -> str:
    more, less = coverage.letters[found.most], coverage.letters[found.least]
    often, seldom = (spelt(voice.rooms[article], found.manner) for article in (found.most, found.least))
    return (
        f"Other verbs for {who(voice)} in {more} than in {less}: words {found.manner.label} in {often} in {more} "
        f"and {seldom} in {less}."
    )


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


class _NamedElsewhere:
    """Which articles name a voice that is heard in another, and give words to nobody of that name."""

    def __init__(self, coverage: Coverage) -> None:
        self._analyses = coverage.analyses
        self._orders = coverage.orders
        self._places = {
            (order, key): entity for entity in coverage.entities for order, keys in entity.keys.items() for key in keys
        }

    def of(self, voice: Voice, room: Room) -> set[str]:
        """The articles that have the name of a person or body, but not the voice."""
        if voice.phrase:
            return set()
        entity = self._places.get((self._orders[room.analysis.id], fold(room.lead.name)))
        if entity is None:
            return set()
        return {self._analyses[order].id for order in entity.spans if not self._heard(entity, order)} - set(voice.rooms)

    def _heard(self, entity: Entity, order: int) -> bool:
        names = {fold(speaker.name) for speaker in self._analyses[order].speakers}
        return not names.isdisjoint(entity.keys.get(order, ()))


# ------------------------------------------------------------------------------ many voices


def _alone(coverage: Coverage, heard: Sequence[Voice]) -> Iterator[Finding]:
    """For each article the people and bodies no other hears, where they are several.

    Voices without a name are left out: "the magazine" may be one that another article names.
    """
    named = [voice for voice in heard if is_sure(voice)]
    for analysis in coverage.analyses:
        mine = [v for v in named if list(v.rooms) == [analysis.id] and v.rooms[analysis.id].words >= _SAYS]
        if len(mine) < 2:
            continue
        rooms = [voice.rooms[analysis.id] for voice in mine]
        words, of = sum(room.words for room in rooms), rooms[0].of
        share = min(100.0, 100 * words / of) if of else 0.0
        letter, others = coverage.letters[analysis.id], coverage.others({analysis.id})
        names = listed([short(voice) for voice in mine], NAMES)
        spans = tuple(sorted(span for room in rooms for span in room.spans(1)))[:EVIDENCE]
        yield KIND.finding(
            ["alone"],
            f"Voices in {letter} only",
            f"Heard by name in {letter} and, by our rules, not in {others}: {names}, "
            f"with {share:.0f} % of the {counted(of, 'attributed word')} of {letter}.",
            [Cell(analysis.id, names, spans, value=round(share, 1), counts={"voices": len(mine), "of": of})],
            only_in=analysis.id,
            size=0.2 + 0.5 * share / 100,
        )


def _unlike(coverage: Coverage, found: Unlike) -> Finding:
    def told(article: str) -> str:
        marked, plain = found.marked.rooms[article], found.plain.rooms[article]
        return (
            f"{spelt(marked, found.manner)} for {short(found.marked)} and "
            f"{spelt(plain, found.manner)} for {short(found.plain)}"
        )

    apart, alike = coverage.letters[found.apart], coverage.letters[found.alike]
    return KIND.finding(
        ["unlike"],
        f"{found.marked.name} and {found.plain.name}",
        f"Words {found.manner.label}: in {apart}, {told(found.apart)}; in {alike}, {told(found.alike)}.",
        [
            Cell(analysis.id, told(analysis.id), found.marked.rooms[analysis.id].spans(EVIDENCE))
            for analysis in coverage.analyses
            if analysis.id in (found.apart, found.alike)
        ],
        size=0.7,
    )


def _kinds(coverage: Coverage, heard: Sequence[Voice]) -> Iterator[Finding]:
    """Which kinds of people one article hears and another does not, where enough people are heard to say so."""
    counts = {
        analysis.id: Counter(v.kind for v in heard if v.rank == 0 and analysis.id in v.rooms)
        for analysis in coverage.analyses
    }
    enough = [article for article, kinds in counts.items() if kinds.total() >= 3]
    if len(enough) < 2:
        return
    missing = []
    for _, plural, kinds in _KINDS:
        of = {article: sum(counts[article][kind] for kind in kinds) for article in enough}
        lacking = {article for article, count in of.items() if not count}
        if lacking and max(of.values()) >= 2:
            missing.append(f"no {plural} found by our rules in {coverage.named(lacking)}")
    if missing:
        told = [f"{_people(counts[article])} in {coverage.letters[article]}" for article in enough]
        yield KIND.finding(
            ["kinds"],
            "Kinds of people heard",
            f"People heard by name: {'; '.join(told)}; {listed(missing)}.",
            [_people_cell(coverage, article, heard, counts[article]) for article in enough],
            size=0.2,
        )


def _people_cell(coverage: Coverage, article: str, heard: Sequence[Voice], counts: Mapping[SpeakerKind, int]) -> Cell:
    people = [voice.rooms[article] for voice in heard if voice.rank == 0 and article in voice.rooms]
    spans: list[Span] = sorted(span for room in people for span in room.spans(1))
    return Cell(article, _people(counts), tuple(spans[:EVIDENCE]), counts={"voices": len(people)})


def _people(counts: Mapping[SpeakerKind, int]) -> str:
    told = []
    for singular, plural, kinds in _KINDS:
        count = sum(counts.get(kind, 0) for kind in kinds)
        if count:
            told.append(counted(count, singular, plural))
    rest = sum(counts.values()) - sum(counts.get(kind, 0) for _, _, kinds in _KINDS for kind in kinds)
    if rest:
        told.append(counted(rest, "other person", "other people") if told else counted(rest, "person", "people"))
    return listed(told)


KIND = FindingKind(
    id="voices",
    title="Voices",
    meaning=(
        "Who is heard in which article: persons, bodies and sources without a name, each one voice over the set, with "
        "its share of the words given to a voice there, and the verbs that give them."
    ),
    limits=(
        "A voice not found by our rules may still be heard: a name may be spelt beyond recognition, or a pronoun not "
        "be led back to anyone.",
        "Two wordings are one voice only when that is safe, so one person may stand here twice.",
        "Who says more says nothing about who is right, and a verb such as “claim” may be the fitting one.",
    ),
    rules=(
        FindingRule(
            "alone",
            "heard in one only",
            "Several people and bodies are heard by name in one article and in no other.",
            0.6,
        ),
        FindingRule(
            "unlike",
            "unlike each other",
            "One article gives two voices their words with verbs of unlike stance, another alike.",
            0.7,
        ),
        FindingRule("kinds", "kinds of people", "One article hears a kind of people that another does not.", 0.6),
        FindingRule(
            "cues",
            "other verbs",
            "One article gives a voice's words with verbs of another stance than another article does.",
            0.7,
        ),
        FindingRule(
            "space",
            "more room",
            "A voice has more of one article's attributed words, beyond what chance explains.",
            0.85,
        ),
        FindingRule("named", "named elsewhere", "Heard in one article; another has the name and no words.", 0.9),
        FindingRule("only", "in one only", "Heard in one article, and not found by our rules in any other.", 0.9),
        FindingRule("shared", "in several", "Heard in two articles or more.", 0.95),
    ),
    unit="% of attributed words",
    counts=(
        FigureInfo("attributions", "attributions", "attributions"),
        FigureInfo("words_direct", "words quoted", "words"),
        FigureInfo("words_indirect", "words reported", "words"),
        FigureInfo("of", "words given to a voice in the article", "words"),
        FigureInfo("voices", "voices", "voices"),
    ),
    sources=(
        Citation(
            "Newcombe, R. G.",
            1998,
            "Interval estimation for the difference between independent proportions",
            "https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I",
        ),
    ),
    options=VoicesOptions,
    find=find,
)
