"""The content words of a headline: names, numbers and the other words that are no function words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from crossread.document import Document
from crossread.metrics.headline_cues import list_number
from crossread.model import Zone
from crossread.text.number_words import NUMBER_WORDS, SCALES
from crossread.text.numbers import find_numbers
from crossread.text.stems import stem
from crossread.text.words import Words

Kind = Literal["name", "number", "word"]
ACRONYM = 6  # letters at most


class Term(NamedTuple):
    """A content word of the headline; of a name or a number all its words."""

    kind: Kind
    first: int
    last: int
    key: str  # the name's key, the number's value, the word's stem


def find_terms(document: Document, zone: Zone, within: range, categories: Mapping[int, str]) -> Iterator[Term]:
    """The terms of the headline, which stands at words `within`; `categories` tells its function words and labels."""
    words = document.words
    taken = {*_label(words, within, categories), *list_number(words, within)[:1]}  # a list's number is of the list
    for term in (*_numbers(document, zone), *_names(document, zone)):
        if taken.isdisjoint(range(term.first, term.last + 1)):
            taken.update(range(term.first, term.last + 1))
            yield term
    for index in within:
        form = words.forms[index]
        if index in taken or "function" in categories.get(index, "") or not (len(form) > 1 or form.isdigit()):
            continue
        if _is_acronym(words.written(index)):
            yield Term("name", index, index, form.removesuffix("'s"))
        else:
            yield Term("word", index, index, stem(form))


def _is_acronym(written: str) -> bool:
    """Whether a word is written as "I.R.S." or "NATO": title case shows no other names."""
    letters = written.replace(".", "").removesuffix("’s").removesuffix("'s")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= (ACRONYM if "." in written else 4)


def _label(words: Words, within: range, categories: Mapping[int, str]) -> range:
    """The words of "The Latest:" and the like, which stand before the headline proper."""
    last = within.start - 1
    while last + 1 in within and categories.get(last + 1) == "label":
        last += 1
    gap = words.text[words.ends[last] : words.ends[last] + 2] if last in within else ""
    return range(within.start, last + 1) if gap[:1] in (":", "–", "—") or gap == " –" else range(0)


def _names(document: Document, zone: Zone) -> Iterator[Term]:
    low = bisect_left(document.names, zone.start, key=lambda name: name.start)
    for name in document.names[low:]:
        if name.start >= zone.end:
            return
        within = document.words.within(name.start, name.end)
        yield Term("name", within.start, within.stop - 1, name.key)


def _numbers(document: Document, zone: Zone) -> Iterator[Term]:
    words = document.words
    for number in find_numbers(document.text, zone.start, zone.end):
        within = words.within(number.start, number.end)
        last = within.start
        while last + 1 in within and is_value(words.forms[last + 1]):
            last += 1
        if within:
            yield Term("number", within.start, last, f"{number.value} {number.unit}")


def is_value(form: str) -> bool:
    """Whether a word is part of a number: "12", "twelve", "million"."""
    return form[:1].isdigit() or form in NUMBER_WORDS or form in SCALES
