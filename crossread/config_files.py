"""The files that a configuration names beside its inputs: started from its folder, and read to see that they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from crossread.baseline import DEFAULT, NONE
from crossread.baseline import load as load_baseline
from crossread.branding import load_brand
from crossread.errors import ConfigError, InputError
from crossread.own_lexicons import read_own_lexicon
from crossread.yaml_source import Position, Problems


def lexicons(base: Path, written: Iterable[str], at: Position, problems: Problems) -> tuple[str, ...]:
    """The word lists; what is wrong in one is told with its own line."""
    paths = tuple(started(base, path) for path in dict.fromkeys(written))
    for path in paths:
        _tell(lambda path=path: read_own_lexicon(Path(path)), at, problems)  # type: ignore[misc]
    return paths


def baseline(base: Path, written: str, at: Position, problems: Problems) -> str:
    """The file of a baseline, or the word that stands for one."""
    if written in (NONE, DEFAULT):
        return written
    path = started(base, written)
    _tell(lambda: load_baseline(Path(path)), at, problems)
    return path


def templates(base: Path, written: str, at: Position, problems: Problems) -> str:
    """A folder of templates. What is wrong in one of them is told when it is filled in."""
    path = started(base, written)
    if not Path(path).is_dir():
        problems.add(at, f"{path}: there is no such folder of templates; make it or name another")
    return path


def brand(base: Path, written: str, at: Position, problems: Problems) -> str:
    """A brand file; what is wrong in it is told with its own line and column."""
    path = started(base, written)
    _tell(lambda: load_brand(Path(path)), at, problems)
    return path


def started(base: Path, written: str) -> str:
    """A path started from the configuration's folder."""
    return str(base / Path(written).expanduser())


def _tell(read: Callable[[], object], at: Position, problems: Problems) -> None:
    try:
        read()
    except (ConfigError, InputError) as error:
        for line in str(error).splitlines():
            problems.add(at, line)


# By key: a function of the configuration's folder, the value, its place and where to note problems.
FINDERS: dict[str, Callable[[Path, Any, Position, Problems], Any]] = {
    "lexicons": lexicons,
    "baseline": baseline,
    "templates": templates,
    "brand": brand,
}
