"""Where in each article the speakers' words stand: a line for the body, with a mark for each passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.model import NO_ANSWER, Analysis, Comparison, Span
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.messages import t
from crossread.reports.voices import found_voices
from crossread.telling import listed

MOST = 8  # speakers drawn
_BESIDE = 2  # words between two passages that are drawn as one
_MARKS = 40  # on one line; a hostile text can have thousands


class Passage(Struct, frozen=True, gc=False):
    """Words of a speaker in a row; `start` and `width` are in per cent of the body's words.

    `quoted` are the parts of it that stand in quotation marks, as (start, width).
    """

    start: float
    width: float
    href: str
    text: str
    quoted: tuple[tuple[float, float], ...]


class Line(Struct, frozen=True, gc=False):
    """One article's body with the passages of one speaker."""

    label: str
    passages: tuple[Passage, ...]
    text: str


class Placed(Struct, frozen=True, gc=False):
    """One speaker over the set; `missing` says in which articles our rules did not find them."""

    name: str
    lines: tuple[Line, ...]
    missing: str


class Places(Struct, frozen=True, gc=False):
    """The speakers drawn, those of several articles first; `more` tells how many are not."""

    speakers: tuple[Placed, ...] = ()
    more: str = ""


def places_of(
    bodies: Sequence[Body],
    comparison: Comparison | None,
    anchors: Anchors,
    labels: Sequence[str],
) -> Places:
    """Where the main speakers' words stand; nothing where the configuration leaves the voices out."""
    known = []
    for name, ids in _speakers(comparison, anchors):
        spans = {index: _spans(bodies[index], speaker) for index, speaker in ids.items()}
        spans = {index: found for index, found in spans.items() if found}
        words = sum(end - start for found in spans.values() for start, end in found)
        if spans:
            known.append((len(spans), words, name, ids, spans))
    known.sort(key=lambda each: (-min(each[0], 2), -each[1], each[2]))
    drawn = [
        _placed(name, ids, spans, bodies, anchors, labels, linked=_linked(comparison))
        for _, _, name, ids, spans in known[:MOST]
    ]
    rest = len(known) - len(drawn)
    return Places(tuple(drawn), t("places.more", n=rest) if rest else "")


def _speakers(comparison: Comparison | None, anchors: Anchors) -> Iterator[tuple[str, Mapping[int, str]]]:
    """The speakers with their id in each article, linked where the voices were compared."""
    found = found_voices(comparison)
    if found is not None and _linked(comparison):
        for finding in found.findings:
            if all(cell.key for cell in finding.cells):
                yield finding.label, {anchors.numbers[cell.article]: cell.key for cell in finding.cells}
    elif found is not None or comparison is None:
        for index, analysis in enumerate(anchors.articles):
            if anchors.numbers[analysis.id] == index:
                yield from ((speaker.name, {index: speaker.id}) for speaker in analysis.speakers)


def _linked(comparison: Comparison | None) -> bool:
    """Whether the speakers of one article were looked for in the others."""
    found = found_voices(comparison)
    return found is not None and found.status == "measured"


def _spans(body: Body, speaker: str) -> list[tuple[int, int]]:
    """The speaker's passages as ranges of words, those that touch as one."""
    spans = [
        s
        for each in body.analysis.attributions
        if each.speaker == speaker and each.rule != NO_ANSWER
        for s in each.content
    ]
    return _joined([*_words(body, spans), *_words(body, _quoted(body.analysis, speaker))], _BESIDE)


def _quoted(analysis: Analysis, speaker: str) -> list[Span]:
    return [
        span for each in analysis.quotations if each.speaker == speaker and each.kind == "speech" for span in each.spans
    ]


def _words(body: Body, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for span in spans:
        first, last = body.place(span.start), body.place(span.end)
        if first < last:
            yield first, last


def _joined(ranges: Sequence[tuple[int, int]], beside: int = 0) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1] + beside:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _placed(
    name: str,
    ids: Mapping[int, str],
    spans: Mapping[int, Sequence[tuple[int, int]]],
    bodies: Sequence[Body],
    anchors: Anchors,
    labels: Sequence[str],
    *,
    linked: bool,
) -> Placed:
    lines = []
    for index in sorted(spans):
        quoted = _joined(list(_words(bodies[index], _quoted(bodies[index].analysis, ids[index]))))
        passages = tuple(
            _passage(name, labels[index], each, quoted, bodies[index], anchors, index) for each in spans[index][:_MARKS]
        )
        text = t("places.line", name=name, label=labels[index], n=len(spans[index]))
        lines.append(Line(labels[index], passages, text))
    missing = [label for index, label in enumerate(labels) if index not in spans] if linked else []
    return Placed(name, tuple(lines), t("places.missing", labels=listed(missing)) if missing else "")


def _passage(
    name: str,
    label: str,
    words: tuple[int, int],
    quoted: Sequence[tuple[int, int]],
    body: Body,
    anchors: Anchors,
    index: int,
) -> Passage:
    start, end = words
    total = len(body.starts)

    def share(count: int) -> float:
        return round(100 * count / total, 2)

    inside = [(max(a, start), min(b, end)) for a, b in quoted if a < end and start < b]
    text = t("places.mark", name=name, label=label, n=end - start, at=f"{share(start):.0f}")
    marks = tuple((share(a), share(b - a)) for a, b in inside)
    return Passage(share(start), share(end - start), anchors.at(index, body.starts[start]), text, marks)
