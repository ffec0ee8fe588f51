"""Article to document: the one parse every metric shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread.attribution import find_attributions
from crossread.document import Document
from crossread.model import VOICES, Article, Sentence, Voice, VoiceSpan
from crossread.reading import article_from_text
from crossread.text.names import find_names
from crossread.text.quotations import find_quotations
from crossread.text.sentences import find_sentences
from crossread.text.words import Words, find_words, fold
from crossread.voices import find_voices


def parse(article: Article) -> Document:
    """Parse an article once: words, sentences, names, quotations, attributions, voices."""
    text = article.text
    body = [zone for zone in article.zones if zone.kind == "body"]
    boundaries = find_sentences(text, article.zones)
    bare_sentences = tuple(Sentence(a, b, article.zones[z].kind, z, None) for a, b, z in boundaries)
    words = _words(text, boundaries)
    names = find_names(words, bare_sentences)
    quotations = find_quotations(text, body)
    attributions, speakers, quotations = find_attributions(words, bare_sentences, quotations, names)
    voices = find_voices(body, quotations, attributions)
    words = _voiced(words, voices)
    sentences = tuple(_with_voice(sentence, words) for sentence in bare_sentences)
    return Document(article, words, sentences, voices, quotations, names, speakers, attributions)


def document_from_text(text: str) -> Document:
    """Read and parse a string: for tests, notebooks and benchmarks."""
    return parse(article_from_text(text))


def _words(text: str, boundaries: Sequence[tuple[int, int, int]]) -> Words:
    spans = find_words(text)
    starts, ends = map(list, zip(*spans, strict=True)) if spans else ([], [])
    sentences = [-1] * len(spans)
    for index, (start, end, _) in enumerate(boundaries):
        first, stop = bisect_left(starts, start), bisect_left(starts, end)
        sentences[first:stop] = [index] * (stop - first)
    folded = fold(text)
    if len(folded) != len(text):  # a few letters, such as the dotted I, grow in lower case
        forms = [fold(text[start:end]) for start, end in spans]
    else:
        forms = [folded[start:end] for start, end in spans]
    return Words(text, starts, ends, forms, sentences, [None] * len(spans))


def _voiced(words: Words, voices: Sequence[VoiceSpan]) -> Words:
    heard: list[Voice | None] = [None] * len(words)
    for span in voices:
        within = words.within(span.start, span.end)
        heard[within.start : within.stop] = [span.voice] * len(within)
    return Words(words.text, words.starts, words.ends, words.forms, words.sentences, heard)


def _with_voice(sentence: Sentence, words: Words) -> Sentence:
    if sentence.zone != "body":
        return sentence
    within = words.within(sentence.start, sentence.end)
    heard = words.voices[within.start : within.stop]
    voice = max(VOICES, key=heard.count) if heard else None
    return Sentence(sentence.start, sentence.end, sentence.zone, sentence.paragraph, voice)
