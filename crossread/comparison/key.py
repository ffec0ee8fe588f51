"""Which findings a reader should see first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossread.model import Finding, FoundKind

MOST = 8
# The second finding of a kind counts three fifths, the third nine twenty-fifths: a page of eight
# figures, or of eight quotations, would hide what else there is.
_AGAIN = 0.6


def key_findings(found: Sequence[FoundKind], most: int = MOST) -> tuple[str, ...]:
    """The ids of the findings that matter most: by size times certainty, further ones of a kind counting less.

    Equal ones come in the order of the kinds. What the articles merely share has no size and is no difference.
    """
    left = [finding for kind in found for finding in kind.findings if finding.size > 0]
    taken: Counter[str] = Counter()
    chosen: list[str] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda finding: _weight(finding, taken))
        chosen.append(best.id)
        taken[best.kind] += 1
        left.remove(best)
    return tuple(chosen)


def _weight(finding: Finding, taken: Counter[str]) -> float:
    return float(finding.size * finding.certainty * _AGAIN ** taken[finding.kind])
