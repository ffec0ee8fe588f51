"""The kinds of finding there are: ours in one explicit tuple, third parties' by entry point."""

from __future__ import annotations

from functools import cache

from crossread.finding import FindingKind
from crossread.findings import (
    background,
    claims,
    measurements,
    numbers,
    order,
    origin,
    quotations,
    selection,
    voices,
    wording,
)
from crossread.installed import plug_ins

GROUP = "crossread.findings"

BUILT_IN: tuple[FindingKind, ...] = (
    claims.KIND,
    quotations.KIND,
    voices.KIND,
    wording.KIND,
    selection.KIND,
    order.KIND,
    background.KIND,
    numbers.KIND,
    measurements.KIND,
    origin.KIND,
)


@cache
def all_kinds() -> dict[str, FindingKind]:
    """Every kind of finding by its id, ours first, in the order reports show them.

    An entry point of the group `crossread.findings` names a `FindingKind`; one that does not, or that
    takes the id of another, is a ConfigError.
    """
    found = {kind.id: kind for kind in BUILT_IN}
    return {**found, **plug_ins(GROUP, FindingKind, found)}
