"""The chart of a metric: one bar per article from zero, its interval as a whisker."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.model import FigureComparison, Measurement, MetricInfo
from crossread.reports.numbers import interval_text
from crossread.telling import number


class Bar(Struct, frozen=True, gc=False):
    """One article in a chart; all positions are per cent of the chart's width."""

    label: str
    text: str
    start: float
    width: float
    point: float
    low: float | None
    high: float | None


class Chart(Struct, frozen=True, gc=False):
    """The main value by article; `zero` and `median` are positions in per cent."""

    bars: tuple[Bar, ...]
    zero: float
    median: float | None
    text: str


def chart_of(
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
        interval = measurement.interval if interval_text(measurement.interval, info.decimals) else None
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
    interval = interval_text(measurement.interval, info.decimals)
    return f"{bar.label} {bar.text} {info.unit}" + (f" (95 % interval {interval})" if interval else "")
