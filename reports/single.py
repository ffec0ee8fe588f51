"""The voices of one article, for a result without a comparison."""

from __future__ import annotations

from bisect import bisect_right

from crossread.model import Analysis, VoiceComparison, VoiceInArticle
from crossread.text.words import find_words


def voices_of(analysis: Analysis) -> tuple[VoiceComparison, ...]:
    """Each speaker with the words attributed to them; words inside quotation marks count as direct."""
    quoted = [span for span in analysis.voices if span.voice == "quoted"]
    ends = [span.end for span in quoted]
    found = []
    for speaker in analysis.speakers:
        own = [a for a in analysis.attributions if a.speaker == speaker.id]
        direct = indirect = 0
        for attribution in own:
            for span in attribution.content:
                for start, _ in find_words(analysis.text, span.start, span.end):
                    after = bisect_right(ends, start)
                    inside = after < len(quoted) and quoted[after].start <= start
                    direct, indirect = direct + inside, indirect + (not inside)
        if own:
            seen = VoiceInArticle(analysis.id, speaker.id, len(own), direct, indirect)
            found.append(VoiceComparison(speaker.name, speaker.role, speaker.kind, (seen,), None))
    return tuple(found)
