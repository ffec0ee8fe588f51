"""Typography: which marks and capitals count as emphasis, in which voice, and the headline's own."""

from __future__ import annotations

import pytest

from crossread.document import Document
from crossread.metric import Options, run_metric
from crossread.metrics.typography import METRIC
from crossread.model import Measurement
from crossread.parse import document_from_text

TITLE = "Council votes on the new road"
PLAIN = (
    "The council met on Tuesday and discussed the plan for the road along the river with the people who live there. "
)


def measured(text: str, title: str = TITLE) -> tuple[Document, Measurement]:
    document = document_from_text(f"{title}\n\nBy Ada Miller\n\n{PLAIN * 3}{text}")
    return document, run_metric(METRIC, document, Options())


def found_in(text: str, title: str = TITLE) -> list[tuple[str, str, str | None]]:
    document, found = measured(text, title)
    return [(document.text[e.start : e.end], e.rule.partition(".")[2], e.voice) for e in found.evidence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody had asked them first!", [("!", "exclamation", "narrator")]),
        ("Had anybody asked them first?", [("?", "question", "narrator")]),
        ("Had anybody asked them first?!", [("?!", "mark_run", "narrator")]),
        ("Nobody had asked them first!!!", [("!!!", "mark_run", "narrator")]),
        ("The road will NEVER open in time.", [("NEVER", "capitals", "narrator")]),
        ("The PEOPLE have not been asked.", [("PEOPLE", "capitals", "narrator")]),  # elsewhere in lower case
        ("It was a SHOCKING turn for the town.", [("SHOCKING", "capitals", "narrator")]),  # by its ending
        (
            "The mayor called it “a road to NOWHERE!” at the end.",
            [("NOWHERE", "capitals", "quoted"), ("!", "exclamation", "quoted")],
        ),
        ("NATO and UNESCO had no view on the road.", []),
        ("The club (EASY) had no view on the road.", []),
        ("A group called HOUSE (Homes of Use) had no view.", []),
        ("The U.S. and the BBC had no view on it.", []),
        ("King Louis XVII and Henry VIII had no view on it.", []),
        ("The road is the A1000 and the code is XKCD.", []),
        ("An hour later it was over.", []),
    ],
)
def test_emphasis_in_the_body(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Council votes on the new road…", [("…", "headline_ellipsis")]),
        ("Council votes on the new road...", [("...", "headline_ellipsis")]),
        ("Will the council vote on the road?", [("?", "headline_questions")]),
        ("Council votes on the new road!", [("!", "headline_exclamations")]),
        ("Council votes for the road?!", [("?!", "headline_exclamations")]),
        ("Council will NEVER vote on the road", [("NEVER", "headline_capitals")]),
        ("Council ... votes on the new road", []),
        ("NATO council votes on the new road", []),
    ],
)
def test_emphasis_in_the_headline_has_no_voice(title: str, expected: list[tuple[str, str]]) -> None:
    assert found_in("", title) == [(words, rule, None) for words, rule in expected]


def test_the_rate_counts_the_narrators_emphasis_and_no_questions() -> None:
    _, found = measured("Nobody had asked them first! Had they? The mayor said: “Never!”")
    assert found.value == pytest.approx(100 / found.n)
    assert found.by_voice["quoted"].value == pytest.approx(100.0)
    counts = {item.id: item.value for item in found.details}
    assert (counts["exclamation"], counts["question"], counts["capitals"]) == (1, 1, 0)


def test_the_headline_is_not_in_the_rate() -> None:
    _, found = measured("", "Council votes on the new road!")
    assert found.value == 0.0
    assert next(item for item in found.details if item.id == "headline_exclamations").value == 1


def test_finding_nothing_still_leaves_an_interval() -> None:
    _, found = measured("")
    assert found.interval is not None
    assert found.interval.low == 0.0
    assert found.interval.high == pytest.approx(300 / found.n)


def test_an_interval_holds_the_rate() -> None:
    _, found = measured("Nobody had asked them first! They will NEVER be asked. An hour later it was over.")
    assert found.interval is not None
    assert found.value is not None
    assert found.interval.low <= found.value <= found.interval.high


def test_a_copy_without_a_headline_says_so() -> None:
    document = document_from_text(PLAIN * 8)
    found = run_metric(METRIC, document, Options())
    assert not any(zone.kind == "title" for zone in document.article.zones)
    detail = next(item for item in found.details if item.id == "headline_questions")
    assert (detail.value, detail.reason) == (None, "no headline found in this copy")


def test_a_page_all_in_capitals_is_counted_in_bounded_time() -> None:
    _, found = measured("THE PEOPLE WERE NEVER ASKED ABOUT THE HOUSE. " * 2000)
    capitals = next(item for item in found.details if item.id == "capitals")
    assert isinstance(capitals.value, int)
    assert capitals.value >= 8000
