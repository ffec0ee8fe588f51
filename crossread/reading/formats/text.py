"""Plain text: what is read when nothing says that it is anything else."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.errors import InputError
from crossread.reading.blocks import find_blocks
from crossread.reading.decode import decode, normalise
from crossread.reading.page import Page, Raw, Reader

_PICTURE = "a picture; run OCR on it and save what it says as text"
_ARCHIVE = "an archive of files; unpack it and name the folder"
_SOUND = "a sound or a film; save what is said in it as text"
# What a file that nobody can read opens with, and what to do. A name often says otherwise.
_OPENINGS = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"PK\x03\x04", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"BZh91AY&SY", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"ID3\x02", _SOUND),
    (b"ID3\x03", _SOUND),
    (b"ID3\x04", _SOUND),
    (b"OggS\0", _SOUND),
    (b"{\\rtf", "a text in RTF; open it and save it as .docx"),
    (b"bplist00", "a property list, such as a .webarchive of Safari; save the page as its source or as a PDF"),
)
_BOX_KINDS = {b"WEBP": _PICTURE, b"WAVE": _SOUND, b"AVI ": _SOUND}


def read(raw: Raw) -> Iterator[Page]:
    """The page in a text of UTF-8, UTF-16 or Windows-1252. Raises InputError for what is empty or no text."""
    other = _other_than_text(raw.data)
    if other:
        raise InputError(f"{raw.where}: this is {other}")
    text, encoding = decode(raw.data, raw.where)
    yield page_of(text, raw.where, encoding)


def _other_than_text(data: bytes) -> str:
    """What the bytes are instead, and what to do; "" for all that is not known to be anything else."""
    if data.startswith(b"RIFF"):
        return _BOX_KINDS.get(data[8:12], "")
    if data.startswith(b"\0") and data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _SOUND
    return next((other for opening, other in _OPENINGS if data.startswith(opening)), "")


def page_of(written: str, where: str, encoding: str = "utf-8") -> Page:
    """The page in a string. Raises InputError when it is empty."""
    text = normalise(written)
    if not text.strip():
        raise InputError(f"{where}: the file is empty; there is nothing to read")
    return Page(text, tuple(find_blocks(text)), encoding=encoding)


READER = Reader(
    id="text",
    title="plain text",
    endings=(".txt", ".text"),
    recognises=lambda raw: True,
    read=read,
    max_bytes=5_000_000,  # a long book is 2 MB of text; an article beyond this is a mistake
)
