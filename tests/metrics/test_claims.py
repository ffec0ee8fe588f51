"""Claims: which of the narrator's words are numbers, accusations and predictions, and when they have a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.metric import Options, run_metric
from crossread.metrics.claims import METRIC
from crossread.model import Detail, Measurement
from crossread.parse import document_from_text, parse
from crossread.reading import read

PLAIN = "The council met in the old hall beside the river and went through the plan for the road with the villagers. "


def measured(text: str) -> tuple[Measurement, list[tuple[str, str]]]:
    """The measurement, and each mark as (words, rule without the metric's id)."""
    document = document_from_text(f"Council plans a road\n\n{PLAIN * 6}\n\n{text}\n\n{PLAIN}")
    found = run_metric(METRIC, document, Options())
    assert found.status == "measured", found.reason
    return found, [(document.text[e.start : e.end], e.rule.partition(".")[2]) for e in found.evidence]


def detail(found: Measurement, figure: str) -> Detail:
    return next(item for item in found.details if item.id == figure)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The road cost $4 million.", "$4 million"),
        ("Some 340 trees were felled.", "340 trees"),
        ("The tax rose by 12 percent.", "12 percent"),
        ("The fire left three people dead.", "three people"),
        ("A quarry 9 miles away closed.", "9 miles"),
        ("It was built for 1,200 cars.", "1,200 cars"),
    ],
)
def test_marks_a_number_for_which_no_source_is_found(text: str, words: str) -> None:
    assert measured(text)[1] == [(words, "number")]


@pytest.mark.parametrize(
    "text",
    [
        "The road was opened on May 9, 2014.",
        "Mayor Ida Moss, 61, opened it.",
        "The work took 14 months.",
        "The team won 21-14 on the new pitch.",
        "The three villages lie by the river.",
        "The office is at 44 Harbour Street.",
        "The doors opened at 7 p.m. on the day.",
        "A group of men under 35 sat at the back.",
        "They flew in on a Boeing 737 from the coast.",
        "Moss came in second (2) in the race.",
    ],
)
def test_leaves_out_dates_ages_times_scores_addresses_and_small_counts(text: str) -> None:
    assert measured(text)[1] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor lied about the bridge.", "lied about"),
        ("The firm defrauded the villagers of their land.", "defrauded"),
        ("Holt was responsible for the attack.", "was responsible for the attack"),
        ("The old board committed fraud.", "committed fraud"),
        ("The villagers were misled by the board.", "misled"),
        ("Reed’s lies kept the plan alive.", "lies"),
        ("The engineer is accused of forging a map.", "is accused of"),
        ("The board covered up the leak.", "covered up"),
        ("The firm was in breach of its contract.", "was in breach of"),
    ],
)
def test_marks_an_accusation_for_which_no_source_is_found(text: str, words: str) -> None:
    assert measured(text)[1] == [(words, "accusation")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor never lied about the bridge.",
        "There is no sign that the firm defrauded the villagers.",
        "The shop was robbed at night.",
        "The stolen boat lay in the harbour.",
        "The village lies ahead of the lake.",
        "A fraud inquiry was opened in spring.",
        "The board fought corruption for years.",
        "Had the mayor lied about the bridge?",
        "The region’s abuses case goes on.",
        "Holt kept on calling the mayor a liar.",
        "If the firm defrauded the villagers, the plan is dead.",
    ],
)
def test_stays_silent_where_nobody_is_accused(text: str) -> None:
    assert not [rule for _, rule in measured(text)[1] if rule.startswith("accusation")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The road will ruin the valley.", "will"),
        ("The road will ruin a valley.", "will"),
        ("The repair will be hard.", "will"),
        ("The price is expected to rise again.", "is expected to"),
        ("The plan is unlikely to survive.", "is unlikely to"),
        ("The village is going to lose its school.", "is going to"),
        ("It won’t be easy.", "won’t"),
    ],
)
def test_marks_a_prediction_for_which_no_source_is_found(text: str, words: str) -> None:
    assert measured(text)[1] == [(words, "prediction")]


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet in the hall again.",
        "The vote will be held in the spring.",
        "The road will change the valley on Monday.",
        "Will the road ruin the valley?",
        "Nobody knows whether the road will ruin the valley.",
        "The will of the village is plain.",
        "The mayor read out her father’s will.",
        "We will keep our readers informed.",
        "Will Reed opened the road.",
        "The mayor is going to Norby.",
    ],
)
def test_stays_silent_where_nothing_is_foretold(text: str) -> None:
    assert not [rule for _, rule in measured(text)[1] if rule.startswith("prediction")]


@pytest.mark.parametrize(
    "text",
    [
        "The road cost $4 million, according to the ministry.",
        "The road cost $4 million, the mayor said.",
        "The mayor said the road was dear. It cost $4 million.",
        "The road cost $4 million. That was the figure the mayor gave, Ida Moss said.",
        "The road cost $4 million, as court documents set out.",
        "A poll was taken in May. The road had the backing of 40 percent.",
    ],
)
def test_finds_a_source_in_the_sentence_or_beside_it(text: str) -> None:
    assert {rule for _, rule in measured(text)[1]} == {"number_sourced"}


def test_an_accusation_beside_a_court_is_on_record() -> None:
    assert ("defrauded", "accusation_sourced") in measured("A jury heard how the firm defrauded the villagers.")[1]


def test_a_refusal_to_speak_is_no_source() -> None:
    assert ("$4 million", "number") in measured("The road cost $4 million and Ida Moss declined to comment.")[1]


def test_a_link_is_a_source(tmp_path: Path) -> None:
    body = (
        f"<p>{PLAIN * 6}</p><p>The road cost <a href='https://data.example.org/road'>$4 million</a>.</p><p>{PLAIN}</p>"
    )
    page = f"<html><head><title>Council plans a road</title></head><body><article>{body}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    found = run_metric(METRIC, parse(read(tmp_path / "page.html")), Options())
    assert [e.rule for e in found.evidence] == ["claims.number_sourced"]


def test_the_value_is_the_share_of_claim_sentences_without_a_source() -> None:
    found, _ = measured(
        "The road cost $4 million. The mayor lied about it. "
        "Asked about a toll of 3 dollars, Ida Moss said that it was fair."
    )
    assert found.n == 3
    assert found.value == pytest.approx(200 / 3)
    assert detail(found, "number_sentences").value == 2
    assert detail(found, "number_open").value == 1
    assert detail(found, "accusation_open_share").value == 100


def test_words_of_speakers_are_no_claims_but_their_numbers_count_as_sourced() -> None:
    found, _ = measured("“The road cost $4 million and the board lied about it,” said Ida Moss.")
    assert (found.value, found.n) == (None, 0)
    assert (detail(found, "numbers").value, detail(found, "sourced_numbers").value) == (1, 100)


def test_says_why_there_is_no_share() -> None:
    found, marks = measured("")
    assert marks == []
    assert detail(found, "sourced_numbers").reason == "no number found in the body by our rules"
