"""Metrics side by side: one table and one chart per metric, every value with its link."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossread.model import VOICES, Analysis, Comparison, Detail, FigureComparison, Measurement, MetricInfo
from crossread.reports.annotated import EvidenceList, Layer, slug
from crossread.reports.charts import Chart, chart_of
from crossread.reports.numbers import NO_CELL, interval_text, number, signed
from crossread.reports.standings import Standings
from crossread.reports.tables import Table, table_of
from crossread.reports.wording import VERDICTS

# The last words of a unit that name what a share is taken of: "% of body words", "per 100 words".
_WHOLE = re.compile(r"(?:^|\s)(?:of|per [\d,]+) ([^\d].*)$")
_SHARE = ("%", "share", "per ")
MEDIAN_FROM = 3  # of two articles the median is the midpoint and says nothing that the values do not


class Cell(Struct, frozen=True, gc=False):
    """One value in one article, as text; `href` leads to the evidence, `reason` says why there is none.

    `href` is empty where the value is words, such as "not found in this copy", with nothing to show.
    `standing` says where the value stands in the reference; beside a main value only, there is no room for more.
    """

    value: str
    href: str
    n: str = ""
    interval: str = ""
    difference: str = ""
    reason: str = ""
    standing: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside the value: interval, count, difference from the median of the set, standing."""
        interval = f"95\u202f%: {self.interval}" if self.interval else ""
        difference = f"{self.difference} from median" if self.difference else ""
        return tuple(note for note in (interval, self.n, difference, self.standing) if note)


class Row(Struct, frozen=True, gc=False):
    """One figure over all articles. `kind` is "main", "voice" or "figure".

    `verdict` is empty in rows that are not compared; `unit` where the label says it already.
    """

    anchor: str
    kind: str
    label: str
    unit: str
    meaning: str
    cells: tuple[Cell, ...]
    verdict: str = ""

    @property
    def reading(self) -> str:
        """What the table says of the row; nothing where the note above it or the dashes in it say so."""
        quiet = ("no interval",) if self.kind == "main" else ("no interval", "not comparable")
        return "" if self.verdict in quiet else self.verdict


class MetricView(Struct, frozen=True, gc=False):
    """One metric of the set, ready to print."""

    layer: Layer
    slug: str
    info: MetricInfo
    rows: tuple[Row, ...]
    zeros: tuple[str, ...]  # labels of figures that are zero wherever measured, left out of `rows`
    partly: bool  # some article has no value
    chart: Chart | None
    evidence: tuple[EvidenceList, ...]
    verdict: str
    explanation: str
    table: Table | None


def metric_view(
    info: MetricInfo,
    layer: Layer,
    articles: Sequence[Analysis],
    labels: Sequence[str],
    evidence: Sequence[EvidenceList],
    comparison: Comparison | None,
    standings: Sequence[Standings] = (),
) -> MetricView:
    """The rows of one metric: the main value, by voice, then every declared figure.

    `standings` has one entry an article; without a reference there is none.
    """
    measurements = [next((m for m in a.measurements if m.metric == info.id), None) for a in articles]
    compared = {f.figure: f for f in (comparison.figures if comparison else ()) if f.metric == info.id}
    name = slug(info.id)
    beside = [each.beside(info.id, None) for each in standings] or [""] * len(measurements)
    rows = [_main_row(info, name, measurements, evidence, compared.get(None), beside)]
    rows.extend(_voice_rows(info, name, measurements, evidence))
    declared = {figure.id: (figure.label, figure.unit, figure.meaning) for figure in info.figures}
    for measurement in measurements:
        for detail in measurement.details if measurement else ():
            declared.setdefault(detail.id, (detail.id.replace("_", " "), "", ""))
    zeros = []
    for figure, (label, unit, meaning) in declared.items():
        details = [_detail(m, figure) for m in measurements if m is not None and m.status == "measured"]
        if not details:
            continue  # the main row says why no article has a value
        if all(_is_zero(detail) for detail in details):
            zeros.append(label[:1].lower() + label[1:] if label[1:2].islower() else label)
            continue
        cells = _figure_cells(figure, unit, info, measurements, evidence, compared.get(figure))
        unit = "" if unit and label.lower().endswith(unit) else unit
        verdict = verdict_of(compared.get(figure))
        rows.append(Row(f"f-{name}-{slug(figure)}", "figure", label, unit, meaning, cells, verdict))
    main = rows[0].verdict
    chart = chart_of(info, measurements, labels, compared.get(None))
    partly = any(measurement is None or measurement.status != "measured" for measurement in measurements)
    return MetricView(
        layer,
        name,
        info,
        tuple(rows),
        tuple(zeros),
        partly,
        chart,
        tuple(evidence),
        main,
        VERDICTS.get(main, ""),
        table_of(info, layer, articles, labels, evidence),
    )


