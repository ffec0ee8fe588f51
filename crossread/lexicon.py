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

from crossread.model import VOICES
from crossread.text.word_lists import Columns, Entry, Lexicon, Match, Shelf, term_words

__all__ = [
    "Entry",
    "Lexicon",
    "Match",
    "Shelf",
    "added_entries",
    "entries_added",
    "from_lexicons",
    "lexicon_hashes",
    "load_lexicon",
    "metric_lexicons",
    "numbered_entries",
    "parse_lexicon",
]
T = TypeVar("T")
_HEADERS = (["term", "category", "note"], ["term", "category", "note", "strength", "voice"])
_STRENGTHS = ("0", "1", "2", "3")
_clear: list[Callable[[], None]] = []  # of every cache filled from lexicons
_added: dict[str, tuple[Entry, ...]] = {}  # name of a shipped list -> what the user adds to it
_added_hashes: dict[str, str] = {}  # file name -> sha256 of the user's lists


def parse_lexicon(name: str, content: str) -> Lexicon:
    """A lexicon from the text of its file. Raises ValueError naming file and line."""
    columns = _columns(content)
    if columns is None:  # a line by line look says what is wrong, and where
        columns = _of_entries([entry for _, entry in numbered_entries(name, content.splitlines())])
    return Lexicon(name, columns)


def _columns(content: str) -> Columns | None:
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
    return Columns(terms, categories, notes, strengths, voices) if told and all(terms) and all(categories) else None


def _of_entries(entries: Sequence[Entry]) -> Columns:
    return Columns(
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
        yield number, Entry(term, term_words(term), category, note, int(strength), voice)


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


@from_lexicons
def context_words(name: str) -> dict[str, frozenset[str]]:
    """The single words of a metrics' list by category: for lists that are only read around a word."""
    found: dict[str, set[str]] = {}
    for entry in load_lexicon("crossread.metrics", name).entries:
        found.setdefault(entry.category, set()).add(entry.words[0])
    return {category: frozenset(words) for category, words in found.items()}


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
