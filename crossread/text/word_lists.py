"""Word lists as they are looked for in a text: entries of one word or several, the longest first.

Thousands of entries are to cost next to nothing before a page has a word of theirs, and one look-up for
each word of the page that begins none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, repeat
from operator import not_
from typing import NamedTuple, TypeVar

from msgspec import Struct

from crossread.model import VOICES
from crossread.text.words import Words, find_words, fold

K = TypeVar("K")
T = TypeVar("T")
HEADER = ["term", "category", "note", "strength", "voice"]
_HEADERS = (HEADER[:3], HEADER)
_STRENGTHS = ("0", "1", "2", "3")
_IS_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")  # most words but letters alone: "far-right", "don't"


class Entry(Struct, frozen=True, gc=False):
    """One line of a lexicon; `words` is the term as folded words.

    `strength` runs from 1, faint, to 3, plain on its face; 0 where the list does not tell. With a `voice`
    the term counts in that voice alone: "claimed" keeps a distance in the narrator's, not in a speaker's.
    """

    term: str
    words: tuple[str, ...]
    category: str
    note: str
    strength: int = 0
    voice: str = ""


class Match(Struct, frozen=True, gc=False):
    """An entry found at words `first` to `last`, both inclusive, and at text [start, end)."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int


Lengths = tuple[tuple[int, dict[tuple[str, ...], Entry]], ...]  # entries by their number of words, longest first


class Opened(NamedTuple):
    """The entries that begin with the same word; those of several words by their second word."""

    alone: Entry | None
    longer: dict[str, Lengths]


class _Lookup(dict[K, T]):
    """What is known of a word or two, worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[K], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: K) -> T:
        found = self[key] = self._work_out(key)
        return found


class _Heads:
    """Which lines of a list begin with a word; they are counted from 1, and none is 0.

    Kept as the last such line, and for each line the one before it that begins alike: a list of lines
    for each of thousands of words takes four times as long to make.
    """

    def __init__(self, firsts: Iterable[str]) -> None:
        self.last: dict[str, int] = {}
        self._before = [0]
        last, add = self.last, self._before.append
        for line, word in enumerate(firsts, start=1):
            add(last.get(word, 0))
            last[word] = line

    def __len__(self) -> int:
        return len(self._before)

    def alike(self, last: int) -> list[int]:
        """The lines that begin as this one, the last of them, in their order."""
        found: list[int] = []
        line = last
        while line:
            found.append(line)
            line = self._before[line]
        return found[::-1]


class Lexicon:
    """Entries in the order of their file, to be read as a list or to be found in a text.

    `lines` are the file's, header and all, and are kept as they are: of thousands a page meets a few, and
    these alone become entries unless somebody asks for all.
    """

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self.name = name
        self.opened: _Lookup[str, Opened] = _Lookup(
            lambda first: self.open(self._heads.alike(self._heads.last[first]))
        )  # first word -> the entries it begins
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines) - 1

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of them. Raises ValueError naming file and line where one is not as it should be."""
        return tuple(entry for _, entry in numbered_entries(self.name, self._lines))

    @cached_property
    def terms(self) -> Sequence[str]:
        """The first column."""
        return [line.partition("\t")[0] for line in self._lines[1:]]

    @cached_property
    def categories(self) -> Sequence[str]:
        """The second column."""
        return self._column(1)

    @cached_property
    def notes(self) -> Sequence[str]:
        """The third column."""
        return self._column(2)

    @cached_property
    def index(self) -> Mapping[str, Opened]:
        """All entries by their first word."""
        return {first: self.opened[first] for first in self.heads}

    @property
    def heads(self) -> Collection[str]:
        """The words that begin an entry."""
        return self._heads.last.keys()

    @cached_property
    def _heads(self) -> _Heads:
        return _Heads(self.firsts())

    def _column(self, column: int) -> Sequence[str]:
        width = self._lines[0].count("\t") + 1
        return "\t".join(self._lines).split("\t")[width + column :: width]

    def firsts(self) -> Sequence[str]:
        """The first word of each line."""
        firsts = [term.partition(" ")[0] for term in fold("\n".join(self.terms)).split("\n")]
        for line in compress(range(len(firsts)), map(not_, map(str.isalpha, firsts))):
            if not _IS_WORD.fullmatch(firsts[line]):
                firsts[line] = term_words(self.terms[line])[0]
        return firsts

    def open(self, lines: Iterable[int]) -> Opened:
        """The entries of these lines, which begin with the same word."""
        alone: Entry | None = None
        longer: dict[str, dict[int, dict[tuple[str, ...], Entry]]] = {}
        for line in lines:
            entry = self.entry(line)
            words = entry.words
            if len(words) == 1:
                alone = entry
            else:
                longer.setdefault(words[1], {}).setdefault(len(words), {})[words] = entry
        return Opened(
            alone, {second: tuple(sorted(lengths.items(), reverse=True)) for second, lengths in longer.items()}
        )

    def entry(self, line: int) -> Entry:
        """The entry of a line; the header's is 0."""
        return entry_of(self._lines[line].split("\t"))

    def find(self, words: Words, start: int, end: int) -> Iterator[Match]:
        """Matches among the words [start, end) (word indices), left to right, never overlapping.

        Where several terms fit, the longest wins.
        A term never runs over the end of a sentence.
        """
        heads = map(self._heads.last.__contains__, words.forms[start:end])
        return self.find_at(compress(range(start, end), heads), words, end)

    def find_at(self, positions: Iterable[int], words: Words, end: int) -> Iterator[Match]:
        """The matches that begin at some of these words, all of which begin an entry, and end before word `end`."""
        forms, opened = words.forms, self.opened
        free = 0  # the first word no match has taken
        for position in positions:
            if position < free:
                continue
            found, longer = opened[forms[position]]
            free = position + 1
            if longer and free < end:
                found, free = _longest(longer.get(forms[free], ()), found, words, position, end)
            if found is not None:
                yield Match(found, position, free - 1, words.starts[position], words.ends[free - 1])


