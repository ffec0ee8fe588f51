"""Constructions beyond "X said that": nouns, labels, adjectives, agentless passives, and lines made to be slow."""

from __future__ import annotations

import pytest

from crossread.model import BODY_ZONES
from crossread.parse import document_from_text

Row = tuple[str | None, str, list[str]]

# sentence, (source, cue, pieces of content) of each attribution
ROWS: list[tuple[str, list[Row]]] = [
    # nouns
    ("His claim that the wall leaked was false.", [("His", "claim", ["that the wall leaked"])]),
    ("The storm follows warnings from Norland in recent days that the wall may fall.",
     [("Norland", "warnings", ["that the wall may fall"])]),
    ("There are also reports that the wall fell.", [("reports", "There are", ["that the wall fell"])]),
    ("There had been speculation the mayor would leave.",
     [("speculation", "There had been", ["the mayor would leave"])]),
    # adjectives
    ("Ann Lee is proud of the wall.", [("Ann Lee", "is proud of", ["the wall"])]),
    ("The unions are deeply sceptical of the plan.", [("The unions", "are deeply sceptical of", ["the plan"])]),
    ("Ann Lee was confident that it would hold.", [("Ann Lee", "was confident", ["that it would hold"])]),
    # wishes, intentions, calls
    ("Ann Lee wants a new wall.", [("Ann Lee", "wants", ["a new wall"])]),
    ("The council promised to mend it if the rain stops.",
     [("The council", "promised", ["to mend it if the rain stops"])]),
    ("Ann Lee went on to say that it leaked.", [("Ann Lee", "went on to say", ["that it leaked"])]),
    ("Critics took aim at the plan during a debate.", [("Critics", "took aim at", ["the plan"])]),
    # nobody who is named
    ("It is said that the wall leaks.", [(None, "is said", ["that the wall leaks"])]),
    ("The wall is expected to fall.", [(None, "is expected", ["The wall", "to fall"])]),
    # a clause before the main one ends at its comma
    ("When Ann Lee said it leaked, the mayor left the hall.", [("Ann Lee", "said", ["it leaked"])]),
    # the subject of the main clause, not the one inside what is said
    ("Ann Lee said Bo Ek was planning to leave, insisting that it leaked.",
     [("Ann Lee", "said", ["Bo Ek was planning to leave"]), ("Ann Lee", "insisting", ["that it leaked"])]),
    ("Later that day, Ann Lee left the hall and said it leaked.", [("Ann Lee", "said", ["it leaked"])]),
    # names with points in them
    ("“It leaks,” said Sen. Ann J. Lee (R-N.L.), a builder.",
     [("Sen. Ann J. Lee (R-N.L.), a builder", "said", ["“It leaks,”"])]),
]  # fmt: skip

SILENT = [
    "The pressure of the water grew.",
    "A debate on the wall took an hour.",
    "Support for the wall grew.",
    "The storm follows repeated rain.",
    "It was proud.",
    "The report of the storm was short.",
    "They work as long as it rains.",
]

HOSTILE = [
    "said ", "he said, ", "his claim that ", "there are reports that ", "Ann Lee, who said that ", "Ann, a, b, c, ",
    "according to X, ", 'A: "x" ', "(he said (she said ", "he said — she said - ", "tried to say ", "“he” said “she” ",
    "warnings from in on at over this last ", "is being was said ", "Lee's Lee's claim ", "told that that ",
    "of the of the said ", "said ;—–,“” ", "X: ", "proud of eager to ",
]  # fmt: skip


def rows(text: str) -> list[Row]:
    document = document_from_text(text)
    return [
        (
            text[a.source.start : a.source.end] if a.source else None,
            " ".join(text[span.start : span.end] for span in a.cue.spans) if a.cue else "",
            [text[span.start : span.end] for span in a.content],
        )
        for a in document.attributions
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_construction_without_a_plain_verb_of_saying_is_read(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_a_noun_or_an_adjective_alone_attributes_nothing(text: str) -> None:
    assert rows(text) == []


def test_a_paragraph_opened_by_a_name_and_a_colon_is_that_speakers() -> None:
    text = "A talk\n\nAnn Lee was heard.\n\nBO EK: Why?\n\nLEE: The wall leaks and nobody cares to mend it."
    document = document_from_text(text)
    found = [(document.text[a.source.start : a.source.end], a.rule) for a in document.attributions if a.source]
    assert ("LEE", "label") in found


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_line_of_100_000_characters_is_read_within_its_zone(unit: str) -> None:
    document = document_from_text("A title here\n\n" + unit * (100_000 // len(unit)) + "end.")
    body = [(zone.start, zone.end) for zone in document.article.zones if zone.kind in BODY_ZONES]
    spans = [span for a in document.attributions for span in a.content]
    assert all(any(start <= span.start and span.end <= end for start, end in body) for span in spans)
