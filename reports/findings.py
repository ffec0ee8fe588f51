"""What was found across articles: names and numbers in one only."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Analysis, Comparison, ItemComparison, Place
from crossread.reports.visible import excerpt
from crossread.reports.wording import ITEM_KINDS
from crossread.telling import listed


class Anchors:
    """Where findings point into the texts; the annotated articles draw each as an anchor."""

    def __init__(self, articles: Sequence[Analysis]) -> None:
        self.articles = articles
        self.numbers = {analysis.id: index for index, analysis in reversed(list(enumerate(articles)))}
        self.wanted: list[dict[int, list[str]]] = [{} for _ in articles]

    def at(self, index: int, offset: int) -> str:
        """The link to an offset of an article, asking for an anchor there."""
        name = f"at-a{index + 1}-{offset}"
        self.wanted[index][offset] = [name]
        return f"#{name}"

    def place(self, place: Place) -> str:
        """The link to a place."""
        return self.at(self.numbers[place.article], place.start)

    def text(self, place: Place) -> str:
        """The text of the article a place is in."""
        return self.articles[self.numbers[place.article]].text


class ItemView(Struct, frozen=True, gc=False):
    """A name or number in one article only, with its first sentence and links to the others."""

    anchor: str
    text: str
    before: str
    words: str
    after: str
    href: str
    others: tuple[str, ...]


class OnlyIn(Struct, frozen=True, gc=False):
    """What one article alone carries, by kind."""

    label: str
    elsewhere: str
    kinds: tuple[tuple[str, tuple[ItemView, ...]], ...]

    @property
    def count(self) -> int:
        """Names and numbers in this article only."""
        return sum(len(items) for _, items in self.kinds)


def others(labels: Sequence[str], label: str) -> str:
    """The articles but one, by letter as long as that reads well: "B", "B and C", "the other 7 articles"."""
    rest = [each for each in labels if each != label]
    return listed(rest) if len(rest) <= 4 else f"the other {len(rest)} articles"


def only_in(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[OnlyIn, ...]:
    """For each article the names and numbers no other carries, in reading order."""
    found = []
    counter = 0
    for index, analysis in enumerate(anchors.articles):
        if anchors.numbers[analysis.id] != index:
            continue
        kinds = []
        for kind, title in ITEM_KINDS:
            items = [i for i in comparison.items if i.only_in == analysis.id and i.kind == kind and i.places]
            views = []
            for item in sorted(items, key=lambda i: i.places[0].start):
                counter += 1
                views.append(_item(counter, item, anchors))
            if views:
                kinds.append((title, tuple(views)))
        elsewhere = others(labels, labels[index])
        found.append(OnlyIn(labels[index], elsewhere, tuple(kinds)))
    return tuple(found)


def _item(row: int, item: ItemComparison, anchors: Anchors) -> ItemView:
    first = item.places[0]
    text = anchors.text(first)
    sentence = item.sentences[0] if item.sentences else first
    before, words, after = excerpt(text, first.start, first.end, around=120)
    if sentence.start <= first.start and first.end <= sentence.end:
        before = _within(before, text[sentence.start : first.start])
        after = _within(after, text[first.end : sentence.end])
    further = tuple(anchors.place(place) for place in item.places[1:])
    return ItemView(f"item-{row}", item.text, before, words, after, anchors.place(first), further)


def _within(context: str, sentence_part: str) -> str:
    """The context, or the part of the sentence when that is shorter."""
    part = " ".join(sentence_part.split())
    lead = " " if sentence_part[:1].isspace() else ""
    tail = " " if part and sentence_part[-1:].isspace() else ""
    whole = f"{lead}{part}{tail}"
    return whole if len(whole) <= len(context) else context
