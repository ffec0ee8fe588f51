"""Word lists as they are looked for in a text: entries of one word or several, the longest first.

Thousands of entries are to cost next to nothing before a page has a word of theirs, and one look-up for
each word of the page that begins none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress
from typing import NamedTuple, TypeVar

from msgspec import Struct

from crossread.text.words import Words, find_words, fold

T = TypeVar("T")
_FIRST = re.compile(r"^[a-z]+(?=[ \n]|\Z)|^.*", re.M)  # the first word of each line, or all of a line not so plain


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


class Opened(NamedTuple):
    """The entries that begin with the same word.

    `longer` has those of several words by their second word and their length, longest first.
    """

    alone: Entry | None
    longer: dict[str, tuple[tuple[int, dict[tuple[str, ...], Entry]], ...]]


class Columns(NamedTuple):
    """The columns of a list, one item a line."""

    terms: Sequence[str]
    categories: Sequence[str]
    notes: Sequence[str]
    strengths: Sequence[str]
    voices: Sequence[str]


class _Lookup(dict[str, T]):
    """What is known of a word, worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> T:
        found = self[word] = self._work_out(word)
        return found


class Lexicon:
    """Entries in the order of their file, to be read as a list or to be found in a text.

    They are kept as the columns of the file, `terms`, `categories` and `notes`: of thousands of lines a page
    meets a few, and these alone become entries unless somebody asks for all.
    """

    def __init__(self, name: str, columns: Columns) -> None:
        self.name = name
        self.terms = columns.terms
        self.categories = columns.categories
        self.notes = columns.notes
        self._columns = columns
        self.opened = _Lookup(lambda first: self.open(self.heads[first]))  # first word -> the entries it begins

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        terms, categories, notes, strengths, voices = self._columns
        return tuple(map(Entry, terms, map(term_words, terms), categories, notes, map(int, strengths), voices))

    @cached_property
    def index(self) -> Mapping[str, Opened]:
        """All entries by their first word."""
        return {first: self.opened[first] for first in self.heads}

    @cached_property
    def heads(self) -> Mapping[str, Sequence[int]]:
        """The words that begin an entry, and the lines of those that do."""
        return _lines_by_word(self.firsts())

    def firsts(self) -> Sequence[str]:
        """The first word of each line."""
        plain = _FIRST.findall(fold("\n".join(self.terms)))
        return [word if word.isalpha() else term_words(self.terms[line])[0] for line, word in enumerate(plain)]

    def open(self, lines: Iterable[int]) -> Opened:
        """The entries of these lines, which begin with the same word."""
        alone: Entry | None = None
        longer: dict[str, dict[int, dict[tuple[str, ...], Entry]]] = {}
        terms, categories, notes, strengths, voices = self._columns
        for line in lines:
            words = term_words(terms[line])
            entry = Entry(terms[line], words, categories[line], notes[line], int(strengths[line]), voices[line])
            if len(words) == 1:
                alone = entry
            else:
                longer.setdefault(words[1], {}).setdefault(len(words), {})[words] = entry
        return Opened(
            alone, {second: tuple(sorted(lengths.items(), reverse=True)) for second, lengths in longer.items()}
        )

    def find(self, words: Words, start: int, end: int) -> Iterator[Match]:
        """Matches among the words [start, end) (word indices), left to right, never overlapping.

        Where several terms fit, the longest wins.
        A term never runs over the end of a sentence.
        """
        heads = map(self.heads.__contains__, words.forms[start:end])
        return self.find_at(compress(range(start, end), heads), words, end)

    def find_at(self, positions: Iterable[int], words: Words, end: int) -> Iterator[Match]:
        """The matches that begin at some of these words, all of which begin an entry, and end before word `end`."""
        forms, sentences, opened = words.forms, words.sentences, self.opened
        free = 0  # the first word no match has taken
        for position in positions:
            if position < free:
                continue
            found, longer = opened[forms[position]]
            free = position + 1
            if longer and free < end:
                for length, entries in longer.get(forms[free], ()):
                    last = position + length - 1
                    if last >= end or sentences[last] != sentences[position]:
                        continue
                    entry = entries.get(tuple(forms[position : last + 1]))
                    if entry is not None:
                        found, free = entry, last + 1
                        break
            if found is not None:
                yield Match(found, position, free - 1, words.starts[position], words.ends[free - 1])


class Shelf:
    """Lexicons that are looked for together: nearly all words begin a term of none, which one look-up tells."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self.lexicons = tuple(lexicons)
        self._opening = _Lookup(self._open)
        self._ends = list(accumulate(len(lexicon.terms) for lexicon in self.lexicons))

    @cached_property
    def heads(self) -> Mapping[str, Sequence[int]]:
        """The words that begin an entry, and the lines of those that do, counted through all the lists."""
        return _lines_by_word(chain.from_iterable(lexicon.firsts() for lexicon in self.lexicons))

    def _open(self, first: str) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
        """The lexicons that have the word alone; by second word, those that have it alone or go on so."""
        lines: dict[int, list[int]] = {}
        for line in self.heads[first]:
            number = bisect_right(self._ends, line)
            lines.setdefault(number, []).append(line - (self._ends[number - 1] if number else 0))
        single: list[int] = []
        longer: dict[str, set[int]] = {}
        for number, own in lines.items():
            lexicon = self.lexicons[number]
            opened = lexicon.opened[first] = lexicon.open(own)
            if opened.alone:
                single.append(number)
            for second in opened.longer:
                longer.setdefault(second, set()).add(number)
        return tuple(single), {second: tuple(sorted(numbers.union(single))) for second, numbers in longer.items()}

    def find(self, words: Words) -> dict[str, tuple[Match, ...]]:
        """The matches of each lexicon in the whole page, by the lexicon's name."""
        forms, heads, count = words.forms, self.heads, len(words)
        openings: list[list[int]] = [[] for _ in self.lexicons]
        for position in compress(range(count), map(heads.__contains__, forms)):
            numbers, longer = self._opening[forms[position]]
            if longer and position + 1 < count:
                numbers = longer.get(forms[position + 1], numbers)
            for number in numbers:
                openings[number].append(position)
        return {
            lexicon.name: tuple(lexicon.find_at(positions, words, count))
            for lexicon, positions in zip(self.lexicons, openings, strict=True)
        }


def term_words(term: str) -> tuple[str, ...]:
    """The folded words of a term; letters between spaces, which most are, need no looking for words."""
    parts = term.split()
    if "".join(parts).isalpha():
        return tuple(map(fold, parts))
    return tuple(fold(term[start:end]) for start, end in find_words(term))


def _lines_by_word(firsts: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line, word in enumerate(firsts):
        found.setdefault(word, []).append(line)
    return found
