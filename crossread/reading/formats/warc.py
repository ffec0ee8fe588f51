"""WARC and WARC.gz: the pages in a web archive, each with its address and date."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from crossread.errors import InputError
from crossread.reading.containers import settle, within
from crossread.reading.formats.gzip import GzipStream, first_bytes
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.text.late import late

MAX_PAGES = 1000
MAX_RECORD = 20_000_000  # bytes of one page, packed and unpacked
MAX_UNPACKED = 1_000_000_000  # bytes of the whole archive
_MAX_RECORDS = 200_000
_VERSION = late(rb"WARC/\d\.\d{1,2}\r?\n")
_STATUS = late(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_CHUNK = late(rb"([0-9a-fA-F]{1,8})[ \t]{0,20}(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = late(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{1,40})", re.I)
_LOOKS_LIKE_HTML = late(rb"\s{0,500}(?:<!--.{0,500}?-->\s{0,500})?<(?:!doctype html|html|head|body)\b", re.I | re.S)
# What an article can be; the scripts, data and feeds a page loads are no articles of their own.
_MEDIA_TYPES = frozenset((
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "message/rfc822",
    "multipart/related", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
))  # fmt: skip


class _Message(Struct, frozen=True):
    """What a record holds: what says how to read the body, and the body as it was sent."""

    headers: Mapping[str, str]
    body: bytes


def recognises(raw: Raw) -> bool:
    """The version line of WARC, plain or in gzip."""
    return bool(_VERSION.match(raw.data) or _VERSION.match(first_bytes(raw.data)))


def read(raw: Raw) -> Iterator[Item]:
    """The pages the archive holds, in its order; what came before a cut is kept."""
    yield from settle(raw, _read_records(raw), "records", "this archive holds no page that can be read")


def _read_records(raw: Raw) -> Iterator[Item]:
    packed = GzipStream(raw.data, MAX_UNPACKED) if raw.data.startswith(b"\x1f\x8b") else None
    stream: Any = packed or io.BytesIO(raw.data)
    pages = number = 0
    records = _iterate(raw, stream)
    while True:
        number += 1
        part = f"record {number}"
        try:
            record = next(records, None)
            item = _read_record(raw, record, part) if record is not None else None
        except OSError:
            yield Problem(part, "no whole WARC record begins here; what came before was kept")
            return
        except EOFError:
            cut = packed.fault if packed and packed.fault else "the archive is cut off or damaged in this record"
            yield Problem(part, f"{cut}; what came before was kept")
            return
        if record is None:
            if packed and packed.fault:
                yield Problem(part, f"{packed.fault}; what came before was kept")
            return
        pages += isinstance(item, Raw)
        if pages > MAX_PAGES or number > _MAX_RECORDS:
            yield Problem("records", f"only the pages in its first {number - 1:,} records were read; split the archive")
            return
        if item is not None:
            yield item


def _iterate(raw: Raw, stream: Any) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise InputError(
            f"{raw.where}: WARC needs a package that is not installed: pip install 'crossread[warc]'"
        ) from error
    return iter(ArchiveIterator(stream, parse_http=False, stream_detect=False))


def _read_record(raw: Raw, record: Any, part: str) -> Raw | Problem | None:
    """The page of a record, None for a record that holds none. Raises EOFError where the archive is cut."""
    kind = str(record.headers.get("WARC-Type") or "").lower()
    if not kind or not str(record.headers.get("Content-Length") or "").strip():
        raise EOFError
    if kind not in ("response", "resource"):
        return None
    wanted = min(record.content_length, MAX_RECORD + 1)
    block = _read(record.reader, wanted)
    if len(block) < wanted:
        raise EOFError
    said = str(record.headers.get("Content-Type") or "")
    message = _Message({"content-type": said}, block)
    if kind == "response":
        is_http = said.lower().replace(" ", "").startswith("application/http")
        found = _http(block) if is_http else None
        if found is None:
            return Problem(part, "it does not begin as HTTP does; left out") if is_http else None
        message = found
    url = str(record.headers.get("WARC-Target-URI") or "").strip(" <>")
    media_type = _media_type(message)
    if media_type not in _MEDIA_TYPES or _is_robots_file(url):
        return None
    if len(block) > MAX_RECORD:
        return Problem(part, f"a page of more than {MAX_RECORD // 1_000_000} MB; left out")
    return _page(raw, record, part, url, media_type, message)


def _page(raw: Raw, record: Any, part: str, url: str, media_type: str, message: _Message) -> Raw | Problem:
    try:
        body = _unpacked(message)
    except (OSError, ValueError, EOFError, zlib.error):
        encodings = message.headers.get("content-encoding", "")[:60]
        return Problem(part, f"the page {url[:200]} cannot be unpacked (content encoding {encodings}); left out")
    if len(body) > MAX_RECORD:
        return Problem(
            part,
            f"the page {url[:200]} unpacks to more than {MAX_RECORD // 1_000_000} MB, as no article does; left out",
        )
    if not body.strip():
        return Problem(part, f"the page {url[:200]} is empty; left out")
    charset = _CHARSET.search(message.headers.get("content-type", "")[:1000])
    return Raw(
        body,
        raw.locator,
        media_type=media_type,
        charset=charset[1].lower() if charset else "",
        url=url,
        part=within(raw, part),
        retrieved=str(record.headers.get("WARC-Date") or "") or None,
    )


def _media_type(message: _Message) -> str:
    said = message.headers.get("content-type", "").partition(";")[0].strip().lower()
    return said or ("text/html" if _LOOKS_LIKE_HTML.match(message.body[:2000]) else "")


def _is_robots_file(url: str) -> bool:
    try:
        return urlsplit(url).path == "/robots.txt"
    except ValueError:
        return False


def _http(block: bytes) -> _Message | None:
    """The HTTP message of a response; one without headers where it was not answered with 200, None for no HTTP."""
    end = block.find(b"\r\n\r\n")
    head, body = (block[:end], block[end + 4 :]) if end >= 0 else block.partition(b"\n\n")[::2]
    opened = _STATUS.match(head)
    if opened is None:
        return None
    if opened[1] != b"200":
        return _Message({}, b"")
    lines = head[:65_536].decode("latin-1").splitlines()[1:500]
    named = (line.partition(":") for line in lines)
    return _Message({name.strip().lower(): value.strip() for name, _, value in named}, body)


def _unpacked(message: _Message) -> bytes:
    """The body without its transfer and content encodings, which some archivers undo and still declare."""
    from fastwarc import stream_io

    body, headers = message.body, message.headers
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for name in reversed(headers.get("content-encoding", "").lower().replace(" ", "").split(",")[:3]):
        if body[:500].lstrip().startswith(b"<"):
            break
        if name in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            body = _read(GzipStream(body, MAX_RECORD + 1), MAX_RECORD + 1)
        elif name == "deflate":  # with zlib's two bytes before it, or bare
            bits = zlib.MAX_WBITS if body[:1] == b"\x78" else -zlib.MAX_WBITS
            body = zlib.decompressobj(bits).decompress(body, MAX_RECORD + 1)
        elif name == "br":
            body = _read(stream_io.BrotliReader(io.BytesIO(body)), MAX_RECORD + 1)
        elif name == "zstd":
            body = _read(stream_io.ZstdReader(io.BytesIO(body)), MAX_RECORD + 1)
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked body put together; a body that is not chunked as it is."""
    pieces: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(body, at):
        end = chunk.end() + int(chunk[1], 16)
        if end == chunk.end():
            return b"".join(pieces)
        pieces.append(body[chunk.end() : end])
        at = end + 2 if body.startswith(b"\r\n", end) else end + 1
    return b"".join(pieces) or body


def _read(stream: Any, size: int) -> bytes:
    """Up to `size` bytes of a stream that may give fewer at a time."""
    pieces = []
    while size > 0:
        piece = stream.read(min(size, 65_536))
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


READER = Reader("warc", "WARC", (".warc", ".warc.gz"), recognises, read, max_bytes=200_000_000)
