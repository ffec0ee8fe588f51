"""Article to document: the one parse every metric shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from crossread.attribution import find_attributions
from crossread.document import Document
from crossread.model import BODY_ZONES, VOICES, Article, Sentence, Voice, VoiceSpan
from crossread.reading import article_from_text
from crossread.text.names import find_names
from crossread.text.quotation_kinds import tell_kinds
from crossread.text.quotations import find_quotations
from crossread.text.sentences import find_sentences
from crossread.text.words import Words, cut_words
from crossread.voices import find_voices


def parse(article: Article) -> Document:
    """Parse an article once: words, sentences, names, quotations, attributions, voices."""
    text = article.text
    body = [zone for zone in article.zones if zone.kind in BODY_ZONES]
    boundaries = find_sentences(text, article.zones)
    bare_sentences = tuple(Sentence(a, b, article.zones[z].kind, z, None) for a, b, z in boundaries)
    words = read_words(text, boundaries)
    names, named = find_names(words, bare_sentences)
    quotations = find_quotations(text, body)
    attributions, speakers, quotations = find_attributions(words, bare_sentences, quotations, names)
    quotations = tell_kinds(text, quotations, attributions)
    voices = find_voices(body, quotations, attributions)
    words, sentences = _voiced(replace(words, named=named), bare_sentences, voices)
    return Document(article, words, sentences, voices, quotations, names, speakers, attributions)


def document_from_text(text: str) -> Document:
    """Read and parse a string: for tests, notebooks and benchmarks."""
    return parse(article_from_text(text))


def read_words(text: str, boundaries: Sequence[tuple[int, int, int]]) -> Words:
    """The words of a text by its sentences (start, end, zone), as yet without voices and names."""
    starts, ends, forms = cut_words(text)
    sentences = [-1] * len(starts)
    by_sentence = []
    for index, (start, end, _) in enumerate(boundaries):
        first = bisect_left(starts, start)
        within = range(first, bisect_left(starts, end, first))
        sentences[within.start : within.stop] = [index] * len(within)
        by_sentence.append(within)
    return Words(text, starts, ends, forms, sentences, [None] * len(starts), by_sentence, {}, b"")


def _voiced(
    words: Words, sentences: Sequence[Sentence], voices: Sequence[VoiceSpan]
) -> tuple[Words, tuple[Sentence, ...]]:
    """The words and the sentences with their voices; a sentence has the voice of most of its words."""
    starts, stop = words.starts, 0
    heard: list[Voice | None] = [None] * len(words)
    for span in voices:
        first = bisect_left(starts, span.start, stop)
        stop = bisect_left(starts, span.end, first)
        heard[first:stop] = [span.voice] * (stop - first)
    sizes: dict[Voice, dict[int, int]] = {voice: {} for voice in VOICES}
    voiced = []
    for number, (sentence, within) in enumerate(zip(sentences, words.by_sentence, strict=True)):
        if sentence.zone in BODY_ZONES and within:
            spoken = heard[within.start : within.stop]
            main = spoken[0]
            if main and spoken.count(main) == len(spoken):  # as in most sentences
                sizes[main][number] = len(spoken)
            else:
                counts = list(map(spoken.count, VOICES))
                for voice, count in zip(VOICES, counts, strict=True):
                    if count:
                        sizes[voice][number] = count
                main = VOICES[counts.index(max(counts))]
            sentence = Sentence(sentence.start, sentence.end, sentence.zone, sentence.paragraph, main)
        voiced.append(sentence)
    return replace(words, voices=heard, sizes=sizes), tuple(voiced)
