"""Write a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write aside in the same folder, then put in place; an interrupted run leaves no half file.

    Raises OSError when the folder cannot be written to.
    """
    # The name is made before the file, so that an interruption at any moment finds what to remove.
    aside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
