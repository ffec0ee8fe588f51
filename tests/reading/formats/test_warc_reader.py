from __future__ import annotations

import gzip
import sys
import zlib
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.warc import READER
from crossread.reading.page import Item, Problem, Raw

brotli: Any = pytest.importorskip("brotli")
zstandard: Any = pytest.importorskip("zstandard")
pytest.importorskip("fastwarc")

PAGE = "<html><p>Zoë’s café opened.</p></html>".encode("windows-1252")
RESPONSE = "application/http; msgtype=response"


def record(kind: str, url: str, block: bytes, content_type: str = RESPONSE, length: int | None = None) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2026-03-04T10:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(
    body: bytes, *headers: str, status: str = "200 OK", content_type: str = "text/html; charset=Windows-1252"
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def response(number: int, body: bytes = PAGE, *headers: str, **more: str) -> bytes:
    return record("response", f"https://bay.example/{number}", http(body, *headers, **more))


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 7] for at in range(0, len(body), 7)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def read(data: bytes) -> list[Item]:
    return list(READER.read(Raw(data, "a.warc")))


def told(data: bytes) -> list[str]:
    """The address of each page, and of problems where and what they are."""
    return [
        item.url if isinstance(item, Raw) else f"{item.part}: {item.message}"
        for item in read(data)
        if isinstance(item, Raw | Problem)
    ]


THREE = [response(number) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "data",
    [b"".join(THREE), b"".join(map(gzip.compress, THREE)), gzip.compress(b"".join(THREE))],
    ids=["plain", "gzip by record", "gzip over all"],
)
def test_pages_are_read_with_address_charset_and_date(data: bytes) -> None:
    assert READER.recognises(Raw(data[:65_536], "-"))
    first, *rest = read(data)
    assert isinstance(first, Raw)
    assert first.data == PAGE
    assert (first.url, first.media_type, first.charset) == ("https://bay.example/1", "text/html", "windows-1252")
    assert (first.retrieved, first.part, first.locator) == ("2026-03-04T10:00:00Z", "record 1", "a.warc")
    assert len(rest) == 2


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE), ["Transfer-Encoding: chunked"]),
        (PAGE, ["Transfer-Encoding: chunked"]),
        (gzip.compress(PAGE), ["Content-Encoding: gzip"]),
        (chunked(gzip.compress(PAGE)), ["transfer-encoding: Chunked", "content-encoding: GZIP"]),
        (PAGE, ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE), ["Content-Encoding: deflate"]),
        (zlib.compress(PAGE)[2:-4], ["Content-Encoding: deflate"]),
        (brotli.compress(PAGE), ["Content-Encoding: br"]),
        (PAGE, ["Content-Encoding: br"]),
        (zstandard.compress(PAGE), ["Content-Encoding: zstd"]),
        (gzip.compress(zlib.compress(PAGE)), ["Content-Encoding: deflate, gzip"]),
    ],
)
def test_bodies_are_unpacked_and_those_that_were_already_are_kept(body: bytes, headers: list[str]) -> None:
    (item,) = read(response(1, body, *headers))
    assert isinstance(item, Raw)
    assert item.data == PAGE


