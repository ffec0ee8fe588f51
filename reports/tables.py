"""A metric's rows side by side: one group for each speaker, person or place, one line for each article."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.model import WORD_UNITS, Analysis, FigureInfo, Measurement, MetricInfo, TableRow
from crossread.reports.annotated import EvidenceList, Layer
from crossread.reports.numbers import NO_CELL, interval_text
from crossread.telling import number

GROUPS = 10  # of a table; the saved result has them all
WIDE = 24  # characters of a cell with words, from which its column needs room
MARKS = 6  # codes of a line; the evidence has them all


class Heading(Struct, frozen=True, gc=False):
    """The head of a column; a `wide` one has words below it."""

    label: str
    unit: str
    wide: bool


class Line(Struct, frozen=True, gc=False):
    """What one article has of a name: a text for each heading, and the marks behind it as (code, anchor)."""

    article: str
    href: str
    cells: tuple[str, ...]
    interval: str
    reason: str
    marks: tuple[tuple[str, str], ...]
    more: int  # marks not listed


class Group(Struct, frozen=True, gc=False):
    """One name with its lines, in the order of the articles."""

    label: str
    lines: tuple[Line, ...]


class Table(Struct, frozen=True, gc=False):
    """A metric's rows, ready to print. `empty` are labels of columns with nothing in any line."""

    headings: tuple[Heading, ...]
    groups: tuple[Group, ...]
    empty: tuple[str, ...]
    more: int  # names not listed

    @property
    def marked(self) -> bool:
        """Whether any line leads to marks."""
        return any(line.marks for group in self.groups for line in group.lines)


def table_of(
    info: MetricInfo,
    layer: Layer,
    articles: Sequence[Analysis],
    labels: Sequence[str],
    evidence: Sequence[EvidenceList],
) -> Table | None:
    """The rows of one metric, a name's lines together; None where no article has rows.

    Names written alike are taken for one over the set. Those high up in any article come first.
    """
    found: dict[str, list[tuple[int, TableRow]]] = {}
    ranks: dict[str, int] = {}
    measurements = [_measurement(article, info.id) for article in articles]
    for index, measurement in enumerate(measurements):
        for rank, row in enumerate(measurement.rows if measurement else ()):
            name = " ".join(row.label.casefold().split())
            ranks[name] = min(rank, ranks.get(name, rank))
            found.setdefault(name, []).append((index, row))
    if not found:
        return None
    shown = sorted(found, key=lambda name: (ranks[name], found[name][0][0]))[:GROUPS]
    rows = [row for name in shown for _, row in found[name]]
    kept = [place for place in range(len(info.columns)) if any(_says(row, place) for row in rows)]
    numbers = [_numbers(measurement) for measurement in measurements]
    groups = []
    for name in shown:
        lines = [
            _line(info, row, kept, labels[index], evidence[index], layer, numbers[index]) for index, row in found[name]
        ]
        groups.append(Group(found[name][0][1].label, tuple(lines)))
    headings = tuple(_heading(info.columns[place], wide=any(_is_wide(row, place) for row in rows)) for place in kept)
    empty = tuple(column.label for place, column in enumerate(info.columns) if place not in kept)
    return Table(headings, tuple(groups), empty, len(found) - len(shown))


def _measurement(article: Analysis, metric: str) -> Measurement | None:
    return next((measurement for measurement in article.measurements if measurement.metric == metric), None)


def _says(row: TableRow, place: int) -> bool:
    return place < len(row.values) and bool(row.values[place])


def _heading(column: FigureInfo, *, wide: bool) -> Heading:
    return Heading(column.label, "" if column.unit in WORD_UNITS else column.unit, wide)


def _is_wide(row: TableRow, place: int) -> bool:
    return place < len(row.values) and len(str(row.values[place])) > WIDE


def _numbers(measurement: Measurement | None) -> dict[tuple[int, int], int]:
    """The number of each piece of evidence, from 1, by its words."""
    found: dict[tuple[int, int], int] = {}
    for index, evidence in enumerate(measurement.evidence if measurement else (), start=1):
        found.setdefault((evidence.start, evidence.end), index)
    return found


def _line(
    info: MetricInfo,
    row: TableRow,
    kept: Sequence[int],
    label: str,
    evidence: EvidenceList,
    layer: Layer,
    numbers: dict[tuple[int, int], int],
) -> Line:
    marked = [numbers[span.start, span.end] for span in row.spans if (span.start, span.end) in numbers]
    head = f"e-{evidence.anchor.removeprefix('m-')}-"
    marks = [(f"{layer.code}{index}", f"{head}{index}") for index in sorted(marked)]
    values = [row.values[place] if place < len(row.values) else None for place in kept]
    return Line(
        label,
        f"#{marks[0][1]}" if marks else f"#{evidence.anchor}",
        tuple(NO_CELL if value is None else number(value, info.decimals) for value in values),
        interval_text(row.interval, info.decimals),
        row.reason,
        tuple(marks[:MARKS]),
        max(len(marks) - MARKS, 0),
    )
