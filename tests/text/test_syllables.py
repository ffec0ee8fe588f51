"""Syllables, letters and familiarity of words, held against textstat and the shipped dictionary."""

from __future__ import annotations

import gzip
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
import yaml

from crossread.errors import InputError
from crossread.text.syllables import count_syllables, easy_words, listed_syllables, syllable_table, word_facts
from crossread.text.textstat_engine import load_textstat

DATA = files("crossread.data")


@pytest.fixture(scope="module")
def textstat() -> Any:
    """textstat itself; skipped where NLTK refuses a checkout that others may write to."""
    try:
        return load_textstat()
    except InputError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("a", 1),
        ("war", 1),
        ("something", 2),
        ("president", 3),
        ("military", 4),
        ("russia's", 2),
        ("don't", 1),
        ("hmm", 0),  # the dictionary has no vowel in it
        ("2019", 1),  # not a word of the dictionary and not to be hyphenated
        ("u.s", 1),  # read as the word "us", as textstat does
        ("o'clock", 1),
        ("well-known", 2),
    ],
)
def test_syllables_of_a_word(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_words_outside_the_dictionary_are_hyphenated() -> None:
    assert "depressurisation" not in syllable_table()
    assert count_syllables("depressurisation") == 5


def test_an_endless_word_takes_no_endless_time() -> None:
    assert count_syllables("ab" * 500_000) <= 64


def test_letters_leave_marks_out_and_decide_which_words_are_long() -> None:
    assert word_facts("well-known").letters == 9
    assert word_facts("don't").letters == 4
    assert (word_facts("seventh").long, word_facts("seven").long) == (1, 0)


def test_complex_words_are_unfamiliar_and_of_three_syllables() -> None:
    assert word_facts("negotiation").complex == 1
    assert word_facts("envoy").complex == 0  # two syllables
    assert (word_facts("grandmother").polysyllables, word_facts("grandmother").complex) == (1, 0)  # on the easy list


def test_easy_words_are_read_without_importing_textstat() -> None:
    code = (
        "import sys; from crossread.text.syllables import easy_words; "
        "assert 'house' in easy_words(); assert not {'textstat', 'nltk'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert "house" in easy_words()
    assert "diplomacy" not in easy_words()


def test_the_table_is_the_dictionary_first_pronunciation() -> None:
    expected: dict[str, int] = {}
    corpus = DATA / "cmudict" / "corpora" / "cmudict" / "cmudict"
    for line in corpus.read_text(encoding="utf-8").splitlines():
        word, _, *phonemes = line.split(" ")
        expected.setdefault(word.lower(), sum(phoneme[-1].isdigit() for phoneme in phonemes))
    assert syllable_table() == expected
    assert len(expected) == 126_052


def test_the_table_has_one_line_for_each_beginning_of_three_letters() -> None:
    lines = gzip.decompress((DATA / "syllables.tsv.gz").read_bytes()).decode().splitlines()
    beginnings = [line.partition("\t")[0] for line in lines]
    assert beginnings == sorted(set(beginnings))
    assert max(map(len, beginnings)) == 3


@pytest.mark.parametrize(
    ("word", "syllables"), [("a", 1), ("of", 1), ("war", 1), ("ward", 1), ("", None), ("wara", None), ("qqq", None)]
)
def test_a_word_is_found_by_its_beginning_and_its_rest(word: str, syllables: int | None) -> None:
    assert listed_syllables(word) == syllables


def test_the_dictionary_keeps_its_notice() -> None:
    notice = (DATA / "cmudict" / "LICENSE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University" in notice
    assert "Redistributions in binary form must reproduce" in notice


WORDS = [
    "the",
    "peace",
    "talks",
    "broke",
    "down",
    "on",
    "Tuesday",
    "after",
    "negotiators",
    "refused",
    "couldn't",
    "we're",
    "Ukraine's",
    "state-owned",
    "twenty-first",
    "28-year",
    "1,000",
    "2019",
    "café",
    "naïve",
    "Zelenskyy",
    "denationalisation",
    "microchips",
    "o'clock",
    "rock'n'roll",
    "it'd",
    "they've",
    "x-ray",
    "e-mail",
    "Tsikhanouskaya",
    "hmm",
    "readability",
    "untranslatable",
]


@pytest.mark.parametrize("word", WORDS)
def test_each_count_is_textstats(word: str, textstat: Any) -> None:
    facts = word_facts(word.lower())
    assert facts.syllables == textstat.syllable_count(word)
    assert facts.letters == textstat.letter_count(word)
    assert facts.unfamiliar == textstat.difficult_words(word, 0)


@pytest.mark.parametrize("name", ["cmudict/corpora/cmudict/cmudict", "cmudict/LICENSE", "syllables.tsv.gz"])
def test_each_data_file_is_the_one_its_provenance_describes(name: str) -> None:
    entry = yaml.safe_load((DATA / "PROVENANCE.yaml").read_text(encoding="utf-8"))["files"][name]
    assert sha256(DATA.joinpath(name).read_bytes()).hexdigest() == entry["sha256"]
    assert all(entry[key] for key in ("what", "source", "licence", "made"))
