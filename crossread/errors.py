"""Everything crossread raises on purpose: each message says what, where and what to do."""

from __future__ import annotations


class CrossreadError(Exception):
    """Base of all errors a user can mend; the command line prints it without a traceback."""


class InputError(CrossreadError):
    """An input could not be read as an article; other inputs go on."""


class ConfigError(CrossreadError):
    """The configuration is invalid; the message holds one `path:line:column: what` per line."""


class RenderError(CrossreadError):
    """A report could not be written; formats already written stay."""
