from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from crossread.model import Analysis, Comparison, Finding
from crossread.pipeline import analyse, compare
from crossread.reading import article_from_text, read

Build = Callable[..., Analysis]
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> tuple[Analysis, Analysis]:
    star, newsweek = (analyse(read(str(path)), {}) for path in sorted(SEEDS.glob("0*.txt")))
    return star, newsweek


@pytest.fixture(scope="module")
def comparison(seeds: tuple[Analysis, Analysis]) -> Comparison:
    return compare(seeds)


def test_the_seeds_share_one_quotation_with_as_inside_the_marks_of_one(
    seeds: tuple[Analysis, Analysis], comparison: Comparison
) -> None:
    (found,) = (each for kind in comparison.found if kind.kind == "quotations" for each in kind.findings)
    texts = {article.id: article.text for article in seeds}
    words = [[texts[cell.article][span.start : span.end] for span in cell.spans] for cell in found.cells]
    assert words == [
        ["“totally stupid, groundless fabrications.”"],
        ["“as totally stupid, groundless fabrications.”"],
    ]
    assert found.rules == ("cue", "edge")
    assert [dict(cell.words) for cell in found.cells] == [{"tell": 1}, {"dismiss": 1}]
    assert found.sentence == (
        "A and B quote Dmitry Peskov (“as totally stupid, groundless fabrications”) under different verbs: "
        "A introduces it with “telling”, B with “dismissed”; B puts “as” inside the marks, A does not."
    )


def test_the_seeds_voices_are_merged_and_the_others_stay_apart(
    seeds: tuple[Analysis, Analysis], comparison: Comparison
) -> None:
    (voices,) = (found for found in comparison.found if found.kind == "voices")
    only_in = {finding.label: finding.only_in for finding in voices.findings}
    assert only_in["Vladimir Putin"] is None
    assert only_in["Dmitry Peskov"] is None
    assert only_in["Sviatlana Tsikhanouskaya"] == seeds[1].id
    assert only_in["Tass"] == seeds[0].id


def carried(comparison: Comparison) -> dict[str, Finding]:
    """What the articles carry, by label."""
    found = next(found for found in comparison.found if found.kind == "selection")
    return {finding.label: finding for finding in found.findings}


def test_the_seeds_names_and_numbers_are_told_apart(seeds: tuple[Analysis, Analysis], comparison: Comparison) -> None:
    found = carried(comparison)
    shared = ("Alexander Lukashenko", "United States", "Minsk", "Russia")
    assert [found[label].only_in for label in shared] == [None] * len(shared)
    first = ["Poland", "10 months", "28-year", "55 miles", "six times", "three years"]
    second = ["Sviatlana Tsikhanouskaya", "2019", "December 16", "50 Ural military trucks", "BBC"]
    assert [found[label].only_in for label in first] == [seeds[0].id] * len(first)
    assert [found[label].only_in for label in second] == [seeds[1].id] * len(second)
    counted = {label for label, finding in found.items() if {"number", "date"} & set(finding.rules)}
    assert counted == {
        "10 months",
        "2019",
        "28-year",
        "50 Ural military trucks",
        "55 miles",
        "December 16",
        "six times",
        "three years",
    }


def test_every_place_of_a_finding_lies_in_its_article(seeds: tuple[Analysis, Analysis], comparison: Comparison) -> None:
    texts = {article.id: article.text for article in seeds}
    for found in comparison.found:
        for finding in found.findings:
            for cell in finding.cells:
                assert all(0 <= span.start < span.end <= len(texts[cell.article]) for span in cell.spans)


def test_the_same_input_gives_the_same_bytes(seeds: tuple[Analysis, Analysis], comparison: Comparison) -> None:
    assert msgspec.json.encode(compare(seeds)) == msgspec.json.encode(comparison)


def test_the_same_article_twice_has_nothing_to_itself(build: Build) -> None:
    article = build("“It is over,” Anna Berg said in Oslo.", names={"Oslo": "place"})
    found = compare([article, article])
    assert all(kind.findings == () for kind in found.found)


def test_a_second_copy_does_not_take_the_first_ones_only_here(build: Build) -> None:
    one, two = build("They met in Oslo.", names={"Oslo": "place"}), build("They met.")
    (finding,) = carried(compare([one, one, two])).values()
    assert finding.only_in == one.id
    assert len(finding.cells[0].spans) == 1


def test_articles_without_quotations_names_or_measurements_compare_to_nothing(build: Build) -> None:
    found = compare([build("It rained."), build("It poured.")], findings={})
    assert replace(found, events=None) == Comparison()


def test_one_analysis_is_refused(build: Build) -> None:
    with pytest.raises(ValueError, match="at least two analyses, not 1"):
        compare([build("It rained.")])


def test_hostile_text_is_compared_without_failing() -> None:
    texts = ["“" * 10_000, "“<script>” {{ x }} ‘’" * 500, "\u202e“9" + "9" * 5000 + "”", "A. " * 2000]
    found = compare([analyse(article_from_text(text), {}) for text in texts])
    assert isinstance(found, Comparison)
