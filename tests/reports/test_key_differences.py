"""The key differences: people before groups, and a quotation of several articles said once."""

from __future__ import annotations

from collections.abc import Callable

from crossread.comparison import compare
from crossread.model import Analysis
from crossread.reports.differences import Difference, key_differences
from crossread.reports.findings import Anchors, voice_rows
from crossread.reports.quotations import quotation_views

Build = Callable[..., Analysis]


def found(*articles: Analysis) -> list[Difference]:
    labels = "ABCD"[: len(articles)]
    comparison, anchors = compare(articles), Anchors(articles)
    voices, quotations = voice_rows(comparison, anchors, labels), quotation_views(comparison, anchors, labels)
    return list(key_differences(comparison, (), labels, voices, quotations, ()))


def test_people_are_named_before_bodies_and_groups(build: Build) -> None:
    one = build(
        "Many experts said that it will end before the winter is over. The Harbour Board said it was late. "
        "Ann Lee agreed.",
        said=[
            ("Many experts", "vague_group", "that it will end before the winter is over"),
            ("The Harbour Board", "institution", "it was late"),
            ("Ann Lee", "person", "agreed"),
        ],
    )
    (voices,) = (each.sentence for each in found(one, build("Nobody spoke.")) if each.subject == "Voices")
    assert voices == "3 voices heard in A and, by our rules, not in B: Ann Lee, The Harbour Board and many experts."


def test_a_quotation_in_three_articles_is_one_finding(build: Build) -> None:
    texts = (
        "It was “totally stupid, groundless gossip of the harbour” he said.",
        "He said it was “as totally stupid, groundless gossip of the harbour” on Monday.",
        "On Tuesday: “totally stupid, groundless gossip of the harbour” once more.",
    )
    sentences = [each.sentence for each in found(*(build(text) for text in texts)) if each.subject == "Quotations"]
    assert sentences == [
        "A, B and C carry the same quotation in different form: B puts “as” inside the quotation marks; "
        "A has no “as” there; C has no “as” there."
    ]


def test_two_quotations_that_differ_are_two_findings(build: Build) -> None:
    one = build("“The harbour will stay closed all winter,” he said. “The market opens its doors before Easter.”")
    two = build("“The harbour will stay closed all summer,” he said. “The market opens its gates before Easter.”")
    sentences = [each.sentence for each in found(one, two) if each.subject == "Quotations"]
    assert len(sentences) == 2
