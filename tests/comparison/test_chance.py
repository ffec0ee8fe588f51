"""How many figures would stand apart by chance, and how far apart makes sure."""

from __future__ import annotations

import random

import pytest

from crossread.comparison.chance import chance, expected_apart, false_shares
from crossread.comparison.figures import compare_figures
from crossread.model import FigureComparison, Interval


def figure(*readings: tuple[float, float]) -> FigureComparison:
    """A figure of articles with these values and half-widths."""
    values = tuple(value for value, _ in readings)
    intervals = tuple(Interval(value - arm, value + arm) for value, arm in readings)
    return FigureComparison("tone", None, values, intervals, None, (None,) * len(readings), "no clear difference")


@pytest.mark.parametrize("arms", [(1.0, 1.0), (1.0, 3.0), (1.0, 1.0, 1.0), (0.5, 1.0, 2.0)])
def test_the_share_apart_by_chance_is_what_drawing_estimates_gives_or_a_little_more(arms: tuple[float, ...]) -> None:
    drawn = random.Random(6)  # noqa: S311 - made-up estimates, no secret
    rounds = 20_000
    apart = 0
    for _ in range(rounds):
        values = [drawn.gauss(0, arm / 1.96) for arm in arms]
        ends = list(zip(values, arms, strict=True))
        apart += max(value - arm for value, arm in ends) > min(value + arm for value, arm in ends)
    expected = expected_apart(figure(*((0.0, arm) for arm in arms)))
    assert apart / rounds - 0.003 < expected < 1.25 * apart / rounds + 0.003


def test_what_touches_is_as_likely_by_chance_as_all_that_is_farther_apart() -> None:
    assert chance(figure((0.0, 1.0), (2.0, 1.0))) == pytest.approx(expected_apart(figure((0.0, 1.0), (2.0, 1.0))))


def test_the_farther_apart_the_less_chance_and_the_more_articles_the_more() -> None:
    near, far = figure((0.0, 1.0), (2.1, 1.0)), figure((0.0, 1.0), (4.0, 1.0))
    assert chance(near) > chance(far) > 0
    assert chance(figure((0.0, 1.0), (2.1, 1.0), (1.0, 1.0))) > chance(near)


def test_an_interval_without_width_says_nothing() -> None:
    assert (chance(figure((0.0, 0.0), (9.0, 1.0))), expected_apart(figure((0.0, 0.0), (9.0, 1.0)))) == (1.0, 0.0)


def test_no_articles_have_no_chance() -> None:
    assert compare_figures([]) == ()
    assert false_shares([]) == []


@pytest.mark.parametrize(
    ("chances", "shares"),
    [
        ([0.01], [0.01]),
        ([0.01, 1.0], [0.02, 1.0]),
        ([0.04, 0.01, 0.03], [0.04, 0.03, 0.04]),  # a larger one is never surer than a smaller
        ([0.5, 0.5], [0.5, 0.5]),
    ],
)
def test_the_false_share_grows_with_the_figures_compared(chances: list[float], shares: list[float]) -> None:
    assert false_shares(chances) == pytest.approx(shares)
