"""Word lists as data files: one entry a line, matched over the shared words with their places.

A lexicon is a tab-separated file with a header `term, category, note`, or `term, category, note,
strength, voice` where the words differ in force or count in one voice only; a term may have several
words. PROVENANCE.yaml beside the files says where each comes from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache, cached_property
from hashlib import sha256
from importlib import import_module
from itertools import compress
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct

from crossread.model import VOICES
from crossread.text.words import Words, find_words, fold

T = TypeVar("T")
_HEADERS = (["term", "category", "note"], ["term", "category", "note", "strength", "voice"])
_FIRST = re.compile(r"^[a-z]+(?=[ \n]|\Z)|^.*", re.M)  # the first word of each line, or all of a line not so plain
_STRENGTHS = ("0", "1", "2", "3")
_clear: list[Callable[[], None]] = []  # of every cache filled from lexicons
_added: dict[str, tuple[Entry, ...]] = {}  # name of a shipped list -> what the user adds to it
_added_hashes: dict[str, str] = {}  # file name -> sha256 of the user's lists


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


class _Columns(NamedTuple):
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

    def __init__(self, name: str, columns: _Columns) -> None:
        self.name = name
        self.terms = columns.terms
        self.categories = columns.categories
        self.notes = columns.notes
        self._columns = columns
        self.opened = _Lookup(self._open)  # first word -> the entries it begins

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        terms, categories, notes, strengths, voices = self._columns
        return tuple(map(Entry, terms, map(_words, terms), categories, notes, map(int, strengths), voices))

    @cached_property
    def index(self) -> Mapping[str, Opened]:
        """All entries by their first word."""
        return {first: self.opened[first] for first in self.heads}

    @cached_property
    def heads(self) -> Mapping[str, Sequence[int]]:
        """The words that begin an entry, and the lines of those that do."""
        found: dict[str, list[int]] = {}
        for line, first in enumerate(_FIRST.findall(fold("\n".join(self.terms)))):
            word = first if first.isalpha() else _words(self.terms[line])[0]
            found.setdefault(word, []).append(line)
        return found

    def _open(self, first: str) -> Opened:
        alone: Entry | None = None
        longer: dict[str, dict[int, dict[tuple[str, ...], Entry]]] = {}
        terms, categories, notes, strengths, voices = self._columns
        for line in self.heads[first]:
            words = _words(terms[line])
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

    @cached_property
    def heads(self) -> Mapping[str, Sequence[int]]:
        """The words that begin an entry, and the lexicons in which they do."""
        found: dict[str, list[int]] = {}
        for number, lexicon in enumerate(self.lexicons):
            for first in lexicon.heads:
                found.setdefault(first, []).append(number)
        return found

    def _open(self, first: str) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
        """The lexicons that have the word alone; by second word, those that have it alone or go on so."""
        opened = {number: self.lexicons[number].opened[first] for number in self.heads[first]}
        single = [number for number, (alone, _) in opened.items() if alone]
        longer: dict[str, set[int]] = {}
        for number, (_, seconds) in opened.items():
            for second in seconds:
                longer.setdefault(second, set(single)).add(number)
        return tuple(single), {second: tuple(sorted(numbers)) for second, numbers in longer.items()}

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


def parse_lexicon(name: str, content: str) -> Lexicon:
    """A lexicon from the text of its file. Raises ValueError naming file and line."""
    columns = _columns(content)
    if columns is None:  # a line by line look says what is wrong, and where
        columns = _of_entries([entry for _, entry in numbered_entries(name, content.splitlines())])
    return Lexicon(name, columns)


def _columns(content: str) -> _Columns | None:
    """The columns of a list by one split of its whole text; None where a line is not as it should be."""
    header, _, rest = content.partition("\n")
    names = header.split("\t")
    if names not in _HEADERS:
        return None
    fields = rest.replace("\n", "\t\n\t").split("\t")
    terms, categories, notes, *more, ends = (fields[column :: len(names) + 1] for column in range(len(names) + 1))
    if set(ends) != {"\n"} or terms.pop() or not len(terms) == len(categories) == len(ends):
        return None
    strengths, voices = more or (("0",) * len(terms), ("",) * len(terms))
    told = set(strengths).issubset(_STRENGTHS) and set(voices).issubset(("", *VOICES))
    return _Columns(terms, categories, notes, strengths, voices) if told and all(terms) and all(categories) else None


def _of_entries(entries: Sequence[Entry]) -> _Columns:
    return _Columns(
        [entry.term for entry in entries],
        [entry.category for entry in entries],
        [entry.note for entry in entries],
        [str(entry.strength) for entry in entries],
        [entry.voice for entry in entries],
    )


def numbered_entries(name: str, lines: Sequence[str]) -> Iterator[tuple[int, Entry]]:
    """The entries of a lexicon's lines with their line numbers. Raises ValueError naming file and line."""
    header = lines[0].split("\t") if lines else []
    if header not in _HEADERS:
        raise ValueError(f"{name}:1: the header must be {', '.join(_HEADERS[0])}, separated by tabs")
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if len(fields) != len(header) or not fields[0] or not fields[1]:
            raise ValueError(f"{name}:{number}: expected {', '.join(header)}, separated by tabs")
        term, category, note, *more = fields
        strength, voice = more or ("0", "")
        if strength not in _STRENGTHS or (voice and voice not in VOICES):
            raise ValueError(f"{name}:{number}: a strength is 0 to 3, a voice empty or one of {', '.join(VOICES)}")
        yield number, Entry(term, _words(term), category, note, int(strength), voice)


