"""Plain text: what is read when nothing says that it is anything else."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.errors import InputError
from crossread.reading.blocks import find_blocks
from crossread.reading.decode import decode, normalise
from crossread.reading.page import Page, Raw, Reader


def read(raw: Raw) -> Iterator[Page]:
    """The page in a text of UTF-8, UTF-16 or Windows-1252. Raises InputError for what is empty or no text."""
    text, encoding = decode(raw.data, raw.where)
    yield page_of(text, raw.where, encoding)


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
