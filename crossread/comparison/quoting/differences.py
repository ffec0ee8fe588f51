"""How two copies of a quotation differ: each difference with its class and the words it is in.

Classes: `changed`, `inserted`, `bracket`, `ellipsis`, `cut`, `edge`, `moved`, `punctuation`, `unmarked`.
`findings/quotations.py` says what each means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.quoting.alignment import Alignment, Block
from crossread.comparison.quoting.wording import ELLIPSIS, FUNCTION_WORDS, Passage, Wording
from crossread.model import Edit, Span
from crossread.text.number_words import NUMBER_WORDS
from crossread.text.stems import stem

SLIGHT = "function words only"
INSIDE, OUTSIDE = "inside the marks here", "outside the marks here"
# A longer run in one copy only was left out of the other; a shorter one was changed or slipped in.
_LONG = 8
_JOINING = 3  # words that tie a quotation to the sentence around it: "as", "that the"
_BRACKETED = 12  # words in brackets looked at
_QUOTE_MARKS = re.compile(r"[\s\"'“”„‟«»‹›‘’‚‛`]+")
_DASHES = re.compile(r"[-‐‑‒–—―]+")
_DOUBLE = re.compile(r"[\"“”„]")
_SPELT_TWICE = 6  # letters from which a word may have a British and an American spelling
_SHORTENED = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "lt": "lieutenant"}
_FULL = {"won't": "willnot", "can't": "cannot", "n't": "not", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will",
         "'d": "would", "'m": "am"}  # fmt: skip
_FULL_HAS = _FULL | {"'s": "has", "'d": "had"}
_CONTRACTED = re.compile("|".join(f"{ending}$" for ending in _FULL))
_STOPS = re.compile(r"[.!?\n]")
_LETTER = re.compile(r"\w\[|\[\w{1,2}\]\w")
_BRACKETS = re.compile(r"[\[\]]")
_OPENED = re.compile(r"[\[(]")
_POINTS = re.compile(r"[.'-]")


class _Gap(Struct, frozen=True, gc=False):
    """Words between equal runs: [left0, left1) of the one copy for [right0, right1) of the other."""

    left0: int
    left1: int
    right0: int
    right1: int
    edge: bool  # before the first equal run or after the last


def differences(alignment: Alignment) -> tuple[Edit, ...]:
    """The edits from the left copy to the right in reading order; two copies alike have none."""
    left, right = alignment.left, alignment.right
    bare = bool(left.quotations) != bool(right.quotations)
    head, tail = (0, 0) if bare else (_grown(alignment, -1), _grown(alignment, 1))
    found = list(_over_the_marks(alignment, head, tail))
    for gap in _gaps(alignment, head, tail):
        found.extend(_classed(left, right, gap))
    for block in alignment.blocks:
        if not bare:
            found.extend(_moved(left, right, block))
        found.extend(_signs(left, right, block))
    found.sort(key=lambda edit: (edit.base, edit.here, edit.rule))
    whole = [Edit("unmarked", left.span(0, len(left.indices)), right.span(0, len(right.indices)))] if bare else []
    return (*whole, *dict.fromkeys(found))


def _gaps(alignment: Alignment, head: int, tail: int) -> Iterator[_Gap]:
    """What stands between the equal runs; `head` and `tail` words at the edges are equal beyond the marks."""
    sizes = len(alignment.left.indices), len(alignment.right.indices)
    ends = (0, 0)
    for number, (a, b, size) in enumerate(alignment.blocks):
        first = number == 0
        yield from _gap(ends, (a, b), first, head if first else 0, 0)
        ends = a + size, b + size
    yield from _gap(ends, sizes, True, 0, tail)


def _gap(ends: tuple[int, int], starts: tuple[int, int], edge: bool, head: int, tail: int) -> Iterator[_Gap]:
    left0, right0 = (min(end + tail, start) for end, start in zip(ends, starts, strict=True))
    left1, right1 = (max(start - head, end) for end, start in zip((left0, right0), starts, strict=True))
    if left0 < left1 or right0 < right1:
        yield _Gap(left0, left1, right0, right1, edge)


def _grown(alignment: Alignment, step: int) -> int:
    """How many words the first (step -1) or last (1) equal run goes on beyond the marks of one of the copies.

    Only where the run reaches the mark in one copy and not in the other.
    """
    left, right = alignment.left, alignment.right
    a, b, size = alignment.blocks[0 if step < 0 else -1]
    if step > 0:
        a, b = a + size - 1, b + size - 1
        spare = len(left.indices) - 1 - a, len(right.indices) - 1 - b
    else:
        spare = a, b
    if (spare[0] == 0) == (spare[1] == 0) or max(spare) > _LONG:
        return 0
    i, j = left.indices[a], right.indices[b]
    grown = 0
    while grown < max(spare):
        i, j = i + step, j + step
        if not (0 <= i < len(left.wording.forms) and 0 <= j < len(right.wording.forms)):
            break
        if left.wording.forms[i] != right.wording.forms[j]:
            break
        if _sentence_ends(left.wording, i, i - step) != _sentence_ends(right.wording, j, j - step):
            break  # the same word of another sentence
        grown += 1
    return grown


def _sentence_ends(wording: Wording, one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return bool(_STOPS.search(wording.text, wording.ends[first], wording.starts[second]))


def _over_the_marks(alignment: Alignment, head: int, tail: int) -> Iterator[Edit]:
    """The words an equal run has beyond the marks of one copy; in the marks of a quotation beside it they are alike."""
    left, right = alignment.left, alignment.right
    a, b, _ = alignment.blocks[0]
    if head:
        i, j = left.indices[a], right.indices[b]
        yield from _moved_over(alignment, range(i - head, i), range(j - head, j))
    a, b, size = alignment.blocks[-1]
    if tail:
        i, j = left.indices[a + size - 1] + 1, right.indices[b + size - 1] + 1
        yield from _moved_over(alignment, range(i, i + tail), range(j, j + tail))


def _moved_over(alignment: Alignment, one: range, two: range) -> Iterator[Edit]:
    left, right = alignment.left.wording, alignment.right.wording
    flags = all(left.inside[i] >= 0 for i in one), all(right.inside[j] >= 0 for j in two)
    if flags[0] != flags[1]:
        note = OUTSIDE if flags[0] else INSIDE
        yield Edit("moved", left.span(one.start, one.stop), right.span(two.start, two.stop), note)


def _classed(left: Passage, right: Passage, gap: _Gap) -> Iterator[Edit]:
    """The class of the words between two equal runs; at an edge each copy may have a run of its own."""
    one, two = left.span(gap.left0, gap.left1), right.span(gap.right0, gap.right1)
    sizes = gap.left1 - gap.left0, gap.right1 - gap.right0
    if _between_marks(left, gap.left0, gap.left1) or _between_marks(right, gap.right0, gap.right1):
        return  # “…,” she said. “…” taken for one quotation
    if all(sizes) and gap.edge and max(sizes) > _LONG:
        yield Edit("cut", one, _end(two, gap.left0))
        yield Edit("cut", _end(one, gap.left0), two)
        return
    if all(sizes):
        rule = _in_place(left, right, gap)
    elif sizes[0]:
        rule = _slipped_in(left, gap.left0, gap.left1, right, gap.right0, edge=gap.edge)
    else:
        rule = _slipped_in(right, gap.right0, gap.right1, left, gap.left0, edge=gap.edge)
    words = *left.forms[gap.left0 : gap.left1], *right.forms[gap.right0 : gap.right1]
    slight = rule in ("changed", "inserted") and FUNCTION_WORDS.issuperset(words)
    yield Edit(rule, one, two, SLIGHT if slight else "")


def _between_marks(passage: Passage, first: int, last: int) -> bool:
    """Whether words inside a quotation stand after a closing mark and before an opening one."""
    return first < last and bool(_DOUBLE.search(passage.between(first)) and _DOUBLE.search(passage.between(last)))


def _end(span: Span, position: int) -> Span:
    """No words: at the outer end of what stands at an edge."""
    place = span.end if position else span.start
    return Span(place, place)


def _in_place(left: Passage, right: Passage, gap: _Gap) -> str:
    """The class of words that stand for others."""
    if _bracketed(left, gap.left0, gap.left1) != _bracketed(right, gap.right0, gap.right1):
        return "bracket"
    one, two = left.forms[gap.left0 : gap.left1], right.forms[gap.right0 : gap.right1]
    return "punctuation" if _alike(one, two) else "changed"


def _slipped_in(passage: Passage, first: int, last: int, other: Passage, place: int, *, edge: bool) -> str:
    """The class of words of `passage` that `other`, at `place`, does not have."""
    if _bracketed(passage, first, last):
        return "bracket"
    if other.elided(place):
        return "ellipsis"
    if not (passage.quotations and other.quotations):
        return "cut" if edge or last - first > _LONG else "inserted"
    if edge or _between_pieces(other, place):
        joining = last - first <= _JOINING and FUNCTION_WORDS.issuperset(passage.forms[first:last])
        return "edge" if joining else "cut"
    return "cut" if last - first > _LONG else "inserted"


def _between_pieces(passage: Passage, place: int) -> bool:
    return 0 < place < len(passage.indices) and passage.indices[place] != passage.indices[place - 1] + 1


def _bracketed(passage: Passage, first: int, last: int) -> bool:
    """Whether the words, or a letter of them, stand in brackets: "[the mayor]", "[h]e"."""
    if not first < last <= first + _BRACKETED:
        return False
    wording, start, stop = passage.wording, passage.indices[first], passage.indices[last - 1]
    begin = wording.ends[start - 1] if start else 0
    if _OPENED.search(wording.text, begin, wording.starts[start]):
        return True
    return bool(_LETTER.search(wording.text, max(0, wording.starts[start] - 1), wording.ends[stop]))


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether words differ in hyphens, points, short forms, figures or British and American spelling only."""
    return not _written(one).isdisjoint(_written(two))


