"""Metrics side by side: every figure of every article against the median of the set."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median
from typing import Literal

from crossread.model import Analysis, FigureComparison, Interval, Measurement

Verdict = Literal["differs", "no clear difference", "no interval", "not comparable"]
_Reading = tuple[float | None, Interval | None]


def compare_figures(analyses: Sequence[Analysis], against: str | None = None) -> tuple[FigureComparison, ...]:
    """One row for each metric's main value, followed by a row for each of its numeric details.

    Metrics and details come in the order of their first appearance. Only what was measured has a
    value; a detail that is text, or has no number in any article, gets no row. Differences are from the
    article `against` (its id), by default from the median of the set.
    """
    base = next((place for place, analysis in enumerate(analyses) if analysis.id == against), None)
    measured = [{m.metric: m for m in analysis.measurements} for analysis in analyses]
    metrics = dict.fromkeys(metric for found in measured for metric in found)
    rows: list[FigureComparison] = []
    for metric in metrics:
        column = [found.get(metric) for found in measured]
        rows.append(_row(metric, None, [_main(measurement) for measurement in column], base))
        details = dict.fromkeys(d.id for measurement in column if measurement for d in measurement.details)
        for figure in details:
            readings = [_detail(measurement, figure) for measurement in column]
            if any(value is not None for value, _ in readings):
                rows.append(_row(metric, figure, readings, base))
    return tuple(rows)


def judge(values: Sequence[float | None], intervals: Sequence[Interval | None]) -> Verdict:
    """What the values and their 95 % intervals allow one to say about the set.

    Two intervals apart are enough for "differs"; "no clear difference" needs an interval for
    every value, since a value without one could lie anywhere.
    """
    known = [interval for value, interval in zip(values, intervals, strict=True) if value is not None]
    if len(known) < 2:
        return "not comparable"
    given = [interval for interval in known if interval is not None]
    if given and max(interval.low for interval in given) > min(interval.high for interval in given):
        return "differs"
    return "no clear difference" if len(given) == len(known) else "no interval"


def _row(metric: str, figure: str | None, readings: Sequence[_Reading], base: int | None) -> FigureComparison:
    values = tuple(value for value, _ in readings)
    intervals = tuple(interval for _, interval in readings)
    known = [value for value in values if value is not None]
    middle = median(known) if known else None
    start = middle if base is None else values[base]
    return FigureComparison(
        metric=metric,
        figure=figure,
        values=values,
        intervals=intervals,
        median=middle,
        differences=tuple(None if value is None or start is None else value - start for value in values),
        verdict=judge(values, intervals),
        base=base,
    )


def _main(measurement: Measurement | None) -> _Reading:
    if measurement is None or measurement.status != "measured":
        return None, None
    return _reading(measurement.value, measurement.interval)


def _detail(measurement: Measurement | None, figure: str) -> _Reading:
    if measurement is not None and measurement.status == "measured":
        for detail in measurement.details:
            if detail.id == figure:
                return _reading(detail.value, detail.interval)
    return None, None


def _reading(value: float | int | str | None, interval: Interval | None) -> _Reading:
    if value is None or isinstance(value, (str, bool)) or not math.isfinite(value):
        return None, None
    return value, interval
