"""The result as a file: one documented, versioned JSON from which every report is rendered."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import msgspec

from crossread.errors import InputError
from crossread.model import SCHEMA, Article, Result
from crossread.soundness import flaw

_FAMILY = SCHEMA.rpartition("/")[0] + "/"


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
    """The result in `data`. Raises InputError, with the place, for other versions and damaged files."""
    data = data.removeprefix(b"\xef\xbb\xbf")  # as some editors save it
    _check_version(_decoded(data, locator), locator)
    try:
        result = msgspec.json.decode(data, type=Result)
    except msgspec.ValidationError as error:
        raise InputError(f"{locator}: this result is damaged: {error}") from None
    wrong = flaw(result)
    if wrong is not None:
        raise InputError(f"{locator}: this result is damaged: {wrong}")
    return result


def _decoded(data: bytes, locator: str) -> Any:
    try:
        return msgspec.json.decode(data)
    except UnicodeDecodeError:
        raise InputError(f"{locator}: this is not valid JSON: it is not UTF-8; was the file edited?") from None
    except RecursionError:
        raise InputError(f"{locator}: this is not a result: it is nested too deeply") from None
    except msgspec.DecodeError as error:
        what, _, byte = str(error).removeprefix("JSON is malformed: ").removesuffix(")").partition(" (byte ")
        read = data[: int(byte)] if byte else data  # cut short: where the file ends
        line, column = read.count(b"\n") + 1, len(read[read.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise InputError(
            f"{locator}:{line}:{column}: this is not valid JSON ({what}); was the file cut or edited?"
        ) from None


def _check_version(head: Any, locator: str) -> None:
    schema = head.get("schema") if isinstance(head, dict) else None
    if schema == SCHEMA:
        return
    if not isinstance(schema, str) or not schema.startswith(_FAMILY):
        found = f'its schema is "{schema}"' if isinstance(schema, str) else "it names no schema"
        raise InputError(f'{locator}: this is not a result: {found}, expected "{SCHEMA}", as --format json writes it')
    tool = head.get("tool")
    version = tool.get("version") if isinstance(tool, dict) else None
    maker = f"crossread {version}" if isinstance(version, str) else "another crossread"
    raise InputError(
        f'{locator}: this is a result of {maker} with the schema "{schema}", and this crossread reads "{SCHEMA}"; '
        "render it with the one that made it, or compare the articles again"
    )


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
