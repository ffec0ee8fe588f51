from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import Zone
from crossread.parse import document_from_text, parse
from crossread.reading import read
from crossread.text.sentences import find_sentences

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return [text[start:end] for start, end, _ in find_sentences(text, [Zone("body", 0, len(text), "test")])]


@pytest.mark.parametrize(
    ("name", "page", "body"), [("000_3bafeec33a1c3e02.txt", 22, 16), ("004_3b203e2f2d81c9af.txt", 29, 24)]
)
def test_the_seeds_have_their_known_number_of_sentences(name: str, page: int, body: int) -> None:
    document = parse(read(SEEDS / name))
    assert (len(document.sentences), len(document.body_sentences)) == (page, body)


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained."],
        ["It rained.", "The wall fell."],
        ["Did it rain?", "It did!", "The wall fell."],
        ["Mr. Lee met Dr. Ek at noon.", "They spoke."],
        ["He lives in the U.S. and sails.", "She does not."],
        ["It cost $3.5 million.", "That is a lot."],
        ["Sen. Ann Lee, R-S.C., spoke.", "Tom Hale, D-N.Y., left."],
        ["The vote is on Dec. 16 at noon.", "It is open."],
        ["“It rained,” she said.", "“The wall fell.”"],
        ["“It rained.", "The wall fell,” she said."],
        ["“Really?” he asked.", "“Yes,” she said."],
        ['"It rained," she said.', '"The wall fell."'],
        ["'It rained,' she said.", "'The wall fell.'"],
        ["The drivers' union met.", "It didn't vote."],
        ["It rained (as it does).", "The wall fell."],
        ["No end to it"],
    ],
)
def test_a_paragraph_is_cut_into_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_the_lines_of_a_wrapped_paragraph_end_no_sentence() -> None:
    text = (
        "The council met on Monday evening to speak about\n"
        "the harbour wall. It has let in water since the\n"
        "storms of last winter and needs a lot of work."
    )
    found = document_from_text(text).sentences
    assert [text[s.start : s.end].split()[0] for s in found] == ["The", "It"]


def test_a_dateline_is_no_sentence() -> None:
    document = document_from_text("Ferry sinks\n\nBRILL (AP) – The ferry sank on Monday night off the coast.")
    assert [document.text[s.start : s.end] for s in document.sentences] == [
        "Ferry sinks",
        "The ferry sank on Monday night off the coast.",
    ]


@pytest.mark.parametrize("mark", list("“‘„«‹`'\"(["))
def test_marks_that_never_close_leave_one_sentence(mark: str) -> None:
    assert len(sentences(mark * 30_000 + "words")) == 1


@settings(deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("aB.?! \n“”\"'()"), st.characters(codec="utf-8")), max_size=80))
def test_sentences_are_in_order_inside_the_zone_and_lose_no_letter(text: str) -> None:
    zone = Zone("body", 1, len(text) + 1, "test")
    padded = f"#{text}#"
    found = find_sentences(padded, [zone])
    assert all(1 <= start < end <= zone.end for start, end, _ in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert "".join("".join(padded[a:b].split()) for a, b, _ in found) == "".join(text.split())


def test_a_title_the_splitter_does_not_know_ends_no_sentence() -> None:
    text = "Then Ms. Ekwall spoke. Messrs. Lee and Osei left."
    spans = find_sentences(text, [Zone("body", 0, len(text), "test")])
    assert [text[start:end] for start, end, _ in spans] == ["Then Ms. Ekwall spoke.", "Messrs. Lee and Osei left."]
