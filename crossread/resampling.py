"""How far a figure would move had the article other sentences: a seeded bootstrap with sentences as the sample.

In each of `RESAMPLES` resamples every sentence counts as often as a Poisson number of mean 1 says (the Poisson
bootstrap: Hanley & MacGibbon 2006; Chamandy et al. 2012). The numbers depend on nothing but the sentence's
position in the sample, so an article has the same intervals everywhere and always.

What is resampled is each sentence's influence, the part of the figure's deviation it stands for (the estimating
function bootstrap: Hu & Kalbfleisch 2000). The numbers of one sentence stand side by side in one long integer,
a lane of three bytes for each resample: one multiplication and one addition a sentence give the deviation in
all resamples at once.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import shake_256
from itertools import compress
from operator import mul

from crossread.model import Interval

RESAMPLES = 199
LEAST = 5  # sentences below which nothing is said of chance
# The Poisson distribution of mean 1 in 256 equal steps: what a random byte stands for. Mean and variance are 1.004.
_POISSON = bytes([0] * 94 + [1] * 94 + [2] * 47 + [3] * 16 + [4] * 4 + [5])
_POSITIONS = 1 << 14  # a later sentence shares the numbers of the one this many before it; bounds the memory

# A lane's bytes: a fraction, whole steps, and a guard that shows when a deviation takes more than the byte of steps.
_LANE, _STEPS, _GUARD = 3, 1, 2
_STEP = 256
_MIDDLE = 0x80  # of the steps: no deviation; of the guard: no deviation too large
_ZERO = int.from_bytes(bytes((0, _MIDDLE, _MIDDLE)) * RESAMPLES, "little")
_DEVIATION = 20 * _STEP  # one standard deviation in a lane
_NEAR = bytes(range(_MIDDLE - 26, _MIDDLE + 26))  # within 1.3 standard deviations: an end is seldom there
_UP_TO = tuple(bytes(range(step + 1)) for step in range(256))


def ratio_interval(parts: Sequence[int], wholes: Sequence[int]) -> Interval | None:
    """95 % interval of sum(parts) over sum(wholes), both counted by sentence and none below zero.

    None below five sentences and where the wholes come to nothing.
    """
    size, total = len(wholes), sum(wholes)
    if size < LEAST or not total:
        return None
    found = sum(parts)
    ratio = found / total
    whole_squares, wholes_drawn = _drawn_wholes(tuple(wholes))
    squares = sum(map(mul, parts, parts)) - 2 * ratio * sum(map(mul, parts, wholes)) + ratio * ratio * whole_squares
    if squares <= 1e-9 * found * found:
        return Interval(ratio, ratio)
    scale = _DEVIATION / math.sqrt(squares)
    if scale < 20 or size > 500:  # too coarse in whole numbers
        influences = [(part - ratio * whole) / total for part, whole in zip(parts, wholes, strict=True)]
        interval = _influence_interval(ratio, influences)
        return Interval(max(0.0, interval.low), interval.high)
    parts_drawn = sum(map(mul, compress(parts, parts), compress(_numbers(size), parts)))
    while True:
        part_scale, whole_scale = round(scale), round(scale * ratio)
        ends = _ends(part_scale * parts_drawn - whole_scale * wholes_drawn, size)
        if ends:
            break
        scale /= 2
    rest = part_scale * found - whole_scale * total
    low, high = ((end - rest) / part_scale / total for end in ends)
    return Interval(max(0.0, ratio + min(0.0, low)), ratio + max(0.0, high))


@lru_cache(maxsize=128)  # one metric after the other asks for the same sentences' words, or counts sentences
def _drawn_wholes(wholes: tuple[int, ...]) -> tuple[int, int]:
    return sum(map(mul, wholes, wholes)), sum(map(mul, wholes, _numbers(len(wholes))))


def share_interval(parts: Sequence[int], wholes: Sequence[int]) -> Interval | None:
    """95 % interval of a share, 0 to 1; only sentences with a whole are the sample.

    Where it is 0 or 1 in each sentence, the far end is the rule of three's (Hanley & Lippman-Hand 1983).
    """
    if not all(wholes):
        parts, wholes = list(compress(parts, wholes)), list(compress(wholes, wholes))
    if len(wholes) < LEAST:
        return None
    found = sum(parts)
    if not found:
        return Interval(0.0, 3 / len(wholes))
    if found == sum(wholes):
        return Interval(1 - 3 / len(wholes), 1.0)
    interval = ratio_interval(parts, wholes)
    return interval and Interval(interval.low, min(1.0, interval.high))


def mean_interval(values: Sequence[float]) -> Interval | None:
    """95 % interval of a mean of one value a sentence, no wider than from the least to the greatest of them."""
    n = len(values)
    if n < LEAST:
        return None
    mean = sum(values) / n
    found = influence_interval(mean, [(value - mean) / n for value in values])
    return found and Interval(max(min(values), found.low), min(max(values), found.high))


def influence_interval(value: float, influences: Sequence[float]) -> Interval | None:
    """95 % interval of a figure, given by how much each sentence draws it up or down from what it is.

    The influences, in the figure's unit, come to zero together. None below five sentences.
    """
    return _influence_interval(value, influences) if len(influences) >= LEAST else None


def _influence_interval(value: float, influences: Sequence[float]) -> Interval:
    deviation = math.sqrt(sum(map(mul, influences, influences)))
    if deviation < 1e-9:
        return Interval(value, value)
    scale = _DEVIATION / deviation
    numbers = _numbers(len(influences))
    while True:
        ends = _ends(sum(map(mul, map(int, map(scale.__mul__, influences)), numbers)), len(influences))
        if ends:
            return Interval(value + min(0.0, ends[0] / scale), value + max(0.0, ends[1] / scale))
        scale /= 2


def percent(interval: Interval | None) -> Interval | None:
    """An interval of a ratio as one of the ratio times 100."""
    return interval and Interval(100 * interval.low, 100 * interval.high)


def _ends(deviations: int, sentences: int) -> tuple[float, float] | None:
    """The ends of the middle 95 % of the deviations in all lanes; None where one needs a smaller scale."""
    drawn = (deviations + _ZERO).to_bytes(_LANE * RESAMPLES, "little")
    steps, guard = drawn[_STEPS::_LANE], drawn[_GUARD::_LANE]
    if guard.count(_MIDDLE) < RESAMPLES:
        return None
    place = _place(sentences)
    far = sorted(steps.translate(None, _NEAR))  # to sort all takes longer than all the rest
    below = bisect_left(far, _MIDDLE)
    low = far[place - 1] if below >= place else _at(steps, place, _NEAR[0], _MIDDLE)
    high = far[-place] if len(far) - below >= place else _at(steps, RESAMPLES + 1 - place, _MIDDLE - 1, _NEAR[-1])
    return (low + 0.5 - _MIDDLE) * _STEP, (high + 0.5 - _MIDDLE) * _STEP


def _at(steps: bytes, place: int, low: int, high: int) -> int:
    """The step at a place in ascending order, sought from `low` to `high`."""
    while low < high:
        middle = (low + high) // 2
        if RESAMPLES - len(steps.translate(None, _UP_TO[middle])) >= place:
            high = middle
        else:
            low = middle + 1
    return low


@cache
def _place(sentences: int) -> int:
    """The rank of the interval's low end among the resamples.

    A bootstrap of n sentences is too narrow by sqrt((n - 1) / n) and by what parts Student's t from the
    normal distribution; the ranks are moved outward by as much (Hesterberg 2015, expanded percentiles).
    """
    z, freedom = 1.959964, sentences - 1
    # Cornish-Fisher expansion of Student's t (Abramowitz & Stegun 26.7.5): within 0.3 % at four degrees of freedom.
    t = z + sum(
        (
            (z**3 + z) / 4 / freedom,
            (5 * z**5 + 16 * z**3 + 3 * z) / 96 / freedom**2,
            (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384 / freedom**3,
        )
    )
    tail = math.erfc(t * math.sqrt(sentences / freedom) / math.sqrt(2)) / 2
    return max(1, round(tail * (RESAMPLES + 1)))


_GROWN: list[int] = []  # the table of the process, as long as the longest sample so far


def _numbers(count: int) -> Sequence[int]:
    """The multiplicities of `count` sentences or more, one long integer a sentence."""
    for position in range(len(_GROWN), count):
        _GROWN.append(_lanes(position) if position < _POSITIONS else _GROWN[position - _POSITIONS])
    return _GROWN


def _lanes(position: int) -> int:
    lanes = bytearray(_LANE * RESAMPLES)
    lanes[::_LANE] = multiplicities(position)
    return int.from_bytes(lanes, "little")


def multiplicities(position: int) -> bytes:
    """How often the sentence at a position counts in each resample, a byte each.

    From a hash function and not from a generator of random numbers, whose stream a Python release may change.
    """
    return shake_256(b"crossread sentence %d" % position).digest(RESAMPLES).translate(_POISSON)
