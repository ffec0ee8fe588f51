"""Files, folders and patterns of a report, as the list of files to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crossread.model import Notice

_MAGIC = frozenset("*?[")
_TEXT = (".txt", ".text")


def expand_inputs(inputs: Sequence[str], base: Path) -> tuple[list[str], list[Notice]]:
    """The files named by `inputs`, each once and as written (relative to `base`), and what named none.

    A folder stands for the text files in it, a pattern (`*`, `?`, `[...]`, `**`) for the files it
    fits; both in the order of their names. Whether a file can be read shows when it is read. A file
    that a pattern finds once more is no news; one that is named twice is told.
    """
    found: dict[str, None] = {}
    named: set[str] = set()
    notices = []
    for item in inputs:
        path = base / item
        try:
            if path.is_dir():
                files = sorted(p.relative_to(base).as_posix() if not Path(item).is_absolute() else p.as_posix()
                               for p in path.iterdir() if p.suffix.lower() in _TEXT and p.is_file())  # fmt: skip
                reason = "the folder holds no .txt file"
            elif _MAGIC & set(item) and not path.exists():
                files = _glob(item, base)
                reason = "no file fits the pattern"
            else:
                files, reason = [item], ""
                if item in named:
                    notices.append(Notice("warning", item, "named more than once; read once"))
                named.add(item)
        except OSError as error:
            files, reason = [], f"cannot be listed ({error.strerror}); check its permissions"
        if not files:
            notices.append(Notice("error", item, reason))
        found.update(dict.fromkeys(files))
    return list(found), notices


def _glob(pattern: str, base: Path) -> list[str]:
    if Path(pattern).is_absolute():
        root = Path(Path(pattern).anchor)
        return sorted(p.as_posix() for p in root.glob(str(Path(pattern).relative_to(root))) if p.is_file())
    return sorted(p.relative_to(base).as_posix() for p in base.glob(pattern) if p.is_file())
