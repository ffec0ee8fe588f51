"""The metrics there are: ours in one explicit tuple, third parties' by entry point."""

from __future__ import annotations

from functools import cache

from crossread.errors import ConfigError
from crossread.installed import announces
from crossread.metric import Metric
from crossread.metrics import asides, hedging, provenance, readability, sentiment, sourcing, typography

GROUP = "crossread.metrics"

BUILT_IN: tuple[Metric, ...] = (
    sourcing.METRIC,
    hedging.METRIC,
    sentiment.METRIC,
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
    if not announces(GROUP):
        return found
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        try:
            metric = point.load()
        except Exception as error:  # a third party's module: say which, whatever it raises
            raise ConfigError(f'metric "{point.name}" ({point.value}) could not be imported: {error}') from error
        if not isinstance(metric, Metric) or metric.id != point.name:
            raise ConfigError(
                f'entry point "{point.name}" ({point.value}) must name a Metric with the id "{point.name}"'
            )
        if metric.id in found:
            raise ConfigError(f'metric "{metric.id}" ({point.value}) takes an id that is already in use')
        found[metric.id] = metric
    return found
