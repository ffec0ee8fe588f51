"""The voices of one article, for a result without a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crossread.model import Analysis, Span, VoiceComparison, VoiceInArticle
from crossread.text.words import find_words


def voices_of(analysis: Analysis) -> tuple[VoiceComparison, ...]:
    """Each speaker with the words attributed to them, a word once; inside quotation marks it is direct."""
    marked = [span for quotation in analysis.quotations for span in quotation.spans]
    inside = {start for span in marked for start in _words(analysis.text, span)}
    spans: dict[str, list[Span]] = {speaker.id: [] for speaker in analysis.speakers}
    for found in analysis.attributions:
        if found.speaker in spans:
            spans[found.speaker].extend(found.content)
    for quotation in analysis.quotations:
        if quotation.speaker in spans:
            spans[quotation.speaker].extend(quotation.spans)
    count = Counter(found.speaker for found in analysis.attributions)
    voices = []
    for speaker in analysis.speakers:
        own = {start for span in spans[speaker.id] for start in _words(analysis.text, span)}
        direct = len(own & inside)
        seen = VoiceInArticle(analysis.id, speaker.id, count[speaker.id], direct, len(own) - direct)
        voices.append(VoiceComparison(speaker.name, speaker.role, speaker.kind, (seen,), None))
    return tuple(voices)


def _words(text: str, span: Span) -> Iterator[int]:
    return (start for start, _ in find_words(text, span.start, span.end))
