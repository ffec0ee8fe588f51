"""Entities: which names are one person, body or place, and which part of a name a mention is."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text


def entities(text: str) -> dict[str, list[tuple[str, str]]]:
    document = document_from_text(f"Council meets on the quay\n\n{text}")
    return {
        each.label: [(document.text[m.start : m.end], m.part) for m in each.mentions if m.voice]
        for each in document.entities
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Tom Reed left. Reed came back.", {"Tom Reed": [("Tom Reed", "full"), ("Reed", "surname")]}),
        ("Mayor Ann Osei left. Then Ann came.", {"Ann Osei": [("Ann Osei", "full"), ("Ann", "given")]}),
        ("President Xi Jinping left. Then Xi came.", {"Xi Jinping": [("Xi Jinping", "full"), ("Xi", "surname")]}),
        ("Mayor Donald\u00a0Osei left.", {"Donald Osei": [("Donald\u00a0Osei", "full")]}),
        (
            "Mayor Tom Reed left. Democrat Tom Reed, an engineer, came.",
            {"Tom Reed": [("Tom Reed", "full"), ("Democrat Tom Reed", "full")]},
        ),
        ("The UK wrote to Great Britain.", {"UK": [("UK", "full"), ("Great Britain", "full")]}),
    ],
)
def test_links_the_names_of_one_entity(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    assert entities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The crews of Vigo County, a poor one, left.",
        "They read the Friends For Reed, a paper, on the quay.",
        "They read Ann Osei Slams Reed, a headline, on the quay.",
    ],
)
def test_takes_no_run_of_capitals_for_a_person_by_its_company_alone(text: str) -> None:
    assert entities(text) == {}


@pytest.mark.parametrize(
    "text",
    ["Mayor Ann Osei and Mayor Ann Reed left. Then Ann came.", "The Russian crews left on Monday.", "He met her."],
)
def test_leaves_alone_what_it_cannot_tell(text: str) -> None:
    assert all(part == "full" for mentions in entities(text).values() for _, part in mentions)
