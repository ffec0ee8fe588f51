"""Regular expressions that are compiled when they are first used.

Compiling takes a hundred times as long as importing the line that asks for it, and a run uses a part of the
patterns: one that reads text needs none of those for mails. For a pattern that every article needs, or that
is tried on each of its words, `re.compile` is as good.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Stands where the pattern would; at the first use it takes over the pattern's methods."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What was not asked for yet; the methods are then found without coming here."""
        if name.startswith("_"):  # nothing a pattern has; copying asks for these before there is a source
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def late(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern to be used as that of `re.compile`, whose error for a wrong source comes at the first use."""
    return cast("re.Pattern[AnyStr]", _Late(source, int(flags)))
