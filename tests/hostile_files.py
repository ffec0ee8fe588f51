"""Files that are broken or out to break the reader, made by hand or with a library, each of a bounded size."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache
from pathlib import Path

SENTENCES = (
    "The harbour wall gave way on Monday night, the port authority said, and stone was brought from Oban.",
    "“We heard it from the town,” said Ann Lee, who keeps the ferry office on the northern quay.",
    "The council may vote on the repair next week, although it is not known what that would cost.",
)
MARK = "a harbour that nobody else writes of"  # what only these files say


def paragraphs(of: str = MARK) -> list[str]:
    """Six paragraphs about something."""
    return [f"{SENTENCES[number % 3]} Part {number} of the account of {of} follows here." for number in range(6)]


def page(of: str = MARK, head: str = "", body: str = "") -> str:
    """A web page with an article, and `body` after it."""
    told = "".join(f"<p>{each}</p>" for each in paragraphs(of))
    return (
        f"<!doctype html><html lang=en><head><title>News of {of}</title>{head}</head>"
        f"<body><article><h1>News of {of}</h1>{told}{body}</article></body></html>"
    )


@cache
def pdf(*, locked: bool = False) -> bytes:
    """Three pages; `locked` asks for a password."""
    from pypdf import PdfWriter
    from weasyprint import HTML

    told = "".join(f"<p style='break-after: page'>{' '.join(paragraphs())} Page {n}.</p>" for n in ("one", "two", "x"))
    data = bytes(HTML(string=f"<html lang=en>{told}</html>").write_pdf())
    if not locked:
        return data
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scan() -> bytes:
    """A PDF of one page with a picture and no letter."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

    writer = PdfWriter()
    sheet = writer.add_blank_page(595, 842)
    picture = DecodedStreamObject()
    picture.set_data(b"\0")
    for name, value in {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": "/DeviceGray"}.items():
        picture[NameObject(f"/{name}")] = NameObject(value)
    for name, number in {"Width": 1, "Height": 1, "BitsPerComponent": 8}.items():
        picture[NameObject(f"/{name}")] = NumberObject(number)
    drawing = DecodedStreamObject()
    drawing.set_data(b"q 595 0 0 842 0 0 cm /Im Do Q")
    pictures = DictionaryObject({NameObject("/Im"): writer._add_object(picture)})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    sheet[NameObject("/Contents")] = ArrayObject([writer._add_object(drawing)])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@cache
def docx_bomb() -> bytes:
    """A Word document whose text is 300 MB of spaces."""
    import docx

    whole = io.BytesIO()
    docx.Document().save(whole)
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for entry in old.infolist():
            if entry.filename != "word/document.xml":
                new.writestr(entry.filename, old.read(entry))
        with new.open("word/document.xml", "w") as document:
            for _ in range(300):
                document.write(b" " * 1_000_000)
    return out.getvalue()


@cache
def gzip_bomb(megabytes: int = 300) -> bytes:
    """A page and then so many MB of spaces, packed to a thousandth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    pieces = [packer.compress(page().encode())]
    pieces += [packer.compress(b" " * 1_000_000) for _ in range(megabytes)]
    return b"".join([*pieces, packer.flush()])


def expanding_feed() -> bytes:
    """Entities within entities: three kilobytes that would be a billion letters."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss version="2.0"><channel>'
        f"<title>The Coast</title><item><title>Wall</title><description>&l9;</description></item></channel></rss>"
    ).encode()


def feed(*dates: str) -> str:
    """A feed whose entries, one for each date, have their whole text in it."""
    items = "".join(
        f"<item><title>Entry {number}</title><guid>{number}</guid><pubDate>{date}</pubDate><content:encoded>"
        f"<![CDATA[{''.join(f'<p>{each}</p>' for each in paragraphs(f'entry {number}'))}]]></content:encoded></item>"
        for number, date in enumerate(dates)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Coast</title>{items}</channel></rss>"
    )


def warc_cut() -> bytes:
    """An archive of two pages that ends within the second."""
    records = []
    for number in (1, 2):
        body = page(f"archived page {number}").encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2026-03-04T10:00:00Z\r\n"
            f"WARC-Target-URI: https://bay.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(records)[: -len(records[1]) // 2]


def write_large(path: Path, megabytes: int = 200) -> None:
    """A page and then nothing but zero bytes, which take no room on the disk."""
    with path.open("wb") as file:
        file.write(page().encode())
        file.truncate(megabytes * 1_000_000)
