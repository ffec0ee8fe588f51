"""Narrator, quoted, reported: each word of the body has one voice."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import BODY_ZONES, Attribution, Quotation, QuotationKind, Span, VoiceSpan, Zone
from crossread.parse import document_from_text
from crossread.voices import find_voices

KINDS: tuple[QuotationKind, ...] = get_args(QuotationKind)


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
        ("The “wall” fell.", [("narrator", "The “wall” fell.")]),
        ("He bought “The Salt Year” on the train.", [("narrator", "He bought “The Salt Year” on the train.")]),
        (
            "Ann Lee said the film “Low Water” was “very old.”",
            [
                ("narrator", "Ann Lee said"),
                ("reported", "the film “Low Water” was"),
                ("quoted", "“very old.”"),
            ],
        ),
        (
            "VELL: I saw it.\n\nFALK: You did?",
            [("narrator", "VELL:"), ("quoted", "I saw it."), ("narrator", "FALK:"), ("quoted", "You did?")],
        ),
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
    st.lists(st.sampled_from(KINDS), min_size=6, max_size=6),
)
def test_each_offset_is_quoted_if_in_speech_else_reported_if_attributed(
    edges: list[int], inside: list[tuple[int, int]], told: list[tuple[int, int]], kinds: list[QuotationKind]
) -> None:
    edges.sort()
    zones = [Zone("body", a, b, "test") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    quoted = [Span(a, a + n) for a, n in inside]
    reported = [Span(a, a + n) for a, n in told]
    voices = find_voices(
        zones,
        [
            Quotation(span.start, span.end, (span,), closed=True, kind=kind)
            for span, kind in zip(quoted, kinds, strict=False)
        ],
        [Attribution(None, None, (span,), None, "indirect", "neutral", "test") for span in reported],
    )
    # What an attribution holds and nothing but a title or term is no speech of its source.
    apart = [span for span, kind in zip(quoted, kinds, strict=False) if kind != "speech"]
    heard = {position: span.voice for span in voices for position in range(span.start, span.end)}
    assert sum(span.end - span.start for span in voices) == len(heard)
    assert set(heard) == {position for zone in zones for position in range(zone.start, zone.end)}
    for position, voice in heard.items():
        speech = (span for span, kind in zip(quoted, kinds, strict=False) if kind == "speech")
        in_marks = any(span.start <= position < span.end for span in speech)
        attributed = any(span.start <= position < span.end for span in reported if span not in apart)
        assert voice == ("quoted" if in_marks else "reported" if attributed else "narrator")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            '“It fell,” |said Ann Lee. |The “wall” |fell. |\n\n|“It |broke.” |she said |"Low Water" |'
            "VELL: I saw it.\n\n|the film |so-called |a letter:\n\n|I know. |''|``|’|‘no’ ".split("|")
        ),
        max_size=25,
    )
)
def test_voices_cover_the_body_of_any_mixture_without_gap_or_overlap(parts: list[str]) -> None:
    document = document_from_text("The wall fell at noon on Monday.\n\n" + "".join(parts))
    body = [(zone.start, zone.end) for zone in document.article.zones if zone.kind in BODY_ZONES]
    assert joined(document.voices) == joined_zones(body)
    spans = [span for quotation in document.quotations for span in quotation.spans]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    heard = {position: run.voice for run in document.voices for position in range(run.start, run.end)}
    for quotation in document.quotations:
        voices = {heard[n] for span in quotation.spans for n in range(span.start, span.end)}
        assert ("quoted" in voices) == (quotation.kind == "speech")


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
