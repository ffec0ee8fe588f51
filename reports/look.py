"""How a report looks, apart from what it says: an argument of rendering, never part of the result."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from crossread.pdf_options import PdfOptions
from crossread.reports.brand import UNBRANDED, Brand


class Look(Struct, frozen=True):
    """The templates, the brand and the kind of PDF that a result is printed with.

    `templates` is a folder whose files take the place
    of the shipped templates of the same name; `brand` holds a name, a logo, colours and fonts.
    """

    pdf: PdfOptions = PdfOptions()
    templates: Path | None = None
    brand: Brand = UNBRANDED

    @property
    def shipped(self) -> bool:
        """Whether templates and design are those that come with crossread."""
        return self.templates is None and self.brand == UNBRANDED


PLAIN = Look()
