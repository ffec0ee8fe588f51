"""Syllables, letters and familiarity of English words, counted as textstat counts them.

A word's syllables are those of its first pronunciation in the CMU Pronouncing Dictionary, read from
a shipped table; a word the dictionary lacks gets one more than pyphen finds places to hyphenate it.
Both rules are textstat's, so that each count equals `textstat.syllable_count(word)`, without its
import (half a second), NLTK's reading of the dictionary (over a second) or a download.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from struct import Struct
from typing import NamedTuple

# textstat keeps the apostrophe of "don't" and "we're" and drops every other mark.
_NOT_LETTER_NOR_CONTRACTION = re.compile(r"'(?!t|s|d|ve|ll|re)|[^\w']")
_VOWELS = re.compile("[aeiouy]+")
_REMEMBERED = 1 << 15  # words whose facts are kept
_TABLE = Path(__file__).parent.parent / "data" / "syllables.tsv.gz"
_BEGINNING = 3  # letters by which the table is grouped
_APART = 2  # letters at either end of a word that stay together
_LONGEST = 64  # a longer run of letters is no word: its syllables are not worth hyphenating it for


class WordFacts(NamedTuple):
    """What the readability formulas need to know of one word; the four after `letters` are 0 or 1.

    A word is unfamiliar when it is not on the Dale-Chall list of words known to readers of the
    fourth grade, in the copy textstat ships; inflected forms are not looked up, as in textstat.
    """

    syllables: int
    letters: int  # and digits
    unfamiliar: int
    complex: int  # unfamiliar and of three syllables or more: the Fog index's hard words
    polysyllables: int  # three syllables or more
    long: int  # more than six letters
    vowel_groups: int  # syllables by a rule of thumb: see `_vowel_groups`


# A word's facts are kept as one number, each fact in four bytes of it, so that one sum adds up all seven.
_PACKED = Struct("<7I")
SYLLABLES = 0xFFFFFFFF  # the part of such a number that counts syllables
_UNFAMILIAR = 32 * WordFacts._fields.index("unfamiliar")  # the bits before the part that counts unfamiliar words


class _Remembered(dict[str, int]):
    """Form -> packed facts of the words met so far; forgets them all at `_REMEMBERED`, so that it stays bounded."""

    def __missing__(self, form: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        facts = self[form] = _facts(form)
        return facts


_FACTS = _Remembered()


def word_facts(form: str) -> WordFacts:
    """The facts of a word in lower case with straight apostrophes (`Words.forms`)."""
    return unpacked(packed_facts((form,)))


def packed_facts(forms: Iterable[str]) -> int:
    """The facts of several words, added up in one number, which may be added to and subtracted from others.

    Exact while each sum is below 2 ** 32.
    """
    return sum(packed_each(forms))


def packed_each(forms: Iterable[str]) -> list[int]:
    """The facts of each word in a number of its own."""
    return list(map(_FACTS.__getitem__, forms))


def unfamiliar_in(packed: int) -> int:
    """The count of unfamiliar words in a number of `packed_facts`, without taking it all apart."""
    return packed >> _UNFAMILIAR & 0xFFFFFFFF


def unpacked(packed: int) -> WordFacts:
    """The sums of facts in a number of `packed_facts`."""
    return WordFacts._make(_PACKED.unpack(packed.to_bytes(_PACKED.size, "little")))


def _facts(form: str) -> int:
    plain, letters = form, len(form)
    if not form.isalpha():
        plain = _NOT_LETTER_NOR_CONTRACTION.sub("", form)
        letters = len(plain) - plain.count("'")
    syllables = listed_syllables(plain)
    if syllables is None:
        syllables = _hyphenated(plain)
    return _packed(syllables, letters, plain not in easy_words(), _vowel_groups(plain))


def _vowel_groups(plain: str) -> int:
    """Syllables as many simple tools count them: groups of vowels, without an "e" at the end; at least one."""
    groups = len(_VOWELS.findall(plain))
    if groups > 1 and plain.endswith("e") and not plain.endswith(("le", "ee", "ie", "oe")):
        groups -= 1
    return max(groups, 1)


@lru_cache(maxsize=1 << 10)
def _packed(syllables: int, letters: int, unfamiliar: bool, groups: int) -> int:
    """One word's facts as a number; words alike in these four share it."""
    many = syllables >= 3
    facts = WordFacts(syllables, letters, +unfamiliar, +(unfamiliar and many), +many, +(letters > 6), groups)
    return int.from_bytes(_PACKED.pack(*facts), "little")


