"""The metrics there are: ours in one explicit tuple, third parties' by entry point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from crossread.installed import plug_ins
from crossread.metric import Metric
from crossread.metrics import (
    agency,
    asides,
    claims,
    frames,
    headline,
    hedging,
    labels,
    links,
    loading,
    naming,
    prediction,
    prominence,
    provenance,
    readability,
    reply,
    sentiment,
    sourcing,
    stance,
    typography,
)

GROUP = "crossread.metrics"

BUILT_IN: tuple[Metric, ...] = (
    sourcing.METRIC,
    claims.METRIC,
    links.METRIC,
    reply.METRIC,
    stance.METRIC,
    hedging.METRIC,
    prediction.METRIC,
    sentiment.METRIC,
    loading.METRIC,
    labels.METRIC,
    agency.METRIC,
    frames.METRIC,
    naming.METRIC,
    prominence.METRIC,
    headline.METRIC,
    readability.METRIC,
    asides.METRIC,
    provenance.METRIC,
    typography.METRIC,
)


_added: dict[str, Metric] = {}  # those of the rule packs in force


def all_metrics() -> dict[str, Metric]:
    """Every metric by its id, ours first, those of rule packs last, in the order reports show them.

    An entry point of the group `crossread.metrics` names a `Metric`; one that does not, or that
    takes the id of another, is a ConfigError.
    """
    return {**installed_metrics(), **_added}


@cache
def installed_metrics() -> dict[str, Metric]:
    """The metrics that need no file of the user's: ours and those of installed packages."""
    found = {metric.id: metric for metric in BUILT_IN}
    return {**found, **plug_ins(GROUP, Metric, found)}


@contextmanager
def added_metrics(metrics: Sequence[Metric]) -> Iterator[None]:
    """Within it `all_metrics` has these metrics too. For one run at a time: the process shares them."""
    before = dict(_added)
    _added.update({metric.id: metric for metric in metrics})
    try:
        yield
    finally:
        _added.clear()
        _added.update(before)
