"""How varied the vocabulary of a text is, by a measure that does not fall as the text grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FALLEN = 0.72  # the share of different words at which a stretch of text is full


def lexical_variety(forms: Sequence[str]) -> float | None:
    """MTLD (McCarthy & Jarvis 2010): the mean number of words until repetition sets in, read from both ends.

    A stretch is full once its share of different words has fallen to .72. None where no word repeats.
    """
    counts = [_stretches(forms), _stretches(reversed(forms))]
    if not all(counts):
        return None
    return sum(len(forms) / count for count in counts) / 2


def _stretches(forms: Iterable[str]) -> float:
    """How many stretches the words fill; the last counts by how far its share has fallen."""
    full, length = 0, 0
    seen: set[str] = set()
    for form in forms:
        seen.add(form)
        length += 1
        if len(seen) <= _FALLEN * length:
            full += 1
            length = 0
            seen.clear()
    rest = (1 - len(seen) / length) / (1 - _FALLEN) if length else 0.0
    return full + rest
