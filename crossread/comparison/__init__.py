"""Puts analyses of one event side by side: one file per kind of finding."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.comparison.figures import compare_figures
from crossread.comparison.items import compare_items
from crossread.comparison.quotations import compare_quotations
from crossread.comparison.voices import compare_voices, link_speakers
from crossread.model import Analysis, Comparison


def compare(analyses: Sequence[Analysis]) -> Comparison:
    """What two or more articles share and what one of them has alone, each finding with its places.

    Figures keep one column per analysis. The other findings point at articles by id, so a second
    copy of the same text adds nothing to them: only distinct texts are compared. Raises
    ValueError for fewer than two analyses.
    """
    if len(analyses) < 2:
        raise ValueError(f"a comparison needs at least two analyses, not {len(analyses)}")
    distinct = tuple({analysis.id: analysis for analysis in reversed(analyses)}.values())[::-1]
    links = link_speakers(distinct)
    return Comparison(
        figures=compare_figures(analyses),
        voices=compare_voices(distinct, links),
        quotations=compare_quotations(distinct, links),
        items=compare_items(distinct),
    )
