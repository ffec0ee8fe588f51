"""What is alike in every article is told in a line under the table, and nothing else is."""

from __future__ import annotations

import pytest

from crossread.model import Detail, Interval, VoiceValue
from crossread.reports.alike import Alike, by_article


def alike(labels: str = "AB", count: int = 2) -> Alike:
    return Alike(labels, count, 1)


def rate(high: float, *rules: str) -> Detail:
    return Detail("x", 0.0, 9, Interval(0.0, high), rules=rules)


@pytest.mark.parametrize(
    ("details", "line"),
    [
        ((Detail("x", 0), Detail("x", 0.0)), "Zero in every article: links."),
        (
            (Detail("x", None, reason="plain text"), Detail("x", None, reason="plain text")),
            "Not applicable in every article: links (plain text).",
        ),
        (
            (Detail("x", None, reason="6 found, needs 10"), Detail("x", None, reason="4 found, needs 10")),
            "Not applicable in every article: links (A: 6 found, needs 10; B: 4 found, needs 10).",
        ),
        (
            (Detail("x", "not found in this copy"), Detail("x", "not found in this copy")),
            "Not found in this copy, in every article: links.",
        ),
        (
            (rate(1.23), rate(1.5)),
            "Zero in every article (95\u202f% interval up to 1.2 links in A and 1.5 in B): links.",
        ),
    ],
)
def test_a_figure_that_is_alike_is_taken_and_told(details: tuple[Detail, ...], line: str) -> None:
    gathered = alike()
    assert gathered.takes_figure("Links", "links", details)
    assert gathered.lines() == (line,)


@pytest.mark.parametrize(
    "details",
    [
        (Detail("x", 0), Detail("x", 1)),
        (Detail("x", 0), Detail("x", None, reason="plain text")),
        (Detail("x", 0), None),
        (Detail("x", 0.0, 9, Interval(-0.2, 0.3)), Detail("x", 0.0, 9, Interval(0.0, 0.1))),
        (Detail("x", "found: By Mara Quill"), Detail("x", "found: By Mara Quill")),
        (Detail("x", "not found in this copy"), Detail("x", "found: By Mara Quill")),
    ],
)
def test_a_figure_that_differs_keeps_its_row(details: tuple[Detail | None, ...]) -> None:
    gathered = alike()
    assert not gathered.takes_figure("Links", "links", details)
    assert gathered.lines() == ()


def test_figures_without_a_value_for_the_same_reason_share_a_line() -> None:
    gathered = alike()
    for label in ("Links", "Links to other sites", "SMOG"):
        gathered.takes_figure(label, "", [Detail("x", None, reason="plain text")] * 2)
    gathered.takes_figure("Grade", "", [Detail("x", None, reason="too short")] * 2)
    assert gathered.lines() == (
        "Not applicable in every article: links, links to other sites, SMOG (plain text).",
        "Not applicable in every article: grade (too short).",
    )


def test_labels_with_a_comma_are_parted_by_semicolons() -> None:
    gathered = alike()
    for label in ("Records, letters", "Studies"):
        gathered.takes_figure(label, "", [Detail("x", 0), Detail("x", 0)])
    assert gathered.lines() == ("Zero in every article: records, letters; studies.",)


def test_a_count_is_told_once_with_the_interval_of_its_rate() -> None:
    gathered = alike()
    count = Detail("n", 0, 9, rules=("tone.harsh",))
    gathered.takes_figure("Harsh verbs", "words", [count, count])
    gathered.takes_figure("Harsh verbs, rate", "per 100 words", [rate(1.0, "tone.harsh"), rate(2.0, "tone.harsh")])
    gathered.takes_figure("Other", "words", [Detail("o", 0), Detail("o", 0)])
    assert gathered.lines() == (
        "Zero in every article: other.",
        "Zero in every article (95\u202f% interval up to 1.0 per 100 words in A and 2.0 in B): harsh verbs.",
    )


def test_voices_without_a_word_and_voices_at_zero_are_told() -> None:
    gathered = alike()
    assert gathered.takes_voice("quoted", [VoiceValue(None, 0), VoiceValue(None, 0)])
    assert gathered.takes_voice("reported", [VoiceValue(0.0, 12), VoiceValue(0.0, 30)])
    assert not gathered.takes_voice("narrator", [VoiceValue(0.0, 12), VoiceValue(0.4, 30)])
    assert not gathered.takes_voice("other", [VoiceValue(None, 0), None])
    assert gathered.lines() == (
        "Zero in every article: reported voice.",
        "Not applicable in every article: quoted voice (nothing in this voice).",
    )


@pytest.mark.parametrize(
    ("labels", "count", "where"),
    [("A", 1, "in this article"), ("A", 2, "in every article that could be measured"), ("AB", 2, "in every article")],
)
def test_a_line_says_over_which_articles_it_is(labels: str, count: int, where: str) -> None:
    gathered = alike(labels, count)
    gathered.takes_figure("Links", "", [Detail("x", 0)] * len(labels))
    assert gathered.lines() == (f"Zero {where}: links.",)


def test_articles_with_the_same_reason_are_named_together() -> None:
    assert by_article(["short", "long", "short"], "ABC") == "A and C: short; B: long"
    assert by_article(["short", "short"], "AB") == "short"
