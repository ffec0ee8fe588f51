"""Loaded wording: which words count, in whose voice, and which sentences carry most."""

from __future__ import annotations

import pytest

from crossread.metrics.loading import METRIC, loaded_words
from crossread.model import Measurement
from crossread.parse import document_from_text


def measure(text: str) -> tuple[str, Measurement]:
    document = document_from_text(f"Council meets on the harbour\n\n{text}\n")
    return document.text, METRIC.measure(document, METRIC.options())


def marks(text: str) -> list[tuple[str, str]]:
    whole, found = measure(text)
    rules = ((whole[e.start : e.end], e.rule.removeprefix("loading.")) for e in found.evidence)
    return [(words, rule) for words, rule in rules if rule != "most_loaded"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor slammed the harbour board over the ferry.", [("slammed", "attack")]),
        ("The union lashed out at the owner of the quay.", [("lashed out", "attack")]),
        ("The owner touted the new crane on every poster.", [("touted", "colour")]),
        ("The board squandered the money for the lighthouse.", [("squandered", "colour")]),
        ("It was a disgraceful end to the old ferry.", [("disgraceful", "evaluation")]),
        ("The pilot was brilliantly calm, and the crew sang.", [("brilliantly", "evaluation")]),
        ("The repair of the wall became a debacle by autumn.", [("debacle", "judgement")]),
        ("Its plan for the quay is a sham, and no one denies it.", [("sham", "judgement")]),
        ("The owner gave the work to his cronies on the board.", [("cronies", "person")]),
        ("The regime closed the harbour to all fishing boats.", [("regime", "label")]),
        ("The harbour was utterly silent after the storm.", [("utterly", "intensifier")]),
        ("The toll is a whopping nine pounds for each boat.", [("whopping", "intensifier")]),
        ("The leak is only the tip of the iceberg, as it turned.", [("tip of the iceberg", "rhetoric")]),
        ("The mayor praised the pilots of the northern channel.", [("praised", "faint")]),
        ("The trial of the two pilots was a travesty, and the town knows it.", [("travesty", "judgement")]),
        ("A toll like this is what the Deep State wants.", [("the Deep State", "label")]),
    ],
)
def test_counts_a_word_that_judges_or_colours(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert marks(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour board met on Tuesday and chose a new pilot.",
        "The army began an offensive in the north on Tuesday.",
        "The owner was charged with fraud in the spring.",
        "The inquiry into corruption at the port goes on.",
        "The captain pleaded guilty and paid for the buoy.",
        "A man of 40 was seriously injured in the fall.",
        "The boats of the Great Lakes carry ore and grain.",
        "The band played the old song Brilliant Disguise on the quay.",
        "The toxic waste was shipped to a plant in the south.",
        "The boats sailed on Good Friday with a special envoy.",
        "Even the smallest boats must pay you see the toll.",
        "The roast beef was sold out at the fair by noon.",
        "The harbour film was made by Deep State Productions of the old town.",
        "He was tried for two counts of corporate deceit in May.",
        "The child woke up at nine, and crude oil had lost a tenth.",
    ],
)
def test_stays_silent_where_the_word_is_plain(sentence: str) -> None:
    assert marks(sentence) == []


def test_the_speakers_words_are_not_the_narrators() -> None:
    words = "the ferry sailed to the island and came back before the rain " * 10
    _, found = measure(f"{words}. “The plan is a disgrace,” said Anna Holt, who runs the harbour fair.")
    assert found.value == 0
    assert found.by_voice["quoted"].value == pytest.approx(100 / 5)


def test_a_sentence_that_presses_its_point_weighs_more() -> None:
    plain = document_from_text("Council meets\n\nThe sham ended on Tuesday in the old harbour hall.\n")
    pressed = document_from_text("Council meets\n\nYou must see that even the sham ended in the old hall.\n")
    (plain_weight,) = (item.weight for item in loaded_words(plain))
    (pressed_weight,) = (item.weight for item in loaded_words(pressed))
    assert pressed_weight == pytest.approx(plain_weight * 2.5)


def test_the_most_loaded_sentences_are_the_narrators_and_at_most_three() -> None:
    story = (
        "The disgraceful debacle enraged the cronies. The board met at noon. The sham was outrageous. "
        "“A disgraceful outrageous shameful debacle,” said Anna Holt. The brazen charlatan bungled it. "
        "The despicable thug botched the repair of the northern wall of the harbour."
    )
    whole, found = measure(story)
    listed = [whole[e.start : e.end] for e in found.evidence if e.rule == "loading.most_loaded"]
    assert listed == [
        "The disgraceful debacle enraged the cronies.",
        "The brazen charlatan bungled it.",
        "The despicable thug botched the repair of the northern wall of the harbour.",
    ]
