"""The voices of an article read alone are those it has beside others."""

from __future__ import annotations

import msgspec

from crossread.model import Analysis, Comparison
from crossread.parse import document_from_text
from crossread.pipeline import analyse, compare
from crossread.reports.anchors import Anchors
from crossread.reports.voices import VoiceCell, voices_view

# The second paragraph attributes words to Anna Holt inside words attributed to Tom Reed.
ARTICLE = """Harbour Gets a Pilot

“The wall is old,” said Anna Holt, an engineer at the port.

Tom Reed said on Monday that the board had asked twice and that Anna Holt had said “the wall will not hold” again.
"""
OTHER = "Rain Falls\n\nThe rain fell on the old quay for a whole day, and nobody went out.\n"


def cells(comparison: Comparison | None, *articles: Analysis) -> dict[str, VoiceCell]:
    rows = voices_view(comparison, Anchors(articles), "AB"[: len(articles)]).rows
    return {row.name: row.cells[0] for row in rows if row.cells[0]}


def test_words_and_shares_are_as_they_are_beside_another_article() -> None:
    analysis, other = (analyse(document_from_text(text).article, {}) for text in (ARTICLE, OTHER))
    alone = cells(None, analysis)
    assert alone == cells(compare([analysis, other]), analysis, other)
    assert any(seen.direct and seen.indirect for seen in alone.values())


def test_a_word_attributed_twice_to_one_speaker_counts_once() -> None:
    analysis = analyse(document_from_text(ARTICLE).article, {})
    doubled = msgspec.structs.replace(analysis, attributions=analysis.attributions * 2)
    assert cells(None, doubled) == cells(None, analysis)


def test_two_copies_of_one_text_show_its_voices_once_and_say_why_they_are_not_linked() -> None:
    analysis = analyse(document_from_text(ARTICLE).article, {})
    view = voices_view(compare([analysis, analysis]), Anchors([analysis, analysis]), "AB")
    assert [row.name for row in view.rows] == ["Tom Reed", "the board", "Anna Holt"]
    assert view.reason == "needs two different texts; this set has one"


def test_voices_the_configuration_leaves_out_are_not_shown() -> None:
    analysis, other = (analyse(document_from_text(text).article, {}) for text in (ARTICLE, OTHER))
    assert voices_view(compare([analysis, other], findings={}), Anchors([analysis, other]), "AB").rows == ()
