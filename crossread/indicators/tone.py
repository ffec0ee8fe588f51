"""The strings whose tone is scored: what each voice says in each sentence, with VADER's score of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.document import Document
from crossread.model import Voice
from crossread.text.vader import Score, chunks, scores, straighten

SHORTEST = 4  # words around a quotation, "he said", are no sentence to average; a quotation always is


class Piece(Struct, frozen=True, gc=False):
    """What one voice says in one sentence: exactly the string VADER scores, and where it begins.

    Other voices' words are blanks, so offsets into `text` plus `start` are offsets into the article.
    """

    voice: Voice
    start: int
    text: str


def scored(document: Document) -> Sequence[tuple[Piece, Score]]:
    """The pieces with their scores; other metrics ask the document for them too."""
    found = list(pieces(document))
    return list(zip(found, scores([piece.text for piece in found]), strict=True))


def pieces(document: Document) -> Iterator[Piece]:
    """The strings to score, in reading order: each body sentence once for each voice in it.

    Names are masked: "United States" is no praise. Marks are straightened. Fewer than `SHORTEST`
    words outside quotation marks in a shared sentence are left out; an overlong sentence is cut up.
    """
    masked = _mask_names(document, straighten(document.text))
    runs, at = document.voices, 0
    for sentence in document.body_sentences:
        begin, stop = sentence.start, sentence.end
        parts: dict[Voice, list[tuple[int, int]]] = {}
        while at < len(runs) and (run := runs[at]).start < stop:
            if run.end > begin:
                parts.setdefault(run.voice, []).append((max(run.start, begin), min(run.end, stop)))
            if run.end > stop:
                break  # the run goes on in the next sentence
            at += 1
        for voice, spans in parts.items():
            first = spans[0][0]
            text = masked[first : spans[0][1]] if len(spans) == 1 else _with_blanks(masked, spans)
            if len(parts) > 1 and voice != "quoted" and len(text.split(None, SHORTEST)) < SHORTEST:
                continue
            for start, end in chunks(text):
                yield Piece(voice, first + start, text[start:end])


def _with_blanks(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text of the spans, with the gaps between them turned into blanks."""
    kept, position = [], spans[0][0]
    for start, end in spans:
        kept += [" " * (start - position), text[start:end]]
        position = end
    return "".join(kept)


def _mask_names(document: Document, text: str) -> str:
    """Names as runs of x: VADER knows no such word, and lower case is no emphasis to it."""
    raised = [document.words.starts[index] for index in document.emphasised]
    kept, position = [], 0
    for name in document.names:
        written = text[name.start : name.end]
        if raised and written.isupper() and bisect_left(raised, name.start) < bisect_left(raised, name.end):
            continue  # "A TOTAL DISASTER" looks like a name only for its capitals
        kept += [text[position : name.start], _masked(written)]
        position = name.end
    return "".join([*kept, text[position:]])


def _masked(name: str) -> str:
    return " ".join(["x" * len(part) for part in name.split(" ")]) if " " in name else "x" * len(name)
