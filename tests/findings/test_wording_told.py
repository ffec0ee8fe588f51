"""How a finding of the kind `wording` is told: its cells, sentence, size and bounds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.comparison.coverage import Coverage
from crossread.contrast_sets import ContrastSet, added_sets
from crossread.finding import run_kind
from crossread.findings.wording import KIND
from crossread.metric import Options
from crossread.model import Finding
from crossread.pipeline import analyse
from crossread.reading import article_from_text

A = (
    "The invasion of Ukraine stopped the trade in grain. Since the invasion, prices have doubled.\n\n"
    "“Nobody can win this war in Ukraine,” said Ida Moss, a trader."
)
B = "The special military operation in Ukraine stopped the trade in grain."


def found(*stories: str) -> Sequence[Finding]:
    articles = [article_from_text(f"Grain prices rise\n\n{story}\n") for story in stories]
    return run_kind(KIND, Coverage([analyse(article, {}) for article in articles]), Options()).findings


def only(*stories: str) -> Finding:
    (finding,) = found(*stories)
    return finding


def test_each_article_has_its_words_by_form_and_by_voice() -> None:
    a, b = only(A, B).cells
    assert (a.words, a.counts) == ({"invasion": 2, "war": 1}, {"narrator": 2, "quoted": 1, "reported": 0})
    assert (b.words, b.counts) == ({"special military operation": 1}, {"narrator": 1, "quoted": 0, "reported": 0})


def test_every_use_leads_to_its_words() -> None:
    text = f"Grain prices rise\n\n{A}\n"
    assert [text[span.start : span.end] for span in only(A, B).cells[0].spans] == ["invasion", "invasion", "war"]


def test_the_sentence_says_who_calls_it_what() -> None:
    assert only(A, B).sentence == (
        "On Ukraine, A’s own voice has “invasion” (2), B’s own voice has “special military operation” (1); "
        "in quoted or reported words A has “war” (1)."
    )


def test_an_article_whose_own_voice_has_no_name_is_said_to_have_none_found() -> None:
    quoting = "“The war in Ukraine goes on,” said Ida Moss, a trader."
    assert only(A, quoting).sentence == (
        "On Ukraine, A’s own voice has “invasion” (2); none was found in the own voice of B; "
        "in quoted or reported words A has “war” (1), B has “war” (1)."
    )


def test_a_name_in_one_article_only_is_not_found_in_the_others() -> None:
    finding = only("The Cuban junta met.", "Ships left Cuba at noon.", "Cuba sent sugar.")
    assert finding.only_in == finding.cells[0].article
    assert finding.sentence == (
        "On Cuba, A’s own voice has “junta” (1); none of its names was found by our rules in B and C."
    )


def test_a_person_is_shown_as_first_named_with_what_stands_beside_the_name() -> None:
    finding = only("On Monday strongman Rulan Beke met the mayor.", "President Rulan Beke met the mayor. Beke left.")
    assert [cell.text for cell in finding.cells] == ["strongman Rulan Beke", "President Rulan Beke"]
    assert finding.sentence == "Beside the name of Rulan Beke, A has “strongman”; B has “President”."
    assert finding.cells[1].counts["narrator"] == 2


def test_two_uses_of_one_set_on_two_countries_are_two_things() -> None:
    one = "The invasion of Mali failed. The conflict in Chad goes on."
    other = "The conflict in Mali failed. The conflict in Chad goes on."
    assert [finding.label for finding in found(one, other)] == ["War, conflict, invasion or operation: Mali"]


def test_a_use_beside_no_name_is_left_out_where_its_article_has_two_such_things() -> None:
    one = "The invasion of Mali failed. The conflict in Chad goes on. Later the aggression ended."
    (finding,) = found(one, "The conflict in Mali failed.")
    assert "aggression" not in finding.cells[0].words


def test_one_finding_tells_of_any_number_of_articles() -> None:
    stories = [f"{A} Report {number} was filed late." for number in range(5)]
    finding = only(*stories, *(f"{B} Report {number} was filed early." for number in range(4)))
    assert len(finding.cells) == 9
    assert "and 3 more articles have names of it" in finding.sentence
    assert len(finding.sentence) < 600


@pytest.mark.parametrize(
    ("larger", "smaller"),
    [
        ((A, B), (A, B + " The invasion of Ukraine hurt farmers.")),  # all uses apart; one name shared
        ((A, B), ("The invasion of Ukraine hurt.", B)),  # more uses; fewer
        (("The Cuban regime met.", "The Cuban government met."), ("The Cuban regime met.", "Ships left Cuba at noon.")),
        (("Ships left Burma.", "Ships left Myanmar."), ("Ships left Kyiv.", "Ships left Kiev.")),
    ],
)
def test_the_size_grows_with_the_distance_and_with_the_uses(larger: tuple[str, str], smaller: tuple[str, str]) -> None:
    assert only(*larger).size > only(*smaller).size


@pytest.mark.parametrize(("times", "least", "most"), [(1, 0.25, 0.35), (5, 0.6, 0.7), (20, 0.8, 0.9)])
def test_one_word_in_each_own_voice_is_a_small_difference_and_many_are_a_large_one(
    times: int, least: float, most: float
) -> None:
    one, other = (f"The {name} of Ukraine hurt trade. " * times for name in ("invasion", "conflict"))
    quoted = "“This war in Ukraine is a war,” said Ida Moss. “The war in Ukraine goes on,” she said."
    assert least <= only(f"{one}\n\n{quoted}", other).size <= most


def test_the_largest_difference_comes_first() -> None:
    findings = found(f"{A} Ships left Kyiv.", f"{B} Ships left Kiev.")
    assert [finding.rules[0] for finding in findings] == ["own_voice", "spelling"]


def test_a_users_set_is_compared_too() -> None:
    pier = ContrastSet("Pier or jetty", "They differ.", {"pier": ("pier",), "jetty": ("jetty",)})
    with added_sets({"quay": pier}):
        assert only("The pier fell.", "The jetty fell.").label == "Pier or jetty"
    assert found("The pier fell.", "The jetty fell.") == ()


def test_a_hostile_line_takes_no_long_walk() -> None:
    line = "invasion of " * 8_000 + "Ukraine, "
    assert len(found(f"{line}.", B)) <= 2