def _main_row(
    info: MetricInfo,
    name: str,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
    standings: Sequence[str],
) -> Row:
    whole = all(m is None or m.value is None or isinstance(m.value, int) for m in measurements)
    cells = []
    for index, (measurement, found) in enumerate(zip(measurements, evidence, strict=True)):
        if measurement is None:
            cells.append(Cell("not measured", f"#{found.anchor}", reason="the metric was not run on this article"))
            continue
        value = number(measurement.value, info.decimals)
        if measurement.status != "measured":
            value = measurement.status.replace("_", " ")
        amount = _amount(measurement.n, measurement.n_unit) if measurement.status == "measured" else ""
        if f"of {measurement.n:,d} {measurement.n_unit}" in info.unit:
            amount = ""
        cells.append(
            Cell(
                value,
                f"#{found.anchor}",
                amount,
                interval_text(measurement.interval, info.decimals),
                _difference(compared, index, info.decimals, whole=whole),
                measurement.reason,
                standings[index] if measurement.status == "measured" else "",
            )
        )
    return Row(
        f"f-{name}",
        "main",
        info.title,
        info.unit,
        info.meaning,
        tuple(cells),
        verdict_of(compared),
    )


def _voice_rows(
    info: MetricInfo, name: str, measurements: Sequence[Measurement | None], evidence: Sequence[EvidenceList]
) -> list[Row]:
    present = {voice for m in measurements if m is not None for voice in m.by_voice}
    ordered = [voice for voice in VOICES if voice in present] + sorted(present.difference(VOICES))
    rows = []
    for voice in ordered:
        cells = []
        for measurement, found in zip(measurements, evidence, strict=True):
            value = measurement.by_voice.get(voice) if measurement else None
            if measurement is None or value is None:
                cells.append(Cell(NO_CELL, ""))
                continue
            reason = (
                "" if value.value is not None else f"too little text in this voice ({value.n:,d} {measurement.n_unit})"
            )
            shown = number(value.value, info.decimals)
            amount = "" if reason else _amount(value.n, measurement.n_unit)
            cells.append(Cell(shown, f"#{found.anchor}", amount, reason=reason))
        rows.append(Row(f"f-{name}-voice-{slug(voice)}", "voice", f"{voice} voice", info.unit, "", tuple(cells)))
    return rows


def _figure_cells(
    figure: str,
    unit: str,
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
) -> tuple[Cell, ...]:
    details = [_detail(measurement, figure) for measurement in measurements]
    whole = all(detail is None or _is_whole(detail) for detail in details)
    decimals = 0 if whole else info.decimals
    cells = []
    for index, (measurement, detail, found) in enumerate(zip(measurements, details, evidence, strict=True)):
        if detail is None:
            # The main row says once why a metric has no value in an article.
            without = measurement is None or measurement.status != "measured"
            cells.append(Cell(NO_CELL, "") if without else Cell(number(None, 0), "", reason="no value in this result"))
            continue
        measured = detail.value is not None and not isinstance(detail.value, str)
        cells.append(
            Cell(
                number(detail.value, decimals),
                _href(detail, found),
                _denominator(detail.n, unit) if measured else "",
                interval_text(detail.interval, info.decimals),
                _difference(compared, index, decimals, whole=whole) if measured and len(details) >= MEDIAN_FROM else "",
                detail.reason,
            )
        )
    return tuple(cells)


def _href(detail: Detail, found: EvidenceList) -> str:
    if isinstance(detail.value, str) and detail.rules and not found.has(detail.rules):
        return ""
    return f"#{found.first(detail.rules)}"


def _detail(measurement: Measurement | None, figure: str) -> Detail | None:
    return next((d for d in measurement.details if d.id == figure), None) if measurement else None


def _is_zero(detail: Detail | None) -> bool:
    return detail is not None and not isinstance(detail.value, str) and detail.value == 0 and not detail.interval


def _is_whole(detail: Detail) -> bool:
    """Whether the value may be printed without decimals; one with an interval keeps those of its ends."""
    value = detail.value
    return value is None or isinstance(value, str) or (float(value).is_integer() and not detail.interval)


def _denominator(n: int | None, unit: str) -> str:
    """What a share is taken of, where the unit says that it is one: "n = 479 body words"."""
    whole = _WHOLE.search(unit) if unit.startswith(_SHARE) else None
    return _amount(n, whole[1]) if n is not None and whole else ""


def _amount(n: int, unit: str) -> str:
    return f"n = {n:,d} {unit}".rstrip()


def verdict_of(compared: FigureComparison | None) -> str:
    """The verdict of a comparison; one that rests on an interval without width is not repeated. "" without one."""
    if compared is None:
        return ""
    flat = any(interval is not None and interval.low >= interval.high for interval in compared.intervals)
    return "no interval" if flat and compared.verdict != "not comparable" else compared.verdict


def _difference(compared: FigureComparison | None, index: int, decimals: int, *, whole: bool) -> str:
    """Text for one article's difference from the median of the set."""
    if compared is None or compared.verdict == "not comparable" or index >= len(compared.differences):
        return ""
    difference = compared.differences[index]
    if difference is None:
        return ""
    if whole:  # the midpoint of whole numbers is whole or a half
        decimals = 0 if float(difference).is_integer() else 1
    return signed(float(difference), decimals)


def figure_labels(metrics: Sequence[MetricInfo]) -> Mapping[tuple[str, str | None], tuple[str, str, int]]:
    """(metric, figure) -> label, unit, decimals, for sentences about single figures."""
    found: dict[tuple[str, str | None], tuple[str, str, int]] = {}
    for info in metrics:
        found[info.id, None] = (info.title, info.unit, info.decimals)
        for figure in info.figures:
            found[info.id, figure.id] = (f"{info.title} – {figure.label}", figure.unit, info.decimals)
    return found
