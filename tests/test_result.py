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
        (b"[]", "names no schema"),
        (b'{"articles": []}', "names no schema"),
        (b'{"schema": 1}', "names no schema"),
        (b'{"schema": "crossread/result/99"}', "crossread/result/99"),
        (b'{"schema": "crossread/result/1"}', "damaged"),
        (b'{"schema": "crossread/result/1", "tool": 3}', "damaged"),
    ],
)
def test_what_is_no_result_is_refused_by_name_and_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.as_posix()}: ")


def test_a_result_cut_short_is_refused(result: Result) -> None:
    data = dumps(result)
    with pytest.raises(InputError, match="not valid JSON"):
        loads(data[: len(data) // 2])


def test_a_missing_or_unreadable_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.json", tmp_path):
        with pytest.raises(InputError, match="cannot be read") as caught:
            load(path)
        assert path.as_posix() in str(caught.value)
