"""How figures are spread over many articles: what `crossread baseline` makes of a corpus, as a file of figures.

The file holds no text. Its form is `SCHEMA` of this module; docs/configuration.md describes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from crossread.errors import InputError
from crossread.model import Analysis, Lengths, Metadata, MetricInfo

SCHEMA = "crossread/baseline/1"
NONE, DEFAULT = "none", "default"  # what a configuration may write in place of a file
SHIPPED = Path(__file__).parent / "data" / "us_politics_news_2010_2016.json"

_DIGITS = 3  # significant, of a value; a value is rounded alike before it is looked up
_UNSTATED = "report"  # the genre of a copy that says nothing of it

FigureKey = tuple[str, str | None]


class Spread(Struct, frozen=True):
    """One figure over the corpus: `points` are values in ascending order that stand for equal shares of the articles.

    `figure` is None for a metric's main value. `n` articles have a value.
    """

    metric: str
    figure: str | None
    unit: str
    n: int
    points: tuple[float, ...]

    @property
    def key(self) -> FigureKey:
        """The figure's name."""
        return self.metric, self.figure

    def standing(self, value: float) -> tuple[float, float]:
        """The share of the articles with a lower value, those with an equal one counted half, and the latter; in %."""
        sought, count = rounded(value), len(self.points)
        lower, upper = bisect_left(self.points, sought), bisect_right(self.points, sought)
        return 50 * (lower + upper) / count, 100 * (upper - lower) / count

    def quantile(self, share: float) -> float:
        """The value that `share` % of the articles stay below: between two points, by as much as it lies between."""
        at = min(max(share / 100 * len(self.points) - 0.5, 0), len(self.points) - 1)
        below = int(at)
        lower, upper = self.points[below], self.points[min(below + 1, len(self.points) - 1)]
        return rounded(lower + (at - below) * (upper - lower))


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """A corpus in figures. `of` is what its articles are called: "news reports"."""

    schema: str
    name: str
    of: str
    note: str
    articles: int
    language: str | None  # of most articles
    genres: Mapping[str, int]
    words: Lengths
    version: str
    lexicons: Mapping[str, str]  # file name -> sha256
    figures: tuple[Spread, ...]


def figures_of(analysis: Analysis) -> Iterator[tuple[FigureKey, float, int | None]]:
    """Every number measured in an article with its n: the main values and the figures beside them."""
    for measurement in analysis.measurements:
        if measurement.status != "measured":
            continue
        if measurement.value is not None:
            yield (measurement.metric, None), float(measurement.value), measurement.n
        for detail in measurement.details:
            if isinstance(detail.value, int | float):
                yield (measurement.metric, detail.id), float(detail.value), detail.n


def figure_units(metrics: Sequence[MetricInfo]) -> dict[FigureKey, str]:
    """The unit of each figure the metrics declare, the main values first."""
    units: dict[FigureKey, str] = {(info.id, None): info.unit for info in metrics}
    return units | {(info.id, figure.id): figure.unit for info in metrics for figure in info.figures}


def genre_of(metadata: Metadata) -> str:
    """What kind of piece the copy says it is; a report where it says nothing."""
    return metadata.genre.value if metadata.genre else _UNSTATED


def rounded(value: float) -> float:
    """A value as the file holds it."""
    return float(f"{value:.{_DIGITS}g}")


def dumps(baseline: Baseline) -> bytes:
    """The baseline as JSON, a figure a line."""
    head = msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(baseline, figures=())), indent=1)
    lines = b",\n".join(b"  " + _short(msgspec.json.encode(spread)) for spread in baseline.figures)
    return head.replace(b'"figures": []', b'"figures": [\n' + lines + b"\n ]") + b"\n"


def _short(line: bytes) -> bytes:
    """The line with whole numbers written without their ".0"."""
    return line.replace(b".0,", b",").replace(b".0]", b"]")


def save(baseline: Baseline, path: Path) -> None:
    """Write the baseline. Raises InputError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dumps(baseline))
    except OSError as error:
        raise InputError(f"{path.as_posix()}: cannot be written ({error.strerror})") from None


def loads(data: bytes, locator: str) -> Baseline:
    """The baseline in `data`. Raises InputError for anything else."""
    try:
        baseline = msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{locator}: this is no file of `crossread baseline`: {error}") from None
    if baseline.schema != SCHEMA:
        raise InputError(f'{locator}: its schema is "{baseline.schema}", expected "{SCHEMA}"; make the file anew')
    if any(not spread.points for spread in baseline.figures):
        raise InputError(f"{locator}: a figure without points; make the file anew")
    return baseline


def load(path: Path) -> Baseline:
    """The baseline in a file. Raises InputError when it cannot be read as one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.as_posix()}: cannot be read ({error.strerror}); check the path") from None
    return loads(data, path.as_posix())


@cache
def default_baseline() -> Baseline:
    """The baseline shipped with crossread."""
    return load(SHIPPED)
