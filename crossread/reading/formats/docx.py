"""DOCX: the text of a Word document as it stands, tracked insertions in, deletions and comments out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

from crossread.errors import InputError
from crossread.model import Claim
from crossread.reading.page import Page, Raw, Reader, claim

if TYPE_CHECKING:
    from zipfile import ZipFile

    from docx.document import Document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_FILES = 5_000
_MOST_XML = 25_000_000  # bytes of markup after decompression
_MOST_BYTES = 300_000_000  # bytes in all, pictures included
_OTHERS = (
    ("xl/", "an Excel workbook (.xlsx)"),
    ("ppt/", "a PowerPoint presentation (.pptx)"),
    ("META-INF/container.xml", "an e-book (.epub)"),
    ("content.xml", "an OpenDocument file (.odt)"),
    ("AndroidManifest.xml", "an Android app"),
    ("META-INF/MANIFEST.MF", "a Java archive"),
)
_TEMPLATE_MADE = "2013-12-23T23:15:00"  # python-docx's own template, kept by what programs make with it
_NO_AUTHORS = frozenset(("python-docx", "microsoft office user", "user", "admin", "administrator", "owner", "unknown"))


def recognises(raw: Raw) -> bool:
    """An Office package with a text in it, any zip called .docx, or Word's old format."""
    if raw.data.startswith(_OLE):
        return True
    if not raw.data.startswith(b"PK\x03\x04"):
        return False
    head = raw.data[:65_536]
    named = raw.name.lower().endswith((".docx", ".docm"))
    return named or b"word/" in head or b"[Content_Types].xml" in head or b"mimetypeapplication/" in head


def read(raw: Raw) -> Iterator[Page]:
    """The article in the document. Raises InputError for what is no DOCX, damaged, empty or too large."""
    if raw.data.startswith(_OLE):
        raise InputError(
            f"{raw.where}: this is an old Office file (.doc) or one with a password; open it and save it as .docx"
        )
    _check_package(raw)
    import docx

    from crossread.reading.word_text import WordText

    try:
        document = docx.Document(BytesIO(raw.data))
        page = WordText(document, raw.url).page(tuple(_claims(document)))
    except Exception as error:  # damaged parts make lxml and python-docx raise errors of every kind
        raise InputError(f"{raw.where}: the Word document is damaged; open it, repair it and save it again") from error
    if not page.text:
        raise InputError(f"{raw.where}: there is no text in the document; check that it is the right one")
    yield page


def _check_package(raw: Raw) -> None:
    """Refuse what is no Word package and what unpacks to more than an article has, before anything parses it."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(raw.data)) as package:
            entries = package.infolist()
            names = {entry.filename for entry in entries}
            _check_kind(raw, names)
            if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise InputError(f"{raw.where}: {_BOMB}")
            left = {True: _MOST_XML, False: _MOST_BYTES}
            for entry in entries:
                markup = entry.filename.lower().endswith((".xml", ".rels"))
                left[markup] -= _unpacked(package, entry, left[markup], markup, raw)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise InputError(
            f"{raw.where}: the Word document is damaged or cut short; download or save it again"
        ) from error
    except Exception as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{raw.where}: the Word document is damaged; download or save it again") from error


_BOMB = "the document unpacks to more than an article has; save the article's pages as a document of their own"


def _check_kind(raw: Raw, names: set[str]) -> None:
    if any(name.startswith("word/") for name in names):
        return
    for start, what in _OTHERS:
        if any(name.startswith(start) for name in names):
            raise InputError(
                f"{raw.where}: this is {what}, not a Word document; save the article as .docx, PDF or text"
            )
    raise InputError(f"{raw.where}: this is a zip archive without a Word document; unpack it and read what is in it")


def _unpacked(package: ZipFile, entry: Any, most: int, markup: bool, raw: Raw) -> int:
    """The true size of a file of the package; what its directory states may be a lie."""
    size, tail = 0, b""
    with package.open(entry) as stream:
        while chunk := stream.read(1 << 20):
            size += len(chunk)
            if size > most:
                raise InputError(f"{raw.where}: {_BOMB}")
            if markup:
                tail = tail[-20:] + chunk.replace(b"\0", b"").upper()
                if b"<!DOCTYPE" in tail or b"<!ENTITY" in tail:
                    raise InputError(
                        f"{raw.where}: the document's markup defines entities, which Word never does; it is not read"
                    )
    return size


def _claims(document: Document) -> Iterator[Claim]:
    """The document's properties; the names that programs give are no authors."""
    properties = document.core_properties
    yield from claim("title", properties.title, "docx.title")
    for name in (properties.author or "").split(";"):
        if name.strip().lower() not in _NO_AUTHORS:
            yield from claim("author", name, "docx.author")
    with suppress(ValueError):  # a date that is none
        created = properties.created.isoformat() if properties.created else ""
        yield from claim("published", "" if created.startswith(_TEMPLATE_MADE) else created, "docx.created")
    yield from claim("section", properties.category, "docx.category")


READER = Reader(
    id="docx",
    title="a Word document (DOCX)",
    endings=(".docx", ".docm"),
    recognises=recognises,
    read=read,
    max_bytes=50_000_000,  # pictures are in it
)
