"""Names, numbers and dates that not every article carries, from the findings of the kind `selection`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Analysis, Comparison, Finding, Span
from crossread.reports.anchors import Anchors
from crossread.reports.kinds import finding_anchor
from crossread.reports.messages import t
from crossread.reports.visible import excerpt
from crossread.telling import listed, others

KIND = "selection"
ITEM_KINDS = ("person", "place", "organisation", "number", "date", "other")  # in this order


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
    """What one article alone carries, or what some do and others do not, by kind."""

    label: str  # "A"; "A and C"
    elsewhere: str
    kinds: tuple[tuple[str, tuple[ItemView, ...]], ...]
    alone: bool = True

    @property
    def count(self) -> int:
        """Names and numbers in this article or in these only."""
        return sum(len(items) for _, items in self.kinds)


def only_in(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[OnlyIn, ...]:
    """What no other article carries, for each article, then for each group of articles that share what others lack.

    Within each by kind, the most prominent first.
    """
    carried: dict[tuple[int, ...], list[Finding]] = {
        (index,): [] for index, analysis in enumerate(anchors.articles) if anchors.numbers[analysis.id] == index
    }
    for finding in _findings(comparison):
        if "all" not in finding.rules and finding.cells and finding.cells[0].spans:
            carried.setdefault(tuple(anchors.numbers[cell.article] for cell in finding.cells), []).append(finding)
    return tuple(
        _part(having, carried[having], anchors, labels)
        for having in sorted(carried, key=lambda having: (len(having), having))
    )


def _part(having: tuple[int, ...], findings: Sequence[Finding], anchors: Anchors, labels: Sequence[str]) -> OnlyIn:
    kinds = []
    for kind in ITEM_KINDS:
        views = tuple(_item(finding, having[0], anchors) for finding in findings if kind in finding.rules)
        if views:
            kinds.append((t(f"item.{kind}"), views))
    carrying = [labels[index] for index in having]
    return OnlyIn(listed(carrying), others(labels, carrying), tuple(kinds), len(having) == 1)


def shared_count(comparison: Comparison) -> int:
    """How many names and numbers more than one article carries."""
    return sum(len(finding.cells) > 1 for finding in _findings(comparison))


def _findings(comparison: Comparison) -> tuple[Finding, ...]:
    return next((found.findings for found in comparison.found if found.kind == KIND), ())


def _item(finding: Finding, index: int, anchors: Anchors) -> ItemView:
    analysis, spans = anchors.articles[index], finding.cells[0].spans
    first = spans[0]
    before, words, after = excerpt(analysis.text, first.start, first.end, around=120)
    sentence = _around(analysis, first)
    if sentence is not None:
        before = _within(before, analysis.text[sentence.start : first.start])
        after = _within(after, analysis.text[first.end : sentence.end])
    elsewhere = [
        anchors.at(anchors.numbers[cell.article], span.start) for cell in finding.cells[1:] for span in cell.spans
    ]
    further = (*(anchors.at(index, span.start) for span in spans[1:]), *elsewhere)
    return ItemView(
        finding_anchor(finding), finding.label, before, words, after, anchors.at(index, first.start), further
    )


def _around(analysis: Analysis, span: Span) -> Span | None:
    """The sentence a span stands in."""
    at = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or span.end > analysis.sentences[at].end:
        return None
    return Span(analysis.sentences[at].start, analysis.sentences[at].end)


def _within(context: str, sentence_part: str) -> str:
    """The context, or the part of the sentence when that is shorter."""
    part = " ".join(sentence_part.split())
    lead = " " if sentence_part[:1].isspace() else ""
    tail = " " if part and sentence_part[-1:].isspace() else ""
    whole = f"{lead}{part}{tail}"
    return whole if len(whole) <= len(context) else context
