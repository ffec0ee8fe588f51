"""Compressed bodies, unpacked piece by piece, so that a small body cannot fill the memory.

httpx unpacks what a network packet holds at once, which for a hostile one is gigabytes; here each
piece is bounded, and each layer of compression by the limit of the page.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from crossread.errors import InputError

ACCEPTED = "gzip, deflate, br, zstd"
_LAYERS = 3  # more are not met outside attacks
_PIECE = 65536  # bytes
# The most a Zstandard block makes is 128 KiB, the least it takes is 4 bytes: at most 8 MB a slice.
_ZSTD_SLICE = 256
_ZSTD_WINDOW = 8 * 2**20  # bytes; RFC 9659 asks for no more over HTTP


def decompressed(chunks: Iterable[bytes], encodings: str, limit: int) -> Iterator[bytes]:
    """The content of a body with the header `Content-Encoding: encodings`.

    Raises InputError for unknown and damaged encodings, a body that ends early, and a layer of more
    than `limit` bytes.
    """
    names = [name for part in encodings.split(",") if (name := part.strip().lower()) not in ("", "identity")]
    if len(names) > _LAYERS or not all(name in _STAGES for name in names):
        raise InputError("its body is compressed in an unknown way; open it in a browser and save the page")
    stream = bounded(chunks, limit)
    for name in reversed(names):
        stream = bounded(_STAGES[name](stream), limit)
    return stream


def bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """The same chunks. Raises InputError once they are more than `limit` bytes."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        yield chunk


def too_large(limit: int) -> InputError:
    """What is said of a body of more than `limit` bytes."""
    return InputError(f"the page is larger than {limit:,} bytes; if it is meant to be, raise max_bytes under fetch")


def _damaged() -> InputError:
    return InputError("its compressed body is damaged; try again, or save the page in a browser")


def _ends_early() -> InputError:
    return InputError("its compressed body ends early; try again, or save the page in a browser")


def _gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    return _inflate(chunks, zlib.MAX_WBITS | 16)


def _deflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 9110 says zlib, but some servers send the bare stream: the two-byte header of zlib tells."""
    rest = iter(chunks)
    head = b""
    for chunk in rest:
        head += chunk
        if len(head) > 1:
            break
    wrapped = len(head) > 1 and head[0] & 15 == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return _inflate(chain((head,), rest), zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


def _inflate(chunks: Iterable[bytes], window: int) -> Iterator[bytes]:
    engine = zlib.decompressobj(window)
    started = False
    try:
        for chunk in chunks:
            while chunk:
                if engine.eof:
                    # gzip may have several members; anything else behind it is ignored, as browsers do.
                    if window < 16 or not chunk.startswith(b"\x1f"):
                        return
                    engine = zlib.decompressobj(window)
                started = True
                yield engine.decompress(chunk, _PIECE)
                chunk = engine.unconsumed_tail or engine.unused_data
        yield engine.flush()
    except zlib.error as error:
        raise _damaged() from error
    if started and not engine.eof:
        raise _ends_early()


def _brotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import brotli  # type: ignore[import-untyped]

    engine = brotli.Decompressor()
    started = False
    try:
        for chunk in filter(None, chunks):
            if engine.is_finished():
                return
            started = True
            piece: bytes = engine.process(chunk, output_buffer_limit=_PIECE)
            yield piece
            while not engine.is_finished() and (piece or not engine.can_accept_more_data()):
                piece = engine.process(b"", output_buffer_limit=_PIECE)
                yield piece
    except brotli.error as error:
        raise _damaged() from error
    if started and not engine.is_finished():
        raise _ends_early()


def _zstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import zstandard

    engine = None
    try:
        for chunk in chunks:
            for start in range(0, len(chunk), _ZSTD_SLICE):
                part = chunk[start : start + _ZSTD_SLICE]
                while part:
                    if engine is None or engine.eof:
                        engine = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
                    yield engine.decompress(part)
                    part = engine.unused_data if engine.eof else b""
    except zstandard.ZstdError as error:
        raise _damaged() from error
    if engine is not None and not engine.eof:
        raise _ends_early()


_STAGES: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
