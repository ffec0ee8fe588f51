"""The metrics there are: ours in one explicit tuple, third parties' by entry point."""

from __future__ import annotations

from functools import cache

from crossread.installed import plug_ins
from crossread.metric import Metric
from crossread.metrics import asides, hedging, loading, provenance, readability, sentiment, sourcing, typography

GROUP = "crossread.metrics"

BUILT_IN: tuple[Metric, ...] = (
    sourcing.METRIC,
    hedging.METRIC,
    sentiment.METRIC,
    loading.METRIC,
    readability.METRIC,
    asides.METRIC,
    provenance.METRIC,
    typography.METRIC,
)


@cache
def all_metrics() -> dict[str, Metric]:
    """Every metric by its id, ours first, in the order reports show them.

    An entry point of the group `crossread.metrics` names a `Metric`; one that does not, or that
    takes the id of another, is a ConfigError.
    """
    found = {metric.id: metric for metric in BUILT_IN}
    return {**found, **plug_ins(GROUP, Metric, found)}
