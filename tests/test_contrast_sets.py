"""The contrast sets shipped keep to what a user's must, and those a user adds are in force for one run."""

from __future__ import annotations

import pytest

from crossread.contrast_sets import FILE, ContrastSet, added_sets, contrast_sets, names_in_body, shipped_sets
from crossread.lexicon import lexicon_folder, lexicon_hashes
from crossread.packs import failing_examples, read_pack
from crossread.parse import document_from_text

SHIPPED = lexicon_folder("crossread.metrics") / FILE
PIER = ContrastSet("Pier or jetty", "They differ.", {"pier": ("pier",), "jetty": ("jetty",)})


def found(text: str) -> dict[str, list[str]]:
    document = document_from_text(f"Board meets\n\n{text}\n")
    return {
        name: [document.text[match.start : match.end] for match in matches]
        for name, matches in names_in_body(document).items()
    }


def test_the_shipped_file_is_a_rule_pack_whose_examples_hold() -> None:
    pack = read_pack(SHIPPED)
    assert list(failing_examples(pack)) == []
    assert pack.sets == shipped_sets()


@pytest.mark.parametrize("name", shipped_sets())
def test_every_set_says_why_and_has_a_name_that_competes(name: str) -> None:
    contrast = shipped_sets()[name]
    assert contrast.why.endswith(".")
    assert set(contrast.sides) - set(contrast.everyday)


def test_every_set_is_found_by_an_example() -> None:
    sentences = " ".join(example.sentence for _, example in read_pack(SHIPPED).matching)
    assert set(found(sentences)) == set(shipped_sets())


def test_the_result_can_tell_which_sets_were_in_force() -> None:
    assert lexicon_hashes()[FILE] == read_pack(SHIPPED).sha256


def test_an_added_set_is_in_force_for_a_while() -> None:
    assert found("The pier and the jetty fell.") == {}
    with added_sets({"pier": PIER}):
        assert found("The pier and the jetty fell.") == {"pier": ["pier", "jetty"]}
    assert found("The pier and the jetty fell.") == {}


def test_a_set_with_the_id_of_a_shipped_one_takes_its_place() -> None:
    with added_sets({"government": PIER}):
        assert found("The regime left the pier.") == {"government": ["pier"]}
        assert list(contrast_sets()) == list(shipped_sets())


def test_a_word_can_stand_in_several_sets() -> None:
    with added_sets({"pier": PIER, "quay": PIER}):
        assert found("The pier fell.") == {"pier": ["pier"], "quay": ["pier"]}


def test_a_term_with_a_capital_is_a_name_and_counts_where_it_is_written_so() -> None:
    places = ContrastSet("Norby or Eastport", "They differ.", {"Norby": ("Norby",), "Eastport": ("Eastport",)})
    with added_sets({"town": places}):
        assert found("They call the town of Eastport by the name Norby.") == {"town": ["Eastport", "Norby"]}
        assert found("They call it eastport.") == {}


def test_an_exempt_phrase_hides_its_term() -> None:
    pier = ContrastSet("Pier or jetty", "They differ.", PIER.sides, exempt=("pier glass",))
    with added_sets({"pier": pier}):
        assert found("The pier glass broke on the pier.") == {"pier": ["pier"]}
