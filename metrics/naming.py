"""How persons are named: with title or role, by full name, surname, given name, nickname or description."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crossread.attribution.naming import COURTESY, Naming
from crossread.attribution.roles import ROLE_MODIFIERS, role_heads
from crossread.document import Document
from crossread.metric import Metric, Options, percentage_interval
from crossread.model import (
    VOICES,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Interval,
    Measurement,
    Span,
    TableRow,
    Voice,
    VoiceValue,
)
from crossread.text.entities import Entity, Mention
from crossread.text.words import Words, fold

_PATTERNS = {
    "title": ("With a title", "“Mr. Reed”, “Dr. Ann Lee”: a title of courtesy or degree before the name."),
    "role": ("With a role", "“Mayor Reed”, “Ann Lee, an engineer,”: an office, rank or trade beside the name."),
    "full": ("Full name", "“Ann Lee”, nothing beside it."),
    "surname": ("Surname only", "“Lee”; a name of one word that the article never gives in full counts here."),
    "given": ("Given name only", "“Ann”, where the article names one Ann."),
    "nickname": ("Nickname", "“William ‘Bill’ Reed”, and “Bill” after that."),
}
_DESCRIBED = "description"
_COLUMNS = (*_PATTERNS, _DESCRIBED)
_NOTE = 60  # characters of a role in a note
_CLOSING = (",", ".", ";", ":", ")", "—", "\n", "")
_TITLES = COURTESY | {"dr", "doctor", "prof", "professor", "madam", "madame", "monsieur"}


class _Use(NamedTuple):
    """One way a person is named at one place of the body."""

    span: Span
    pattern: str  # a key of _PATTERNS, or _DESCRIBED
    note: str
    voice: Voice
    sentence: int


class _Person(NamedTuple):
    """A person with every use in the body, in order, descriptions last; `told` are the narrator's."""

    entity: Entity
    uses: Sequence[_Use]
    told: Sequence[_Use]


def measure(document: Document, options: Options) -> Measurement:
    """The share of the narrator's mentions of persons that are a bare surname; a row for each person."""
    persons = _persons(document)
    named = [use for person in persons for use in person.uses if use.pattern != _DESCRIBED]
    by_voice: dict[str, VoiceValue] = {}
    told = [use for use in named if use.voice == "narrator"]
    for voice in VOICES:
        spoken = told if voice == "narrator" else [use for use in named if use.voice == voice]
        by_voice[voice] = VoiceValue(_share(spoken), len(spoken))
    if not told:
        return METRIC.without_value("not_applicable", "the narrator names no person that our rules can tell as one")
    return METRIC.measured(
        _share(told),
        len(told),
        by_voice=by_voice,
        interval=_interval(told),
        details=_details(persons, told),
        evidence=[item for person in persons for item in _evidence(person)],
        rows=_rows(persons),
    )


def _persons(document: Document) -> list[_Person]:
    """The persons named in the body, in order of first mention."""
    naming = Naming(document.words, ())
    described = _descriptions(document)
    found = []
    for entity in document.entities:
        if entity.kind == "person":
            uses = [_use(document, naming, mention, mention.voice) for mention in entity.mentions if mention.voice]
            if uses:
                uses += described.get(entity.speaker or "", {}).values()
                found.append(_Person(entity, uses, [use for use in uses if use.voice == "narrator"]))
    return found


def _use(document: Document, naming: Naming, mention: Mention, voice: Voice) -> _Use:
    """How one mention names a person; the mark has the title or role before the name in it."""
    text, words = document.text, document.words
    sentence = words.sentences[mention.first]
    before = _role_before(words, naming, mention)
    if before is not None:
        written = " ".join(text[before : mention.start].rstrip(" ,\u00a0").split())
        pattern = "title" if fold(written.rsplit(" ", 1)[-1]).rstrip(".") in _TITLES else "role"
        return _Use(Span(before, mention.end), pattern, written, voice, sentence)
    after = naming.role_after(mention.end) if text[mention.end : mention.end + 1] in (",", ")") else None
    after = after or ""
    if after[:1].isupper() and text.startswith(f", {after[:8]}", mention.end):
        after = ""  # "Reed, Mayor Ann Lee and": two people, not one
    span = Span(mention.start, mention.end)
    note = after if len(after) <= _NOTE else f"{after[:_NOTE].rsplit(' ', 1)[0]} …"
    return _Use(span, "role" if after else mention.part, note, voice, sentence)


def _role_before(words: Words, naming: Naming, mention: Mention) -> int | None:
    """Where the title or role before a name begins; None without one.

    After a comma it is one only where a mark closes the name, too, and no comma stands before it: in
    "Ann Lee, the mayor, Bo Ek and" it is that of another.
    """
    if words.forms[mention.first - 1].rstrip(".") not in role_heads():
        return None  # most mentions have no role, and are told at a glance
    role = naming.role_before(mention.start)
    if role is None:
        return None
    text, start = words.text, role.start
    if "," in text[role.end : mention.start]:
        opened = text[max(0, start - 30) : start].rstrip().removesuffix("the").removesuffix(" a").rstrip()
        if text[mention.end : mention.end + 1] not in _CLOSING or opened.endswith(","):
            return None
    first = bisect_left(words.starts, start)
    opens = first == 0 or words.sentences[first - 1] != words.sentences[first]
    if opens and first + 1 < mention.first and not words.named[first]:
        head = words.forms[first]  # a verb or adverb that has its capital from the sentence: "Enter Mayor Reed"
        if head not in role_heads() and head not in ROLE_MODIFIERS:
            return words.starts[first + 1]
    return start


