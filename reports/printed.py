"""Findings as paper has room for them: what stands beside one another first, each sentence printed once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from crossread.reports.kinds import Alone, FindingView, KindView, Words

BESIDE = 5  # findings of a kind that several articles have, and those that lead
ALIKE = 2  # that show no difference
ALONE = 12  # of an article alone


class _Led(Protocol):
    @property
    def anchor(self) -> str: ...


Anchored = TypeVar("Anchored", bound=_Led)


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
    differing = first_of(kind.beside, BESIDE, leading)
    alone = []
    for part in kind.alone:
        kept = first_of([each for _, each in part.findings], ALONE, leading)
        shown = tuple(each for each in part.findings if each[1] in kept)
        alone.append((replace(part, findings=shown), len(part.findings) - len(shown)))
    beside = (*differing, *kind.alike[:ALIKE])
    return PrintedKind(kind, beside, tuple(alone), len(kind.beside) + len(kind.alike) - len(beside))


def words_of(finding: FindingView) -> tuple[Words, ...]:
    """The words to print below a finding's sentence: none where the sentence has them all."""
    texts = ("".join(text for text, _ in cell.pieces) for cell in finding.cells)
    return () if all(part in finding.sentence for text in texts for part in text.split(", ")) else finding.cells


def first_of(found: Sequence[Anchored], most: int, leading: Collection[str]) -> tuple[Anchored, ...]:
    """The first `most`, and those that something leads to."""
    return tuple(each for place, each in enumerate(found) if place < most or each.anchor in leading)
