"""Noun phrases: where one begins, what is fronted before it, and whether "and" joins two."""

from __future__ import annotations

from crossread.attribution.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FRONTED,
    NOMINATIVE,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    is_finite,
)
from crossread.attribution.page import Line, WordSpan

_MARKS = frozenset('“”"„«»`')
_FRONTED_ADVERBS = ADVERBS - {"all", "both", "first", "only"}
LONGEST_PHRASE = 30  # words of a source


def subject_start(line: Line, last: int) -> int:
    """The first word of the noun phrase that ends at `last`: back to a pause, an opener or a verb."""
    first = last
    floor = max(line.floor, last - LONGEST_PHRASE)
    forms, starts, ends, text, quoted = line.forms, line.starts, line.ends, line.text, line.page.quoted
    while first > floor:
        edge = ends[first - 1]
        plain = starts[first] - edge == 1 and text[edge] == " "
        if quoted[first - 1] or not (plain or not line.gap(first).strip("()/\u00a0 ")):
            break
        previous = forms[first - 1]
        if previous in OPENERS and not (previous == "and" and joins(line, first)):
            related = (
                previous in RELATIVES and first - 1 > floor and is_finite(line, first) and line.adjacent(first - 1)
            )
            if not related or forms[first - 2] in PREPOSITIONS or is_finite(line, first - 2):
                break
        elif is_finite(line, first - 1):
            before = forms[first - 2] if first - 1 > line.first else ""
            reduced = previous.endswith("ed") and (forms[first] in PREPOSITIONS or forms[first] in TIMES)
            if not (
                before in RELATIVES or (reduced and before not in NOMINATIVE and not _auxiliary_near(line, first - 1))
            ):
                break
        first -= 1
    return first


def trimmed(line: Line, first: int, last: int) -> WordSpan | None:
    """A subject without what is fronted before it: openers, adverbs, "In a 2013 memo", "On Monday"."""
    forms = line.forms
    while first <= last and (
        (forms[first] in OPENERS and not (forms[first] in RELATIVES and first < last and forms[first] != "who"))
        or forms[first] in _FRONTED_ADVERBS
        or (forms[first].endswith("ly") and not line.capital(first))
        or forms[first] in ("up", "out", "alongside")
    ):
        first += 1
    if first > last or forms[first] == "there":
        return None
    if forms[first] in FRONTED or (forms[first] in TIMES and first < last):
        fronted = forms[first] in FRONTED
        for k in range(last, first, -1):
            inner = forms[k - 1]
            inside_phrase = inner in PREPOSITIONS or inner in DETERMINERS or inner in ("of", "to", "and")
            inside_name = line.capital(k - 1) and inner not in TIMES
            if (forms[k] in DETERMINERS or line.capital(k)) and not inside_phrase and not inside_name:
                return k, last
        if fronted:
            return None
    if forms[first] in ("to", "not", "by", "of") or forms[last] in PREPOSITIONS:
        return None
    return first, last


def _auxiliary_near(line: Line, i: int) -> bool:
    """Whether an auxiliary stands before the verb at i: then it is no participle."""
    return any(line.forms[k] in AUXILIARIES for k in range(max(line.first, i - 2), i))


def begins_phrase(line: Line, i: int) -> bool:
    form = line.forms[i]
    named = line.capital(i) and i > line.first  # "Will Doyle"
    return (
        form not in FRONTED
        and (named or form not in AUXILIARIES)
        and form not in ("to", "not", "be", "and", "or", "but")
    )


def joins(line: Line, first: int) -> bool:
    """Whether the "and" before word `first` joins two nouns into one subject."""
    if first - 2 < line.first or first >= line.stop or not line.gap(first - 1).isspace():
        return False
    left, right = line.forms[first - 2], line.forms[first]
    if line.capital(first - 2) and not line.quoted(first - 2):
        return line.capital(first) or right in ("the", "other", "his", "her", "their", "a", "many", "some")
    nouny = left.endswith("s") and not left.endswith("'s") and not is_finite(line, first - 2)
    return nouny and right.endswith("s") and right not in ("was", "is", "has", "his", "its", "this")


def has_mark(between: str) -> bool:
    return between != " " and (not _MARKS.isdisjoint(between) or "''" in between)
