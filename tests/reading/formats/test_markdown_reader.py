"""Markdown: blocks with their roles, text without marks, links, and front matter as claims."""

from __future__ import annotations

import pytest

from crossread.errors import InputError
from crossread.reading.formats.markdown import READER
from crossread.reading.page import Page, Raw

FRONT = """---
title: "Harbour road to close: council"
authors:
  - Jane Doe
  - name: John Roe
    job: reporter
date: 2024-05-14
canonical_url: https://harbour.example/news/wall
draft: true
---
"""
BODY = """# Harbour road to close

The council voted **on *Tuesday*** to close the [harbour road](/road "Road") for
eighteen months, a [minister](https://gov.example/x) said &amp; meant.<br>A `code` and ![a wall](wall.jpg).

> We were told
> on the radio.

## What now

- Buses go by Mill Lane
  - not on Sundays
1. Deliveries before eight

| Year | Boats |
|------|------:|
| 2023 | [14](https://port.example/14) |

<div class="note">A block of <em>HTML</em></div>

<script>alert("no")</script>
"""


def page_of(text: str, name: str = "wall.md", url: str = "") -> Page:
    [page] = READER.read(Raw(text.encode(), name, name, url=url))
    assert isinstance(page, Page)
    return page


def test_each_block_has_its_role_and_the_text_no_marks() -> None:
    page = page_of(BODY)
    assert [(b.kind, b.role, b.level, page.text[b.start : b.end]) for b in page.blocks] == [
        ("title", "heading", 1, "Harbour road to close"),
        (
            None,
            "paragraph",
            0,
            "The council voted on Tuesday to close the harbour road for eighteen months, a minister said & meant."
            " A code and .",
        ),
        ("quote_block", "paragraph", 0, "We were told on the radio."),
        (None, "heading", 2, "What now"),
        (None, "list_item", 1, "Buses go by Mill Lane"),
        (None, "list_item", 2, "not on Sundays"),
        (None, "list_item", 1, "Deliveries before eight"),
        (None, "table_row", 0, "Year | Boats"),
        (None, "table_row", 0, "2023 | 14"),
        (None, "paragraph", 0, "A block of HTML"),
    ]


def test_links_keep_their_place_and_are_told_from_the_page_s_own() -> None:
    page = page_of(FRONT + BODY)
    assert [(page.text[link.start : link.end], link.url, link.own_site) for link in page.links] == [
        ("harbour road", "https://harbour.example/road", True),
        ("minister", "https://gov.example/x", False),
        ("14", "https://port.example/14", False),
    ]


def test_front_matter_is_claims_and_no_text() -> None:
    page = page_of(FRONT + "The council voted.\n")
    assert page.text == "The council voted."
    assert [(each.field, each.found.value, each.found.rule) for each in page.claims] == [
        ("title", "Harbour road to close: council", "front_matter.title"),
        ("author", "Jane Doe", "front_matter.authors"),
        ("author", "John Roe", "front_matter.authors"),
        ("published", "2024-05-14", "front_matter.date"),
        ("url", "https://harbour.example/news/wall", "front_matter.canonical_url"),
    ]


@pytest.mark.parametrize(
    "front", ["---\ntitle: [unclosed\n---\n", "---\n- a\n- b\n---\n", "---\n" + "a: [" * 2000 + "\n---\n"]
)
def test_damaged_front_matter_is_no_error(front: str) -> None:
    page = page_of(front + "The council voted.\n")
    assert page.claims == ()
    assert page.text.endswith("The council voted.")


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    assert page_of("---\n\nThe council voted.\n\n---\n\nBuses go.\n").text == "The council voted.\n\nBuses go."


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The council voted.", "wall.md", True),
        ("The council voted.", "wall.MARKDOWN", True),
        (FRONT + BODY, "wall", True),
        ("# One\n\n## Two\n\n[a](https://a.example)\n\n## Three\n\n[b](https://b.example)\n", "", True),
        ('The council voted.\n\n- one\n- two\n\n"A quote," she said. *Really*.\n', "wall.txt", False),
        ("#1 in the list\n\n#2 is here [1]\n\nhttps://a.example\n", "wall.txt", False),
        ("---\nThe council voted.\n---\nMore.\n", "wall.txt", False),
        ("title: Harbour\ndate: today\n\nThe council voted.", "", False),
        ("", "", False),
    ],
)
def test_markdown_is_known_by_its_name_or_by_strong_signs(text: str, name: str, expected: bool) -> None:
    assert READER.recognises(Raw(text.encode(), "x", name)) is expected


def test_an_empty_file_says_so() -> None:
    with pytest.raises(InputError, match=r"wall\.md: there is no text"):
        page_of("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "![" * 20_000, "[" * 50_000, "[a](" * 20_000, "*a" * 50_000, "_" * 50_000 + "a" + "_" * 50_000, "`" * 50_000,
        "> " * 5_000 + "x", "<" * 50_000, "<!--" * 20_000, "|a" * 5_000 + "\n" + "|-" * 5_000, "---\n" * 5_000,
        "\x00\x01" * 100, "&#x110000;&#0;\n\na",
    ],
    ids=lambda text: ascii(text[:6]),
)  # fmt: skip
def test_hostile_markup_is_read_or_refused(text: str) -> None:
    try:
        assert page_of(text).blocks
    except InputError as error:
        told = str(error)
    else:
        told = "wall.md: read"
    assert told.startswith("wall.md: ")


def test_damaged_bytes_never_raise_anything_but_input_errors() -> None:
    whole = (FRONT + BODY).encode()
    cuts = [whole[: len(whole) * tenth // 10] for tenth in range(10)]
    for data in (bytes(range(256)) * 50, *cuts):
        try:
            list(READER.read(Raw(data, "x", "x.md")))
        except InputError as error:
            told = str(error)
        else:
            told = "x: read"
        assert told.startswith("x: ")