def _descriptions(document: Document) -> Mapping[str, dict[Span, _Use]]:
    """Speaker id -> the sources that mean the speaker without a name: "the minister said"."""
    found: dict[str, dict[Span, _Use]] = {}
    words = document.words
    for attribution in document.attributions:
        source = attribution.source
        if attribution.speaker_by == _DESCRIBED and attribution.speaker and source is not None:
            first = words.within(source.start, source.end).start
            voice = words.voices[first]
            if voice is not None:
                use = _Use(source, _DESCRIBED, "", voice, words.sentences[first])
                found.setdefault(attribution.speaker, {})[source] = use
    return found


def _share(uses: Sequence[_Use]) -> float | None:
    return 100 * [use.pattern for use in uses].count("surname") / len(uses) if uses else None


def _interval(uses: Sequence[_Use]) -> Interval | None:
    """Sentences with a mention as the sampled units."""
    wholes = Counter([use.sentence for use in uses])
    hits = Counter([use.sentence for use in uses if use.pattern == "surname"])
    return percentage_interval(hits, wholes)


def _details(persons: Sequence[_Person], told: Sequence[_Use]) -> list[Detail]:
    counts = Counter([use.pattern for use in told])
    known = sum([any(use.pattern in ("title", "role") for use in person.told) for person in persons])
    named = sum([any(use.pattern != _DESCRIBED for use in person.told) for person in persons])
    descriptions = sum([use.pattern == _DESCRIBED for person in persons for use in person.told])
    return [
        Detail("persons", named, len(told)),
        Detail("introduced", 100 * known / named, named, rules=("naming.role", "naming.title")),
        *(Detail(pattern, counts[pattern], len(told), rules=(f"naming.{pattern}",)) for pattern in _PATTERNS),
        Detail(_DESCRIBED, descriptions, len(told), rules=(f"naming.{_DESCRIBED}",)),
    ]


def _evidence(person: _Person) -> list[Evidence]:
    label = person.entity.label
    return [
        Evidence(
            use.span.start,
            use.span.end,
            f"naming.{use.pattern}",
            f"{label}: {use.note}" if use.note else label,
            use.voice,
        )
        for use in person.uses
    ]


def _rows(persons: Sequence[_Person]) -> list[TableRow]:
    """The persons by number of the narrator's mentions; other voices' are counted together."""
    rows = []
    for person in persons:
        told = [use.pattern for use in person.told]
        n, others = len(told) - told.count(_DESCRIBED), len(person.uses) - len(told)
        values = (n, *[told.count(pattern) for pattern in _COLUMNS], others)
        spans = tuple([use.span for use in person.uses])
        rows.append(TableRow(person.entity.key, person.entity.label, values, n, spans=spans))
    return sorted(rows, key=lambda row: -row.n)


METRIC = Metric(
    id="naming",
    title="Naming of persons",
    theme="framing",
    unprinted=("naming",),
    unit="% surname only",
    n_unit="mentions",
    direction="descriptive",
    meaning=(
        "How the narrator names people: “President Putin”, “Mr. Putin”, “Vladimir Putin”, “Putin” or “Vladimir”. Many "
        "papers give the full name and role once and the surname after that; the table shows who is named otherwise."
    ),
    formula=(
        "100 × mentions of persons by surname alone ÷ mentions of persons by name, both in the narrator's voice in "
        "the body. Each mention counts under one pattern, the first that fits: title, role, nickname, then the parts "
        "of the name."
    ),
    limits=(
        "House style decides most of it: some papers write “Mr. Putin” throughout, others never; agencies drop titles "
        "after the first mention.",
        "Where the family name comes first (“Kim”, “Xi”) only common ones are known; others count as given names.",
        "A description (“the minister”) is counted only where it stands as a source and leads to a person named.",
        "Pronouns are not counted. A person our rules cannot tell as one, by title, role or use, is missing.",
    ),
    sources=(
        Citation(
            "Hamborg, F., Donnay, K.",
            2021,
            "NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment Classification in Political News Articles",
            "https://aclanthology.org/2021.eacl-main.142/",
        ),
        Citation(
            "Atir, S. & Ferguson, M. J.",
            2018,
            "How gender determines the way we speak about professionals",
            "https://doi.org/10.1073/pnas.1805284115",
        ),
    ),
    figures=(
        FigureInfo("persons", "Persons named", "persons", "By the narrator."),
        FigureInfo("introduced", "Given a title or role", "% of persons", "At least once, by the narrator."),
        *(FigureInfo(pattern, label, "mentions", meaning) for pattern, (label, meaning) in _PATTERNS.items()),
        FigureInfo(_DESCRIBED, "Description", "mentions", "“The minister said”, of a person named elsewhere."),
    ),
    columns=(
        FigureInfo("mentions", "Mentions", "", "By name, in the narrator's voice."),
        *(FigureInfo(pattern, label, "") for pattern, (label, _) in _PATTERNS.items()),
        FigureInfo(_DESCRIBED, "Description", ""),
        FigureInfo("others", "Other voices", "", "Mentions in quoted and reported words."),
    ),
    minimum_words=50,
    decimals=0,
    measure=measure,
)
