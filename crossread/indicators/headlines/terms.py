"""The content words of a headline: names, numbers and the other words that are no function words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from crossread.document import Document
from crossread.lexicon import context_words, load_lexicon
from crossread.model import Zone
from crossread.text.number_words import NUMBER_WORDS, SCALES
from crossread.text.words import Words

Kind = Literal["name", "number", "word"]
_LIST = "headline_words_context"
_DOTTED, _ACRONYM = 6, 4  # letters at most: "N.A.A.C.P.", "NATO"
_AFTER_LABEL = frozenset(":–—")


class Term(NamedTuple):
    """A content word of the headline; of a name or a number all its words.

    `key` is a name's key, a number's value and unit, a word's form.
    """

    kind: Kind
    first: int
    last: int
    key: str


class Found(NamedTuple):
    """A term with the body's words that stand for it, in reading order; none where it was not found.

    `other` is how the body writes it where it has an equivalent only, else "".
    """

    term: Term
    places: Sequence[int]
    other: str = ""


def find_terms(document: Document, zone: Zone, within: range, counted: range) -> list[Term]:
    """The terms of the headline in this zone, whose words are `within`, in reading order.

    `counted` are those of "7 things" where the headline counts off a list.
    """
    words = document.words
    taken = {*_label(words, within), *counted[:1]}  # a list's number is of the list
    found = []
    for term in (*_numbers(document, within), *_names(document, zone)):
        if taken.isdisjoint(range(term.first, term.last + 1)):
            taken.update(range(term.first, term.last + 1))
            found.append(term)
    function = context_words(_LIST)["function"]
    for index in within:
        form = words.forms[index]
        if index not in taken and form not in function and (len(form) > 1 or form.isdigit()):
            kind: Kind = "name" if is_acronym(words.written(index)) else "word"
            found.append(Term(kind, index, index, _bare(form)))
    return sorted(found, key=lambda term: term.first)


def _label(words: Words, within: range) -> range:
    """The words of "The Latest:" and the like, which stand before the headline proper."""
    if _AFTER_LABEL.isdisjoint(words.text[words.starts[within.start] : words.ends[within[-1]]]):
        return range(0)
    last = within.start - 1
    for match in load_lexicon("crossread.metrics", _LIST).find(words, within.start, within.stop):
        if match.entry.category != "label" or match.first != last + 1:
            break
        last = match.last
    gap = words.text[words.ends[last] : words.ends[last] + 2].lstrip() if last in within else ""
    return range(within.start, last + 1) if gap[:1] in _AFTER_LABEL else range(0)


def _names(document: Document, zone: Zone) -> Iterator[Term]:
    words = document.words
    low = bisect_left(document.names, zone.start, key=lambda name: name.start)
    for name in document.names[low:]:
        if name.start >= zone.end:
            return
        within = words.within(name.start, name.end)
        yield Term("name", within.start, within.stop - 1, name.key)


def _numbers(document: Document, within: range) -> Iterator[Term]:
    """Numbers with a value; of "three-way" and "1-in-3" the parts are looked for as words."""
    words = document.words
    for sentence in range(words.sentences[within.start], words.sentences[within[-1]] + 1):
        for number in document.numbers.get(sentence, ()):
            first = bisect_left(words.starts, number.start)
            if first not in within or "-" in words.forms[first]:
                continue
            last = first
            while last + 1 in within and _is_value(words.forms[last + 1]):
                last += 1
            yield Term("number", first, last, f"{number.value} {number.unit}")


def _is_value(form: str) -> bool:
    return form[:1].isdigit() or form in NUMBER_WORDS or form in SCALES


def is_acronym(written: str) -> bool:
    """Whether a word is written as "I.R.S." or "NATO": title case shows no other names."""
    if not (written[1:2].isupper() or written[1:2] == "."):
        return False
    letters = written.replace(".", "").removesuffix("’s").removesuffix("'s")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= (_DOTTED if "." in written else _ACRONYM)


def cut(words: Words, term: Term) -> list[Term]:
    """The words of a term to look for one by one, each as a term of its own; a number of several words has none."""
    if term.first == term.last:
        return [Term(term.kind, term.first, term.last, _bare(words.forms[term.first]))]
    if term.kind == "number":
        return []
    pieces = [Term("name", i, i, _bare(words.forms[i])) for i in range(term.first, term.last + 1)]
    function = context_words(_LIST)["function"]
    return [piece for piece in pieces if piece.key not in function]


def _bare(form: str) -> str:
    return form.removesuffix("'s")
