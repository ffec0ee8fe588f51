"""What a reader may choose about the PDF: a key of configurations and an argument of rendering."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Page = Literal["A4", "Letter"]
Variant = Literal["none", "ua-1", "a-3u"]


class PdfKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The key `pdf` of a configuration."""

    page: Annotated[Page | None, Meta(description="Page size, in place of the key `page`.")] = None
    variant: Annotated[
        Variant, Meta(description="A standard to follow: PDF/UA-1, for assistive software, or PDF/A-3u, for archives.")
    ] = "none"
    attach: Annotated[bool, Meta(description="Whether the result is attached to the PDF, as JSON.")] = True


class PdfOptions(Struct, frozen=True):
    """Page size, the standard to follow, and whether the result is attached."""

    page: Page = "A4"
    variant: Variant = "none"
    attach: bool = True
