"""How a metric runs through each article: a strip of paragraphs with a row for each voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from msgspec import Struct

from crossread.model import VOICES, MetricInfo, Reading, Voice
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.messages import t
from crossread.reports.numbers import signed
from crossread.reports.scale import rounded_up
from crossread.telling import number

MOST = 48  # columns of a strip: more could not be told apart on a telephone
_NAMED_ENDS = "−1 to 1"  # in the unit of a metric whose scale is given

_Means = Mapping[tuple[int, Voice], tuple[float, int]]


class CourseCell(Struct, frozen=True, gc=False):
    """One voice in one column: `height` is the mean of its readings as a share of the scale, −1 to 1."""

    height: float
    text: str  # "narrator −0.42 (n = 2)"


class Column(Struct, frozen=True, gc=False):
    """One paragraph, or a few of a long article: a cell for each voice of the course, None where it is silent."""

    number: int  # of its last paragraph but in the first column, which is 1
    href: str
    text: str  # "Paragraph 3: narrator −0.42 (n = 2)"
    cells: tuple[CourseCell | None, ...]


class Strip(Struct, frozen=True, gc=False):
    """One article's columns in reading order; none where the metric has no reading in it."""

    label: str
    columns: tuple[Column, ...]
    grouped: int  # paragraphs in a column
    text: str


class Course(Struct, frozen=True, gc=False):
    """The strips of all articles, on one scale; `most` is the number of columns of the longest."""

    title: str
    unit: str
    reach: str  # what the full height of a bar is
    voices: tuple[Voice, ...]
    most: int
    strips: tuple[Strip, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What the voices are called."""
        return tuple(t(f"voice.{voice}") for voice in self.voices)

    @property
    def grouped(self) -> int:
        """Paragraphs in a column where they are most."""
        return max(strip.grouped for strip in self.strips)


def course_of(info: MetricInfo, bodies: Sequence[Body], anchors: Anchors, labels: Sequence[str]) -> Course | None:
    """The strips of a metric, `bodies` and `labels` with one entry an article; None where none has a course of it."""
    series = [
        next((found.series for found in body.analysis.measurements if found.metric == info.id), ()) for body in bodies
    ]
    voices = tuple(voice for voice in VOICES if any(each.voice == voice for found in series for each in found))
    if not voices:
        return None
    means = [_means(found, body) for found, body in zip(series, bodies, strict=True)]
    largest = max(abs(value) for found in means for value, _ in found.values())
    reach = 1.0 if _NAMED_ENDS in info.unit or not largest else rounded_up(largest)
    strips = []
    for index, (found, body) in enumerate(zip(means, bodies, strict=True)):
        columns = tuple(_columns(info, voices, found, body, anchors, index, reach)) if found else ()
        text = t("course.strip", label=labels[index], title=info.title, n=len(body.zones))
        text = text if columns else t("course.unscored", label=labels[index], title=info.title)
        strips.append(Strip(labels[index], columns, _grouped(body), text))
    return Course(
        info.title,
        info.unit,
        number(reach, 0 if reach >= 1 else 2),
        voices,
        max(1, *(len(strip.columns) for strip in strips)),
        tuple(strips),
    )


def _grouped(body: Body) -> int:
    """Paragraphs in a column, so that no strip has more than `MOST`."""
    return max(1, -(-len(body.zones) // MOST))


def _means(series: Sequence[Reading], body: Body) -> _Means:
    """Mean and number of a voice's readings, by column."""
    grouped = _grouped(body)
    found: dict[tuple[int, Voice], list[float]] = {}
    for each in series:
        found.setdefault((body.paragraph(each.start) // grouped, each.voice), []).append(each.value)
    return {key: (fmean(values), len(values)) for key, values in found.items()}


def _columns(
    info: MetricInfo,
    voices: Sequence[Voice],
    means: _Means,
    body: Body,
    anchors: Anchors,
    article: int,
    reach: float,
) -> Sequence[Column]:
    grouped = _grouped(body)
    columns = []
    for place, first in enumerate(range(0, len(body.zones), grouped)):
        last = min(first + grouped, len(body.zones))
        cells = tuple(_cell(voice, means.get((place, voice)), info.decimals, reach) for voice in voices)
        said = ", ".join(cell.text for cell in cells if cell) or t("course.silent")
        key = "course.paragraph" if last == first + 1 else "course.paragraphs"
        text = t(key, first=first + 1, last=last, values=said)
        columns.append(Column(last if place else 1, anchors.at(article, body.zones[first].start), text, cells))
    return columns


def _cell(voice: Voice, found: tuple[float, int] | None, decimals: int, reach: float) -> CourseCell | None:
    if found is None:
        return None
    mean, n = found
    return CourseCell(
        round(mean / reach, 3), t("course.value", voice=t(f"voice.{voice}"), value=signed(mean, decimals), n=n)
    )
