"""Runs of words two articles share: where they are, and what they count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from sample_analysis import build_analysis

from crossread.comparison.copying.runs import SHINGLE, Prose, Run, read_prose, shared_runs
from crossread.comparison.quoting.wording import read_wording
from crossread.model import Analysis

Build = Callable[..., Analysis]
_WORDS = st.lists(st.sampled_from("oak elm ash fir yew".split()), min_size=1, max_size=60)


def proses(*analyses: Analysis) -> list[Prose]:
    return [read_prose(analysis, read_wording(analysis, order)) for order, analysis in enumerate(analyses)]


def runs_of(one: Analysis, other: Analysis) -> Sequence[Run]:
    return shared_runs(proses(one, other)).get((0, 1), [])


def test_a_run_is_grown_to_its_full_length_on_both_sides(build: Build) -> None:
    one = build("Before dawn grey rain fell over the silent quarry road and stopped.")
    other = build("Slowly grey rain fell over the silent quarry road that night.")
    (run,) = runs_of(one, other)
    wording = proses(one)[0].wording
    span = wording.span(run.left, run.left + run.size)
    assert one.text[span.start : span.end] == "grey rain fell over the silent quarry road"
    assert (run.size, run.own, run.weight) == (8, 8, 6.0)


def test_fewer_than_five_words_are_no_run(build: Build) -> None:
    assert runs_of(build("Grey rain fell over Oslo."), build("Grey rain fell over Bergen.")) == []


def test_words_quoted_in_either_article_are_not_own(build: Build) -> None:
    told = "bring every lantern down to the flooded cellar tonight"
    (run,) = runs_of(build(f"She said: “{told}.”"), build(f"They were to {told}."))
    assert (run.own, run.weight) == (0, 0.0)


def test_names_titles_numbers_and_days_weigh_nothing(build: Build) -> None:
    line = "former Prime Minister Anna Berg and deputy minister Carl Lund on Monday, 14 March 2022"
    (run,) = runs_of(build(f"It was {line}."), build(f"There stood {line}."))
    assert run.own > 10
    assert run.weight == 0.0


def test_a_stock_phrase_weighs_nothing(build: Build) -> None:
    line = "did not immediately respond to a request for comment"
    (run,) = runs_of(build(f"Owners {line}."), build(f"The harbour board {line}."))
    assert (run.size, run.weight) == (9, 0.0)


def test_a_sentence_one_article_has_twice_is_found_twice_there(build: Build) -> None:
    line = "grey rain fell over the silent quarry road"
    twice = build(f"First {line}. Later {line}.")
    assert [run.right for run in runs_of(twice, build(f"Then {line}."))] == [1, 1]


@given(_WORDS, _WORDS)
def test_every_run_has_equal_words_and_could_not_go_on(one: list[str], other: list[str]) -> None:
    left, right = proses(build_analysis(" ".join(one)), build_analysis(" ".join(other)))
    end = 0
    for run in shared_runs([left, right]).get((0, 1), []):
        mine, theirs = left.wording.forms[run.left :], right.wording.forms[run.right :]
        assert run.size >= SHINGLE
        assert mine[: run.size] == theirs[: run.size]
        assert mine[run.size : run.size + 1] != theirs[run.size : run.size + 1] or len(mine) == run.size
        assert run.left >= end
        end = run.left + run.size


@given(_WORDS, _WORDS)
def test_no_shared_five_words_of_the_first_article_are_missed(one: list[str], other: list[str]) -> None:
    left, right = proses(build_analysis(" ".join(one)), build_analysis(" ".join(other)))
    theirs = {tuple(other[place : place + SHINGLE]) for place in range(len(other) - SHINGLE + 1)}
    runs = shared_runs([left, right]).get((0, 1), [])
    for place in range(len(one) - SHINGLE + 1):
        if tuple(one[place : place + SHINGLE]) in theirs:
            assert any(run.left <= place < run.left + run.size for run in runs)
