"""The saved result: back as it was, and refused with a reason when it is not one."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import crossread
from crossread.errors import InputError
from crossread.model import Result
from crossread.result import dumps, json_schema, load, loads

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def result() -> Result:
    return crossread.compare(SEEDS)


def test_a_result_comes_back_as_it_was(result: Result) -> None:
    data = dumps(result)
    again = loads(data)
    assert dumps(again) == data
    assert again.articles == result.articles
    assert again.comparison == result.comparison
    assert again.metrics == result.metrics


def test_the_file_is_readable_json_that_ends_in_a_newline(result: Result, tmp_path: Path) -> None:
    data = dumps(result)
    assert data.endswith(b"}\n")
    assert json.loads(data)["schema"] == "crossread/result/1"
    (tmp_path / "saved.json").write_bytes(data)
    assert load(tmp_path / "saved.json").articles == result.articles


def test_a_result_fits_its_own_json_schema(result: Result) -> None:
    jsonschema.validate(json.loads(dumps(result)), json_schema())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not valid JSON"),
        (b'{"schema": "crossread/result/1", "tool"', "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b'{"schema": "\xff"}', "not valid JSON: it is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "names no schema"),
        (b'{"articles": []}', "names no schema"),
        (b'{"schema": 1}', "names no schema"),
        (b'{"schema": "https://example.org/feed"}', 'not a result: its schema is "https://example.org/feed"'),
        (b'{"schema": "crossread/result/99"}', "a result of another crossread with the schema .crossread/result/99"),
        (b'{"schema": "crossread/result/2", "tool": {"version": "3.1"}}', "a result of crossread 3.1 with the schema"),
        (b'{"schema": "crossread/result/2", "tool": 1}', "render it with the one that made it"),
        (b'{"schema": "crossread/result/1"}', "damaged"),
        (b'{"schema": "crossread/result/1", "tool": 3}', "damaged"),
    ],
)
def test_what_is_no_result_is_refused_by_name_and_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.as_posix()}:")
    assert "\n" not in str(caught.value)


def test_a_result_cut_short_is_refused(result: Result) -> None:
    data = dumps(result)
    half = data[: len(data) // 2]
    line, column = half.count(b"\n") + 1, len(half.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    with pytest.raises(InputError, match=rf"^x\.json:{line}:{column}: this is not valid JSON"):
        loads(half, "x.json")


def test_a_sign_too_many_is_told_with_line_and_column() -> None:
    with pytest.raises(InputError, match=r"^x\.json:3:9: this is not valid JSON"):
        loads('{\n "schema": "é",\n "é": 1,,\n}'.encode(), "x.json")


def test_a_byte_order_mark_is_no_damage(result: Result) -> None:
    assert loads(b"\xef\xbb\xbf" + dumps(result)).articles == result.articles


def test_a_result_of_an_older_version_without_the_newer_fields_is_read(result: Result) -> None:
    plain = json.loads(dumps(result))
    plain["tool"]["version"] = "0.0.1"
    for name in ("reference", "warnings", "crossings"):
        del plain[name]
    for article in plain["articles"]:
        del article["links"], article["cut"]
    assert loads(json.dumps(plain).encode()).tool.version == "0.0.1"


BEYOND = 10**9


@pytest.mark.parametrize(
    ("place", "value", "path"),
    [
        (("articles", 0, "zones", 3, "end"), BEYOND, "$.articles[0].zones[3]"),
        (("articles", 0, "zones", 3, "start"), -1, "$.articles[0].zones[3]"),
        (("articles", 1, "voices", 0, "start"), BEYOND, "$.articles[1].voices[0]"),
        (("articles", 0, "metadata", "title", "end"), BEYOND, "$.articles[0].metadata.title"),
        (("articles", 1, "measurements", 0, "evidence", 2, "end"), BEYOND, "$.articles[1].measurements[0].evidence[2]"),
        (("articles", 0, "text"), "short", "$.articles[0].metadata.title"),
        (("articles", 0, "id"), "0" * 12, "$.comparison.found[0].findings[0].base"),
        (("comparison", "found", 0, "findings", 1, "cells", 0, "article"), "x", "findings[1].cells[0].article"),
        (("comparison", "found", 0, "findings", 1, "cells", 0, "spans", 0, "end"), BEYOND, "cells[0].spans[0]"),
        (("comparison", "found", 1, "findings", 0, "cells", 0, "edits", 0, "base", "end"), BEYOND, "edits[0].base"),
        (("comparison", "found", 1, "findings", 0, "cells", 0, "edits", 0, "here", "end"), BEYOND, "edits[0].here"),
        (("comparison", "figures", 4, "values"), [1.0], "$.comparison.figures[4].values"),
        (("comparison", "figures", 4, "base"), 7, "$.comparison.figures[4].base"),
    ],
)
def test_a_result_that_points_outside_itself_is_refused_with_the_place(
    result: Result, place: tuple[str | int, ...], value: object, path: str
) -> None:
    plain = json.loads(dumps(result))
    *steps, last = place
    inner = plain
    for step in steps:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(InputError, match=r"^x\.json: this result is damaged: ") as caught:
        loads(json.dumps(plain).encode(), "x.json")
    assert path in str(caught.value)


def test_a_missing_or_unreadable_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.json", tmp_path):
        with pytest.raises(InputError, match="cannot be read") as caught:
            load(path)
        assert path.as_posix() in str(caught.value)
