"""Asides: where the narrator speaks of itself or to the reader, and what the author bio speaks of."""

from __future__ import annotations

import pytest

from crossread.metrics.asides import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text

STORY = (
    "The harbour board met on Tuesday and chose a new pilot for the northern channel.\n\n"
    "The choice ends a long quarrel between the port and the town over the old lighthouse.\n\n"
)


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Harbour board meets again\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("asides.")) for e in found.evidence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When we reached the quay, my notebook was wet.", [("we", "first_person"), ("my", "first_person")]),
        ("On the quay I met a pilot of the northern channel.", [("I", "first_person")]),
        ("It was cold, but I’m told the summer was colder.", [("I’m", "first_person")]),
        ("The board owes you an answer about your harbour.", [("you", "reader"), ("your", "reader")]),
        ("Make no mistake, the harbour is full of sand.", [("Make no mistake", "reader")]),
        ("The board (unsurprisingly) chose the pilot.", [("(unsurprisingly)", "parenthesis")]),
        (
            "The fee is up (nobody in the town hall will be surprised) by nine crowns.",
            [("(nobody in the town hall will be surprised)", "parenthesis")],
        ),
        ("The board paid nine crowns (nine!) for the rope.", [("(nine!)", "parenthesis")]),
        ("The fair is over. Subscribe to our letter from the quay.", [("Subscribe to our", "call")]),
        ("To hear of the next fair, sign up here before noon.", [("sign up here", "call")]),
        ("The fair is free. Please donate to the lifeboat.", [("Please donate", "call")]),
    ],
)
def test_marks_where_the_narrator_turns_to_the_reader(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(words, rule) for words, rule in marks(text) if (words, rule) != ("our", "first_person")]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We paid for our own boats and I am proud of you,” said Anna Holt, a pilot.",
        "The US sent two ships to the northern channel on Monday.",
        "The U.S. sent two ships to the northern channel on Monday.",
        "The lighthouse was built after World War I by a local crew.",
        "The choir of the parish sang Our Lady of the Harbour at noon.",
        "The pilot Anna I. Holt has worked in the channel since spring.",
        "The lighthouse (built in spring) stands on the northern wall.",
        "The board (of nine pilots) met in the old harbour office.",
        "The storm (the crew was surprised by it) broke the mast.",
        "Share prices of the harbour company fell by two crowns.",
        "The pilot said he would donate the rope to the lifeboat.",
        "Support for the new pilot has grown in the lower town.",
    ],
)
def test_stays_silent_on_speakers_names_and_plain_brackets(text: str) -> None:
    assert marks(text) == []


BIOS = [
    (
        "Mara Quill is an award-winning reporter who covers ports for the paper.",
        "professional credential",
        ["award-winning", "reporter", "covers"],
    ),
    (
        "Mara Quill is a proud patriot and a mother of two who lives in Eastport.",
        "identity or belief statement",
        ["proud patriot", "mother of"],
    ),
    (
        "Mara Quill is a freelance journalist and a lifelong conservative living in Eastport.",
        "professional credential and identity or belief statement",
        ["freelance journalist", "lifelong conservative"],
    ),
    ("Christian Quill is a staff writer based in Eastport.", "professional credential", ["staff writer"]),
]


@pytest.mark.parametrize(("bio", "kind", "wording"), BIOS)
def test_shows_what_the_author_bio_speaks_of_and_its_words(bio: str, kind: str, wording: list[str]) -> None:
    text, found = measure(f"{STORY}{bio}")
    assert next(d.value for d in found.details if d.id == "bio") == kind
    assert [text[e.start : e.end] for e in found.evidence if e.rule.startswith("asides.bio_")] == wording
    assert [text[e.start : e.end] for e in found.evidence if e.rule == "asides.bio"] == [bio]


def test_says_so_where_there_is_no_author_bio() -> None:
    bio = next(d for d in measure(STORY)[1].details if d.id == "bio")
    assert (bio.value, bio.reason) == (None, "no author bio found in this copy")


def test_takes_a_persons_trade_in_the_story_for_no_bio() -> None:
    assert marks("The reporter is a proud mother of two. " + STORY) == []


def test_counts_only_the_narrators_asides_in_the_value() -> None:
    _, found = measure("We met the pilot.\n\n“We were late, and you know it,” Anna Holt said.\n\nThe quay was dry.")
    assert found.value == pytest.approx(100 / found.n)


def test_shows_furniture_beside_the_value_and_counts_no_call_in_it() -> None:
    text, found = measure(f"{STORY}Write a comment")
    details = {d.id: d.value for d in found.details}
    assert (found.value, details["furniture"], details["call"]) == (0, 1, 0)
    assert found.n == 31
    assert {e.voice for e in found.evidence} == {None}
    assert [(text[e.start : e.end], e.rule) for e in found.evidence] == [("Write a comment", "asides.furniture")]


def test_a_call_in_the_author_bio_is_counted_beside_the_value() -> None:
    text, found = measure(f"{STORY}Mara Quill is a reporter based in Eastport. Follow her on the radio every Monday.")
    assert [text[e.start : e.end] for e in found.evidence if e.rule == "asides.call"] == ["Follow her"]
    assert found.value == 0


def test_many_brackets_and_open_brackets_are_no_burden() -> None:
    assert marks("The board met. " + "(" * 5000) == []
