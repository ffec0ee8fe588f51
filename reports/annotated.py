"""An article's text as it will be drawn: blocks with their zone, runs of one voice, marks and anchors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase

from msgspec import Struct

from crossread.model import AROUND_ZONES, Analysis, Evidence, MetricInfo, Span, Theme
from crossread.reports.marks import Mark, Segment, cut
from crossread.reports.messages import named, t
from crossread.reports.visible import excerpt
from crossread.telling import counted

_FOLD = 4  # blocks of the page around the story that may stand in it unfolded


class Run(Struct, frozen=True, gc=False):
    """Consecutive segments in one voice ("" outside the body)."""

    voice: str
    segments: tuple[Segment, ...]


class Block(Struct, frozen=True, gc=False):
    """One block of the page. `label` is empty when the block before is of the same zone."""

    kind: str
    label: str
    rule: str
    runs: tuple[Run, ...]
    role: str = "paragraph"

    @property
    def text(self) -> str:
        """Its words, without marks."""
        return "".join(segment.text for run in self.runs for segment in run.segments)


class Stretch(Struct, frozen=True, gc=False):
    """Consecutive blocks that are drawn together: of the page around the story there can be a hundred.

    `folded` are drawn small and, where the format can, closed until they are asked for.
    """

    label: str
    blocks: tuple[Block, ...]
    folded: bool


class Entry(Struct, frozen=True, gc=False):
    """One piece of evidence in a list, with the words around it."""

    anchor: str  # of the mark in the text; the entry's own is "e-" + anchor
    code: str
    before: str
    words: str
    after: str
    rule: str
    note: str
    voice: str


class EvidenceList(Struct, frozen=True, gc=False):
    """All evidence of one metric in one article, grouped by rule in the order of the figures."""

    anchor: str
    article: str
    metric: str
    layer: int
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    reason: str  # why there is none, where the metric says so
    withheld: tuple[tuple[str, tuple[Entry, ...]], ...] = ()  # on paper: counted, not listed

    @property
    def count(self) -> int:
        """Pieces of evidence in the list."""
        return sum(len(entries) for _, entries in self.groups)

    def has(self, rules: Sequence[str]) -> bool:
        """Whether any evidence stands under one of `rules`."""
        return any(rule in rules for rule, _ in self.groups)

    def first(self, rules: Sequence[str]) -> str:
        """The anchor of the first entry under one of `rules`; the list itself when there is none."""
        for rule, entries in self.groups:
            if rule in rules:
                return f"e-{entries[0].anchor}"
        return self.anchor


class Layer(Struct, frozen=True, gc=False):
    """A metric's marks: `code` is the letter before their numbers, `shown` whether a page shows them at first."""

    index: int
    metric: str
    title: str
    code: str
    theme: Theme
    shown: bool
    unprinted: tuple[str, ...]

    def withholds(self, rule: str) -> bool:
        """Whether a rule's marks are left out on paper."""
        return any(rule == each or rule.startswith(f"{each}.") for each in self.unprinted)


def layers(metrics: Sequence[MetricInfo]) -> tuple[Layer, ...]:
    """One layer a metric, each with a letter that no other has: of its title, else of the alphabet.

    Where no metric has its marks shown at first, all have.
    """
    taken: set[str] = set()
    found = []
    some = any(info.marks_shown for info in metrics)
    for index, info in enumerate(metrics):
        letters = [c for c in info.title.upper() if "A" <= c <= "Z"]
        code = next((c for c in (*letters, *ascii_uppercase) if c not in taken), f"M{index + 1}.")
        taken.add(code)
        shown = info.marks_shown or not some
        found.append(Layer(index, info.id, info.title, code, info.theme, shown, info.unprinted))
    return tuple(found)


