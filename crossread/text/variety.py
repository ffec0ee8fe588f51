"""How varied the vocabulary of a text is, by a measure that does not fall as the text grows."""

from __future__ import annotations

from collections.abc import Sequence

_FALLEN = 0.72  # the share of different words at which a stretch of text is full


def lexical_variety(forms: Sequence[str]) -> float | None:
    """MTLD (McCarthy & Jarvis 2010): the mean number of words until repetition sets in, read from both ends.

    A stretch is full once its share of different words has fallen to .72. None where no word repeats.
    """
    counts = [_stretches(forms), _stretches(forms[::-1])]
    if not all(counts):
        return None
    return sum(len(forms) / count for count in counts) / 2


def _stretches(forms: Sequence[str]) -> float:
    """How many stretches the words fill; the last counts by how far its share has fallen."""
    full, start = 0, 0
    seen: set[str] = set()
    for at, form in enumerate(forms, start=1):
        if form not in seen:
            seen.add(form)  # which raises the share
        elif len(seen) <= _FALLEN * (at - start):
            full += 1
            start = at
            seen.clear()
    length = len(forms) - start
    rest = (1 - len(seen) / length) / (1 - _FALLEN) if length else 0.0
    return full + rest
