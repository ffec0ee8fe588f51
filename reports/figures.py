"""Metrics side by side: one table and one chart per metric, every value with its link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.model import VOICES, Analysis, Comparison, Detail, FigureComparison, Interval, Measurement, MetricInfo
from crossread.reports.annotated import EvidenceList, Layer, slug
from crossread.reports.numbers import number, signed
from crossread.reports.wording import VERDICTS


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in one article, as text; `href` leads to the evidence, `reason` says why there is none."""

    value: str
    href: str
    n: str = ""
    interval: str = ""
    difference: str = ""
    reason: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside the value: interval, count, difference from the median of the set."""
        interval = f"95\u202f%: {self.interval}" if self.interval else ""
        difference = f"{self.difference} from median" if self.difference else ""
        return tuple(note for note in (interval, self.n, difference) if note)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure over all articles. `kind` is "main", "voice" or "figure"."""

    anchor: str
    kind: str
    label: str
    unit: str
    meaning: str
    cells: tuple[Cell, ...]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One article in a chart; all positions are per cent of the chart's width."""

    label: str
    text: str
    start: float
    width: float
    point: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The main value by article; `zero` and `median` are positions in per cent."""

    bars: tuple[Bar, ...]
    zero: float
    median: float | None
    text: str


@dataclass(frozen=True, slots=True)
class MetricView:
    """One metric of the set, ready to print."""

    layer: Layer
    slug: str
    info: MetricInfo
    rows: tuple[Row, ...]
    zeros: tuple[str, ...]  # labels of figures that are zero in every article, left out of `rows`
    chart: Chart | None
    evidence: tuple[EvidenceList, ...]
    verdict: str
    explanation: str


def metric_view(
    info: MetricInfo,
    layer: Layer,
    articles: Sequence[Analysis],
    labels: Sequence[str],
    evidence: Sequence[EvidenceList],
    comparison: Comparison | None,
) -> MetricView:
    """The rows of one metric: the main value, by voice, then every declared figure."""
    measurements = [next((m for m in a.measurements if m.metric == info.id), None) for a in articles]
    compared = {f.figure: f for f in (comparison.figures if comparison else ()) if f.metric == info.id}
    name = slug(info.id)
    rows = [_main_row(info, name, measurements, evidence, compared.get(None))]
    rows.extend(_voice_rows(info, name, measurements, evidence))
    declared = {figure.id: (figure.label, figure.unit, figure.meaning) for figure in info.figures}
    for measurement in measurements:
        for detail in measurement.details if measurement else ():
            declared.setdefault(detail.id, (detail.id.replace("_", " "), "", ""))
    zeros = []
    for figure, (label, unit, meaning) in declared.items():
        if all(_is_zero(_detail(measurement, figure)) for measurement in measurements):
            zeros.append(label[:1].lower() + label[1:] if label[1:2].islower() else label)
            continue
        cells = _figure_cells(figure, info, measurements, evidence, compared.get(figure))
        verdict = compared[figure].verdict if figure in compared else ""
        rows.append(Row(f"f-{name}-{slug(figure)}", "figure", label, unit, meaning, cells, verdict))
    main = rows[0].verdict
    chart = _chart(info, measurements, labels, compared.get(None))
    return MetricView(
        layer, name, info, tuple(rows), tuple(zeros), chart, tuple(evidence), main, VERDICTS.get(main, "")
    )


def _main_row(
    info: MetricInfo,
    name: str,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
) -> Row:
    cells = []
    for index, (measurement, found) in enumerate(zip(measurements, evidence, strict=True)):
        if measurement is None:
            cells.append(Cell("not measured", f"#{found.anchor}", reason="the metric was not run on this article"))
            continue
        value = number(measurement.value, info.decimals)
        if measurement.status != "measured":
            value = measurement.status.replace("_", " ")
        cells.append(
            Cell(
                value,
                f"#{found.anchor}",
                _amount(measurement.n, measurement.n_unit) if measurement.status == "measured" else "",
                _interval(measurement.interval, info.decimals),
                _difference(compared, index, info.decimals),
                measurement.reason,
            )
        )
    return Row(
        f"f-{name}",
        "main",
        info.title,
        info.unit,
        info.meaning,
        tuple(cells),
        compared.verdict if compared else "",
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
                reason = measurement.reason if measurement else ""
                cells.append(Cell(number(None, 0), f"#{found.anchor}", reason=reason))
                continue
            reason = "" if value.value is not None else f"too little text in this voice ({value.n:,d})"
            shown = number(value.value, info.decimals)
            cells.append(Cell(shown, f"#{found.anchor}", _amount(value.n, measurement.n_unit), reason=reason))
        rows.append(Row(f"f-{name}-voice-{slug(voice)}", "voice", f"{voice} voice", info.unit, "", tuple(cells)))
    return rows


def _figure_cells(
    figure: str,
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
) -> tuple[Cell, ...]:
    cells = []
    for index, (measurement, found) in enumerate(zip(measurements, evidence, strict=True)):
        detail = _detail(measurement, figure)
        if detail is None:
            reason = measurement.reason if measurement else "the metric was not run on this article"
            cells.append(Cell(number(None, 0), f"#{found.anchor}", reason=reason or "no value in this result"))
            continue
        cells.append(
            Cell(
                number(detail.value, info.decimals),
                f"#{found.first(detail.rules)}" if detail.rules else f"#{found.anchor}",
                "" if detail.n is None else f"n = {detail.n:,d}",
                _interval(detail.interval, info.decimals),
                "" if isinstance(detail.value, str) else _difference(compared, index, info.decimals),
                detail.reason,
            )
        )
    return tuple(cells)


def _detail(measurement: Measurement | None, figure: str) -> Detail | None:
    return next((d for d in measurement.details if d.id == figure), None) if measurement else None


def _is_zero(detail: Detail | None) -> bool:
    return detail is not None and not isinstance(detail.value, str) and detail.value == 0 and not detail.interval


def _amount(n: int, unit: str) -> str:
    return f"n = {n:,d} {unit}".rstrip()


def _interval(interval: Interval | None, decimals: int) -> str:
    return f"{number(interval.low, decimals)} to {number(interval.high, decimals)}" if interval else ""


def _difference(compared: FigureComparison | None, index: int, decimals: int) -> str:
    """Text for one article's difference from the median of the set."""
    if compared is None or compared.verdict == "not comparable" or index >= len(compared.differences):
        return ""
    difference = compared.differences[index]
    return "" if difference is None else signed(float(difference), decimals)


