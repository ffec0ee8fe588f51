"""CSV and its relatives: a table with a header, one article or link a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from crossread.errors import InputError
from crossread.reading.columns import choose_columns, known_field
from crossread.reading.decode import decode
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.reading.rows import MAX_LINES, Row, opening, read_rows
from crossread.text.late import late

_ENDINGS = (".csv", ".tsv", ".tab")
_MEDIA_TYPES = ("text/csv", "text/tab-separated-values")
_DELIMITERS = ",;\t|"
_SAMPLE = 200_000  # characters the delimiter is found in
_SAMPLE_ROWS = 50
_END = "\x00end of the table"  # no line of a decoded text holds a zero byte: seen within a cell, a quote is open
_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAYS_DELIMITER = late(r"sep=([,;|\t])\r?\n", re.I)  # Excel's first line
_HEADING = late(r"[\w .:#@/()-]{1,60}")
_URL = late(r"https?://\S")


def recognises(raw: Raw) -> bool:
    """A table by its name, or by its content: headings, one of them for texts or links, over even rows."""
    head = opening(raw)
    if raw.name.lower().endswith(_ENDINGS) or raw.media_type in _MEDIA_TYPES:
        text_like = head.count("\0") * 100 <= len(head)
        return bool(head) and text_like and not head.startswith(("<", "{", "PK\x03", "%PDF-", "\x1f"))
    if "\0" in head or not _might_head_a_table(re.split(r"[\r\n]", head, maxsplit=1)[0]):
        return False
    _, rows, even = _best_table(head, complete=len(raw.data) < 65_536)
    return len(rows) > 1 and len(rows[0]) > 1 and even > 0.8


def _might_head_a_table(line: str) -> bool:
    """Whether a line, split at any delimiter, has the name of a text or link column and others like it."""
    cells = [cell.strip(" \"'") for cell in re.split(r"[,;\t|]", line[:5000])]
    fields = [field for field in map(known_field, cells) if field]
    if len(cells) < 2 or not {"text", "html", "url"} & set(fields) or not all(map(_HEADING.fullmatch, cells)):
        return False
    return len(fields) > 1 or not any(" " in cell for cell in re.split(r"[,;\t|]", line[:5000]))


def read(raw: Raw) -> Iterator[Item]:
    """An article or link a row; a row of another width than the header is a problem and the others go on."""
    data, zeros = raw.data, 0
    if 0 < data.count(0) < len(data) / 1000:  # what a database export leaves behind; UTF-16 has far more
        zeros = data.count(0)
        data = data.replace(b"\0", b"")
    text, _ = decode(data, raw.where)
    text = text.replace("\0", "")
    said = _SAYS_DELIMITER.match(text)
    first = 2 if said else 1
    text = text[said.end() :] if said else text
    # The module's own limit is one for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + len(_END)))
    asked = raw.columns.values()
    delimiter = said[1] if said else _best_table(text[:_SAMPLE], len(text) <= _SAMPLE, asked)[0]
    table = _table(text, delimiter, first)
    header = next((cells for _, cells in table), [])
    if not header:
        raise InputError(f"{raw.where}: the table is empty; there is nothing to read")
    _check_header(raw, header)
    columns = choose_columns(raw, [cell for cell in header if cell])
    yield from read_rows(raw, columns, _rows(table, header))
    if text.count("\n") > MAX_LINES:
        yield Problem(raw.part or "table", f"only the first {MAX_LINES:,} lines were read; split the file")
    if zeros:
        yield Problem(raw.part or "table", f"zero bytes within it were left out ({zeros})")


def _check_header(raw: Raw, header: Sequence[str]) -> None:
    if any(_END in cell for cell in header):
        raise InputError(f"{raw.where}: line 1: a quotation mark in the header is never closed; close it")
    if any(len(cell) > 200 or _URL.match(cell) for cell in header):
        raise InputError(
            f"{raw.where}: line 1 looks like a row and not like a header; put a line of column names before it, "
            "as in title,text,url"
        )


def _rows(table: Iterator[tuple[int, list[str]]], header: Sequence[str]) -> Iterator[Row | Problem]:
    for number, (line, cells) in enumerate(table, 1):
        if any(_END in cell for cell in cells):
            message = "a quotation mark opened in this row is never closed; nothing after it was read"
            yield Problem(f"row {number}", f"line {line}: {message}")
            return
        while len(cells) > len(header) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(header):
            yield Problem(f"row {number}", f"line {line}: {_uneven(len(cells), len(header))}")
            continue
        values: dict[str, str] = {}
        for name, cell in zip(header, cells, strict=True):
            values.setdefault(name, cell)
        yield Row(number, values, line)


def _uneven(cells: int, headings: int) -> str:
    advice = "put cells that hold the delimiter in quotation marks" if cells > headings else "fill the row up"
    return f"{cells} {'cell' if cells == 1 else 'cells'} where the header has {headings}; {advice}"


def _table(text: str, delimiter: str, line: int = 1) -> Iterator[tuple[int, list[str]]]:
    """The line each row begins at and its cells, blank rows left out; the header, stripped, first."""
    lines = (match[0] for match in islice(_LINE.finditer(text), MAX_LINES))
    reader = csv.reader(_ended(lines), delimiter=delimiter, skipinitialspace=True)
    seen = 0
    header = True
    for cells in reader:
        start, seen = line + seen, reader.line_num
        if cells == [_END]:
            return
        if any(cell.strip() for cell in cells):
            yield start, [cell.strip() for cell in cells] if header else cells
            header = False


def _ended(lines: Iterator[str]) -> Iterator[str]:
    yield from lines
    yield _END


def _best_table(text: str, complete: bool, asked: Collection[str] = ()) -> tuple[str, list[list[str]], float]:
    """The delimiter that makes the evenest table under a header with names we know, its rows, and how even.

    Evenness is the share of rows as wide as the header. The last row of a cut sample may be cut too.
    """
    best: tuple[tuple[bool, float, int, int], str, list[list[str]], float] | None = None
    for place, delimiter in enumerate(_DELIMITERS):
        try:
            rows = [cells for _, cells in islice(_table(text, delimiter), _SAMPLE_ROWS + 1)]
        except csv.Error:
            continue
        if len(rows) > 1 and (not complete or len(rows) > _SAMPLE_ROWS):
            rows.pop()
        if not rows:
            continue
        known = sum(cell in asked or bool(known_field(cell)) for cell in rows[0])
        even = sum(len(cells) == len(rows[0]) for cells in rows[1:]) / max(len(rows) - 1, 1)
        score = (len(rows[0]) > 1 and known > 0, even if len(rows[0]) > 1 else 0.0, known, -place)
        if best is None or score > best[0]:
            best = (score, delimiter, rows, even)
    return best[1:] if best else (",", [], 0.0)


READER = Reader("csv", "CSV", _ENDINGS, recognises, read, max_bytes=200_000_000)
