"""Numbers that tell something a source could be asked for, in the body: no dates, ages, times or parts of names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping

from crossread.document import Document
from crossread.model import BODY_ZONES
from crossread.text.numbers import Number
from crossread.text.words import Words

_TIMES = frozenset("date year month week weekend day hour minute second decade century night morning season".split())
_MEASURES = frozenset(
    "percent dollar pound euro yen yuan ruble rupee shekel hryvnia point mile kilometer meter foot acre hectare ton "
    "tonne kilogram barrel gallon liter degree megawatt gigawatt".split()
) | {"percentage point"}
_AGES = frozenset("age ages aged".split())
_OF_AN_AGE = frozenset("men women people voters those adults americans anyone everyone millennials and".split())
_SMALL = 10  # words below it count what is in sight ("three candidates") more than they tell a figure
_NEAR = 4  # words around a small number in which what makes it count is looked for


def told_figures(document: Document, context: Mapping[str, Collection[str]]) -> Iterator[tuple[int, Number]]:
    """Each such number of the body with the index of its sentence.

    `context` has the words that make a small number count (`grave`: "dead") and those of addresses (`street`).
    """
    words = document.words
    for sentence, numbers in document.numbers.items():
        if document.sentences[sentence].zone in BODY_ZONES:
            for number in numbers:
                if number.unit not in _TIMES and _tells(words, number, context):
                    yield sentence, number


def _tells(words: Words, number: Number, context: Mapping[str, Collection[str]]) -> bool:
    first = bisect_left(words.starts, number.start)
    if first == len(words):
        return False
    within = words.by_sentence[words.sentences[first]]
    if number.unit in _MEASURES:
        return True
    if _is_rank(words, within, first) or _is_age(words, within, first):
        return False
    last = max(first, bisect_left(words.starts, number.end) - 1)
    after = words.forms[last + 1 : min(within.stop, last + 1 + _NEAR)]
    if _is_small(words, first, number):
        around = (*words.forms[max(within.start, first - _NEAR) : first], number.unit, *after)
        return any(form in context["grave"] for form in around)
    return not (_is_named(words, within, first) or any(form in context["street"] for form in after[:3]))


def _is_small(words: Words, first: int, number: Number) -> bool:
    """Whether a number is below ten and without a decimal point: "three", "3"."""
    value = number.value.partition("-")[0]
    return len(value) == 1 and int(value) < _SMALL


def _is_rank(words: Words, within: range, first: int) -> bool:
    """Whether a number leads a line of a list, or stands in brackets: "10 Lee Osei", "Lee Osei (11)"."""
    after = words.text[words.ends[first] : words.ends[first] + 2].lstrip(".")
    if words.text[words.starts[first] - 1 : words.starts[first]] == "(" and after.startswith(")"):
        return True
    return first == within.start and first + 1 < within.stop and words.written(first + 1)[0].isupper()


def _is_age(words: Words, within: range, first: int) -> bool:
    """Whether a number is the age of people: "men under 35", "ages 18 to 29", "aged 40"."""
    before = words.forms[max(within.start, first - 4) : first]
    if any(form in _AGES for form in before):
        return True
    return before[-1:] in (["under"], ["over"]) and before[-2:-1] != [] and before[-2] in _OF_AN_AGE


def _is_named(words: Words, within: range, first: int) -> bool:
    """Whether a number is part of a name: "Channel Four", "Windows 10", "Super Bowl 50"."""
    if words.named[first]:
        return True
    before = first - 1
    return (
        before > within.start
        and words.named[before] == 1
        and words.text[words.ends[before] : words.starts[first]] == " "
    )
