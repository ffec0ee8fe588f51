"""Who is speaking, word by word: the body cut into narrator, quoted and reported runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from crossread.model import NO_ANSWER, Attribution, Quotation, Voice, VoiceSpan, Zone


def find_voices(
    body: Sequence[Zone], quotations: Sequence[Quotation], attributions: Iterable[Attribution]
) -> tuple[VoiceSpan, ...]:
    """Runs of one voice that cover the body zones without gap or overlap.

    Quotation marks decide first: what stands inside them is quoted, when it is speech. The content of
    an attribution outside the marks is reported. The rest is the narrator's, with titles of works,
    terms and scare quotes of the narrator's own: marks around them keep a distance or name a thing,
    and give the words to nobody.
    """
    speech = (quotation for quotation in quotations if quotation.kind == "speech")
    apart = {span for quotation in quotations if quotation.kind != "speech" for span in quotation.spans}
    quoted = _by_zone(body, ((span.start, span.end) for quotation in speech for span in quotation.spans))
    told = (found for found in attributions if found.rule != NO_ANSWER)
    content = (span for found in told for span in found.content if span not in apart)
    reported = _by_zone(body, ((span.start, span.end) for span in content))
    return tuple(
        VoiceSpan(*run) for i, zone in enumerate(body) for run in _cut(zone.start, zone.end, quoted[i], reported[i])
    )


def _by_zone(body: Sequence[Zone], spans: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """For each zone the spans that overlap it."""
    found: list[list[tuple[int, int]]] = [[] for _ in body]
    starts = [zone.start for zone in body]
    for start, end in spans:
        i = max(bisect_right(starts, start) - 1, 0)
        if i < len(body) and body[i].start <= start and end <= body[i].end:  # nearly all lie in one zone
            if start < end:
                found[i].append((start, end))
            continue
        while i < len(body) and body[i].start < end:
            if body[i].end > start:
                found[i].append((start, end))
            i += 1
    return found


def _cut(
    start: int, end: int, inside: Sequence[tuple[int, int]], told: Sequence[tuple[int, int]]
) -> Iterable[tuple[int, int, Voice]]:
    if not inside and not told:
        yield start, end, "narrator"
        return
    if len(inside) + len(told) == 1:
        yield from _around((inside or told)[0], "quoted" if inside else "reported", start, end)
        return
    edges = [(max(a, start), kind, 1) for kind, spans in enumerate((inside, told)) for a, _ in spans]
    edges += [(min(b, end), kind, -1) for kind, spans in enumerate((inside, told)) for _, b in spans]
    depths = [0, 0]  # how many quotations and how many contents are open
    begin = position = start
    current: Voice | None = None
    for edge, kind, change in (*sorted(edges), (end, 0, 0)):
        if edge > position:
            voice: Voice = "quoted" if depths[0] else "reported" if depths[1] else "narrator"
            if voice != current:
                if current:
                    yield begin, position, current
                begin, current = position, voice
            position = edge
        depths[kind] += change
    if current:
        yield begin, end, current


def _around(span: tuple[int, int], voice: Voice, start: int, end: int) -> Iterable[tuple[int, int, Voice]]:
    """The runs of a zone with one span that is not the narrator's."""
    first, last = max(span[0], start), min(span[1], end)
    if start < first:
        yield start, first, "narrator"
    yield first, last, voice
    if last < end:
        yield last, end, "narrator"
