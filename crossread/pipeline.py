"""Article to analysis, analyses to comparison: the parse, the metrics and the kinds of finding chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread.comparison.coverage import Coverage
from crossread.comparison.key import key_findings
from crossread.events.grouping import group_by_event
from crossread.finding import FindingKind, run_kind
from crossread.kinds import all_kinds
from crossread.metric import Metric, Options, run_metric
from crossread.model import Analysis, Article, Comparison
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


def compare(
    analyses: Sequence[Analysis], findings: Mapping[str, Options] | None = None, against: str | None = None
) -> Comparison:
    """What two or more articles share, say differently or have alone, each finding with its places.

    `findings` are the kinds looked for (id -> options; all of them by default), `against` the id of the
    article the others are held against, by default the median of the set. Figures keep one column per analysis.
    Findings point at articles by id, so a second copy of the same text adds nothing to them. Raises
    ValueError for fewer than two analyses.
    """
    if len(analyses) < 2:
        raise ValueError(f"a comparison needs at least two analyses, not {len(analyses)}")
    coverage = Coverage(analyses, [metric.info() for metric in all_metrics().values()], against)
    chosen = choose_kinds(findings)
    found = tuple(run_kind(kind, coverage, options) for kind, options in chosen)
    return Comparison(
        figures=coverage.figures,
        against=against,
        kinds=tuple(kind.info() for kind, _ in chosen),
        found=found,
        key=key_findings(found),
        events=group_by_event(coverage.analyses) if len(coverage.analyses) > 1 else None,
    )


def choose_kinds(findings: Mapping[str, Options] | None) -> Sequence[tuple[FindingKind, Options]]:
    """The kinds of finding to look for with their options, in the order reports show them."""
    known = all_kinds()
    if findings is None:
        return [(kind, kind.options()) for kind in known.values()]
    return [(kind, findings[kind.id]) for kind in known.values() if kind.id in findings]
