"""The sentence bootstrap: against a plain one with the same numbers, and against the truth in made-up articles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import pytest

from crossread import resampling
from crossread.model import Interval
from crossread.resampling import (
    RESAMPLES,
    influence_interval,
    mean_interval,
    multiplicities,
    ratio_interval,
    share_interval,
)


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - made-up articles, no secret


def plain(influences: Sequence[float]) -> list[float]:
    """The deviation in each resample, sentence by sentence; ascending."""
    counts = [multiplicities(position) for position in range(len(influences))]
    return sorted(
        math.fsum(z * count[b] for z, count in zip(influences, counts, strict=True)) for b in range(RESAMPLES)
    )


def of_ratio(parts: Sequence[int], wholes: Sequence[int]) -> tuple[float, list[float]]:
    total = sum(wholes)
    ratio = sum(parts) / total
    return ratio, plain([(part - ratio * whole) / total for part, whole in zip(parts, wholes, strict=True)])


def made_up(chance: Random, sentences: int, rate: float) -> tuple[list[int], list[int]]:
    """Hits and words of an article whose words are hits with a probability."""
    words = [chance.randint(6, 38) for _ in range(sentences)]
    return [sum(chance.random() < rate for _ in range(size)) for size in words], words


@pytest.mark.parametrize(("sentences", "rate"), [(8, 0.1), (25, 0.02), (60, 0.05), (300, 0.01)])
def test_equals_a_plain_bootstrap_with_the_same_numbers(sentences: int, rate: float) -> None:
    parts, wholes = made_up(seeded(sentences), sentences, rate)
    ratio, drawn = of_ratio(parts, wholes)
    place = resampling._place(sentences)
    step = (drawn[-1] - drawn[0]) / 60
    found = ratio_interval(parts, wholes)
    assert found is not None
    assert found.low == pytest.approx(max(0.0, ratio + drawn[place - 1]), abs=step)
    assert found.high == pytest.approx(ratio + drawn[-place], abs=step)


@pytest.mark.parametrize(
    ("parts", "wholes"),
    [
        ([0, 3000, 0, 1, 0, 2], [10, 100_000, 10, 12, 9, 30]),
        ([position % 3 for position in range(10_000)], [20 + position % 7 for position in range(10_000)]),
        ([position**2 % 11 % 3 for position in range(40_000)], [20 + position % 7 for position in range(40_000)]),
        ([0] * 400 + [90], [20] * 400 + [90]),
        ([40 * (position % 2) for position in range(30)], [40] * 30),
    ],
)
def test_lanes_never_run_over(parts: list[int], wholes: list[int]) -> None:
    ratio, drawn = of_ratio(parts, wholes) if len(parts) < 1000 else (sum(parts) / sum(wholes), None)
    found = ratio_interval(parts, wholes)
    assert found is not None
    assert 0 <= found.low <= ratio <= found.high
    if drawn is None:  # by the normal distribution, which so many sentences come to
        residuals = [part - ratio * whole for part, whole in zip(parts, wholes, strict=True)]
        error = 1.96 * math.sqrt(math.fsum(z * z for z in residuals)) / sum(wholes)
        assert (found.high - found.low) / 2 == pytest.approx(error, rel=0.2)
    else:
        assert found.high == pytest.approx(ratio + drawn[-resampling._place(len(parts))], rel=0.05)


def test_a_deviation_too_large_for_its_byte_is_measured_with_a_smaller_scale() -> None:
    influences = [1.0] * 100  # ten times their standard deviation in every resample
    drawn = plain(influences)
    found = influence_interval(0.0, influences)
    assert found is not None
    assert found.high == pytest.approx(drawn[-resampling._place(100)], rel=0.05)


def test_the_numbers_depend_on_the_position_alone() -> None:
    assert list(multiplicities(0)[:12]) == [0, 0, 0, 1, 3, 0, 2, 1, 0, 2, 1, 1]
    assert multiplicities(1) != multiplicities(0)
    assert len(multiplicities(5)) == RESAMPLES


def test_the_numbers_are_drawn_from_a_poisson_distribution_of_mean_one() -> None:
    drawn = [count for position in range(200) for count in multiplicities(position)]
    mean = sum(drawn) / len(drawn)
    assert mean == pytest.approx(1, abs=0.02)
    assert sum((count - mean) ** 2 for count in drawn) / len(drawn) == pytest.approx(1, abs=0.03)
    assert drawn.count(0) / len(drawn) == pytest.approx(math.exp(-1), abs=0.01)


def test_a_second_look_gives_the_same_interval_whatever_was_asked_before() -> None:
    parts, wholes = made_up(seeded(3), 40, 0.03)
    first = ratio_interval(parts, wholes)
    ratio_interval(*made_up(seeded(4), 900, 0.03))
    resampling._GROWN.clear()
    resampling._drawn_wholes.cache_clear()
    assert ratio_interval(parts, wholes) == first


@pytest.mark.parametrize(("sentences", "rate"), [(12, 0.02), (25, 0.02), (25, 0.05), (50, 0.01), (50, 0.05)])
def test_some_95_of_100_intervals_hold_the_true_rate(sentences: int, rate: float) -> None:
    chance, held, articles = seeded(sentences), 0, 600
    for _ in range(articles):
        parts, wholes = made_up(chance, sentences, rate)
        found = share_interval(parts, wholes)
        assert found is not None
        high = found.high if any(parts) else 3 / sum(wholes)
        held += found.low <= rate <= high
    assert 0.91 <= held / articles <= 0.985


@pytest.mark.parametrize("sentences", [6, 30])
def test_some_95_of_100_intervals_hold_the_true_mean(sentences: int) -> None:
    chance, held, articles = seeded(sentences), 0, 600
    for _ in range(articles):
        found = mean_interval([chance.gauss(0.1, 0.3) for _ in range(sentences)])
        assert found is not None
        held += found.low <= 0.1 <= found.high
    assert 0.91 <= held / articles <= 0.985


def test_the_fewer_sentences_the_farther_out_the_ends_are_taken() -> None:
    assert [resampling._place(sentences) for sentences in (5, 12, 100, 100_000)] == [1, 2, 5, 5]


def test_says_nothing_of_fewer_than_five_sentences() -> None:
    assert ratio_interval([1, 0, 1, 0], [9, 9, 9, 9]) is None
    assert mean_interval([0.1, 0.2, 0.3, 0.4]) is None
    assert influence_interval(1.0, [0.1, -0.1]) is None
    assert share_interval([1, 0, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0]) is None
    assert ratio_interval([0] * 6, [0] * 6) is None


def test_sentences_all_alike_leave_no_width() -> None:
    assert ratio_interval([2] * 8, [10] * 8) == Interval(0.2, 0.2)
    assert mean_interval([0.5] * 8) == Interval(0.5, 0.5)


def test_a_share_of_nothing_or_of_all_ends_at_the_rule_of_three() -> None:
    assert share_interval([0] * 6, [1] * 6) == Interval(0.0, 0.5)
    assert share_interval([4] * 6, [4] * 6) == Interval(0.5, 1.0)


def test_an_interval_stays_where_its_figure_can_be() -> None:
    share = share_interval([9, 9, 9, 9, 9, 1], [9, 9, 9, 9, 9, 9])
    assert share is not None
    assert share.high <= 1
    mean = mean_interval([-1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])
    assert mean is not None
    assert mean.high <= 1
