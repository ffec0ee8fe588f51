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
        ("About 40 boats and around a dozen barges lay at the quay.", [("About", "rounding"), ("around", "rounding")]),
        ("The toll cost nearly $3 a day during the first summer.", [("nearly", "rounding")]),
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
        ("The harbour is fairly deep and somewhat narrow.", [("fairly", "degree"), ("somewhat", "degree")]),
        ("The ferry is often late and the crew seldom says why.", [("often", "frequency"), ("seldom", "frequency")]),
        ("The pier is often regarded as a danger to swimmers.", [("often", "unspecific"), ("regarded as", "hedge")]),
        ("The pier is one of the most photographed on the coast.", [("one of the most", "rating")]),
        ("Her most famous novel is set on a lightship.", [("most", "rating")]),
        ("Most visitors come by the morning ferry.", [("Most", "unspecific")]),
        ("The plan has been criticised as a gift to the yards.", [("been criticised", "unspecific")]),
        ("The board never listens to the pilots.", [("never", "absolute")]),
        ("Everyone knows that the wall will fall.", [("Everyone knows", "absolute")]),
        ("Nobody can say when the dredger will come.", [("Nobody", "absolute")]),
        ("The board has always favoured the yards.", [("always", "absolute")]),
        ("The board does not always favour the yards.", [("not always", "hedge")]),
        ("The hall may be used for weddings in summer.", [("may", "possibility")]),
        ("Visitors may not enter the engine room.", [("may not", "possibility")]),
        ("Hulls may leak after a winter on the slip.", [("may", "possibility")]),
        ("The disputed figure stands in the harbour report.", [("disputed", "hedge")]),
        ("Hulls may soon leak, the yard has found.", [("may", "hedge")]),
        ("The old hull may leak after a winter on the slip.", [("may", "hedge")]),
        ("The wall might be moved to the northern quay.", [("might", "hedge")]),
        ("The keeper must have been asleep when the lamp went out.", [("must have been", "hedge")]),
        ("The storm could close the channel by the weekend.", [("could", "hedge")]),
        ("Fog is more likely in the strait than on the open sea.", [("more likely", "hedge")]),
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
        "The keeper never married and never left the island.",
        "She had never sailed before the summer of the storm.",
        "Nobody was hurt when the crane fell.",
        "He always hoped to see the northern lights.",
        "No one answered the door of the harbour office.",
        "The board kept the plan so that the yards may grow.",
        "They will sail whatever the weather may bring.",
        "Nobody could lift the anchor alone.",
        "The child could swim at the age of four.",
        "The board would not comment on the loss.",
        "He would later command the lightship.",
        "What would become the fish market was a rope yard.",
        "The poll asked 800 likely Liberal voters.",
        "Her unlikely friendship with the keeper lasted for years.",
        "Sons of pilots are more likely to go to sea than to college.",
        "They talked about one man and his boat.",
        "The two crews rowed home and the others stayed.",
        "The prize was claimed by the northern crew.",
        "The attack was claimed by a group from the islands.",
        "The pier has the most berths on the coast.",
        "The keeper is regarded as a hero by the harbour board.",
        "The harbour is bound to the treaty of 1920.",
        "The captain will assume the office of harbour master in spring.",
        "The pier is one of the most visited on the coast.",
        "The wall does not actually belong to the harbour board.",
        "The villages on that coast are remote and poor.",
        "The winner was found by a coin toss in the harbour office.",
        "Officials have disputed the figure in the harbour report.",
        "This is another kind of boat, and it came from the north.",
        "The heir apparent opened the harbour fair.",
        "Slowly but surely the sand filled the channel.",
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


def test_counts_what_a_speaker_claimed_only_where_the_narrator_says_so() -> None:
    assert marks("The owner claimed that the wall was new.") == [("claimed that", "distancing")]
    assert marks("“The owner claimed that the wall was new,” Anna Holt said.") == []


def test_tells_hedges_plain_on_their_face_and_softened_degrees_apart() -> None:
    _, found = measure("The wall may fall. About 40 boats would sink. The quay is fairly old.")
    details = {detail.id: (detail.value, detail.n) for detail in found.details}
    assert details["hedge_count"][0] == 4
    assert details["plain_hedges"] == (1, 4)
    assert details["degree_hedges"] == (2, 4)


def test_keeps_absolutes_frequency_and_permission_out_of_the_hedges() -> None:
    _, found = measure("The board never listens. The ferry is often late. Visitors may not enter the hall.")
    details = {detail.id: detail.value for detail in found.details}
    assert found.value == 0
    assert (details["absolute_count"], details["frequency_count"], details["possibility_count"]) == (1, 1, 1)


def test_ignores_words_outside_the_body() -> None:
    document = document_from_text("Ferry may be late, perhaps\n\nThe ferry left the harbour at nine in the morning.\n")
    assert METRIC.measure(document, METRIC.options()).evidence == ()
