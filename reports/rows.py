"""The rows of a metric's table: a value of each article with its count, interval and link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Detail, FigureComparison, Measurement, MetricInfo, Voice, VoiceValue
from crossread.reports.annotated import EvidenceList, slug
from crossread.reports.messages import t
from crossread.reports.numbers import NO_CELL, interval_text, signed
from crossread.reports.standings import Standings
from crossread.telling import letter, number

# The last words of a unit that name what a share is taken of: "% of body words", "per 100 words".
_WHOLE = re.compile(r"(?:^|\s)(?:of|per [\d,]+) ([^\d].*)$")
_SHARE = ("%", "share", "per ")
MEDIAN_FROM = 3  # of two articles the median is the midpoint and says nothing that the values do not


class Cell(Struct, frozen=True, gc=False):
    """One value in one article, as text; `href` leads to the evidence, `reason` says why there is none.

    `href` is empty where the value is words, such as "not found in this copy", with nothing to show.
    """

    value: str
    href: str
    n: str = ""
    interval: str = ""
    difference: str = ""
    reason: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside the value: interval, count, difference from the median or the article chosen."""
        interval = t("row.interval", interval=self.interval) if self.interval else ""
        return tuple(note for note in (interval, self.n, self.difference) if note)


class Row(Struct, frozen=True, gc=False):
    """One figure over all articles. `kind` is "main", "standing", "voice" or "figure".

    `verdict` is empty in rows that are not compared; `unit` where the label says it already.
    """

    anchor: str
    kind: str
    label: str
    unit: str
    meaning: str
    cells: tuple[Cell, ...]
    verdict: str = ""

    @property
    def reading(self) -> str:
        """What the table says of the row; nothing where the note above it or the dashes in it say so."""
        quiet = ("no interval",) if self.kind == "main" else ("no interval", "not comparable")
        return "" if self.verdict in quiet else self.verdict


def main_row(
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
) -> Row:
    """The metric's own value in each article."""
    whole = all(m is None or m.value is None or isinstance(m.value, int) for m in measurements)
    cells = []
    for index, (measurement, found) in enumerate(zip(measurements, evidence, strict=True)):
        if measurement is None:
            cells.append(Cell(t("row.not_measured"), f"#{found.anchor}", reason=t("row.not_run")))
            continue
        measured = measurement.status == "measured"
        value = number(measurement.value, info.decimals) if measured else measurement.status.replace("_", " ")
        said = f"of {measurement.n:,d} {measurement.n_unit}" in info.unit
        amount = _amount(measurement.n, measurement.n_unit) if measured and not said else ""
        interval = interval_text(measurement.interval, info.decimals)
        difference = _difference(compared, index, info.decimals, whole=whole)
        cells.append(Cell(value, f"#{found.anchor}", amount, interval, difference, measurement.reason))
    anchor = f"f-{slug(info.id)}"
    return Row(anchor, "main", info.title, info.unit, info.meaning, tuple(cells), verdict_of(compared))


def standing_row(
    info: MetricInfo, measurements: Sequence[Measurement | None], standings: Sequence[Standings]
) -> Row | None:
    """Where the main values stand among those of the reference; None where it places none of them."""
    places = [
        each.place(info.id, None) if measurement and measurement.status == "measured" else ("", "")
        for each, measurement in zip(standings, measurements, strict=True)
    ]
    among = next((among for _, among in places if among), "")
    if not among:
        return None
    cells = tuple(Cell(rank or NO_CELL, "") for rank, _ in places)
    return Row(f"f-{slug(info.id)}-standing", "standing", t("row.among", among=among), "", "", cells)


def voice_row(
    info: MetricInfo, voice: str, values: Sequence[VoiceValue | None], evidence: Sequence[EvidenceList]
) -> Row:
    """The metric's value in one voice; the main row says what `n` counts."""
    cells = tuple(
        Cell(NO_CELL, "")
        if value is None
        else Cell(
            number(value.value, info.decimals),
            f"#{found.anchor}",
            "" if value.value is None else _amount(value.n),
            reason=voice_reason(value),
        )
        for value, found in zip(values, evidence, strict=True)
    )
    return Row(f"f-{slug(info.id)}-voice-{slug(voice)}", "voice", t("row.voice", voice=voice), info.unit, "", cells)


