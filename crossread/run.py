"""One report from its inputs to its result: read, analyse, compare, hold against the thresholds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePath

import msgspec

from crossread.errors import InputError
from crossread.events.apart import set_apart
from crossread.events.grouping import group_by_event
from crossread.inputs.collect import collect
from crossread.inputs.settings import is_address
from crossread.installed import versions
from crossread.lexicon import lexicon_hashes
from crossread.model import SCHEMA, Analysis, Article, Crossing, Notice, Result, Tool
from crossread.own_lexicons import own_lexicons
from crossread.pipeline import analyse, choose_metrics, compare
from crossread.reference import refer
from crossread.settings import MEDIAN, ReportSettings, Threshold
from crossread.telling import listed

_PACKAGES = (
    "crossread",
    "jinja2", "lingua-language-detector", "msgspec", "pyyaml", "sentencex", "textstat", "vadersentiment", "weasyprint",
)  # fmt: skip


def run(settings: ReportSettings, base: Path, progress: Callable[[str], None] | None = None) -> Result:
    """The result of one report with all its articles. Raises InputError when none of its inputs is an article.

    An input that cannot be read is left out and told in `warnings`; the others go on. `progress`
    is called with a word on each step.
    """
    tell = progress or (lambda doing: None)
    with own_lexicons(settings.lexicons), _packs(settings.packs) as hashes:
        return _result(settings, *_collect(settings, base, tell), tell, hashes)


def run_each(
    settings: ReportSettings, base: Path, progress: Callable[[str], None] | None = None
) -> Iterator[tuple[str, Result]]:
    """The results of one report with the file name of each: one, or where the report asks for it one for each event.

    Events come in the order of `group_by_event`, those that one article alone reports last; they
    are numbered from 1 in the file's name, the report's and the title. Every result tells what of the
    inputs could not be read. Raises InputError when none of them is an article.
    """
    if settings.group == "together":
        yield settings.file_name(), run(settings, base, progress)
        return
    tell = progress or (lambda doing: None)
    with own_lexicons(settings.lexicons), _packs(settings.packs) as hashes:
        articles, notices, against = _collect(settings, base, tell)
        tell("grouping")
        events = group_by_event(articles)
        known = {article.id: article for article in reversed(articles)}
        groups = [(group.articles, group.words) for group in events.groups]
        groups += [((lone.article,), ()) for lone in events.alone]
        for number, (ids, words) in enumerate(groups, 1):
            held = [known[each] for each in ids]
            part = msgspec.structs.replace(
                settings, name=f"{settings.name}-{number}", title=_title_of_group(settings, held, words, number)
            )
            name, held_to = f"{settings.file_name()}-{number}", against if against in ids else None
            yield name, _result(part, held, notices, held_to, tell, hashes)


def _packs(paths: Sequence[str]) -> AbstractContextManager[dict[str, str]]:
    """The rule packs in force; what reads them is imported where there is one."""
    if not paths:
        return nullcontext({})
    from crossread.packs import rule_packs

    return rule_packs(paths)


def _collect(
    settings: ReportSettings, base: Path, tell: Callable[[str], None]
) -> tuple[list[Article], list[Notice], str | None]:
    """The articles, what could not be read, and the id of the one that the others are held against."""
    articles, notices = collect(settings.inputs, base, settings.fetch_from(base), tell)
    if not articles:
        raise InputError("\n".join(f"{n.subject}: {n.message}" for n in notices) or f"{settings.name}: no inputs")
    against, reservations = held_against(settings.against, articles)
    return articles, [*notices, *reservations], against


def _result(
    settings: ReportSettings,
    articles: Sequence[Article],
    told: Sequence[Notice],
    against: str | None,
    tell: Callable[[str], None],
    hashes: dict[str, str],
) -> Result:
    analyses = []
    for article in articles:
        tell(f"measuring {article.origin.locator}")
        analyses.append(analyse(article, settings.metrics))
    infos = tuple(metric.info() for metric, _ in choose_metrics(settings.metrics))
    reference, reservations = refer(analyses, infos, settings.changed_metrics(), settings.baseline)
    tell("comparing")
    comparison = compare(analyses, settings.findings, against) if len(analyses) > 1 else None
    apart = set_apart(comparison.events, analyses) if comparison and settings.group == "together" else []
    return Result(
        schema=SCHEMA,
        tool=_tool(hashes),
        report=settings.name,
        title=settings.title or _title(articles),
        config=settings.effective(),
        metrics=infos,
        articles=tuple(analyses),
        comparison=comparison,
        crossings=_crossings(analyses, settings.thresholds),
        warnings=(*told, *_failures(analyses), *reservations, *apart),
        reference=reference,
    )


def _title(articles: Sequence[Article]) -> str:
    """A title for a report that was given none.

    A single article lends it its own. Of several none does: a comparison under one outlet's headline
    would speak with that outlet's voice.
    """
    if len(articles) > 1:
        return f"Comparison of {len(articles)} articles"
    title = articles[0].metadata.title
    return title.value if title else Path(articles[0].origin.locator).stem


def held_against(wanted: str, articles: Sequence[Article]) -> tuple[str | None, list[Notice]]:
    """The id of the article the others are held against, and what to say where `wanted` is none of those read."""
    if wanted == MEDIAN:
        return None, []
    wanted = wanted if is_address(wanted) else PurePath(wanted).as_posix()
    for name in (lambda a: a.origin.where, lambda a: a.origin.locator, lambda a: PurePath(a.origin.locator).name):
        found = {article.id for article in articles if name(article) == wanted}
        if len(found) == 1:
            return found.pop(), []
    several = any(PurePath(article.origin.locator).name == PurePath(wanted).name for article in articles)
    why = "is several of the articles read; name one" if several else "is none of the articles read"
    known = listed([article.origin.where for article in articles], 5)
    return None, [Notice("error", "against", f"{wanted} {why} ({known}); the median of the set serves instead")]


def _title_of_group(settings: ReportSettings, articles: Sequence[Article], words: Sequence[str], number: int) -> str:
    """A title that tells the briefing of one event from those of the report's other events."""
    about = ", ".join(words) if len(articles) > 1 else _title(articles)
    named = settings.title or (_title(articles) if len(articles) > 1 else "")
    return ": ".join(filter(None, (f"{named} ({number})" if named else "", about)))


