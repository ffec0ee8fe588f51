"""NAME-findings.csv: a row for each finding and each article that has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, fields

from crossread.model import Cell, Finding, FindingKindInfo, Result
from crossread.reports.csv_writing import Field, Source, csv_bytes, sources


class Found(Struct, frozen=True, gc=False):
    """The columns of a row after those of its article; docs/csv.md describes each."""

    finding: str
    kind: str
    rules: str
    label: str
    sentence: str
    note: str
    size: float
    certainty: float
    leads: int | None
    only_in: str
    base: str
    text: str
    value: float | int | None
    unit: str
    low: float | None
    high: float | None
    counts: str
    words: str
    start: int | None
    end: int | None
    places: str


COLUMNS = tuple(field.name for kind in (Source, Found) for field in fields(kind))


def findings_csv(result: Result) -> bytes:
    """The file; of a single article, or where nothing was found, the heading alone."""
    return csv_bytes(COLUMNS, _rows(result))


def _rows(result: Result) -> Iterator[tuple[Field, ...]]:
    if result.comparison is None:
        return
    of_article = {source.article_id: source for source in reversed(sources(result))}
    kinds = {info.id: info for info in result.comparison.kinds}
    leading = {finding: place for place, finding in enumerate(result.comparison.key, 1)}
    for found in result.comparison.found:
        for finding in found.findings:
            for cell in finding.cells:
                row = _row(finding, cell, kinds.get(found.kind), leading.get(finding.id), of_article)
                yield (*astuple(of_article[cell.article]), *astuple(row))


def _row(
    finding: Finding, cell: Cell, kind: FindingKindInfo | None, leads: int | None, of_article: Mapping[str, Source]
) -> Found:
    first = cell.spans[0] if cell.spans else None
    return Found(
        finding=finding.id,
        kind=finding.kind,
        rules=" ".join(finding.rules),
        label=finding.label,
        sentence=finding.sentence,
        note=finding.note,
        size=finding.size,
        certainty=finding.certainty,
        leads=leads,
        only_in=of_article[finding.only_in].article if finding.only_in else "",
        base=of_article[finding.base].article if finding.base else "",
        text=cell.text,
        value=cell.value,
        unit=kind.unit if kind and cell.value is not None else "",
        low=cell.interval.low if cell.interval else None,
        high=cell.interval.high if cell.interval else None,
        counts=_object(cell.counts),
        words=_object(cell.words),
        start=first.start if first else None,
        end=first.end if first else None,
        places=" ".join(f"{span.start}..{span.end}" for span in cell.spans),
    )


def _object(numbers: Mapping[str, int]) -> str:
    """A JSON object; "" of nothing."""
    return msgspec.json.encode(numbers).decode() if numbers else ""
