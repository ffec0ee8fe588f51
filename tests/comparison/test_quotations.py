from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from crossread.comparison.alignment import candidates
from crossread.comparison.quotations import compare_quotations
from crossread.comparison.voices import link_speakers
from crossread.comparison.wording import read_quotations, read_wording
from crossread.model import Analysis

Build = Callable[..., Analysis]


def aligned(*articles: Analysis) -> list[tuple[str, str, tuple[str, ...]]]:
    """Left words, right words and the differences of every quotation found in two articles."""
    texts = {article.id: article.text for article in articles}
    found = compare_quotations(articles, link_speakers(articles))
    return [
        (
            texts[q.left.article][q.left.start : q.left.end],
            texts[q.right.article][q.right.start : q.right.end],
            q.differences,
        )
        for q in found
    ]


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        (
            "He said: “The harbour will stay closed all winter.”",
            "“The harbour will stay closed all winter,” he said.",
            (),
        ),
        (
            'He said: "It\'s a harbour closed for the winter."',
            "“It’s a harbour closed for the winter,” he said.",
            (),
        ),
        (
            "The claims were “wholly absurd, baseless inventions.”",
            "She waved the claims away “as wholly absurd, baseless inventions.”",
            ("“as” inside the marks in one copy only",),
        ),
        (
            "She saw the claims as “wholly absurd, baseless inventions.”",
            "She saw the claims “as wholly absurd, baseless inventions.”",
            ("“as” moved across the marks",),
        ),
        (
            "“The harbour will stay closed all winter,” he said.",
            "“The harbour may stay closed all winter,” he said.",
            ("wording changed",),
        ),
        (
            "“The harbour will probably stay closed all winter,” he said.",
            "“The harbour will stay closed all winter,” he said.",
            ("words in one copy only",),
        ),
        (
            "“The harbour will stay closed, all winter,” he said.",
            "“The harbour will stay closed all winter,” he said.",
            ("punctuation",),
        ),
        (
            "“The harbour will stay closed … all winter,” he said.",
            "“The harbour will stay closed all winter,” he said.",
            ("ellipsis in one copy only",),
        ),
        (
            "“We have to be honest with everyone who lives here and say it: the old harbour bridge will never reopen.”",
            "He said “the old harbour bridge will never reopen.”",
            ("one copy quotes more",),
        ),
        (
            "He called them “wholly absurd, baseless inventions.”",
            "He said these were wholly absurd, baseless inventions, and left.",
            ("no quotation marks in one copy",),
        ),
        (
            "He called them “wholly absurd, baseless inventions.”",
            "He called them wholly absurd, “baseless inventions” and left.",
            ("“wholly absurd” moved across the marks",),
        ),
        ("The town is “not for sale.”", "It is “not for sale,” she wrote.", ()),
    ],
)
def test_one_quotation_in_two_articles_is_aligned(
    build: Build, left: str, right: str, differences: tuple[str, ...]
) -> None:
    found = aligned(build(left), build(right))
    assert [row[2] for row in found] == [differences]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“We have long been concerned by the port’s role in this,” he said.",
            "“We have long been concerned by the state of roads,” he said.",
        ),
        ("“I am very proud of the team,” he said.", "“I am very proud of the city,” he said."),
        (
            "“Never closing the old harbour market,” he said.",
            "“We shall save the town by closing the old harbour market before the winter comes,” he said.",
        ),
        ("“It is what it is,” he said.", "“It was what it was,” she said."),
        ("“No comment,” he said.", "“No comment,” she said."),
        (
            "“At the end of the day it is for the voters,” he said.",
            "“At the end of the day it is for the judges,” he said.",
        ),
        ("The rain stayed.", "The rain stayed."),
        ("“The harbour is shut,” he said.", "The harbour had been shut for long, and is quiet."),
        ("", "“The harbour will stay closed all winter,” he said."),
    ],
)
def test_a_shared_phrase_is_not_the_same_quotation(build: Build, left: str, right: str) -> None:
    assert aligned(build(left), build(right + " Later.")) == []


def test_the_places_hold_the_marks_and_the_edit_the_words(build: Build) -> None:
    left = build("They were “wholly absurd, baseless inventions.”")
    right = build("She dismissed them “as wholly absurd, baseless inventions.”")
    (found,) = compare_quotations([left, right], {})
    assert left.text[found.left.start : found.left.end] == "“wholly absurd, baseless inventions.”"
    assert right.text[found.right.start : found.right.end] == "“as wholly absurd, baseless inventions.”"
    assert found.similarity == 0.8
    (edit,) = found.edits
    assert right.text[edit.right.start : edit.right.end] == "as"
    assert edit.left.start == edit.left.end


