"""Markdown: article text cannot become markup, and tables keep their columns."""

from __future__ import annotations

import pytest

from crossread.model import Result
from crossread.reports.markdown import markdown
from crossread.reports.markdown_text import escape_markdown
from crossread.reports.view import build


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", r"a \| b"),
        ("`code` *bold* _it_", r"\`code\` \*bold\* \_it\_"),
        ("<script>", r"\<script\>"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("2.5 per 100", "2.5 per 100"),
        ("[x](y)", r"\[x\](y)"),
        ("two\nlines", "two lines"),
        ("&lt;", r"\&lt;"),
        ("https://example.org", "https\u200b://example.org"),
        ("a\u202eb", r"a\[U+202E\]b"),
        ("plain words, untouched.", "plain words, untouched."),
    ],
)
def test_markers_in_text_are_escaped(text: str, expected: str) -> None:
    assert escape_markdown(text) == expected


def test_every_table_row_has_as_many_cells_as_its_heading(sample_result: Result) -> None:
    page = markdown(build(sample_result)).decode("utf-8")
    width = 0
    for line in page.splitlines():
        cells = line.replace("\\|", "").count("|") if line.startswith("|") else 0
        assert not (cells and width) or cells == width, line
        width = cells


def test_sections_come_in_order_and_twice_the_same(sample_result: Result) -> None:
    page = markdown(build(sample_result))
    assert page == markdown(build(sample_result))
    headings = [line for line in page.decode("utf-8").splitlines() if line.startswith("## ")]
    assert headings == [
        "## Before you read",
        "## Articles",
        "## Key differences",
        "## Metrics side by side",
        "## Voices",
        "## Quotations in several articles",
        "## Names and numbers not in every article",
        "## How often the metrics were right",
        "## What this briefing cannot tell",
    ]
