"""Sentences of different articles that report the same thing, brought together.

Two sentences are held against one another only where they share a clue that is not in every other sentence; the
likest pair on both sides is kept, and pairs grow into one claim over more articles only where every two of its
sentences are like one another, so that no claim drifts from sentence to sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.claims.clues import Clues

LEAST = 0.28
"""Likeness from which two sentences are taken to report the same thing."""
_LOOSE = 0.8  # share of LEAST that pairs of a claim need which are not one another's likest
_FAR = 0.5  # share of LEAST up to which a sentence counts as found in one article only
_SHORTER = 0.75  # how far likeness goes by what the shorter sentence has in common rather than the longer
_HALF = 1.0  # shared weight at which likeness is halved for want of clues
_SURE = 1.3  # weight two sentences have to share,
_TOLD = 0.9  # and how much of it beside names
_LEAD = 1.2  # first sentences mostly tell of the same
_OTHERS = 0.85  # sentences about different people mostly do not
_REST = 1.2  # weight that a second sentence has to add to one told in two
_REST_SHARE = 0.35  # and the share of its own weight
_COUNTS = 0.25  # clues of less weight lead nowhere
_COMMON = 8  # nor do those in more sentences than this, for each article of the set
_ALLOWED = 1.4  # by how much likeness may be above what the leading clues promise
_NEAR = 0.5  # share of the weight the most promising sentence has in common, below which another is not tried
_TRIED = 4  # sentences of another article that are compared closely, the most promising first

Key = tuple[int, int]  # article and sentence
Claim = Mapping[int, tuple[Clues, ...]]
"""By article, in the set's order: the sentence that reports it, or the two neighbours."""


class Link(Struct, frozen=True, gc=False):
    """Two sentences with how alike they are, the left one of the earlier article."""

    left: Clues
    right: Clues
    likeness: float


class Claims(Struct, frozen=True):
    """What two or more articles report, and the sentences that nothing in another article comes near."""

    shared: tuple[Claim, ...]
    alone: tuple[Clues, ...]


def align_claims(sentences: Sequence[Sequence[Clues]]) -> Claims:
    """The claims of a set in the order of the first article that has them, and the sentences in one article only."""
    links = list(_links(sentences))
    best: dict[tuple[Key, int], Link] = {}
    for link in links:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            known = best.get((one.key, other.order))
            if known is None or link.likeness > known.likeness:
                best[one.key, other.order] = link
    mutual = [
        link
        for link in links
        if link.likeness >= LEAST
        and best[link.left.key, link.right.order] is link
        and best[link.right.key, link.left.order] is link
    ]
    claims = _cluster(mutual, {(link.left.key, link.right.key): link.likeness for link in links})
    whole = _with_second_halves(claims, sentences)
    near = {key for (key, _), link in best.items() if link.likeness >= LEAST * _FAR}
    near.update(each.key for claim in whole for told in claim.values() for each in told)
    alone = tuple(one for article in sentences for one in article if one.key not in near)
    return Claims(tuple(sorted(whole, key=_place)), alone)


def likeness(left: Clues, right: Clues) -> float:
    """How much of what the two sentences can be recognised by they share, 0 to 1; few clues make little likeness."""
    weight = told = 0.0
    for clue in left.weights.keys() & right.weights.keys():
        least = min(left.weights[clue], right.weights[clue])
        weight += least
        if not clue.startswith("e:"):
            told += least
    if weight == 0:
        return 0.0
    less, more = sorted((left.total, right.total))
    value = float((weight / less) ** _SHORTER * (weight / more) ** (1 - _SHORTER) * weight / (weight + _HALF))
    if left.index == right.index == 0:
        value *= _LEAD
    if left.people and right.people and left.people.isdisjoint(right.people):
        value *= _OTHERS
    enough = weight >= _SURE and told >= _TOLD and left.asks == right.asks
    return value if enough else min(value, LEAST * 0.9)


