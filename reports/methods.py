"""How the briefing was made: the metrics' own declarations, versions, hashes and settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from crossread.model import Result


@dataclass(frozen=True, slots=True)
class Methods:
    """What is needed to make the result again; every pair is (name, value)."""

    tool: tuple[tuple[str, str], ...]
    lexicons: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str, str, str], ...]  # label, locator, encoding, sha256
    config: str


def methods(result: Result, labels: Sequence[str]) -> Methods:
    """The appendix's tables. The declarations of the metrics are in `Result.metrics` as they are."""
    tool = result.tool
    versions = [("crossread", tool.version), ("Python", tool.python), *sorted(tool.packages.items())]
    inputs = [
        (label, a.origin.locator, a.origin.encoding, a.origin.sha256)
        for label, a in zip(labels, result.articles, strict=True)
    ]
    config = msgspec.json.format(msgspec.json.encode(result.config), indent=2).decode()
    return Methods(tuple(versions), tuple(sorted(tool.lexicons.items())), tuple(inputs), config)
