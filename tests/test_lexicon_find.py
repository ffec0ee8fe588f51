"""Finding a lexicon's terms in a page: the longest wins, none overlaps, none leaves its sentence."""

from __future__ import annotations

import pytest

from crossread.lexicon import Shelf, parse_lexicon
from crossread.parse import document_from_text

LEXICON = parse_lexicon(
    "sample",
    "term\tcategory\tnote\n"
    "rain\tone\t\n"
    "rain of stones\tthree\t\n"
    "rain of stones and fire\tfive\t\n"
    "rain coat\ttwo\t\n"
    "stones\tone\t\n"
    "old town\ttwo\t\n",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Then came rain and wind.", ["rain"]),
        ("Then came a rain of stones by night.", ["rain of stones"]),
        ("Then came a rain of stones and fire.", ["rain of stones and fire"]),
        ("Then came a rain of stones and sand.", ["rain of stones"]),
        ("Then came a rain of water on stones.", ["rain", "stones"]),
        ("It was rain. Of stones they knew little.", ["rain", "stones"]),  # not over the end of a sentence
        ("The Old Town lay in the rain", ["Old Town", "rain"]),  # the page ends with a word of a longer term
        ("The old castle of the town stood.", []),  # no term of one word begins with it
    ],
)
def test_terms_found(sentence: str, expected: list[str]) -> None:
    document = document_from_text(f"Council votes on the road\n\nThe council met by the river. {sentence}")
    found = LEXICON.find(document.words, 0, len(document.words))
    assert [document.text[match.start : match.end] for match in found] == expected


def test_terms_are_looked_for_between_the_words_asked_for() -> None:
    words = document_from_text("Council votes on the road\n\nRain fell, and a rain of stones with it.").words
    at = [index for index, form in enumerate(words.forms) if form == "rain"]
    assert [match.entry.term for match in LEXICON.find(words, at[0] + 1, len(words))] == ["rain of stones"]
    assert [match.entry.term for match in LEXICON.find(words, at[1], at[1] + 2)] == ["rain"]


def test_lists_looked_for_together_find_what_each_finds_alone() -> None:
    other = parse_lexicon("other", "term\tcategory\tnote\nstones\tone\t\nrain of fire\tthree\t\nof stones\ttwo\t\n")
    words = document_from_text(
        "Council votes on the road\n\nRain fell, then a rain of stones and a rain of fire. In the old town lay stones"
    ).words
    found = Shelf((LEXICON, other)).find(words)
    assert found == {each.name: list(each.find(words, 0, len(words))) for each in (LEXICON, other)}
    assert [match.entry.term for match in found["other"]] == ["of stones", "rain of fire", "stones"]


def test_a_list_may_tell_how_strong_its_terms_are_and_in_which_voice_they_count() -> None:
    header = "term\tcategory\tnote\tstrength\tvoice\n"
    first, second = parse_lexicon("sample", f"{header}rain\tone\t\t3\tnarrator\nsnow\tone\t\t0\t\n").entries
    assert (first.strength, first.voice) == (3, "narrator")
    assert (second.strength, second.voice) == (0, "")


@pytest.mark.parametrize("line", ["rain\tone\t\t4\t", "rain\tone\t\thigh\t", "rain\tone\t\t1\tnobody", "rain\tone\t"])
def test_a_line_with_a_strength_or_voice_there_is_not_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(ValueError, match=r"^sample:2: "):
        parse_lexicon("sample", f"term\tcategory\tnote\tstrength\tvoice\n{line}\n")


ODD = parse_lexicon(
    "odd",
    "term\tcategory\tnote\n"
    "far-right\tone\t\n"
    "far-right party\ttwo\t\n"
    "don't\tone\t\n"
    "U.S. base\ttwo\t\n"
    "Café\tone\t\n"
    "café owner\ttwo\tfirst\n"
    "Café Owner\ttwo\tlast\n",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was a far-right meeting of the far-right party there.", ["far-right", "far-right party"]),
        ("They don’t sail and don't row.", ["don’t", "don't"]),
        ("The café by the U.S. base closed.", ["café", "U.S. base"]),
    ],
)
def test_terms_with_marks_and_other_letters_are_found(sentence: str, expected: list[str]) -> None:
    document = document_from_text(f"Council votes on the road\n\nThe council met by the river. {sentence}")
    found = Shelf((LEXICON, ODD)).find(document.words)["odd"]
    assert [document.text[match.start : match.end] for match in found] == expected
    assert list(ODD.find(document.words, 0, len(document.words))) == list(found)


def test_of_two_lines_for_the_same_words_the_later_holds() -> None:
    words = document_from_text("Council votes on the road\n\nThe café owner met the council by the river today.").words
    assert [match.entry.note for match in ODD.find(words, 0, len(words))] == ["last"]


def test_what_is_found_is_an_entry_of_the_list() -> None:
    opened = [entry for each in ODD.index.values() for entry in (each.alone,) if entry]
    assert opened == [entry for entry in ODD.entries if len(entry.words) == 1]
    assert set(ODD.heads) == {entry.words[0] for entry in ODD.entries}
