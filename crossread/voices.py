"""Who is speaking, word by word: the body cut into narrator, quoted and reported runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.model import Attribution, Quotation, Voice, VoiceSpan, Zone


def find_voices(
    body: Sequence[Zone], quotations: Iterable[Quotation], attributions: Iterable[Attribution]
) -> tuple[VoiceSpan, ...]:
    """Runs of one voice that cover the body zones without gap or overlap.

    Quotation marks decide first: what stands inside them is quoted. The content of an attribution
    outside the marks is reported. The rest is the narrator's.
    """
    quoted = [(span.start, span.end) for quotation in quotations for span in quotation.spans]
    reported = sorted((span.start, span.end) for found in attributions for span in found.content)
    runs: list[VoiceSpan] = []
    for zone in body:
        for start, end, voice in _cut(zone.start, zone.end, quoted, reported):
            runs.append(VoiceSpan(start, end, voice))
    return tuple(runs)


def _cut(
    start: int, end: int, quoted: Sequence[tuple[int, int]], reported: Sequence[tuple[int, int]]
) -> Iterable[tuple[int, int, Voice]]:
    inside = [(a, b) for a, b in quoted if a < end and b > start]
    told = [(a, b) for a, b in reported if a < end and b > start]
    edges = sorted({start, end, *(max(start, min(end, x)) for pair in (*inside, *told) for x in pair)})
    current: tuple[int, int, Voice] | None = None
    for left, right in zip(edges, edges[1:], strict=False):
        voice: Voice = "narrator"
        if any(a <= left < b for a, b in inside):
            voice = "quoted"
        elif any(a <= left < b for a, b in told):
            voice = "reported"
        if current and current[2] == voice:
            current = (current[0], right, voice)
        else:
            if current:
                yield current
            current = (left, right, voice)
    if current:
        yield current
