"""Quotations several articles carry, beside one another, each difference with its class and the copy it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.model import Cell, Comparison, Edit, Finding, Span
from crossread.reports.anchors import Anchors
from crossread.reports.kinds import finding_anchor
from crossread.reports.messages import t
from crossread.reports.visible import excerpt, shortened
from crossread.telling import counted
from crossread.text.words import on_one_line

LONGEST = 1200  # characters of one piece of a quotation
CONTEXT = 120  # characters of the sentence around it, on each side
_LONG = 8  # words of an edit that are spelt out

Pieces = tuple[tuple[str, bool], ...]


class QuoteSide(Struct, frozen=True, gc=False):
    """A quotation in one article: (text, differs) pieces, the rest of its sentences around them, its length and cue."""

    label: str
    href: str
    before: str
    pieces: Pieces
    after: str
    note: str

    @property
    def line(self) -> Pieces:
        """The quotation with the words around it."""
        return ((self.before, False), *self.pieces, (self.after, False))


class QuotationView(Struct, frozen=True, gc=False):
    """A quotation several articles carry, side by side; `edits` says each difference in words, none where alike."""

    anchor: str
    speaker: str
    sentence: str
    sides: tuple[QuoteSide, ...]
    edits: tuple[str, ...]


def findings_of(comparison: Comparison, kind: str) -> tuple[Finding, ...]:
    """The findings of one kind, none where it was not looked for."""
    return tuple(finding for found in comparison.found if found.kind == kind for finding in found.findings)


def quotation_views(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[QuotationView, ...]:
    """Quotations of several articles, those that differ first."""
    rules = {rule.id: rule.label for info in comparison.kinds if info.id == "quotations" for rule in info.rules}
    return tuple(_quotation(found, rules, anchors, labels) for found in findings_of(comparison, "quotations"))


def _quotation(finding: Finding, rules: Mapping[str, str], anchors: Anchors, labels: Sequence[str]) -> QuotationView:
    base = next((cell for cell in finding.cells if cell.article == finding.base), finding.cells[0])
    changed = [edit.base for cell in finding.cells for edit in cell.edits if edit.rule not in _WHOLE]
    sides: list[QuoteSide] = []
    edits: list[str] = []
    for cell in finding.cells:
        here = [edit.here for edit in cell.edits if edit.rule not in _WHOLE]
        sides.append(_side(cell, changed if cell is base else here, anchors, labels))
        edits += _edits(cell, base, rules, anchors, labels)
    return QuotationView(
        finding_anchor(finding), _speaker(finding.cells, anchors), finding.sentence, tuple(sides), tuple(edits)
    )


_WHOLE = ("speaker", "cue", "unmarked", "paraphrase")  # differences of a whole copy, not of words in it


def _edits(cell: Cell, base: Cell, rules: Mapping[str, str], anchors: Anchors, labels: Sequence[str]) -> Iterator[str]:
    one, two = (labels[anchors.numbers[each.article]] for each in (base, cell))
    texts = [anchors.articles[anchors.numbers[each.article]].text for each in (base, cell)]
    for edit in cell.edits:
        said = _said(edit, texts, one, two)
        yield f"{rules.get(edit.rule, edit.rule)}: {said}"


def _said(edit: Edit, texts: Sequence[str], one: str, two: str) -> str:
    """The difference between the base, article `one`, and article `two`."""
    left, right = _short(texts[0], edit.base), _short(texts[1], edit.here)
    if edit.rule in ("unmarked", "paraphrase", "speaker"):
        return edit.note or t("edit.here", label=two)
    if edit.rule == "moved":
        how = edit.note.replace("here", t("edit.here", label=two))
        return t("edit.moved", words=left or right, how=how)
    if left and right:
        return t("edit.replaced", left=left, right=right, one=one, two=two)
    return t("edit.only", words=left or right, label=one if left else two)


def _short(text: str, span: Span) -> str:
    words = text[span.start : span.end].split()
    return " ".join(words) if len(words) <= _LONG else f"{' '.join(words[:_LONG])} …"


def _side(cell: Cell, changed: Sequence[Span], anchors: Anchors, labels: Sequence[str]) -> QuoteSide:
    index = anchors.numbers[cell.article]
    text = anchors.articles[index].text
    first, last = cell.spans[0], cell.spans[-1]
    around = cell.context or Span(first.start, last.end)
    pieces: list[tuple[str, bool]] = []
    for span in cell.spans:
        pieces += [(" / ", False)] * bool(pieces)
        pieces += _pieces(text, span, sorted(changed))
    return QuoteSide(
        label=labels[index],
        href=anchors.at(index, first.start),
        before=_before(text, Span(around.start, first.start)),
        pieces=tuple(pieces),
        after=_after(text, Span(last.end, around.end)),
        note="; ".join(filter(None, (counted(int(cell.value or 0), "word"), ", ".join(cell.words)))),
    )


def _before(text: str, span: Span) -> str:
    """The end of what stands before the quotation in its sentence, on one line, with the space between."""
    line = on_one_line(text, span.start, span.end)
    if len(line) > CONTEXT:
        line = f"…{line[-CONTEXT:].partition(' ')[2]}"
    return line + " " * bool(line and text[span.end - 1].isspace())


def _after(text: str, span: Span) -> str:
    """The beginning of what stands after it."""
    line = shortened(text[span.start : span.end], CONTEXT)
    return " " * bool(line and text[span.start].isspace()) + line


def _pieces(text: str, span: Span, changed: Sequence[Span]) -> list[tuple[str, bool]]:
    """The words of one piece, those that differ told apart; of very long ones the two ends."""
    if span.end - span.start > LONGEST:
        return [(excerpt(text, span.start, span.end, around=0, most=LONGEST)[1], False)]
    pieces: list[tuple[str, bool]] = []
    position = span.start
    for each in changed:
        start, end = max(each.start, position), min(each.end, span.end)
        if start < end:
            pieces += [(text[position:start], False), (text[start:end], True)]
            position = end
    pieces.append((text[position : span.end], False))
    return [piece for piece in pieces if piece[0]]


def _speaker(cells: Sequence[Cell], anchors: Anchors) -> str:
    """The fullest name the articles give the speaker; "" where none is known."""
    names = [
        speaker.name
        for cell in cells
        for speaker in anchors.articles[anchors.numbers[cell.article]].speakers
        if speaker.id == cell.key
    ]
    return max(names, key=lambda name: (len(name.split()), len(name)), default="")
