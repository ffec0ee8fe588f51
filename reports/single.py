"""The voices of one article, for a result without a comparison."""

from __future__ import annotations

from crossread.model import Analysis, VoiceComparison, VoiceInArticle


def voices_of(analysis: Analysis) -> tuple[VoiceComparison, ...]:
    """Each speaker of the article's ledger as a voice."""
    return tuple(
        VoiceComparison(
            s.name,
            s.role,
            s.kind,
            (VoiceInArticle(analysis.id, s.id, s.attributions, s.words_direct, s.words_indirect, s.cues),),
            None,
        )
        for s in analysis.speakers
    )
