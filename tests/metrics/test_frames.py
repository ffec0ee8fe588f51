"""Frame vocabulary: which words are of which frame, when a sentence counts, and what the shares come to."""

from __future__ import annotations

import pytest

from crossread.lexicon import load_lexicon
from crossread.metric import run_metric
from crossread.metrics.frames import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("frames.")) for e in found.evidence]


def figures(text: str) -> dict[str, object]:
    return {detail.id: detail.value for detail in measure(text)[1].details}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry line fears a recession next year.", [("recession", "economic")]),
        ("Higher interest rates hit the boat yards.", [("interest rates", "economic")]),
        ("The yard cut its costs to raise the wealth of the owners.", [("costs", "economic"), ("wealth", "economic")]),
        ("The clinic by the quay is understaffed.", [("clinic", "health"), ("understaffed", "capacity")]),
        ("A shortage of rope held up the repair.", [("shortage", "capacity")]),
        ("It was an immoral bargain, the letter says.", [("immoral", "morality")]),
        ("The priest blessed nine boats before the fair.", [("priest", "morality")]),
        ("The rowers complained of discrimination at the gate.", [("discrimination", "fairness")]),
        ("The pay gap among the rowers is wide.", [("pay gap", "fairness")]),
        ("The owner filed a lawsuit over the mooring.", [("lawsuit", "legality")]),
        ("The Supreme Court took up the mooring dispute.", [("Supreme Court", "legality")]),
        ("The board sent a proposal on moorings to the town.", [("proposal", "policy")]),
        ("The background checks on skippers end in spring.", [("background checks", "policy")]),
        ("The skipper was arrested on the quay at noon.", [("arrested", "crime")]),
        ("The death penalty was the subject of the play.", [("death penalty", "crime")]),
        ("Missiles fell on the port before dawn.", [("Missiles", "security")]),
        ("A new offensive began north of the river.", [("new offensive", "security")]),
        ("The crew caught a rare disease on the island.", [("disease", "health")]),
        ("The public health office closed the beach.", [("health", "health")]),
        ("Good housing near the quay is rare.", [("housing", "quality_of_life")]),
        ("The town paid for child care in the summer.", [("child care", "quality_of_life")]),
        ("The regatta is a tradition of the lower town.", [("tradition", "cultural_identity")]),
        ("The immigrant community met on the quay.", [("immigrant community", "cultural_identity")]),
        ("Protesters stood on the quay until the evening.", [("Protesters", "public_opinion")]),
        ("Public opinion turned on the ferry line in May.", [("Public opinion", "public_opinion")]),
        ("The mooring fee decided the election in the lower town.", [("election", "political")]),
        ("The ruling party lost the lower town.", [("ruling party", "political")]),
        ("Diplomats met on the island for two days.", [("Diplomats", "external")]),
        ("The trade deal covers rope and timber.", [("trade deal", "external")]),
    ],
)  # fmt: skip
def test_marks_the_words_of_each_frame(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner paid a price for his silence.",
        "The crew paid attention to the tide.",
        "She spoke in her capacity as the pilot of the ferry.",
        "The organ in Church Street was played at noon.",
        "Have faith in the pilot, the sign says.",
        "The job was equal to any other on the quay.",
        "The club opened a tennis court behind the dunes.",
        "The laws of physics hold on the river as well.",
        "The insurance policy lies in the drawer of the captain.",
        "She read a crime novel in the lighthouse.",
        "I suspect the tide was late.",
        "The army of volunteers cleaned the beach.",
        "Rocket science it is not, the pilot wrote.",
        "The board gave the plan a healthy dose of doubt.",
        "A computer virus stopped the ferry clock.",
        "The old school of rowers kept to the inner channel.",
        "The corporate culture of the ferry line is stiff.",
        "The demonstration of the new winch took an hour.",
        "The ad campaign for the ferry line is blue.",
        "The crew met in the lobby of the hotel.",
        "He left the quay of his own accord.",
        "The Labour Day Race began at the quay.",
        "He walked along Court Street to the quay.",
    ],
)
def test_stays_silent_where_the_words_mean_something_else(sentence: str) -> None:
    assert marks(sentence) == []


