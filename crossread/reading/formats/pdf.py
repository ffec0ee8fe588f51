"""PDF: how one is known; what reads it is imported for one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.reading.page import Page, Raw, Reader


def read(raw: Raw) -> Iterator[Page]:
    """The article in a PDF. Raises InputError for one that is encrypted, damaged, a scan, or endless."""
    from crossread.reading.pdf.articles import read_pdf

    return read_pdf(raw)


READER = Reader(
    id="pdf",
    title="PDF",
    endings=(".pdf",),
    recognises=lambda raw: b"%PDF-" in raw.data[:1024],
    read=read,
    max_bytes=50_000_000,
)
