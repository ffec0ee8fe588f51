"""Carry spans from a text as crossread keeps it back to the text as a corpus has it.

Reading normalises a text once (newlines, composed characters, control characters), so offsets into
the article's text may not be offsets into the row it came from. The two are aligned character by
character with spaces and invisible characters left out, after splitting composed characters.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable

Span = tuple[int, int]
INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def mapping(read: str, original: str) -> Callable[[int, int], Span | None] | None:
    """A function from a span of `read` to the same words' span in `original`.

    It answers None for a span without a visible character. The mapping itself is None when the two
    texts do not hold the same visible characters: then no offset can be trusted.
    """
    if read == original:
        return lambda start, end: (start, end) if end > start else None
    here, there = _visible(read), _visible(original)
    if [character for character, _ in here] != [character for character, _ in there]:
        return None
    indices = [index for _, index in here]

    def carry(start: int, end: int) -> Span | None:
        first, after = bisect_left(indices, start), bisect_left(indices, end)
        return (there[first][1], there[after - 1][1] + 1) if after > first else None

    return carry


def _visible(text: str) -> list[tuple[str, int]]:
    """The characters that show, each with the index of the code point it comes from."""
    return [
        (part, index)
        for index, character in enumerate(text)
        if unicodedata.category(character) not in INVISIBLE
        for part in unicodedata.normalize("NFKD", character)
        if unicodedata.category(part) not in INVISIBLE
    ]
