"""Who is speaking, word by word: the body cut into narrator, quoted and reported runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

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
    quoted, reported = Counter[int](), Counter[int]()  # how many spans begin, less those that end, at each edge
    for depths, spans in ((quoted, inside), (reported, told)):
        for a, b in spans:
            depths[max(start, a)] += 1
            depths[min(end, b)] -= 1
    current: tuple[int, int, Voice] | None = None
    depth = depth_told = 0
    for left, right in pairwise(sorted({start, end, *quoted, *reported})):
        depth += quoted[left]
        depth_told += reported[left]
        voice: Voice = "quoted" if depth else "reported" if depth_told else "narrator"
        if current and current[2] == voice:
            current = (current[0], right, voice)
        else:
            if current:
                yield current
            current = (left, right, voice)
    if current:
        yield current
