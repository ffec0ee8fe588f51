from __future__ import annotations

import json
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats import json as json_reader
from crossread.reading.formats import jsonl
from crossread.reading.page import Problem, Raw, Reference


def texts(data: bytes, reader: Any = json_reader) -> list[str]:
    """The text of each row, and of problems and links what they say."""
    found = []
    for item in reader.read(Raw(data, "a.json")):
        match item:
            case Raw():
                found.append(item.data.decode())
            case Reference():
                found.append(item.url)
            case Problem():
                found.append(f"{item.part}: {item.message}")
    return found


@pytest.mark.parametrize(
    "value",
    [
        {"text": "One."},
        [{"text": "One."}],
        {"articles": [{"text": "One."}]},
        {"status": "ok", "Items": [{"text": "One."}]},
        {"response": {"total": 1, "results": [{"fields": {"bodyText": "One."}}]}},
        {"hits": {"total": 1, "hits": [{"_id": "x", "_source": {"text": "One."}}]}},
        {"@type": "NewsArticle", "headline": "A", "articleBody": "One."},
        [{"content": {"rendered": "One."}, "title": {"rendered": "A"}}],
        {"text": "One.", "items": [{"text": "of a list within the article"}]},
    ],
)
def test_articles_are_found_in_the_shapes_services_give(value: Any) -> None:
    assert texts(json.dumps(value).encode()) == ["One."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_json_is_read_in_any_usual_encoding(encoding: str) -> None:
    data = '[{"text": "Zoë’s café opened."}]'.encode(encoding)
    assert json_reader.recognises(Raw(data, "-"))
    assert texts(data) == ["Zoë’s café opened."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"text": "a",\n "b": }', "line 2, column 7: this is not valid JSON (expecting value)"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "there is no row that can be read"),
        (b"[1, 2]", "row 1: an object is expected here"),
    ],
)
def test_json_that_cannot_be_read_is_told_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        texts(data)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'[{"text": "One."}, {"text": "Tw', "row 2: line 1, column 29: this is not valid JSON (unterminated string"),
        (b'[{"text": "One."}\n {"text": "Two."}]', "row 1: line 2, column 2: a comma or ] is missing"),
        (b'[{"text": "One."},' + b"[" * 100_000, "row 2: line 1, column 19: this JSON is nested too deeply"),
        (b'[{"text": "One."}', "row 1: line 1, column 18: a comma or ] is missing"),
        (b'{"text": "One."} and more', "row 2: line 1, column 18: something follows the end of the JSON"),
        (b'{"text": "One."}\n{"text": ', "row 2: line 2, column 10: this is not valid JSON"),
    ],
)
def test_rows_before_a_break_are_kept(data: bytes, told: str) -> None:
    first, problem = texts(data)
    assert first == "One."
    assert problem.startswith(told)
    assert problem.endswith("nothing after it was read")


def test_objects_one_after_the_other_are_rows() -> None:
    assert texts(b'{\n"text": "One."\n}\n{\n"text": "Two."\n}') == ["One.", "Two."]


def test_a_list_of_addresses_is_a_list_of_links() -> None:
    assert texts(b'["https://a.example/1", "https://a.example/2"]') == ["https://a.example/1", "https://a.example/2"]


def test_odd_numbers_and_repeated_keys_do_no_harm() -> None:
    huge = b"9" * 100_000
    assert texts(b'[{"text": "No.", "n": ' + huge + b', "m": NaN, "x": -Infinity, "text": "Last."}]') == ["Last."]


@pytest.mark.parametrize(
    ("data", "name", "media_type", "is_json"),
    [
        (b'{"text": "a"}', "", "", True),
        (b'\xef\xbb\xbf [ {"text"', "", "", True),
        (b"[]", "", "", True),
        (b"[Editor's note: the ferry.]", "", "", False),
        (b"[Editor's note: the ferry.]", "a.json", "", True),
        (b"{sic} he said.", "", "", False),
        (b'["a"]', "", "application/json", True),
        (b"<html>", "a.json", "", False),
        (b"", "a.json", "", False),
    ],
)
def test_json_is_known_by_its_opening(data: bytes, name: str, media_type: str, is_json: bool) -> None:
    assert json_reader.recognises(Raw(data, "-", name=name, media_type=media_type)) is is_json


@pytest.mark.parametrize(
    ("data", "name", "is_lines"),
    [
        (b'{"a": 1}\n{"a": 2}', "", True),
        (b'{"a": 1}\n\n{"a": 2}', "", True),
        (b'{"a": 1}', "", False),
        (b'{"a": 1}', "a.jsonl", True),
        (b'{"a": 1}\n', "a.ndjson", True),
        (b'{"a":\n{"b": 1}}', "", False),
        (b'[{"a": 1}]', "a.jsonl", False),
        (b'{"a": "' + b"x" * 70_000, "a.jsonl", True),
    ],
)
def test_json_lines_are_known_by_two_objects_or_the_name(data: bytes, name: str, is_lines: bool) -> None:
    assert jsonl.recognises(Raw(data[:65_536], "-", name=name)) is is_lines


def test_a_broken_line_is_a_problem_and_the_others_go_on() -> None:
    lines = b'{"text": "One."}\n{"text": \n\n[1]\n{"text": "Two."} x\n' + b'{"a":' * 100_000 + b'\n{"text": "Caf\xe9."}'
    assert texts(lines, jsonl) == [
        "One.",
        "row 2: line 2, column 9: this is not valid JSON (expecting value)",
        'row 3: line 4: an object is expected here, as in {"title": ..., "text": ...}',
        "row 4: line 5, column 17: something follows the end of the object",
        "row 5: line 6, column 1: this JSON is nested too deeply to be read",
        "Café.",
    ]


def test_json_lines_in_utf16_are_read() -> None:
    assert texts('{"text": "Zoë."}\n{"text": "Two."}\n'.encode("utf-16"), jsonl) == ["Zoë.", "Two."]


@pytest.mark.parametrize(
    ("data", "rows", "said"),
    [
        (b'{"text": "a"}\n' * 10_001, 10_000, "rows: only the first 10,000 rows were read"),
        ((b'{"text": "' + b"a" * 1_000_000 + b'"}\n') * 52, 51, "rows: only the first 51 rows were read: 50 MB"),
    ],
)
def test_rows_beyond_the_bound_are_left_and_told(data: bytes, rows: int, said: str) -> None:
    *found, last = texts(data, jsonl)
    assert len(found) == rows
    assert last.startswith(said)