def test_words_given_to_another_speaker_are_named(build: Build) -> None:
    words = "“The harbour will stay closed all winter,”"
    left = build(f"{words} Ann Lee said.", said=[("Ann Lee", "person", words)])
    right = build(f"{words} Bob Ray said.", said=[("Bob Ray", "person", words)])
    ((_, _, differences),) = aligned(left, right)
    assert differences == ("other speaker: Ann Lee / Bob Ray",)


def test_a_statement_and_the_one_who_issued_it_are_not_two_speakers(build: Build) -> None:
    words = "“The harbour will stay closed all winter,”"
    left = build(f"{words} the statement said.", said=[("the statement", "document", words)])
    right = build(f"{words} Ann Lee said.", said=[("Ann Lee", "person", words)])
    assert [row[2] for row in aligned(left, right)] == [()]


def test_one_speaker_under_two_spellings_is_no_difference(build: Build) -> None:
    words = "“The harbour will stay closed all winter,”"
    left = build(f"{words} he said.", said=[("Sergey Marin", "person", words)])
    right = build(f"{words} Marin said.", said=[("Sergei Marin", "person", words)])
    assert [row[2] for row in aligned(left, right)] == [()]


def test_alike_but_not_equal_words_of_two_speakers_are_two_quotations(build: Build) -> None:
    one = "“The council voted to close the harbour and the market before winter,”"
    two = "“My party voted to close the harbour and the market, whatever others tell you,”"
    same = aligned(build(f"{one} he said."), build(f"{two} he said."))
    other = aligned(
        build(f"{one} Ann Lee said.", said=[("Ann Lee", "person", one)]),
        build(f"{two} Bob Ray said.", said=[("Bob Ray", "person", two)]),
    )
    assert (len(same), len(other)) == (1, 0)


def test_a_quotation_in_two_pieces_is_aligned_twice(build: Build) -> None:
    left = build("“The harbour will stay closed all winter,” he said. “The fish market opens its doors before Easter.”")
    right = build("“The harbour will stay closed all winter. The fish market opens its doors before Easter,” he said.")
    found = aligned(left, right)
    assert [row[0] for row in found] == [
        "“The harbour will stay closed all winter,”",
        "“The fish market opens its doors before Easter.”",
    ]
    assert {row[1] for row in found} == {
        "“The harbour will stay closed all winter. The fish market opens its doors before Easter,”"
    }


def test_a_quotation_over_paragraphs_is_aligned_as_one(build: Build) -> None:
    left = build(
        "“The harbour will stay closed all winter.\n\n“The fish market opens its doors before Easter,” he said."
    )
    right = build("“The harbour will stay closed all winter. The fish market opens its doors before Easter,” he said.")
    assert [row[2] for row in aligned(left, right)] == [()]


def test_a_phrase_quoted_over_and_over_is_listed_once(build: Build) -> None:
    left = build("“The harbour stays closed all winter.” " * 60)
    right = build("He said so: " + "“The harbour stays closed all winter.” " * 60)
    assert len(aligned(left, right)) == 1


def test_a_quotation_of_ten_articles_is_aligned_for_each_pair(build: Build) -> None:
    articles = [build(f"Report {i}. “The harbour will stay closed all winter,” he said.") for i in range(10)]
    assert len(aligned(*articles)) == 45


def test_ten_thousand_quotations_are_pruned_to_the_pairs_that_share_words(build: Build) -> None:
    draw = random.Random(7)  # noqa: S311 - a fixed sequence of made-up words
    words = ["".join(draw.choices("abdegiklmnoprstuvz", k=6)) for _ in range(6000)]

    def page(shared: list[str]) -> str:
        own = [" ".join(draw.choices(words, k=12)) for _ in range(990)]
        return "\n\n".join(f"“{quotation}.”" for quotation in shared + own)

    shared = [" ".join(draw.choices(words, k=12)) for _ in range(10)]
    articles = [build(page(shared)) for _ in range(10)]
    passages = [p for order, a in enumerate(articles) for p in read_quotations(a, read_wording(a, order))]
    assert len(passages) == 10_000
    assert 450 <= len(list(candidates(passages))) < 1000  # of 45 million pairs
    assert len(compare_quotations(articles, {})) == 10 * 45
