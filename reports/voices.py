"""The table of voices: who is heard in which article with how much room; of one article alone, its own speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.model import Analysis, Cell, Comparison, Finding, FoundKind, Speaker, SpeakerKind
from crossread.reports.anchors import Anchors
from crossread.reports.kinds import finding_anchor
from crossread.reports.messages import named

KIND = "voices"


class VoiceCell(Struct, frozen=True, gc=False):
    """One voice in one article; `share` is its part of all attributed words there, in per cent."""

    attributions: int
    direct: int
    indirect: int
    share: float
    href: str


class VoiceRow(Struct, frozen=True, gc=False):
    """One voice over the set; a cell is None where the voice was not found."""

    anchor: str
    name: str
    role: str
    kind: str
    cells: tuple[VoiceCell | None, ...]
    only: str  # label of the only article with it, or ""


class VoiceNote(Struct, frozen=True, gc=False):
    """A difference in one sentence; `anchor` is empty where the voice's row is the place it is shown."""

    anchor: str
    href: str
    sentence: str


class VoicesView(Struct, frozen=True, gc=False):
    """All voices, and what differs in plain sentences; `reason` says why they stand beside one another unlinked."""

    rows: tuple[VoiceRow, ...] = ()
    notes: tuple[VoiceNote, ...] = ()
    reason: str = ""


def voices_view(comparison: Comparison | None, anchors: Anchors, labels: Sequence[str]) -> VoicesView:
    """The voices over the set as they were found; where they were not compared, each article's own."""
    found = found_voices(comparison)
    if comparison is not None and found is None:
        return VoicesView()  # the configuration leaves them out
    if found is None or found.status != "measured":
        rows = tuple(_own_rows(anchors, labels))
        return VoicesView(rows, reason=found.reason if found and rows else "")
    voices = [finding for finding in found.findings if _is_voice(finding)]
    roles = _roles(anchors.articles)
    rows = tuple(_row(finding, roles, anchors, labels) for finding in voices)
    return VoicesView(rows, tuple(_notes(found.findings)), found.reason)


def found_voices(comparison: Comparison | None) -> FoundKind | None:
    """What was found of voices, None where they were not looked for."""
    if comparison is None:
        return None
    return next((found for found in comparison.found if found.kind == KIND), None)


def _is_voice(finding: Finding) -> bool:
    """Whether a finding is of one voice, and not of several."""
    return all(cell.key for cell in finding.cells)


def _notes(findings: Sequence[Finding]) -> Iterator[VoiceNote]:
    for finding in findings:
        anchor = finding_anchor(finding)
        if not _is_voice(finding):
            yield VoiceNote(anchor, "", finding.sentence)
        elif finding.size and not finding.only_in:
            yield VoiceNote("", f"#{anchor}", finding.sentence)


def _row(finding: Finding, roles: Mapping[tuple[str, str], str], anchors: Anchors, labels: Sequence[str]) -> VoiceRow:
    cells: list[VoiceCell | None] = [None] * len(labels)
    for cell in finding.cells:
        index = anchors.numbers[cell.article]
        cells[index] = _cell(cell, index, anchors)
    only = labels[anchors.numbers[finding.only_in]] if finding.only_in in anchors.numbers else ""
    role = next((roles[cell.article, cell.key] for cell in finding.cells if (cell.article, cell.key) in roles), "")
    return VoiceRow(finding_anchor(finding), finding.label, role, _kind_label(finding.note), tuple(cells), only)


def _cell(cell: Cell, index: int, anchors: Anchors) -> VoiceCell:
    return VoiceCell(
        attributions=cell.counts.get("attributions", 0),
        direct=cell.counts.get("words_direct", 0),
        indirect=cell.counts.get("words_indirect", 0),
        share=float(cell.value or 0),
        href=anchors.at(index, cell.spans[0].start) if cell.spans else f"#a{index + 1}",
    )


def _roles(articles: Sequence[Analysis]) -> Mapping[tuple[str, str], str]:
    return {
        (analysis.id, speaker.id): speaker.role
        for analysis in articles
        for speaker in analysis.speakers
        if speaker.role
    }


def _own_rows(anchors: Anchors, labels: Sequence[str]) -> Iterator[VoiceRow]:
    """The speakers of each text as its ledger has them, those with most words first."""
    number = 0
    for index, analysis in enumerate(anchors.articles):
        if anchors.numbers[analysis.id] != index:
            continue
        starts = first_words(analysis)
        total = sum(_words(speaker) for speaker in analysis.speakers)
        for speaker in sorted(analysis.speakers, key=lambda s: (-_words(s), s.name)):
            number += 1
            cells: list[VoiceCell | None] = [None] * len(labels)
            start = starts.get(speaker.id)
            cells[index] = VoiceCell(
                speaker.attributions,
                speaker.words_direct,
                speaker.words_indirect,
                round(100 * _words(speaker) / total, 1) if total else 0.0,
                f"#a{index + 1}" if start is None else anchors.at(index, start),
            )
            yield VoiceRow(
                f"voice-{number}", speaker.name, speaker.role or "", _kind_label(speaker.kind), tuple(cells), ""
            )


def _words(speaker: Speaker) -> int:
    return speaker.words_direct + speaker.words_indirect


def _kind_label(kind: SpeakerKind | str) -> str:
    return named("speaker", kind)


def first_words(analysis: Analysis) -> dict[str, int]:
    """Where the first words attributed to each speaker begin, or the first mention of one without."""
    starts: dict[str, int] = {}
    for each in analysis.attributions:
        if each.speaker and each.content:
            start = each.content[0].start
            starts[each.speaker] = min(start, starts.get(each.speaker, start))
    for known in analysis.speakers:
        if known.mentions:
            starts.setdefault(known.id, min(span.start for span in known.mentions))
    return starts