def _longest(lengths: Lengths, alone: Entry | None, words: Words, position: int, end: int) -> tuple[Entry | None, int]:
    """The longest of these entries that stands at a word, else that of the word alone; and the word after it."""
    forms, sentences = words.forms, words.sentences
    for length, entries in lengths:
        after = position + length
        if after <= end and sentences[after - 1] == sentences[position]:
            entry = entries.get(tuple(forms[position:after]))
            if entry is not None:
                return entry, after
    return alone, position + 1


class _Begun(NamedTuple):
    """What the lists of a shelf have that begins with a word: their entries of that word alone, by list.

    `longer` has the lines of several words, by the second: most are never met and need not become entries.
    """

    alone: tuple[tuple[int, Entry], ...]
    longer: Mapping[str, list[tuple[int, int]]]


_NONE: Mapping[str, list[tuple[int, int]]] = {}
Choice = tuple[int, Entry | None, Lengths]  # of a list, by its number: a word alone, and what goes on from it


class Shelf:
    """Lexicons that are looked for together: nearly all words begin a term of none, which one look-up tells."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self.lexicons = tuple(lexicons)
        self._choices = _Lookup(self._choose)
        self._ends = list(accumulate(map(len, self.lexicons)))

    @cached_property
    def _heads(self) -> _Heads:
        """The lines are counted through all the lists."""
        return _Heads(chain.from_iterable(lexicon.firsts() for lexicon in self.lexicons))

    @cached_property
    def _begun(self) -> list[_Begun | None]:
        """What has been met so far, at the last line that begins so: a second dictionary would cost a look-up more."""
        return [None] * len(self._heads)

    def _begin(self, last: int) -> _Begun:
        alone: dict[int, Entry] = {}
        longer: dict[str, list[tuple[int, int]]] = {}
        for line in self._heads.alike(last):
            number = bisect_left(self._ends, line)
            lexicon, own = self.lexicons[number], line - self._ends[number - 1] if number else line
            words = term_words(lexicon.terms[own - 1])
            if len(words) == 1:
                alone[number] = lexicon.entry(own)
            else:
                longer.setdefault(words[1], []).append((number, own))
        begun = self._begun[last] = _Begun(tuple(alone.items()), longer or _NONE)
        return begun

    def _choose(self, begin: tuple[int, str]) -> Sequence[Choice]:
        """What there is to choose from where a word stands that begins these lines, and a second one follows."""
        last, second = begin
        begun = self._begun[last] or self._begin(last)
        alone = dict(begun.alone)
        lengths: dict[int, dict[int, dict[tuple[str, ...], Entry]]] = {}
        for number, own in begun.longer[second]:
            entry = self.lexicons[number].entry(own)
            lengths.setdefault(number, {}).setdefault(len(entry.words), {})[entry.words] = entry
        return [
            (number, alone.get(number), tuple(sorted(lengths.get(number, {}).items(), reverse=True)))
            for number in sorted({*alone, *lengths})
        ]

    def find(self, words: Words) -> dict[str, list[Match]]:
        """The matches of each lexicon in the whole page, by the lexicon's name."""
        forms, starts, ends, count, begun = words.forms, words.starts, words.ends, len(words), self._begun
        found: list[list[Match]] = [[] for _ in self.lexicons]
        free = [0] * len(found)  # of each list the first word that none of its longer matches has taken
        lines = list(map(self._heads.last.get, forms, repeat(0)))
        seconds = (*forms[1:], "")
        for position in compress(range(count), lines):
            line, second = lines[position], seconds[position]
            alone, longer = begun[line] or self._begin(line)
            if second in longer:
                for number, entry, lengths in self._choices[line, second]:
                    if free[number] <= position:
                        longest, after = _longest(lengths, entry, words, position, count)
                        if longest is not None:
                            found[number].append(Match(longest, position, after - 1, starts[position], ends[after - 1]))
                            free[number] = after
            else:
                for number, entry in alone:
                    if free[number] <= position:
                        found[number].append(Match(entry, position, position, starts[position], ends[position]))
        return {lexicon.name: matches for lexicon, matches in zip(self.lexicons, found, strict=True)}


