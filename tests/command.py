"""Runs the command in this process."""

from __future__ import annotations

import pytest

from crossread.cli import main


def run(*arguments: str) -> int:
    """The exit code of the command."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code
