"""Links and documents: what the words name, where links lead, and what plain text cannot tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from crossread.document import Document
from crossread.metric import Options, run_metric
from crossread.metrics.links import METRIC
from crossread.model import Detail, Link, Measurement
from crossread.parse import document_from_text, parse
from crossread.reading import read

PLAIN = "The council met in the old hall beside the river and went through the plan for the road with the villagers. "


def run(document: Document) -> tuple[Measurement, list[tuple[str, str]]]:
    found = run_metric(METRIC, document, Options())
    return found, [(document.text[e.start : e.end], e.rule.partition(".")[2]) for e in found.evidence]


def named(text: str) -> list[tuple[str, str]]:
    return run(document_from_text(f"Council plans a road\n\n{PLAIN * 4}\n\n{text}"))[1]


def page(folder: Path, links: str) -> tuple[Measurement, list[tuple[str, str]]]:
    head = "<title>Council plans a road</title>"
    body = f"<p>{PLAIN * 3}</p><p>{PLAIN}{links}</p><p>{PLAIN * 3}</p>"
    whole = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    (folder / "page.html").write_text(whole, encoding="utf-8")
    return run(parse(read(folder / "page.html")))


def detail(found: Measurement, figure: str) -> Detail:
    return next(item for item in found.details if item.id == figure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is in a report by the ministry.", ("a report by", "report")),
        ("So it stands in court documents.", ("court documents", "court")),
        ("A study published in May looked at it.", ("A study published", "study")),
        ("It is told in leaked emails.", ("leaked emails", "record")),
        ("The audit showed that the road sinks.", ("The audit", "report")),
        ("The lawsuit claims that the road sinks.", ("The lawsuit claims", "court")),
        ("The harbour survey found that most want a road.", ("The harbour survey", "study")),
    ],
)
def test_marks_a_document_the_words_name(text: str, expected: tuple[str, str]) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Reports say that the road sinks.",
        "The mayor said in a tweet that the road sinks.",
        "The party’s top figures said that the road sinks.",
        "Journalists report by phone.",
        "She wrote a paper for the class.",
    ],
)
def test_stays_silent_where_no_document_is_named(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("https://www.roads.gov/plan", "primary"),
        ("https://www.gov.uk/road", "primary"),
        ("https://www.supremecourt.gov/opinions/1", "primary"),
        ("https://navy.mil/road", "primary"),
        ("https://www.who.int/road", "primary"),
        ("https://norby.edu/road", "primary"),
        ("https://norby.ac.uk/road", "primary"),
        ("https://doi.org/10.1000/1", "primary"),
        ("https://arxiv.org/abs/1", "primary"),
        ("https://www.legislation.example.org/act", "primary"),
        ("https://norby.example.org/plan.pdf", "primary"),
        ("https://courtyard.example.com/plan", "out"),
        ("https://education.example.com/plan", "out"),
    ],
)
def test_tells_where_a_link_leads(tmp_path: Path, url: str, rule: str) -> None:
    assert page(tmp_path, f"It is <a href='{url}'>the plan</a> they read.")[1] == [("the plan", rule)]


def test_counts_links_and_the_share_of_primary_documents(tmp_path: Path) -> None:
    links = "<a href='https://norby.edu/a'>One</a> and <a href='https://packet.example/b'>two</a>."
    found, _ = page(tmp_path, links)
    assert [detail(found, f).value for f in ("links", "out_links", "own_site_links", "primary_links")] == [2, 1, 0, 1]
    assert detail(found, "primary_share").value == 50


def test_a_link_to_the_own_site_is_told_apart() -> None:
    document = document_from_text(f"Council plans a road\n\n{PLAIN * 4}")
    start = document.text.index("old hall")
    link = Link(start, start + 8, "https://packet.example/hall", own_site=True)
    assert run(parse(replace(document.article, links=(link,))))[1] == [("old hall", "own_site")]


def test_plain_text_leaves_links_open_and_counts_documents() -> None:
    found, marks = run(document_from_text(f"Council plans a road\n\n{PLAIN * 4}\n\nIt is in a report by the ministry."))
    assert found.value == pytest.approx(100 / found.n)
    assert marks == [("a report by", "report")]
    assert (detail(found, "links").value, detail(found, "primary_share").value) == (None, None)
    assert detail(found, "links").reason == "this copy is plain text, which holds no links"


def test_a_page_without_links_says_so(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "They read it.")
    assert detail(found, "links").reason == "no link found in the story of this copy"
