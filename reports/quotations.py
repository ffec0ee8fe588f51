"""Quotations two articles carry, side by side, each difference said once and with the copy it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.model import Comparison, Place, QuotationComparison, QuotationEdit, Span
from crossread.reports.findings import Anchors

# Kinds of difference, as the comparison words them, that an edit says with the words themselves.
_SHOWN_BY_EDITS = ("wording changed", "words in one copy only")
_INSIDE = "inside the marks in one copy only"
_MOVED = "moved across the marks"
_MORE = "one copy quotes more"
_BARE = "no quotation marks in one copy"
_SPEAKER = "other speaker: "
INSIDE = " inside the quotation marks; "
_LONG = 8  # words of an edit that are spelt out, as the comparison does


class QuoteSide(Struct, frozen=True, gc=False):
    """A quotation in one article: pieces of text, each the same in both or not."""

    label: str
    href: str
    pieces: tuple[tuple[str, bool], ...]


class QuotationView(Struct, frozen=True, gc=False):
    """A quotation two articles carry, side by side.

    `edits` says each difference in words, `differences` names the kinds that these do not show.
    """

    anchor: str
    speaker: str
    similarity: str
    sides: tuple[QuoteSide, QuoteSide]
    edits: tuple[str, ...]
    differences: tuple[str, ...]


def quotation_views(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[QuotationView, ...]:
    """Quotations two articles share, those that differ first."""
    ordered = sorted(comparison.quotations, key=lambda q: not q.differences and not q.edits)
    return tuple(_quotation(row, pair, anchors, labels) for row, pair in enumerate(ordered, start=1))


def _quotation(row: int, pair: QuotationComparison, anchors: Anchors, labels: Sequence[str]) -> QuotationView:
    left = _side(pair.left, [edit.left for edit in pair.edits], anchors, labels)
    right = _side(pair.right, [edit.right for edit in pair.edits], anchors, labels)
    kinds = dict.fromkeys(kind for kind in pair.differences if kind not in _SHOWN_BY_EDITS)
    edits = [said for edit in pair.edits for said in _edit(edit, pair, anchors, (left.label, right.label), kinds)]
    similarity = f"{100 * pair.similarity:.0f} % of words in common"
    speaker = _speaker(pair.left, anchors) or _speaker(pair.right, anchors)
    named = tuple(_named(kind, pair, anchors, (left.label, right.label)) for kind in kinds)
    return QuotationView(f"quotation-{row}", speaker, similarity, (left, right), tuple(dict.fromkeys(edits)), named)


def _edit(
    edit: QuotationEdit, pair: QuotationComparison, anchors: Anchors, labels: tuple[str, str], kinds: dict[str, None]
) -> Iterator[str]:
    """The edit in words; a kind that it says takes with it what `kinds` would say again."""
    left = " ".join(anchors.text(pair.left)[edit.left.start : edit.left.end].split())
    right = " ".join(anchors.text(pair.right)[edit.right.start : edit.right.end].split())
    if left and right:
        if left != right:
            yield f"“{_short(left)}” in {labels[0]}, “{_short(right)}” in {labels[1]}"
        elif f"“{_short(left)}” {_MOVED}" in kinds:
            kinds.pop(f"“{_short(left)}” {_MOVED}")
            inside, outside = labels if _holds(pair.left, edit.left) else labels[::-1]
            yield f"“{_short(left)}” stands inside the quotation marks in {inside} and outside them in {outside}"
        return
    words = left or right
    here, there = labels if left else labels[::-1]
    if f"“{_short(words)}” {_INSIDE}" in kinds:
        kinds.pop(f"“{_short(words)}” {_INSIDE}")
        yield f"{here} puts “{_short(words)}”{INSIDE}{there} has no “{_short(words)}” there"
    elif _MORE in kinds and len(words.split()) > _LONG:
        kinds.pop(_MORE)
        yield f"{here} quotes more: “{_short(words)}”"
    elif words:
        yield f"“{_short(words)}” only in {here}"


def _named(kind: str, pair: QuotationComparison, anchors: Anchors, labels: tuple[str, str]) -> str:
    """A kind that no edit shows, with the copy it concerns where that is known."""
    if kind == _BARE:
        bare = labels[1] if _in_marks(pair.left, anchors) else labels[0]
        return f"no quotation marks in {bare}"
    if kind.startswith(_SPEAKER):
        left, _, right = kind.removeprefix(_SPEAKER).partition(" / ")
        return f"attributed to {left} in {labels[0]} and to {right} in {labels[1]}"
    return kind


def _in_marks(place: Place, anchors: Anchors) -> bool:
    quotations = anchors.articles[anchors.numbers[place.article]].quotations
    return any((quotation.start, quotation.end) == (place.start, place.end) for quotation in quotations)


def _holds(place: Place, span: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _short(words: str) -> str:
    """The words as the comparison names them: cut after eight."""
    split = words.split(" ")
    return words if len(split) <= _LONG else f"{' '.join(split[:_LONG])} …"


def _side(place: Place, changed: Sequence[Span], anchors: Anchors, labels: Sequence[str]) -> QuoteSide:
    text = anchors.text(place)
    pieces: list[tuple[str, bool]] = []
    position = min(place.start, *(span.start for span in changed)) if changed else place.start
    for span in sorted(changed):
        start, end = max(span.start, position), max(span.end, position)
        pieces.append((text[position:start], False))
        pieces.append((text[start:end], True))
        position = end
    pieces.append((text[position : max(place.end, position)], False))
    kept = tuple((piece, edited) for piece, edited in pieces if piece)
    return QuoteSide(labels[anchors.numbers[place.article]], anchors.place(place), kept)


def _speaker(place: Place, anchors: Anchors) -> str:
    analysis = anchors.articles[anchors.numbers[place.article]]
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    for quotation in analysis.quotations:
        if quotation.start < place.end and place.start < quotation.end and quotation.speaker in names:
            return names[quotation.speaker]
    for attribution in analysis.attributions:
        if attribution.speaker in names and any(
            s.start < place.end and place.start < s.end for s in attribution.content
        ):
            return names[attribution.speaker]
    return ""
