"""Reading numbers around digits and number words only finds what reading every sentence finds."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.text.numbers import find_numbers

SENTENCES = (
    "It cost a million dollars and took twenty-five men from May 9 to 16 December 2022.",
    "Between 10 and 15 people came in 2019, and one of the two men brought 3,500 bricks.",
    "The 28-year grip, the mid-90s and a half million of 50 Ural military trucks.",
    "One hundred and twenty thousand voters, or 4.5 per cent, chose Article 5 by 6-3.",
    "No number stands here, but twenty-‑odd boats do.",
)


@pytest.mark.parametrize("text", [*SENTENCES, " ".join(SENTENCES), "1 " * 3000, "two-" * 3000])
def test_finds_what_reading_every_sentence_finds(text: str) -> None:
    document = document_from_text(f"Council plans a road\n\n{text}\n\nThe end of it all came soon after that.")
    whole = {
        index: found
        for index, sentence in enumerate(document.sentences)
        if (found := find_numbers(document.text, sentence.start, sentence.end))
    }
    assert document.numbers == whole