@pytest.mark.parametrize(
    "skipped",
    [
        response(9, status="404 Not Found"),
        response(9, status="301 Moved"),
        response(9, b"\x89PNG", content_type="image/png"),
        response(9, b"{}", content_type="application/json"),
        response(9, b"body {}", content_type="text/css"),
        record("response", "https://bay.example/robots.txt", http(b"User-agent: *", content_type="text/plain")),
        record("response", "dns:bay.example", b"20260304 bay.example", "text/dns"),
        record("request", "https://bay.example/9", b"GET /9 HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record("revisit", "https://bay.example/9", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        record("metadata", "https://bay.example/9", b"outlink: x", "application/warc-fields"),
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
    ],
)
def test_what_is_no_page_is_skipped_without_a_word(skipped: bytes) -> None:
    assert told(skipped + response(1)) == ["https://bay.example/1"]


def test_resources_and_pages_of_untold_type_are_read() -> None:
    data = record("resource", "<https://bay.example/1>", b"<p>x</p>", "text/html")
    data += record("response", "https://bay.example/2", b"HTTP/1.0 200\r\n\r\n<!doctype HTML><p>x")
    data += record("response", "https://bay.example/3", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>x")
    assert told(data) == [f"https://bay.example/{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize("packed", [False, True])
def test_what_came_before_a_cut_is_kept(packed: bool) -> None:
    records = [gzip.compress(each) if packed else each for each in THREE]
    data, before = b"".join(records), len(records[0]) + len(records[1])
    for cut in range(before + 1, len(data) - 40):
        first, second, problem = told(data[:cut])
        assert (first, second) == ("https://bay.example/1", "https://bay.example/2")
        assert problem.startswith("record 3: ")
        assert problem.endswith("what came before was kept")
    assert told(data[:before]) == ["https://bay.example/1", "https://bay.example/2"]


@pytest.mark.parametrize(
    ("after", "problem"),
    [
        (b"garbage\r\n\r\n" + THREE[1], "record 2: no whole WARC record begins here; what came before was kept"),
        (
            record("response", "x", http(PAGE), length=10**15),
            "record 2: the archive is cut off or damaged in this record",
        ),
        (response(2, b""), "record 2: the page https://bay.example/2 is empty; left out"),
        (record("response", "x", b"nonsense"), "record 2: it does not begin as HTTP does; left out"),
        (response(2, b"xyz", "Content-Encoding: br"), "record 2: the page https://bay.example/2 cannot be unpacked"),
        (response(2, b"x" * 21_000_000), "record 2: a page of more than 20 MB; left out"),
    ],
)
def test_damage_and_excess_are_told_by_record(after: bytes, problem: str) -> None:
    first, second = told(THREE[0] + after)
    assert first == "https://bay.example/1"
    assert second.startswith(problem)


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("gzip", gzip.compress(bytes(60_000_000))),
        ("deflate", zlib.compress(bytes(60_000_000))),
        ("br", brotli.compress(bytes(60_000_000), quality=5)),
        ("zstd", zstandard.compress(bytes(60_000_000))),
    ],
)
def test_a_page_that_unpacks_without_end_is_left_out(name: str, bomb: bytes) -> None:
    problem, page = told(response(1, bomb, f"Content-Encoding: {name}") + response(2))
    assert "unpacks to more than 20 MB" in problem
    assert page == "https://bay.example/2"


def test_pages_beyond_the_bound_are_left_and_told() -> None:
    *pages, last = told(response(1) * 1001)
    assert len(pages) == 1000
    assert last.startswith("records: only the pages in its first 1,000 records were read")
    assert len(told(response(1) * 1000)) == 1000


@pytest.mark.parametrize("data", [b"", b"WARC/1.0\r\n", b"WARC/1.0\n\n", response(1, status="404 Not Found")])
def test_an_archive_without_a_page_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.warc: this archive holds no page that can be read"):
        read(data)


@pytest.mark.parametrize(
    ("data", "is_warc"),
    [
        (b"WARC/1.0\r\nWARC-Type: x", True),
        (gzip.compress(b"WARC/1.1\r\n" + bytes(90_000))[:200], True),
        (b"WARC/1.0 is a format.", False),
        (gzip.compress(b"<html>"), False),
        (b"\x1f\x8b\x08nonsense", False),
        (b"", False),
    ],
)
def test_an_archive_is_known_by_its_first_line(data: bytes, is_warc: bool) -> None:
    assert READER.recognises(Raw(data, "-")) is is_warc


def test_without_fastwarc_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(InputError, match=r"pip install 'crossread\[warc\]'"):
        read(THREE[0])
