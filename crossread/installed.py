"""What is installed: versions of packages, and whether any announces plug-ins of a kind.

Both stand in the folders `NAME-VERSION.dist-info` beside the packages (PyPA specifications "Recording
installed projects" and "Entry points"). importlib.metadata reads the same folders, but for a version it
parses the package's whole description as an e-mail, which with its imports is a tenth of a briefing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Protocol, TypeVar

from crossread.errors import ConfigError


class _PlugIn(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_PlugIn)

_FOLDER = re.compile(r"([^-]+)-([^-]+)\.dist-info")


def versions(names: Iterable[str]) -> dict[str, str]:
    """The version of each installed package. Raises PackageNotFoundError for one that is not installed."""
    found = {}
    for name in names:
        version = _installed().get(_normal(name))
        if version is None:  # installed in a form of its own, or not at all
            from importlib.metadata import version as look_up

            version = look_up(name)
        found[name] = version
    return found


def announces(group: str) -> bool:
    """Whether an installed package may have entry points of a group; True where that takes a closer look."""
    line = f"[{group}]"
    for folder, name in _entries():
        if not name:
            return True
        if name.endswith((".dist-info", ".egg-info")):
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8", errors="replace") as file:
                    if line in file.read().replace(" ", ""):
                        return True
            except OSError:  # most packages have none
                continue
    return False


def plug_ins(group: str, kind: type[T], taken: Collection[str]) -> dict[str, T]:
    """What installed packages announce in an entry-point group, by id and in its order.

    An entry point names an instance of `kind` with its own name as id; one that does not, or that takes an
    id already `taken`, is a ConfigError.
    """
    if not announces(group):
        return {}
    from importlib.metadata import entry_points

    what = re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    found: dict[str, T] = {}
    for point in sorted(entry_points(group=group), key=lambda p: p.name):
        try:
            made = point.load()
        except Exception as error:  # a third party's module: say which, whatever it raises
            raise ConfigError(f'{what} "{point.name}" ({point.value}) could not be imported: {error}') from error
        if not isinstance(made, kind) or made.id != point.name:
            must = f'must name a {kind.__name__} with the id "{point.name}"'
            raise ConfigError(f'entry point "{point.name}" ({point.value}) {must}')
        if made.id in taken or made.id in found:
            raise ConfigError(f'{what} "{made.id}" ({point.value}) takes an id that is already in use')
        found[made.id] = made
    return found


@cache
def _installed() -> dict[str, str]:
    """Normalised name -> version; of two copies the one imported, that in the first folder, counts."""
    found: dict[str, str] = {}
    for _, name in _entries():
        if match := _FOLDER.fullmatch(name):
            found.setdefault(_normal(match[1]), match[2])
    return found


@cache
def _entries() -> tuple[tuple[str, str], ...]:
    """Folder and name of everything that lies where Python looks for packages; "" for what an archive holds."""
    return tuple(_listed())


def _listed() -> Iterator[tuple[str, str]]:
    for folder in dict.fromkeys(sys.path):
        try:
            names = sorted(os.listdir(folder or "."))
        except NotADirectoryError:
            yield folder, ""
        except OSError:
            continue
        else:
            yield from ((folder, name) for name in names)


def _normal(name: str) -> str:
    """A package's name as the specification compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()
