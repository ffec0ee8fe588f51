"""The people, bodies and places of a set of articles, each one thing over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.names.linking import NameUse, NameUseKind, link
from crossread.model import Analysis, Name, NameKind, Span
from crossread.text.spelling import fold_name
from crossread.text.words import find_words, on_one_line

# Looked for under its written form in articles whose names do not list it; shorter is too vague.
_SHORTEST = 3
_LINKED_AS: dict[NameKind, NameUseKind] = {
    "person": "person",
    "place": "body",
    "organisation": "body",
    "other": "unknown",
}


class Entity(Struct, frozen=True):
    """A name over the set: its written forms with how often each is used, and where each article has it.

    `spans` and `keys` (the `Name.key`s it goes by there) are by the article's place in the set; spans are in
    reading order. An article that is no key of `spans` is one where our rules did not find it.
    """

    kind: NameKind
    forms: Counter[str]
    spans: dict[int, list[Span]]
    keys: dict[int, list[str]]

    @property
    def heading(self) -> str:
        """The fullest form; among equally full ones the most frequent."""
        return fullest(self.forms)

    @property
    def tells(self) -> bool:
        """Whether it names somebody or something: a single word of unknown kind may be "Russian" or "Senate"."""
        return self.kind != "other" or " " in self.heading


def fullest(forms: Counter[str]) -> str:
    """The form with the most words; among equally full ones the most frequent."""
    return max(forms, key=lambda form: (len(form.split()), forms[form], len(form), form))


def link_names(bodies: Sequence[Body]) -> tuple[Entity, ...]:
    """One entity per name over the set, those of the first article first.

    Within an article the names' keys link; from one to another, the spelling.
    """
    owners: list[tuple[int, Analysis, list[Name]]] = []
    for order, body in enumerate(bodies):
        by_key: dict[str, list[Name]] = {}
        for name in body.analysis.names:
            if body.holds(name):
                by_key.setdefault(name.key, []).append(name)
        owners.extend((order, body.analysis, names) for names in by_key.values())
    uses = [NameUse(_forms(analysis, names), _LINKED_AS[_kind(n.kind for n in names)]) for _, analysis, names in owners]
    clusters: dict[int, list[int]] = {}
    for index, number in enumerate(link(uses)):
        clusters.setdefault(number, []).append(index)
    entities = []
    for members in clusters.values():
        kind = _kind(name.kind for index in members for name in owners[index][2])
        entity = Entity(kind, Counter(), {}, {})
        for order, analysis, names in (owners[index] for index in members):
            entity.keys.setdefault(order, []).append(names[0].key)
            for name in names:
                entity.forms[written(analysis, name)] += 1
                entity.spans.setdefault(order, []).append(Span(name.start, name.end))
        entities.append(entity)
    _find_unlisted(entities, bodies)
    for entity in entities:
        for spans in entity.spans.values():
            spans.sort()
    return tuple(entities)


def written(analysis: Analysis, name: Name | Span) -> str:
    """A name as the text has it, on one line and without a possessive ending."""
    text = on_one_line(analysis.text, name.start, name.end)
    for ending in ("'s", "’s", "'", "’"):
        text = text.removesuffix(ending)
    return text


def _forms(analysis: Analysis, names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(sorted({written(analysis, n) for n in names}, key=lambda form: (-len(form.split()), -len(form), form)))


def _kind(kinds: Iterable[NameKind]) -> NameKind:
    """The most frequent kind; "other" only where nothing better is known."""
    counts: Counter[NameKind] = Counter(kind for kind in kinds if kind != "other")
    return max(sorted(counts), key=lambda k: counts[k]) if counts else "other"


def _find_unlisted(entities: Sequence[Entity], bodies: Sequence[Body]) -> None:
    """Adds occurrences the name rules missed, so that no name is called missing where its words stand.

    Only whole words in the same capitals count, only in articles that lack the name, and only
    where no other name stands: the "Smith" of Jane Smith is no sign of John Smith.
    """
    for entity in entities:
        forms = sorted(form for form in entity.forms if len(fold_name(form)) >= _SHORTEST)
        for order, body in enumerate(bodies):
            if order in entity.spans:
                continue
            found = {span for form in forms for span in _occurrences(body, form) if not body.named(span)}
            if found:
                entity.spans[order] = sorted(found)


def _occurrences(body: Body, form: str) -> Iterable[Span]:
    first = find_words(form)[:1]
    if not first:
        return
    for start in body.words.get(word_form(form[first[0][0] : first[0][1]]), ()):
        end = start + len(form)
        if body.text[start:end] == form and not body.text[end : end + 1].isalnum():
            yield Span(start, end)
