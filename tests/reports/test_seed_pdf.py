"""The printed seed briefing: short, no page nearly empty, and an overview that leads to its pages."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import crossread
from crossread.reports.pdf import pdf
from crossread.reports.view import build

SEEDS = Path(__file__).parents[2] / "seeds"
MOST_PAGES = 20
FEWEST_WORDS = 120  # of a page but the last


@pytest.fixture(scope="module")
def pages() -> list[str]:
    result = crossread.compare(sorted(SEEDS.glob("*.txt")))
    return [page.extract_text() for page in PdfReader(BytesIO(pdf(build(result)))).pages]


def test_it_is_short(pages: list[str]) -> None:
    assert len(pages) <= MOST_PAGES


def test_no_page_is_nearly_empty(pages: list[str]) -> None:
    sizes = {number: len(text.split()) for number, text in enumerate(pages, start=1)}
    sizes.pop(len(pages))
    assert {number: size for number, size in sizes.items() if size < FEWEST_WORDS} == {}


def test_the_overview_names_the_page_of_each_metric(pages: list[str]) -> None:
    begins = next(page for page, text in enumerate(pages) if "At a glance" in text)
    overview = "\n".join(pages[begins : begins + 2])  # the table may run over the foot of a page
    for metric in ("Hedging", "Loaded wording", "Naming of persons", "Typographic emphasis"):
        row = re.search(rf"{metric} .*? (\d+)$", overview, re.MULTILINE)
        assert row, metric
        assert f"{metric} per" in pages[int(row[1]) - 1] or f"{metric} %" in pages[int(row[1]) - 1]
