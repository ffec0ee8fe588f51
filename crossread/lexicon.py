"""Word lists as data files: one entry a line, matched over the shared words with their places.

A lexicon is a tab-separated file with a header `term, category, note`; a term may have several
words. PROVENANCE.yaml beside the files says where each comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from crossread.text.words import Words, find_words, fold


class Entry(Struct, frozen=True, gc=False):
    """One line of a lexicon; `words` is the term as folded words."""

    term: str
    words: tuple[str, ...]
    category: str
    note: str


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


class Lexicon(Struct, frozen=True, dict=True):
    """Entries in the order of their file, to be read as a list or to be found in a text."""

    name: str
    entries: tuple[Entry, ...]

    @cached_property
    def index(self) -> dict[str, Opened]:
        """The entries by their first word; made when first asked for, since some lists are only read."""
        return _index(self.entries)

    def find(self, words: Words, start: int, end: int) -> Iterator[Match]:
        """Matches among the words [start, end) (word indices), left to right, never overlapping.

        Where several terms fit, the longest wins.
        A term never runs over the end of a sentence.
        """
        forms, sentences, index = words.forms, words.sentences, self.index
        free = start  # the first word no match has taken
        for position in compress(range(start, end), map(index.__contains__, forms[start:end])):
            if position < free:
                continue
            found, longer = index[forms[position]]
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


def parse_lexicon(name: str, content: str) -> Lexicon:
    """A lexicon from the text of its file. Raises ValueError naming file and line."""
    lines = content.splitlines()
    if not lines or lines[0].split("\t") != ["term", "category", "note"]:
        raise ValueError(f"{name}:1: the header must be term, category, note, separated by tabs")
    entries = []
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if len(fields) != 3 or not fields[0] or not fields[1]:
            raise ValueError(f"{name}:{number}: expected term, category, note, separated by tabs")
        term, category, note = fields
        entries.append(Entry(term, _words(term), category, note))
    return Lexicon(name, tuple(entries))


def _words(term: str) -> tuple[str, ...]:
    """The folded words of a term; letters between spaces, which most are, need no looking for words."""
    parts = term.split()
    if "".join(parts).isalpha():
        return tuple(map(fold, parts))
    return tuple(fold(term[start:end]) for start, end in find_words(term))


def _index(entries: Sequence[Entry]) -> dict[str, Opened]:
    alone: dict[str, Entry] = {}
    longer: dict[str, dict[str, dict[int, dict[tuple[str, ...], Entry]]]] = {}
    for entry in entries:
        first, *rest = entry.words
        seconds = longer.setdefault(first, {})
        if rest:
            seconds.setdefault(rest[0], {}).setdefault(len(entry.words), {})[entry.words] = entry
        else:
            alone[first] = entry
    return {
        first: Opened(
            alone.get(first),
            {second: tuple(sorted(lengths.items(), reverse=True)) for second, lengths in seconds.items()},
        )
        for first, seconds in longer.items()
    }


@cache
def load_lexicon(package: str, name: str) -> Lexicon:
    """The lexicon `name`.tsv shipped in `package` ("crossread.data" or "crossread.metrics")."""
    return parse_lexicon(name, (_folder(package) / f"{name}.tsv").read_text(encoding="utf-8"))


def lexicon_hashes() -> dict[str, str]:
    """File name -> sha256 of every lexicon shipped, for the result's `tool.lexicons`."""
    folders = (_folder("crossread.data"), _folder("crossread.metrics"))
    found = [item for folder in folders for item in folder.iterdir() if item.name.endswith((".tsv", ".tsv.gz"))]
    return {item.name: sha256(item.read_bytes()).hexdigest() for item in sorted(found, key=lambda i: i.name)}


def _folder(package: str) -> Path:
    root = Path(import_module(package).__path__[0])
    return root / "lexicons" if package == "crossread.metrics" else root