def _links(sentences: Sequence[Sequence[Clues]]) -> Iterator[Link]:
    """Pairs of sentences worth a look with their likeness."""
    every = [one for article in sentences for one in article]
    index: dict[str, list[int]] = {}
    for number, one in enumerate(every):
        for clue, weight in one.weights.items():
            if weight >= _COUNTS:
                index.setdefault(clue, []).append(number)
    most = _COMMON * len(sentences)
    leading = {clue: numbers for clue, numbers in index.items() if 1 < len(numbers) <= most}
    after = 0
    for article in sentences:
        after += len(article)
        for left in article:
            for number in _promising(left, after, leading, every):
                value = likeness(left, every[number])
                if value > 0:
                    yield Link(left, every[number], value)


def _promising(left: Clues, after: int, leading: Mapping[str, Sequence[int]], every: Sequence[Clues]) -> Iterator[int]:
    """The sentences of each later article, those from number `after` on, that share the most weight with this one."""
    promise: dict[int, float] = {}
    for clue in left.weights.keys() & leading.keys():
        weight, numbers = left.weights[clue], leading[clue]
        for number in numbers[bisect_left(numbers, after) :]:
            promise[number] = promise.get(number, 0.0) + weight
    most: dict[int, float] = {}
    for number, weight in promise.items():
        order = every[number].order
        if weight > most.get(order, 0.0):
            most[order] = weight
    near = [number for number, weight in promise.items() if weight >= _NEAR * most[every[number].order]]
    tried: dict[int, int] = {}
    for number in sorted(near, key=lambda number: (-promise[number], number)):
        right = every[number]
        tried[right.order] = tried.get(right.order, 0) + 1
        if tried[right.order] <= _TRIED and _bound(promise[number], min(left.total, right.total)) >= LEAST * _FAR:
            yield number


def _bound(weight: float, less: float) -> float:
    """What likeness can come to at most, clues too common to lead anywhere allowed for."""
    return float(_ALLOWED * min(1.0, weight / less) ** _SHORTER * weight / (weight + _HALF))


def _cluster(mutual: Sequence[Link], known: Mapping[tuple[Key, Key], float]) -> list[dict[int, Clues]]:
    """Claims from mutual best pairs, the surest first; a sentence joins only where it is like all that are there."""
    home: dict[Key, dict[int, Clues]] = {}
    for link in sorted(mutual, key=lambda link: (-link.likeness, link.left.key, link.right.key)):
        one = home.get(link.left.key, {link.left.order: link.left})
        two = home.get(link.right.key, {link.right.order: link.right})
        if one.keys().isdisjoint(two) and _all_alike(one, two, known):
            merged = {**one, **two}
            home.update((sentence.key, merged) for sentence in merged.values())
    return list({id(claim): claim for claim in home.values()}.values())


def _all_alike(one: Mapping[int, Clues], two: Mapping[int, Clues], known: Mapping[tuple[Key, Key], float]) -> bool:
    keys = [sorted((a.key, b.key)) for a in one.values() for b in two.values()]
    return all(known.get((left, right), 0.0) >= LEAST * _LOOSE for left, right in keys)


def _with_second_halves(
    claims: Sequence[Mapping[int, Clues]], sentences: Sequence[Sequence[Clues]]
) -> list[dict[int, tuple[Clues, ...]]]:
    """The claims with the neighbour that tells the rest, where one article takes two sentences for another's one."""
    taken = {sentence.key for claim in claims for sentence in claim.values()}
    whole = []
    for claim in claims:
        told: dict[int, tuple[Clues, ...]] = {}
        for order in sorted(claim):
            one = claim[order]
            others = [sentence for place, sentence in claim.items() if place != order]
            around = [sentences[order][i] for i in (one.index + 1, one.index - 1) if 0 <= i < len(sentences[order])]
            rest = [each for each in around if each.key not in taken and _tells_rest(each, one, others)][:1]
            taken.update(each.key for each in rest)
            told[order] = tuple(sorted((one, *rest), key=lambda each: each.index))
        whole.append(told)
    return whole


def _tells_rest(rest: Clues, one: Clues, others: Sequence[Clues]) -> bool:
    """Whether a sentence has what another article's sentence says beyond the one aligned to it already."""
    for other in others:
        shared = (rest.weights.keys() & other.weights.keys()) - one.weights.keys()
        weight = sum(min(rest.weights[clue], other.weights[clue]) for clue in shared)
        if weight >= _REST and weight >= _REST_SHARE * rest.total:
            return True
    return False


def _place(claim: Claim) -> list[Key]:
    return sorted(sentence.key for told in claim.values() for sentence in told)
