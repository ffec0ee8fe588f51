"""Background: which sentences look back, and when two articles differ by it."""

from __future__ import annotations

import pytest
from sample_analysis import build_analysis

from crossread.comparison.bodies import Body
from crossread.comparison.coverage import Coverage
from crossread.comparison.looking_back import LookingBack, year_of
from crossread.finding import run_kind
from crossread.findings.background import KIND
from crossread.metric import Options
from crossread.model import Finding
from crossread.pipeline import analyse
from crossread.reading import article_from_text

PLAIN = ("The wall fell at noon.", "Boats lay idle.", "The mayor came.", "Rain fell on the quay.", "Nobody was hurt.")


def marked(text: str, latest: int | None = None) -> list[str]:
    body = Body(build_analysis(text))
    return [body.text[span.start : span.end] for _, span in LookingBack(body, latest).found()]


@pytest.mark.parametrize(
    ("sentence", "latest", "words"),
    [
        ("It was his first visit since 2019.", None, "2019"),
        ("She has run the port since March 2011.", None, "March 2011"),
        ("The wall was mended three years ago.", None, "three years ago"),
        ("It was his first trip to the port in three years.", None, "first trip to the port in three years"),
        ("Last year the council sold it.", None, "Last year"),
        ("Trade has shrunk over the past decade.", None, "over the past decade"),
        ("Such floods were rare in recent years.", None, "in recent years"),
        ("The dam was built in 1974.", 2020, "1974"),
        ("It burned down in the 1960s.", 2020, "1960s"),
    ],
)
def test_looks_back(sentence: str, latest: int | None, words: str) -> None:
    assert marked(sentence, latest) == [words]


@pytest.mark.parametrize(
    ("sentence", "latest"),
    [
        ("The dam was built in 1974.", None),  # nothing says what year it is
        ("The vote is in 2020.", 2020),
        ("It is to close by 2019.", 2020),
        ("It lasted two years.", 2020),
        ("The last boat left.", 2020),
        ("He paid 1,974 crowns.", 2020),
    ],
)
def test_does_not_look_back(sentence: str, latest: int | None) -> None:
    assert marked(sentence, latest) == []


def test_what_is_quoted_is_not_the_articles_background() -> None:
    text = "The Wall\n\nIt fell last year. “It was worse three years ago, and nobody came,” said Ann Lee.\n"
    body = Body(analyse(article_from_text(text), {}))
    assert [body.text[span.start : span.end] for _, span in LookingBack(body, None).found()] == ["last year"]


def test_the_year_of_the_event_is_one_two_articles_name() -> None:
    one, two = (Body(build_analysis(text)) for text in ("In 2019 it rained. By 2040 it may.", "It rained in 2019."))
    assert year_of([one, two]) == 2019
    assert year_of([one]) is None


def found(*texts: str) -> tuple[Finding, ...]:
    return run_kind(KIND, Coverage([build_analysis(text) for text in texts]), Options()).findings


def test_a_clear_difference_is_told_with_its_counts() -> None:
    plain = " ".join(PLAIN * 4)
    past = " ".join(f"The wall gave way {n} years ago." for n in range(10, 22))
    (finding,) = found(f"{plain} {past}", f"{plain} The sun came out.")
    assert finding.rules == ("share",)
    assert finding.sentence == (
        "Sentences outside quotations that look back (“10 years ago” and “11 years ago”): "
        "12 of 32 in A and 0 of 21 in B."
    )
    assert finding.size == pytest.approx(12 / 32, abs=0.001)


def test_a_small_difference_is_no_clear_one() -> None:
    plain = " ".join(PLAIN * 2)
    (finding,) = found(f"{plain} It fell last year.", f"{plain} The sun came out.")
    assert (finding.rules, finding.size) == (("alike",), 0.0)
    assert finding.sentence.endswith("1 of 11 in A and 0 of 11 in B; no clear difference.")


def test_nothing_is_said_of_texts_too_short_or_without_background() -> None:
    assert found("It fell last year.", "It fell.") == ()
    assert found(" ".join(PLAIN * 2), " ".join(PLAIN * 3)) == ()
