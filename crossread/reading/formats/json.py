"""JSON: one article, a list of articles, or an object that holds such a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from crossread.errors import InputError
from crossread.reading.columns import choose_columns, collect_names, known_field
from crossread.reading.decode import decode
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.reading.rows import Row, opening, read_rows
from crossread.text.late import late

_AHEAD = 1000  # rows whose keys decide which columns there are
_MAX_OBJECT = 50_000_000  # characters of one value: an object is held whole, a list is not
_LISTS = (
    "articles", "items", "data", "results", "docs", "documents", "rows", "records", "entries", "stories", "posts",
    "pages", "hits", "response", "@graph",
)  # fmt: skip
_SPACE = late(r"[ \t\r\n]*")
_START = late(r'\{\s*"|\[\s*\{|\[\s*\]\s*$|\{\s*\}\s*$')


def recognises(raw: Raw) -> bool:
    """A JSON object or a list of them; whatever opens like JSON where the name or the server says JSON."""
    head = opening(raw)
    if raw.name.lower().endswith(".json") or raw.media_type.endswith(("/json", "+json")):
        return head[:1] in ("{", "[")
    return _START.match(head) is not None


def read(raw: Raw) -> Iterator[Item]:
    """An article or link a row; a list that breaks off gives the rows before the break."""
    text, _ = decode(raw.data, raw.where)
    yield from read_objects(raw, _rows(text, raw.where))


def read_objects(raw: Raw, rows: Iterator[Row | Problem]) -> Iterator[Item]:
    """The articles in rows whose names are not known beforehand: the first thousand rows tell them."""
    ahead = list(islice(rows, _AHEAD))
    names = collect_names(row.values for row in ahead if isinstance(row, Row))
    columns = choose_columns(raw, names) if names else {}
    yield from read_rows(raw, columns, chain(ahead, rows))


def _rows(text: str, where: str) -> Iterator[Row | Problem]:
    """Items of a list, one object and what it holds, or several objects one after the other."""
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        yield from _items(text, at + 1)
        return
    number = 0
    while at < len(text):
        try:
            value, at = _object(text, at, bool(number))
        except ValueError as error:
            if not number:
                raise InputError(f"{where}: {error}") from error
            yield Problem(f"row {number + 1}", f"{error}; nothing after it was read")
            return
        found = [value] if number or at < len(text) else find_rows(value)
        for each in found:
            number += 1
            yield make_row(number, each)


def _object(text: str, at: int, another: bool) -> tuple[Any, int]:
    if another and text[at] != "{":
        raise ValueError(f"{_position(text, at)}: something follows the end of the JSON")
    if len(text) - at > _MAX_OBJECT:
        raise ValueError(f"one object of more than {_MAX_OBJECT // 1_000_000} MB; save it as JSONL, a row a line")
    value, at = parse_value(text, at)
    return value, _skip(text, at)


def _items(text: str, at: int) -> Iterator[Row | Problem]:
    number = 0
    at = _skip(text, at)
    while text[at : at + 1] != "]":
        number += 1
        try:
            value, at = parse_value(text, at)
        except ValueError as error:
            yield Problem(f"row {number}", f"{error}; nothing after it was read")
            return
        yield make_row(number, value)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            yield Problem(f"row {number}", f"{_position(text, at)}: a comma or ] is missing; nothing after it was read")
            return


def parse_value(text: str, at: int = 0, line: int = 1) -> tuple[Any, int]:
    """The JSON value that begins at `at`, and where it ends. Raises ValueError with line and column."""
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        reason = (error.msg[:1].lower() + error.msg[1:]).removesuffix(" starting at")
        place = f"line {line + error.lineno - 1}, column {error.colno}"
        raise ValueError(f"{place}: this is not valid JSON ({reason})") from None
    except RecursionError:
        raise ValueError(f"{_position(text, at, line)}: this JSON is nested too deeply to be read") from None


def _whole_number(digits: str) -> int | float:
    """Python refuses to read whole numbers beyond some thousand digits; no article needs them exact."""
    return int(digits) if len(digits) < 400 else float(digits)


# Exports often hold bare line ends within strings: strict=False takes them.
_DECODER = json.JSONDecoder(strict=False, parse_int=_whole_number)


def find_rows(value: Any, depth: int = 0) -> Sequence[Any]:
    """The list of articles within an object, or the object itself as the only one."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping) or any(
        isinstance(each, str) and each and known_field(key) in ("text", "html") for key, each in value.items()
    ):
        return [value]
    lower = {key.lower(): each for key, each in value.items()}
    for key in _LISTS:
        inner = lower.get(key)
        if isinstance(inner, list) and (not inner or any(isinstance(each, Mapping) for each in inner)):
            return inner
        if isinstance(inner, Mapping) and depth < 3:
            found = find_rows(inner, depth + 1)
            if len(found) != 1 or found[0] is not inner:
                return found
    return [value]


def make_row(number: int, value: Any, line: int = 0) -> Row | Problem:
    """A row of a JSON value; a bare address counts as one too."""
    if isinstance(value, Mapping):
        source = value.get("_source")  # how search engines wrap what they found
        return Row(number, source if isinstance(source, Mapping) else value, line)
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return Row(number, {"url": value}, line)
    place = f"line {line}: " if line else ""
    return Problem(f"row {number}", f'{place}an object is expected here, as in {{"title": ..., "text": ...}}')


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _position(text: str, at: int, line: int = 1) -> str:
    return f"line {line + text.count(chr(10), 0, at)}, column {at - text.rfind(chr(10), 0, at)}"


READER = Reader("json", "JSON", (".json",), recognises, read, max_bytes=200_000_000)
