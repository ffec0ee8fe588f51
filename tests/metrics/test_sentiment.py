"""Sentiment: equal to VADER's own score of each string, voices apart, names masked, words shown."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from crossread.document import Document
from crossread.indicators.tone import pieces
from crossread.metric import Options, run_metric
from crossread.metrics.sentiment import METRIC
from crossread.model import Detail, Evidence, Measurement
from crossread.parse import document_from_text
from crossread.text.vader import CHUNK_TOKENS, score, straighten

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TITLE = "Council votes on the new road\n\nBy Ada Miller\n\n"
# Without a word VADER knows, and long enough for the metric to answer.
PLAIN = (
    "The council met on Tuesday and discussed the plan for the road along the river with the people who live there. "
)


@cache
def vader() -> Any:
    return SentimentIntensityAnalyzer()


def measured(text: str) -> tuple[Document, Measurement]:
    document = document_from_text(TITLE + PLAIN * 3 + text)
    return document, run_metric(METRIC, document, Options())


def words_of(document: Document, evidence: tuple[Evidence, ...]) -> list[tuple[str, str, str | None]]:
    return [(document.text[e.start : e.end], e.rule.partition(".")[2], e.voice) for e in evidence]


def detail(measurement: Measurement, name: str) -> Detail:
    return next(item for item in measurement.details if item.id == name)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The plan was a disaster for the town.", [("disaster", "negative", "narrator")]),
        ("The result was good news for the town.", [("good", "positive", "narrator")]),
        ("The result isn’t good for the town at all.", [("good", "negative", "narrator")]),  # curly apostrophe
        ("The town is not merely a good neighbour of the port.", [("good", "negative", "narrator")]),
        ("The result was not a disaster for anyone.", [("disaster", "positive", "narrator")]),
        (
            "There was a war—and hope came after it.",
            [("war", "negative", "narrator"), ("hope", "positive", "narrator")],
        ),
        ("It was a TOTAL DISASTER for the whole town.", [("DISASTER", "negative", "narrator")]),
        (
            "The mayor called the road “a good idea” at the end of the day.",
            [("good", "positive", "quoted")],
        ),
        ("The paper lay on the table for the whole day.", []),
        ("The trip took them to the United States for a week.", []),  # a name is no praise
        ("Mr Grant Hope Good was on the council for a year.", []),
    ],
)
def test_words_that_made_the_score(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    document, found = measured(sentence)
    assert words_of(document, found.evidence) == expected


def test_a_word_is_shown_with_its_valence_and_its_sentence() -> None:
    _, found = measured("The plan was a disaster for the town.")
    expected = vader().polarity_scores("The plan was a disaster for the town.")["compound"]
    assert found.evidence[0].note == f"−3.1 in a sentence of −{-expected:.2f}"


def test_the_main_value_is_the_mean_of_the_narrators_sentences() -> None:
    _, found = measured("The plan was a disaster for the town. The result was good news for them.")
    bad = vader().polarity_scores("The plan was a disaster for the town.")["compound"]
    good = vader().polarity_scores("The result was good news for them.")["compound"]
    assert found.value == pytest.approx((bad + good) / 5)
    assert (found.n, found.n_unit) == (5, "sentences")
    assert found.interval is not None
    assert found.interval.low < (bad + good) / 5 < found.interval.high
    assert detail(found, "median").value == 0.0


def test_its_course_through_the_text_is_what_the_values_are_taken_over() -> None:
    document, found = measured("The plan was a disaster. “It is good news for all of us here,” she said of it.")
    course = {voice: [each.value for each in found.series if each.voice == voice] for voice in ("narrator", "quoted")}
    assert fmean(course["narrator"]) == pytest.approx(found.value)
    assert fmean(course["quoted"]) == pytest.approx(found.by_voice["quoted"].value)
    worst = min(found.series, key=lambda each: each.value)
    assert document.text[worst.start : worst.end] == "The plan was a disaster."


def test_words_in_quotation_marks_do_not_count_to_the_narrator() -> None:
    text = (
        "The mayor spoke of the road for an hour. “It is a terrible, horrible disaster,” she said of the plan for it."
    )
    document, found = measured(text)
    assert found.value == 0.0
    assert found.by_voice["quoted"].value is not None
    assert found.by_voice["quoted"].value < -0.5
    assert {voice for _, _, voice in words_of(document, found.evidence)} == {"quoted"}
    quoted = [piece.text.strip() for piece in pieces(document) if piece.voice == "quoted"]
    assert quoted == ['"It is a terrible, horrible disaster,"']


def test_a_tag_of_few_words_is_no_sentence_of_the_narrators() -> None:
    _, alone = measured("")
    _, tagged = measured("“The road will open in the spring and not before,” she said.")
    assert tagged.n == alone.n
    assert tagged.by_voice["quoted"].n == 1


def test_strong_sentences_are_a_share_of_the_narrators() -> None:
    _, found = measured("It was a horrible, terrible disaster for them.")
    assert detail(found, "strong_share").value == pytest.approx(25)


def test_a_voice_that_is_not_there_has_a_reason_and_no_value() -> None:
    _, found = measured("The plan was a disaster for the town.")
    assert detail(found, "quoted_mean").value is None
    assert detail(found, "quoted_mean").reason
    assert found.by_voice["quoted"].value is None


def test_nothing_but_quotation_is_not_applicable() -> None:
    document = document_from_text(TITLE + f"“{PLAIN.strip()}”\n\n" * 4)
    found = run_metric(METRIC, document, Options())
    assert (found.status, found.value) == ("not_applicable", None)
    assert "narrator" in found.reason


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_each_piece_of_the_seeds_scores_as_vader_scores_it(path: Path) -> None:
    document = document_from_text(path.read_text(encoding="utf-8"))
    found = list(pieces(document))
    assert len(found) > 16
    for piece in found:
        assert score(piece.text).compound == vader().polarity_scores(piece.text)["compound"]


def test_the_value_follows_from_vaders_scores_of_the_pieces() -> None:
    document = document_from_text(SEEDS[0].read_text(encoding="utf-8"))
    found = run_metric(METRIC, document, Options())
    scores = [vader().polarity_scores(p.text)["compound"] for p in pieces(document) if p.voice == "narrator"]
    assert found.value == pytest.approx(sum(scores) / len(scores))
    assert found.n == len(scores)


def test_pieces_lie_in_the_text_letter_by_letter() -> None:
    document = document_from_text(SEEDS[1].read_text(encoding="utf-8"))
    straight = straighten(document.text)
    assert len(straight) == len(document.text)
    for piece in pieces(document):
        there = straight[piece.start : piece.start + len(piece.text)]
        assert all(a == b or a in " x" for a, b in zip(piece.text, there, strict=True))


VOCABULARY = [
    "good", "Bad",
    "war", "GREAT", "kind", "of", "no", "not", "never", "so", "this", "least", "at", "very", "but", "the",
    "without", "doubt", "isn't", "nor", "or", "a", "house", "yeah", "right", "kiss", "death", "to", "die", "for", "bus",
    "stop", "I", "LOL", ":)", ":-(", "!", "?", "good!", "bad??", "!!!", '"hope"', "(fear)", "sort", "just", "enough",
    *sorted(BOOSTER_DICT)[::7], *sorted(NEGATE)[::7], *sorted(SPECIAL_CASES),
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join))
def test_any_string_scores_as_vader_scores_it(text: str) -> None:
    assert score(text).compound == vader().polarity_scores(text)["compound"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abGO d!?.:)(-'\"\n’“é😀", max_size=60))
def test_straightened_text_of_any_kind_scores_as_vader_scores_it(text: str) -> None:
    straight = straighten(text)
    assert len(straight) == len(text)
    assert score(straight).compound == vader().polarity_scores(straight)["compound"]


def test_the_words_of_a_score_are_found_where_they_stand() -> None:
    text = "A bad day, and (bad) news: not a good end."
    found = score(text)
    assert [(text[w.start : w.end], w.valence > 0) for w in found.words] == [
        ("bad", False),
        ("bad", False),
        ("good", False),
    ]


def test_a_sentence_without_end_is_scored_in_pieces() -> None:
    document, found = measured("and then the war came " * 4000)
    assert found.status == "measured"
    assert max(len(piece.text.split()) for piece in pieces(document)) == CHUNK_TOKENS
    assert "".join(p.text for p in pieces(document)).split().count("war") == 4000


def test_scoring_opens_no_network_module() -> None:
    code = "import sys, crossread.text.vader; assert not {'requests', 'nltk', 'urllib3'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_speakers_mean_is_taken_over_their_own_sentences_from_three_on() -> None:
    _, found = measured(
        "“It is a disaster for us,” Ann Lee said. “It was a horrible day,” Lee said. "
        "“The good hope is gone,” Lee said. "
        "“We love the road,” said Bo Ek, a pilot."
    )
    rows = {row.label: row for row in found.rows}
    scores = [
        vader().polarity_scores(straighten(f"“{said},”"))["compound"]
        for said in ("It is a disaster for us", "It was a horrible day", "The good hope is gone")
    ]
    assert rows["Ann Lee"].n == 3
    assert rows["Ann Lee"].values[0] == pytest.approx(sum(scores) / 3)
    assert rows["Ann Lee"].values[3] == "disaster −3.1, horrible −2.5, good +1.9, hope +1.9"
    assert rows["Bo Ek"].values[0] is None
    assert rows["Bo Ek"].reason == "fewer than 3 sentences"


def test_what_a_speaker_says_inside_and_outside_the_marks_is_one_sentence() -> None:
    _, found = measured("Ann Lee, an engineer, said the road was a horrible plan and “a disaster for the whole town.”")
    row = next(each for each in found.rows if each.label == "Ann Lee")
    assert (row.n, row.values[2]) == (1, 2)


def test_words_reported_by_way_of_another_are_the_first_speakers() -> None:
    _, found = measured(
        "Ann Lee said the long road was a terrible plan for the whole town, according to the Eastport Packet."
    )
    assert [row.label for row in found.rows if row.values[2]] == ["Ann Lee"]


def test_the_narrators_row_stands_first_with_its_strongest_words() -> None:
    _, found = measured(
        "The awful storm ruined the fair. " * 4 + "“It was a wonderful day,” said Anna Holt of the board."
    )
    first = found.rows[0]
    assert first.label == "The narrator"
    assert first.values[0] == pytest.approx(found.value)
    assert str(first.values[-1]).startswith(("awful", "ruined"))
