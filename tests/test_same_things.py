"""The sets only a comparison uses: their form, and which of a page's words they find."""

from __future__ import annotations

import pytest

from crossread.contrast_sets import ContrastSet, added_sets, shipped_sets
from crossread.parse import document_from_text
from crossread.same_things import (
    compared_sets,
    countries,
    is_everyday,
    meant_by,
    person_terms,
    same_things,
    uses_of_things,
)

OWN = same_things().sets
ALL = {**OWN, **shipped_sets()}


def terms(story: str) -> list[tuple[str, str, bool]]:
    words = document_from_text(f"Board meets\n\n{story}\n").words
    return [(thing, use.side, use.loose) for thing, uses in uses_of_things(words, 0).items() for use in uses]


@pytest.mark.parametrize("name", OWN)
def test_every_set_says_why_and_has_a_name_that_competes(name: str) -> None:
    contrast = OWN[name]
    assert contrast.title[0].isupper()
    assert contrast.why.endswith(".")
    assert len(contrast.sides) > 1
    assert set(contrast.everyday) < set(contrast.sides)


@pytest.mark.parametrize("name", OWN)
def test_no_term_stands_in_a_set_twice(name: str) -> None:
    listed = [term for side in OWN[name].sides.values() for term in side] + list(OWN[name].exempt)
    assert sorted(listed) == sorted(set(listed))
    assert all(term == term.strip() and term for term in listed)


def test_what_is_said_of_sets_is_said_of_sets_there_are() -> None:
    known = same_things()
    assert {name for names in known.anchored.values() for name in names} <= set(ALL)
    assert set(known.beside) | set(known.plain) <= set(ALL)
    for name, sides in known.plain.items():
        assert set(sides) <= set(ALL[name].sides)


def test_a_country_has_its_names_alone() -> None:
    listed = [name for country, others in same_things().countries.items() for name in (country, *others)]
    assert len(listed) == len(set(listed))
    assert all(name == name.lower() for name in listed)
    assert countries()["damascus"] == countries()["syrian"] == "syria"


def test_no_set_of_the_comparison_takes_the_place_of_one_of_the_metrics() -> None:
    assert not OWN.keys() & shipped_sets().keys()


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("The regime met.", [("government", "regime", False)]),
        ("The leadership met.", [("government", "leadership", True)]),
        ("The bombing shook the town.", [("attack", "attack", False), ("war", "bombardment", True)]),
        ("They met in Burma.", [("myanmar", "Burma", False)]),
        ("A burma is no place.", []),
        ("The strongman met the board.", []),  # of a person, read beside a name only
        ("The cover-up became a scandal.", [("affair", "cover-up", False), ("affair", "scandal", False)]),
        ("The hostile takeover failed.", []),
        ("The special military operation began.", [("war", "special military operation", False)]),
    ],
)
def test_terms_are_found_in_a_page(story: str, expected: list[tuple[str, str, bool]]) -> None:
    assert sorted(terms(story)) == sorted(expected)


def test_names_for_persons_are_looked_for_among_given_words() -> None:
    words = document_from_text("Board meets\n\nThe dictator left and the dissident stayed.\n").words
    first = words.forms.index("dictator")
    assert [term.side for term in person_terms(words, first, len(words))] == ["dictator", "dissident"]
    assert [term.side for term in person_terms(words, first + 1, len(words))] == ["dissident"]


def test_everyday_names_are_those_of_the_set_and_those_a_name_must_stand_beside() -> None:
    assert is_everyday("war", "conflict")
    assert is_everyday("war", "assault")
    assert is_everyday("gun_laws", "gun restrictions")
    assert not is_everyday("war", "invasion")


def test_a_users_set_names_a_topic_and_takes_the_place_of_one_of_the_comparison() -> None:
    pier = ContrastSet("Pier or jetty", "They differ.", {"pier": ("pier",), "jetty": ("jetty",)})
    with added_sets({"coup": pier, "quay": pier}):
        assert meant_by("quay") == "topic"
        assert compared_sets()["coup"] == pier
        assert terms("The pier fell after the putsch.") == [("coup", "pier", False), ("quay", "pier", False)]
    assert terms("The pier fell after the putsch.") == [("coup", "coup", False)]