def _written(forms: Sequence[str]) -> set[str]:
    """Words run together, as they are and with "he's" and "don't" in full."""
    parts = [part for form in forms for part in form.split("-")]
    long = [[_in_full(part, endings) for part in parts] for endings in (_FULL, _FULL_HAS)]
    return {_POINTS.sub("", "".join(map(_spelt, each))) for each in (parts, *long)}


def _in_full(part: str, endings: Mapping[str, str]) -> str:
    return _CONTRACTED.sub(lambda found: endings[found[0]], part)


def _spelt(part: str) -> str:
    """A word as figures, in full where news style shortens it, and in one spelling, its inflection kept.

    "two" is "2", "Sen." is "senator", "organised" is "organized".
    """
    part = str(NUMBER_WORDS.get(part, _SHORTENED.get(part, part)))
    if len(part) < _SPELT_TWICE:
        return part
    kept = stem(part)
    return kept + (part[len(kept) :] if part.startswith(kept[:-1]) else "")[-1:]


def _moved(left: Passage, right: Passage, block: Block) -> Iterator[Edit]:
    """Equal words that stand inside the marks in one copy and outside them in the other."""
    a, b, size = block
    one, two = left.wording.inside, right.wording.inside
    flags = [(one[left.indices[a + i]] >= 0) - (two[right.indices[b + i]] >= 0) for i in range(size)]
    start = 0
    while start < size:
        stop = start + 1
        while stop < size and flags[stop] == flags[start]:
            stop += 1
        if flags[start]:
            note = OUTSIDE if flags[start] > 0 else INSIDE
            yield Edit("moved", left.span(a + start, a + stop), right.span(b + start, b + stop), note)
        start = stop


def _signs(left: Passage, right: Passage, block: Block) -> Iterator[Edit]:
    """Different signs between equal neighbouring words; quotation marks and spacing do not count."""
    a, b, size = block
    for i in range(1, size):
        raw = left.between(a + i), right.between(b + i)
        if raw[0] == raw[1] or not all(raw):
            continue
        signs = [_DASHES.sub("–", _QUOTE_MARKS.sub("", text)) for text in raw]
        one, two = left.wording.inside, right.wording.inside
        if signs[0] == signs[1] or one[left.indices[a + i - 1]] < 0 or two[right.indices[b + i - 1]] < 0:
            continue  # a mark between the words brings the sentence's own punctuation with it
        rule = _sign_class(raw)
        yield Edit(rule, left.span(a + i - 1, a + i + 1), right.span(b + i - 1, b + i + 1))


def _sign_class(raw: tuple[str, str]) -> str:
    if bool(ELLIPSIS.search(raw[0])) != bool(ELLIPSIS.search(raw[1])):
        return "ellipsis"
    return "bracket" if bool(_BRACKETS.search(raw[0])) != bool(_BRACKETS.search(raw[1])) else "punctuation"
