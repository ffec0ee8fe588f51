"""JSON Lines: one JSON object a line, one article a line."""

from __future__ import annotations

import io
from collections.abc import Iterator

from crossread.reading.decode import decode
from crossread.reading.formats.json import make_row, parse_value, read_objects
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.reading.rows import MAX_LINES, Row, opening

_ENDINGS = (".jsonl", ".ndjson")


def recognises(raw: Raw) -> bool:
    """Two lines that are objects each; one is enough where the name says so."""
    head = opening(raw)
    if head[:1] != "{":
        return False
    if raw.name.lower().endswith(_ENDINGS):
        return True
    first, _, rest = head.partition("\n")
    if rest.lstrip()[:1] != "{":
        return False
    try:
        value, end = parse_value(first)
    except ValueError:
        return False
    return isinstance(value, dict) and not first[end:].strip()


def read(raw: Raw) -> Iterator[Item]:
    """An article or link a line; a broken line is a problem and the others go on."""
    yield from read_objects(raw, _rows(raw))


def _rows(raw: Raw) -> Iterator[Row | Problem]:
    number = 0
    for line, text in enumerate(_lines(raw), 1):
        if line > MAX_LINES:
            yield Problem("rows", f"only the first {MAX_LINES:,} lines were read; split the file")
            return
        text = text.strip().lstrip("\ufeff")
        if not text:
            continue
        number += 1
        try:
            value, end = parse_value(text, 0, line)
        except ValueError as error:
            yield Problem(f"row {number}", str(error))
            continue
        if text[end:].strip():
            yield Problem(f"row {number}", f"line {line}, column {end + 1}: something follows the end of the object")
        else:
            yield make_row(number, value, line)


def _lines(raw: Raw) -> Iterator[str]:
    """Line by line, as a file of rows can be large; a line in another encoding harms no other."""
    if b"\0" in raw.data[:4] or raw.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, _ = decode(raw.data, raw.where)  # UTF-16
        yield from text.split("\n")
        return
    for line in io.BytesIO(raw.data):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("windows-1252", "replace")


READER = Reader("jsonl", "JSON Lines", _ENDINGS, recognises, read, max_bytes=200_000_000)
