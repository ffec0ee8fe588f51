"""Findings of every kind as reports print them: a sentence, and beside one another what each article has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from crossread.model import Cell, Comparison, Finding, FindingKindInfo, FoundKind, Span
from crossread.reports.anchors import Anchors
from crossread.reports.annotated import slug
from crossread.reports.messages import t
from crossread.reports.visible import excerpt, shortened
from crossread.telling import number

OPEN = 8  # findings shown before the others are folded
LONGEST = 700  # characters of one article's words beside the others'
ELSEWHERE = ("quotations", "voices", "selection", "measurements")  # stand in sections or tables of their own


class Words(Struct, frozen=True, gc=False):
    """What one article has of a finding: its words as (text, differs) pieces, and links to them."""

    label: str
    href: str
    pieces: tuple[tuple[str, bool], ...]
    value: str
    others: tuple[str, ...]


class FindingView(Struct, frozen=True, gc=False):
    """One finding. `grounds` are its rules in words, with how often such findings are right or expected to be.

    `lead` is the part of the sentence before the words it quotes, where those words are all of its one cell:
    they then stand beside it in full, and need not be said twice. Else it is empty.
    """

    anchor: str
    sentence: str
    grounds: str
    certainty: str
    cells: tuple[Words, ...]
    differs: bool
    lead: str = ""


class Alone(Struct, frozen=True, gc=False):
    """Findings that show words of one article only: what their leads share, and each with the rest of its own."""

    label: str
    heading: str
    findings: tuple[tuple[str, FindingView], ...]


class KindView(Struct, frozen=True, gc=False):
    """All that one kind found; `more` findings that differ are left out where there is no room for them."""

    id: str
    title: str
    meaning: str
    reason: str
    limits: tuple[str, ...]
    findings: tuple[FindingView, ...]
    more: int = 0

    @property
    def anchor(self) -> str:
        """Where its section begins."""
        return f"kind-{slug(self.id)}"

    @property
    def differing(self) -> tuple[FindingView, ...]:
        """The findings that show a difference."""
        return tuple(finding for finding in self.findings if finding.differs)

    @property
    def beside(self) -> tuple[FindingView, ...]:
        """Those that differ and have more to show than the words of one article."""
        return tuple(finding for finding in self.differing if not finding.lead)

    @property
    def alone(self) -> tuple[Alone, ...]:
        """Those that show words of one article only, an article after the other."""
        found: dict[str, list[FindingView]] = {}
        for finding in self.differing:
            if finding.lead:
                found.setdefault(finding.cells[0].label, []).append(finding)
        return tuple(_alone(label, found[label]) for label in sorted(found))

    @property
    def alike(self) -> tuple[FindingView, ...]:
        """Those that show what the articles share."""
        return tuple(finding for finding in self.findings if not finding.differs)


class Difference(Struct, frozen=True, gc=False):
    """One of the key differences: its sentence, where the page shows it, and its words in each article."""

    subject: str
    sentence: str
    href: str
    places: tuple[tuple[str, str], ...]  # (label, link)


def finding_anchor(finding: Finding) -> str:
    """The anchor of a finding on the page."""
    return f"found-{slug(finding.id)}"


def kind_views(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[KindView, ...]:
    """The kinds in their order, without those that stand in tables of their own."""
    infos = {info.id: info for info in comparison.kinds}
    return tuple(
        _kind(infos[found.kind], found, anchors, labels)
        for found in comparison.found
        if found.kind in infos and found.kind not in ELSEWHERE
    )


def key_differences(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[Difference, ...]:
    """The findings that lead, each with the place on the page that shows it."""
    titles = {info.id: info.title for info in comparison.kinds}
    findings = {finding.id: finding for found in comparison.found for finding in found.findings}
    return tuple(_difference(findings[each], titles, anchors, labels) for each in comparison.key if each in findings)


def no_clear_difference(comparison: Comparison) -> str:
    """The sentence on the figures that do not differ, which stands under the key differences; "" without one."""
    findings = (each for found in comparison.found if found.kind == "measurements" for each in found.findings)
    return next((each.sentence for each in findings if "alike" in each.rules), "")


def _difference(finding: Finding, titles: Mapping[str, str], anchors: Anchors, labels: Sequence[str]) -> Difference:
    href = f"#{finding_anchor(finding)}"
    if finding.kind == "measurements":
        href = "#f-" + "-".join(slug(part) for part in finding.note.split(".", 1))
    places = []
    for cell in finding.cells:
        index = anchors.numbers[cell.article]
        if cell.spans:
            places.append((labels[index], anchors.at(index, cell.spans[0].start)))
    return Difference(titles.get(finding.kind, finding.kind), finding.sentence, href, tuple(dict(places).items()))


def _kind(info: FindingKindInfo, found: FoundKind, anchors: Anchors, labels: Sequence[str]) -> KindView:
    grounds = {rule.id: rule.label for rule in info.rules}
    views = [_finding(finding, info, grounds, anchors, labels) for finding in found.findings]
    return KindView(info.id, info.title, info.meaning, found.reason, info.limits, tuple(views))


def _finding(
    finding: Finding, info: FindingKindInfo, grounds: Mapping[str, str], anchors: Anchors, labels: Sequence[str]
) -> FindingView:
    changed = {edit.base for cell in finding.cells for edit in cell.edits}
    return FindingView(
        anchor=finding_anchor(finding),
        sentence=finding.sentence,
        grounds=", ".join(grounds.get(rule, rule) for rule in finding.rules),
        certainty=_certainty(finding, info),
        cells=tuple(_words(cell, finding, changed, info.unit, anchors, labels) for cell in finding.cells),
        differs=finding.size > 0,
        lead=_lead(finding),
    )


def _lead(finding: Finding) -> str:
    """What the sentence says before it quotes the words of its one cell; "" where it does not end with them."""
    if len(finding.cells) != 1:
        return ""
    head, colon, quoted = finding.sentence.partition(": “")
    words = quoted.rstrip(".”…").rstrip()
    return head if colon and _plain(finding.cells[0].text).startswith(_plain(words)) else ""


def _alone(label: str, findings: Sequence[FindingView]) -> Alone:
    phrases = [finding.lead.split(", ") for finding in findings]
    shared = len(list(takewhile(lambda parts: len(set(parts)) == 1, zip(*phrases, strict=False))))
    rests = (", ".join(each[shared:]) for each in phrases)
    return Alone(label, ", ".join(phrases[0][:shared]), tuple(zip(rests, findings, strict=True)))


def _plain(text: str) -> str:
    """A text without the marks that are written otherwise inside a quotation."""
    return "".join(filter(str.isalnum, text))


def _certainty(finding: Finding, info: FindingKindInfo) -> str:
    """How often such findings are right: measured, or as those expect who read some of them."""
    key = "certainty.measured" if info.quality else "certainty.expected"
    return t(key, often=round(100 * finding.certainty))


def _words(
    cell: Cell, finding: Finding, changed: set[Span], unit: str, anchors: Anchors, labels: Sequence[str]
) -> Words:
    index = anchors.numbers[cell.article]
    text = anchors.articles[index].text
    links = [anchors.at(index, span.start) for span in cell.spans[:OPEN]]
    marked = sorted(changed if cell.article == finding.base else {edit.here for edit in cell.edits})
    value = "" if cell.value is None else f"{number(cell.value, 1)} {unit}".strip()
    return Words(
        label=labels[index],
        href=links[0] if links else f"#a{index + 1}",
        pieces=_pieces(cell, text, marked),
        value="" if value == cell.text else value,
        others=tuple(links[1:]),
    )


def _pieces(cell: Cell, text: str, marked: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """The article's words with those that differ marked; the cell's own text where it is no extract."""
    if len(cell.spans) != 1 or " ".join(text[cell.spans[0].start : cell.spans[0].end].split()) != cell.text:
        return ((shortened(cell.text, LONGEST), False),)
    start, end = cell.spans[0].start, cell.spans[0].end
    if end - start > LONGEST:
        return ((excerpt(text, start, end, around=0, most=LONGEST)[1], False),)
    pieces: list[tuple[str, bool]] = []
    position = start
    for span in marked:
        first, last = max(span.start, position), min(span.end, end)
        if first < last:
            pieces += [(text[position:first], False), (text[first:last], True)]
            position = last
    pieces.append((text[position:end], False))
    return tuple(piece for piece in pieces if piece[0])
