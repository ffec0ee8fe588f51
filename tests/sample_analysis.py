"""Builds analyses from short texts: real sentences and quotations, names and speakers as stated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from msgspec import structs

from crossread.model import (
    Analysis,
    Attribution,
    Measurement,
    Metadata,
    Name,
    NameKind,
    Origin,
    Quotation,
    Sentence,
    Span,
    Speaker,
    SpeakerEntity,
    SpeakerKind,
    Zone,
)
from crossread.text.quotations import find_quotations
from crossread.text.sentences import find_sentences
from crossread.text.words import find_words


def build_analysis(
    text: str,
    *,
    names: Mapping[str, NameKind] | None = None,
    links: Mapping[str, str] | None = None,
    said: Sequence[tuple[str, SpeakerKind, str]] = (),
    measurements: Sequence[Measurement] = (),
) -> Analysis:
    """An analysis whose paragraphs are all body.

    `names` are written forms with their kind and `links` gives a form another's key; `said` lists
    speaker, kind and the words attributed (a stretch of the text).
    """
    zones, start = [], 0
    for paragraph in text.split("\n\n"):
        zones.append(Zone("body", start, start + len(paragraph), "test"))
        start += len(paragraph) + 2
    digest = sha256(text.encode()).hexdigest()
    attributions = tuple(_attribution(text, name, words) for name, _, words in said)
    kinds = {name: kind for name, kind, _ in said}
    quotations = []
    for quotation in find_quotations(text, zones):
        holder = [a.speaker for a in attributions if a.content[0].start <= quotation.start < a.content[0].end]
        quotations.append(structs.replace(quotation, speaker=holder[0] if holder else None))
    return Analysis(
        id=digest[:12],
        origin=Origin("text", "test", digest),
        metadata=Metadata(),
        text=text,
        zones=tuple(zones),
        sentences=tuple(Sentence(a, b, "body", z, "narrator") for a, b, z in find_sentences(text, zones)),
        voices=(),
        quotations=tuple(quotations),
        names=_names(text, names or {}, links or {}),
        speakers=tuple(_speaker(text, name, kind, attributions, quotations) for name, kind in kinds.items()),
        attributions=attributions,
        measurements=tuple(measurements),
    )


def _speaker(
    text: str, name: str, kind: SpeakerKind, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Speaker:
    """A speaker with the counts its attributions give it."""
    own = [attribution for attribution in attributions if attribution.speaker == f"id of {name}"]
    said = {word for attribution in own for span in attribution.content for word in find_words(text, *_edges(span))}
    marked = {word for quotation in quotations for span in quotation.spans for word in find_words(text, *_edges(span))}
    entity: dict[SpeakerKind, SpeakerEntity] = {
        "media": "body", "state_media": "body", "institution": "body", "document": "document", "vague_group": "group",
    }  # fmt: skip
    return Speaker(
        f"id of {name}",
        name,
        None,
        kind,
        kind not in ("unnamed", "vague_group"),
        (),
        entity=entity.get(kind, "person"),
        attributions=len(own),
        words_direct=len(said & marked),
        words_indirect=len(said - marked),
    )


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _attribution(text: str, name: str, words: str) -> Attribution:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    return Attribution(None, None, content, f"id of {name}", "direct", "neutral", "test")


def _names(text: str, kinds: Mapping[str, NameKind], links: Mapping[str, str]) -> tuple[Name, ...]:
    found: list[Name] = []
    for form in sorted(kinds, key=lambda form: -len(form)):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not any(name.start < end and start < name.end for name in found):
                found.append(Name(start, end, links.get(form, form).lower(), kinds[form]))
            start = text.find(form, end)
    return tuple(sorted(found, key=lambda name: name.start))
