"""Bytes in, articles out: the one place that knows what an input looks like.

    bytes --reader--> Page --compose--> Article

A reader knows one format (`formats/`); which one reads an input is found by content (`readers`). What
the blocks of a page are, and what the page says of itself, is decided in one place for all formats
(`compose`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from crossread.errors import InputError
from crossread.model import Article
from crossread.reading.compose import OriginKind, compose
from crossread.reading.formats.text import page_of
from crossread.reading.page import Raw
from crossread.reading.readers import HEAD, choose_reader, read_whole, too_large

STDIN = "-"


def read(path: str | Path, base: Path | None = None) -> Article:
    """The article in a file of any format. Raises InputError saying why not.

    `path` is kept as written, as the article's locator; a relative one starts from `base`; "-" is
    standard input. A file that holds several articles (a feed, a table) is an InputError.
    """
    return only_article(*read_bytes(str(path), base))


def only_article(raw: Raw, kind: OriginKind) -> Article:
    """The one article in the bytes. Raises InputError where there is none, or several."""
    articles, others = [], 0
    for item in read_whole(raw, kind):
        if isinstance(item, Article):
            articles.append(item)
        else:
            others += 1
    if len(articles) == 1 and not others:
        return articles[0]
    if not articles and not others:
        raise InputError(f"{raw.locator}: no article was found in it")
    raise InputError(
        f"{raw.locator}: this holds {len(articles) + others} entries; compare them, or name one article of them"
    )


def article_from_text(text: str, locator: str = "text") -> Article:
    """The article in a string. Raises InputError when it is empty."""
    raw = Raw(text.encode("utf-8", "surrogatepass"), locator)
    return compose(page_of(text, locator), raw, "text", "text")


def read_bytes(path: str, base: Path | None = None) -> tuple[Raw, OriginKind]:
    """The bytes of a file or of standard input, as far as their format may go. Raises InputError."""
    if path == STDIN:
        return _bounded(sys.stdin.buffer, Raw(b"", STDIN)), "stdin"
    locator = Path(path).as_posix()
    file = (base or Path()) / path
    try:
        with file.open("rb") as opened:
            return _bounded(opened, Raw(b"", locator, file.name)), "file"
    except FileNotFoundError:
        raise InputError(f"{locator}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{locator}: this is a folder; name a file in it, or list the folder in a config") from None
    except OSError as error:
        raise InputError(f"{locator}: cannot be read ({error.strerror}); check its permissions") from None


def _bounded(file: BinaryIO, raw: Raw) -> Raw:
    """`raw` with the file's bytes. A device can be endless, whatever size it states."""
    from msgspec.structs import replace

    head = file.read(HEAD)
    reader = choose_reader(replace(raw, data=head))
    data = head + file.read(reader.max_bytes + 1 - len(head)) if len(head) == HEAD else head
    if len(data) > reader.max_bytes:
        raise InputError(too_large(raw.locator, reader))
    return replace(raw, data=data)
