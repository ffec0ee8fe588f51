"""Competing names: which words name a set's thing, when they are marked, and what the table says."""

from __future__ import annotations

import pytest

from crossread.contrast_sets import contrast_sets
from crossread.metrics.labels import METRIC
from crossread.model import Measurement, TableRow
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("labels.")) for e in found.evidence]


def row(text: str, name: str) -> TableRow:
    return next(each for each in measure(text)[1].rows if each.key == name)


def figures(text: str) -> dict[str, object]:
    found = measure(text)[1]
    return {"value": found.value} | {detail.id: detail.value for detail in found.details}


FIRES = [
    ("The regime closed the quay in May.", [("regime", "government")]),
    ("The junta closed the quay in May.", [("junta", "government")]),
    ("The Norby government said nothing, and no regime ever did.", ["government", "regime"]),
    ("Militants held the lighthouse until noon.", [("Militants", "armed_group")]),
    ("The rebels came down to the quay, and a terrorist group took the pier.", ["rebels", "terrorist group"]),
    ("They were freedom fighters to the villagers.", [("freedom fighters", "armed_group")]),
    ("The invasion began before the war was declared.", ["invasion", "war"]),
    ("The leaflet has a special military operation in it.", [("special military operation", "war")]),
    ("The evening ended in a riot by the quay.", [("riot", "protest")]),
    ("The uprising of the rowers is sung about.", [("uprising", "protest")]),
    ("A border wall costs more than a border fence.", ["border wall", "border fence"]),
    ("The bill is about illegal immigrants.", [("illegal immigrants", "immigration_status")]),
    ("The bill is about undocumented immigrants.", [("undocumented immigrants", "immigration_status")]),
    ("Nine refugees came ashore beside two migrants.", ["refugees", "migrants"]),
    ("The pro-life rowers met on Monday.", [("pro-life", "abortion_opponents")]),
    ("The anti-abortion rowers met on Monday.", [("anti-abortion", "abortion_opponents")]),
    ("The abortion-rights rowers met on Monday.", [("abortion-rights", "abortion_supporters")]),
    ("The pro-abortion rowers met on Monday.", [("pro-abortion", "abortion_supporters")]),
    ("The bill speaks of an unborn child.", [("unborn child", "unborn")]),
    ("The bill speaks of a fetus.", [("fetus", "unborn")]),
    ("The death tax, as the estate tax is called here, stays.", ["death tax", "estate tax"]),
    ("Global warming raised the tide.", [("Global warming", "climate")]),
    ("The climate emergency raised the tide.", [("climate emergency", "climate")]),
    ("A gun safety bill came before the board.", [("gun safety", "gun_laws")]),
    ("The gun grabbers lost the vote.", [("gun grabbers", "gun_laws")]),
    ("The rowers signed up for Obamacare.", [("Obamacare", "health_law")]),
    ("The annexation of the island is disputed.", [("annexation", "annexation")]),
    ("They voted for reunification with Russia.", [("reunification with Russia", "annexation")]),
    ("The map shows Jewish neighborhoods there.", [("Jewish neighborhoods", "settlements")]),
    ("The map shows an illegal outpost there.", [("illegal outpost", "settlements")]),
    ("The memo allows enhanced interrogation.", [("enhanced interrogation", "interrogation")]),
    ("The ministry confirmed a targeted killing.", [("targeted killing", "targeted_killing")]),
    ("The ministry denied an extrajudicial execution.", [("extrajudicial execution", "targeted_killing")]),
    ("The report lists collateral damage in the port.", [("collateral damage", "civilian_deaths")]),
    ("The slaughter of civilians went on.", [("slaughter of civilians", "civilian_deaths")]),
    ("The board promised tax relief for rowers.", [("tax relief", "tax_cuts")]),
    ("The board called it a tax giveaway.", [("tax giveaway", "tax_cuts")]),
    ("The safety net has holes, they say.", [("safety net", "welfare")]),
    ("The board cut government handouts.", [("government handouts", "welfare")]),
    ("It was an officer-involved shooting.", [("officer-involved shooting", "police_shooting")]),
    ("He was murdered by police.", [("murdered by police", "police_shooting")]),
]


@pytest.mark.parametrize(("sentence", "expected"), FIRES)
def test_marks_competing_names_and_the_everyday_ones_beside_them(
    sentence: str, expected: list[str | tuple[str, str]]
) -> None:
    found = marks(sentence)
    assert [each if isinstance(expected[0], tuple) else each[0] for each in found] == expected


