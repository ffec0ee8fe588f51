"""Whatever bytes a reader is given, it says what is wrong with them or gives what it can."""

from __future__ import annotations

import gzip as packing
import io
import random
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats import csv, feed, gzip, json, jsonl, parquet, warc
from crossread.reading.page import Item, Problem, Raw, Reader, Reference

TEXT = "The ferry sailed at noon and came back, late, at four."


def table() -> bytes:
    arrow: Any = pytest.importorskip("pyarrow")
    writer: Any = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    writer.write_table(arrow.table({"title": ["A", "B"], "text": [TEXT, TEXT]}), file)
    return file.getvalue()


def archive() -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + TEXT.encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {len(block)}\r\n"
    return (head + "Content-Type: application/http\r\n\r\n").encode() + block + b"\r\n\r\n"


SAMPLES: dict[Reader, bytes] = {
    json.READER: f'[{{"title": "A", "text": "{TEXT}"}}, {{"title": "B", "url": "https://a.example/"}}]'.encode(),
    jsonl.READER: f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n'.encode(),
    csv.READER: f'title,text\nA,"{TEXT}"\nB,"{TEXT}"\n'.encode(),
    parquet.READER: table(),
    feed.READER: b"<?xml version='1.0'?><rss version='2.0'><channel><title>Bay</title>"
    b"<item><title>A</title><link>https://a.example/1</link><pubDate>Wed, 04 Mar 2026 11:00:00 GMT</pubDate></item>"
    b"<item><title>B</title><link>https://a.example/2</link></item></channel></rss>",
    warc.READER: archive() * 2,
    gzip.READER: packing.compress(TEXT.encode()),
}
NOISE = random.Random(3)  # noqa: S311 - noise, no secret
READERS = pytest.mark.parametrize("reader", SAMPLES, ids=lambda reader: reader.id)


def outcome(reader: Reader, data: bytes) -> list[Item]:
    raw = Raw(data, "input", name="input")
    assert reader.recognises(Raw(data[:65_536], "input")) in (True, False)
    try:
        return list(reader.read(raw))
    except InputError as error:
        told = str(error)
    assert told.startswith("input: ")
    assert len(told) < 2000
    return []


@READERS
def test_the_sample_is_recognised_and_read_the_same_twice(reader: Reader) -> None:
    data = SAMPLES[reader]
    assert reader.recognises(Raw(data, "input"))
    found = outcome(reader, data)
    assert any(isinstance(item, Raw | Reference) for item in found)
    assert not any(isinstance(item, Problem) for item in found)
    assert outcome(reader, data) == found


@READERS
@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"\0" * 100, b"\xff\xfe", b"\xfe\xff\0", b"\xef\xbb\xbf", NOISE.randbytes(5000),
        NOISE.randbytes(70_000), b"PAR1" + NOISE.randbytes(500) + b"PAR1", b"\x1f\x8b\x08" + NOISE.randbytes(500),
        b"<rss>" + NOISE.randbytes(500), b"WARC/1.0\r\n" + NOISE.randbytes(500), b"[" * 100_000,
        b'{"a":' * 100_000, b"<a>" * 100_000, b'"' * 100_000,
    ],
    ids=lambda data: repr(data[:9]),
)  # fmt: skip
def test_bytes_of_no_format_are_an_error_or_nothing_worse(reader: Reader, data: bytes) -> None:
    outcome(reader, data)


@READERS
def test_a_file_cut_anywhere_is_an_error_or_what_came_before(reader: Reader) -> None:
    data = SAMPLES[reader]
    for tenth in range(10):
        outcome(reader, data[: len(data) * tenth // 10])


@READERS
def test_a_file_with_wrong_bytes_in_it_is_an_error_or_what_can_be_had(reader: Reader) -> None:
    data = SAMPLES[reader]
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(4):
            damaged[NOISE.randrange(len(data))] = NOISE.randrange(256)
        outcome(reader, bytes(damaged))
