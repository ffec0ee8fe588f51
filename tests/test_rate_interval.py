"""The interval around a rate per 100 words: sentences are the sample."""

from __future__ import annotations

import pytest

from crossread.metric import rate_interval
from crossread.model import Interval


def test_spreads_around_the_rate_as_the_sentences_do() -> None:
    # 12 hits in 240 words; residuals of 1 and -1 give 1.96 * sqrt(16) / 240 = 0.0327.
    hits = dict.fromkeys((0, 2, 4, 6, 8, 10, 12, 14), 1) | {16: 2, 18: 2}
    found = rate_interval(hits, dict.fromkeys(range(20), 12))
    alike = rate_interval(dict.fromkeys(range(20), 1), dict.fromkeys(range(20), 12))
    assert found is not None
    assert alike is not None
    assert found.low == pytest.approx(5 - 2.9, abs=0.9)
    assert found.high == pytest.approx(5 + 2.9, abs=0.9)
    assert alike.low == alike.high


def test_never_begins_below_zero() -> None:
    found = rate_interval({0: 3}, dict.fromkeys(range(6), 10))
    assert found is not None
    assert found.low == 0


def test_without_hits_ends_at_the_rule_of_three() -> None:
    assert rate_interval({}, dict.fromkeys(range(6), 10)) == Interval(0.0, 5.0)


def test_does_not_count_hits_in_sentences_outside_the_sample() -> None:
    assert rate_interval({9: 4}, dict.fromkeys(range(6), 10)) == Interval(0.0, 5.0)


@pytest.mark.parametrize("words", [{}, dict.fromkeys(range(4), 10), dict.fromkeys(range(6), 0)])
def test_says_nothing_of_fewer_than_five_sentences_or_no_words(words: dict[int, int]) -> None:
    assert rate_interval({0: 1}, words) is None
