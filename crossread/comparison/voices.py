"""Who is given words, in which article and how much room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crossread.comparison.linking import NameUse, link
from crossread.model import Analysis, Speaker, SpeakerKind, VoiceComparison, VoiceInArticle
from crossread.text.spelling import fold_name

SpeakerLinks = Mapping[tuple[str, str], int]
"""(article id, speaker id) -> number of the voice; equal numbers mean one voice over the set."""

_NEVER_NAMED: frozenset[SpeakerKind] = frozenset({"unnamed", "vague_group"})
# What says little of a voice gives way to what another article says of it.
_LEAST_TOLD: frozenset[SpeakerKind] = frozenset({"person", "institution", "media"})


def link_speakers(analyses: Sequence[Analysis]) -> SpeakerLinks:
    """Which speakers of different articles are one voice.

    Speakers without a name are one voice only when the articles use the same words for them.
    """
    owners = [(analysis.id, speaker) for analysis in analyses for speaker in analysis.speakers]
    named = [(article, speaker) for article, speaker in owners if _has_name(speaker)]
    uses = [NameUse((speaker.name,), "person" if speaker.entity == "person" else "body") for _, speaker in named]
    links: dict[tuple[str, str], int] = {}
    for (article, speaker), number in zip(named, link(uses), strict=True):
        links[article, speaker.id] = number
    nameless: dict[str, int] = {}
    for article, speaker in owners:
        if not _has_name(speaker):
            number = nameless.setdefault(fold_name(speaker.name), len(owners) + len(nameless))
            links[article, speaker.id] = number
    return links


def compare_voices(analyses: Sequence[Analysis], links: SpeakerLinks) -> tuple[VoiceComparison, ...]:
    """One entry per voice with its words in each article, the most quoted first."""
    speakers: dict[int, list[Speaker]] = {}
    appearances: dict[int, list[VoiceInArticle]] = {}
    for analysis in analyses:
        for speaker in analysis.speakers:
            number = links[analysis.id, speaker.id]
            speakers.setdefault(number, []).append(speaker)
        for appearance in _appearances(analysis):
            appearances.setdefault(links[analysis.id, appearance.speaker], []).append(appearance)
    voices = [_voice(speakers[number], found, len(analyses)) for number, found in appearances.items()]
    return tuple(sorted(voices, key=lambda voice: (-_room(voice), voice.name, voice.appearances[0].article)))


def _has_name(speaker: Speaker) -> bool:
    return speaker.named and speaker.kind not in _NEVER_NAMED


def _room(voice: VoiceComparison) -> int:
    return sum(found.words_direct + found.words_indirect for found in voice.appearances)


def _voice(speakers: Sequence[Speaker], found: Sequence[VoiceInArticle], articles: int) -> VoiceComparison:
    told = [speaker.kind for speaker in speakers if speaker.kind not in _LEAST_TOLD]
    kinds = Counter(told or [speaker.kind for speaker in speakers])
    carrying = {appearance.article for appearance in found}
    return VoiceComparison(
        name=max((speaker.name for speaker in speakers), key=lambda name: (len(name.split()), len(name), name)),
        role=next((speaker.role for speaker in speakers if speaker.role), None),
        kind=max(kinds, key=lambda kind: kinds[kind]),
        appearances=tuple(found),
        only_in=found[0].article if articles > 1 and len(carrying) == 1 else None,
    )


def _appearances(analysis: Analysis) -> list[VoiceInArticle]:
    """The article's speakers with their room, as its ledger has it."""
    return [
        VoiceInArticle(analysis.id, s.id, s.attributions, s.words_direct, s.words_indirect, s.cues)
        for s in analysis.speakers
    ]
