"""Words of an article set in curly marks: whole, or the part that tells most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.model import Span

_LONGEST = 150  # characters of a sentence quoted
_FAR_MORE = 2  # times as many marks as at its beginning are in the part shown instead
_SPARE = 6  # a sixth more is shown rather than cut
_OPENS_AFTER = frozenset(" \n\xa0([—–-‘'/")
_CLAUSE = re.compile(r"[;:—–]\s|\s(?=(?:that|after|because|while|when)\s)")
_SHORTEST = 60  # characters of a part that can be understood by itself
_SINGLE = str.maketrans({"“": "‘", "”": "’"})


def quoted(text: str, most: int = _LONGEST) -> str:
    """Words in curly marks, those inside made single, cut at a word; marks that lack their other half are left out."""
    return excerpt(text, (), most)


def excerpt(text: str, marks: Sequence[Span], most: int = _LONGEST) -> str:
    """A sentence in curly marks; of a long one, the part from a clause on, where that holds far more of the marks."""
    signs = _paired(text)
    starts = (
        [0, *(found.end() for found in _CLAUSE.finditer(text, 0, max(0, len(text) - _SHORTEST)))]
        if len(text) > most + most // _SPARE
        else [0]
    )
    held = {start: sum(start <= mark.start and mark.end <= start + most for mark in marks) for start in starts}
    start = max(starts, key=lambda start: (held[start], -start))
    start = start if _FAR_MORE * held[0] < held[start] else 0  # what a sentence begins with tells what it is about
    line = " ".join("".join(signs[start:]).split()).rstrip(".")
    cut = len(line) > most + most // _SPARE
    if cut:
        line = (line[:most].rpartition(" ")[0] or line[:most]).rstrip(" ,;:–—-“")
    line = _inner(line)
    return f"“{'… ' if start else ''}{line}{' …' if cut else ''}”"


def _inner(line: str) -> str:
    """Single marks inside, those cut off from their other half made whole; no marks around the whole."""
    depth = least = 0
    for sign in line:
        depth += (sign == "“") - (sign == "”")
        least = min(least, depth)
    line = "“" * -least + line + "”" * (depth - least)
    if line[:1] == "“" and line.find("”") == len(line) - 1:
        line = line[1:-1]
    return line.translate(_SINGLE).rstrip(" .,")


def _paired(text: str) -> list[str]:
    """The characters of a text with curly double marks for straight ones; "" for those that lack their other half."""
    signs = list(text)
    opened: list[int] = []
    for at, sign in enumerate(signs):
        if sign == '"':
            sign = signs[at] = "“" if at == 0 or signs[at - 1] in _OPENS_AFTER else "”"
        if sign == "“":
            opened.append(at)
        elif sign == "”":
            if opened:
                opened.pop()
            else:
                signs[at] = ""
    for at in opened:
        signs[at] = ""
    return signs
