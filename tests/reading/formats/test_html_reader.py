"""HTML is known by its content, gives one article, and says what it is where there is none."""

from __future__ import annotations

import pytest

from crossread.errors import InputError
from crossread.model import BODY_ZONES
from crossread.reading.formats.html import READER, read_any
from crossread.reading.page import Page, Raw

PARAGRAPH = "The harbour board of Brill voted on Tuesday to rebuild the eastern sea wall, which broke in January."


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", True),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>", True),
        ("<html><p>å".encode("utf-16"), True),
        (b"<p>A note</p>", True),
        (b"<div class='mail'>", True),
        (b"<?xml version='1.0'?><rss version='2.0'>", False),
        (b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", False),
        (b"From: a@b.example\r\n\r\n<html>", False),
        (b"A text that speaks of <p> and <div>.", False),
        (b"<!-- never closed " + b"-" * 5000, False),
        (b"%PDF-1.7 <html>", False),
        (b"", False),
    ],
)
def test_html_is_known_by_how_it_opens(data: bytes, known: bool) -> None:
    assert READER.recognises(Raw(data, "x")) is known


def test_a_name_or_media_type_helps_where_the_opening_does_not() -> None:
    data = b"Some words first. <p>Then a paragraph.</p>"
    assert READER.recognises(Raw(data, "x", name="x.htm"))
    assert READER.recognises(Raw(data, "x", media_type="text/html; charset=utf-8"))
    assert not READER.recognises(Raw(b"<rss></rss>", "x", media_type="text/html"))


def test_a_fragment_is_read_as_a_page() -> None:
    [page] = READER.read(Raw(f"<p>{PARAGRAPH}</p><p>Work begins in <b>April</b>.</p>".encode(), "row", part="row 3"))
    assert isinstance(page, Page)
    assert page.text == f"{PARAGRAPH}\n\nWork begins in April."
    assert {block.kind for block in page.blocks} == {"body"}


def test_a_short_note_is_an_article_too() -> None:
    [page] = READER.read(Raw(b"<html><body><p>The pier is closed until Friday.</p></body></html>", "note.html"))
    assert isinstance(page, Page)
    assert [block.kind for block in page.blocks] == ["body"]


def test_a_page_of_menus_is_refused_by_name() -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather"))
    html = f"<html><body><nav><ul>{menu}</ul></nav><footer><p>All rights reserved.</p></footer></body></html>"
    with pytest.raises(InputError, match=r"list\.eml, part 2: no article was found on this page.*right page"):
        list(READER.read(Raw(html.encode(), "list.eml", part="part 2")))


def test_the_open_part_of_a_paywalled_page_is_named_and_can_be_had_all_the_same() -> None:
    paywall = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    raw = Raw(
        f"<html><head>{paywall}</head><body><article><p>{PARAGRAPH}</p></article></body></html>".encode(), "a.html"
    )
    with pytest.raises(InputError, match=r"a\.html: .*paywalled"):
        list(READER.read(raw))
    page, stub = read_any(raw)
    assert page.text == PARAGRAPH
    assert stub is not None


@pytest.mark.parametrize("kind", ["paragraphs", "inline", "nested", "cells"])
def test_a_page_too_large_for_trafilatura_is_read_by_its_structure(kind: str) -> None:
    story = "".join(f"<p>{PARAGRAPH} It was storm number {i}.</p>" for i in range(20))
    extra = {
        "paragraphs": "".join(f"<p>{PARAGRAPH} It was number {i}.</p>" for i in range(51_000)),
        "inline": f"<p>{PARAGRAPH} {'<b>So</b> it <i>goes</i> on, ' * 3_000}until the end.</p>",
        "nested": f"{'<div>' * 150}{f'<p>{PARAGRAPH}</p>' * 8_000}{'</div>' * 150}",
        "cells": f"<table>{'<tr><td>storm</td><td>12</td></tr>' * 20_000}</table>",
    }[kind]
    html = f"<html><body><nav><a href='/'>Home</a></nav><article>{story}{extra}</article></body></html>"
    [page] = READER.read(Raw(html.encode(), "large.html"))
    assert isinstance(page, Page)
    body = [page.text[block.start : block.end] for block in page.blocks if block.kind in BODY_ZONES]
    assert len(body) >= 20
    assert body[0].endswith("storm number 0.")
    assert "Home" not in body


def test_an_attribute_of_megabytes_does_not_hold_up_the_reading() -> None:
    html = f"<html><body><article><p>{PARAGRAPH}</p><p class='{'a ' * 3_000_000}'>{PARAGRAPH} Then it rose.</p>"
    [page] = READER.read(Raw(html.encode(), "a.html"))
    assert isinstance(page, Page)
    assert page.text.endswith("Then it rose.")


def test_the_same_page_is_read_the_same_twice() -> None:
    raw = Raw(
        f"<h1>Brill</h1><p>{PARAGRAPH}</p><aside class='related x y'><a href='/'>a</a></aside>".encode(), "a.html"
    )
    assert list(READER.read(raw)) == list(READER.read(raw))