def test_every_frame_has_plain_words_and_weak_ones() -> None:
    strengths: dict[str, set[int]] = {}
    for entry in load_lexicon("crossread.metrics", "frames").entries:
        strengths.setdefault(entry.category, set()).add(entry.strength)
    assert strengths.pop("exempt") == {0}
    assert len(strengths) == 14
    assert all(found == {1, 2, 3} for found in strengths.values())


def test_a_weak_word_counts_only_beside_another_of_its_frame() -> None:
    assert marks("The costs of the repair are in the letter.") == []
    assert marks("The costs of the repair, the costs of the quay: nobody knows.") == []
    assert marks("The costs fell on the companies.") == [("costs", "economic"), ("companies", "economic")]
    assert marks("The costs of the recession are known.") == [("costs", "economic"), ("recession", "economic")]
    assert marks("The costs of the disease are known.") == [("disease", "health")]


def test_a_weak_word_is_not_helped_by_one_in_another_voice_or_sentence() -> None:
    assert marks("The costs are known. The companies are old.") == []
    assert marks("“The companies are old,” said Anna Holt, who knows the costs.") == []


def test_a_listed_name_counts_only_where_it_is_written_as_a_name() -> None:
    assert marks("The Labour Party won the lower town.") == [("Labour Party", "political")]
    assert marks("The new deal on moorings is signed.") == []
    assert marks("Critics of the New Deal met on the quay.") == [("New Deal", "policy")]


def test_other_names_and_titles_do_not_count() -> None:
    assert marks("Anna Church and Tom Price sailed to the island.") == []
    assert marks("The choir sang The Wages of War on the quay.") == []


def test_words_outside_the_body_do_not_count() -> None:
    document = document_from_text("Recession feared after the war\n\nThe ferry left the harbour at nine.\n")
    assert METRIC.measure(document, METRIC.options()).evidence == ()


def test_gives_the_share_of_sentences_in_each_voice_and_leads_with_the_narrator() -> None:
    _, found = measure("Rain fell. Missiles fell. “The war is near,” said Anna Holt. The boats are old. It is late.")
    assert (found.value, found.n) == (20.0, 5)
    assert (found.by_voice["quoted"].value, found.by_voice["quoted"].n) == (100.0, 1)
    assert found.by_voice["reported"].value is None
    assert found.interval is not None
    assert found.interval.low < 20 < found.interval.high


def test_gives_no_profile_below_ten_cue_sentences() -> None:
    _, found = measure("Missiles fell on the port. " * 9)
    assert all(detail.value is None for detail in found.details)
    assert found.details[0].reason == "9 cue sentences, needs 10"


def test_spreads_the_cue_sentences_over_the_frames() -> None:
    _, found = measure("Missiles fell on the port. " * 8 + "The recession came. " + "The war ruined the economy. ")
    shares = {detail.id: detail for detail in found.details}
    assert [shares[f"{frame}_share"].value for frame in ("security", "economic", "health")] == [90.0, 20.0, 0.0]
    assert all(detail.n == 10 and detail.interval is not None for detail in found.details)


def test_sets_the_voices_and_the_words_of_a_frame_side_by_side() -> None:
    said = "“The war is near,” Anna Holt said. Anna Holt said that the recession is near. "
    _, found = measure(said + "Missiles fell. The war came. The war ended. The town voted.")
    rows = {row.key: row.values for row in found.rows}
    assert rows["security"] == (3, 1, 0, "war, missiles")
    assert rows["economic"] == (0, 0, 1, "recession")
    assert found.rows[0].key == "security"
    assert "health" not in rows


def test_cannot_say_below_its_minimum_length() -> None:
    document = document_from_text("Council meets\n\nMissiles fell on the port.\n")
    assert run_metric(METRIC, document, METRIC.options()).status == "not_applicable"