def count_syllables(form: str) -> int:
    """Syllables of one word; 1 for a number, whatever its length, as in textstat."""
    return word_facts(form).syllables


def _hyphenated(plain: str) -> int:
    """Syllables by the places to hyphenate a word; no pattern has a digit, so a number has none."""
    if plain.isdigit():
        return 1
    return count_hyphens(plain[:_LONGEST]) + 1 if plain else 0


def listed_syllables(word: str) -> int | None:
    """Syllables of a word in lower case, without white space, by the CMU dictionary; None if it is not in it.

    The word is looked for in its group's line as it stands: to split the lines of one article's
    words takes ten times as long as to search them.
    """
    line = _group(word[:_BEGINNING])
    place = line.find(f" {word[_BEGINNING:]} ")
    if place < 0:
        return None
    count = line.rindex("\t", 0, place) + 1
    return int(line[count : line.index(" ", count)])


def syllable_table() -> dict[str, int]:
    """Word -> syllables, for the 126,052 words of the CMU dictionary."""
    table: dict[str, int] = {}
    for line in _lines():
        beginning, *fields = line.split("\t")
        for field in fields:
            count, *words = field.replace(" ", f" {beginning}").split(" ")
            table.update(dict.fromkeys(words, int(count)))
    return table


@cache
def _lines() -> list[str]:
    """The table's lines, in the order of the letters their words begin with."""
    return gzip.decompress(_TABLE.read_bytes()).decode().split("\n")[:-1]


@lru_cache(maxsize=1 << 13)
def _group(beginning: str) -> str:
    """The line of the words that begin so, "" where there are none; with a space on both sides of each rest."""
    lines = _lines()
    place = bisect_left(lines, f"{beginning}\t")
    line = lines[place] if place < len(lines) else ""
    return f"{line} ".replace("\t", " \t") if line.startswith(f"{beginning}\t") else ""


def count_hyphens(word: str) -> int:
    """How many places pyphen finds to hyphenate a word in lower case: `len(Pyphen.positions(word))`.

    Counted here from pyphen's file of patterns, since pyphen reads all eleven thousand of them first
    and keeps every word it is ever asked about. Where patterns meet, the highest level decides, and
    an odd one is a place to hyphenate (Liang 1983).
    """
    if len(word) < 2 * _APART:
        return 0
    patterns = _patterns()
    pointed = f".{word}."
    levels = [0] * (len(pointed) + 1)
    for start in range(len(word)):
        for end in range(max(start, _APART) + 1, len(pointed) + 1):
            letters = pointed[start:end]
            if letters in patterns:
                for place, level in _levels(patterns[letters]):
                    if level > levels[start + place]:
                        levels[start + place] = level
    return sum(level % 2 for level in levels[_APART + 1 : len(word)])


@cache
def _patterns() -> dict[str, str]:
    """Letters -> the pattern they stand in, "hyph" -> "hy3ph"; a point is either end of a word."""
    encoding, _, content = _shipped_in("pyphen", "dictionaries", "hyph_en_US.dic").read_bytes().partition(b"\n")
    name = encoding.decode("ascii").strip()
    letters = content.translate(None, b"0123456789").decode(name).split("\n")
    return dict(zip(letters, content.decode(name).split("\n"), strict=True))


@cache
def _levels(pattern: str) -> tuple[tuple[int, int], ...]:
    """The digits of a pattern, each with the number of letters before it: "hy3ph" has 3 behind two letters."""
    levels: list[tuple[int, int]] = []
    for place, sign in enumerate(pattern):
        if sign.isdecimal():
            levels.append((place - len(levels), int(sign)))
    return tuple(levels)


@cache
def easy_words() -> frozenset[str]:
    """The Dale-Chall list, read from the installed textstat without importing it.

    The list's own licence is unclear, so it is not copied. Raises FileNotFoundError when textstat
    is missing or keeps the list elsewhere.
    """
    path = _shipped_in("textstat", "resources", "en", "easy_words.txt")
    return frozenset(line.strip() for line in path.read_text(encoding="utf-8").splitlines())


def _shipped_in(package: str, *parts: str) -> Path:
    """A file of an installed package, found without running the package."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    return Path(folders[0] if folders else package, *parts)
