"""The quotations several articles carry: for each the copy every article has, laid beside the fullest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from crossread.comparison.quoting.alignment import (
    Alignment,
    align,
    aligned_by,
    candidates,
    locate,
    same_words,
    stands_whole,
)
from crossread.comparison.quoting.saying import Sayings
from crossread.comparison.quoting.wording import FUNCTION_WORDS, Passage, Wording

# Rules for words without marks: content words and share of the quotation that have to agree, and its words.
_BARE_CONTENT = 4
_BARE_SIMILARITY = 0.8
_BARE_WORDS = 4
_TURNED = 3  # content words that both copies have, and not in one order

Key = tuple[int, int]
"""A passage: the article's place in the set, its first word."""


class SharedQuotation(Struct, frozen=True, gc=False):
    """One quotation over the set: each article's copy, by its place in the set, in that order.

    `alignments` hold the copies against that of `base`, which they are the left side of.
    """

    base: int
    copies: Mapping[int, Passage]
    alignments: Mapping[int, Alignment]


def shared_quotations(
    passages: Sequence[Passage], wordings: Sequence[Wording], sayings: Sayings, against: int | None
) -> list[SharedQuotation]:
    """Every quotation that two articles carry, in the order of the first one's copy.

    All copies are aligned with the base itself, never with one another only, so that no two quotations are
    chained into one. The base is the copy of the article at `against`, else the fullest. A copy may be in
    several pieces, or stand without quotation marks.
    """
    passages = _once_each(passages)
    pairs = _pair_quotations(passages, sayings)
    pairs += _pair_with_bare_words(passages, wordings, pairs, sayings)
    found = []
    open_pairs = {index: (_key(pair.left), _key(pair.right)) for index, pair in enumerate(pairs)}
    reached: dict[Key, list[int]] = {}
    for index, keys in open_pairs.items():
        for key in keys:
            reached.setdefault(key, []).append(index)
    for key in sorted(reached, key=lambda each: (_fullness(pairs[reached[each][0]], each), each)):
        own = [pairs[index] for index in reached[key] if index in open_pairs]
        if not own:
            continue
        shared, members = _gather(key, own, against)
        for index in set(chain.from_iterable(reached[each] for each in members)):
            if index in open_pairs and members.issuperset(open_pairs[index]):
                del open_pairs[index]
        found.append(shared)
    return sorted(found, key=lambda each: [(order, copy.indices[0]) for order, copy in each.copies.items()])


def _once_each(passages: Iterable[Passage]) -> list[Passage]:
    """A phrase quoted again and again in an article counts where it stands first."""
    seen: dict[tuple[int, tuple[str, ...]], Passage] = {}
    for passage in passages:
        seen.setdefault((passage.wording.order, tuple(passage.forms)), passage)
    return list(seen.values())


def _pair_quotations(passages: Sequence[Passage], sayings: Sayings) -> list[Alignment]:
    found = []
    for left, right in candidates(passages):
        alignment = align(left, right)
        if _said_otherwise(alignment):
            continue
        same = same_words(alignment)
        if (same and (alignment.similarity >= 0.8 or not sayings.differ(left, right))) or (
            not same and stands_whole(alignment) and sayings.agree(left, right)
        ):
            found.append(alignment)
    return found


def _said_otherwise(alignment: Alignment) -> bool:
    """Whether what is not equal in place tells much of the same in another order: the words of another occasion."""
    left = {index for a, _, size in alignment.blocks for index in range(a, a + size)}
    right = {index for _, b, size in alignment.blocks for index in range(b, b + size)}
    loose = [
        {form for index, form in enumerate(passage.forms) if index not in held and form not in FUNCTION_WORDS}
        for passage, held in ((alignment.left, left), (alignment.right, right))
    ]
    return len(loose[0] & loose[1]) >= _TURNED


