"""Hedging: which words count, in whose voice, and what the counts come to."""

from __future__ import annotations

import pytest

from crossread.metrics.hedging import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("hedging.")) for e in found.evidence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry may be late again after the storm of last night.", [("may", "hedge")]),
        ("The bridge could have been closed sooner, the record shows.", [("could have", "hedge")]),
        ("The plan appears to rest on old figures from the port.", [("appears to", "hedge")]),
        ("The council is believed to own the land beside the quay.", [("is believed", "hedge")]),
        ("There is a likelihood of frost in the northern valleys.", [("likelihood", "hedge")]),
        ("About 40 boats and around a dozen barges lay at the quay.", [("About", "hedge"), ("around", "hedge")]),
        ("The toll cost nearly $3 a day during the first summer.", [("nearly", "hedge")]),
        ("A new dam would flood the lower town within a week.", [("would", "hedge")]),
        ("The cause is not clear to anyone on the harbour board.", [("not clear", "hedge")]),
        ("Engineers estimate that the wall weighs 90 tonnes.", [("estimate", "hedge")]),
        ("The harbour board estimates the loss at nine boats.", [("estimates", "hedge")]),
        ("The new wall is seen as a danger to the small boats.", [("is seen as", "hedge")]),
        ("The pilot was seen as too old for the northern channel.", [("was seen as", "hedge")]),
        ("The mayor is clearly the author of the harbour plan.", [("clearly", "booster")]),
        ("The tide was certain to reach the lower road by noon.", [("certain to", "booster")]),
        ("The letter is not definitely from the harbour office.", [("definitely", "hedge")]),
        ("The owner reportedly sold the ship to a cousin in spring.", [("reportedly", "distancing")]),
        ("The so-called repair left a hole in the northern wall.", [("so-called", "distancing")]),
        ("Some captains took the widely used northern channel.", [("Some", "unspecific"), ("widely", "unspecific")]),
        ("Certain boats keep to the northern channel in winter.", [("Certain", "unspecific")]),
        ("Rain is almost certain on the coast in late autumn.", [("almost certain", "band_95_99")]),
        ("A strike is very unlikely before the harbour fair.", [("very unlikely", "band_05_20")]),
        ("A strike is unlikely before the harbour fair.", [("unlikely", "band_20_45")]),
        ("A strike is likely before the harbour fair.", [("likely", "band_55_80")]),
        ("A strike is highly probable before the harbour fair.", [("highly probable", "band_80_95")]),
        ("There is a roughly even chance of rain at the fair.", [("roughly even chance", "band_45_55")]),
        ("There is almost no chance of rain at the harbour fair.", [("almost no chance", "band_01_05")]),
        ("A strike is not likely before the harbour fair.", [("likely", "hedge")]),
    ],
)
def test_counts_a_word_that_hedges_boosts_or_distances(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour opened on May 5 after a long and cold winter.",
        "The harbour fair begins on 12 May in the lower town.",
        "The fair opened in May with a race of the fishing boats.",
        "The navy showed its military might along the northern coast.",
        "They left the gate open so that the ferry could dock at night.",
        "The crew could not find the buoy in the fog of the morning.",
        "The crew could hear the bell of the old lighthouse.",
        "The board talked about the repair of the northern wall.",
        "The boats sailed around the island before the fair.",
        "The judge found probable cause and signed the order.",
        "The insurer was certain of the date on the letter.",
        "The rower claimed victory in the last race of the day.",
        "The rower claimed her third victory in the last race.",
        "The crew rowed as hard as they could.",
        "The bird nests in a remote village behind the dunes.",
        "The board met as soon as possible after the storm.",
        "The choir sang the old song The Possible Dream on the quay.",
        "The mayor promised that the ferry would run on time.",
        "The loss is nine boats in a preliminary estimate by the department.",
        "The board's estimate put the loss at nine boats.",
        "The board raised its first estimates of the loss on Monday.",
        "The loss was nine boats, by another cautious estimate.",
        "The grey seal was seen as early as 2018 in the harbour.",
        "The smoke was seen as far away as the lighthouse.",
        "The pilot was last seen as he left the quay.",
    ],
)
def test_stays_silent_where_the_word_means_something_else(sentence: str) -> None:
    assert marks(sentence) == []


def test_counts_each_voice_apart_and_leads_with_the_narrator() -> None:
    text = "The wall may fall this year. “It might fall, it possibly will,” said Anna Holt, an engineer. The board met."
    _, found = measure(text)
    assert found.by_voice["quoted"].value == pytest.approx(100 * 2 / found.by_voice["quoted"].n)
    assert found.by_voice["narrator"].value == pytest.approx(100 * 1 / found.by_voice["narrator"].n)
    assert (found.value, found.n) == (found.by_voice["narrator"].value, found.by_voice["narrator"].n)


def test_takes_rates_over_the_narrators_words_alone() -> None:
    _, found = measure("“We may row,” said Anna Holt, an engineer. The wall is clearly new.\n\nShare on Facebook")
    details = {detail.id: detail for detail in found.details}
    assert found.n == len("said Anna Holt an engineer The wall is clearly new".split())
    assert details["booster_rate"].n == found.n
    assert details["booster_rate"].value == pytest.approx(100 / found.n)


def test_would_in_reported_speech_is_a_shifted_will_and_not_a_hedge() -> None:
    assert marks("Anna Holt said the ferry would run until the end of the harbour fair.") == []
    assert marks("“The ferry would run all year with two crews,” Anna Holt said.") == [("would", "hedge")]


def test_counts_probability_words_by_band_in_the_narrators_voice_only() -> None:
    _, found = measure("A strike is likely. A lockout is unlikely. “A deal is likely,” Anna Holt said on Monday.")
    details = {detail.id: detail.value for detail in found.details}
    assert (details["probability_words"], details["band_55_80"], details["band_20_45"]) == (2, 1, 1)


def test_says_which_icd_203_band_a_probability_word_has() -> None:
    _, found = measure("A strike is likely before the harbour fair.")
    assert found.evidence[0].note == "probability word, ICD 203: 55–80 %"
    _, found = measure("A strike is most likely before the harbour fair.")
    assert found.evidence[0].note == "probability word, ICD 203: 80–95 %, our reading"


def test_says_nothing_of_a_narrator_who_has_no_words() -> None:
    document = document_from_text("“The wall may fall before the fair,")
    found = METRIC.measure(document, METRIC.options())
    assert (found.n, found.value, found.interval) == (0, None, None)


def test_gives_an_interval_from_five_sentences_on() -> None:
    few = "The wall may fall. The quay is dry."
    many = "The wall may fall. The quay is dry. The crew is here. The boat is old. The tide was low. It might rain."
    assert measure(few)[1].interval is None
    interval = measure(many)[1].interval
    assert interval is not None
    value = measure(many)[1].value
    assert value is not None
    assert interval.low < value < interval.high


def test_ignores_words_outside_the_body() -> None:
    document = document_from_text("Ferry may be late, perhaps\n\nThe ferry left the harbour at nine in the morning.\n")
    assert METRIC.measure(document, METRIC.options()).evidence == ()
