"""Narrator, quoted, reported: each word of the body has one voice."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import Attribution, Quotation, Span, VoiceSpan, Zone
from crossread.parse import document_from_text
from crossread.voices import find_voices


def runs(text: str) -> list[tuple[str, str]]:
    document = document_from_text(text)
    return [(span.voice, document.text[span.start : span.end].strip()) for span in document.voices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall fell at noon.", [("narrator", "The wall fell at noon.")]),
        ("“It leaks,” said Ann Lee.", [("quoted", "“It leaks,”"), ("narrator", "said Ann Lee.")]),
        ("Ann Lee said it leaked.", [("narrator", "Ann Lee said"), ("reported", "it leaked"), ("narrator", ".")]),
        (
            "Ann Lee said it was “very old” indeed.",
            [
                ("narrator", "Ann Lee said"),
                ("reported", "it was"),
                ("quoted", "“very old”"),
                ("reported", "indeed"),
                ("narrator", "."),
            ],
        ),
        ("The “wall” fell.", [("narrator", "The"), ("quoted", "“wall”"), ("narrator", "fell.")]),
        (
            "The wall leaks, according to Ann Lee.",
            [("reported", "The wall leaks"), ("narrator", ", according to Ann Lee.")],
        ),
        (
            "“It fell.\n\n“It broke,” she said.",
            [("quoted", "“It fell."), ("quoted", "“It broke,”"), ("narrator", "she said.")],
        ),
    ],
)
def test_the_body_is_cut_into_voices(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected


def test_title_byline_and_furniture_have_no_voice() -> None:
    document = document_from_text("“Wall” falls\n\nBy Ann Lee\n\nThe wall fell at noon on Monday.\n\nLeave a comment")
    assert [(span.voice, document.text[span.start :].split()[0]) for span in document.voices] == [("narrator", "The")]
    outside = [sentence.voice for sentence in document.sentences if sentence.zone != "body"]
    assert outside == [None, None, None]


def test_a_sentence_has_the_voice_of_most_of_its_words() -> None:
    text = "“The wall has leaked for many years,” she said. The wall fell. Ann Lee said the wall had leaked for years."
    assert [sentence.voice for sentence in document_from_text(text).sentences] == ["quoted", "narrator", "reported"]


@settings(deadline=None)
@given(st.text(alphabet="aB., \n“”\"‘’'«»—", max_size=120).filter(lambda text: any(map(str.isalpha, text))))
def test_voices_cover_every_body_zone_without_gap_or_overlap(text: str) -> None:
    document = document_from_text(text + "\n\nAnn Lee said “no” to it, and he said yes.")
    covered = [(zone.start, zone.end) for zone in document.article.zones if zone.kind == "body"]
    assert joined(document.voices) == joined_zones(covered)


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 60), min_size=2, max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6),
)
def test_each_offset_is_quoted_if_in_marks_else_reported_if_attributed(
    edges: list[int], inside: list[tuple[int, int]], told: list[tuple[int, int]]
) -> None:
    edges.sort()
    zones = [Zone("body", a, b, "test") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    quoted = [Span(a, a + n) for a, n in inside]
    reported = [Span(a, a + n) for a, n in told]
    voices = find_voices(
        zones,
        [Quotation(span.start, span.end, (span,), closed=True) for span in quoted],
        [Attribution(None, None, (span,), None, "indirect", "neutral", "test") for span in reported],
    )
    heard = {position: span.voice for span in voices for position in range(span.start, span.end)}
    assert sum(span.end - span.start for span in voices) == len(heard)
    assert set(heard) == {position for zone in zones for position in range(zone.start, zone.end)}
    for position, voice in heard.items():
        in_marks = any(span.start <= position < span.end for span in quoted)
        attributed = any(span.start <= position < span.end for span in reported)
        assert voice == ("quoted" if in_marks else "reported" if attributed else "narrator")


def test_neighbouring_runs_of_a_paragraph_differ_in_voice() -> None:
    spans = document_from_text("Ann Lee said “it” “leaked,” and “fell” it seems. It did.").voices
    assert all(len(list(group)) == 1 for _, group in groupby(spans, key=lambda span: span.voice))


def joined(spans: tuple[VoiceSpan, ...]) -> list[tuple[int, int]]:
    return joined_zones([(span.start, span.end) for span in spans])


def joined_zones(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches with those that touch made one; an overlap stays visible."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
