"""Measurements: figures of the articles whose 95 % intervals do not overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.chance import chance, expected_apart, false_shares
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
# A difference as large as can be, by what the metric is about. How persons are named is mostly an outlet's style
# book: “Mr. Reed” in one paper, “Reed” in another.
_WEIGHT = {"sourcing": 0.6, "certainty": 0.6, "tone": 0.6, "framing": 0.6, "form": 0.1, "further": 0.4}
_STYLE_BOOK = frozenset({"naming"})
_HOUSE_STYLE = 0.1
_SUREST = 0.95
_LEAST_SURE = 0.05
_STEM = 4  # letters by which "hedges" and "hedging" are one word
_MAIN = 6  # metrics named that do not differ
_ROUND_ZERO = "−1 to 1"  # a scale on which 0.01 is not a tenth of 0.1
_CLAUSE = re.compile(r"[,.:(]")  # where the first clause of a metric's meaning ends
_WHOLE = 10  # from this on percentages are told without decimals


class _Label(Struct, frozen=True):
    """What a figure is called, in a sentence with what it means, and the size of a difference as large as can be."""

    text: str
    unit: str
    decimals: int
    weight: float = 0.4
    meaning: str = ""


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """A finding for each figure that differs clearly, the largest and surest first, then how many do not.

    Each is as certain as chance allows: of as many figures compared, some stand apart by chance.
    """
    labels = _labels(coverage.metrics)
    compared = [figure for figure in coverage.figures if figure.verdict in ("differs", "no clear difference")]
    doubts = false_shares([1.0 if _flat(figure) else chance(figure) for figure in compared])
    clear = []
    for figure, doubt in zip(compared, doubts, strict=True):
        if figure.verdict == "differs" and not _flat(figure):
            label = labels.get((figure.metric, figure.figure), _Label(figure.metric, "", 1))
            clear.append(_clear(coverage, figure, label, doubt))
    yield from sorted(clear, key=lambda finding: -finding.size * finding.certainty)
    if len(clear) < len(compared):
        yield _alike(coverage, compared, len(clear), labels)


def _clear(coverage: Coverage, figure: FigureComparison, label: _Label, doubt: float) -> Finding:
    return KIND.finding(
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
        size=label.weight * _spread(figure, label),
        certainty=min(_SUREST, max(_LEAST_SURE, 1 - doubt)),
    )


def _alike(
    coverage: Coverage,
    compared: Sequence[FigureComparison],
    clear: int,
    labels: Mapping[tuple[str, str | None], _Label],
) -> Finding:
    """How many figures with an interval do not differ clearly, the main ones by name, and how many would by chance."""
    cells = []
    for analysis, column in zip(coverage.analyses, coverage.columns, strict=True):
        count = sum(figure.intervals[column] is not None for figure in compared)
        cells.append(Cell(analysis.id, counted(count, "figure"), value=count))
    alike = [figure for figure in compared if figure.verdict != "differs" or _flat(figure)]
    main = [labels[each.metric, None] for each in alike if each.figure is None and (each.metric, None) in labels]
    named = [_small(label.text) for label in main if label.weight >= _WEIGHT["further"]]
    how_many = f"{len(alike)} of {counted(len(compared), 'figure')}" if clear else counted(len(alike), "figure")
    among = f", among them {listed(named, _MAIN)}" if named else ""
    by_chance = number(sum(map(expected_apart, compared)), 1)
    sentence = (
        f"No clear difference between {coverage.named(coverage.orders)} in {how_many} with a 95 % interval{among}; "
        f"by chance alone, up to {by_chance} of {len(compared)} would be expected to stand apart."
    )
    return KIND.finding(["alike"], "Figures without a clear difference", sentence, cells)


def _labels(metrics: Sequence[MetricInfo]) -> Mapping[tuple[str, str | None], _Label]:
    found: dict[tuple[str, str | None], _Label] = {}
    for info in metrics:
        weight = _HOUSE_STYLE if info.id in _STYLE_BOOK else _WEIGHT[info.theme]
        meaning = _small(_CLAUSE.split(info.meaning, maxsplit=1)[0].strip())
        found[info.id, None] = _Label(info.title, info.unit, info.decimals, weight, meaning)
        for figure in info.figures:
            if figure.unit not in WORD_UNITS:
                beside = "" if _says(figure.label, info.title) else _small(info.title)
                found[info.id, figure.id] = _Label(figure.label, figure.unit, info.decimals, weight, beside)
    return found


def _says(label: str, title: str) -> bool:
    """Whether a figure's name says of which metric it is: "hedged sentences" of "hedging"."""
    stems = {word[:_STEM] for word in title.casefold().split()}
    return any(word[:_STEM] in stems for word in label.casefold().split() if len(word) >= _STEM)


def _small(title: str) -> str:
    """A title within a sentence."""
    return title[:1].lower() + title[1:]


def _flat(figure: FigureComparison) -> bool:
    """An interval without width comes of too few sentences that vary: it says nothing of chance."""
    return any(interval is not None and interval.low >= interval.high for interval in figure.intervals)


def _spread(figure: FigureComparison, label: _Label) -> float:
    """The distance of the extreme values, 0 to 1: by the larger of them, or on a scale round 0 by its half."""
    values = [value for value in figure.values if value is not None]
    largest = 1.0 if label.unit.endswith(_ROUND_ZERO) else max(map(abs, values), default=0.0)
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
    known = [each for each in figure.values if each is not None]
    whole = all(float(each).is_integer() for each in known)
    whole = whole or (label.unit.startswith("%") and max(known) >= _WHOLE)
    return number(value if value is None or not whole else round(value), label.decimals)


def _sentence(coverage: Coverage, figure: FigureComparison, label: _Label) -> str:
    """ "Loaded wording (how often …): 4.20 per 100 words in A and 0.00 in C; the 95 % intervals do not overlap." """
    percent = label.unit.startswith("% ")
    within = percent or label.unit.startswith("per ")
    values: list[str] = []
    for place, value in enumerate(figure.values):
        if value is not None:
            shown = _shown(figure, value, label)
            unit = f" {label.unit}" if within and not values else " %" if percent else ""
            values.append(f"{shown}{unit} in {coverage.letter_at(place)}")
    beside = "; ".join(filter(None, (label.meaning, "" if within else label.unit)))
    head = f"{label.text} ({beside})" if beside else label.text
    return f"{head}: {listed(values)}; the 95 % intervals do not overlap{_apart(coverage, figure)}."


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
        "Of the figures that do not differ some stand apart by chance: how many, stands with those alike.",
        "Chance is reckoned from the widths of the intervals, as of normal estimates that are independent.",
    ),
    rules=(
        FindingRule("differs", "differs", "At least two articles' intervals are apart; certain as chance allows.", 0.9),
        FindingRule("alike", "no clear difference", "How many figures' intervals overlap in all articles.", 0.95),
    ),
    unmeasured="the coverage of the intervals was measured in simulations (docs/evaluation.md)",
    languages=(),
    find=find,
)
