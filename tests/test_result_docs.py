"""docs/result.md and docs/result.schema.json describe the result as it is saved."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from crossread.config import load_config
from crossread.result import dumps, json_schema
from crossread.run import run

ROOT = Path(__file__).resolve().parent.parent
TYPES = json_schema()["$defs"]


def page() -> str:
    return (ROOT / "docs" / "result.md").read_text(encoding="utf-8")


def types_described() -> dict[str, str]:
    """The sections of the page by type."""
    return {head.strip(): body for head, _, body in (part.partition("\n") for part in page().split("\n## ")[1:])}


@cache
def saved() -> dict[str, Any]:
    """The result of the example configuration, as its file holds it."""
    config = load_config(ROOT / "config.yaml")
    return dict(json.loads(dumps(run(config.reports["seeds"], config.base))))


def parts(value: Any) -> Iterator[Any]:
    """A value and every object inside it."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def test_the_stored_schema_is_the_one_the_command_prints() -> None:
    command = [sys.executable, "-m", "crossread", "schema", "result"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert printed == (ROOT / "docs" / "result.schema.json").read_text(encoding="utf-8")


def test_the_result_of_the_seeds_is_valid() -> None:
    schema = json.loads((ROOT / "docs" / "result.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(saved())


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), None),
        (("articles", 0, "zones", 0, "start"), "0"),
        (("articles", 0, "measurements", 0, "status"), "guessed"),
        (("comparison", "figures", 0, "verdict"), "better"),
    ],
)
def test_a_result_that_breaks_a_promise_is_not_valid(place: tuple[str | int, ...], value: object) -> None:
    broken = json.loads(json.dumps(saved()))
    *steps, last = place
    inner = broken
    for step in steps:
        inner = inner[step]
    inner[last] = value
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(broken)


def test_every_type_has_its_section() -> None:
    assert sorted(types_described()) == sorted(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_every_field_has_its_line_in_the_order_of_the_file(name: str) -> None:
    fields = re.findall(r"^\| `(\w+)` \|", types_described()[name], re.MULTILINE)
    assert fields == list(TYPES[name]["properties"])


@pytest.mark.parametrize("name", [name for name in TYPES if "```json" in types_described().get(name, "")])
def test_the_excerpts_are_real(name: str) -> None:
    (excerpt,) = re.findall(r"^```json\n(.*?)^```$", types_described()[name], re.MULTILINE | re.DOTALL)
    shown = json.loads(excerpt)
    assert list(shown) == list(TYPES[name]["properties"])
    assert any(shown == part for part in parts(saved()))


def test_offsets_of_the_excerpts_lead_to_words_of_the_text() -> None:
    def words(article: dict[str, Any], found: dict[str, Any]) -> str:
        return str(article["text"][found["start"] : found["end"]])

    first, second = saved()["articles"]
    assert words(first, first["metadata"]["publisher"]) == first["metadata"]["publisher"]["value"]
    for article in (first, second):
        for attribution in article["attributions"]:
            if attribution["second_hand"]:
                assert words(article, attribution["second_hand"]) == attribution["second_hand"]["outlet"]
