"""The name, logo, colours and fonts of whoever makes a briefing, as templates get them.

The values here have been checked by `crossread.branding`, which reads them from a brand file.
"""

from __future__ import annotations

from base64 import b64encode

import msgspec
from msgspec import Struct

from crossread.reports.design import DESIGN, Design

SCHEME = "crossread-brand:"
STYLES = {"regular": (400, "normal"), "italic": (400, "italic"), "semibold": (600, "normal")}


class Media(Struct, frozen=True, gc=False):
    """A file of a brand, held in memory, so that rendering opens none."""

    name: str  # "logo", "sans-regular"
    kind: str  # its media type: "image/png", "font/woff2"
    data: bytes

    @property
    def uri(self) -> str:
        """The file itself as an address, for a page."""
        return f"data:{self.kind};base64,{b64encode(self.data).decode('ascii')}"

    @property
    def address(self) -> str:
        """The name under which the PDF's fetcher serves the file."""
        return SCHEME + self.name


class Brand(Struct, frozen=True):
    """Who hands a briefing round, and how their reports look. Every part may be missing.

    `light` and `dark` map names of the design's colours to "#rrggbb": on white, in print too, and on
    dark. `sans` and `serif` map styles of STYLES to a font. `notes` are for the person who renders.
    """

    name: str = ""
    logo: Media | None = None
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    sans: dict[str, Media] = {}
    serif: dict[str, Media] = {}
    notes: tuple[str, ...] = ()

    @property
    def media(self) -> dict[str, Media]:
        """Every file of the brand by its name."""
        held = [self.logo, *self.sans.values(), *self.serif.values()]
        return {each.name: each for each in held if each is not None}

    @property
    def families(self) -> dict[str, dict[str, Media]]:
        """The fonts by the bundled family whose place they take; only families that are given."""
        given = {"Sans": self.sans, "Serif": self.serif}
        return {family: fonts for family, fonts in given.items() if fonts}


UNBRANDED = Brand()


def branded(brand: Brand, design: Design = DESIGN) -> Design:
    """The design with a brand's colours and fonts in the place of its own."""
    stacks = msgspec.structs.asdict(design.faces)
    faces = {each: f'"Brand {family}", {stacks[each]}' for family in brand.families for each in (family.lower(),)}
    return msgspec.structs.replace(
        design,
        light=msgspec.structs.replace(design.light, **brand.light),
        print=msgspec.structs.replace(design.print, **brand.light),
        dark=msgspec.structs.replace(design.dark, **brand.dark),
        faces=msgspec.structs.replace(design.faces, **faces),
    )
