"""The faces of a report, bundled or a brand's: as data inside a page, and by name for the PDF."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

from crossread.reports.brand import UNBRANDED, Brand

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


def screen_faces(brand: Brand = UNBRANDED) -> str:
    """`@font-face` rules that hold the fonts themselves: Latin, about 140 kB; other scripts are the reader's own."""
    if not brand.families:
        return _bundled_on_screen()
    rules = []
    for family, style, weight, slant in FACES:
        own = brand.families.get(family, {}).get(style.lower())
        name = f"{'Brand' if family in brand.families else 'Crossread'} {family}"
        if own:
            rules.append(_rule(name, weight, slant, own.uri))
        elif (family, style, weight, slant) in ON_SCREEN:
            rules.append(_rule(name, weight, slant, _data(family, style)))
    return "\n".join(rules)


def paper_faces(brand: Brand = UNBRANDED) -> str:
    """`@font-face` rules whose addresses the PDF's fetcher knows.

    Behind a brand's family stands the bundled one, for the letters that it lacks. It has a name of its own: a
    font is also found by the name inside its file, so one name for both would leave the choice to chance.
    """
    rules = []
    for family, style, weight, slant in FACES:
        bundled = f"{SCHEME}{family}-{style}.ttf"
        rules.append(_rule(f"Crossread {family}", weight, slant, bundled))
        if family in brand.families:
            own = brand.families[family].get(style.lower())
            rules.append(_rule(f"Brand {family}", weight, slant, own.address if own else bundled))
    return "\n".join(rules)


def font(name: str) -> bytes:
    """A bundled font file."""
    return (files("crossread.templates") / "fonts" / name).read_bytes()


@cache
def _bundled_on_screen() -> str:
    return "\n".join(
        _rule(f"Crossread {family}", weight, slant, _data(family, style)) for family, style, weight, slant in ON_SCREEN
    )


def _data(family: str, style: str) -> str:
    return f"data:font/woff2;base64,{b64encode(font(f'{family}-{style}.woff2')).decode()}"


def _rule(name: str, weight: int, slant: str, address: str) -> str:
    return (
        f'@font-face{{font-family:"{name}";font-weight:{weight};font-style:{slant};'
        f'font-display:swap;src:url("{address}")}}'
    )
