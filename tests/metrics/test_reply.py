"""Right of reply: denials, no answer, a reply sought, words in reply, by whom, and who was accused."""

from __future__ import annotations

import pytest

from crossread.metric import Options, run_metric
from crossread.metrics.reply import METRIC, NOT_FOUND
from crossread.model import Detail, Measurement
from crossread.parse import document_from_text

PLAIN = "The council met in the old hall beside the river and went through the plan for the road with the villagers. "


def measured(text: str) -> tuple[Measurement, list[tuple[str, str]]]:
    document = document_from_text(f"Council plans a road\n\n{PLAIN * 4}\n\n{text}")
    found = run_metric(METRIC, document, Options())
    return found, [(document.text[e.start : e.end], e.rule.partition(".")[2]) for e in found.evidence]


def detail(found: Measurement, figure: str) -> Detail:
    return next(item for item in found.details if item.id == figure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reed has denied that he knew of the leak.", [("has denied", "denial")]),
        ("Reed denied any wrongdoing.", [("denied", "denial")]),
        ("Reed rejected the accusation as absurd.", [("rejected", "denial")]),
        ("Reed played down such speculation.", [("played down", "denial")]),
        ("Holt pleaded not guilty in spring.", [("pleaded not guilty", "denial")]),
        ("Reed declined to comment.", [("declined to comment", "no_answer")]),
        ("Reed could not be reached.", [("could not be reached", "no_answer")]),
        ("The ministry has not responded.", [("has not responded", "no_answer")]),
        ("Reed did not answer the letter in May.", [("did not answer", "no_answer")]),
        (
            "The board did not respond to a request for comment.",
            [("did not respond", "no_answer"), ("request for comment", "opportunity")],
        ),
        ("Approached for comment, the board sent a map.", [("Approached for comment", "opportunity")]),
        ("Reed hit back in a letter.", [("hit back", "statement")]),
        ("“It is not so,” Reed replied.", [("replied", "statement")]),
    ],
)
def test_marks_words_that_tell_of_a_reply(text: str, expected: list[tuple[str, str]]) -> None:
    assert measured(text)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reed was denied a permit.",
        "The court denied bail.",
        "Reed did not deny that he knew.",
        "The board neither confirmed nor denied that it knew.",
        "The council rejected the plan.",
        "There is no denying that the road sinks.",
        "Ida Moss has not accused Tom Reed of theft.",
        "The reports were dismissed at noon.",
        "The engine did not respond to the lever.",
        "Reed declined to be named.",
        "Reed called for a new road.",
        "She did not return to the village.",
    ],
)
def test_stays_silent_where_nobody_is_asked_or_answers(text: str) -> None:
    assert measured(text)[1] == []


def test_tells_who_replied() -> None:
    found, _ = measured("Tom Reed denied any wrongdoing. A spokesman for the harbour board declined to comment.")
    assert detail(found, "repliers").value == "Tom Reed, A spokesman for the harbour board"


def test_who_was_asked_is_who_gave_no_answer() -> None:
    found, _ = measured("Tom Reed did not respond to a request for comment.")
    assert [e.note for e in found.evidence] == ["Tom Reed", "Tom Reed"]


def test_tells_who_was_accused_and_whether_they_are_heard() -> None:
    found, marks = measured(
        "Ida Moss accused Tom Reed of theft. Moss also accused Anna Holt of fraud. “No,” said Holt."
    )
    assert ("Tom Reed", "accused") in marks
    assert detail(found, "accused").value == "Tom Reed, Anna Holt"
    assert detail(found, "accused_unheard").value == 1


def test_says_not_found_where_nothing_is() -> None:
    found, marks = measured("")
    assert (found.value, marks) == (0, [])
    assert (detail(found, "repliers").value, detail(found, "accused").value) == (NOT_FOUND, NOT_FOUND)


def test_words_inside_quotation_marks_are_counted_apart() -> None:
    found, _ = measured("“Reed denied any wrongdoing,” said Ida Moss.")
    assert (found.value, found.by_voice["quoted"].value) == (0, 1)
