"""Web pages as bytes, fetched politely and within limits.

    with Fetcher(FetchSettings(contact="desk@example.org")) as fetcher:
        page = fetcher.get("https://example.org/report")

What the bytes are is the reader's business; here they are fetched, unpacked and kept.
The settings, which every run reads, are all that is imported until a fetcher is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.fetching.settings import FetchSettings

if TYPE_CHECKING:
    from crossread.fetching.fetcher import Fetched, Fetcher

__all__ = ["FetchSettings", "Fetched", "Fetcher"]

if not TYPE_CHECKING:  # a type checker would take it for a promise that any name exists

    def __getattr__(name: str) -> object:
        """The two classes that a run without URLs does not need."""
        if name in ("Fetched", "Fetcher"):
            from crossread.fetching import fetcher

            return getattr(fetcher, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
