"""Predictions and conditions: what a word of the future means where it stands, and the shares it comes to."""

from __future__ import annotations

import pytest

from crossread.metrics.prediction import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("prediction.")) for e in found.evidence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry will stop in the cold season.", [("will", "prediction")]),
        ("The ferry won't stop in the cold season.", [("won't", "prediction")]),
        ("The trade of the port will shrink next year.", [("will", "prediction")]),
        ("The wall isn't going to fall.", [("isn't going to", "prediction")]),
        ("The wall is set to fall this winter.", [("is set to", "prediction")]),
        ("The wall is widely expected to fall.", [("is widely expected to", "prediction")]),
        ("The wall is likely to fall this winter.", [("is likely to", "prediction")]),
        ("The board plans to close the pier.", [("plans to", "prediction")]),
        ("Will the ferry stop in winter?", [("Will", "prediction")]),
        ("Which boat wins the race remains to be seen.", [("remains to be seen", "prediction")]),
        ("The board will meet on Tuesday.", [("will", "scheduled")]),
        ("On Tuesday, the board will hold a vote.", [("will", "scheduled")]),
        ("The race will take place on Aug. 30.", [("will", "scheduled")]),
        ("The board will debate the plan next week.", [("will", "scheduled")]),
        ("The pier is due to open in May.", [("is due to", "scheduled")]),
        ("The hearing is scheduled for Tuesday.", [("is scheduled for", "scheduled")]),
        ("The ferry would stop if the board agreed.", [("would", "conditional"), ("if", "conditional")]),
        ("If the board agrees, the ferry will stop.", [("If", "conditional"), ("will", "conditional")]),
        ("Unless the board agrees, the ferry sails.", [("Unless", "conditional")]),
        ("A new dam would flood the lower town.", [("would", "conditional")]),
        ("The plan that would close the harbour is old.", [("would", "conditional")]),
        ("The ferry could sink in the next storm.", [("could", "conditional")]),
        ("The bridge could have fallen in the storm.", [("could have", "conditional")]),
        ("They feared the ferry would stop.", [("would", "past_future")]),
        ("There was a promise early on that the ferry would sail.", [("would", "past_future")]),
        ("The board spoke of its view of the dam and that it would break.", [("would", "past_future")]),
        ("The crew left the quay before the storm would break.", [("would", "past_future")]),
        ("Word emerged that the dam would break.", [("would", "past_future")]),
        ("Sometimes the captain would row to Norby.", [("would", "past_future")]),
        ("When the crew would row out, it rained.", [("would", "past_future")]),
        ("The hearing was set for Tuesday.", [("was set for", "past_future")]),
        ("The wall was expected to fall.", [("was expected to", "past_future")]),
        ("The port would later become a museum.", [("would later", "past_future")]),
    ],
)
def test_tells_appointments_predictions_conditions_and_the_future_of_a_past(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Will Smith rowed to the lighthouse and back.",
        "The captain, Will Doyle, rowed to the lighthouse.",
        "His will was read on Monday in the lower town.",
        "The owner's will was read on Monday.",
        "The will of the people is clear to the board.",
        "The crew acted of its own free will.",
        "The captain left the harbour at will.",
        "The board has the will to act.",
        "The board is not going to the fair.",
        "The delay is due to rain on the coast.",
        "The crew could not find the buoy in the fog.",
        "They left the gate open so that the crew could pass.",
        "The crew rowed as hard as they could.",
        "The crew left before a bell could be rung.",
        "The crew could be waiting at the lighthouse.",
        "The crew asked the board if the ferry had left.",
        "The owners, if any, are unknown to the board.",
        "It looked as if the ferry had left the harbour.",
        "The owner would not comment on the letter.",
        "It is strange that the owner would row alone.",
        "The owner wouldn't openly speculate on the cause.",
        "The owner would not say if the wall was old.",
        "The owner would like a longer pier.",
    ],
)
def test_stays_silent_where_the_word_means_something_else(sentence: str) -> None:
    assert marks(sentence) == []


def test_leads_with_the_share_of_the_narrators_sentences_and_leaves_appointments_out() -> None:
    _, found = measure("The wall will fall. The board will meet on Tuesday. The boat is old. The quay is dry.")
    figures = {detail.id: detail.value for detail in found.details}
    assert (found.value, found.n) == (25.0, 4)
    assert (figures["prediction_sentences"], figures["scheduled_sentences"]) == (25.0, 25.0)


def test_counts_a_sentence_once_however_many_marks_it_has() -> None:
    _, found = measure("The wall will fall and the ferry will stop if it could rain. The boat is old.")
    assert (found.value, found.n) == (50.0, 2)


def test_counts_each_voice_apart() -> None:
    _, found = measure("The wall is old. “The wall will fall and the quay will sink,” said Anna Holt.")
    assert (found.value, found.by_voice["quoted"].value) == (0.0, 100.0)


def test_leaves_out_of_the_sentences_those_in_which_a_voice_has_few_words() -> None:
    _, found = measure("The wall is old. “The wall has been old for years,” said Anna Holt.")
    assert found.n == 1


def test_would_in_indirect_speech_is_in_no_share() -> None:
    _, found = measure("There was a promise early on that the ferry would sail. Anna Holt said the wall would fall.")
    figures = {detail.id: detail.value for detail in found.details}
    assert (found.value, found.by_voice["reported"].value) == (0.0, 0.0)
    assert figures["past_future_sentences"] == 100.0
    assert [evidence.voice for evidence in found.evidence] == ["narrator", "reported"]


def test_gives_an_interval_within_0_and_100_from_five_sentences_on() -> None:
    assert measure("The wall will fall. The quay is dry.")[1].interval is None
    _, found = measure("The wall will fall this year. " * 5 + "The quay is dry and old.")
    assert found.interval is not None
    assert found.value is not None
    assert 0 <= found.interval.low < found.value < found.interval.high <= 100


def test_says_nothing_of_a_narrator_who_has_no_words() -> None:
    document = document_from_text("“The wall may fall before the fair,")
    found = METRIC.measure(document, METRIC.options())
    assert (found.n, found.value, found.interval) == (0, None, None)
    assert {detail.reason for detail in found.details} == {"no sentence in the narrator's voice"}


def test_reads_a_line_without_full_stops_in_time_that_grows_with_it() -> None:
    _, found = measure("the ferry will stop and " * 4000)
    assert len(found.evidence) == 4000
