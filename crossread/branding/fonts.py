"""A font: told by its content, with the letters that English needs, and a licence bit that lets it be embedded."""

from __future__ import annotations

import string
from io import BytesIO
from pathlib import Path

from crossread.branding.content import content_of
from crossread.errors import ConfigError
from crossread.reports.brand import Media

MAX_BYTES = 1_000_000
_KINDS = {b"\0\1\0\0": "font/ttf", b"true": "font/ttf", b"OTTO": "font/otf", b"wOF2": "font/woff2"}
_NEEDED = string.ascii_letters + string.digits + string.punctuation.replace("`", "") + " "
_FORBIDDEN = 0x0002  # of fsType in the table OS/2: restricted licence


def read_font(path: Path, name: str) -> Media:
    """A TrueType, OpenType or WOFF2 font under `name`. Raises ConfigError with the file and the reason otherwise."""
    data = content_of(path, MAX_BYTES)
    kind = _KINDS.get(data[:4])
    if kind is None:
        raise ConfigError(f"{path}: not a TrueType, OpenType or WOFF2 font; name a .ttf, .otf or .woff2 file")
    try:
        _check(data, kind)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from None
    return Media(name, kind, data)


def _check(data: bytes, kind: str) -> None:
    """ValueError for a font that is damaged, lacks letters or must not be embedded."""
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(BytesIO(data))
        # The tables of WOFF2 are packed together: one cut short cannot be unpacked at all.
        tables = () if kind == "font/woff2" else font.reader.tables.values()
        whole = all(table.offset + table.length <= len(data) for table in tables)
        letters = set(font.getBestCmap() or ())
        drawn = {"glyf", "CFF ", "CFF2"} & set(font.keys())
        widths, embedding = len(font["hmtx"].metrics), font["OS/2"].fsType if "OS/2" in font else 0
    except Exception as error:  # damaged fonts raise nearly anything
        raise ValueError(f"the font is damaged ({type(error).__name__}); take the file from its maker anew") from None
    if not (whole and drawn and widths):
        raise ValueError("the font is damaged or has no outlines; take the file from its maker anew")
    lacking = [letter for letter in _NEEDED if ord(letter) not in letters]
    if lacking:
        shown = "".join(lacking[:10])
        raise ValueError(f"the font lacks {len(lacking)} of the {len(_NEEDED)} signs English needs ({shown})")
    if embedding & _FORBIDDEN:
        raise ValueError("the font's licence forbids embedding (fsType); choose one that allows it")
