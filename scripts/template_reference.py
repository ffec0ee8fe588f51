"""What docs/templates.md says of the shipped templates and of the values they are given, taken from the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct

from crossread import templates
from crossread.reports.brand import Brand
from crossread.reports.own_templates import shipped_names
from crossread.reports.view import Briefing

SAVED = "crossread.model"
_COMMENT = re.compile(r"\A\{#-?\s*(.*?)\s*-?#\}|\A/\*\s*(.*?)\s*\*/|\A//\s*(.*?)\n", re.DOTALL)
_NOTE = re.compile(r"^    (\w+): .*?  # (.+)$", re.MULTILINE)
_WORDS = {str: "text", int: "number", float: "number", bool: "true or false", bytes: "bytes", NoneType: "none"}


def template_table() -> Iterator[str]:
    """The shipped templates, each with its own first comment."""
    yield "| template | what it prints |"
    yield "|---|---|"
    for name in shipped_names():
        found = _COMMENT.match((Path(templates.__path__[0]) / name).read_text(encoding="utf-8"))
        told = next((group for group in found.groups() if group), "") if found else ""
        yield f"| `{name}` | {_cell(told)} |"


def field_tables() -> Iterator[str]:
    """A heading and a table for the briefing and everything it holds, in the order met."""
    wanted: list[type[Struct]] = [Briefing, Brand]
    for struct in wanted:  # grows while it is read
        yield from (f"### {struct.__name__}", "", _first_line(struct), "", "| field | holds |", "|---|---|")
        for name, kind, note in _fields(struct):
            wanted += [each for each in _structs(kind) if each not in wanted]
            yield f"| `{name}` | {_cell(_told(kind) + (f': {note}' if note else ''))} |"
        yield ""


def _fields(struct: type[Struct]) -> Iterator[tuple[str, Any, str]]:
    """Name, type and note of each field and property."""
    notes = dict(_NOTE.findall(inspect.getsource(struct)))
    hints = get_type_hints(struct)
    for name in struct.__struct_fields__:
        yield name, hints[name], notes.get(name, "")
    for name, value in vars(struct).items():
        if isinstance(value, property) and not name.startswith("_"):
            yield name, get_type_hints(value.fget)["return"], _first_line(value)


def _first_line(documented: object) -> str:
    return (inspect.getdoc(documented) or "").partition("\n")[0]


def _structs(kind: Any) -> list[type[Struct]]:
    """The structs of the report named in a type; docs/result.md has those that are saved."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return [] if kind.__module__ == SAVED else [kind]
    return [struct for part in get_args(kind) for struct in _structs(part)]


def _told(kind: Any) -> str:
    """A type in words, structs linked to their own table."""
    origin, parts = get_origin(kind), [each for each in get_args(kind) if each is not ...]
    if origin is tuple and ... in get_args(kind):
        return f"a list of {_told(parts[0])}"
    if origin in (list, frozenset, set):
        return f"a list of {_told(parts[0])}"
    if origin is tuple:
        return "(" + ", ".join(_told(part) for part in parts) + ")"
    if origin is not None and issubclass(dict, origin if isinstance(origin, type) else int):
        return f"{_told(parts[1])} by name"
    if isinstance(kind, type) and issubclass(kind, Struct):
        page = "result.md" if kind.__module__ == SAVED else ""
        return f"[{kind.__name__}]({page}#{kind.__name__.lower()})"
    if kind in _WORDS:
        return _WORDS[kind]
    if parts and all(isinstance(part, str) for part in parts):
        return "one of " + ", ".join(f'"{part}"' for part in parts)
    return " or ".join(_told(part) for part in parts) if parts else "a value"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
