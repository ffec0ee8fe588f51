"""Which findings a reader should see first."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Finding, FoundKind

MOST = 8
# The second finding of a kind counts three fifths, the third nine twenty-fifths: a page of eight
# figures, or of eight quotations, would hide what else there is.
_AGAIN = 0.6
# So does one on what a finding already chosen has named: the voice that leads a list of voices.
_NAMED = 0.3


def key_findings(found: Sequence[FoundKind], most: int = MOST) -> tuple[str, ...]:
    """The ids of the findings that matter most: by size times certainty, further ones of a kind counting less.

    So do those on what one that leads already names. Equal ones come in the order of the kinds. What the
    articles merely share has no size and is no difference.
    """
    left = [finding for kind in found for finding in kind.findings if finding.size > 0]
    weights = {finding.id: finding.size * finding.certainty for finding in left}
    chosen: list[Finding] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda finding: weights[finding.id])
        chosen.append(best)
        left.remove(best)
        for finding in left:
            weights[finding.id] *= _AGAIN if finding.kind == best.kind else 1.0
            weights[finding.id] *= _NAMED if _names(best, finding) else 1.0
    return tuple(finding.id for finding in chosen)


def _names(chosen: Finding, finding: Finding) -> bool:
    """Whether a finding chosen names what another is on, for the same articles."""
    same = {cell.article for cell in chosen.cells} >= {cell.article for cell in finding.cells}
    return same and bool(finding.label) and finding.label in chosen.sentence
