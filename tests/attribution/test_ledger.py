"""The ledger: how often, how long and with which verbs each speaker is heard."""

from __future__ import annotations

from crossread.parse import document_from_text

TEXT = (
    "The board met. Senator Ann Lee said it leaked. “It may fall,” she warned. Lee said the wall was “very old indeed” "
    "and, Minister Bo Ek said, unsafe.\n\nCritics said it held."
)


def test_a_speaker_has_its_place_counts_and_cues() -> None:
    lee = document_from_text(TEXT).speakers[0]
    assert (lee.name, lee.entity, lee.pronoun, lee.attributions) == ("Ann Lee", "person", "she", 3)
    assert lee.first == TEXT.index("Senator Ann Lee")
    assert dict(lee.cues) == {"say": 2, "warn": 1}
    assert list(lee.cues) == ["say", "warn"]
    assert lee.forms == ("Senator Ann Lee", "Lee")
    assert lee.words_direct == len("It may fall very old indeed".split())


def test_a_word_attributed_twice_to_one_speaker_counts_once() -> None:
    once = "Senator Ann Lee said the wall leaked."
    twice = "Senator Ann Lee said the wall leaked, according to Ann Lee."
    counts = [document_from_text(text).speakers[0].words_indirect for text in (once, twice)]
    assert counts[0] == 3
    assert counts[1] <= len(twice.split()) - 2


def test_a_first_attribution_may_begin_with_what_is_said() -> None:
    text = "Boats left. “It leaks,” said Senator Ann Lee."
    assert document_from_text(text).speakers[0].first == text.index("“")


def test_bodies_groups_and_documents_are_told_from_persons() -> None:
    text = (
        "Senator Ann Lee said it leaked. The council said it leaked. Critics said it leaked. The report said it leaked."
    )
    found = [(speaker.entity, speaker.pronoun) for speaker in document_from_text(text).speakers]
    assert found == [("person", None), ("body", None), ("group", None), ("document", None)]
