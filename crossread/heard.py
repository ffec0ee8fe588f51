"""What `crossread read` shows of who is heard: the ledger of speakers, and every attribution in a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten, wrap

import click

from crossread.model import Article, Attribution, Span, Speaker
from crossread.reports.messages import named
from crossread.telling import counted
from crossread.wrapping import harmless

_SHOWN = 40  # attributions listed unless all are asked for
_CONTENT = 70  # characters of what is said
_BY = {"description": "by description", "pronoun": "by pronoun", "unresolved": "not resolved"}


def describe_voices(article: Article, width: int, whole: bool = False) -> Iterator[str]:
    """The speakers with role, kind and room, then who says what, in reading order. Parses the article."""
    from crossread.parse import parse

    document = parse(article)
    if not document.attributions:
        yield "  no attribution found"
        return
    yield click.style("── speakers", bold=True)
    for speaker in document.speakers:
        yield from _speaker(speaker, width)
    unknown = sum(attribution.speaker is None for attribution in document.attributions)
    if unknown:
        yield click.style(f"   {counted(unknown, 'attribution')} without a speaker found", dim=True)
    yield click.style("── who says what", bold=True)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    shown = document.attributions if whole else document.attributions[:_SHOWN]
    for attribution in shown:
        yield from _attribution(document.text, names, attribution, width)
    if len(shown) < len(document.attributions):
        yield click.style(f"   ... and {len(document.attributions) - len(shown)} more; --all shows them", dim=True)


def _speaker(speaker: Speaker, width: int) -> Iterator[str]:
    told = [speaker.role or "", named("speaker", speaker.kind), speaker.pronoun or ""]
    head = f"{speaker.name} ({'; '.join(filter(None, told))})"
    cues = ", ".join(lemma if times == 1 else f"{lemma} {times}×" for lemma, times in speaker.cues.items())
    room = f"{counted(speaker.attributions, 'attribution')}, {counted(speaker.words_direct, 'word')} quoted, "
    room += f"{speaker.words_indirect:,} reported" + (f": {cues}" if cues else "")
    first, *more = _wrapped(head, width, 3)
    yield f"   {click.style(first, fg='bright_cyan')}"
    yield from (f"   {click.style(line, fg='bright_cyan')}" for line in more)
    yield from (f"      {line}" for line in _wrapped(room, width, 6))


def _attribution(text: str, names: Mapping[str, str], attribution: Attribution, width: int) -> Iterator[str]:
    speaker = names.get(attribution.speaker or "", "nobody found")
    cue = _words(text, attribution.cue.spans) if attribution.cue else "(no cue)"
    said = shorten(_words(text, attribution.content), _CONTENT, placeholder=" …")
    notes = [attribution.form, attribution.stance, _BY.get(attribution.speaker_by, "")]
    if attribution.second_hand:
        outlet = attribution.second_hand
        notes.append(f"via {outlet.outlet}{' (state media)' if outlet.state_media else ''}")
    first, *more = _wrapped(f"{speaker} | {cue} | {said}  [{', '.join(filter(None, notes))}]", width, 6)
    yield f"   {first}"
    yield from (f"      {line}" for line in more)


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def _wrapped(line: str, width: int, indent: int) -> list[str]:
    return wrap(harmless(line), max(width - indent, 20)) or [""]
