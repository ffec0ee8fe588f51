"""Agent visibility: which passives and action nouns are found, and whether an agent is."""

from __future__ import annotations

import pytest

from crossread.lexicon import load_lexicon
from crossread.metrics.agency import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    return [(whole[e.start : e.end], e.rule.removeprefix("agency.")) for e in found.evidence]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The road was closed on Monday after the storm.", "was closed"),
        ("The pier has not yet been fully rebuilt.", "been fully rebuilt"),
        ("The old lamps were all stolen in one night.", "were all stolen"),
        ("The mayor was re-elected in a quiet vote.", "was re-elected"),
        ("The pilot got fired after the storm.", "got fired"),
        ("The wall wasn't painted last summer.", "wasn't painted"),
        ("The cook was beaten and robbed on the quay.", "was beaten and robbed"),
        ("The gate must be closed by Friday.", "be closed"),
        ("The gate must be closed by early May.", "be closed"),
        ("The gate must be closed by the end of winter.", "be closed"),
        ("The toll was raised by 3 percent last year.", "was raised"),
        ("The toll was raised by a large margin.", "was raised"),
        ("The plan was passed by nine votes in the lower house.", "was passed"),
        ("The crew was saved by hand.", "was saved"),
        ("The pier was saved by cutting the toll.", "was saved"),
        ("The owner was named in a report by the auditors.", "was named"),
        ("The crew was sent home before a raid by pirates.", "was sent"),
        ("The boat was lost while it was led by a pilot.", "was lost"),
        ("The pier was unveiled at noon.", "was unveiled"),
        ("The cook was hired and unharmed in the end.", "was hired"),
        ("The cook was hired, tried the soup and left.", "was hired"),
    ],
)
def test_marks_a_passive_without_an_agent(sentence: str, words: str) -> None:
    assert (words, "passive_agentless") in marks(sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The road was closed by the council.", "was closed by"),
        ("The road was closed on Monday by the harbour board.", "was closed on Monday by"),
        ("The cook was beaten, robbed and shot by two men on the quay.", "was beaten, robbed and shot by"),
        ("The letter was signed by 90 members of the board.", "was signed by"),
        ("The plan was backed by leading captains.", "was backed by"),
        ("The plan was backed by early voters.", "was backed by"),
        ("The road was closed by a dozen captains.", "was closed by"),
        ("The song was sung by “old” captains.", "was sung by"),
    ],
)
def test_marks_a_passive_with_its_agent(sentence: str, words: str) -> None:
    assert marks(sentence) == [(words, "passive_agent")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The closure of the road came at noon.", [("The closure of", "nominalisation_agentless")]),
        ("The sudden closure of the road came at noon.", [("The sudden closure of", "nominalisation_agentless")]),
        ("The board's closure of the road came at noon.", [("board's closure of", "nominalisation_agent")]),
        ("Their closure of the road came at noon.", [("Their closure of", "nominalisation_agent")]),
        ("The closure of the road by the board came at noon.", [("The closure of", "nominalisation_agent")]),
        ("The police killing of a cook shook the town.", [("The police killing of", "nominalisation_agent")]),
        ("The Russian annexation of the isle was quick.", [("The Russian annexation of", "nominalisation_agent")]),
        ("Destruction of nets by seals is common.", [("Destruction of", "nominalisation_agent")]),
        ("The attack on the pier was the second.", [("The attack on", "nominalisation_agentless")]),
        ("The decision to close the harbour came late.", [("The decision to", "nominalisation_agentless")]),
        ("The decision by the board to close it came late.", [("The decision by", "nominalisation_agent")]),
        ("The use of nets is an old custom.", [("The use of", "nominalisation_agentless")]),
    ],
)
def test_marks_a_noun_that_stands_for_an_act(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The board is concerned about the toll.",
        "The pilot was born in Norby.",
        "The boats are located near the quay.",
        "The captains may be interested in the toll.",
        "The means of the port were very reduced.",
        "The owner was unharmed and unmarried.",
        "They got married in the lower town.",
        "There were wounded men on the quay.",
        "The plan is supposed to work and is set to begin.",
        "The village is known for its nets, which are made of hemp.",
        "The number is a hundred.",
        "The board was in the red.",
        "A delivery of nets came at noon.",
        "The attack on Monday was the second.",
        "In an effort to save the pier the board met.",
        "In order to save the pier the board met.",
        "They made the decision to sail.",
        "The promise to Norby is an old one.",
        "The proposal to date is an old one.",
        "The captains move to the lower town.",
        "Destruction of nets is common.",
    ],
)
def test_stays_silent_on_adjectives_names_and_other_meanings(sentence: str) -> None:
    assert marks(sentence) == []


def test_marks_one_passive_where_a_form_of_be_stands_before_another() -> None:
    assert marks("The pier is being painted.") == [("being painted", "passive_agentless")]


def test_tells_the_verb() -> None:
    _, found = measure("The road was closed. The closure of the pier came at noon.")
    assert [e.note for e in found.evidence] == [
        "passive of “closed”: no agent found in the clause",
        "noun for “close”: no agent found in the phrase",
    ]


def test_leads_with_the_narrators_agentless_passives_per_100_words() -> None:
    _, found = measure("The road was closed. “The wall was painted twice and the pier was sold,” said Anna Holt.")
    assert found.value == pytest.approx(100 / found.n)
    assert found.by_voice["quoted"].value == pytest.approx(200 / found.by_voice["quoted"].n)


def test_gives_no_share_of_few_passives() -> None:
    _, found = measure("The road was closed. The wall was painted by the crew.")
    (share,) = (detail for detail in found.details if detail.id == "agentless_share")
    assert (share.value, share.n) == (None, 2)
    assert share.reason == "needs 10 passives in the narrator's voice; our rules found 2"


@pytest.mark.parametrize(("agents", "value"), [(0, 100.0), (3, 75.0)])
def test_gives_a_share_with_its_interval_where_there_are_enough(agents: int, value: float) -> None:
    sentences = ["The wall was painted by the crew."] * agents + ["The road was closed."] * (12 - agents)
    _, found = measure("\n\n".join(sentences))
    (share,) = (detail for detail in found.details if detail.id == "agentless_share")
    assert (share.value, share.n) == (value, 12)
    assert share.interval is not None
    assert 0 <= share.interval.low < value <= share.interval.high <= 100


def test_reads_a_line_without_full_stops_in_time_that_grows_with_it() -> None:
    _, found = measure("the road was closed and " * 4000)
    assert len(found.evidence) == 4000


def test_no_participle_stands_in_two_lists() -> None:
    own = {e.term for e in load_lexicon("crossread.metrics", "agency_context").entries if e.category == "participle"}
    shared = {e.term for e in load_lexicon("crossread.data", "verb_forms").entries if "participle" in e.category}
    assert own & shared == set()
