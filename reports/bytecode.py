"""Compiled templates, kept where Python keeps its own compiled files.

Compiling the templates takes longer than filling them in. As with .pyc files, the compiled form
is tied to the source by a checksum, to the Python version by its name, and is simply not written
where the folder is read-only or `sys.dont_write_bytecode` is set.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from crossread.reports.writing import write_whole


class BesideSource(BytecodeCache):
    """Keeps each template of `folder` in the `__pycache__` folder beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Templates are known by their name; the checksum tells versions apart."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, or leave it empty: then Jinja compiles."""
        with suppress(OSError):
            bucket.bytecode_from_string(self._path(bucket).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save what was compiled."""
        if sys.dont_write_bytecode:
            return
        path = self._path(bucket)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(f"{self.folder / bucket.key}.py")).with_suffix(".jinja")
