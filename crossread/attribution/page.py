"""What the attribution rules look at: the page with its quotations, and one sentence of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from crossread.attribution.signs import ADVERBIAL, NOUN, PRONOUN, VERB, find_signs
from crossread.lexicon import Match, load_lexicon
from crossread.model import BODY_ZONES, Cue, Quotation, Sentence, Span
from crossread.text.words import Words

# No sentence has as many words; what does is a page without full stops, on which rules that look
# for the whole sentence would cost its square.
LONGEST_LINE = 600
_LONGER = 4  # letters of the words that title case writes with a capital
_MOST = 0.7  # of them

_READ = frozenset({*BODY_ZONES, "title"})

WordSpan = tuple[int, int]  # first and last word, both inclusive


class Piece(NamedTuple):
    """The part of a quotation that stands in one paragraph, with the quotation's index."""

    start: int
    end: int
    quotation: int


class Draft(Struct):
    """An attribution in the making, in text offsets; `rule` names the construction that was found."""

    source: tuple[int, int] | None
    cue: Cue
    content: list[Span]
    rule: str
    sentence: int
    addressee: tuple[int, int] | None = None
    covers: set[int] = set()  # indices of quotations inside the content


class Page:
    """The words of a page with what the rules ask of them: which are quoted, and by which quotation."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> None:
        self.words = words
        self.sentences = sentences
        self.quotations = quotations
        self.quoted = [False] * len(words)  # whether each word stands inside quotation marks
        self.pieces = [Piece(span.start, span.end, i) for i, q in enumerate(quotations) for span in q.spans]
        self._starts = [piece.start for piece in self.pieces]
        self._within: dict[Span, range] = {}
        for piece in self.pieces:
            within = words.within(piece.start, piece.end)
            self.quoted[within.start : within.stop] = [True] * len(within)
        self._quoted_before = list(accumulate(self.quoted, initial=0))
        self._signs = find_signs(words.forms)

    def lines(self) -> Iterator[Line]:
        """The sentences of title and body in which something may attribute: one pass over the words finds them."""
        words, quoted, sentences = self.words, self.quoted, self.words.sentences
        verbs: dict[int, list[Match]] = {}
        for match in load_lexicon("crossread.data", "reporting_verbs").find_at(self._with(VERB), words, len(words)):
            if not quoted[match.first]:
                verbs.setdefault(sentences[match.first], []).append(match)
        adverbials = self._by_sentence(self._with(ADVERBIAL))
        nouns = self._by_sentence(self._with(NOUN))
        for number in sorted(verbs.keys() | adverbials.keys() | nouns.keys()):
            if number < 0 or self.sentences[number].zone not in _READ:
                continue
            found = verbs.get(number, []), adverbials.get(number, []), nouns.get(number, [])
            within = words.by_sentence[number]
            if len(within) <= LONGEST_LINE:
                yield Line(self, number, within.start, within.stop, *found)
                continue
            for first in range(within.start, within.stop, LONGEST_LINE):
                stop = min(first + LONGEST_LINE, within.stop)
                cues = [match for match in found[0] if first <= match.first and match.last < stop]
                rest = ([i for i in part if first <= i < stop] for part in found[1:])
                yield Line(self, number, first, stop, cues, *rest)

    def pronouns(self) -> list[int]:
        """The words "he", "she" and their other forms outside quotation marks."""
        return [i for i in self._with(PRONOUN) if not self.quoted[i]]

    def _with(self, sign: int) -> list[int]:
        return [i for i, signs in self._signs if signs & sign]

    def _by_sentence(self, indices: Iterable[int]) -> dict[int, list[int]]:
        """The words outside quotation marks by their sentence."""
        found: dict[int, list[int]] = {}
        for i in indices:
            if not self.quoted[i]:
                found.setdefault(self.words.sentences[i], []).append(i)
        return found

    def within(self, span: Span) -> range:
        """As `words.within`, remembered: what is said is counted for its form, its stance and its speaker."""
        found = self._within.get(span)
        if found is None:
            found = self._within[span] = self.words.within(span.start, span.end)
        return found

    def quoted_count(self, within: range) -> int:
        """How many of these words stand inside quotation marks."""
        return self._quoted_before[within.stop] - self._quoted_before[within.start]

    def piece_at(self, position: int) -> Piece | None:
        """The piece of a quotation that covers a text offset."""
        k = bisect_right(self._starts, position) - 1
        return self.pieces[k] if k >= 0 and position < self.pieces[k].end else None

    def quotation_at(self, position: int) -> list[Span]:
        """All pieces of the quotation that covers a text offset; none where there is none."""
        piece = self.piece_at(position)
        return list(self.quotations[piece.quotation].spans) if piece else []

    def covered(self, spans: Iterable[Span]) -> set[int]:
        """The indices of the quotations that overlap any of the spans."""
        if not self.pieces:
            return set()
        return {piece.quotation for span in spans for piece in self.pieces_within(span.start, span.end)}

    def pieces_within(self, start: int, end: int) -> list[Piece]:
        """Pieces that overlap [start, end)."""
        k = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while k < len(self.pieces) and self.pieces[k].start < end:
            if self.pieces[k].end > start:
                found.append(self.pieces[k])
            k += 1
        return found


class Line:
    """One sentence of a page: its words `first` to `stop` (exclusive) by their index on the page, and its offsets."""

    __slots__ = tuple(
        "adverbials end ends first floor forms headline nouns number page quoted start starts stop text verbs "
        "words".split()
    )

    def __init__(
        self,
        page: Page,
        number: int,
        first: int,
        stop: int,
        verbs: Sequence[Match],
        adverbials: Sequence[int],
        nouns: Sequence[int] = (),
    ) -> None:
        self.page = page
        # Whether word i stands inside quotation marks: asked so often that no call of ours stands between.
        self.quoted: Callable[[int], bool] = page.quoted.__getitem__
        self.verbs = verbs  # reporting verbs, by the lexicon alone
        self.adverbials = adverbials  # "according", "poll", "reportedly", outside quotation marks
        self.nouns = nouns  # nouns that may attribute, outside quotation marks
        self.number = number
        self.words = page.words
        self.forms, self.text = page.words.forms, page.words.text
        self.starts, self.ends = page.words.starts, page.words.ends
        self.first, self.stop = first, stop
        self.floor = first  # no subject reaches back before it: what stands there has been read
        # Text offsets: the sentence's own, but where it was cut the edge of a word.
        sentence, within = page.sentences[number], self.words.by_sentence[number]
        self.start = sentence.start if first == within.start else self.starts[first]
        self.end = sentence.end if stop == within.stop else self.ends[stop - 1]
        self.headline = sentence.zone == "title" and self._in_title_case()

    def _in_title_case(self) -> bool:
        """Whether most longer words have a capital, so that none of them tells a name."""
        longer = [i for i in range(self.first, self.stop) if self.ends[i] - self.starts[i] >= _LONGER]
        return sum(map(self.capital, longer)) > len(longer) * _MOST

    def gap(self, i: int) -> str:
        """What stands between word i-1 and word i, without the point of an abbreviation or initial before it."""
        between = self.text[self.ends[i - 1] : self.starts[i]]
        if between == " " or between[0:1] == " " or not between:
            return between
        if between[0] == "." and between[1:2] in " ,)\u00a0" and self.text[self.starts[i - 1]].isupper():
            return between[1:] or " "  # "R-S.C." comes as two words
        return " " if between == "." else between

    def adjacent(self, i: int) -> bool:
        """Whether only space stands between word i-1 and word i, and both are in the sentence."""
        if i <= self.first:
            return False
        start, end = self.ends[i - 1], self.starts[i]
        return self.text[start] == " " if end - start == 1 else self.gap(i).isspace()

    def capital(self, i: int) -> bool:
        """Whether word i begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def span(self, words: WordSpan) -> tuple[int, int]:
        """Text offsets of a stretch of words, with the bracket that closes one opened among them."""
        text, start, end = self.text, self.starts[words[0]], self.ends[words[1]]
        closing = text[end : end + 2]
        if ")" not in closing or closing[0] not in ".)":
            return start, end
        opened = text.rfind("(", start, end) > text.rfind(")", start, end)
        return start, end + 1 + (closing == ".)") if opened else end
