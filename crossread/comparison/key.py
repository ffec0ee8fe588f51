"""Which findings a reader should see first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread.model import Finding, FoundKind, Span

MOST = 8
LEAST = 0.15  # of size times certainty: below it nothing leads, and fewer than MOST are told
# The second finding of a kind counts three fifths, the third nine twenty-fifths: a page of eight
# figures, or of eight quotations, would hide what else there is.
_AGAIN = 0.6
# So does one on what a finding already chosen has named, the voice that leads a list of voices, or on the same
# words: a figure that differs and the sentences it stands in.
_NAMED = 0.3
_PLACES = 12  # of an article looked at: bounds the work on a name that stands everywhere


def key_findings(found: Sequence[FoundKind], most: int = MOST) -> tuple[str, ...]:
    """The ids of the findings that matter most: by size times certainty, further ones of a kind counting less.

    So do those on what one that leads already names or shows. Equal ones come in the order of the kinds. What
    the articles merely share has no size and is no difference; what is below `LEAST` by then does not lead.
    """
    left = [finding for kind in found for finding in kind.findings]
    weights = {finding.id: finding.size * finding.certainty for finding in left}
    chosen: list[Finding] = []
    while len(chosen) < most:
        left = [finding for finding in left if weights[finding.id] >= LEAST]
        if not left:
            break
        best = max(left, key=lambda finding: weights[finding.id])
        chosen.append(best)
        left.remove(best)
        for finding in left:
            weights[finding.id] *= _AGAIN if finding.kind == best.kind else 1.0
            weights[finding.id] *= _NAMED if _told_already(best, finding) else 1.0
    return tuple(finding.id for finding in chosen)


def _told_already(chosen: Finding, finding: Finding) -> bool:
    """Whether a finding chosen names another's subject for the same articles, has its subject named, or its words."""
    there, here = ({cell.article: cell.spans for cell in each.cells} for each in (chosen, finding))
    names = there.keys() >= here.keys() and bool(finding.label) and finding.label in chosen.sentence
    named = there.keys() == here.keys() and bool(chosen.label) and chosen.label in finding.sentence
    return names or named or (bool(here) and there.keys() == here.keys() and _same_words(there, here))


def _same_words(one: Mapping[str, Sequence[Span]], other: Mapping[str, Sequence[Span]]) -> bool:
    """Whether two findings on the same articles are on the same words: most places of either in the other's."""
    return all(
        _mostly_in(one[article][:_PLACES], other[article][:_PLACES])
        and _mostly_in(other[article][:_PLACES], one[article][:_PLACES])
        for article in one
    )


def _mostly_in(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    within = sum(any(a.start < b.end and b.start < a.end for b in others) for a in spans)
    return bool(spans) and 2 * within >= len(spans)
