"""Reporting verbs: the class of each cue, by speaker and voice, and what two speakers differ by."""

from __future__ import annotations

import pytest

from crossread.metrics.stance import METRIC
from crossread.model import Detail, Measurement
from crossread.parse import document_from_text

FILLER = "The board met in the old office beside the quay and chose a pilot for the northern channel. "


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n\n{FILLER * 4}")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("stance.")) for e in found.evidence]


def detail(found: Measurement, name: str) -> Detail:
    return next(each for each in found.details if each.id == name)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ann Lee, an engineer, said that the wall was old.", [("said", "neutral")]),
        ("The wall was old, according to Ann Lee, an engineer.", [("according to", "neutral")]),
        ("Ann Lee, an engineer, insisted that the wall was old.", [("insisted", "assertive")]),
        ("Ann Lee, an engineer, claimed that the wall was old.", [("claimed", "doubting")]),
        ("Ann Lee, an engineer, admitted that the wall was old.", [("admitted", "conceding")]),
        ("Ann Lee, an engineer, revealed that the wall was old.", [("revealed", "factive")]),
        ("Ann Lee, an engineer, boasted that the wall was old.", [("boasted", "emotive")]),
    ],
)
def test_marks_a_cue_with_its_class(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry club admitted 40 members and opened a second quay.",
        "The rower claimed her third victory in the harbour race.",
        "Ann Lee, an engineer, declined to comment on the wall.",
    ],
)
def test_stays_silent_where_nothing_is_handed_on(sentence: str) -> None:
    assert all(stance == "neutral" for _, stance in marks(f"Bo Ek, a pilot, said that it rained. {sentence}"))


def test_the_value_is_the_share_of_the_narrators_cues_that_are_not_neutral() -> None:
    _, found = measure(
        "Ann Lee, an engineer, said that the wall was old. Lee claimed that it would fall. Lee said that it rained. "
        "“The boats are new,” Lee said."
    )
    assert (found.value, found.n) == (25.0, 4)
    assert found.by_voice["narrator"].value == found.value
    assert detail(found, "doubting").value == 25.0
    assert detail(found, "neutral").value == 75.0


def test_a_note_names_the_speaker() -> None:
    _, found = measure("Ann Lee, an engineer, said that the wall was old. She claimed that it would fall.")
    assert [evidence.note for evidence in found.evidence] == ["“say”: Ann Lee", "“claim”: Ann Lee"]


def told(name: str, verbs: str) -> str:
    return " ".join(f"{name} {verb} that the wall of the northern channel was old." for verb in verbs.split())


def test_a_speaker_with_few_cues_has_counts_and_no_share() -> None:
    _, found = measure("Ann Lee, an engineer, said it rained. " + told("Lee", "claimed said said"))
    (row,) = found.rows
    assert (row.label, row.n, row.values) == ("Ann Lee", 4, (None, 3, 0, 1, 0, 0, 0))
    assert row.reason == "fewer than 5 cues"
    assert len(row.spans) == 4


def test_two_speakers_with_enough_cues_are_set_against_each_other() -> None:
    text = (
        told("Ann Lee", "said said said said said said")
        + "\n\n"
        + told("Bo Ek", "claimed said claimed claimed claimed")
    )
    _, found = measure(text)
    assert [(row.label, row.values[0]) for row in found.rows] == [("Ann Lee", 0.0), ("Bo Ek", 80.0)]
    difference = detail(found, "asymmetry")
    assert difference.value == -80.0
    assert difference.interval is not None
    assert difference.interval.low < -80 < difference.interval.high < 0
    assert detail(found, "asymmetry_between").value == "Ann Lee less Bo Ek"


def test_no_difference_is_told_where_one_of_two_has_few_cues() -> None:
    _, found = measure(told("Ann Lee", "said said said said said said") + "\n\n" + told("Bo Ek", "claimed claimed"))
    assert detail(found, "asymmetry").value is None
    assert "5 cues" in detail(found, "asymmetry").reason


def test_a_body_without_attribution_is_not_applicable() -> None:
    document = document_from_text(f"Council meets\n\n{FILLER * 6}")
    found = METRIC.measure(document, METRIC.options())
    assert (found.status, found.value) == ("not_applicable", None)
