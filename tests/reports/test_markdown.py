"""Markdown: article text cannot become markup, and tables keep their columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

import crossread
from crossread.model import Found, Result
from crossread.reports.markdown import markdown
from crossread.reports.markdown_text import escape_markdown
from crossread.reports.view import build

ROOT = Path(__file__).resolve().parents[2]
MARKUP = {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence", "hr"}


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


def rendered(page: bytes) -> list[Token]:
    """The page as GitHub's Markdown is read, with tables, and HTML let through."""
    tokens: list[Token] = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(page.decode("utf-8")):
        tokens += [token, *(token.children or ())]
    return tokens


def headings(page: bytes) -> list[str]:
    return [line for line in page.decode("utf-8").splitlines() if line.startswith("#")]


def seeds() -> Result:
    return crossread.compare(sorted(map(str, (ROOT / "seeds").glob("*.txt"))))


def hostile(result: Result) -> Result:
    """The result with titles that try to be everything Markdown knows."""
    evil = "x | <img src=x onerror=alert(1)> | [a](javascript:b) ![c](d) `|` https://example.org *e* # f\n\n---\n- g"
    articles = tuple(
        replace(each, metadata=replace(each.metadata, title=Found(evil, "heading"), publisher=Found(evil, "line")))
        for each in result.articles
    )
    return replace(result, title=evil, articles=articles)


def test_sections_come_in_order_and_twice_the_same(sample_result: Result) -> None:
    page = markdown(build(sample_result))
    assert page == markdown(build(sample_result))
    assert headings(page)[1:] == [
        "## Before you read",
        "## Articles",
        "## Key differences",
        "## Figures at a glance",
        "## Quotations that differ",
        "## Voices",
        "## Names and numbers in one article only, by our rules",
        "## What this briefing cannot tell",
    ]


def test_it_is_short_enough_to_paste() -> None:
    page = markdown(build(seeds()))
    assert len(page) <= 12_000
    assert page.count(b"\n\n\n") == 0


def test_of_ten_long_articles_it_stays_a_few_pages() -> None:
    pair = seeds()
    ten = tuple(replace(each, id=f"{n:012d}") for n in range(5) for each in pair.articles)
    assert len(markdown(build(replace(pair, articles=ten, comparison=None)))) <= 24_000


@pytest.mark.parametrize("make", [seeds, lambda: crossread.compare(str(next((ROOT / "seeds").glob("000*"))))])
def test_it_is_read_as_headings_tables_and_lists_and_nothing_else(make: Callable[[], Result]) -> None:
    result = make()
    for page in (markdown(build(result)), markdown(build(hostile(result)))):
        tokens = rendered(page)
        assert not {token.type for token in tokens} & MARKUP
        assert not re.search(r"\b(?:https?://|www\.)", page.decode("utf-8"))
        assert sum(token.type == "heading_open" for token in tokens) == len(headings(page))
        assert sum(token.type == "table_open" for token in tokens) == page.count(b"\n|---")
        assert {token.content for token in tokens if token.type == "text" and token.content.startswith("|")} == set()


def test_every_metric_is_in_the_table_with_interval_and_count() -> None:
    result = seeds()
    lines = markdown(build(result)).decode("utf-8").splitlines()
    for info in result.metrics:
        assert [line for line in lines if line.startswith(f"| {info.title} |")], info.title
    assert any(
        re.match(r"\| Sourcing \| per 100 words \| 3\.13 \(1\.02 to 4\.69, n = 479 words\) \|", x) for x in lines
    )


def test_a_kind_tells_of_every_article_before_it_tells_more_of_one() -> None:
    page = markdown(build(seeds())).decode("utf-8")
    claims = page.split("\n## Claims side by side\n")[1].split("\n## ")[0]
    assert {"A", "B"} <= set(re.findall(r"Only in (\w), by our rules", claims))


def test_what_leads_is_not_told_again_under_its_kind() -> None:
    page = markdown(build(seeds())).decode("utf-8")
    leading = re.findall(r"^\d\. \*\*(?!Quotations)[^*]+:\*\* (.+)$", page, re.MULTILINE)
    assert leading
    assert [sentence for sentence in leading if page.count(sentence) != 1] == []


def test_a_long_title_is_cut_in_the_table_and_its_letter_stays(sample_result: Result) -> None:
    title = "Harbour " * 50
    first, *others = sample_result.articles
    named = replace(first, metadata=replace(first.metadata, title=Found(title.strip(), "heading")))
    page = markdown(build(replace(sample_result, articles=(named, *others)))).decode("utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("| A |")]
    assert line.count("Harbour") == 14
    assert "Harbour… |" in line
