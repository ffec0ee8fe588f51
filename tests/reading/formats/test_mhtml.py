"""Pages saved whole by a browser: the page itself, its address and when it was saved."""

from __future__ import annotations

import quopri

import pytest

from crossread.errors import InputError
from crossread.reading.formats.mhtml import READER
from crossread.reading.page import Raw

PAGE = "<html><head><title>Harbour road</title></head><body><p>The road – the only one – is closed.</p></body></html>"
FRAME = "<html><body>An advertisement in a frame.</body></html>"


def part(kind: str, location: str, body: bytes, encoding: str = "quoted-printable") -> bytes:
    body = quopri.encodestring(body) if encoding == "quoted-printable" else body
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}\r\n\r\n"
    return b"------b\r\n" + head.encode() + body + b"\r\n"


def saved(first_fields: str, *parts: bytes) -> bytes:
    head = (
        f"{first_fields}MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n'
    )
    return head.encode() + b"".join(parts) + b"------b--\r\n"


CHROME = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/news/wall\r\n"
    "Subject: Harbour road\r\nDate: Tue, 14 May 2024 07:30:00 +0200\r\n"
)
BROWSER = saved(
    CHROME,
    part("text/css", "cid:css", b"p{}"),
    part("text/html; charset=utf-8", "https://harbour.example/news/wall", PAGE.encode()),
    part("text/html", "cid:frame", FRAME.encode()),
    part("image/png", "https://harbour.example/a.png", b"iVBORw0KGgo=", "base64"),
)


def test_the_page_is_handed_on_with_its_address_charset_and_the_time_it_was_saved() -> None:
    assert READER.recognises(Raw(BROWSER, "wall.mhtml"))
    [item] = READER.read(Raw(BROWSER, "wall.mhtml"))
    assert isinstance(item, Raw)
    assert item.data.decode().strip() == PAGE
    assert (item.media_type, item.charset, item.url) == ("text/html", "utf-8", "https://harbour.example/news/wall")
    assert item.retrieved == "2024-05-14T05:30:00Z"
    assert item.claims == ()


def test_the_address_may_stand_at_the_page_itself() -> None:
    data = saved("", part("text/html", "https://harbour.example/wall", PAGE.encode()))
    assert READER.recognises(Raw(data, "x"))
    [item] = READER.read(Raw(data, "x"))
    assert isinstance(item, Raw)
    assert item.url == "https://harbour.example/wall"


def test_a_newsletter_with_pictures_is_no_saved_page() -> None:
    sent = "From: news@harbour.example\r\nTo: me@home.example\r\nMessage-ID: <1@harbour.example>\r\nSubject: x\r\n"
    assert not READER.recognises(Raw(saved(sent, part("text/html", "cid:x", PAGE.encode())), "x"))


def test_a_page_cut_before_its_text_says_so() -> None:
    with pytest.raises(InputError, match=r"wall\.mhtml: the saved page is cut short"):
        list(READER.read(Raw(BROWSER[:300], "wall.mhtml")))


def test_damaged_pages_never_raise_anything_but_input_errors() -> None:
    cuts = [BROWSER[: len(BROWSER) * tenth // 10] for tenth in range(10)]
    for data in (b"", bytes(range(256)) * 50, *cuts):
        try:
            list(READER.read(Raw(data, "x")))
        except InputError as error:
            told = str(error)
        else:
            told = "x: read"
        assert told.startswith("x: ")
