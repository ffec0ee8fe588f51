"""What happened to those counted is read from the words beside the number, or not at all."""

from __future__ import annotations

import pytest

from crossread.text.amounts import read_amounts
from crossread.text.atoms import Atoms
from crossread.text.happenings import happening


def read(text: str) -> list[str | None]:
    atoms = Atoms.of(text, 0, len(text))
    return [happening(atoms, amount) for amount in read_amounts(atoms)]


@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("At least 12 people were killed and 30 others injured.", ["killed", "hurt"]),
        ("killing nine and wounding about two dozen", ["killed", "hurt"]),
        ("a death toll of 12", ["killed"]),
        ("the death toll rose to at least 12", ["killed"]),
        ("the toll rose from 9 to 12", [None, "killed"]),
        ("Twelve people, including three children, were killed", ["killed", "killed"]),
        ("12 people have died", ["killed"]),
        ("left 12 people dead", ["killed"]),
        ("claimed 12 lives", ["killed"]),
        ("seven officers were slightly hurt", ["hurt"]),
        ("Police arrested 30 protesters", ["arrested"]),
        ("30 protesters were detained", ["arrested"]),
        ("some 5,000 people marched", ["attending"]),
        ("a crowd of 5,000 people", ["attending"]),
        ("attended by 5,000 people", ["attending"]),
        ("five climbers are missing", ["missing"]),
        ("displaced more than 8,000 people", ["displaced"]),
        ("sentenced to 12 years", ["sentence"]),
        ("faces 12 years in prison", ["sentence"]),
        ("a 7.1-magnitude earthquake", ["magnitude"]),
        ("a magnitude 7.1 earthquake", ["magnitude"]),
    ],
)
def test_the_verb_or_noun_beside_a_number_tells_what_happened(text: str, happenings: list[str | None]) -> None:
    assert read(text) == happenings


@pytest.mark.parametrize(
    "text",
    [
        "12 soldiers killed a man",
        "12 officers arrested 30",
        "3 were killed or wounded",
        "killing or wounding 30 people",
        "a rise of the toll by 12",
        "served 12 years in prison",
        "12 trucks crossed the bridge",
        "magnitude 700 posts",
        "12 years of war",
    ],
)
def test_where_the_words_leave_a_doubt_nothing_is_told(text: str) -> None:
    assert read(text)[0] is None
