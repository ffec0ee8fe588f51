"""What articles carry: a person, body, place, number or date as one thing over the set, and how prominent it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from crossread.comparison.bodies import Body
from crossread.model import Span

ItemKind = Literal["person", "organisation", "place", "number", "date", "other"]

# What a reader comparing two articles would look for first; the rest of the scale is where it stands.
_BY_KIND: Mapping[ItemKind, float] = {
    "person": 1.0,
    "organisation": 0.85,
    "place": 0.45,
    "number": 0.8,
    "date": 0.5,
    "other": 0.4,
}
_MENTION, _MENTIONS = 0.08, 5
_HEADLINE, _LEAD, _HEARD, _ONCE = 0.25, 0.15, 0.1, 0.1


class Item(Struct, frozen=True, kw_only=True):
    """A person, body, place, number or date, and where each article has it.

    `spans` (in the body), `titles` (in the headline), `keys` (the `Name.key`s it goes by) and `heard` (words
    attributed to it) are by the article's place in the set; an article in neither of the first two is one where
    our rules did not find it. `names` are its written forms, folded. `worth` is what a reader would give for it
    among others of its kind, 0 to 1; `leads` whether one would ask how early it comes: not of a city or a year.
    """

    kind: ItemKind
    label: str
    spans: Mapping[int, Sequence[Span]]
    titles: Mapping[int, Sequence[Span]] = {}
    keys: Mapping[int, Sequence[str]] = {}
    heard: Mapping[int, int] = {}
    names: frozenset[str] = frozenset()
    worth: float = 1.0
    leads: bool = True

    @property
    def orders(self) -> list[int]:
        """The articles that have it, by their place in the set."""
        return sorted({*self.spans, *self.titles})

    def places(self, order: int) -> tuple[Span, ...]:
        """Everywhere one article has it, the headline first."""
        return (*self.titles.get(order, ()), *self.spans.get(order, ()))

    def sentences(self, order: int, body: Body) -> list[int]:
        """The sentences of the body that have it, by their index, in reading order."""
        at = (body.index_at(span.start) for span in self.spans.get(order, ()))
        return sorted({index for index in at if index is not None})

    def prominence(self, order: int, body: Body) -> float:
        """How much one article makes of it, 0 to 1: sentences, headline, first paragraph, whether it is heard."""
        sentences = self.sentences(order, body)
        made = _ONCE + _MENTION * min(max(len(sentences) - 1, 0), _MENTIONS)
        if self.titles.get(order):
            made += _HEADLINE
        if sentences and sentences[0] < body.lead:
            made += _LEAD
        if self.heard.get(order):
            made += _HEARD
        return min(1.0, made) * self.worth * _BY_KIND[self.kind]
