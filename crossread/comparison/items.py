"""Names and numbers over the set: which article has them, and in which sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from crossread.comparison.linking import NameUse, NameUseKind, link
from crossread.model import BODY_ZONES, Analysis, ItemComparison, Name, NameKind, Place, Sentence, Span
from crossread.text.numbers import Number, find_numbers
from crossread.text.spelling import fold_name
from crossread.text.words import find_words, fold

Kind = Literal["person", "place", "organisation", "other", "number"]
_ORDER: tuple[Kind, ...] = ("person", "organisation", "place", "number", "other")
# Looked for under its written form in articles whose names do not list it; shorter is too vague.
_SHORTEST = 3
_LINKED_AS: dict[NameKind, NameUseKind] = {
    "person": "person",
    "place": "body",
    "organisation": "body",
    "other": "unknown",
}


class _Item(Struct):
    """A name or number being gathered: the spans of each article, by the article's place in the set."""

    kind: Kind
    forms: list[str] = []
    spans: dict[int, set[Span]] = {}

    def add(self, order: int, span: Span) -> None:
        """Notes an occurrence."""
        self.spans.setdefault(order, set()).add(span)


def compare_items(analyses: Sequence[Analysis]) -> tuple[ItemComparison, ...]:
    """Every person, organisation, place, number and other name of the bodies, most shared first.

    Occurrences are in reading order, article by article, each with the sentence around it. An
    article an item does not list is one where our rules did not find it.
    """
    bodies = [_Body(analysis) for analysis in analyses]
    items = _names(bodies)
    _find_unlisted(items, bodies)
    items += _numbers(bodies)
    found = [_comparison(item, bodies) for item in items if item.spans]
    return tuple(sorted(found, key=_rank))


def _rank(item: ItemComparison) -> tuple[int, int, int, str, str, int]:
    articles = len({place.article for place in item.places})
    return (
        _ORDER.index(item.kind),
        -articles,
        -len(item.places),
        item.text,
        item.places[0].article,
        item.places[0].start,
    )


class _Body:
    """The body sentences of one article, found by offset."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sentences = sorted((s for s in analysis.sentences if s.zone in BODY_ZONES), key=lambda s: s.start)
        self._starts = [sentence.start for sentence in self.sentences]
        self._names = sorted((name.start, name.end) for name in analysis.names)

    def holds(self, span: Name | Span) -> bool:
        """True when the span begins in a sentence of the body."""
        return self._sentence(span) is not None

    def named(self, span: Span) -> bool:
        """True when a name of the article overlaps the span."""
        index = bisect_right(self._names, (span.end, -1)) - 1
        return index >= 0 and self._names[index][1] > span.start

    def around(self, span: Span) -> Place:
        """The sentence a span begins in; the span itself where no sentence of the body holds it."""
        sentence = self._sentence(span) or span
        return Place(self.analysis.id, sentence.start, sentence.end)

    def _sentence(self, span: Name | Span) -> Sentence | None:
        index = bisect_right(self._starts, span.start) - 1
        return self.sentences[index] if index >= 0 and span.start < self.sentences[index].end else None


def _comparison(item: _Item, bodies: Sequence[_Body]) -> ItemComparison:
    located = [(bodies[order], span) for order in sorted(item.spans) for span in sorted(item.spans[order])]
    alone = len(bodies) > 1 and len(item.spans) == 1
    return ItemComparison(
        kind=item.kind,
        text=_heading(item.forms),
        places=tuple(Place(body.analysis.id, span.start, span.end) for body, span in located),
        sentences=tuple(body.around(span) for body, span in located),
        only_in=located[0][0].analysis.id if alone else None,
    )


def _heading(forms: Sequence[str]) -> str:
    """The fullest form; among equally full ones the most frequent."""
    counts = Counter(forms)
    return max(counts, key=lambda form: (len(form.split()), counts[form], len(form), form))


# ------------------------------------------------------------------------------------- names


def _names(bodies: Sequence[_Body]) -> list[_Item]:
    """One item per name over the set. Within an article the names' keys link; here, the spelling."""
    owners: list[tuple[int, Analysis, list[Name]]] = []
    for order, body in enumerate(bodies):
        by_key: dict[str, list[Name]] = {}
        for name in body.analysis.names:
            if body.holds(name):
                by_key.setdefault(name.key, []).append(name)
        owners.extend((order, body.analysis, names) for names in by_key.values())
    uses = []
    for _, analysis, names in owners:
        kind = _kind(name.kind for name in names)
        forms = sorted(
            {_written(analysis, name) for name in names}, key=lambda form: (-len(form.split()), -len(form), form)
        )
        uses.append(NameUse(tuple(forms), _LINKED_AS[kind]))
    clusters: dict[int, list[int]] = {}
    for index, number in enumerate(link(uses)):
        clusters.setdefault(number, []).append(index)
    items = []
    for members in clusters.values():
        item = _Item(_kind(name.kind for index in members for name in owners[index][2]))
        for order, analysis, names in (owners[index] for index in members):
            for name in names:
                item.forms.append(_written(analysis, name))
                item.add(order, Span(name.start, name.end))
        items.append(item)
    return items


