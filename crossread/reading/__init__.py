"""Bytes in, articles out: the one place that knows what an input looks like.

A reader takes the bytes of an input and its locator and returns an `Article`. Plain text is the
first; further formats are further modules with the same signature.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from crossread.errors import InputError
from crossread.model import Article, Origin
from crossread.reading.decode import decode, normalise
from crossread.reading.metadata import find_metadata
from crossread.reading.zones import find_zones

MAX_BYTES = 5_000_000  # a long book is 2 MB of text; an article beyond this is a mistake


def read(path: str | Path, base: Path | None = None) -> Article:
    """The article in a text file (UTF-8, UTF-16 or Windows-1252). Raises InputError saying why not.

    `path` is kept as written, as the article's locator; a relative one starts from `base`.
    """
    if path == "-":
        raise InputError("-: reading from standard input is not supported yet; save the text to a file")
    locator = Path(path).as_posix()
    path = (base or Path()) / path
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # a device can be endless, whatever size it states
    except FileNotFoundError:
        raise InputError(f"{locator}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{locator}: this is a folder; name a file in it, or list the folder in a config") from None
    except OSError as error:
        raise InputError(f"{locator}: cannot be read ({error.strerror}); check its permissions") from None
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES / 1e6:.0f} MB"
        raise InputError(f"{locator}: this is more than the {limit} an article may have; cut the file into articles")
    text, encoding = decode(data, locator)
    return _article(text, Origin("file", locator, sha256(data).hexdigest(), encoding))


def article_from_text(text: str, locator: str = "text") -> Article:
    """The article in a string. Raises InputError when it is empty."""
    return _article(text, Origin("text", locator, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()))


def _article(raw: str, origin: Origin) -> Article:
    text = normalise(raw)
    if not text.strip():
        raise InputError(f"{origin.locator}: the file is empty; there is nothing to read")
    zones = find_zones(text)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(digest[:12], origin, find_metadata(text, zones), text, zones)
