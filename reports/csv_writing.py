"""Rows as CSV: RFC 4180 in UTF-8, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from crossread.model import Result
from crossread.reports.visible import visible
from crossread.telling import letter

BOM = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine
Field = str | int | float | None

# What begins a formula (OWASP, "CSV Injection"), in full width too. Where commas stand in decimals a spreadsheet
# begins a new cell at a semicolon. Apostrophes before it count, so that taking one away again is unambiguous.
_FORMULA = re.compile("(^|;)(\\s*)(?='*[=+\\-@＝＋－＠])")


class Source(Struct, frozen=True, gc=False):
    """The columns that say which article a row is about, alike in both files; "" for what the copy does not say."""

    report: str
    article: str
    input: str
    article_id: str
    publisher: str
    title: str
    published: str


def sources(result: Result) -> tuple[Source, ...]:
    """One for each article, in the result's order."""
    found = []
    for index, analysis in enumerate(result.articles):
        said = (analysis.metadata.publisher, analysis.metadata.title, analysis.metadata.published)
        publisher, title, published = (each.value if each else "" for each in said)
        where = analysis.origin.where
        found.append(Source(result.report, letter(index), where, analysis.id, publisher, title, published))
    return tuple(found)


def csv_bytes(columns: Iterable[str], rows: Iterable[Iterable[Field]]) -> bytes:
    """The heading and the rows; lines end in CR LF, and a byte order mark comes first."""
    import csv
    from io import StringIO

    page = StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(field) for field in row] for row in rows)
    return (BOM + page.getvalue()).encode("utf-8")


def _cell(field: Field) -> Field:
    """A number as it is, a whole one without a point; text on one line that is no formula and hides nothing."""
    if isinstance(field, str):
        return _FORMULA.sub(r"\1\2'", " ".join(visible(field).split()))
    if isinstance(field, float) and field.is_integer():
        return int(field)  # a count in a place for fractions comes back from a saved result as 12.0
    return field
