"""The bundled faces: as data inside a page, and by name for the PDF."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

# (family, style's name in the file, CSS weight, CSS style)
FACES = (
    ("Sans", "Regular", 400, "normal"),
    ("Sans", "Italic", 400, "italic"),
    ("Sans", "SemiBold", 600, "normal"),
    ("Serif", "Regular", 400, "normal"),
    ("Serif", "Italic", 400, "italic"),
    ("Serif", "SemiBold", 600, "normal"),
)
ON_SCREEN = tuple(face for face in FACES if face[:2] != ("Sans", "Italic"))
ON_PAPER = frozenset(f"{family}-{style}.ttf" for family, style, _, _ in FACES)
SCHEME = "crossread-font:"


@cache
def screen_faces() -> str:
    """`@font-face` rules that hold the fonts themselves: Latin, about 140 kB; other scripts are the reader's own."""
    return "\n".join(
        _rule(family, weight, slant, f"data:font/woff2;base64,{b64encode(font(f'{family}-{style}.woff2')).decode()}")
        for family, style, weight, slant in ON_SCREEN
    )


def paper_faces() -> str:
    """`@font-face` rules whose addresses the PDF's fetcher knows."""
    return "\n".join(
        _rule(family, weight, slant, f"{SCHEME}{family}-{style}.ttf") for family, style, weight, slant in FACES
    )


def font(name: str) -> bytes:
    """A bundled font file."""
    return (files("crossread.templates") / "fonts" / name).read_bytes()


def _rule(family: str, weight: int, slant: str, address: str) -> str:
    return (
        f'@font-face{{font-family:"Crossread {family}";font-weight:{weight};font-style:{slant};'
        f'font-display:swap;src:url("{address}")}}'
    )
