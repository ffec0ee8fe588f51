"""Provenance: which marks of origin a copy carries, and the words it carries them in."""

from __future__ import annotations

import pytest

from crossread.metrics.provenance import METRIC, MISSING
from crossread.model import Measurement
from crossread.parse import document_from_text

STORY = "The harbour board met on Tuesday and chose a new pilot for the channel to the north of the old lighthouse."


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(text)
    return document.text, METRIC.measure(document, METRIC.options())


def item(text: str, name: str) -> object:
    return next(detail.value for detail in measure(text)[1].details if detail.id == name)


def test_finds_the_marks_a_complete_copy_carries() -> None:
    text, found = measure(
        "Board chooses a pilot\n\nBy Mara Quill\n\nMarch 3, 2021\n\n"
        f"EASTPORT — {STORY}\n\nThe choice ends a quarrel of many years.\n\n"
        "This article first appeared in The Eastport Packet.\n\n"
        "Correction: an earlier version of this article misstated the pilot’s age."
    )
    values = {detail.id: detail.value for detail in found.details}
    assert values == {
        "byline": "found: By Mara Quill",
        "date": "found: March 3, 2021",
        "dateline": "found: EASTPORT —",
        "publisher": "found: The Eastport Packet",
        "credit": "found: This article first appeared in The Eastport Packet.",
        "correction": "found: Correction: an earlier version of this article misstated the pilot’s age.",
    }
    assert (found.value, found.n) == (6, 6)
    assert {text[e.start : e.end] for e in found.evidence if e.rule == "provenance.date"} == {"March 3, 2021"}


def test_calls_what_is_missing_not_found_in_this_copy() -> None:
    _, found = measure(f"Board chooses a pilot\n\n{STORY}\n")
    assert {detail.value for detail in found.details} == {MISSING}
    assert (found.value, found.evidence) == (0, ())


def test_shows_a_damaged_dateline_without_counting_it() -> None:
    text, found = measure(f"Board chooses a pilot\n\n( – {STORY}\n")
    assert item(text, "dateline") == f"{MISSING}; damaged: ( –"
    assert found.value == 0
    assert [text[e.start : e.end] for e in found.evidence] == ["( –"]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"EASTPORT (Reuters) – {STORY}", "Reuters"),
        (f"{STORY} (AFP)", "AFP"),
        (f"{STORY}\n\nReuters", "Reuters"),
        (f"{STORY}\n\nMara Quill contributed to this report.", "Mara Quill contributed to this report."),
        (f"{STORY} {STORY} Parts of this article were originally published by the Packet.", "originally published by"),
    ],
)
def test_finds_an_agency_or_reprint_credit(text: str, credit: str) -> None:
    whole, found = measure(f"Board chooses a pilot\n\n{text}\n")
    assert credit in [whole[e.start : e.end] for e in found.evidence if e.rule == "provenance.credit"]
    assert item(whole, "credit") != MISSING


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY} The board meets again in spring, Reuters reported.",
        f"Tass reported the choice. {STORY}",
        f"{STORY} The Associated Press (AP) asked the board for its minutes.",
        f"“Reuters contributed to this report,” Anna Holt said of the list. {STORY} {STORY} {STORY}",
        f"{STORY} {STORY} {STORY} The novel on the pilot’s life was first published in the year of the great storm.",
    ],
)
def test_takes_an_agency_that_speaks_for_no_credit(text: str) -> None:
    assert item(f"Board chooses a pilot\n\n{text}\n", "credit") == MISSING


def test_shortens_a_long_note() -> None:
    note = "Correction: " + "the pilot’s age was given wrongly in an earlier version, " * 4
    value = item(f"Board chooses a pilot\n\n{STORY}\n\n{note}\n", "correction")
    assert isinstance(value, str)
    assert len(value) == len("found: ") + 80
    assert value.endswith("…")
