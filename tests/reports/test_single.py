"""The voices of an article read alone are those it has beside others."""

from __future__ import annotations

import msgspec

from crossread.model import VoiceInArticle
from crossread.parse import document_from_text
from crossread.pipeline import analyse, compare
from crossread.reports.single import voices_of

# The second paragraph attributes words to Anna Holt inside words attributed to Tom Reed.
ARTICLE = """Harbour Gets a Pilot

“The wall is old,” said Anna Holt, an engineer at the port.

Tom Reed said on Monday that the board had asked twice and that Anna Holt had said “the wall will not hold” again.
"""
OTHER = "Rain Falls\n\nThe rain fell on the old quay for a whole day, and nobody went out.\n"


def test_words_are_counted_as_they_are_beside_another_article() -> None:
    analysis, other = (analyse(document_from_text(text).article, {}) for text in (ARTICLE, OTHER))
    alone = [seen for voice in voices_of(analysis) for seen in voice.appearances]
    beside = [seen for voice in compare([analysis, other]).voices for seen in voice.appearances]

    def by_speaker(seen: VoiceInArticle) -> str:
        return seen.speaker

    assert sorted(alone, key=by_speaker) == sorted(beside, key=by_speaker)
    assert any(seen.words_direct and seen.words_indirect for seen in alone)


def test_a_word_attributed_twice_to_one_speaker_counts_once() -> None:
    analysis = analyse(document_from_text(ARTICLE).article, {})
    doubled = msgspec.structs.replace(analysis, attributions=analysis.attributions * 2)
    once, again = voices_of(analysis), voices_of(doubled)
    assert [v.appearances[0].words_direct for v in again] == [v.appearances[0].words_direct for v in once]
