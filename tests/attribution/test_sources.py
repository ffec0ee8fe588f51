"""Where a source begins and ends: fronted words stay outside, titles and appositions inside."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text


def sources(text: str) -> list[str]:
    return [text[a.source.start : a.source.end] for a in document_from_text(text).attributions if a.source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("However, Ann Lee said it leaked.", "Ann Lee"),
        ("Meanwhile the council said it leaked.", "the council"),
        ("After the storm, Ann Lee said it leaked.", "Ann Lee"),
        ("In a letter to the king on Monday, Ann Lee said it leaked.", "Ann Lee"),
        ("It rained, and Ann Lee said it leaked.", "Ann Lee"),
        ("It rained; the council said it leaked.", "the council"),
        ("She left because Ann Lee said it leaked.", "Ann Lee"),
        ("Foreign Minister Ann Lee said it leaked.", "Foreign Minister Ann Lee"),
        ("Norland’s deputy foreign minister, Ann Lee, said it leaked.", "Norland’s deputy foreign minister, Ann Lee"),
        ("Ann Lee, head of the union, said it leaked.", "Ann Lee, head of the union"),
        ("Ann Lee, the builder of the wall, who is 46, said it leaked.", "Ann Lee, the builder of the wall, who is 46"),
        ("Tidewatch, a charity that counts boats, said it leaked.", "Tidewatch, a charity that counts boats"),
        ("Many of the sailors said it leaked.", "Many of the sailors"),
        ("Two people with knowledge of the talks said it leaked.", "Two people with knowledge of the talks"),
        ("The head of the harbour office said it leaked.", "The head of the harbour office"),
        ("“It leaks,” said Ann Lee when she was asked.", "Ann Lee"),
        ("“It leaks,” said Ann Lee and Bo Ek.", "Ann Lee and Bo Ek"),
        ("“It leaks,” said Ann Lee of the harbour office.", "Ann Lee of the harbour office"),
        ("It leaks, according to two people at the office.", "two people at the office"),
        ("It leaks, according to a study published on Monday.", "a study published"),
        ("“It leaks,” he said.", "he"),
    ],
)
def test_a_source_is_the_whole_noun_phrase_and_no_more(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Having left the pier, said so.",
        "There said it leaked.",
        "On Monday said it leaked.",
        "“It leaks,” said.",
        "said",
        "According to",
        "It leaks, according to",
        "who said who said",
        "— said — said —",
    ],
)
def test_what_names_nobody_gives_no_source(text: str) -> None:
    assert sources(text) == []
