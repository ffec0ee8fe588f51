"""NAME-measurements.csv: a row for each article, metric, figure and voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import astuple, fields

from crossread.model import (
    VOICES,
    Detail,
    FigureComparison,
    Interval,
    Measurement,
    MetricInfo,
    Result,
    Standing,
    Status,
    VoiceValue,
)
from crossread.reports.csv_writing import Field, Source, csv_bytes, sources
from crossread.reports.rows import verdict_of, voice_reason
from crossread.telling import letter

WHOLE = "all"  # the voice of a value that is not of one voice


class Figure(Struct, frozen=True, gc=False):
    """The columns of a row after those of its article; docs/csv.md describes each."""

    metric: str
    figure: str
    label: str
    voice: str
    value: float | int | None
    text: str
    unit: str
    n: int | None
    n_unit: str
    low: float | None
    high: float | None
    status: Status
    reason: str
    verdict: str = ""
    difference: float | None = None
    difference_from: str = ""
    below: float | None = None
    below_n: int | None = None
    crossed: str = ""


COLUMNS = tuple(field.name for kind in (Source, Figure) for field in fields(kind))

Known = tuple[str, str | None]  # metric and figure


class Beside(Struct, frozen=True, gc=False):
    """What the result says of one article's figures beyond their values, by metric and figure."""

    index: int
    compared: Mapping[Known, FigureComparison]
    standings: Mapping[Known, Standing]
    crossings: Mapping[str, str]

    def columns(self, metric: str, figure: str | None) -> dict[str, Field]:
        """The columns that hold a figure against others."""
        found: dict[str, Field] = {"crossed": self.crossings.get(_named(metric, figure), "")}
        compared = self.compared.get((metric, figure))
        if compared is not None:
            found["verdict"] = verdict_of(compared)
            difference = compared.differences[self.index]
            if difference is not None and compared.verdict != "not comparable":
                found["difference"] = difference
                found["difference_from"] = "median" if compared.base is None else letter(compared.base)
        standing = self.standings.get((metric, figure))
        if standing is not None:
            found |= {"below": standing.below, "below_n": standing.n}
        return found


def measurements_csv(result: Result) -> bytes:
    """The file; the same result gives the same bytes, whether it was just made or saved and read again."""
    return csv_bytes(COLUMNS, _rows(result))


def _rows(result: Result) -> Iterator[tuple[Field, ...]]:
    infos = {info.id: info for info in result.metrics}
    for index, (analysis, source) in enumerate(zip(result.articles, sources(result), strict=True)):
        beside = _beside(result, index)
        for measurement in analysis.measurements:
            for figure in _figures(measurement, infos.get(measurement.metric), beside):
                yield (*astuple(source), *astuple(figure))


def _beside(result: Result, index: int) -> Beside:
    article = result.articles[index].id
    comparison, reference = result.comparison, result.reference
    placements = reference.placements if reference else ()
    return Beside(
        index,
        {(each.metric, each.figure): each for each in (comparison.figures if comparison else ())},
        {(each.metric, each.figure): each for p in placements if p.article == article for each in p.standings},
        {each.figure: each.side for each in result.crossings if each.article == article},
    )


def _figures(measurement: Measurement, info: MetricInfo | None, beside: Beside) -> Iterator[Figure]:
    """The metric's own value, then that of each voice, then its further figures."""
    title = info.title if info else measurement.metric
    yield Figure(
        metric=measurement.metric,
        figure=measurement.metric,
        label=title,
        voice=WHOLE,
        value=measurement.value,
        text="",
        unit=measurement.unit,
        n=measurement.n,
        n_unit=measurement.n_unit,
        low=_low(measurement.interval),
        high=_high(measurement.interval),
        status=measurement.status,
        reason=measurement.reason,
        **beside.columns(measurement.metric, None),  # type: ignore[arg-type]
    )
    voices = sorted(measurement.by_voice.items(), key=lambda item: ([*VOICES, item[0]].index(item[0]), item[0]))
    for voice, value in voices:
        yield _of_voice(measurement, title, voice, value)
    declared = {figure.id: (figure.label, figure.unit) for figure in info.figures} if info else {}
    for detail in measurement.details:
        label, unit = declared.get(detail.id, (detail.id, ""))
        yield _of_detail(measurement, detail, label, unit, beside)


def _of_voice(measurement: Measurement, title: str, voice: str, value: VoiceValue) -> Figure:
    return Figure(
        metric=measurement.metric,
        figure=measurement.metric,
        label=title,
        voice=voice,
        value=value.value,
        text="",
        unit=measurement.unit,
        n=value.n,
        n_unit=measurement.n_unit,
        low=None,
        high=None,
        status=_status(measurement, value.value),
        reason=voice_reason(value),
    )


def _of_detail(measurement: Measurement, detail: Detail, label: str, unit: str, beside: Beside) -> Figure:
    words = isinstance(detail.value, str)
    return Figure(
        metric=measurement.metric,
        figure=_named(measurement.metric, detail.id),
        label=label,
        voice=WHOLE,
        value=None if isinstance(detail.value, str) else detail.value,
        text=str(detail.value) if words else "",
        unit=unit,
        n=detail.n,
        n_unit="",
        low=_low(detail.interval),
        high=_high(detail.interval),
        status=_status(measurement, detail.value),
        reason=detail.reason,
        **beside.columns(measurement.metric, detail.id),  # type: ignore[arg-type]
    )


def _named(metric: str, figure: str | None) -> str:
    """A figure's name as `thresholds` of the configuration has it."""
    return metric if figure is None else f"{metric}.{figure}"


def _status(measurement: Measurement, value: object) -> Status:
    """Of a part of a measurement: not applicable where only that part has no value."""
    return "not_applicable" if measurement.status == "measured" and value is None else measurement.status


def _low(interval: Interval | None) -> float | None:
    """The lower end; none of an interval without width, which tells nothing of chance."""
    return interval.low if interval and interval.low < interval.high else None


def _high(interval: Interval | None) -> float | None:
    return interval.high if interval and interval.low < interval.high else None
