"""From a brand file and a folder of templates to the look of a report."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.pdf_options import PdfOptions
    from crossread.reports.brand import Brand
    from crossread.reports.look import Look


def make_look(
    pdf: PdfOptions, templates: str | PathLike[str] | None = None, brand: str | PathLike[str] | None = None
) -> Look:
    """The look with these options and paths. Raises ConfigError with every problem of the brand file."""
    from crossread.reports.brand import UNBRANDED
    from crossread.reports.look import Look

    return Look(pdf, Path(templates) if templates else None, load_brand(Path(brand)) if brand else UNBRANDED)


def load_brand(path: Path) -> Brand:
    """The brand in a YAML file, with its logo and fonts read and checked.

    Raises ConfigError with every problem found, one `path:line:column: what` a line.
    """
    from crossread.branding.reading import read_brand

    return read_brand(path)