def voice_reason(value: VoiceValue) -> str:
    """Why a voice has no value."""
    if value.value is not None:
        return ""
    return t("row.too_little", n=f"{value.n:,d}") if value.n else t("row.nothing_in_voice")


def voice_values(measurements: Sequence[Measurement | None], voice: Voice | str) -> list[VoiceValue | None]:
    """The values of one voice, an article after the other."""
    return [m.by_voice.get(voice) if m else None for m in measurements]


def figure_cells(
    figure: str,
    unit: str,
    info: MetricInfo,
    measurements: Sequence[Measurement | None],
    evidence: Sequence[EvidenceList],
    compared: FigureComparison | None,
) -> tuple[Cell, ...]:
    """A further figure's cells."""
    details = [detail_of(measurement, figure) for measurement in measurements]
    whole = all(detail is None or _is_whole(detail) for detail in details)
    decimals = 0 if whole else info.decimals
    cells = []
    for index, (measurement, detail, found) in enumerate(zip(measurements, details, evidence, strict=True)):
        if detail is None:
            # The main row says once why a metric has no value in an article.
            without = measurement is None or measurement.status != "measured"
            cells.append(Cell(NO_CELL, "") if without else Cell(number(None, 0), "", reason=t("row.no_value")))
            continue
        measured = detail.value is not None and not isinstance(detail.value, str)
        cells.append(
            Cell(
                number(detail.value, decimals),
                _href(detail, found),
                _denominator(detail.n, unit) if measured else "",
                interval_text(detail.interval, info.decimals),
                _difference(compared, index, decimals, whole=whole) if measured else "",
                detail.reason,
            )
        )
    return tuple(cells)


def _href(detail: Detail, found: EvidenceList) -> str:
    if isinstance(detail.value, str) and detail.rules and not found.has(detail.rules):
        return ""
    return f"#{found.first(detail.rules)}"


def detail_of(measurement: Measurement | None, figure: str) -> Detail | None:
    """A measurement's detail by its id."""
    return next((d for d in measurement.details if d.id == figure), None) if measurement else None


def _is_whole(detail: Detail) -> bool:
    """Whether the value may be printed without decimals; one with an interval keeps those of its ends."""
    value = detail.value
    return value is None or isinstance(value, str) or (float(value).is_integer() and not detail.interval)


def _denominator(n: int | None, unit: str) -> str:
    """How much a share is taken of, where the unit says that it is one, and so of what: "n = 479"."""
    whole = _WHOLE.search(unit) if unit.startswith(_SHARE) else None
    return _amount(n) if n is not None and whole else ""


def _amount(n: int, unit: str = "") -> str:
    return f"n = {n:,d} {unit}".rstrip()


def verdict_of(compared: FigureComparison | None) -> str:
    """The verdict of a comparison; one that rests on an interval without width is not repeated. "" without one."""
    if compared is None:
        return ""
    flat = any(interval is not None and interval.low >= interval.high for interval in compared.intervals)
    return "no interval" if flat and compared.verdict != "not comparable" else compared.verdict


def _difference(compared: FigureComparison | None, index: int, decimals: int, *, whole: bool) -> str:
    """One article's difference from the median of the set, or from the article chosen: "+3 from median"."""
    if compared is None or compared.verdict == "not comparable" or index >= len(compared.differences):
        return ""
    if compared.base == index or (compared.base is None and len(compared.values) < MEDIAN_FROM):
        return ""
    difference = compared.differences[index]
    if difference is None:
        return ""
    if whole:  # the midpoint of whole numbers is whole or a half
        decimals = 0 if float(difference).is_integer() else 1
    base = t("row.median") if compared.base is None else letter(compared.base)
    return t("row.from", difference=signed(float(difference), decimals), base=base)