def _chart(
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    labels: Sequence[str],
    compared: FigureComparison | None,
) -> Chart | None:
    """A bar from zero for each article with a value, its interval as a whisker; None without any."""
    known = [
        (label, m, float(m.value))
        for label, m in zip(labels, measurements, strict=True)
        if m is not None and m.value is not None
    ]
    if not known:
        return None
    ends = [0.0, *(value for _, _, value in known)]
    for _, measurement, _ in known:
        if measurement.interval:
            ends += [measurement.interval.low, measurement.interval.high]
    low, high = min(ends), max(ends)
    width = (high - low) or 1.0

    def place(value: float) -> float:
        return round(100 * (value - low) / width, 2)

    bars = []
    for label, measurement, value in known:
        start, stop = sorted((place(0.0), place(value)))
        interval = measurement.interval
        bars.append(
            Bar(
                label,
                number(measurement.value, info.decimals),
                start,
                round(stop - start, 2),
                place(value),
                place(interval.low) if interval else None,
                place(interval.high) if interval else None,
            )
        )
    median = compared.median if compared and len(known) > 2 else None
    text = "; ".join(_spoken(bar, m, info) for bar, (_, m, _) in zip(bars, known, strict=True))
    return Chart(tuple(bars), place(0.0), place(median) if median is not None else None, f"{info.title}: {text}.")


def _spoken(bar: Bar, measurement: Measurement, info: MetricInfo) -> str:
    interval = _interval(measurement.interval, info.decimals)
    return f"{bar.label} {bar.text} {info.unit}" + (f" (95 % interval {interval})" if interval else "")


def figure_labels(metrics: Sequence[MetricInfo]) -> Mapping[tuple[str, str | None], tuple[str, str, int]]:
    """(metric, figure) -> label, unit, decimals, for sentences about single figures."""
    found: dict[tuple[str, str | None], tuple[str, str, int]] = {}
    for info in metrics:
        found[info.id, None] = (info.title, info.unit, info.decimals)
        for figure in info.figures:
            found[info.id, figure.id] = (f"{info.title} – {figure.label}", figure.unit, info.decimals)
    return found
