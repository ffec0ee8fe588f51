"""Complete-linkage clustering: a group holds only what is alike pair by pair.

Average or single linkage joins two groups over a few articles that are near to both. In news there
always are some: the report that recalls last week's vote stands between this week's and that one, and
each join makes the next likelier. Such chains are what groups go wrong by. With complete linkage
two groups join only when their least alike two articles still reach the threshold, so a bridge joins
nothing, and the figure a reader is told of a group holds for every two of its articles.

Source: Defays 1977, "An efficient algorithm for a complete link method", https://doi.org/10.1093/comjnl/20.4.364
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush


def complete_linkage(size: int, pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, ...]]:
    """The places 0 to `size` - 1 in groups, each in ascending order, ordered by their first.

    `pairs` are the two places and likeness of all that are alike enough; two not named there never
    share a group. The most alike groups join first, of equals those with the earliest places.
    """
    groups = {place: [place] for place in range(size)}
    near: dict[int, dict[int, float]] = {place: {} for place in range(size)}
    for one, other, likeness in pairs:
        near[one][other] = near[other][one] = likeness
    # One entry a group, with its nearest. As groups grow likenesses only fall, so what an entry
    # says is an upper bound: one that no longer holds is made anew when its turn comes.
    queue = [_nearest(place, near[place]) for place in near if near[place]]
    heapify(queue)
    while queue:
        negative, _, _, one, other = heappop(queue)
        if one not in near or not near[one]:
            continue
        if near[one].get(other) != -negative:
            heappush(queue, _nearest(one, near[one]))
            continue
        one, other = min(one, other), max(one, other)  # a group is called by its first place
        groups[one] += groups.pop(other)
        _join(near, one, other)
        if near[one]:
            heappush(queue, _nearest(one, near[one]))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _nearest(place: int, others: dict[int, float]) -> tuple[float, int, int, int, int]:
    """The queue's entry for a group: minus the likeness to its nearest, the two in order, itself, its nearest."""
    negative, other = min((-likeness, other) for other, likeness in others.items())
    return negative, min(place, other), max(place, other), place, other


def _join(near: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Make `other` part of `one`: near to both is what is near to each, by the lesser of the two."""
    left, right = near[one], near.pop(other)
    near[one] = joined = {place: min(likeness, right[place]) for place, likeness in left.items() if place in right}
    for place in left.keys() | right.keys():
        if place not in (one, other):
            near[place].pop(other, None)
            if place in joined:
                near[place][one] = joined[place]
            else:
                near[place].pop(one, None)
