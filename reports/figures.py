"""Metrics side by side: one table and one chart per metric, every value with its link, and all of them at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossread.model import THEMES, VOICES, WORD_UNITS, Analysis, Comparison, Measurement, MetricInfo
from crossread.reports.alike import Alike, by_article
from crossread.reports.annotated import EvidenceList, Layer, slug
from crossread.reports.charts import Chart, chart_of
from crossread.reports.course import Course
from crossread.reports.messages import named, t
from crossread.reports.numbers import NO_CELL
from crossread.reports.rows import (
    Row,
    detail_of,
    figure_cells,
    main_row,
    standing_row,
    verdict_of,
    voice_row,
    voice_values,
)
from crossread.reports.standings import Standings
from crossread.reports.tables import Table, table_of
from crossread.telling import NOTHING, number


class MetricView(Struct, frozen=True, gc=False):
    """One metric of the set, ready to print.

    `values` are those of its main row, a dash where there is none; `alike` are sentences on the figures
    that are zero or without a value in every article, left out of `rows`. `absent` says why no article
    has a value of the metric: then there is nothing else to print.
    """

    layer: Layer
    slug: str
    info: MetricInfo
    values: tuple[str, ...]
    rows: tuple[Row, ...]
    alike: tuple[str, ...]
    chart: Chart | None
    evidence: tuple[EvidenceList, ...]
    verdict: str
    explanation: str
    table: Table | None
    absent: str = ""
    course: Course | None = None

    @property
    def reading(self) -> str:
        """What the overview says of it."""
        if self.absent:
            return NOTHING
        if all(value == NO_CELL for value in self.values):  # one word where it is so of every article: "failed"
            statuses = {cell.value for cell in self.rows[0].cells}
            return statuses.pop() if len(statuses) == 1 else NOTHING
        return self.rows[0].reading

    @property
    def without(self) -> str:
        """What stands where no article has a value to draw: why not, said once."""
        said = dict.fromkeys(", ".join(filter(None, (c.value, *c.notes, c.reason))) for c in self.rows[0].cells)
        return self.absent or "; ".join(said)


class Theme(Struct, frozen=True, gc=False):
    """Metrics under one heading."""

    id: str
    title: str
    metrics: tuple[MetricView, ...]

    @property
    def selectors(self) -> str:
        """Its marks in a style sheet: ".l3,.l4"."""
        return ",".join(f".l{metric.layer.index}" for metric in self.metrics)


def themes(metrics: Sequence[MetricView]) -> tuple[Theme, ...]:
    """The metrics under their headings; one without any is left out."""
    found = [Theme(each, title, tuple(m for m in metrics if m.info.theme == each)) for each, title in THEMES.items()]
    return tuple(theme for theme in found if theme.metrics)


def in_order(metrics: Sequence[MetricInfo]) -> list[MetricInfo]:
    """The declarations in the order reports show them: by theme, within one as they came."""
    order = list(THEMES)
    return sorted(metrics, key=lambda info: order.index(info.theme))


def metric_view(
    info: MetricInfo,
    layer: Layer,
    articles: Sequence[Analysis],
    labels: Sequence[str],
    evidence: Sequence[EvidenceList],
    comparison: Comparison | None,
    standings: Sequence[Standings] = (),
    course: Course | None = None,
) -> MetricView:
    """The rows of one metric: the main value, where it stands, by voice, then every declared figure.

    `standings` has one entry an article; without a reference there is none.
    """
    measurements = [next((m for m in a.measurements if m.metric == info.id), None) for a in articles]
    compared = {f.figure: f for f in (comparison.figures if comparison else ()) if f.metric == info.id}
    main = main_row(info, measurements, evidence, compared.get(None))
    standing = standing_row(info, measurements, standings) if standings else None
    known = [label for label, m in zip(labels, measurements, strict=True) if m and m.status == "measured"]
    alike = Alike(known, len(articles), info.decimals)
    rows = [main, *filter(None, [standing]), *_voice_rows(info, measurements, evidence, alike)]
    for figure, (label, unit, meaning) in _declared(info, measurements).items():
        details = [detail_of(m, figure) for m in measurements if m is not None and m.status == "measured"]
        if not any(details) or alike.takes_figure(label, unit, details):
            continue  # without any, the main row says why no article has a value
        cells = figure_cells(figure, unit, info, measurements, evidence, compared.get(figure))
        unit = "" if unit in WORD_UNITS or (unit and label.lower().endswith(unit)) else unit
        verdict = verdict_of(compared.get(figure))
        rows.append(Row(f"f-{slug(info.id)}-{slug(figure)}", "figure", label, unit, meaning, cells, verdict))
    return MetricView(
        layer,
        slug(info.id),
        info,
        tuple(number(m.value, info.decimals) if m and m.value is not None else NO_CELL for m in measurements),
        tuple(rows),
        alike.lines(),
        chart_of(info, measurements, labels, compared.get(None), standings),
        tuple(evidence),
        main.verdict,
        named("verdict", main.verdict) if main.verdict else "",
        table_of(info, layer, articles, labels, evidence),
        _absent(measurements, labels),
        course,
    )


def _voice_rows(
    info: MetricInfo, measurements: Sequence[Measurement | None], evidence: Sequence[EvidenceList], alike: Alike
) -> list[Row]:
    """A row for each voice; none for one that is alike everywhere or repeats the main value."""
    present = {voice for m in measurements if m is not None for voice in m.by_voice}
    ordered = [voice for voice in VOICES if voice in present] + sorted(present.difference(VOICES))
    rows = []
    for voice in ordered:
        values = voice_values(measurements, voice)
        measured = [
            (m, value)
            for m, value in zip(measurements, values, strict=True)
            if m is not None and m.status == "measured"
        ]
        repeats = all(value is not None and (value.value, value.n) == (m.value, m.n) for m, value in measured)
        if not repeats and not alike.takes_voice(voice, [value for _, value in measured]):
            rows.append(voice_row(info, voice, values, evidence))
    return rows


def _declared(info: MetricInfo, measurements: Sequence[Measurement | None]) -> dict[str, tuple[str, str, str]]:
    """Label, unit and meaning of every figure, also of one that a result holds without its declaration."""
    declared = {figure.id: (figure.label, figure.unit, figure.meaning) for figure in info.figures}
    for measurement in measurements:
        for detail in measurement.details if measurement else ():
            declared.setdefault(detail.id, (detail.id.replace("_", " "), "", ""))
    return declared


def _absent(measurements: Sequence[Measurement | None], labels: Sequence[str]) -> str:
    """Why no article has a value of the metric; "" where one has, and where the metric failed or was not run."""
    found = [m for m in measurements if m is not None and m.status == "not_applicable"]
    if len(found) < len(measurements):
        return ""
    reason = by_article([m.reason for m in found], labels)
    return t("absent.one" if len(found) == 1 else "absent.every", reason=reason)


def figure_labels(metrics: Sequence[MetricInfo]) -> Mapping[tuple[str, str | None], tuple[str, str, int]]:
    """(metric, figure) -> label, unit, decimals, for sentences about single figures."""
    found: dict[tuple[str, str | None], tuple[str, str, int]] = {}
    for info in metrics:
        found[info.id, None] = (info.title, info.unit, info.decimals)
        for figure in info.figures:
            found[info.id, figure.id] = (f"{info.title} – {figure.label}", figure.unit, info.decimals)
    return found
