"""The stance of a cue: by class, and neutral where the verb has another meaning."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from crossread.lexicon import load_lexicon
from crossread.model import Stance
from crossread.parse import document_from_text

STANCES = load_lexicon("crossread.data", "stances").entries


def stances(text: str) -> list[str]:
    document = document_from_text(text)
    assert all(a.cue is None or a.cue.stance == a.stance for a in document.attributions)
    return [attribution.stance for attribution in document.attributions]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ann Lee said that it leaked.", "neutral"),
        ("Ann Lee hopes that it holds.", "neutral"),
        ("Ann Lee insisted that it leaked.", "assertive"),
        ("Ann Lee maintained that it leaked.", "assertive"),
        ("Ann Lee claimed that it leaked.", "doubting"),
        ("Ann Lee doubted that it leaked.", "doubting"),
        ("Ann Lee admitted that it leaked.", "conceding"),
        ("Ann Lee acknowledged a mistake.", "conceding"),
        ("Ann Lee revealed that it leaked.", "factive"),
        ("Ann Lee lamented that it leaked.", "emotive"),
    ],
)
def test_a_cue_has_the_stance_of_its_class(sentence: str, stance: str) -> None:
    assert stances(sentence) == [stance]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sailor was admitted to hospital on Monday.",
        "The club admitted 40 members on Monday.",
        "The team conceded two goals in the final.",
        "The storm claimed 40 lives on Monday.",
        "The rower claimed her third medal.",
        "Ann Lee maintained the boats for years.",
        "The hotel boasts a pool on the quay.",
        "The coastal states joined the pact.",
        "Her states of mind were many.",
    ],
)
def test_another_meaning_of_a_verb_takes_no_stance(sentence: str) -> None:
    assert set(stances(sentence)) <= {"neutral"}


def test_the_list_holds_stances_there_are_and_no_term_twice() -> None:
    assert {entry.category for entry in STANCES} <= {*get_args(Stance), "conceded"}
    terms = [entry.term for entry in STANCES]
    assert sorted(terms) == sorted(set(terms))
    assert not [entry.term for entry in STANCES if not re.fullmatch(r"[a-z][a-z ]+", entry.term)]
