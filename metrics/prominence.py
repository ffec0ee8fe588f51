"""Who and what an article is mostly about: the mentions of each person, body and place, and where they first stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from msgspec import Meta

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
    VoiceValue,
)
from crossread.text.entities import Entity, Mention

_KINDS = {"person": "persons", "organisation": "organisations", "place": "places"}


class ProminenceOptions(Options, frozen=True):
    """`entities` is how many of the names are marked in the text, the most mentioned first."""

    entities: Annotated[int, Meta(ge=1, le=100)] = 5


class _Place(NamedTuple):
    """An entity with its mentions in the body and in the headline."""

    entity: Entity
    body: Sequence[Mention]
    headline: Sequence[Mention]


def measure(document: Document, options: ProminenceOptions) -> Measurement:
    """The share of mentions of the entity mentioned most, and a table of those after it."""
    found = _places(document)
    if not found:
        reason = "no person, organisation or place was found by name in the body by our rules"
        return METRIC.without_value("not_applicable", reason)
    total = sum([len(place.body) for place in found])
    listed = found[: options.entities]
    top = listed[0]
    return METRIC.measured(
        100 * len(top.body) / total,
        total,
        by_voice=_by_voice(found),
        interval=_interval(document, found),
        details=_details(found),
        evidence=[item for place in listed for item in _evidence(place)],
        rows=_rows(document, found, len(listed)),
    )


def _places(document: Document) -> list[_Place]:
    """The entities named in the body, the most mentioned first, of equals the one that comes first."""
    sentences, words = document.sentences, document.words
    found = []
    for entity in document.entities:
        body = [mention for mention in entity.mentions if mention.voice is not None]
        if body:
            rest = [mention for mention in entity.mentions if mention.voice is None]
            headline = [mention for mention in rest if sentences[words.sentences[mention.first]].zone == "title"]
            found.append(_Place(entity, body, headline))
    return sorted(found, key=lambda place: (-len(place.body), place.body[0].start))


def _by_voice(found: Sequence[_Place]) -> Mapping[str, VoiceValue]:
    """The top entity's share of the mentions in each voice."""
    top = Counter([mention.voice for mention in found[0].body])
    all_ = Counter([mention.voice for place in found for mention in place.body])
    return {voice: VoiceValue(100 * top[voice] / all_[voice] if all_[voice] else None, all_[voice]) for voice in VOICES}


def _interval(document: Document, found: Sequence[_Place]) -> Interval | None:
    """Sentences with a mention as the sampled units."""
    at = document.words.sentences
    wholes = Counter([at[mention.first] for place in found for mention in place.body])
    hits = Counter([at[mention.first] for mention in found[0].body])
    return percentage_interval(hits, wholes)


def _details(found: Sequence[_Place]) -> list[Detail]:
    total = sum([len(place.body) for place in found])
    mentions, named = Counter[str](), Counter[str]()
    for place in found:
        mentions[place.entity.kind] += len(place.body)
        named[place.entity.kind] += 1
    return [
        Detail("top_entity", found[0].entity.label, len(found[0].body)),
        Detail("entities", len(found), total),
        *(Detail(name, named[kind], total) for kind, name in _KINDS.items()),
        *(Detail(f"{kind}_mentions", 100 * mentions[kind] / total, total) for kind in _KINDS),
    ]


def _evidence(place: _Place) -> list[Evidence]:
    label, rule, count = place.entity.label, f"prominence.{place.entity.kind}", len(place.body)
    body = [
        Evidence(mention.start, mention.end, rule, f"{label}, {number} of {count}", mention.voice)
        for number, mention in enumerate(place.body, start=1)
    ]
    note = f"{label}, in the headline"
    return body + [Evidence(mention.start, mention.end, "prominence.headline", note) for mention in place.headline]


