from __future__ import annotations

import gzip
import io
import tarfile
import zlib

import pytest

from crossread.errors import InputError
from crossread.model import Claim, Found
from crossread.reading.formats.gzip import READER
from crossread.reading.page import Item, Problem, Raw

PAGE = b"<html><p>The ferry sailed.</p></html>"


def read(data: bytes, name: str = "page.html.gz") -> list[Item]:
    return list(READER.read(Raw(data, name, name=name)))


def test_a_packed_file_is_handed_on_with_all_that_is_known_of_it() -> None:
    claims = (Claim("title", Found("A", "row.title")),)
    raw = Raw(
        gzip.compress(PAGE),
        "x",
        "page.html.GZ",
        "application/gzip",
        "",
        "https://a.example/",
        "row 1",
        "2026",
        claims,
        {"text": "b"},
    )
    assert list(READER.read(raw)) == [
        Raw(PAGE, "x", "page.html", "", "", "https://a.example/", "row 1", "2026", claims, {"text": "b"})
    ]


def test_several_members_and_padding_are_one_file() -> None:
    (item,) = read(gzip.compress(PAGE) + gzip.compress(b"") + gzip.compress(PAGE) + bytes(1_000_000))
    assert isinstance(item, Raw)
    assert item.data == PAGE * 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (gzip.compress(PAGE * 50)[:-9], "the gzip data is cut off; what came before was read"),
        (gzip.compress(PAGE) + b"more", "what follows the gzip data is no gzip data; what came before was read"),
        (gzip.compress(PAGE) + gzip.compress(PAGE)[:-3], "the gzip data is cut off; what came before was read"),
        (
            gzip.compress(PAGE) + gzip.compress(PAGE)[:10] + b"\xff" * 30,
            "the gzip data is damaged; what came before was read",
        ),
    ],
)
def test_what_came_before_damage_is_kept(data: bytes, said: str) -> None:
    item, problem = read(data)
    assert isinstance(item, Raw)
    assert item.data.startswith(PAGE)
    assert isinstance(problem, Problem)
    assert (problem.part, problem.message) == ("page.html", said)


def bomb() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(210)), packer.flush()])


def archive() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as tar:
        tar.addfile(tarfile.TarInfo("a.txt"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb(), "it unpacks to more than 200 MB"),
        (archive(), "this is a tar archive of files; unpack it"),
        (gzip.compress(b""), "there is nothing in it"),
        (gzip.compress(b"") * 200_010, "more than 200,000 gzip members"),
        (b"\x1f\x8b\x08", "the gzip data is cut off"),
        (b"\x1f\x8b\x08" + b"\xff" * 100, "the gzip data is damaged"),
    ],
)
def test_what_cannot_be_unpacked_says_why(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert str(caught.value).startswith("page.html.gz: ")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("data", "is_gzip"),
    [
        (gzip.compress(PAGE), True),
        (gzip.compress(b"WARC/1.0\r\n"), False),
        (b"\x1f\x8b\x08", True),
        (PAGE, False),
        (b"", False),
    ],
)
def test_packed_web_archives_are_left_to_their_reader(data: bytes, is_gzip: bool) -> None:
    assert READER.recognises(Raw(data, "-")) is is_gzip
