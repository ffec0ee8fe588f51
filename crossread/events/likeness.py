"""How alike the words of articles are: one article against all others in one go.

Likeness is the cosine of two articles' weighted words, 0 to 1. Words in many of the articles weigh
less, by the square root of their inverse document frequency, as if the articles stood among fifty
others: of two or ten articles alone the frequency says too little.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from sys import byteorder

from crossread.events.profiles import Profile

_AROUND = 50  # articles that the set is taken to stand among
_FEW = 24  # articles, and their part of the whole, from which on a word is common
_LANE = array("Q").itemsize  # bytes
_UNIT = 1 << 28  # weights are whole numbers of such parts where they are packed, so that a product takes 56 bits
_KEPT = 4_000_000  # likenesses kept, so that an article's are made once; of more articles they are made again
Vector = Mapping[str, float]
"""The weights of an article's words, their squares adding up to 1."""
Row = list[tuple[int, float]]
"""The articles that have a word, by their place in the set, each with the weight it has there."""


class Likenesses:
    """The likeness of any two of a set of articles, known by their place in it.

    The row of a common word is packed: its weights, as whole numbers, stand side by side in one large
    integer, so that one multiplication and one addition serve all its articles (Kronecker's
    substitution). A sum of products hardly passes 1, so no lane runs over into the next. That makes
    a thousand articles a matter of seconds, however much they have in common.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.vectors = _vectors(profiles)
        self.known: dict[int, Sequence[float]] = {}
        rows: dict[str, Row] = {}
        for place, vector in enumerate(self.vectors):
            for word, weight in vector.items():
                rows.setdefault(word, []).append((place, weight))
        least = max(_FEW, len(profiles) // _FEW)
        self.common = {word: _pack(row, len(profiles)) for word, row in rows.items() if len(row) >= least}
        self.rare = {word: row for word, row in rows.items() if 1 < len(row) < least}

    def __len__(self) -> int:
        return len(self.vectors)

    def to(self, place: int) -> Sequence[float]:
        """The likeness of each article to the one at `place`; its own to itself says nothing."""
        known = self.known.get(place)
        if known is not None:
            return known
        total, single = 0, [0.0] * len(self)
        common, rare = self.common, self.rare
        for word, weight in self.vectors[place].items():
            if word in common:
                total += common[word] * round(weight * _UNIT)
            elif word in rare:
                for other, theirs in rare[word]:
                    single[other] += weight * theirs
        lanes = memoryview(total.to_bytes(_LANE * len(self), byteorder)).cast("Q")
        found = array("d", [a + b / _UNIT**2 for a, b in zip(single, lanes, strict=True)])
        if len(self.known) * len(self) < _KEPT:
            self.known[place] = found
        return found

    def pairs(self, least: float) -> Iterator[tuple[int, int, float]]:
        """Every two articles, the earlier first, whose likeness is `least` or more."""
        for place in range(len(self)):
            for other, likeness in enumerate(self.to(place)[place + 1 :], place + 1):
                if likeness >= least:
                    yield place, other, likeness

    def nearest(self, place: int, others: Iterable[int]) -> tuple[int, float] | None:
        """The article most like this one among `others`, the first of equals; None where there is no other."""
        likeness = self.to(place)
        best = max(others, key=lambda other: (likeness[other], -other), default=None)
        return None if best is None else (best, likeness[best])


def _vectors(profiles: Sequence[Profile]) -> list[Vector]:
    """The words of each article weighed by how many of the articles have them."""
    having: dict[str, int] = {}
    for profile in profiles:
        for word in profile.weights:
            having[word] = having.get(word, 0) + 1
    among = len(profiles) + _AROUND
    rarity = {word: sqrt(log(among / (times + 1))) for word, times in having.items()}
    vectors: list[Vector] = []
    for profile in profiles:
        weights = {word: weight * rarity[word] for word, weight in profile.weights.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({word: weight / length for word, weight in weights.items()})
    return vectors


def _pack(row: Row, size: int) -> int:
    lanes = array("Q", bytes(_LANE * size))
    for place, weight in row:
        lanes[place] = round(weight * _UNIT)
    return int.from_bytes(lanes.tobytes(), byteorder)
