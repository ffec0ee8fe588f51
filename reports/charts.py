"""The chart of a metric: a dot for each article on one scale, its interval, and how the reference is spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.model import FigureComparison, Measurement, MetricInfo, Quantiles
from crossread.reports.messages import t
from crossread.reports.numbers import NO_CELL, interval_text
from crossread.reports.rows import MEDIAN_FROM
from crossread.reports.scale import Scale, Tick, scale_of
from crossread.reports.standings import Standings
from crossread.telling import number

_SHARE = "%"  # a unit that begins with it is a share, which a bar from zero may show, as it may a count


class ChartRow(Struct, frozen=True, gc=False):
    """One article: `at` is the place of its value, `low` and `high` those of its interval, in per cent of the width.

    `at` is None where it has no value, which `reason` then says. `held` is whether the reference is drawn behind it.
    """

    label: str
    text: str
    at: float | None
    low: float | None = None
    high: float | None = None
    held: bool = False
    reason: str = ""


class Band(Struct, frozen=True, gc=False):
    """The reference's 5th, 25th, 50th, 75th and 95th percentile as places; its median, and all of it in a sentence."""

    places: tuple[float, ...]
    text: str
    sentence: str


class Chart(Struct, frozen=True, gc=False):
    """The main value by article; all places are in per cent of the width of the plot.

    `bar` is whether a bar may run from zero to the value: only of shares and counts. `median` is that of
    the set. `text` says all of it in words.
    """

    rows: tuple[ChartRow, ...]
    ticks: tuple[Tick, ...]
    zero: float
    bar: bool
    median: float | None
    band: Band | None
    text: str


def chart_of(
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    labels: Sequence[str],
    compared: FigureComparison | None,
    standings: Sequence[Standings] = (),
) -> Chart | None:
    """The chart of the main values; None where no article has one. `standings` has one entry an article, or none."""
    known = [m for m in measurements if m is not None and m.value is not None]
    if not known:
        return None
    held = [each.place(info.id, None)[1] != "" for each in standings] or [False] * len(labels)
    spread = standings[0].spread(info.id) if any(held) else None
    whole = all(isinstance(m.value, int) for m in known)
    scale = scale_of(_ends(known, spread), most=100.0 if info.unit.startswith(_SHARE) else None, whole=whole)
    rows = tuple(
        _row(info, label, measurement, scale, held=behind and spread is not None)
        for label, measurement, behind in zip(labels, measurements, held, strict=True)
    )
    median = compared.median if compared and len(known) >= MEDIAN_FROM else None
    band = _band(info, spread, scale, standings[0].of) if spread else None
    return Chart(
        rows,
        scale.ticks,
        scale.place(0.0),
        whole or info.unit.startswith(_SHARE),
        None if median is None else scale.place(median),
        band,
        _text(info, rows, measurements, band, median),
    )


def _ends(known: Sequence[Measurement], spread: Quantiles | None) -> Iterator[float]:
    """Everything the scale has to hold."""
    for measurement in known:
        yield float(measurement.value or 0)
        if measurement.interval:
            yield from (measurement.interval.low, measurement.interval.high)
    if spread:
        yield from (spread.p5, spread.p95)


def _row(info: MetricInfo, label: str, measurement: Measurement | None, scale: Scale, *, held: bool) -> ChartRow:
    if measurement is None or measurement.value is None:
        status = measurement.status if measurement and measurement.status != "measured" else "not_applicable"
        return ChartRow(label, NO_CELL, None, reason=t(f"status.{status if measurement else 'not_measured'}"))
    interval = measurement.interval if interval_text(measurement.interval, info.decimals) else None
    return ChartRow(
        label,
        number(measurement.value, info.decimals),
        scale.place(float(measurement.value)),
        scale.place(interval.low) if interval else None,
        scale.place(interval.high) if interval else None,
        held,
    )


def _band(info: MetricInfo, spread: Quantiles, scale: Scale, of: str) -> Band:
    values = (spread.p5, spread.p25, spread.p50, spread.p75, spread.p95)
    said = [number(value, info.decimals) for value in values]
    named = dict(zip(("p5", "p25", "p50", "p75", "p95"), said, strict=True))
    sentence = t("chart.reference", count=f"{spread.n:,d}", of=of, **named)
    return Band(tuple(scale.place(value) for value in values), said[2], sentence)


def _text(
    info: MetricInfo,
    rows: Sequence[ChartRow],
    measurements: Sequence[Measurement | None],
    band: Band | None,
    median: float | None,
) -> str:
    """The chart in one line, for those who do not see it."""
    said = []
    for row, measurement in zip(rows, measurements, strict=True):
        interval = interval_text(measurement.interval, info.decimals) if measurement and row.low is not None else ""
        key = "chart.value_interval" if interval else "chart.value"
        said.append(t(key, label=row.label, value=row.reason or row.text, interval=interval))
    text = [t("chart.text", title=info.title, unit=info.unit, values="; ".join(said))]
    if median is not None:
        text.append(t("chart.median", value=number(median, info.decimals)))
    return " ".join([*text, band.sentence] if band else text)
