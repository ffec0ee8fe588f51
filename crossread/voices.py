"""Who is speaking, word by word: the body cut into narrator, quoted and reported runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from crossread.model import Attribution, Quotation, Voice, VoiceSpan, Zone


def find_voices(
    body: Sequence[Zone], quotations: Iterable[Quotation], attributions: Iterable[Attribution]
) -> tuple[VoiceSpan, ...]:
    """Runs of one voice that cover the body zones without gap or overlap.

    Quotation marks decide first: what stands inside them is quoted. The content of an attribution
    outside the marks is reported. The rest is the narrator's.
    """
    quoted = _by_zone(body, ((span.start, span.end) for quotation in quotations for span in quotation.spans))
    reported = _by_zone(body, ((span.start, span.end) for found in attributions for span in found.content))
    return tuple(
        VoiceSpan(*run) for i, zone in enumerate(body) for run in _cut(zone.start, zone.end, quoted[i], reported[i])
    )


def _by_zone(body: Sequence[Zone], spans: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """For each zone the spans that overlap it."""
    found: list[list[tuple[int, int]]] = [[] for _ in body]
    starts = [zone.start for zone in body]
    for start, end in spans:
        i = max(bisect_right(starts, start) - 1, 0)
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
