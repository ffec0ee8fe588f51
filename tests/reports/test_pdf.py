"""The PDF by what a reader gets: pages, text, bookmarks, links; never by stored bytes."""

from __future__ import annotations

import logging
import os
import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from crossread.model import Result, Span
from crossread.pdf_options import PdfOptions
from crossread.reports.look import Look
from crossread.reports.marks import WIDE, Mark, cut
from crossread.reports.pdf import _engine, pdf, print_source
from crossread.reports.templating import environment
from crossread.reports.view import build

POINTS = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.fixture(scope="module", params=["A4", "Letter"])
def rendered(request: pytest.FixtureRequest, made: Result) -> tuple[str, bytes, list[str]]:
    """Page size, bytes, and what WeasyPrint logged on the way."""
    logged: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: logged.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        content = pdf(build(made), Look(pdf=PdfOptions(page=request.param)))
    finally:
        logger.removeHandler(handler)
    return request.param, content, logged


def test_pages_have_the_size_asked_for_and_nothing_was_logged(rendered: tuple[str, bytes, list[str]]) -> None:
    size, content, logged = rendered
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == POINTS[size]
    assert logged == []


def test_every_section_is_there_with_a_bookmark(rendered: tuple[str, bytes, list[str]]) -> None:
    reader = PdfReader(BytesIO(rendered[1]))
    text = "\n".join(page.extract_text() for page in reader.pages)
    titles = [each["/Title"] for each in flat(reader.outline)]
    for section in ("Key differences", "Metrics side by side", "Voices", "What this briefing cannot tell", "Methods"):
        assert section in text
        assert section in titles
    assert f"1 / {len(reader.pages)}" in text


def test_the_first_page_has_the_articles_the_key_differences_and_then_the_contents(
    rendered: tuple[str, bytes, list[str]],
) -> None:
    first = PdfReader(BytesIO(rendered[1])).pages[0].extract_text()
    places = [first.index(words) for words in ("Bridge closed over", "Key differences", "Contents")]
    assert places == sorted(places)


def test_a_marks_code_stands_after_its_last_words(made: Result) -> None:
    drawn = re.sub(r"<[^>]+>", "", print_source(build(made)))
    assert "March, the port authority said on Tuesday.S1 “TheH3 cables" in drawn


def test_a_bracket_does_not_run_into_the_word_behind_it() -> None:
    text = "word " * WIDE
    ((segment, *_),) = cut(text, [Span(0, len(text))], [Mark(0, WIDE + 5, "x", 0, "R3", "")])
    macro = '{% from "print/pieces.j2" import segment with context %}{{ segment(s) }}'
    drawn = re.sub(r"<[^>]+>", "", environment().from_string(macro).render(s=segment))
    assert unescape(drawn).startswith("[R3\u202fword")


def test_properties_language_and_tags_are_set(rendered: tuple[str, bytes, list[str]]) -> None:
    reader = PdfReader(BytesIO(rendered[1]))
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Harbour bridge")
    assert reader.metadata.creation_date is None
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in reader.root_object


def test_marks_and_evidence_link_to_one_another(rendered: tuple[str, bytes, list[str]]) -> None:
    names = PdfReader(BytesIO(rendered[1])).named_destinations
    assert {"a1-hedging-1", "e-a1-hedging-1", "f-hedging", "found-quotations-1"} <= set(names)


def test_the_same_result_gives_the_same_bytes_and_leaves_the_environment_alone(
    made: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    first = pdf(build(made))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert pdf(build(made)) == first
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.css",
        "file:///etc/hostname",
        "crossread-font:../LICENSE.txt",
        "crossread-font:README.md",
        "data:,x",
    ],
)
def test_the_fetcher_refuses_everything_but_the_bundled_fonts(url: str) -> None:
    with pytest.raises(ValueError, match="was refused"):
        _engine()[1].fetch(url)


def test_the_fetcher_serves_a_bundled_font() -> None:
    assert _engine()[1].fetch("crossread-font:Sans-Regular.ttf").read(4) == b"\x00\x01\x00\x00"


def flat(outline: Any) -> list[Any]:
    """A nested outline as one list."""
    return [item for each in outline for item in (flat(each) if isinstance(each, list) else [each])]
