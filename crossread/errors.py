"""Everything crossread raises on purpose: each message says what, where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class CrossreadError(Exception):
    """Base of all errors a user can mend; the command line prints it without a traceback."""


class InputError(CrossreadError):
    """An input could not be read as an article; other inputs go on."""


class ConfigError(CrossreadError):
    """The configuration is invalid; the message holds one `path:line:column: what` per line."""


class RenderError(CrossreadError):
    """A report could not be written; the formats in `written` were, and stay."""

    def __init__(self, message: str, written: tuple[Path, ...] = ()) -> None:
        super().__init__(message)
        self.written = written
