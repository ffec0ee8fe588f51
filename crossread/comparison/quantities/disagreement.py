"""Quantities of several articles brought together where they are about the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct

from crossread.comparison.quantities.agreement import close_enough, compatible, enough, likeness, told_with, weight
from crossread.comparison.quantities.quantities import Quantity, Reading

_CLEARLY = 1.25  # by so much a pair must be more alike than the next best
_AGREEING = 0.5  # of the likeness is enough where the numbers agree too
_BUCKET = 40  # quantities of one subject in an article that are compared: a table has hundreds of percentages


class Matter(Struct, frozen=True):
    """One thing counted or dated over the set: each article's quantities of it, by the article's place.

    `shared` are the stems and names that the first two articles' sentences share, the most telling first.
    """

    quantities: dict[int, list[Quantity]]
    shared: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """True when any two articles have quantities that can both hold."""
        sides = self.quantities.values()
        return all(any(compatible(a, b) for a in x for b in y) for x, y in combinations(sides, 2))


def match(readings: Sequence[Reading]) -> list[Matter]:
    """The things that at least two articles give a quantity of, in the order the first of them has them."""
    subjects: dict[tuple[str, ...], dict[int, list[Quantity]]] = {}
    for reading in readings:
        for quantity in reading.quantities:
            held = subjects.setdefault(quantity.subject, {}).setdefault(quantity.order, [])
            if len(held) < _BUCKET:
                held.append(quantity)
    matters = [matter for held in subjects.values() if len(held) > 1 for matter in _of_subject(held, readings)]
    return sorted(matters, key=lambda m: min((order, q[0].amount.start) for order, q in m.quantities.items()))


class _Pair(Struct, frozen=True):
    a: Quantity
    b: Quantity
    score: float
    agrees: bool


_Group = dict[int, list[Quantity]]


def _of_subject(held: _Group, readings: Sequence[Reading]) -> Iterator[Matter]:
    groups: dict[Quantity, _Group] = {}
    for pair in _pairs(held, readings):
        _join(pair, groups)
    for group in {id(group): group for group in groups.values()}.values():
        by_article = dict(sorted(group.items()))
        yield Matter(by_article, _shared(by_article, readings))


def _shared(group: _Group, readings: Sequence[Reading]) -> tuple[str, ...]:
    one, other = [quantities[0] for quantities in group.values()][:2]
    near, (in_one, in_other) = one.near & other.near, [readings[order].counts for order in list(group)[:2]]
    return tuple(sorted(one.around & other.around, key=lambda t: (t not in near, -weight(t, in_one, in_other), t)))


def _pairs(held: _Group, readings: Sequence[Reading]) -> list[_Pair]:
    """Pairs of articles' quantities to be brought together: those that agree first, then the most alike."""
    found: list[_Pair] = []
    for one, other in combinations(sorted(held), 2):
        pairs = []
        left, right = readings[one], readings[other]
        sole = len(held[one]) == len(held[other]) == 1
        for a, b in product(held[one], held[other]):
            score = likeness(a, b, left.counts, right.counts)
            if sole:
                score += told_with(a, b, left.lead, right.lead, left.counts, right.counts)
            least = enough(a, b)
            if score < least * _AGREEING:
                continue
            agrees = compatible(a, b)
            if agrees or (score >= least and close_enough(a, b)):
                pairs.append(_Pair(a, b, score, agrees))
        found += _best(pairs)
    return sorted(found, key=lambda p: (not p.agrees, -p.score, p.a.amount.start, p.b.amount.start))


def _best(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """The pairs that agree, and those that differ where neither side has as good or an agreeing counterpart."""
    sides: dict[Quantity, list[_Pair]] = {}
    for pair in sorted(pairs, key=lambda p: (not p.agrees, -p.score)):
        sides.setdefault(pair.a, []).append(pair)
        sides.setdefault(pair.b, []).append(pair)
    for pair in pairs:
        if pair.agrees or (_leads(pair, pair.a, sides[pair.a]) and _leads(pair, pair.b, sides[pair.b])):
            yield pair


def _leads(pair: _Pair, side: Quantity, pairs: Sequence[_Pair]) -> bool:
    """True when no other of the side's pairs, the best first, agrees or is about as alike with another number."""
    for other in pairs:
        if other.agrees:
            return False
        if other.score * _CLEARLY <= pair.score:
            return True
        mine, theirs = (pair.b, other.b) if side is pair.a else (pair.a, other.a)
        if not compatible(mine, theirs):
            return False
    return True


def _join(pair: _Pair, groups: dict[Quantity, _Group]) -> None:
    """Puts two quantities into one group unless an article would then say two different things in it."""
    left = groups.get(pair.a, {pair.a.order: [pair.a]})
    right = groups.get(pair.b, {pair.b.order: [pair.b]})
    if left is right:
        return
    merged = {order: list(held) for order, held in left.items()}
    for order, held in right.items():
        mine = merged.setdefault(order, [])
        if any(not compatible(a, b) for a in mine for b in held):
            return
        mine += held
    for held in merged.values():
        held.sort(key=lambda quantity: quantity.amount.start)
        for quantity in held:
            groups[quantity] = merged
