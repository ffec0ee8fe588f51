"""How persons are named: which pattern a mention has, whose voice it is in, and what stays unmarked."""

from __future__ import annotations

import pytest

from crossread.metrics.naming import METRIC
from crossread.model import Detail, Measurement
from crossread.parse import document_from_text

FILLER = "The board met in the old office beside the quay and chose a pilot for the northern channel. "


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n\n{FILLER * 4}")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("naming.")) for e in found.evidence]


def detail(found: Measurement, name: str) -> Detail:
    return next(each for each in found.details if each.id == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilot met Mr. Osei on the quay.", [("Mr. Osei", "title")]),
        ("The pilot met Dr. Ann Osei on the quay.", [("Dr. Ann Osei", "title")]),
        ("The pilot met Mayor Tom Reed on the quay.", [("Mayor Tom Reed", "role")]),
        ("The pilot met Ann Osei, an engineer, on the quay.", [("Ann Osei", "role")]),
        ("The town’s deputy mayor, Ann Osei, met the pilot.", [("deputy mayor, Ann Osei", "role")]),
        ("Mayor Ann Osei met the pilot. Osei left.", [("Mayor Ann Osei", "role"), ("Osei", "surname")]),
        ("Ann Osei, an engineer, left. Then Ann came back.", [("Ann Osei", "role"), ("Ann", "given")]),
        ("Mayor Ann Osei left. The pilot saw Ann Osei again.", [("Mayor Ann Osei", "role"), ("Ann Osei", "full")]),
        ("President Xi Jinping left. The pilot met Xi.", [("President Xi Jinping", "role"), ("Xi", "surname")]),
        (
            "The pilot met William “Bill” Osei. Mr. Osei knew that Bill was late.",
            [("William “Bill” Osei", "nickname"), ("Mr. Osei", "title"), ("Bill", "nickname")],
        ),
        ("Count former mayor Tom Reed among them.", [("former mayor Tom Reed", "role")]),
    ],
)
def test_marks_a_mention_with_its_pattern(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fishing crews of Vigo County, a poor one, met the pilot.",
        "The crews read about the Harbour Act, a new one, on the quay.",
        "The Russian crews met the Danish pilot in London.",
    ],
)
def test_stays_silent_on_names_that_are_no_persons(text: str) -> None:
    _, found = measure(text)
    assert (found.status, found.evidence) == ("not_applicable", ())


def test_a_role_between_commas_belongs_to_the_name_before_it() -> None:
    found = marks("Ann Osei, an engineer, the mayor, Tom Reed and the pilot came. Mr. Reed left.")
    assert ("Tom Reed", "full") in found


def test_a_title_after_a_comma_belongs_to_the_name_after_it() -> None:
    found = marks(
        "They saw Mr. Osei, Mayor Tom Reed and a pilot. They know that Osei, Mayor Tom Reed and the pilot left."
    )
    assert [each for each in found if each[0] == "Osei"] == [("Osei", "surname")]


def test_a_description_counts_where_it_leads_to_a_person_named() -> None:
    _, found = measure("Mayor Tom Reed said that it rained. The mayor said that the wall was old.")
    assert detail(found, "description").value == 1
    (row,) = found.rows
    assert dict(zip([column.id for column in METRIC.columns], row.values, strict=True)) == {
        "mentions": 1,
        "title": 0,
        "role": 1,
        "full": 0,
        "surname": 0,
        "given": 0,
        "nickname": 0,
        "description": 1,
        "others": 0,
    }


def test_the_narrators_mentions_lead_and_other_voices_are_apart() -> None:
    _, found = measure(
        "Mayor Tom Reed met Ann Osei, an engineer. “Reed was late and Osei left,” said Ida Moss, an engineer."
    )
    assert (found.value, found.n) == (0.0, 3)
    assert (found.by_voice["quoted"].value, found.by_voice["quoted"].n) == (100.0, 2)
    assert {row.label: (row.n, row.values[-1]) for row in found.rows} == {
        "Tom Reed": (1, 1),
        "Ann Osei": (1, 1),
        "Ida Moss": (1, 0),
    }
    assert (detail(found, "persons").value, detail(found, "introduced").value) == (3, 100.0)


def test_two_persons_of_one_surname_are_two_rows() -> None:
    _, found = measure("Mr. Osei met Mrs. Osei on the quay.")
    assert sorted(row.label for row in found.rows) == ["Mr. Osei", "Mrs. Osei"]
