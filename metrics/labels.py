"""Competing names: what the narrator and the speakers call the things that go by several names.

The names stand in contrast sets (crossread/contrast_sets.py), those shipped and those a user adds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossread.contrast_sets import ContrastSet, contrast_sets, names_in_body
from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import Metric, Options
from crossread.model import (
    VOICES,
    Citation,
    Detail,
    FigureInfo,
    Measurement,
    Span,
    TableRow,
    Voice,
    VoiceValue,
)
from crossread.terms import Hit, Tally

_COMPETING = "competing"
_EVERYDAY = "everyday"
_ELSEWHERE = "the narrator uses none of its names"


class _Thing(NamedTuple):
    """A set some of whose names the body has: the terms found, and by voice how often each side was."""

    id: str
    contrast: ContrastSet
    matches: Sequence[Match]
    sides: dict[Voice, Counter[str]]

    def competing(self, voice: Voice) -> bool:
        """Whether a voice calls it by a name that is not everyday."""
        return any(side not in self.contrast.everyday for side in self.sides[voice])

    @property
    def listed(self) -> bool:
        """Whether any voice does: everyday names alone tell of no choice and are not marked."""
        return any(map(self.competing, VOICES))


def measure(document: Document, options: Options) -> Measurement:
    """The things the narrator calls by a competing name; a row for each set found."""
    things = _things(document)
    listed = [thing for thing in things if thing.listed]
    tally = Tally(document, _hits(listed))
    by_voice: dict[str, VoiceValue] = {}
    for voice in VOICES:
        size = document.words.size(voice)
        by_voice[voice] = VoiceValue(sum(thing.competing(voice) for thing in listed) if size else None, size)
    rules = tuple(f"labels.{thing.id}" for thing in listed)
    several = [thing for thing in listed if len(thing.sides["narrator"]) > 1]
    others = [thing for thing in listed if not thing.competing("narrator")]
    return METRIC.measured(
        by_voice["narrator"].value,
        tally.total,
        by_voice=by_voice,
        details=[
            Detail("several_names", len(several), tally.total, rules=tuple(f"labels.{thing.id}" for thing in several)),
            Detail("speakers_only", len(others), tally.total, rules=tuple(f"labels.{thing.id}" for thing in others)),
            tally.count(_COMPETING, rules),
            tally.rate(_COMPETING, rules),
        ],
        evidence=tally.evidence,
        rows=[_row(thing) for thing in sorted(things, key=lambda each: (not each.listed, -len(each.matches)))],
    )


def _things(document: Document) -> list[_Thing]:
    """The sets found, in their order."""
    voices = document.words.voices
    sets = contrast_sets()
    things = []
    for name, matches in names_in_body(document).items():
        sides: dict[Voice, Counter[str]] = {voice: Counter() for voice in VOICES}
        for match in matches:
            voice = voices[match.first]
            if voice is not None:
                sides[voice][match.entry.category] += 1
        things.append(_Thing(name, sets[name], matches, sides))
    return things


def _hits(things: Sequence[_Thing]) -> Iterator[Hit]:
    """A mark for each term of the listed sets, the everyday names beside the competing ones."""
    for thing in things:
        for match in thing.matches:
            side = match.entry.category
            category = _EVERYDAY if side in thing.contrast.everyday else _COMPETING
            yield Hit(match, category, f"labels.{thing.id}", thing.contrast.note(side))


def _row(thing: _Thing) -> TableRow:
    """What each voice calls the thing, the name used most first."""
    values = [", ".join(f"{side} {n}" for side, n in thing.sides[voice].most_common()) or None for voice in VOICES]
    n = thing.sides["narrator"].total()
    marked = thing.matches if thing.listed else ()
    spans = tuple(Span(match.start, match.end) for match in marked)
    return TableRow(thing.id, thing.contrast.title, tuple(values), n, reason="" if n else _ELSEWHERE, spans=spans)


METRIC = Metric(
    id="labels",
    title="Competing names",
    theme="framing",
    unit="things",
    n_unit="words",
    direction="descriptive",
    meaning=(
        "How many of the things that go by several names, such as “regime” and “government” or “death tax” and "
        "“estate tax”, the narrator calls by a name that tells of a choice, and what each voice calls them. No name "
        "of a set is the right one: look at who uses which, and at what the other articles say instead."
    ),
    formula=(
        "Contrast sets of which the narrator uses a competing name in the body; those of other voices stand beside "
        "it. A set's everyday names, such as “government”, are so common that alone they tell of no choice: they are "
        "counted in the table, and marked where any voice of the article also uses a competing one."
    ),
    limits=(
        "Which names compete is a choice too: the sets shipped are few, lean to news from and about the United States, "
        "and are meant to hold every side's word. Rule packs add sets and replace them.",
        "A set does not know which thing is meant: “government” may be one country's and “regime” another's.",
        "A name may be the plain one where it stands: a court's finding of torture, a refugee in law; or a figure of "
        "speech, as “collateral damage” of a campaign. Read the place.",
        "Words are counted, not positions: an article that explains a dispute over names has all of them.",
    ),
    sources=(
        Citation(
            "Hamborg, F., Zhukova, A., Gipp, B.",
            2019,
            "Automated Identification of Media Bias by Word Choice and Labeling in News Articles",
            "https://doi.org/10.1109/JCDL.2019.00036",
        ),
        Citation(
            "Gentzkow, M., Shapiro, J. M.",
            2010,
            "What Drives Media Slant? Evidence From U.S. Daily Newspapers",
            "https://doi.org/10.3982/ECTA7195",
        ),
    ),
    figures=(
        FigureInfo(
            "several_names",
            "Under several names",
            "things",
            "Things the narrator calls by two or more names of a set, one of the article's names for it competing.",
        ),
        FigureInfo(
            "speakers_only",
            "Competing names left to speakers",
            "things",
            "Things with a competing name in quoted or reported words and none in the narrator's.",
        ),
        FigureInfo("competing_count", "Uses of competing names", "words", "Narrator's voice; a phrase counts once."),
        FigureInfo("competing_rate", "Uses of competing names, rate", "per 100 words", "Per 100 narrator words."),
    ),
    columns=(
        FigureInfo("narrator", "Narrator", "", "The narrator's names and how often each is used."),
        FigureInfo("quoted", "Quoted", "", "Those in quoted words."),
        FigureInfo("reported", "Reported", "", "Those in reported words."),
    ),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
