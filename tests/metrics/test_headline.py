"""The headline against the body: what is found, what differs, and which cues are cues."""

from __future__ import annotations

import pytest

from crossread.document import Document
from crossread.metric import Options, run_metric
from crossread.metrics.headline import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text

PLAIN = (
    "The harbour board met on Tuesday in the old office beside the quay, and the members spoke of the weather. "
    "A clerk read the letters aloud. Tea was served at four. "
)
CUES = ("forward_reference", "curiosity", "second_person", "superlative", "hyperbole", "list_number", "question",
        "explainer")  # fmt: skip


def measured(title: str, body: str = "") -> tuple[Document, Measurement]:
    document = document_from_text(f"{title}\n\nBy Ada Miller\n\n{body}\n\n{PLAIN * 3}")
    found = run_metric(METRIC, document, Options())
    assert found.status == "measured", found.reason
    return document, found


def marks(title: str, body: str = "", *, of: tuple[str, ...]) -> list[tuple[str, str, str | None]]:
    document, found = measured(title, body)
    evidence = [(document.text[e.start : e.end], e.rule.partition(".")[2], e.voice) for e in found.evidence]
    return [mark for mark in evidence if mark[1].startswith(of)]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Pilots vote to strike", "The pilots voted and struck at noon.", []),
        ("Mayor resigns over bridge", "The resignation of the mayor came after the bridge fell.", []),
        ("Children die in harbour blaze", "A child died in the fire at the harbour.", []),
        ("U.S. pilots visit quay", "Pilots of the United States visited the quay.", []),
        ("E-mails of the board leaked", "The emails were leaked by a clerk of the board.", []),
        ("Fifth bridge opens", "The 5th bridge was opened.", []),
        ("Belarusian ferry sinks", "The ferry from Belarus sank.", []),
        ("Bridge opens to applause", "The bridge was opened.", ["applause"]),
        ("Clerk robbed the bank", "The clerk spoke.", ["robbed", "bank"]),
        ("The Latest: Bridge opens", "The bridge was opened.", []),
        ("Exclusive: Bridge opens", "The bridge was opened.", []),
    ],
)
def test_a_word_is_found_in_any_form_and_else_marked(title: str, body: str, expected: list[str]) -> None:
    assert [words for words, _, _ in marks(title, body, of=("not_found",))] == expected


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("Storm kills 12 people", "The storm killed twelve people.", True),
        ("Storm kills 200 people", "The storm killed 197 people.", True),  # rounded
        ("Storm kills 200 people", "The storm killed 150 people.", False),
        ("Bridge to cost $3 million", "The bridge will cost 3 million dollars.", True),
        ("Bridge to cost $3 million", "The bridge will cost 4 million dollars.", False),
        ("Four killed in storm", "The storm killed four.", True),
        ("4 killed in storm", "The storm killed four.", True),
    ],
)
def test_a_number_is_found_by_its_value(title: str, body: str, found: bool) -> None:
    missing = [words for words, rule, _ in marks(title, body, of=("not_found",)) if rule != "not_found.word"]
    assert (missing == []) is found


def test_an_equivalent_counts_as_found_and_is_shown_with_the_bodys_word() -> None:
    document, found = measured("Board opens probe", "The board opened an investigation.")
    (item,) = [e for e in found.evidence if e.rule == "headline.reworded"]
    assert document.text[item.start : item.end] == "probe"
    assert "“investigation”" in item.note
    assert found.value == 100.0


def test_an_acronym_is_found_under_its_full_name() -> None:
    body = "The Harbour Pilots Union met. The members of the Harbour Pilots Union chose a clerk."
    assert marks("HPU Chooses Clerk", body, of=("not_found",)) == []


def test_the_share_is_of_content_words_and_told_by_voice() -> None:
    body = "The pilot left. “The lighthouse burned,” said Tom Reed."
    _, found = measured("Pilot at lighthouse sings", body)
    assert found.n == 3
    assert found.value == pytest.approx(200 / 3)
    assert found.by_voice["quoted"].value == pytest.approx(100 / 3)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        # in title case every word looks like part of a name
        ("Tom Reed Criticised for Bridge", "Tom Reed spoke. Mr. Reed left.", ["Tom Reed"]),
        ("Reed Sings", "Tom Reed sang. Then Tom Reed left.", ["Reed"]),
        ("Norby Ferry Sinks", "The ferry sank off Norby. In Norby it rained.", ["Norby"]),
        ("Bridge Plan Fails", "The bridge fell. The plan failed.", []),
        ("Bill Fails", "The board read the bill. Bill Reed sang.", []),
        # other spellings
        ("Mayor Flies to Kiev", "The mayor flew to Kyiv.", ["Kiev"]),
        ("NJ Harbour Closes", "A harbour of New Jersey was closed.", ["NJ"]),
        ("Ferry Reaches Malmo", "The ferry came to Malmö. In Malmö it rained.", ["Malmo"]),
    ],
)
def test_a_name_is_one_term_in_title_case_too(title: str, body: str, expected: list[str]) -> None:
    assert [words for words, _, _ in marks(title, body, of=("found.name",))] == expected


