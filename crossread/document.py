"""The working form of an article: parsed once, shared by every metric."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model import (
    Article,
    Attribution,
    Name,
    Quotation,
    Sentence,
    Speaker,
    VoiceSpan,
)
from crossread.text.words import Words


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its words, sentences, quotations, voices, names, attributions and speakers.

    All are in reading order and cover the whole page, `sentences` and `words` included; what is
    said of voices, quotations, names and attributions concerns the body zones only.
    """

    article: Article
    words: Words
    sentences: tuple[Sentence, ...]
    voices: tuple[VoiceSpan, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    speakers: tuple[Speaker, ...]
    attributions: tuple[Attribution, ...]

    @property
    def text(self) -> str:
        """The article's text, which every offset counts into."""
        return self.article.text

    @property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, without title, byline, furniture and author bio."""
        return tuple(sentence for sentence in self.sentences if sentence.zone == "body")
