from __future__ import annotations

import re
from typing import get_args

import pytest

from crossread.lexicon import load_lexicon
from crossread.model import SpeakerKind, Stance
from crossread.parse import document_from_text

VERBS = load_lexicon("crossread.data", "reporting_verbs").entries


def cues(text: str) -> list[tuple[str, str, str]]:
    """(words, lemma, stance) of each cue."""
    document = document_from_text(text)
    return [
        (text[a.cue.spans[0].start : a.cue.spans[-1].end], a.cue.lemma, a.stance)
        for a in document.attributions
        if a.cue
    ]


@pytest.mark.parametrize(
    ("text", "words", "lemma", "stance"),
    [
        ("Ann Lee said it leaked.", "said", "say", "neutral"),
        ("Ann Lee has since said it leaked.", "has since said", "say", "neutral"),
        ("Ann Lee did not claim it leaked.", "did not claim", "claim", "doubting"),
        ("Ann Lee later told the council that it leaked.", "later told", "tell", "neutral"),
        ("Ann Lee claimed it leaked.", "claimed", "claim", "doubting"),
        ("Ann Lee claims it leaks.", "claims", "claim", "doubting"),
        ("Ann Lee alleged that it leaked.", "alleged", "allege", "doubting"),
        ("Ann Lee acknowledged that it leaked.", "acknowledged", "acknowledge", "conceding"),
        ("Ann Lee admitted that it leaked.", "admitted", "admit", "conceding"),
        ("Ann Lee warned that it leaked.", "warned", "warn", "assertive"),
        ("Ann Lee strongly insisted that it leaked.", "strongly insisted", "insist", "assertive"),
        ("Ann Lee revealed that it leaked.", "revealed", "reveal", "factive"),
        ("Ann Lee condemned the leak.", "condemned", "condemn", "emotive"),
        ("It leaks, according to Ann Lee.", "according to", "according to", "neutral"),
    ],
)
def test_a_cue_has_its_auxiliaries_its_lemma_and_its_stance(text: str, words: str, lemma: str, stance: str) -> None:
    assert cues(text) == [(words, lemma, stance)]


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("Officials report that it leaked.", "The report of the leak is old."),
        ("She claims that it leaked.", "Her claims to it are old."),
        ("Critics question the plan.", "The question of the plan is open."),
        ("Engineers estimate that it leaks.", "A new estimate of the leak is due."),
        ("He notes that it leaked.", "His notes on the leak are lost."),
        ("They demand that it stop.", "The demand for boats grew."),
    ],
)
def test_a_form_that_is_verb_and_noun_attributes_as_a_verb_only(verb: str, noun: str) -> None:
    assert len(cues(verb)) == 1
    assert cues(noun) == []


def test_every_verb_of_the_lexicon_has_a_stance_a_lemma_and_frames_the_rules_know() -> None:
    assert len(VERBS) > 500
    assert {entry.category for entry in VERBS} <= set(get_args(Stance))
    assert not [entry.term for entry in VERBS if not re.fullmatch(r"[a-z' -]+; [acqonipe]+b?", entry.note)]


def test_no_form_of_the_lexicon_is_listed_twice() -> None:
    terms = [entry.term for entry in VERBS]
    assert sorted(terms) == sorted(set(terms))


def test_every_role_of_the_lexicon_speaks_of_a_kind_of_speaker() -> None:
    categories = {entry.category for entry in load_lexicon("crossread.data", "roles").entries}
    assert categories <= set(get_args(SpeakerKind))
