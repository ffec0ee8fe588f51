"""Files, folders, patterns and addresses of a report, as the list of what to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from crossread.inputs.settings import Input, is_address
from crossread.model import Notice
from crossread.reading import STDIN
from crossread.reading.readers import all_readers

_MAGIC = frozenset("*?[")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)
_ADDRESS = re.compile(r"https?:|www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.[a-z]{2,24}/", re.I)
_SHOWN = 5  # names told of the files a folder holds besides


def expand_inputs(inputs: Sequence[Input], base: Path) -> tuple[dict[str, int], list[Notice]]:
    """What `inputs` name, each file or address once with the number of its input, and what named none.

    Files are as written (relative to `base`). A folder stands for the files in it that have the ending
    of a format, a pattern (`*`, `?`, `[...]`, `**`) for the files it fits; both in the order of their
    names. Whether a file can be read shows when it is read. A file that a pattern finds once more is no
    news; one that is named twice is told.
    """
    found: dict[str, int] = {}
    named: set[str] = set()
    notices: list[Notice] = []
    for number, item in enumerate(inputs):
        locator = item.from_
        if locator in named:
            notices.append(Notice("warning", locator, "named more than once; read once"))
            continue
        named.add(locator)
        try:
            files, reason = _expand(locator, base, notices)
        except OSError as error:
            files, reason = [], f"cannot be listed ({error.strerror}); check its permissions"
        if not files:
            notices.append(Notice("error", locator, reason))
        for file in files:
            found.setdefault(file, number)
    return found, notices


def _expand(locator: str, base: Path, notices: list[Notice]) -> tuple[list[str], str]:
    """The files of one input, and why there are none."""
    if is_address(locator) or locator == STDIN:
        return [locator], ""
    if _SCHEME.match(locator):
        return [], "only http and https addresses can be fetched; save the page to a file"
    path = base / locator
    if path.is_dir():
        return _in_folder(locator, path, notices), f"the folder holds no file of a known format ({_endings()})"
    if _MAGIC & set(locator) and not path.exists():
        return _glob(locator, base), "no file fits the pattern"
    if _ADDRESS.match(locator) and not path.exists():
        return [], "no such file; if it is meant as an address, begin it with https://"
    return [locator], ""


def _in_folder(locator: str, folder: Path, notices: list[Notice]) -> list[str]:
    """Its files by name; those without the ending of a format are told, since one may have been meant."""
    known = {ending for reader in all_readers().values() for ending in reader.endings}
    files: list[str] = []
    others: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not path.is_file():
            continue
        (files if known & {path.suffix.lower()} else others).append(path.name)
    if files and others:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        message = f"left out, since their endings name no known format: {', '.join(others[:_SHOWN])}{more}"
        notices.append(Notice("warning", locator, message))
    return [(Path(locator) / name).as_posix() for name in files]


def _endings() -> str:
    return ", ".join(dict.fromkeys(ending for reader in all_readers().values() for ending in reader.endings))


def _glob(pattern: str, base: Path) -> list[str]:
    if Path(pattern).is_absolute():
        root = Path(Path(pattern).anchor)
        return sorted(p.as_posix() for p in root.glob(str(Path(pattern).relative_to(root))) if p.is_file())
    return sorted(p.relative_to(base).as_posix() for p in base.glob(pattern) if p.is_file())
