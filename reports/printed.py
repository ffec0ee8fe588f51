"""Findings as paper has room for them: what stands beside one another first, each sentence printed once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from crossread.reports.kinds import Alone, FindingView, KindView, Words

BESIDE = 5  # findings of a kind that several articles have, and those that lead
ALIKE = 2  # that show no difference
ALONE = 12  # of an article alone

Each = TypeVar("Each")


class PrintedKind(Struct, frozen=True, gc=False):
    """A kind of finding on paper; `more` of those in several articles are left out.

    `alone` has what one article has alone, with how many of these are left out.
    """

    view: KindView
    beside: tuple[FindingView, ...]
    alone: tuple[tuple[Alone, int], ...]
    more: int


def printed_kind(kind: KindView, leading: Collection[str]) -> PrintedKind:
    """A kind for paper; a finding that a key difference leads to is never left out."""
    differing = _first(kind.beside, [each.anchor for each in kind.beside], BESIDE, leading)
    alone = []
    for part in kind.alone:
        shown = _first(part.findings, [each.anchor for _, each in part.findings], ALONE, leading)
        alone.append((replace(part, findings=shown), len(part.findings) - len(shown)))
    beside = (*differing, *kind.alike[:ALIKE])
    return PrintedKind(kind, beside, tuple(alone), len(kind.beside) + len(kind.alike) - len(beside))


def words_of(finding: FindingView) -> tuple[Words, ...]:
    """The words to print below a finding's sentence: none where the sentence has them all."""
    texts = ("".join(text for text, _ in cell.pieces) for cell in finding.cells)
    return () if all(part in finding.sentence for text in texts for part in text.split(", ")) else finding.cells


def _first(each: Sequence[Each], anchors: Sequence[str], most: int, leading: Collection[str]) -> tuple[Each, ...]:
    """The first of `each`, and those whose anchor is led to."""
    return tuple(
        one for place, (one, anchor) in enumerate(zip(each, anchors, strict=True)) if place < most or anchor in leading
    )
