"""What `crossread metrics`, `findings` and `check` print, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import get_type_hints

import msgspec

from crossread.config_values import name_kind, unknown
from crossread.errors import ConfigError
from crossread.finding import FindingKind
from crossread.inputs.collect import collect
from crossread.kinds import all_kinds
from crossread.metric import Metric
from crossread.model import THEMES, Article, FigureInfo, Notice
from crossread.packs import failing_examples, read_pack, rule_packs
from crossread.quality import told
from crossread.registry import all_metrics
from crossread.run import held_against
from crossread.settings import MEDIAN, Config, ReportSettings

WIDTH = 96


def list_metrics(packs: Sequence[str] = ()) -> list[str]:
    """One line a metric: id, title and unit."""
    with rule_packs(packs):
        metrics = all_metrics()
    width = max(len(name) for name in metrics)
    return [f"{name:{width}}  {metric.title} ({metric.unit})" for name, metric in metrics.items()]


def explain_metric(metric_id: str, packs: Sequence[str] = ()) -> list[str]:
    """A metric's declaration in full, also of one that a rule pack makes. Raises ConfigError for an unknown id."""
    with rule_packs(packs):
        metrics = all_metrics()
    if metric_id not in metrics:
        raise ConfigError(unknown("metric", metric_id, metrics))
    return list(_explain(metrics[metric_id]))


def _explain(metric: Metric) -> Iterator[str]:
    languages = ", ".join(metric.languages) or "any"
    yield f"{metric.title} ({metric.id})"
    yield ""
    yield from wrap(metric.meaning, WIDTH)
    yield ""
    yield from _labelled("Theme", THEMES[metric.theme])
    yield from _labelled("Unit", metric.unit)
    yield from _labelled("Formula", metric.formula)
    yield from _labelled("Direction", metric.direction)
    least = max(metric.minimum_words, 1)
    amount = f"{least} {'word' if least == 1 else 'words'}"
    yield from _labelled("Needs", f"{amount} of body text; languages: {languages}")
    yield from _section("Figures", [_figure(metric.id, figure) for figure in metric.figures])
    yield from _section("Table, by name", [_column(column) for column in metric.columns])
    yield from _section("Options", _options(metric))
    yield from _section("What it cannot show", metric.limits)
    yield from _section("How often it was right", told(metric.quality, metric.unmeasured))
    yield from _section("Sources", [f"{s.authors} ({s.year}). {s.title}. {s.url}" for s in metric.sources])


def list_kinds() -> list[str]:
    """One line a kind of finding: id and title."""
    kinds = all_kinds()
    width = max(len(name) for name in kinds)
    return [f"{name:{width}}  {kind.title}" for name, kind in kinds.items()]


def explain_kind(kind_id: str) -> list[str]:
    """A kind's declaration in full. Raises ConfigError for an unknown id."""
    kinds = all_kinds()
    if kind_id not in kinds:
        raise ConfigError(unknown("kind of finding", kind_id, kinds))
    return list(_explain_kind(kinds[kind_id]))


def _explain_kind(kind: FindingKind) -> Iterator[str]:
    yield f"{kind.title} ({kind.id})"
    yield ""
    yield from wrap(kind.meaning, WIDTH)
    yield ""
    yield from _labelled("Languages", ", ".join(kind.languages) or "any")
    yield from _section(
        "Rules, with how often each is expected to be right",
        [f"{rule.id}: {rule.label}. {rule.meaning} ({rule.certainty:.2f})" for rule in kind.rules],
    )
    yield from _section("Counts", [f"{count.id}: {_column(count)}" for count in kind.counts])
    yield from _section("Options", _options(kind))
    yield from _section("What it cannot show", kind.limits)
    yield from _section("How often it was right", told(kind.quality, kind.unmeasured))
    yield from _section("Sources", [f"{s.authors} ({s.year}). {s.title}. {s.url}" for s in kind.sources])


def _figure(metric_id: str, figure: FigureInfo) -> str:
    return f"{metric_id}.{figure.id}: {_column(figure)}"


def _column(column: FigureInfo) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    meaning = f". {column.meaning}" if column.meaning else ""
    return f"{column.label}{unit}{meaning}"


def _options(metric: Metric | FindingKind) -> list[str]:
    defaults = msgspec.to_builtins(metric.options())
    hints = get_type_hints(metric.options, include_extras=True)
    return [f"{name}: {name_kind(hints[name])}; default {_shown(value)}" for name, value in defaults.items()]


def _shown(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _labelled(label: str, text: str) -> list[str]:
    return wrap(f"{label}: {text}", WIDTH, subsequent_indent="    ", drop_whitespace=True, break_on_hyphens=False)


def _section(heading: str, entries: tuple[str, ...] | list[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"{heading}:"
        for entry in entries:
            # An address longer than a line stays whole, to be copied.
            yield from wrap(
                entry,
                WIDTH,
                initial_indent="  ",
                subsequent_indent="    ",
                break_on_hyphens=False,
                break_long_words=False,
            )


def describe_plan(config: Config, tell: Callable[[str], None], offline: bool = False) -> tuple[list[str], list[Notice]]:
    """What `crossread run` would do, and what of it could not be done; inputs are read or fetched, nothing is written.

    The examples of its rule packs are tried. The subject of each notice is a report's name.
    """
    lines: list[str] = []
    notices: list[Notice] = []
    packs = {path: settings.name for settings in config.reports.values() for path in settings.packs}
    for path, report in packs.items():
        notices += [Notice("error", report, problem) for problem in failing_examples(read_pack(Path(path)))]
    for settings in config.reports.values():
        articles, found = collect(
            settings.inputs, config.base, settings.changed(offline=offline).fetch_from(config.base), tell
        )
        found += held_against(settings.against, articles)[1] if articles else []
        notices += [Notice(each.level, settings.name, f"{each.subject}: {each.message}") for each in found]
        if lines:
            lines.append("")
        lines += _plan(settings, articles, config.base)
    return lines, notices


def _plan(settings: ReportSettings, articles: Sequence[Article], base: Path) -> Iterator[str]:
    target = base / settings.output.folder / settings.file_name()
    yield f"{settings.name}: {settings.title or 'titled from its articles'}"
    idle = [name for name in all_metrics() if name not in settings.metrics]
    yield from _labelled("  Metrics that run", ", ".join(settings.metrics) or "none")
    yield from _labelled("  Metrics left out", ", ".join(idle) or "none")
    away = [name for name in all_kinds() if name not in settings.findings]
    yield from _labelled("  Findings looked for", ", ".join(settings.findings) or "none")
    yield from _labelled("  Findings left out", ", ".join(away) or "none")
    yield from _labelled("  Held against", "the median of the set" if settings.against == MEDIAN else settings.against)
    where = f"{target}-1, -2, …, one for each event," if settings.group == "each" else target
    yield from _labelled("  Writes", f"{where} as {', '.join(settings.formats)}, {settings.page}")
    for name, bounds in settings.thresholds.items():
        parts = [f"{side} {value:g}" for side, value in msgspec.to_builtins(bounds).items()]
        yield f"  Threshold: {name} {', '.join(parts)}"
    yield f"  Reads: {len(articles)} {'article' if len(articles) == 1 else 'articles'}"
    yield from (f"    {article.origin.where}" for article in articles)
