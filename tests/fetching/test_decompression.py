"""Compressed bodies come out whole, and a small body that unpacks to a huge one is stopped early."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard
from loopback import Reply, bomb, local_fetcher, serving

from crossread.errors import InputError
from crossread.fetching.decompression import decompressed


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZip", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "deflate": ("deflate", raw_deflate),
    "brotli": ("br", lambda data: brotli.compress(data, quality=4)),
    "zstandard": ("zstd", zstandard.ZstdCompressor(write_checksum=True).compress),
    "two": ("gzip, br", lambda data: brotli.compress(gzip.compress(data), quality=4)),
    "none": ("identity", bytes),
    "unsaid": ("", bytes),
}
NOISE = random.Random(1).randbytes(200_000)  # noqa: S311 - not for secrets
BODIES = (b"", b"x", b"a page " * 50_000, NOISE)


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 65536])
@pytest.mark.parametrize("name", PACKERS)
def test_what_was_packed_comes_out_whatever_the_chunks(name: str, size: int) -> None:
    encoding, pack = PACKERS[name]
    for body in BODIES:
        assert b"".join(decompressed(chunks(pack(body), size), encoding, 10**6)) == body


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_an_empty_body_needs_no_packing(encoding: str) -> None:
    assert b"".join(decompressed([], encoding, 10)) == b""


@pytest.mark.parametrize("name", ["gzip", "zlib", "deflate", "brotli", "zstandard", "two"])
@pytest.mark.parametrize("body", [b"x" * 50_000, NOISE])
def test_a_body_that_ends_early_is_no_page(name: str, body: bytes) -> None:
    encoding, pack = PACKERS[name]
    packed = pack(body)
    for end in (1, len(packed) // 2, len(packed) - 1):
        with pytest.raises(InputError, match=r"its compressed body (ends early|is damaged)"):
            list(decompressed(chunks(packed[:end], 1000), encoding, 10**6))


@pytest.mark.parametrize("name", ["gzip", "zlib", "brotli", "zstandard"])
def test_a_damaged_body_is_no_page(name: str) -> None:
    encoding, pack = PACKERS[name]
    packed = bytearray(pack(b"a page of many different words, 1234567890 " * 20))
    packed[len(packed) // 3] ^= 0xFF
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(InputError, match="its compressed body"):
        list(decompressed([bytes(packed)], encoding, 10**6))


def test_several_members_are_one_page_and_what_follows_is_ignored() -> None:
    assert b"".join(decompressed([gzip.compress(b"one ") + gzip.compress(b"two")], "gzip", 100)) == b"one two"
    assert b"".join(decompressed([gzip.compress(b"one"), b"\0\0\0 trailing"], "gzip", 100)) == b"one"
    frames = zstandard.compress(b"one ") + zstandard.compress(b"two")
    assert b"".join(decompressed(chunks(frames, 3), "zstd", 100)) == b"one two"


@pytest.mark.parametrize("encoding", ["compress", "gzip, aes", "gzip, gzip, gzip, gzip", "utf-8"])
def test_an_unknown_or_endless_packing_is_refused(encoding: str) -> None:
    with pytest.raises(InputError, match="compressed in an unknown way"):
        list(decompressed([b"x"], encoding, 100))


@pytest.mark.parametrize(
    ("name", "largest"), [("gzip", 65536), ("zlib", 65536), ("brotli", 2**18), ("zstandard", 2**23), ("two", 65536)]
)
def test_a_bomb_is_stopped_early_and_never_held_whole(name: str, largest: int) -> None:
    encoding, pack = PACKERS[name]
    read = 0

    def counted(packed: bytes) -> Iterable[bytes]:
        nonlocal read
        for chunk in chunks(packed, 1000):
            read += len(chunk)
            yield chunk

    packed = pack(bytes(100_000_000))
    sizes: list[int] = []
    with pytest.raises(InputError, match="larger than 3,000,000 bytes"):
        sizes.extend(map(len, decompressed(counted(packed), encoding, 3_000_000)))
    assert sum(sizes) <= 3_000_000
    assert max(sizes, default=0) <= largest
    assert read <= max(1000, len(packed) // 10)


def test_a_bomb_from_a_server_is_stopped(tmp_path: Path) -> None:
    with (
        serving({"/": bomb(500)}) as server,
        local_fetcher(tmp_path, max_bytes=5_000_000) as fetcher,
        pytest.raises(InputError, match="larger than 5,000,000 bytes; if it is meant to be, raise max_bytes"),
    ):
        fetcher.get(server.url())


@pytest.mark.parametrize("chunked", [True, False])
def test_a_page_without_end_is_stopped(tmp_path: Path, chunked: bool) -> None:
    with (
        serving({"/": Reply(bytes(300_000), chunked=chunked)}) as server,
        local_fetcher(tmp_path, max_bytes=200_000) as fetcher,
        pytest.raises(InputError, match="larger than 200,000"),
    ):
        fetcher.get(server.url())


@pytest.mark.parametrize("name", PACKERS)
def test_a_server_may_pack_as_it_likes(tmp_path: Path, name: str) -> None:
    encoding, pack = PACKERS[name]
    page = Reply(pack(b"a page " * 1000), headers={"Content-Encoding": encoding}, chunked=True)
    with serving({"/": page}) as server, local_fetcher(tmp_path) as fetcher:
        assert fetcher.get(server.url()).data == b"a page " * 1000
