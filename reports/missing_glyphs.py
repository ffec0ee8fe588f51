"""Characters that no font at hand can draw: they stand in the PDF as empty boxes, which a reader must be told."""

from __future__ import annotations

import logging
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager

CORE, CJK, EMOJI = "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"
# The first word of a character's Unicode name: what a reader calls its script, and the Debian package that draws it.
SCRIPTS = {
    "CJK": ("Chinese", CJK),
    "IDEOGRAPHIC": ("Chinese", CJK),
    "FULLWIDTH": ("Chinese", CJK),
    "HIRAGANA": ("Japanese", CJK),
    "KATAKANA": ("Japanese", CJK),
    "HANGUL": ("Korean", CJK),
}
SAMPLES = {
    "Greek": "Ω",
    "Cyrillic": "Ж",
    "Arabic": "ج",
    "Hebrew": "ש",
    "Devanagari": "ह",
    "Bengali": "ব",
    "Tamil": "த",
    "Thai": "ท",
    "Georgian": "გ",
    "Armenian": "Ա",
    "Ethiopic": "አ",
    "Chinese": "北",
    "Japanese": "ひ",
    "Korean": "한",
}


class MissingGlyphs(UserWarning):
    """A PDF was written with characters that no font could draw."""


class _Watch(logging.Filter):
    """Takes WeasyPrint's word on each glyph without a font, and lets every other message pass."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a message passes."""
        if not str(record.msg).startswith(".notdef") or not isinstance(record.args, tuple):
            return True
        self.found.add(str(record.args[0]))
        return False


@contextmanager
def watched() -> Iterator[set[str]]:
    """While this lasts, the characters that WeasyPrint writes without a glyph."""
    watch, logger = _Watch(), logging.getLogger("weasyprint")
    logger.addFilter(watch)
    try:
        yield watch.found
    finally:
        logger.removeFilter(watch)


def told(missing: Collection[str]) -> str:
    """One sentence on characters without a glyph: how many, of which scripts, and what draws them."""
    scripts = Counter(_script(each)[0] for each in missing)
    packages = sorted({_script(each)[1] for each in missing})
    named = ", ".join(
        f"{name} {count}" for name, count in sorted(scripts.items(), key=lambda each: (-each[1], each[0]))
    )
    which = "character that no installed font can draw stands" if len(missing) == 1 else _MANY
    return (
        f"the PDF: {len(missing)} {which} as an empty box ({named}); "
        f"on Debian or Ubuntu run: apt-get install {' '.join(packages)}"
    )


_MANY = "different characters that no installed font can draw stand each"


def _script(character: str) -> tuple[str, str]:
    """A character's script in words and the package with a font for it."""
    if unicodedata.category(character) == "So":
        return "symbols", EMOJI
    first = unicodedata.name(character, "OTHER").split()[0].partition("-")[0]
    return SCRIPTS.get(first, (first.capitalize(), CORE))
