"""Which of the things a set carries stand in each article's headline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crossread.comparison.bodies import Body, word_form
from crossread.model import Span
from crossread.text.words import find_words

Forms = Mapping[tuple[str, ...], int | None]
"""The words of a form -> the index of the thing that goes by it; None where several do."""


def index_forms(forms: Iterable[tuple[int, str]]) -> Forms:
    """Forms by their folded words."""
    found: dict[tuple[str, ...], int | None] = {}
    for index, form in forms:
        words = form_words(form)
        if words:
            found[words] = index if found.get(words, index) == index else None
    return found


def form_words(form: str) -> tuple[str, ...]:
    """The folded words of a name as headlines are searched for it."""
    return tuple(word_form(form[start:end]).replace(".", "") for start, end in find_words(form))


def in_headline(body: Body, forms: Forms) -> dict[int, list[Span]]:
    """Where the things stand in the headline, the longest form first; a word in small letters begins none."""
    longest = max(map(len, forms), default=0)
    found: dict[int, list[Span]] = {}
    for words in _headlines(body):
        folded = [word_form(body.text[start:end]).replace(".", "") for start, end in words]
        at = 0
        while at < len(words):
            size = _match(folded, at, forms, longest) if not body.text[words[at][0]].islower() else 0
            index = forms.get(tuple(folded[at : at + size]))
            if size and index is not None:
                found.setdefault(index, []).append(Span(words[at][0], words[at + size - 1][1]))
            at += max(size, 1)
    return found


def _match(words: Sequence[str], at: int, forms: Forms, longest: int) -> int:
    """How many words from `at` on are the longest form that begins there, 0 for none."""
    for size in range(min(longest, len(words) - at), 0, -1):
        if tuple(words[at : at + size]) in forms:
            return size
    return 0


def _headlines(body: Body) -> list[list[tuple[int, int]]]:
    return [find_words(body.text, zone.start, zone.end) for zone in body.analysis.zones if zone.kind == "title"]
