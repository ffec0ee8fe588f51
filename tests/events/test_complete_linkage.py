"""Groups hold only what is alike pair by pair, whatever stands between them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from crossread.events.linkage import complete_linkage

Pairs = list[tuple[int, int, float]]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Pairs]:
    """A few articles, some pairs of which are alike; few different likenesses, so that ties are common."""
    size = draw(st.integers(0, 8))
    pairs = [(a, b, draw(st.sampled_from((0.3, 0.4, 0.5, 0.9)))) for a, b in combinations(range(size), 2)]
    return size, [pair for pair in pairs if draw(st.booleans())]


def by_definition(size: int, pairs: Pairs) -> list[tuple[int, ...]]:
    """The textbook: join the two groups whose least alike two are most alike, again and again."""
    known = {(one, other): likeness for one, other, likeness in pairs}
    groups: list[tuple[int, ...]] = [(place,) for place in range(size)]
    while True:
        joins = []
        for left, right in combinations(groups, 2):
            across = [known.get((min(a, b), max(a, b))) for a in left for b in right]
            if None not in across:
                joins.append((-min(filter(None, across)), left, right))
        if not joins:
            return groups
        _, left, right = min(joins)
        groups = sorted([*(group for group in groups if group not in (left, right)), tuple(sorted(left + right))])


@given(graphs())
def test_groups_are_those_of_the_definition(graph: tuple[int, Pairs]) -> None:
    assert complete_linkage(*graph) == by_definition(*graph)


def test_an_article_between_two_groups_joins_one_and_chains_nothing() -> None:
    pairs = [(0, 1, 0.8), (3, 4, 0.8), (1, 2, 0.5), (0, 2, 0.5), (2, 3, 0.6), (2, 4, 0.4)]
    assert complete_linkage(5, pairs) == [(0, 1, 2), (3, 4)]