def test_every_set_shipped_has_a_sentence_that_fires() -> None:
    assert {rule for sentence, _ in FIRES for _, rule in marks(sentence)} == set(contrast_sets())


@pytest.mark.parametrize(
    "sentence",
    [
        "The government met at noon.",
        "The war was over by May, and so was the conflict.",
        "Migrants came ashore at noon.",
        "Climate change raised the tide.",
        "The new tax regime helps the port.",
        "The rower keeps to her training regime.",
        "The treaty sets up an inspection regime.",
        "The call for regime change came late.",
        "The Rebel League won the cup on Monday.",
        "They sailed with the Norby Insurgents Club.",
        "The fighter jets crossed the bay at noon.",
        "The war of words over the pier went on.",
        "The mayor has a conflict of interest.",
        "A terrorist attack was feared at the pier.",
        "The invasion of privacy angered the rowers.",
        "Riot police stood on the quay.",
        "A flash mob danced on the pier.",
        "The shop on Wall Street has a new fence.",
        "The wall of the pier fell on the fence.",
        "Refugee camps lie beyond the dunes.",
        "He was right to choose the old channel.",
        "The review was character assassination.",
        "They care for animal welfare and child welfare.",
        "The clerk left handouts on the table.",
        "Old friends became collateral damage in the quarrel.",
        "He takes a gun safety course in May.",
        "The obamacare of the clock tower is no word.",
        "Early settlers built the pier.",
        "A settlement of the lawsuit was reached.",
    ],
)
def test_marks_nothing_where_no_name_competes_or_the_words_mean_something_else(sentence: str) -> None:
    assert marks(sentence) == []


def test_an_everyday_name_alone_is_in_the_table_and_not_marked() -> None:
    found = row("The government met. The government dined.", "government")
    assert (found.values, found.spans) == (("government 2", None, None), ())


def test_a_competing_name_of_a_speaker_marks_the_narrators_everyday_one() -> None:
    text = "The government met. “It is a regime,” said Anna Holt, who rows."
    assert marks(text) == [("government", "government"), ("regime", "government")]
    found = row(text, "government")
    assert found.values == ("government 1", "regime 1", None)
    assert len(found.spans) == 2
    assert figures(text)["value"] == 0
    assert figures(text)["speakers_only"] == 1


def test_the_table_tells_each_voices_names_the_most_used_first() -> None:
    text = "The regime met. The government dined, the government slept. Anna Holt said that the junta would fall."
    assert row(text, "government").values == ("government 2, regime 1", None, "junta 1")


def test_a_row_without_the_narrators_names_says_so() -> None:
    found = row("“The regime is old,” said Anna Holt.", "government")
    assert (found.values[0], found.n, found.reason) == (None, 0, "the narrator uses none of its names")


def test_sets_with_a_competing_name_come_first_in_the_table() -> None:
    text = "The government met the government of the isle. The invasion was over."
    assert [each.key for each in measure(text)[1].rows] == ["war", "government"]


def test_a_mark_says_which_name_it_is_and_which_others_the_set_has() -> None:
    found = measure("The regime met.")[1].evidence
    assert [item.note for item in found] == [
        "called “regime”; the set also has government, administration, junta, dictatorship"
    ]


def test_a_mark_of_a_long_set_counts_the_names_it_does_not_list() -> None:
    (item,) = measure("The invasion was over.")[1].evidence
    assert item.note.endswith("war, conflict, military operation, incursion and 4 more")


def test_counts_things_and_not_words() -> None:
    text = "The regime fell. The regime of the isle fell, and the junta fled. The invasion was over."
    assert figures(text) == {
        "value": 2,
        "several_names": 1,
        "speakers_only": 0,
        "competing_count": 4,
        "competing_rate": pytest.approx(100 * 4 / 17),
    }


def test_gives_no_value_where_the_narrator_has_no_words() -> None:
    found = measure("“The regime is old and the harbour is older, and nobody can say when it was built.”")[1]
    assert found.by_voice["narrator"].value is None
    assert found.by_voice["quoted"].value == 1


def test_words_of_the_headline_are_not_counted() -> None:
    document = document_from_text("Regime closes the quay\n\nThe board met at noon and dined at one.\n")
    assert METRIC.measure(document, METRIC.options()).rows == ()


def test_a_hostile_line_is_searched_in_bounded_time() -> None:
    assert len(marks("special military " * 20_000 + "special military operation.")) == 1