def _failures(analyses: Sequence[Analysis]) -> list[Notice]:
    return [
        Notice("error", measurement.metric, f"failed on {analysis.origin.locator}: {measurement.reason}")
        for analysis in analyses
        for measurement in analysis.measurements
        if measurement.status == "failed"
    ]


def _crossings(analyses: Sequence[Analysis], thresholds: dict[str, Threshold]) -> tuple[Crossing, ...]:
    """Figures beyond the config's thresholds; a figure without a value crosses none."""
    crossed = []
    for figure, bounds in thresholds.items():
        for analysis in analyses:
            value = _figure(analysis, figure)
            if value is None:
                continue
            if bounds.max is not None and value > bounds.max:
                crossed.append(Crossing(figure, analysis.id, value, bounds.max, "max"))
            if bounds.min is not None and value < bounds.min:
                crossed.append(Crossing(figure, analysis.id, value, bounds.min, "min"))
    return tuple(crossed)


def _figure(analysis: Analysis, figure: str) -> float | None:
    metric, _, detail = figure.partition(".")
    for measurement in analysis.measurements:
        if measurement.metric == metric:
            values = {found.id: found.value for found in measurement.details}
            value = values.get(detail) if detail else measurement.value
            return float(value) if isinstance(value, int | float) else None
    return None


def _tool(packs: dict[str, str]) -> Tool:
    packages = versions(_PACKAGES)
    return Tool(
        version=packages.pop("crossread"),
        python=sys.version.split()[0],
        packages=packages,
        lexicons=lexicon_hashes() | packs,
    )
