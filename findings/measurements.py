"""Measurements: figures of the articles whose 95 % intervals do not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.coverage import Coverage
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import (
    WORD_UNITS,
    Analysis,
    Cell,
    FigureComparison,
    Finding,
    FindingRule,
    Interval,
    MetricInfo,
    Span,
)
from crossread.telling import counted, listed, number

PAIRS = 3  # pairs of articles spelt out
EVIDENCE = 12  # places shown for a figure; all of them stand in the measurement


class _Label(Struct, frozen=True):
    """What a figure is called in a sentence."""

    text: str
    unit: str
    decimals: int


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """A finding for each figure that differs clearly: main values first, then by the relative spread."""
    labels = _labels(coverage.metrics)
    clear = [figure for figure in coverage.figures if figure.verdict == "differs" and not _flat(figure)]
    for figure in sorted(clear, key=lambda f: (f.figure is not None, -_spread(f))):
        label = labels.get((figure.metric, figure.figure), _Label(figure.metric, "", 1))
        yield KIND.finding(
            ["differs"],
            label.text,
            _sentence(coverage, figure, label),
            [
                _cell(analysis, figure, column, label)
                for analysis, column in zip(coverage.analyses, coverage.columns, strict=True)
                if figure.values[column] is not None
            ],
            base=coverage.against,
            note=f"{figure.metric}.{figure.figure}" if figure.figure else figure.metric,
            size=_spread(figure),
        )
    yield from _alike(coverage, len(clear))


def _alike(coverage: Coverage, clear: int) -> Iterator[Finding]:
    """How many figures with an interval do not differ clearly: what a reader of those that do should know."""
    compared = [figure for figure in coverage.figures if figure.verdict in ("differs", "no clear difference")]
    if len(compared) <= clear:
        return
    cells = []
    for analysis, column in zip(coverage.analyses, coverage.columns, strict=True):
        count = sum(figure.intervals[column] is not None for figure in compared)
        cells.append(Cell(analysis.id, counted(count, "figure"), value=count))
    alike = len(compared) - clear
    how_many = f"{alike} of {counted(len(compared), 'figure')}" if clear else counted(alike, "figure")
    sentence = f"{how_many} with a 95 % interval: no clear difference between {coverage.named(coverage.orders)}."
    yield KIND.finding(["alike"], "Figures without a clear difference", sentence, cells)


def _labels(metrics: Sequence[MetricInfo]) -> Mapping[tuple[str, str | None], _Label]:
    found: dict[tuple[str, str | None], _Label] = {}
    for info in metrics:
        found[info.id, None] = _Label(info.title, info.unit, info.decimals)
        for figure in info.figures:
            if figure.unit not in WORD_UNITS:
                found[info.id, figure.id] = _Label(f"{info.title}, {figure.label}", figure.unit, info.decimals)
    return found


def _flat(figure: FigureComparison) -> bool:
    """An interval without width comes of too few sentences that vary: it says nothing of chance."""
    return any(interval is not None and interval.low >= interval.high for interval in figure.intervals)


def _spread(figure: FigureComparison) -> float:
    """The distance of the extreme values relative to the larger of them, 0 to 1."""
    values = [value for value in figure.values if value is not None]
    largest = max((abs(value) for value in values), default=0.0)
    return min(1.0, (max(values) - min(values)) / largest) if largest else 0.0


def _cell(analysis: Analysis, figure: FigureComparison, column: int, label: _Label) -> Cell:
    return Cell(
        article=analysis.id,
        text=_shown(figure, figure.values[column], label),
        spans=_evidence(analysis, figure),
        value=figure.values[column],
        interval=figure.intervals[column],
    )


def _evidence(analysis: Analysis, figure: FigureComparison) -> tuple[Span, ...]:
    """The first places behind the figure: those of the rules it counts, or all of the metric's."""
    measurement = next((m for m in analysis.measurements if m.metric == figure.metric), None)
    if measurement is None:
        return ()
    rules = next((detail.rules for detail in measurement.details if detail.id == figure.figure), ())
    kept = [e for e in measurement.evidence if not rules or e.rule in rules]
    return tuple(Span(evidence.start, evidence.end) for evidence in kept[:EVIDENCE])


def _shown(figure: FigureComparison, value: float | None, label: _Label) -> str:
    whole = all(each is None or float(each).is_integer() for each in figure.values)
    return number(value, 0 if whole else label.decimals)


def _sentence(coverage: Coverage, figure: FigureComparison, label: _Label) -> str:
    values = [
        f"{_shown(figure, value, label)} in {coverage.letter_at(place)}"
        for place, value in enumerate(figure.values)
        if value is not None
    ]
    unit = f" ({label.unit})" if label.unit else ""
    return f"{label.text}{unit}: {listed(values)}; the 95 % intervals do not overlap{_apart(coverage, figure)}."


def _apart(coverage: Coverage, figure: FigureComparison) -> str:
    """Which articles' intervals do not overlap: of three or more, not all need stand apart."""
    held = [(place, interval) for place, interval in enumerate(figure.intervals) if interval]
    apart = [
        f"{coverage.letter_at(one)} and {coverage.letter_at(other)}"
        for index, (one, a) in enumerate(held)
        for other, b in held[index + 1 :]
        if _separate(a, b)
    ]
    if len(apart) == len(held) * (len(held) - 1) // 2:
        return ""
    more = f" and {counted(len(apart) - PAIRS, 'more pair')}" if len(apart) > PAIRS else ""
    return f" for {'; '.join(apart[:PAIRS])}{more}"


def _separate(one: Interval, other: Interval) -> bool:
    return one.high < other.low or other.high < one.low


KIND = FindingKind(
    id="measurements",
    title="Figures that differ",
    meaning="Figures of the metrics whose 95 % intervals do not overlap between two articles of the set.",
    limits=(
        "Intervals that overlap do not show that two articles are alike: short articles have wide ones.",
        "Of a hundred figures that do not differ a few will look as if they did.",
    ),
    rules=(
        FindingRule("differs", "differs", "At least two articles' intervals are apart.", 0.9),
        FindingRule("alike", "no clear difference", "How many figures' intervals overlap in all articles.", 0.95),
    ),
    unmeasured="the coverage of the intervals was measured in simulations (docs/evaluation.md)",
    languages=(),
    find=find,
)
