"""Word lists as data files: one entry a line, matched over the shared words with their places.

A lexicon is a tab-separated file with a header `term, category, note`, or `term, category, note,
strength, voice` where the words differ in force or count in one voice only; a term may have several
words. PROVENANCE.yaml beside the files says where each comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from crossread.text.word_lists import HEADER, Entry, Lexicon, Match, Shelf, line_of, numbered_entries

__all__ = [
    "HEADER",
    "Entry",
    "Lexicon",
    "Match",
    "Shelf",
    "added_entries",
    "context_words",
    "entries_added",
    "from_lexicons",
    "lexicon_folder",
    "lexicon_hashes",
    "load_lexicon",
    "metric_lexicons",
    "numbered_entries",
    "parse_lexicon",
]
T = TypeVar("T")
_ENDINGS = (".tsv", ".tsv.gz", "_sets.yaml")
_clear: list[Callable[[], None]] = []  # of every cache filled from lexicons
_added: dict[str, tuple[Entry, ...]] = {}  # name of a shipped list -> what the user adds to it
_added_hashes: dict[str, str] = {}  # file name -> sha256 of the user's lists


def parse_lexicon(name: str, content: str) -> Lexicon:
    """A lexicon from the text of its file. Raises ValueError naming file and line."""
    lexicon = Lexicon(name, content.splitlines())
    lexicon.entries  # noqa: B018  a wrong line is told now
    return lexicon


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
    return Lexicon(name, ["\t".join(HEADER), *map(line_of, (*kept, *_added[name]))])


@from_lexicons
def metric_lexicons() -> Shelf:
    """The lexicons of the metrics that are looked for in a page; those called "context" are read around a word."""
    files = sorted(item.name for item in lexicon_folder("crossread.metrics").iterdir())
    names = [name.removesuffix(".tsv") for name in files if name.endswith(".tsv") and not name.endswith("_context.tsv")]
    return Shelf(tuple(load_lexicon("crossread.metrics", name) for name in names))


@from_lexicons
def context_words(name: str) -> dict[str, frozenset[str]]:
    """The single words of a metrics' list by category: for lists that are only read around a word."""
    found: dict[str, set[str]] = {}
    for entry in load_lexicon("crossread.metrics", name).entries:
        found.setdefault(entry.category, set()).add(entry.words[0])
    return {category: frozenset(words) for category, words in found.items()}


@cache
def _shipped(package: str, name: str) -> Lexicon:
    """As it is in its file: a test, and nothing at each start, holds the shipped lists to their form."""
    return Lexicon(name, (lexicon_folder(package) / f"{name}.tsv").read_text(encoding="utf-8").splitlines())


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
    folders = (lexicon_folder("crossread.data"), lexicon_folder("crossread.metrics"))
    found = [item for folder in folders for item in folder.iterdir() if item.name.endswith(_ENDINGS)]
    shipped = {item.name: sha256(item.read_bytes()).hexdigest() for item in sorted(found, key=lambda i: i.name)}
    return shipped | dict(_added_hashes)


def lexicon_folder(package: str) -> Path:
    """Where the lexicons of "crossread.data" or "crossread.metrics" are."""
    root = Path(import_module(package).__path__[0])
    return root / "lexicons" if package == "crossread.metrics" else root
