"""Prominence: which mentions count, to whom they are linked, and where an entity first stands."""

from __future__ import annotations

import pytest

from crossread.metrics.prominence import METRIC, ProminenceOptions
from crossread.model import Measurement, TableRow
from crossread.parse import document_from_text

FILLER = "The board met in the old office beside the quay and chose a pilot for the northern channel. "
COLUMNS = [column.id for column in METRIC.columns]


def measure(text: str, title: str = "Council meets on the quay", entities: int = 5) -> tuple[str, Measurement]:
    document = document_from_text(f"{title}\n\n{text}\n\n{FILLER * 4}")
    return document.text, METRIC.measure(document, ProminenceOptions(entities=entities))


def row(found: Measurement, label: str) -> dict[str, float | int | str | None]:
    chosen: TableRow = next(each for each in found.rows if each.label == label)
    return dict(zip(COLUMNS, chosen.values, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Tom Reed left. Reed came back.", {"Tom Reed": 2}),
        (
            "The Institute for the Study of War (ISW) wrote to London. The ISW left.",
            {"Institute for the Study of War": 3},
        ),
        ("The U.S. wrote to Paris. The United States left.", {"United States": 2}),
    ],
)
def test_counts_all_forms_of_a_name_together(text: str, expected: dict[str, int]) -> None:
    _, found = measure(text)
    assert {label: row(found, label)["mentions"] for label in expected} == expected


@pytest.mark.parametrize("text", ["The Russian crews met a Danish pilot.", "He met her on Monday in March."])
def test_counts_no_adjectives_pronouns_or_dates(text: str) -> None:
    _, found = measure(text)
    assert (found.status, found.evidence) == ("not_applicable", ())


def test_the_value_is_the_share_of_the_entity_mentioned_most() -> None:
    whole, found = measure("Mayor Tom Reed went to Paris. Reed left Paris. Reed saw London.")
    assert (found.value, found.n) == (50.0, 6)
    assert next(detail for detail in found.details if detail.id == "top_entity").value == "Tom Reed"
    assert [whole[e.start : e.end] for e in found.evidence if e.rule == "prominence.person"] == [
        "Tom Reed",
        "Reed",
        "Reed",
    ]


def test_a_row_says_where_the_entity_first_stands() -> None:
    text = f"The crews saw Paris. {FILLER}\n\nThey saw London."
    _, found = measure(text, title="Council sees Paris from the quay")
    total = len(f"{text} {FILLER * 4}".split())
    assert row(found, "Paris") | {"share": None} == {
        "share": None,
        "mentions": 1,
        "first": pytest.approx(100 * 3 / total),
        "headline": 1,
        "lead": 1,
        "kind": "place",
    }
    assert row(found, "London")["first"] == pytest.approx(100 * len(text.split()[:-1]) / total)
    assert row(found, "London")["lead"] == 0


def test_each_voice_has_its_own_share() -> None:
    _, found = measure("Mayor Tom Reed left Paris. “Paris is old and London is new,” said Mayor Tom Reed.")
    assert found.by_voice["quoted"].n == 2
    assert found.by_voice["narrator"].n == 3


def test_the_option_says_how_many_are_marked_and_all_have_a_row() -> None:
    text = "They saw Paris, London and Madrid."
    _, one = measure(text, entities=1)
    _, all_ = measure(text)
    assert len(one.evidence) == 1
    assert len(all_.evidence) == 3
    assert len(one.rows) == len(all_.rows) == 3
    assert [len(each.spans) for each in one.rows] == [1, 0, 0]
