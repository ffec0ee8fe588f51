"""Sourcing: who is heard, how openly named, and what counts as a vague source."""

from __future__ import annotations

import pytest

from crossread.metrics.sourcing import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text

TITLE = "Harbour board meets again\n\n"


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"{TITLE}{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def details(text: str) -> dict[str, object]:
    return {detail.id: detail.value for detail in measure(text)[1].details}


def vague(text: str) -> list[str]:
    whole, found = measure(text)
    return [whole[e.start : e.end] for e in found.evidence if e.rule == "sourcing.vague"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The plan is old, and experts have cast doubt on its figures.", "experts have cast doubt"),
        ("Many believe that the wall was never finished.", "Many believe"),
        ("Critics say the channel is too narrow for the ferry.", "Critics say"),
        ("There are reports of a second plan for the northern wall.", "There are reports"),
        ("There are also reports that the board met in secret.", "There are also reports"),
        ("Before the fair, there had been speculation about the pilot.", "there had been speculation"),
        ("There was widespread speculation about the pilot.", "There was widespread speculation"),
        ("Many military experts have long argued that the fort is weak.", "Many military experts have long argued"),
        ("It is widely believed that the lighthouse will close.", "It is widely believed"),
        ("Some privately fear that the fair will be the last.", "Some privately fear"),
        ("The wall is sound, but some doubt the figures.", "some doubt"),
        ("Conventional wisdom has the tide turning at noon.", "Conventional wisdom"),
    ],
)
def test_marks_a_source_that_cannot_be_looked_up(sentence: str, expected: str) -> None:
    assert vague(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The experts said the wall was sound.",
        "Her critics say the channel is too narrow for the ferry.",
        "About half of economists say the toll is too high.",
        "Three analysts said the toll would rise in spring.",
        "Port Institute researchers found that the wall was sound.",
        "The city’s economists expect a dry summer on the coast.",
        "Experts expected to attend the fair have booked their rooms.",
        "“Many believe the wall was never finished,” said Anna Holt, an engineer.",
        "There are nine boats in the channel and two on the quay.",
        "Some boats were late, and the crew had some doubt about the tide.",
        "Experts met in the old office beside the quay on Monday.",
    ],
)
def test_stays_silent_on_groups_that_are_pinned_down_or_say_nothing(sentence: str) -> None:
    assert vague(sentence) == []


def test_counts_attributions_for_each_hundred_words_of_the_body() -> None:
    text = "“The wall is sound,” said Anna Holt, an engineer. The board met on Monday in the old office by the quay."
    _, found = measure(text)
    assert details(text)["attributions"] == 1
    assert found.value == pytest.approx(100 / found.n)


def test_tells_the_quoted_share_of_the_body() -> None:
    assert details("“The wall is sound,” said Anna Holt.")["quoted_share"] == pytest.approx(100 * 4 / 7)


def test_counts_a_named_speaker_once_however_often_heard() -> None:
    text = (
        "“The wall is sound,” said Anna Holt, an engineer. The board met on Monday.\n\n"
        "“The quay is dry,” Holt said. “The fair can open,” said Tom Reed, a pilot of the port."
    )
    assert (details(text)["attributions"], details(text)["named_speakers"]) == (3, 2)


def test_gives_the_unnamed_share_as_a_fraction_of_attributions() -> None:
    text = (
        "“The wall is sound,” said Anna Holt, an engineer.\n\n"
        "“The wall is not sound,” said a person familiar with the matter."
    )
    assert details(text)["unnamed_share"] == pytest.approx(0.5)


def test_says_nothing_of_shares_where_nobody_speaks() -> None:
    _, found = measure("The board met on Monday in the old office. The quay was dry and the boats were late.")
    silent = {detail.id: detail for detail in found.details if detail.value is None}
    assert set(silent) == {"unnamed_share", "top_speaker", "top_share", "concentration"}
    assert all(detail.reason for detail in silent.values())
    assert found.value == 0


def test_one_voice_alone_is_full_concentration() -> None:
    found = details("“The wall is sound and the quay is dry,” said Anna Holt, an engineer.")
    assert (found["top_speaker"], found["top_share"], found["concentration"]) == ("Anna Holt", 100, 1)


def test_marks_an_outlet_whose_report_is_passed_on() -> None:
    text = "Anna Holt, an engineer, told the BBC on Monday that the wall was sound."
    whole, found = measure(text)
    assert [whole[e.start : e.end] for e in found.evidence if e.rule == "sourcing.second_hand"] == ["BBC"]
    assert (details(text)["second_hand"], details(text)["second_hand_state_media"]) == (1, 0)


def test_calls_an_outlet_state_media_only_where_the_text_does() -> None:
    said = "“The wall is sound,” Anna Holt said on Monday, according to"
    assert details(f"{said} Tass, the Russian state news agency.")["second_hand_state_media"] == 1
    assert details(f"{said} Tass.")["second_hand_state_media"] == 0


def test_marks_cue_and_source_and_never_the_whole_content() -> None:
    whole, found = measure("“The wall is sound and will stand for years,” said Anna Holt, an engineer at the port.")
    marked = {whole[e.start : e.end] for e in found.evidence}
    assert "said" in marked
    assert any("Holt" in words for words in marked)
    assert not any("stand for years" in words for words in marked)
