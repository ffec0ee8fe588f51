"""How the briefing was made: the metrics' own declarations, versions, hashes and settings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from crossread.model import Origin, Result
from crossread.reports.standings import explanation

DIGITS = 12  # of a hash; the saved result has them all


class Methods(Struct, frozen=True, gc=False):
    """What is needed to make the result again; every pair is (name, value), hashes by their first digits."""

    tool: tuple[tuple[str, str], ...]
    lexicons: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str, str, str], ...]  # label, where, how it was read, sha256
    config: str
    reference: tuple[str, ...] = ()  # paragraphs


def methods(result: Result, labels: Sequence[str]) -> Methods:
    """The appendix's tables. The declarations of the metrics are in `Result.metrics` as they are."""
    tool = result.tool
    versions = [("crossread", tool.version), ("Python", tool.python), *sorted(tool.packages.items())]
    inputs = [
        (label, a.origin.where, _reading(a.origin), a.origin.sha256[:DIGITS])
        for label, a in zip(labels, result.articles, strict=True)
    ]
    config = msgspec.json.format(msgspec.json.encode(result.config), indent=2).decode()
    lexicons = tuple((name, digest[:DIGITS]) for name, digest in sorted(tool.lexicons.items()))
    return Methods(tuple(versions), lexicons, tuple(inputs), config, explanation(result.reference))


def _reading(origin: Origin) -> str:
    """How an input was read: "html, utf-8, retrieved 2026-11-22T07:00:00Z"."""
    retrieved = f", retrieved {origin.retrieved}" if origin.retrieved else ""
    return f"{origin.format}, {origin.encoding}{retrieved}"
