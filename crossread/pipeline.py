"""Article to analysis: the parse, then the metrics chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread.metric import Metric, Options, run_metric
from crossread.model import Analysis, Article
from crossread.parse import parse
from crossread.registry import all_metrics


def analyse(article: Article, metrics: Mapping[str, Options] | None = None) -> Analysis:
    """Everything found in an article, measured by `metrics` (id -> options; all of them by default)."""
    document = parse(article)
    chosen = choose_metrics(metrics)
    return Analysis(
        id=article.id,
        origin=article.origin,
        metadata=article.metadata,
        text=article.text,
        zones=article.zones,
        links=article.links,
        cut=article.cut,
        sentences=document.sentences,
        voices=document.voices,
        quotations=document.quotations,
        names=document.names,
        speakers=document.speakers,
        attributions=document.attributions,
        measurements=tuple(run_metric(metric, document, options) for metric, options in chosen),
    )


def choose_metrics(metrics: Mapping[str, Options] | None) -> Sequence[tuple[Metric, Options]]:
    """The metrics to run with their options, in the registry's order."""
    known = all_metrics()
    if metrics is None:
        return [(metric, metric.options()) for metric in known.values()]
    return [(metric, metrics[metric.id]) for metric in known.values() if metric.id in metrics]
