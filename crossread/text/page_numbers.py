"""The numbers of a parsed page, read only around its digits and number words: most words are neither."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain, compress

from crossread.text.atoms import Atom, Atoms
from crossread.text.number_words import NUMBER_WORDS, SCALES
from crossread.text.numbers import Number, read_number
from crossread.text.words import Words

_ARTICLES = ("a", "an")
_HYPHEN = re.compile(r"[-‐‑]")
_EACH_HYPHEN = tuple(map(re.compile, "-‐‑"))  # a text is searched for one character ten times as fast as for a set
_DIGIT = re.compile(r"\d[\d.,:]*")
# A number with its date, range and counted noun stays within these words of its first digit or number word.
_BEFORE, _AFTER = 3, 6


def page_numbers(words: Words) -> dict[int, list[Number]]:
    """What `find_numbers` finds in each sentence of the page, by the sentence's index."""
    found: dict[int, list[Number]] = {}
    for sentence, run in _runs(words):
        numbers = list(_read(words, sentence, run))
        if numbers:
            found.setdefault(sentence, []).extend(numbers)
    return found


def _runs(words: Words) -> Iterator[tuple[int, list[int]]]:
    """The words a number may begin at, those close to one another together, with their sentence."""
    run: list[int] = []
    for index in _candidates(words):
        if run and (index - run[-1] > _AFTER or words.sentences[index] != words.sentences[run[0]]):
            yield words.sentences[run[0]], run
            run = []
        run.append(index)
    if run:
        yield words.sentences[run[0]], run


def _candidates(words: Words) -> list[int]:
    """The words with a digit, the number words and hyphenated words with one, in reading order."""
    forms, count = words.forms, len(words)
    found = set(compress(range(count), map(_number_words().__contains__, forms)))
    for match in _DIGIT.finditer(words.text):
        index = bisect_right(words.starts, match.start()) - 1
        if index >= 0 and words.ends[index] > match.start():
            found.add(index)
    for match in chain.from_iterable(hyphen.finditer(words.text) for hyphen in _EACH_HYPHEN):
        index = bisect_right(words.starts, match.start()) - 1
        if index >= 0 and not _number_words().isdisjoint(_HYPHEN.split(forms[index])):
            found.add(index)
    return sorted(index for index in found if words.sentences[index] >= 0)


def _read(words: Words, sentence: int, run: list[int]) -> Iterator[Number]:
    within = words.by_sentence[sentence]
    low, high = max(within.start, run[0] - _BEFORE), min(within.stop, run[-1] + _AFTER)
    atoms = _atoms(words, low, high)
    places = [atom.start for atom in atoms.items]
    at = 0
    for index in run:
        at = max(at, bisect_right(places, words.starts[_begin(words, low, index)]) - 1)
        stop = bisect_right(places, words.ends[index] - 1)
        while at < stop:
            number, at = read_number(atoms, at)
            if number is not None:
                yield number


def _begin(words: Words, low: int, index: int) -> int:
    """The word at which the number of word `index` may begin: a month or an "a" before it ("May 9", "a million")."""
    before = index - 1
    opens = before >= low and (words.forms[before] in _ARTICLES or words.text[words.starts[before]].isupper())
    return before if opens else index


def _atoms(words: Words, low: int, high: int) -> Atoms:
    """The atoms of the words [low, high)."""
    found: list[Atom] = []
    for index in range(low, high):
        form, start, end = words.forms[index], words.starts[index], words.ends[index]
        if form.isalnum():  # as most are: one atom, known already
            found.append(Atom(form, start, end, joined=False))
        else:
            found += Atoms.of(words.text, start, end).items
    return Atoms(words.text, found)


@cache
def _number_words() -> frozenset[str]:
    return frozenset((*NUMBER_WORDS, *SCALES))
