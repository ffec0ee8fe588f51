"""Finds where the words of a quotation stand in another article, and how closely they agree.

Words are compared closely only where two passages share a rare pair of neighbouring words, so
ten thousand quotations cost ten thousand look-ups and not fifty million comparisons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from crossread.comparison.quoting.wording import FUNCTION_WORDS, Passage, Wording

# A pair of words found in more places than this is a stock phrase and leads nowhere in particular.
_COMMON = 24
# A piece of so few words has to stand in the longer quotation as it is: "never closing the old
# harbour" is no copy of "by closing the old harbour".
_FRAGMENT = 8
# So many words of one speaker that stand in a longer quotation as they are are a part of it.
_WHOLE = 6
# Two quotations that begin or end apart are one where so many words run alike.
_RUN = 8
# Rare pairs two passages have to share before their words are compared.
_PAIRS = 2
# Passages of another article that are compared closely, the most promising first.
_TRIED = 3
# Words a quotation may gain at most while its copy is still looked for as one stretch.
_SLACK = 6

Shingle = tuple[str, str]
Block = tuple[int, int, int]
"""Equal words: place in the left passage, place in the right passage, number of words."""


class Alignment(Struct, frozen=True, gc=False):
    """Two passages with the words they share; `similarity` is shared words over the longer's."""

    left: Passage
    right: Passage
    blocks: tuple[Block, ...]
    shared: int
    content: int  # shared words that are not function words
    similarity: float

    @property
    def coverage(self) -> float:
        """The share of the shorter passage's words that the other has too."""
        return self.shared / min(len(self.left.indices), len(self.right.indices))

    @property
    def longest(self) -> int:
        """The words of the longest run that both have."""
        return max((size for _, _, size in self.blocks), default=0)


def align(left: Passage, right: Passage) -> Alignment:
    """The longest common runs of words, in order."""
    one, two = left.forms, right.forms
    found = [block for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks() if block.size]
    return aligned_by(left, right, tuple(_compact([(a, b, size) for a, b, size in found], left, right)))


def aligned_by(left: Passage, right: Passage, blocks: tuple[Block, ...]) -> Alignment:
    """Two passages whose equal runs are known."""
    words = [left.wording.forms[left.indices[i]] for first, _, size in blocks for i in range(first, first + size)]
    content = sum(word not in FUNCTION_WORDS for word in words)
    return Alignment(left, right, blocks, len(words), content, len(words) / max(len(left.indices), len(right.indices)))


def same_words(alignment: Alignment) -> bool:
    """True when the two are the same quotation, whole or in part, and not merely a shared phrase.

    Either four content words and three fifths of the shorter quotation agree (all of it when it is
    a short piece of a much longer one) or a run of eight words does, or three words and four fifths of the
    longer, with three quarters of its content words: "very proud of the team" is not "very proud of the city".
    """
    shorter = min(len(alignment.left.indices), len(alignment.right.indices))
    fragment = shorter <= _FRAGMENT and alignment.similarity < 0.5
    if alignment.content >= 4 and (alignment.coverage >= (1.0 if fragment else 0.6) or alignment.longest >= _RUN):
        return True
    if alignment.shared < 3 or alignment.content < 1:
        return False
    content = max(_content_size(alignment.left), _content_size(alignment.right))
    if alignment.similarity < 0.8:  # three words, and one that ties them to the sentence around them
        return alignment.content >= 3 and alignment.content == content and alignment.similarity >= 0.75
    return alignment.content >= 0.75 * content


def stands_whole(alignment: Alignment) -> bool:
    """True when the shorter stands word for word in the longer: enough where both are one speaker's."""
    return alignment.longest >= _WHOLE and alignment.coverage == 1.0 and alignment.content >= 2


