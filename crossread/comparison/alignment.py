"""Finds where the words of a quotation stand in another article, and how closely they agree.

Words are compared closely only where two passages share a rare pair of neighbouring words, so
ten thousand quotations cost ten thousand look-ups and not fifty million comparisons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from crossread.comparison.wording import FUNCTION_WORDS, Passage, Wording

# A pair of words found in more places than this is a stock phrase and leads nowhere in particular.
_COMMON = 40
# Passages of another article that are compared closely, the most promising first.
_TRIED = 3
# Words a quotation may gain at most while its copy is still looked for as one stretch.
_SLACK = 6

Shingle = tuple[str, str]
Block = tuple[int, int, int]
"""Equal words: index in the left article, index in the right article, number of words."""


@dataclass(frozen=True, slots=True)
class Alignment:
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
        return self.shared / min(self.left.last - self.left.first, self.right.last - self.right.first)


def align(left: Passage, right: Passage) -> Alignment:
    """The longest common runs of words, in order."""
    matcher = SequenceMatcher(None, left.forms, right.forms, autojunk=False)
    found = [(left.first + a, right.first + b, size) for a, b, size in matcher.get_matching_blocks() if size]
    blocks = tuple(_compact(found, min(left.last - left.first, right.last - right.first)))
    words = [word for first, _, size in blocks for word in left.wording.forms[first : first + size]]
    longer = max(left.last - left.first, right.last - right.first)
    content = sum(word not in FUNCTION_WORDS for word in words)
    return Alignment(left, right, blocks, len(words), content, len(words) / longer)


def same_words(alignment: Alignment) -> bool:
    """True when the two are the same quotation, whole or in part, and not merely a shared phrase.

    Either four content words and three fifths of the shorter quotation agree, or three words and
    four fifths of the longer, among them a content word.
    """
    if alignment.content >= 4 and alignment.coverage >= 0.6:
        return True
    return alignment.shared >= 3 and alignment.content >= 1 and alignment.similarity >= 0.8


def candidates(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of quotations of different articles worth a closer look, left article first."""
    index: dict[Shingle, list[int]] = {}
    first_of: dict[tuple[int, tuple[str, ...]], int] = {}
    for number, passage in enumerate(passages):
        first_of.setdefault((passage.wording.order, tuple(passage.forms)), number)
        for shingle in _shingles(passage.forms):
            index.setdefault(shingle, []).append(number)
    orders = sorted({passage.wording.order for passage in passages})
    for passage in passages:
        promise: Counter[int] = Counter()
        for shingle in _shingles(passage.forms):
            if len(index[shingle]) <= _COMMON:
                promise.update(index[shingle])
        for order in orders:
            if order > passage.wording.order:
                twin = first_of.get((order, tuple(passage.forms)))
                for other in _most_promising(promise, passages, order, twin):
                    yield passage, passages[other]


def _most_promising(promise: Mapping[int, int], passages: Sequence[Passage], order: int, twin: int | None) -> list[int]:
    """The quotations of one article that share most rare pairs; one word for word the same first."""
    within = [(count, number) for number, count in promise.items() if passages[number].wording.order == order]
    likely = [number for _, number in sorted(within, key=lambda item: (-item[0], item[1]))[:_TRIED]]
    return likely if twin is None or twin in likely else [twin, *likely]


def locate(passages: Sequence[Passage], wordings: Sequence[Wording]) -> Iterator[tuple[Passage, Passage]]:
    """Each quotation with the stretch of another article's body most likely to hold its words."""
    wanted = {shingle for passage in passages for shingle in _shingles(passage.forms)}
    postings = [_postings(wording, wanted) for wording in wordings]
    for passage in passages:
        for wording in wordings:
            if wording.order == passage.wording.order:
                continue
            stretch = _stretch(passage, wording, postings[wording.order])
            if stretch is not None:
                yield passage, stretch


def _stretch(passage: Passage, wording: Wording, postings: Mapping[Shingle, Sequence[int]]) -> Passage | None:
    forms = passage.forms
    votes: Counter[int] = Counter()
    for offset in range(len(forms) - 1):
        places = postings.get((forms[offset], forms[offset + 1]), ())
        if len(places) <= _COMMON:
            votes.update(place - offset for place in places)
    if not votes:
        return None
    start = min(votes, key=lambda place: (-votes[place], place))
    first = max(0, start - _SLACK)
    last = min(len(wording.forms), start + len(forms) + _SLACK)
    blocks = align(passage, Passage(wording, first, last, None)).blocks
    if not blocks:
        return None
    return Passage(wording, blocks[0][1], blocks[-1][1] + blocks[-1][2], None)


def _postings(wording: Wording, wanted: set[Shingle]) -> dict[Shingle, list[int]]:
    found: dict[Shingle, list[int]] = {}
    forms = wording.forms
    for place in range(len(forms) - 1):
        pair = (forms[place], forms[place + 1])
        if pair in wanted:
            found.setdefault(pair, []).append(place)
    return found


def _shingles(forms: Sequence[str]) -> list[Shingle]:
    """The pairs of neighbouring words that hold a content word, each once, in order."""
    pairs = ((forms[i], forms[i + 1]) for i in range(len(forms) - 1))
    return list(dict.fromkeys(p for p in pairs if p[0] not in FUNCTION_WORDS or p[1] not in FUNCTION_WORDS))


def _compact(blocks: Sequence[Block], shorter: int) -> Iterable[Block]:
    """The blocks around the longest one, without stray words far away from it.

    In a long quotation a short one would otherwise find its "the" and "of" anywhere.
    """
    if not blocks:
        return ()
    room = shorter + _SLACK
    core = max(range(len(blocks)), key=lambda i: (blocks[i][2], -i))
    low = high = core
    while low > 0 and _gap(blocks[low - 1], blocks[low]) <= room // 2:
        low -= 1
    while high + 1 < len(blocks) and _gap(blocks[high], blocks[high + 1]) <= room // 2:
        high += 1
    return blocks[low : high + 1]


def _gap(before: Block, after: Block) -> int:
    return max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
