"""Quotations no cue reaches: who they are given to, and which stay without a speaker."""

from __future__ import annotations

import pytest

from crossread.document import Document
from crossread.parse import document_from_text


def speakers_of_quotations(document: Document) -> list[str | None]:
    names = {speaker.id: speaker.name for speaker in document.speakers}
    return [names.get(quotation.speaker or "") for quotation in document.quotations]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the paragraph goes on
        ("“It leaks badly now,” said Senator Ann Lee. “It may fall any day.”", ["Ann Lee", "Ann Lee"]),
        ("“It leaks badly now,” said Senator Ann Lee. Indeed, “it may fall any day.”", ["Ann Lee", "Ann Lee"]),
        ("“It leaks badly now,” said Senator Ann Lee.\n\n“It may fall any day.”", ["Ann Lee", "Ann Lee"]),
        # a further quotation in the sentence
        ("Senator Ann Lee said the wall “has leaked for years” while the quay “still stands very firm.”",
         ["Ann Lee", "Ann Lee"]),
        # a verb no list has
        ("“It leaks badly these days,” riffed Senator Ann Lee.", ["Ann Lee"]),
        ("“It leaks badly these days,” the senator warbled. Senator Ann Lee had come late.", ["the senator"]),
        ("“It leaks badly these days,” Senator Ann Lee crooned to the crowd.", ["Ann Lee"]),
        # a colon that leads to it
        ("Senator Ann Lee had a piece of news for the board: “It leaks, but it leaks in style.”", ["Ann Lee"]),
        # the sentence before leads to it
        ("Senator Ann Lee praised the pilot. “We need someone who knows the channel.”", ["Ann Lee"]),
    ],
)  # fmt: skip
def test_a_quotation_without_a_cue_goes_to_who_speaks_beside_it(text: str, speakers: list[str | None]) -> None:
    assert speakers_of_quotations(document_from_text(text)) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks badly these days and nobody cares.”",
        "The boats were late. “It leaks badly these days and nobody cares.”",
        "“It leaks badly now,” said Senator Ann Lee.\n\nIt rained.\n\n“It may fall any day of the week.”",
        "A sign on the quay has the words “no boats beyond this point” in red.",
    ],
)
def test_a_quotation_nobody_stands_beside_stays_without_a_speaker(text: str) -> None:
    assert speakers_of_quotations(document_from_text(text))[-1] is None


def test_attributions_stay_in_reading_order_when_one_is_put_in() -> None:
    text = "“It leaks badly these days,” riffed Senator Ann Lee. Minister Bo Ek said that it held."
    cues = [a.cue.spans[0].start for a in document_from_text(text).attributions if a.cue]
    assert len(cues) == 2
    assert cues == sorted(cues)