def evidence_list(analysis: Analysis, prefix: str, layer: Layer, order: Sequence[str]) -> EvidenceList:
    """The evidence of one metric in one article; rules in `order` first."""
    measurement = next((m for m in analysis.measurements if m.metric == layer.metric), None)
    groups: dict[str, list[Entry]] = {rule: [] for rule in order}
    for number, evidence in enumerate(measurement.evidence if measurement else (), start=1):
        before, words, after = excerpt(analysis.text, evidence.start, evidence.end)
        anchor = f"{prefix}-{slug(layer.metric)}-{number}"
        groups.setdefault(evidence.rule, []).append(
            Entry(
                anchor,
                f"{layer.code}{number}",
                before,
                words,
                after,
                evidence.rule,
                evidence.note,
                evidence.voice or "",
            )
        )
    kept = tuple((rule, tuple(entries)) for rule, entries in groups.items() if entries)
    anchor = f"m-{prefix}-{slug(layer.metric)}"
    reason = measurement.reason if measurement else t("row.not_run")
    return EvidenceList(anchor, prefix, layer.metric, layer.index, kept, reason)


def annotate(
    analysis: Analysis, prefix: str, found_layers: Sequence[Layer], anchors: Mapping[int, Sequence[str]]
) -> tuple[Block, ...]:
    """The whole text, nothing left out: zones in order, what lies between them as unassigned blocks."""
    spans = _blocks(analysis)
    roles = {zone.start: zone.role for zone in analysis.zones}
    by_metric = {measurement.metric: measurement.evidence for measurement in analysis.measurements}
    marks = [
        _mark(evidence, number, prefix, layer, len(analysis.text))
        for layer in found_layers
        for number, evidence in enumerate(by_metric.get(layer.metric, ()), start=1)
    ]
    pieces = cut(analysis.text, [span for _, _, span in spans], marks, analysis.voices, anchors)
    blocks = []
    last: str | None = None
    for (kind, rule, span), segments in zip(spans, pieces, strict=True):
        label = _zone(kind)
        runs = tuple(Run(voice, tuple(group)) for voice, group in groupby(segments, key=lambda s: s.voice))
        blocks.append(Block(kind, "" if last == kind else label, rule, runs, roles.get(span.start, "paragraph")))
        last = kind
    return tuple(blocks)


def stretches(blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """The blocks in order, long runs of what is not the story folded."""
    found: list[Stretch] = []
    for aside, run in groupby(blocks, lambda block: block.kind in AROUND_ZONES):
        held = tuple(run)
        if aside and len(held) > _FOLD:
            kinds = Counter(_zone(block.kind) for block in held)
            label = ", ".join(f"{kind}: {counted(many, 'block')}" for kind, many in kinds.most_common())
            found.append(Stretch(label, held, True))
        else:
            found += [Stretch(block.label, (block,), False) for block in held]
    return tuple(found)


def _zone(kind: str) -> str:
    return named("zone", kind or "unassigned").replace("_", " ")


def slug(name: str) -> str:
    """A name as part of an anchor."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", name)


def _mark(evidence: Evidence, number: int, prefix: str, layer: Layer, length: int) -> Mark:
    start = min(max(evidence.start, 0), length)
    end = min(max(evidence.end, start), length)
    tip = f"{layer.title}: {evidence.rule}" + (f" – {evidence.note}" if evidence.note else "")
    anchor = f"{prefix}-{slug(layer.metric)}-{number}"
    printed = not layer.withholds(evidence.rule)
    return Mark(start, end, anchor, layer.index, f"{layer.code}{number}", tip, printed)


def _blocks(analysis: Analysis) -> list[tuple[str, str, Span]]:
    """(zone kind, rule, span) for each zone and for text that belongs to none."""
    text = analysis.text
    found: list[tuple[str, str, Span]] = []
    position = 0
    for zone in sorted(analysis.zones, key=lambda z: (z.start, z.end)):
        found.extend(_unassigned(text, position, zone.start))
        if zone.end > zone.start >= position:
            found.append((zone.kind, zone.rule, Span(zone.start, zone.end)))
            position = zone.end
    found.extend(_unassigned(text, position, len(text)))
    return found


def _unassigned(text: str, start: int, end: int) -> list[tuple[str, str, Span]]:
    piece = text[start:end]
    if not piece.strip():
        return []
    start += len(piece) - len(piece.lstrip())
    return [("", "no zone rule matched", Span(start, start + len(piece.strip())))]