def term_words(term: str) -> tuple[str, ...]:
    """The folded words of a term; letters between spaces, which most are, need no looking for words."""
    parts = fold(term).split()
    if "".join(parts).isalpha():
        return tuple(parts)
    return tuple(fold(term[start:end]) for start, end in find_words(term))


def numbered_entries(name: str, lines: Sequence[str]) -> Iterator[tuple[int, Entry]]:
    """The entries of a lexicon's lines with their line numbers. Raises ValueError naming file and line."""
    header = lines[0].split("\t") if lines else []
    if header not in _HEADERS:
        raise ValueError(f"{name}:1: the header must be {', '.join(_HEADERS[0])}, separated by tabs")
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if len(fields) != len(header) or not fields[0] or not fields[1]:
            raise ValueError(f"{name}:{number}: expected {', '.join(header)}, separated by tabs")
        strength, voice = fields[3:] or ("0", "")
        if strength not in _STRENGTHS or (voice and voice not in VOICES):
            raise ValueError(f"{name}:{number}: a strength is 0 to 3, a voice empty or one of {', '.join(VOICES)}")
        yield number, entry_of(fields)


def entry_of(fields: Sequence[str]) -> Entry:
    """The entry of a line's fields."""
    term, category, note, *more = fields
    strength, voice = more or ("0", "")
    return Entry(term, term_words(term), category, note, int(strength), voice)


def line_of(entry: Entry) -> str:
    """The line of an entry, with all five fields."""
    return "\t".join((entry.term, entry.category, entry.note, str(entry.strength), entry.voice))
