"""YAML read with the line and column of every value, in YAML 1.2 habits.

PyYAML follows YAML 1.1, where an unquoted `no` is false, `12:30` is 750 and the last of two equal
keys silently wins. Here only its scanner and parser are used; what a plain word means is decided
by the core schema of YAML 1.2 (chapter 10.3), and every oddity becomes a problem with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, NoReturn

import yaml

from crossread.errors import ConfigError

MAX_BYTES = 1_000_000
MAX_VALUES = 50_000  # after aliases are expanded, so that nine lines cannot become a billion values
MAX_DEPTH = 30

_INT = re.compile(r"[-+]?[0-9]{1,30}")
_HEX_OR_OCTAL = re.compile(r"0x[0-9a-fA-F]{1,15}|0o[0-7]{1,20}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,30}|[0-9]{1,30}(?:\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,4})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class Position(NamedTuple):
    """Line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value; `text` is how it was written, without quotation marks."""

    value: str | int | float | bool | None
    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order written; keys are unique and always text."""

    entries: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Problems:
    """Everything wrong with one file, gathered so that all of it is told at once."""

    path: Path
    found: list[tuple[Position, str]] = field(default_factory=list)

    def add(self, position: Position, message: str) -> None:
        """Note what is wrong at a place."""
        self.found.append((position, message))

    def raise_any(self) -> None:
        """Raise ConfigError with one `path:line:column: what` a line, by place, if there is any."""
        if self.found:
            ordered = sorted(dict.fromkeys(self.found), key=lambda problem: problem[0])
            lines = (f"{self.path}:{at.line}:{at.column}: {message}" for at, message in ordered)
            raise ConfigError("\n".join(_one_line(line) for line in lines))


def read_text(path: Path, option: str = "--config") -> str:
    """The text of a configuration file, or of another that `option` names.

    Raises ConfigError saying what to do about it.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; name another with {option}") from None
    except IsADirectoryError:
        raise ConfigError(f"{path}: this is a folder; name the file in it") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    if len(content) > MAX_BYTES:
        raise ConfigError(f"{path}: larger than {MAX_BYTES // 1000} kB; a configuration has some hundred lines")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: not UTF-8 text; save the file as UTF-8") from None


def parse_yaml(text: str, problems: Problems) -> Node | None:
    """The one document in `text`, or None when it is empty or cannot be parsed.

    Duplicate keys, tags, a second document and syntax errors go to `problems`.
    """
    try:
        return _Composer(text, problems).document()
    except _StopError:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        problems.add(position, _explain(error))
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.add(position, f"the control character U+{ord(text[error.position]):04X} is not allowed")
    return None


class _StopError(Exception):
    """Raised after a problem that leaves nothing sensible to go on with."""


class _Composer:
    """Builds nodes from parser events; bounded in depth and in size."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)
        self.problems = problems
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.values = 0

    def document(self) -> Node | None:
        next(self.events)  # the stream's start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        node = self.node(next(self.events), 0)
        next(self.events)  # the document's end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self.problems.add(_position(event), "a second document begins here; keep everything in one")
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        position, before = _position(event), self.values
        self.count(position, 1)
        if depth > MAX_DEPTH:
            self.stop(position, f"nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.AliasEvent):
            name = event.anchor or ""
            if name not in self.anchors:
                self.stop(position, f'the alias "*{name}" stands for nothing; its anchor must come before it')
            node, size = self.anchors[name]
            self.count(position, size)
            return node
        tag = getattr(event, "tag", None)
        if tag:
            self.problems.add(position, f'the tag "{tag}" has no meaning here; remove it')
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and not tag
            node = Scalar(resolve(event.value) if plain else event.value, event.value, position)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Sequence(tuple(self.items(depth)), position)
        else:
            node = Mapping(tuple(self.entries(depth)), position)
        if anchor := getattr(event, "anchor", None):
            self.anchors[anchor] = (node, self.values - before)
        return node

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, Position] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.problems.add(key.position, "a key must be text")
            elif key.text in first:
                line = first[key.text].line
                self.problems.add(key.position, f'duplicate key "{key.text}"; it was first given on line {line}')
            else:
                first[key.text] = key.position
                yield key, value

    def count(self, position: Position, size: int) -> None:
        self.values += size
        if self.values > MAX_VALUES:
            self.stop(position, f"more than {MAX_VALUES} values once aliases are expanded; write it without aliases")

    def stop(self, position: Position, message: str) -> NoReturn:
        self.problems.add(position, message)
        raise _StopError


def resolve(text: str) -> str | int | float | bool | None:
    """What an unquoted word means in YAML 1.2: `no`, `12:30` and `2022-02-24` are text, `010` is 10."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _HEX_OR_OCTAL.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "cannot be understood"
    if "'\\t'" in problem:
        return "a tab cannot indent or separate here; use spaces"
    if problem.startswith("mapping values are not allowed"):
        return 'a second ":" on this line; put text that holds ": " in quotation marks, or check the indentation'
    context = f" ({error.context})" if error.context else ""
    return f"{problem}{context}"


def _one_line(message: str) -> str:
    """A message without line breaks and control characters, which a value quoted in it may hold."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in message)
