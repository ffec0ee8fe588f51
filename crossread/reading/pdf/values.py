"""A PDF's values read without trust: entries that may be missing, numbers that may be none, matrices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def inherited(page: Any, key: str) -> Any:
    """A page's entry, or that of the tree of pages above it."""
    for _ in range(50):
        if page is None or entry(page, key) is not None:
            break
        page = entry(page, "/Parent")
    return entry(page, key)


def entry(dictionary: Any, key: str) -> Any:
    """The value of a dictionary's entry wherever it is kept; None when there is no such entry, or no dictionary."""
    if not hasattr(dictionary, "raw_get") or key not in dictionary:
        return None
    value = dictionary[key]
    return value.get_object() if hasattr(value, "get_object") else value


def number(operands: Sequence[Any], index: int, default: float = 0.0) -> float:
    """The operand at an index; the default when it is missing or no number."""
    value = operands[index] if index < len(operands) else None
    return float(value) if isinstance(value, (int, float)) else default


def matrix(operands: Sequence[Any]) -> Matrix:
    """Six operands as a matrix; the one that changes nothing when they are not six numbers."""
    if len(operands) != 6 or not all(isinstance(each, (int, float)) for each in operands):
        return IDENTITY
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def times(m: Matrix, n: Matrix) -> Matrix:
    """What first `m` and then `n` does."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
