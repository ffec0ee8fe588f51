"""Which articles have a common text, over the whole set, and which of their words show it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from crossread.comparison.copying.origins import Pair, Reason, is_telling
from crossread.comparison.copying.runs import Prose, Run
from crossread.model import Span

_LIKELY = 2  # the step from which articles are one group


class Group(Struct, frozen=True):
    """Articles by their places in the set, and the pairs they make: there is evidence for every two of them."""

    places: tuple[int, ...]
    pairs: tuple[Pair, ...]

    @property
    def step(self) -> int:
        """The step every two of them reach."""
        return min(pair.step for pair in self.pairs)

    def reasons(self, *rules: str) -> list[Reason]:
        """The reasons of these rules, the strongest first."""
        found = [reason for pair in self.pairs for reason in pair.reasons if reason.rule in rules]
        return sorted(found, key=lambda reason: -reason.share)


class Stretch(Struct, frozen=True):
    """Words [first, last) of an article that another has too, `own` of them outside quotation marks in both."""

    first: int
    last: int
    own: int


def find_groups(pairs: Collection[Pair]) -> list[Group]:
    """Articles likely to have a common text, then those for which there is less evidence, each pair once.

    Every two articles of a group have evidence of their own: what A shares with B, and B with C, says nothing
    of A and C. An article may be in two groups.
    """
    likely = [pair for pair in pairs if pair.step >= _LIKELY]
    weak = [pair for pair in pairs if 0 < pair.step < _LIKELY]
    return [*_covering(likely), *_covering(weak)]


def _covering(pairs: Sequence[Pair]) -> Iterator[Group]:
    """Groups grown from the strongest pair that is in none yet."""
    left = {
        (pair.left, pair.right): pair for pair in sorted(pairs, key=lambda pair: (-pair.step, pair.left, pair.right))
    }
    everywhere = sorted({place for places in left for place in places})
    while left:
        group = list(next(iter(left)))
        for place in everywhere:
            if place not in group and all((min(place, one), max(place, one)) in left for one in group):
                group.append(place)
        inside = [left.pop(places) for places in combinations(sorted(group), 2)]
        yield Group(tuple(sorted(group)), tuple(inside))


def stretches_of(group: Group, place: int, prose: Prose) -> list[Stretch]:
    """The article's words that others of the group have too, overlapping ones joined."""
    found: list[Stretch] = []
    for pair in group.pairs:
        if place in (pair.left, pair.right):
            found += [_stretch(prose, run.left if place == pair.left else run.right, run) for run in _kept(pair)]
    joined: list[Stretch] = []
    for each in sorted(found, key=lambda stretch: (stretch.first, stretch.last)):
        if joined and each.first < joined[-1].last:
            last = joined.pop()
            each = Stretch(last.first, max(last.last, each.last), max(last.own, each.own))
        joined.append(each)
    return joined


def _kept(pair: Pair) -> list[Run]:
    """The telling runs; in near-copies all that have a word of the writer's."""
    whole = any(reason.rule in ("copy", "quoted") for reason in pair.reasons)
    return [run for run in pair.runs if is_telling(run) or whole]


def _stretch(prose: Prose, first: int, run: Run) -> Stretch:
    """A run without the quoted words at its ends; one that is quoted throughout stays whole."""
    own = [place for place in range(first, first + run.size) if prose.own[place]]
    return Stretch(own[0], own[-1] + 1, run.own) if own else Stretch(first, first + run.size, 0)


def mentions_of(group: Group, place: int) -> Iterator[Span]:
    """Where the article names the outlets that are reasons."""
    for pair in group.pairs:
        for reason in pair.reasons:
            for article, mention in zip((reason.giver, reason.taker), reason.mentions, strict=False):
                if article == place and mention.span:
                    yield mention.span