def _words(term: str) -> tuple[str, ...]:
    """The folded words of a term; letters between spaces, which most are, need no looking for words."""
    parts = term.split()
    if "".join(parts).isalpha():
        return tuple(map(fold, parts))
    return tuple(fold(term[start:end]) for start, end in find_words(term))


def from_lexicons(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
    """`functools.cache` for what is made from word lists: made anew when a user's own lists come or go."""
    cached = cache(function)
    _clear.append(cached.cache_clear)
    return cached


@from_lexicons
def load_lexicon(package: str, name: str) -> Lexicon:
    """The lexicon `name`.tsv shipped in `package` ("crossread.data" or "crossread.metrics") and what a user adds."""
    shipped = _shipped(package, name)
    if package != "crossread.data" or name not in _added:
        return shipped
    own = {entry.words for entry in _added[name]}  # a user's entry takes the place of one for the same words
    kept = [entry for entry in shipped.entries if entry.words not in own]
    return Lexicon(name, _of_entries([*kept, *_added[name]]))


@from_lexicons
def metric_lexicons() -> Shelf:
    """The lexicons of the metrics that are looked for in a page; those called "context" are read around a word."""
    files = sorted(item.name for item in _folder("crossread.metrics").iterdir())
    names = [name.removesuffix(".tsv") for name in files if name.endswith(".tsv") and not name.endswith("_context.tsv")]
    return Shelf(tuple(load_lexicon("crossread.metrics", name) for name in names))


@cache
def _shipped(package: str, name: str) -> Lexicon:
    return parse_lexicon(name, (_folder(package) / f"{name}.tsv").read_text(encoding="utf-8"))


@contextmanager
def added_entries(added: Mapping[str, Sequence[Entry]], hashes: Mapping[str, str]) -> Iterator[None]:
    """Within it `load_lexicon` gives the lists of crossread.data with these entries, by list, after their own.

    For one run at a time: the lists are shared by the whole process. `hashes` are told by `lexicon_hashes`.
    """
    if not added:
        yield
        return
    before = dict(_added), dict(_added_hashes)
    _set(_added, {name: tuple(entries) for name, entries in added.items()})
    _set(_added_hashes, hashes)
    _forget()
    try:
        yield
    finally:
        _set(_added, before[0])
        _set(_added_hashes, before[1])
        _forget()


def entries_added(name: str) -> tuple[Entry, ...]:
    """What a user adds to a shipped list."""
    return _added.get(name, ())


def _set(kept: dict[str, T], given: Mapping[str, T]) -> None:
    kept.clear()
    kept.update(given)


def _forget() -> None:
    for clear in _clear:
        clear()


def lexicon_hashes() -> dict[str, str]:
    """File name -> sha256 of every lexicon shipped and of those a user adds, for the result's `tool.lexicons`."""
    folders = (_folder("crossread.data"), _folder("crossread.metrics"))
    found = [item for folder in folders for item in folder.iterdir() if item.name.endswith((".tsv", ".tsv.gz"))]
    shipped = {item.name: sha256(item.read_bytes()).hexdigest() for item in sorted(found, key=lambda i: i.name)}
    return shipped | dict(_added_hashes)


def _folder(package: str) -> Path:
    root = Path(import_module(package).__path__[0])
    return root / "lexicons" if package == "crossread.metrics" else root
