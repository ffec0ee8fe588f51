"""Sentences in which the metric must fire, with what it marks, and sentences in which it must not."""

from __future__ import annotations

import pytest
from crossread_superlatives import METRIC, SuperlativesOptions

from crossread.metric import run_metric
from crossread.model import Measurement
from crossread.parse import document_from_text

# Carries the sentence under test over the metric's minimum length and holds no superlative itself.
PADDING = " ".join(["The ferry left the quay at noon and came back before dark."] * 8)


def measured(sentence: str, reach: int = 6) -> tuple[Measurement, list[tuple[str, str]]]:
    """The measurement, and each mark as (words, rule)."""
    document = document_from_text(f"Ferry Returns to Quay\n\n{PADDING} {sentence}\n")
    found = run_metric(METRIC, document, SuperlativesOptions(reach=reach))
    assert found.status == "measured", found.reason
    return found, [(document.text[e.start : e.end], e.rule) for e in found.evidence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is the oldest bridge in the county.", [("oldest", "superlatives.scoped")]),
        ("It was the wettest spring since 1968.", [("wettest", "superlatives.scoped")]),
        ("The board bought the cheapest boat.", [("cheapest", "superlatives.open")]),
        ("The board chose the most expensive plan.", [("most expensive", "superlatives.open")]),
        ("Norby’s largest mill is for sale.", [("largest", "superlatives.open")]),
        ("“It is the worst road in Norby,” said Ida Moss.", [("worst", "superlatives.scoped")]),
    ],
)
def test_marks_a_superlative_and_says_whether_a_range_follows(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert measured(sentence)[1] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Most people stayed at home.",
        "At least four boats sank.",
        "At best, the repair takes a year.",
        "The forest lies to the west of the harbour.",
        "Most of the boats are new.",
    ],
)
def test_stays_silent_where_nothing_is_ranked(sentence: str) -> None:
    assert measured(sentence)[1] == []


def test_counts_the_narrator_apart_from_the_people_quoted() -> None:
    found, marks = measured("The board bought the cheapest boat. “It is the worst boat in Norby,” said Ida Moss.")
    figures = {detail.id: detail.value for detail in found.details}
    assert len(marks) == 2
    assert figures == {"count": 1, "open_count": 1, "open_share": 100.0}


def test_gives_no_share_where_there_is_nothing_to_share() -> None:
    found, _ = measured("The board met.")
    (share,) = (detail for detail in found.details if detail.id == "open_share")
    assert share.value is None
    assert share.reason == "no superlative in the narrator's voice"


def test_searches_as_far_as_its_option_says() -> None:
    sentence = "It is the oldest wooden bridge that anyone has seen in the county."
    assert measured(sentence)[1] == [("oldest", "superlatives.open")]
    assert measured(sentence, reach=12)[1] == [("oldest", "superlatives.scoped")]
