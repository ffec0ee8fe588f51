from __future__ import annotations

import pytest

from crossread.parse import document_from_text

TEXTS = [
    (
        "Ama Osei came. Mrs. Osei said it leaked. Kofi Osei, her husband, came. Mr. Osei said it held.",
        {"Mrs. Osei": "Ama Osei", "Mr. Osei": "Kofi Osei"},
    ),
    (
        "Ama Osei spoke, and she left. Kofi Osei spoke, and he left. Mr. Osei said it held. Ms. Osei said it leaked.",
        {"Mr. Osei": "Kofi Osei", "Ms. Osei": "Ama Osei"},
    ),
    (
        "Kofi Osei came. Mr. Osei said it held. Mr. Osei said it was old. Mrs. Osei said it leaked.",
        {"Mr. Osei": "Kofi Osei", "Mrs. Osei": "Mrs. Osei"},
    ),
    ("Mr. Osei said it held. Mrs. Osei said it leaked.", {"Mr. Osei": "Mr. Osei", "Mrs. Osei": "Mrs. Osei"}),
]


@pytest.mark.parametrize(("text", "speakers"), TEXTS, ids=[text for text, _ in TEXTS])
def test_two_people_of_one_surname_are_two_speakers(text: str, speakers: dict[str, str]) -> None:
    document = document_from_text(f"Two at the wall\n\n{text}")
    found = {form: speaker for speaker in document.speakers for form in speaker.forms}
    assert {form: speaker.name for form, speaker in found.items()} == speakers
    assert len({speaker.id for speaker in found.values()}) == 2


def test_one_title_alone_parts_nobody() -> None:
    text = "Two at the wall\n\nAma Osei and Kofi Osei came. Ms. Osei said it leaked. Osei said it held."
    document = document_from_text(text)
    assert len({speaker.id for speaker in document.speakers}) == 1
