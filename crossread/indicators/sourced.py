"""Which sentences have a source, and by what: an attribution, a link, a document, or the sentence beside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence

from crossread.document import Document
from crossread.indicators.claim_words import words_at
from crossread.indicators.named_documents import NamedDocument
from crossread.model import NO_ANSWER, Attribution, Span

_CLOSE = 3  # sentences within which a poll is still spoken of over the end of a paragraph
_RUN = 8  # sentences over which the figures of one poll may run
# A sentence that begins so says where the one before is from: "That comes from the ministry, Lee said".
_POINTING_BACK = frozenset(("that", "this", "those", "these"))


class Sources:
    """The sources of a page's sentences, by the sentence's index.

    `documents` are places where a document is named. `context` has the words by which a sentence takes up what
    the one before says, and so its source, and those that show its figures to be a poll's (`poll`).
    """

    def __init__(
        self, document: Document, documents: Sequence[NamedDocument], context: Mapping[str, Collection[str]]
    ) -> None:
        self._document = document
        self._going_on = context["takes up"]
        self._heads = [sentence.start for sentence in document.sentences]
        self._found: dict[int, str] = {}
        for attribution in document.attributions:
            if names_a_source(attribution):
                cue = attribution.cue.spans if attribution.cue is not None else ()
                source = (attribution.source,) if attribution.source is not None else ()
                self._note((*source, *cue, *attribution.content), "attributed in the sentence")
        self._said = set(self._found)
        self._note([Span(d.start, d.end) for d in documents], "a document is named in the sentence")
        self._polls = {i for d in documents if d.kind == "study" for i in self._sentences(d.start, d.end)}
        polled = words_at(document.words, context["poll"])
        self._found = {**dict.fromkeys(polled - {-1}, "a poll is spoken of in the sentence"), **self._found}
        self._polls |= polled
        self._note([Span(link.start, link.end) for link in document.article.links], "a link is in the sentence")

    def of(self, sentence: int) -> str:
        """What the source of a sentence is, in words; "" where none was found."""
        return self._found.get(sentence) or self._beside(sentence)

    def _note(self, spans: Iterable[Span], what: str) -> None:
        for span in spans:
            for sentence in self._sentences(span.start, span.end):
                self._found.setdefault(sentence, what)

    def _sentences(self, start: int, end: int) -> range:
        first = max(0, bisect_right(self._heads, start) - 1)
        return range(first, bisect_left(self._heads, end, first))

    def _beside(self, sentence: int) -> str:
        """The source of the sentence before, which this one goes on from, or of the one that points back to this."""
        if sentence - 1 in self._said and self._opening(sentence) in self._going_on:
            return "goes on from an attributed sentence"
        if sentence + 1 in self._said and self._opening(sentence + 1) in _POINTING_BACK:
            return "the next sentence says where it is from"
        return self._poll_beside(sentence)

    def _poll_beside(self, sentence: int) -> str:
        """A poll or study of the paragraph so far or of the next sentence: its figures run over several sentences."""
        sentences = self._document.sentences
        paragraph = sentences[sentence].paragraph
        for earlier in range(sentence - 1, max(-1, sentence - 1 - _RUN), -1):
            near = sentence - earlier <= _CLOSE or sentences[earlier].paragraph == paragraph
            if near and earlier in self._polls:
                return "goes on from a sentence that names a poll or study"
        return "the next sentence names a poll or study" if sentence + 1 in self._polls else ""

    def _opening(self, sentence: int) -> str:
        within = self._document.words.by_sentence[sentence]
        return self._document.words.forms[within.start].partition("'")[0] if within else ""


def names_a_source(attribution: Attribution) -> bool:
    """Whether an attribution tells of something said and by whom."""
    return attribution.rule != NO_ANSWER and (attribution.source is not None or attribution.speaker is not None)
