"""The result as a file: one documented, versioned JSON from which every report is rendered."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import msgspec

from crossread.errors import InputError
from crossread.model import SCHEMA, Article, Result


def dumps(result: Result) -> bytes:
    """The result as JSON in UTF-8, indented, ending in a newline; equal results give equal bytes.

    A count in a place for fractions is written as it is read back, 12.0 and not 12.
    """
    plain = msgspec.json.decode(msgspec.json.encode(result), type=Result)
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"


def dumps_article(article: Article) -> str:
    """An article as JSON on one line."""
    return msgspec.json.encode(article).decode()


def loads(data: bytes, locator: str = "result") -> Result:
    """The result in `data`. Raises InputError for other versions and damaged files."""
    try:
        head = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise InputError(f"{locator}: this is not valid JSON ({error}); was the file cut or edited?") from None
    schema = head.get("schema") if isinstance(head, dict) else None
    if schema != SCHEMA:
        found = f'its schema is "{schema}"' if isinstance(schema, str) else "it names no schema"
        raise InputError(f'{locator}: this is not a result of this version: {found}, expected "{SCHEMA}"')
    try:
        return msgspec.json.decode(data, type=Result)
    except msgspec.ValidationError as error:
        raise InputError(f"{locator}: this result is damaged: {error}") from None


def load(path: str | Path) -> Result:
    """The result saved in a file. Raises InputError when it cannot be read as one."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.as_posix()}: cannot be read ({error.strerror}); check the path") from None
    return loads(data, path.as_posix())


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the result."""
    schema = msgspec.json.schema(Result)
    for definition in schema["$defs"].values():
        if "description" in definition:  # Python before 3.13 keeps a docstring's indentation
            definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "crossread result",
        "description": f"The saved outcome of a run, version {SCHEMA}. Offsets are Unicode code points into `text`.",
        **schema,
    }
