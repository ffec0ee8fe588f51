"""The pages of a PDF whose end is missing: the table of objects and the order of pages stand there."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import IndirectObject

_MOST_OBJECTS = 100_000
_OWN = 8_388_607  # the number of an object that no file has
# An end of our own: an empty catalog, and a table "at 0", which makes pypdf look for the objects itself.
_END = b"""
endstream endobj
%(own)d 0 obj <</Type/Catalog/Pages<</Type/Pages/Count 0/Kids[]>>>> endobj
trailer <</Root %(own)d 0 R>>
startxref
0
%%%%EOF
""" % {b"own": _OWN}


def open_without_end(data: bytes, most_pages: int) -> tuple[PdfReader, list[PageObject]]:
    """A reader and the page objects left in the file, in its order. pypdf's errors come through."""
    from pypdf import PageObject, PdfReader
    from pypdf.generic import IndirectObject

    reader = PdfReader(BytesIO(data + _END))
    places: list[tuple[tuple[int, int], int, int]] = []
    for generation, table in reader.xref.items():
        places.extend(((place, 0), number, generation) for number, place in table.items())
    for number, (stream, index) in reader.xref_objStm.items():
        places.append(((reader.xref.get(0, {}).get(stream, 0), index + 1), number, 0))
    pages: list[PageObject] = []
    for _, number, generation in sorted(places)[:_MOST_OBJECTS]:
        reference = IndirectObject(number, generation, reader)
        found = _page_at(reference)
        if found is not None and len(pages) <= most_pages:
            page = PageObject(reader, reference)
            page.update(found)
            pages.append(page)
    return reader, pages


def _page_at(reference: IndirectObject) -> Any:
    """The page description that stands there; None for anything else."""
    try:
        found: Any = reference.get_object()
        return found if found.get("/Type") == "/Page" else None
    except Exception:  # an object cut in two, or none at all
        return None
