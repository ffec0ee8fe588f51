"""Sentences of different articles that report the same thing are brought together, and no others."""

from __future__ import annotations

from functools import cache

import pytest

from crossread.comparison.claims.clue_words import same_thing
from crossread.comparison.coverage import Coverage
from crossread.model import Analysis
from crossread.pipeline import analyse
from crossread.reading import article_from_text

FILLER = (
    "The harbour master had asked for new lights in spring.",
    "A school choir sang on the quay before noon.",
    "Bread and soup were handed out by volunteers.",
    "The museum opens again in September.",
    "Cyclists complained of the cobbles near the theatre.",
)


@cache
def analysed(*sentences: str) -> Analysis:
    body = "\n\n".join((*sentences, *FILLER[: 5 - len(sentences) % 2]))
    return analyse(article_from_text(f"A Report With a Title\n\n{body}\n"), {})


def pairs(*articles: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The sentences of each claim that is not filler, in the set's order; two sentences of one claim joined."""
    coverage = Coverage([analysed(*sentences) for sentences in articles])
    found = []
    for claim in coverage.claims.shared:
        told = tuple(
            " ".join(coverage.bodies[order].text[each.start : each.end] for each in sentences)
            for order, sentences in claim.items()
        )
        if told[0] not in FILLER:
            found.append(told)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Nine passengers were killed when a coach left the road near Elmstead.",
            "A coach crash near Elmstead left nine passengers dead.",
        ),
        (
            "The council voted to close the old swimming pool in Norby.",
            "Norby's old swimming pool will shut after a vote by the council.",
        ),
        (
            "The bank will cut 1,200 jobs in Oster, it said.",
            "The bank announced that twelve hundred posts in Oster would be shed.",
        ),
        ("“We had no warning from the dam company,” Carl Reed said.", "Reed said the dam company gave no warning."),
        (
            "Engineers had warned of a crack in the dam in May.",
            "A crack in the dam had been reported by engineers in May.",
        ),
    ],
    ids=["active and noun", "passive", "figure in words", "quoted and reported", "warned and reported"],
)
def test_the_same_thing_in_other_words_is_one_claim(one: str, other: str) -> None:
    assert pairs((one,), (other,)) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carl Reed has been mayor of Norby since 2011.", "Carl Reed grew up on a farm near Elmstead."),
        ("Reed promised new homes for 300 families.", "Reed said 300 volunteers had come to help."),
        ("Police arrested 40 people near the bridge at noon.", "The bridge was closed with 40 trucks from the army."),
        ("The mayor thanked the nurses of the Oster hospital.", "The mayor opened the Oster bicycle race."),
    ],
)
def test_the_same_people_or_figures_in_another_statement_are_none(one: str, other: str) -> None:
    assert pairs((one,), (other,)) == []


def test_a_claim_told_in_two_sentences_is_aligned_with_both() -> None:
    one = "Police searched the flat in Oster on Monday and found 200 forged passports under the kitchen floor."
    two = ("Police searched the flat in Oster on Monday.", "They found 200 forged passports under the kitchen floor.")
    assert pairs((one,), two) == [(one, " ".join(two))]


def test_one_claim_takes_in_every_article_that_has_it() -> None:
    tellings = (
        "Nine passengers were killed when a coach left the road near Elmstead.",
        "A coach crash near Elmstead left nine passengers dead.",
        "Nine passengers died when a coach crashed near Elmstead.",
    )
    assert pairs(*((each,) for each in tellings)) == [tellings]


def test_a_claim_does_not_drift_from_sentence_to_sentence() -> None:
    """The middle sentence is like both others, which have nothing to do with one another."""
    first = "The dam above Norby broke on Tuesday after weeks of rain."
    middle = "The dam above Norby broke on Tuesday and the minister Ann Lee promised homes for the families."
    last = "The minister Ann Lee promised homes for the families."
    for claim in pairs((first,), (middle,), (last,)):
        assert not {first, last} <= set(claim)


def test_a_sentence_stands_in_one_claim_only() -> None:
    told = "Nine passengers were killed when a coach left the road near Elmstead."
    coverage = Coverage([analysed(told), analysed(told, f"{told[:-1]}, police said.")])
    keys = [each.key for claim in coverage.claims.shared for told_in in claim.values() for each in told_in]
    assert len(keys) == len(set(keys))


def test_what_one_article_has_alone_is_in_no_claim() -> None:
    alone = "The minister Ann Lee bought a vineyard in Portugal."
    coverage = Coverage([analysed("The dam above Norby broke.", alone), analysed("Norby's dam has broken.")])
    texts = {coverage.bodies[s.order].text[s.start : s.end] for s in coverage.claims.alone}
    assert alone in texts


def test_words_that_stand_for_one_another_are_compared_as_one() -> None:
    assert same_thing("killed") == same_thing("deaths")
    assert same_thing("jobs") == same_thing("posts")
    assert same_thing("harbour") == same_thing("harbours") != same_thing("school")
