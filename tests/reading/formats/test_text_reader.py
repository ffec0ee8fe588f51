from __future__ import annotations

import io
import zipfile

import pytest

from crossread.errors import InputError
from crossread.model import Article
from crossread.reading.page import Raw
from crossread.reading.readers import read_whole


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("story.txt", "The ferry sailed.")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "a picture; run OCR"),
        ("photo.pdf", b"\xff\xd8\xff\xe0" + bytes(64), "a picture; run OCR"),
        ("photo.html", b"GIF89a" + bytes(64), "a picture; run OCR"),
        ("photo.webp", b"RIFF\x10\0\0\0WEBPVP8 " + bytes(64), "a picture; run OCR"),
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(64), "a picture; run OCR"),
        ("all.zip", zipped(), "an archive of files; unpack it"),
        ("talk.mp3", b"ID3\x04" + bytes(64), "a sound or a film"),
        ("talk.mp4", b"\0\0\0\x18ftypisom" + bytes(64), "a sound or a film"),
        ("note.rtf", rb"{\rtf1\ansi - The ferry sailed, said the \b harbour\b0  office.\par}", "save it as .docx"),
        ("page.webarchive", b"bplist00\xd1" + bytes(64), "save the page as its source"),
    ],
)
def test_what_is_no_text_is_called_what_it_is_and_what_to_do(name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_whole(Raw(data, name, name)))
    assert str(caught.value).startswith(f"{name}: this is ")
    assert said in str(caught.value)


@pytest.mark.parametrize("opening", ["RIFF is a word of music.", "ID3 tags name a song.", "The ftyp box opens a film."])
def test_a_text_about_a_format_is_a_text(opening: str) -> None:
    [article] = read_whole(Raw(f"{opening} So the clerk said.\n".encode(), "a.txt", "a.txt"))
    assert isinstance(article, Article)
    assert article.text.startswith(opening)