def candidates(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of quotations of different articles worth a closer look, left article first."""
    index: dict[Shingle, list[int]] = {}
    first_of: dict[tuple[int, tuple[str, ...]], int] = {}
    for number, passage in enumerate(passages):
        first_of.setdefault((passage.wording.order, tuple(passage.forms)), number)
        for shingle in _shingles(passage.forms):
            index.setdefault(shingle, []).append(number)
    content = [frozenset(passage.forms) - FUNCTION_WORDS for passage in passages]
    orders = sorted({passage.wording.order for passage in passages})
    for number, passage in enumerate(passages):
        promise = _promise(passage, passages, index)
        for order in orders:
            if order <= passage.wording.order:
                continue
            likely = [item for item in promise.get(order, {}).items() if item[1] >= _PAIRS]
            likely = sorted(likely, key=lambda item: (-item[1], item[0]))[:_TRIED]
            tried = [other for other, _ in likely if _plausible(content[number], content[other])]
            twin = first_of.get((order, tuple(passage.forms)))
            for other in tried if twin is None or twin in tried else [twin, *tried]:
                yield passage, passages[other]


def _promise(
    passage: Passage, passages: Sequence[Passage], index: Mapping[Shingle, Sequence[int]]
) -> dict[int, dict[int, int]]:
    """How many rare pairs the quotations of each later article share with this one."""
    promise: dict[int, dict[int, int]] = {}
    for shingle in _shingles(passage.forms):
        if len(index[shingle]) > _COMMON:
            continue
        for other in index[shingle]:
            order = passages[other].wording.order
            if order > passage.wording.order:
                counts = promise.setdefault(order, {})
                counts[other] = counts.get(other, 0) + 1
    return promise


def _plausible(left: frozenset[str], right: frozenset[str]) -> bool:
    """A cheap bound on what makes a pair: too few content words in common can never pass it."""
    shared = len(left & right)
    return shared >= 4 or shared >= 0.6 * max(len(left), len(right)) or 2 <= shared == min(len(left), len(right))


def locate(passages: Sequence[Passage], wordings: Sequence[Wording]) -> Iterator[tuple[Passage, Passage]]:
    """Each quotation with the stretch of another article's body most likely to hold its words.

    The rare pairs have to stand at the same distance in both.
    """
    postings = _postings(wordings, {shingle for passage in passages for shingle in _shingles(passage.forms)})
    for passage in passages:
        forms = passage.forms
        votes: dict[tuple[int, int], int] = {}
        for offset in range(len(forms) - 1):
            places = postings.get((forms[offset], forms[offset + 1]), ())
            if len(places) <= _COMMON:
                for order, place in places:
                    votes[order, place - offset] = votes.get((order, place - offset), 0) + 1
        best: dict[int, tuple[int, int]] = {}
        for (order, start), count in sorted(vote for vote in votes.items() if vote[1] >= _PAIRS):
            if order != passage.wording.order and count > best.get(order, (0, 0))[0]:
                best[order] = count, start
        for order, (_, start) in best.items():
            stretch = _stretch(passage, wordings[order], start)
            if stretch is not None:
                yield passage, stretch


def _stretch(passage: Passage, wording: Wording, start: int) -> Passage | None:
    """The words of `wording` around `start` from the first to the last that the quotation has too."""
    first = max(0, start - _SLACK)
    last = min(len(wording.forms), start + len(passage.forms) + _SLACK)
    blocks = align(passage, Passage(wording, range(first, last))).blocks
    if not blocks:
        return None
    return Passage(wording, range(first + blocks[0][1], first + blocks[-1][1] + blocks[-1][2]))


def _content_size(passage: Passage) -> int:
    return sum(word not in FUNCTION_WORDS for word in passage.forms)


def _postings(wordings: Sequence[Wording], wanted: set[Shingle]) -> dict[Shingle, list[tuple[int, int]]]:
    """Where each pair of words stands: (the article's place in the set, word index)."""
    found: dict[Shingle, list[tuple[int, int]]] = {}
    for wording in wordings:
        for place, pair in enumerate(pairwise(wording.forms)):
            if pair in wanted:
                found.setdefault(pair, []).append((wording.order, place))
    return found


def _shingles(forms: Sequence[str]) -> list[Shingle]:
    """The pairs of neighbouring words that hold a content word, each once, in order."""
    pairs = dict.fromkeys(pairwise(forms))
    return [pair for pair in pairs if pair[0] not in FUNCTION_WORDS or pair[1] not in FUNCTION_WORDS]


def _compact(blocks: Sequence[Block], left: Passage, right: Passage) -> Iterable[Block]:
    """The blocks around the longest one, without stray words far away from it.

    In a long quotation a short one would otherwise find its "the" and "of" anywhere. Words that an ellipsis
    stands for may be many.
    """
    if not blocks:
        return ()
    room = min(len(left.indices), len(right.indices)) + _SLACK

    def near(before: Block, after: Block) -> bool:
        gaps = after[0] - before[0] - before[2], after[1] - before[1] - before[2]
        if max(gaps) <= room // 2:
            return True
        return (not gaps[0] and left.elided(after[0])) or (not gaps[1] and right.elided(after[1]))

    core = max(range(len(blocks)), key=lambda i: (blocks[i][2], -i))
    low = high = core
    while low > 0 and near(blocks[low - 1], blocks[low]):
        low -= 1
    while high + 1 < len(blocks) and near(blocks[high], blocks[high + 1]):
        high += 1
    return blocks[low : high + 1]