def _pair_with_bare_words(
    passages: Sequence[Passage], wordings: Sequence[Wording], paired: Sequence[Alignment], sayings: Sayings
) -> list[Alignment]:
    """Quotations whose words another article has without marks, or with the marks elsewhere.

    Stricter than between two quotations: four content words and four fifths of the quotation, and nobody else's.
    """
    done = {(_key(one), other.wording.order) for a in paired for one, other in ((a.left, a.right), (a.right, a.left))}
    known = {(passage.wording.order, number) for passage in passages for number in passage.quotations}
    found: dict[tuple[Key, Key], Alignment] = {}
    for passage, stretch in locate([p for p in passages if len(p.indices) >= _BARE_WORDS], wordings):
        order = stretch.wording.order
        if (_key(passage), order) in done:
            continue
        marks = {stretch.wording.inside[index] for index in stretch.indices}
        if len(marks) == 1 and (order, *marks) in known:
            continue  # inside one quotation, which was compared as a whole and is another one
        if quoted := tuple(sorted(number for number in marks if (order, number) in known)):
            stretch = Passage(stretch.wording, stretch.indices, quoted)
        alignment = align(passage, stretch)
        if alignment.content < _BARE_CONTENT or alignment.similarity < _BARE_SIMILARITY:
            continue
        if not sayings.differ(passage, stretch):  # nobody else's statement
            found.setdefault((_key(passage), _key(stretch)), alignment)
    return list(found.values())


def _key(passage: Passage) -> Key:
    return passage.wording.order, passage.indices[0]


def _fullness(pair: Alignment, key: Key) -> tuple[bool, int]:
    """Sorts words in marks before words without, the longer first."""
    passage = pair.left if _key(pair.left) == key else pair.right
    return not passage.quotations, -len(passage.indices)


def _gather(key: Key, pairs: Sequence[Alignment], against: int | None) -> tuple[SharedQuotation, set[Key]]:
    """The quotation around one passage, and all passages that are copies of it."""
    turned = [pair if _key(pair.left) == key else _turned(pair) for pair in pairs]
    centre = turned[0].left
    pieces: dict[int, list[Alignment]] = {}
    for pair in turned:
        pieces.setdefault(pair.right.wording.order, []).append(pair)
    alignments = {order: _joined(own) for order, own in pieces.items()}
    base = centre.wording.order
    fuller = next((o for o, each in alignments.items() if len(alignments) == 1 and _is_fuller(each)), None)
    turn_to = against if against in alignments else None if base == against else fuller
    if turn_to is not None:
        alignments = _rebased(alignments, turn_to)
        base = turn_to
    copies = {base: next(iter(alignments.values())).left, **{o: a.right for o, a in alignments.items()}}
    members = {key, *(_key(pair.right) for pair in turned if pair.right.wording.order in copies)}
    return SharedQuotation(base, dict(sorted(copies.items())), dict(sorted(alignments.items()))), members


def _is_fuller(alignment: Alignment) -> bool:
    one, two = alignment.left, alignment.right
    return bool(two.quotations) and len(two.indices) > len(one.indices)


def _rebased(alignments: Mapping[int, Alignment], base: int) -> dict[int, Alignment]:
    """The copies against another one of them; those that share too few words with it are another finding."""
    first = _turned(alignments[base])
    others = {order: align(first.left, each.right) for order, each in alignments.items() if order != base}
    kept = {order: each for order, each in others.items() if each.blocks and same_words(each)}
    return {first.right.wording.order: first, **kept}


def _turned(alignment: Alignment) -> Alignment:
    blocks = tuple((b, a, size) for a, b, size in alignment.blocks)
    return aligned_by(alignment.right, alignment.left, blocks)


def _joined(pairs: Sequence[Alignment]) -> Alignment:
    """The pieces in which one article has the words of a passage, as one copy; the closest piece of each stretch."""
    kept: list[Alignment] = []
    for pair in sorted(pairs, key=lambda each: (-each.shared, -each.similarity, each.right.indices[0])):
        if all(_apart(pair, other) for other in kept):
            kept.append(pair)
    kept.sort(key=lambda each: each.blocks[0][0])
    if len(kept) == 1 or any(a.right.indices[-1] >= b.right.indices[0] for a, b in pairwise(kept)):
        return max(kept, key=lambda each: each.shared)  # one piece, or pieces in another order
    indices: list[int] = []
    blocks = []
    for pair in kept:
        blocks += [(a, b + len(indices), size) for a, b, size in pair.blocks]
        indices += pair.right.indices
    quotations = tuple(dict.fromkeys(number for pair in kept for number in pair.right.quotations))
    return aligned_by(kept[0].left, Passage(kept[0].right.wording, tuple(indices), quotations), tuple(blocks))


def _apart(one: Alignment, other: Alignment) -> bool:
    """Whether two pieces hold different stretches of the passage they are aligned with."""
    first, second = sorted((one, other), key=lambda each: each.blocks[0][0])
    a, _, size = first.blocks[-1]
    return a + size <= second.blocks[0][0]