def test_a_name_the_body_has_not_is_one_mark() -> None:
    title = "Clerk sails to New Zealand"
    assert [words for words, _, _ in marks(title, "A clerk sailed.", of=("not_found.name",))] == ["New Zealand"]


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("Three-way race begins", "The race began: a three-way one.", True),
        ("Board sees 1-in-3 chance", "The chance is 1 in 3.", True),
        ("Biggest bridge opens", "A big bridge was opened.", True),
        ("Murderers flee board", "Those who murdered fled the board.", True),
        ("Mayor welcomes recognition of board", "The board was recognised, and the mayor welcomed it.", True),
        ("Student board meets", "The board met.", False),
    ],
)
def test_derived_and_hyphened_words_are_found(title: str, body: str, found: bool) -> None:
    assert (marks(title, body, of=("not_found",)) == []) is found


def test_the_sentence_with_the_most_of_the_headline_is_marked() -> None:
    body = "The mayor left. The flood destroyed the northern wall, Tom Reed said. The wall was old."
    (mark,) = marks("Flood destroys northern wall", body, of=("best_match",))
    assert mark == ("The flood destroyed the northern wall, Tom Reed said.", "best_match", "reported")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("This is why the board met", [("This is why", "forward_reference")]),
        ("Here's what the clerk read", [("Here's what", "forward_reference")]),
        ("This photo stunned the harbour", [("This photo", "forward_reference")]),
        ("Clerk reads letter: this one", [("this one", "forward_reference")]),
        ("7 things to bring to the quay", [("7 things", "list_number")]),
        ("Top 5 reasons boards meet", [("5 reasons", "list_number")]),
        ("Ten simple and cheap ways home", [("Ten simple and cheap ways", "list_number")]),
        ("Will the board meet again?", [("Will", "question")]),
        ("Board meets: is it over?", [("is", "question")]),
        ("How the board meets", [("How", "explainer")]),
        ("You won't believe the board", [("You won't believe", "curiosity")]),
        ("Clerk read a letter, and what happened next", [("what happened next", "curiosity")]),
        ("Is your harbour safe?", [("Is", "question"), ("your", "second_person")]),
        ("The biggest quay of all time", [("biggest", "superlative"), ("of all time", "superlative")]),
        ("Board's jaw-dropping letter", [("jaw-dropping", "hyperbole")]),
        ("Clerk slams board over tea", [("slams", "hyperbole")]),
    ],
)
def test_cues_to_click(title: str, expected: list[tuple[str, str]]) -> None:
    assert marks(title, of=CUES) == [(words, rule, None) for words, rule in expected]


@pytest.mark.parametrize(
    "title",
    [
        "This week at the harbour",
        "Board meets this year",
        "4 killed in storm at the quay",
        "5 times more letters for the clerk",
        "12 pilots strike",
        "At least nine members at the harbour",
        "Truck slams into harbour wall",
        "Clerk: “You are the worst board”",
        "Board ‘shocking’, says clerk",
        "The board will meet when tea is served",
        "Board says what it wants",
        "Members who are late get no tea",
        "Board members hold talks",
    ],
)
def test_ordinary_headlines_hold_no_cue(title: str) -> None:
    assert marks(title, of=CUES) == []


def test_the_tone_of_the_headline_is_set_against_the_body() -> None:
    _, found = measured("Horrible attack on the harbour board")
    figures = {detail.id: detail for detail in found.details}
    tone, gap = figures["tone"].value, figures["tone_gap"].value
    assert isinstance(tone, float)
    assert isinstance(gap, float)
    assert tone < -0.5
    assert gap < -0.5


def test_what_a_reader_has_to_tell_has_a_reason_and_no_value() -> None:
    _, found = measured("Flood destroys harbour wall", "The flood may destroy the harbour wall, Tom Reed said.")
    figures = {detail.id: detail for detail in found.details}
    for name in ("stance", "overstates", "understates"):
        assert figures[name].value is None
        assert figures[name].reason


def test_no_sentence_close_to_the_headline_leaves_the_best_match_open() -> None:
    _, found = measured("Elephant trampled circus director")
    figures = {detail.id: detail for detail in found.details}
    assert found.value == 0.0
    assert figures["best_match"].value is None
    assert figures["best_match"].reason


@pytest.mark.parametrize(("text", "reason"), [(PLAIN * 8, "no headline found in this copy")])
def test_does_not_apply_without_a_headline(text: str, reason: str) -> None:
    found = run_metric(METRIC, document_from_text(text), Options())
    assert (found.status, found.reason) == ("not_applicable", reason)