def _written(analysis: Analysis, name: Name) -> str:
    text = " ".join(analysis.text[name.start : name.end].split())
    for ending in ("'s", "’s", "'", "’"):
        text = text.removesuffix(ending)
    return text


def _kind(kinds: Iterable[NameKind]) -> NameKind:
    """The most frequent kind; "other" only where nothing better is known."""
    counts: Counter[NameKind] = Counter(kind for kind in kinds if kind != "other")
    return max(sorted(counts), key=lambda k: counts[k]) if counts else "other"


def _find_unlisted(items: Sequence[_Item], bodies: Sequence[_Body]) -> None:
    """Adds occurrences the name rules missed, so that no name is called missing where its words stand.

    Only whole words in the same capitals count, only in articles that lack the name, and only
    where no other name stands: the "Smith" of Jane Smith is no sign of John Smith.
    """
    indices = [_words_by_form(body) for body in bodies]
    for item in items:
        forms = sorted({form for form in item.forms if len(fold_name(form)) >= _SHORTEST})
        for order, body in enumerate(bodies):
            if order in item.spans:
                continue
            for form in forms:
                for span in _occurrences(body.analysis.text, form, indices[order]):
                    if not body.named(span):
                        item.add(order, span)


def _words_by_form(body: _Body) -> dict[str, list[int]]:
    """Where each word of the body's sentences begins, possessive endings aside."""
    places: dict[str, list[int]] = {}
    for sentence in body.sentences:
        for start, end in find_words(body.analysis.text, sentence.start, sentence.end):
            places.setdefault(_stem(body.analysis.text[start:end]), []).append(start)
    return places


def _stem(word: str) -> str:
    return fold(word).removesuffix("'s")


def _occurrences(text: str, form: str, words: dict[str, list[int]]) -> Iterable[Span]:
    first = find_words(form)[:1]
    if not first:
        return
    for start in words.get(_stem(form[first[0][0] : first[0][1]]), ()):
        end = start + len(form)
        if text[start:end] == form and not text[end : end + 1].isalnum():
            yield Span(start, end)


# ----------------------------------------------------------------------------------- numbers


def _numbers(bodies: Sequence[_Body]) -> list[_Item]:
    """One item per value and unit; a date without a year joins the one date with a year it may be."""
    items: dict[tuple[str, str], _Item] = {}
    for order, body in enumerate(bodies):
        text = body.analysis.text
        for sentence in body.sentences:
            for number in find_numbers(text, sentence.start, sentence.end):
                item = items.setdefault((number.value, number.unit), _Item("number"))
                item.forms.append(" ".join(text[number.start : number.end].split()))
                item.add(order, _span(number))
    for (value, unit), item in sorted(items.items()):
        if unit == "date" and value.count("-") == 1 and len(value) == 5:
            dated = [other for other in items if other[1] == "date" and other[0][4:] == f"-{value}"]
            if len(dated) == 1:
                _merge(items[dated[0]], item)
                del items[value, unit]
    return list(items.values())


def _span(number: Number) -> Span:
    return Span(number.start, number.end)


def _merge(item: _Item, other: _Item) -> None:
    item.forms.extend(other.forms)
    for order, spans in other.spans.items():
        item.spans.setdefault(order, set()).update(spans)
