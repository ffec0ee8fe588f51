"""cut_fonts.py SOURCE_SANS SOURCE_SERIF: cut Adobe's Source fonts down to what a briefing prints.

The two folders are the unpacked npm packages `source-sans` 3.52.0 and `source-serif` 4.5.1. Writes to
templates/fonts: TrueType for paper (Latin, Greek, Cyrillic) and WOFF2 for the page (Latin alone).
A font that was changed may not keep the reserved name "Source": the families are called Crossread.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "templates" / "fonts"
STYLES = {"Regular": "Regular", "It": "Italic", "Semibold": "SemiBold"}
FAMILIES = {"Sans": "SourceSans3", "Serif": "SourceSerif4"}
ON_PAGE = {"SansRegular", "SansSemiBold", "SerifRegular", "SerifItalic", "SerifSemiBold"}
FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "tnum", "lnum", "case"]
SYMBOLS = (
    "0300-036F 2000-206F 2070-209F 20A0-20BF 2116 2122 2190-2199 2212 2215 2248 2260 2264 2265 "
    "25A0 25A1 25AA 25B2 25BC 25B8 25BE 25C6 25CB 25CF 2713 2717 FFFD"
)
LATIN = "0020-007E 00A0-024F 02B0-02FF 1E00-1EFF " + SYMBOLS
PAPER = LATIN + " 0370-03FF 0400-045F 0490-04FF"
PAGE = "0020-007E 00A0-017F 02C6 02DC 2010-2026 202F 2030 2032 2033 2039 203A 20AC 2116 2122 2190-2193 2212 25B8 25BE"


def cut(source: Path, name: str, style: str, characters: str, target: Path, flavor: str | None) -> None:
    """Write the font with these characters alone, under its new name."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.flavor = flavor
    font = load_font(source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for each in characters.split() for code in span(each)])
    subsetter.subset(font)
    rename(font, name, style)
    save_font(font, target, options)


def span(codes: str) -> range:
    """The code points of "0020-007E" or of "2122"."""
    first, _, last = codes.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def rename(font: TTFont, family: str, style: str) -> None:
    """Take the reserved name out of every record that a program shows; the copyright notice keeps it."""
    plain = style in ("Regular", "Italic")
    names = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
        16: family,
        17: style,
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def main() -> None:
    """Cut all that is printed."""
    for folder, (family, source) in zip(sys.argv[1:3], FAMILIES.items(), strict=True):
        for suffix, style in STYLES.items():
            file = Path(folder) / "TTF" / f"{source}-{suffix}.ttf"
            cut(file, f"Crossread {family}", style, PAPER, FONTS / f"{family}-{style}.ttf", None)
            if family + style in ON_PAGE:
                cut(file, f"Crossread {family}", style, PAGE, FONTS / f"{family}-{style}.woff2", "woff2")


if __name__ == "__main__":
    main()
