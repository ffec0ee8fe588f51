"""Which forms of words share a stem or a root, and which must not."""

from __future__ import annotations

import pytest

from crossread.text.stems import root, stem


@pytest.mark.parametrize(
    "forms",
    [
        "close closes closed closing close's",
        "vote votes voted voting",
        "stop stops stopped stopping",
        "carry carries carried carrying",
        "deny denies denied denying",
        "win wins won winning",
        "agree agrees agreed agreeing",
        "pass passes passed passing",
        "child children children's",
        "organise organizes organising",
        "labour labor",
        "fifth 5th",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", ["bus busy", "king kin", "need never", "red rest", "status state", "ring right"])
def test_different_words_do_not(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 2


@pytest.mark.parametrize(
    "forms", ["resign resignation", "investigate investigator investigation", "announce announcement", "russia russian"]
)
def test_derived_words_share_a_root(forms: str) -> None:
    assert len({root(stem(form)) for form in forms.split()}) == 1


def test_a_word_without_letters_is_its_own_stem() -> None:
    assert stem("1,000") == "1,000"
