"""Finds the runs of words two articles share, and how much of each is the writers' own wording.

Runs are found by shingles of five words (Broder 1997): those that stand in two articles are looked up in
an index and grown as far as the words agree, so ten long articles cost one pass over their words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.attribution.roles import role_heads
from crossread.comparison.quoting.wording import FUNCTION_WORDS, Wording
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import BODY_ZONES, Analysis, Name, Span, VoiceSpan, Zone
from crossread.text.names import CALENDAR

SHINGLE = 5
"""Words of the shortest run there can be."""

# A shingle that stands more often in one article leads nowhere in particular; bounds the work.
_COMMON = 4
_TITLE_WORDS = frozenset("former acting deputy vice then late longtime ex".split())
_STRIDE = 64  # words compared at once
# The words of indirect speech are partly those of the speaker, whom two reporters may both have heard.
_REPORTED = 0.5

Shingle = tuple[str, ...]


class Prose(Struct, frozen=True, gc=False):
    """The body words of one article and what each counts.

    `weights` is 0 for a word that says nothing of who wrote the sentence: inside quotation marks, in a heading, part
    of a stock phrase, a function word, what somebody is ("former minister"), or with a capital, a digit or a point, as
    names and numbers have; a half in indirect speech; otherwise 1. `own[i]` is 0 inside quotation marks, else 1.
    """

    wording: Wording
    weights: Sequence[float]
    own: Sequence[int]

    @property
    def own_words(self) -> int:
        """Words outside quotation marks."""
        return sum(self.own)


class Run(Struct, frozen=True, gc=False):
    """`size` equal words of two articles, from word `left` of the one and `right` of the other.

    `own` counts those outside quotation marks in both, `weight` adds up what they count.
    """

    left: int
    right: int
    size: int
    own: int
    weight: float


def read_prose(analysis: Analysis, wording: Wording) -> Prose:
    """What each body word of an article counts."""
    own = [0 if inside >= 0 else 1 for inside in wording.inside]
    light = FUNCTION_WORDS | CALENDAR | role_heads() | _TITLE_WORDS
    weights = [
        0.0 if not mine or form in light or not wording.text[start].islower() or "." in form else 1.0
        for mine, form, start in zip(own, wording.forms, wording.starts, strict=True)
    ]
    headings = [zone for zone in analysis.zones if zone.kind in BODY_ZONES and zone.role == "heading"]
    for first, last in _ranges(wording, [*headings, *analysis.names]):
        weights[first:last] = [0.0] * (last - first)
    reported = [voice for voice in analysis.voices if voice.voice == "reported"]
    for first, last in _ranges(wording, reported):
        weights[first:last] = [weight * _REPORTED for weight in weights[first:last]]
    for first, last in _stock(wording.forms):
        weights[first:last] = [0.0] * (last - first)
    return Prose(wording, weights, own)


def shared_runs(proses: Sequence[Prose]) -> dict[tuple[int, int], list[Run]]:
    """The runs of each pair of articles that has any, by their places in `proses`, in the left one's order.

    A stretch of the left article is in one run only: the longest that begins there.
    """
    shared = _find_shared(proses)
    found: dict[tuple[int, int], list[Run]] = {}
    for left in range(len(proses)):
        for right in range(left + 1, len(proses)):
            runs = list(_runs(proses[left], proses[right], shared[left], shared[right]))
            if runs:
                found[left, right] = runs
    return found


def _ranges(wording: Wording, spans: Iterable[Name | Span | VoiceSpan | Zone]) -> Iterator[tuple[int, int]]:
    for span in spans:
        yield bisect_left(wording.starts, span.start), bisect_left(wording.starts, span.end)


def _stock(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where stock phrases stand, as words [first, last)."""
    phrases = _phrases()
    for place in [place for place, form in enumerate(forms) if form in phrases]:
        for phrase in phrases[forms[place]]:
            if tuple(forms[place : place + len(phrase)]) == phrase:
                yield place, place + len(phrase)


@from_lexicons
def _phrases() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases any report may have, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in load_lexicon("crossread.data", "stock_phrases").entries:
        found.setdefault(entry.words[0], []).append(entry.words)
    return found


class _Shared(Struct, frozen=True, gc=False):
    """An article's shingles that another has too: where each stands, and all of them in reading order."""

    places: Mapping[Shingle, Sequence[int]]
    order: Sequence[int]
    shingles: Sequence[Shingle]


def _find_shared(proses: Sequence[Prose]) -> list[_Shared]:
    seen: set[Shingle] = set()
    shared: set[Shingle] = set()
    for prose in proses:
        own = set(_shingles(prose.wording.forms))
        shared |= own & seen
        seen |= own
    found = []
    for prose in proses:
        kept = [(place, each) for place, each in enumerate(_shingles(prose.wording.forms)) if each in shared]
        places: dict[Shingle, list[int]] = {}
        for place, each in kept:
            places.setdefault(each, []).append(place)
        found.append(_Shared(places, [place for place, _ in kept], [each for _, each in kept]))
    return found


def _shingles(forms: Sequence[str]) -> Iterator[Shingle]:
    return zip(*(forms[start:] for start in range(SHINGLE)), strict=False)


def _runs(left: Prose, right: Prose, mine: _Shared, theirs: _Shared) -> Iterator[Run]:
    index = 0
    while index < len(mine.order):
        place, there = mine.order[index], theirs.places.get(mine.shingles[index])
        index += 1
        if there:
            grown = [(_agreeing(left, right, place, other), -other) for other in there[:_COMMON]]
            size, other = max(grown)
            yield _run(left, right, place, -other, size)
            index = bisect_left(mine.order, place + size, index)


def _agreeing(left: Prose, right: Prose, place: int, other: int) -> int:
    """How many words agree from here on."""
    mine, theirs = left.wording.forms, right.wording.forms
    longest = min(len(mine) - place, len(theirs) - other)
    size = SHINGLE
    while (
        size + _STRIDE <= longest
        and mine[place + size : place + size + _STRIDE] == theirs[other + size : other + size + _STRIDE]
    ):
        size += _STRIDE
    while size < longest and mine[place + size] == theirs[other + size]:
        size += 1
    return size


def _run(left: Prose, right: Prose, place: int, other: int, size: int) -> Run:
    here, there = slice(place, place + size), slice(other, other + size)
    own = sum(map(min, left.own[here], right.own[there]))
    return Run(place, other, size, own, sum(map(min, left.weights[here], right.weights[there])))
