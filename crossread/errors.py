"""Everything crossread raises on purpose: each message says what, where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class CrossreadError(Exception):
    """Base of all errors a user can mend; the command line prints it without a traceback."""


class InputError(CrossreadError):
    """An input could not be read as an article; other inputs go on."""


class ConfigError(CrossreadError):
    """The configuration is invalid; the message holds one `path:line:column: what` per line."""


class RenderError(CrossreadError):
    """A report could not be written; the files in `written` were, and stay. `failures` has a line for each other."""

    def __init__(self, message: str, written: Sequence[Path] = (), failures: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.written = tuple(written)
        self.failures = tuple(failures) or (message,)

    @classmethod
    def of(cls, failures: Sequence[str], written: Sequence[Path]) -> RenderError:
        """The failures, and what was written all the same."""
        others = f"written: {', '.join(str(path) for path in written)}" if written else "no file was written"
        return cls("\n".join((*failures, others)), written, failures)