def _rows(document: Document, found: Sequence[_Place], marked: int) -> list[TableRow]:
    """A row for each entity; the first `marked` of them point at their mentions."""
    total = sum([len(place.body) for place in found])
    positions = _positions(document, [place.body[0].first for place in found])
    lead = _lead_end(document)
    rows = []
    for rank, (entity, body, headline) in enumerate(found):
        in_lead = sum([mention.start < lead for mention in body])
        first = positions[body[0].first]
        values = (100 * len(body) / total, len(body), first, len(headline), in_lead, entity.kind)
        spans = [Span(mention.start, mention.end) for mention in (*headline, *body)] if rank < marked else ()
        rows.append(TableRow(entity.key, entity.label, values, total, spans=tuple(spans)))
    return rows


def _positions(document: Document, indices: Sequence[int]) -> dict[int, float]:
    """How much of the body stands before each of the words, in per cent of its words."""
    voices, total = document.words.voices, document.body_word_count
    found, before, reached = {}, 0, 0
    for index in sorted(indices):
        stretch = voices[reached:index]
        before, reached = before + len(stretch) - stretch.count(None), index
        found[index] = 100 * before / total
    return found


def _lead_end(document: Document) -> int:
    """Where the first paragraph of the body ends."""
    return document.article.zones[document.body_sentences[0].paragraph].end


METRIC = Metric(
    id="prominence",
    title="Prominence",
    theme="framing",
    unprinted=("prominence",),
    unit="% of mentions",
    n_unit="mentions",
    direction="descriptive",
    meaning=(
        "Whom and what the article keeps coming back to: the share of all mentions by name that goes to the person, "
        "organisation or place mentioned most, with a table of those after it, where each first stands and whether the "
        "headline and the first paragraph have it."
    ),
    formula=(
        "100 × mentions of the most-mentioned entity ÷ mentions of all persons, organisations and places by name, in "
        "all voices of the body. The position of a first mention is the share of the body's words that stand before it."
    ),
    limits=(
        "Pronouns and descriptions (“he”, “the president”) are not resolved: who is mostly “he” comes out too low.",
        "A government may be called by its capital or its seat (“Moscow”, “the Kremlin”); these count apart.",
        "Adjectives (“Russian”) and names of no kind our rules can tell (events, works, products) are not counted.",
        "The top entity is chosen because it is at the top: with few mentions the order of the first ones is chance.",
    ),
    sources=(
        Citation(
            "Fan, L., White, M., Sharma, E., Su, R., Choubey, P. K., Huang, R., Wang, L.",
            2019,
            "In Plain Sight: Media Bias Through the Lens of Factual Reporting",
            "https://aclanthology.org/D19-1664/",
        ),
        Citation(
            "McCombs, M. E. & Shaw, D. L.",
            1972,
            "The agenda-setting function of mass media",
            "https://doi.org/10.1086/267990",
        ),
    ),
    figures=(
        FigureInfo("top_entity", "Mentioned most", "name", "Of entities mentioned equally often, the first."),
        FigureInfo("entities", "Persons, organisations and places", "entities", "Distinct, in the body."),
        FigureInfo("persons", "Persons", "entities", "Distinct, in the body."),
        FigureInfo("organisations", "Organisations", "entities", "Distinct, in the body."),
        FigureInfo("places", "Places", "entities", "Distinct, in the body."),
        FigureInfo("person_mentions", "Mentions of persons", "% of mentions", "In all voices."),
        FigureInfo("organisation_mentions", "Mentions of organisations", "% of mentions", "In all voices."),
        FigureInfo("place_mentions", "Mentions of places", "% of mentions", "In all voices."),
    ),
    columns=(
        FigureInfo("share", "Share", "% of mentions"),
        FigureInfo("mentions", "Mentions", "", "In the body, in all voices."),
        FigureInfo("first", "First at", "% of body", "Share of the body's words before the first mention."),
        FigureInfo("headline", "In headline", "mentions"),
        FigureInfo("lead", "In lead", "mentions", "In the first paragraph of the body."),
        FigureInfo("kind", "Kind", ""),
    ),
    options=ProminenceOptions,
    minimum_words=50,
    decimals=0,
    measure=measure,
)
