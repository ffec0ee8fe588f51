"""What the bytes of a PDF's strings mean in their font: characters and widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crossread.reading.pdf.values import entry

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

UNKNOWN = "\ufffd"  # a glyph of which the font does not say what it is
_BOLD = ("bold", "black", "heavy", "demi")
_BULLETS = {0xF0B7: "•", 0xF0A7: "•", 0xF06E: "•", 0xF0A8: "•", 0xF0D8: "•"}  # those of Symbol and Wingdings


def read_face(description: DictionaryObject) -> Face | None:
    """The font of a description; None for one that is damaged: its text cannot be read."""
    try:
        return Face(description)
    except Exception:  # pypdf meets damaged fonts with errors of every kind
        return None


def mapping_size(description: DictionaryObject) -> int:
    """Bytes of the map from codes to characters, which take time to read."""
    found = entry(description, "/ToUnicode")
    return len(found.get_data()) if hasattr(found, "get_data") else 0


class Face:
    """A font's way from bytes to characters and widths, remembered string by string."""

    def __init__(self, description: DictionaryObject) -> None:
        from pypdf.generic._font import Font

        font = Font.from_font_resource(description)
        self.description = description  # kept, so that its id stays its own
        self.bold = any(sign in font.name.lower() for sign in _BOLD)
        self._font = font
        self._unmapped = _is_unmapped(description, font.character_map)
        self._unit = _glyph_unit(description)
        self._known: dict[bytes, tuple[str, float, int, int]] = {}

    def read(self, string: bytes) -> tuple[str, float, int, int]:
        """Characters, their width for size 1, the number of codes, and of spaces among them."""
        known = self._known.get(string)
        if known is None:
            known = self._read(string)
            if len(string) <= 64 and len(self._known) < 20_000:
                self._known[string] = known
        return known

    def _read(self, string: bytes) -> tuple[str, float, int, int]:
        font = self._font
        if isinstance(font.encoding, str):
            codes = string.decode(font.encoding, "replace")
            characters: Sequence[str] = codes
            spaces = 0  # word spacing is for codes of one byte
        else:
            codes = string.decode("latin-1")
            characters = [font.encoding.get(code, chr(code)) for code in string]
            spaces = codes.count(font.space_char)
        width = sum(font.space_width if code == font.space_char else font.get_text_width(code) for code in codes)
        if self._unmapped:
            return UNKNOWN * len(codes), width * self._unit, len(codes), spaces
        text = "".join(map(_character, (font.character_map.get(each, each) for each in characters)))
        return text, width * self._unit, len(codes), spaces


def _is_unmapped(description: DictionaryObject, character_map: dict[Any, Any]) -> bool:
    """Glyph numbers and nothing that says which characters they are."""
    return not character_map and str(description.get("/Encoding", "")).startswith("/Identity")


def _glyph_unit(description: DictionaryObject) -> float:
    """Glyph widths are thousandths of the size, but for fonts drawn by the document itself."""
    if description.get("/Subtype") == "/Type3":
        matrix = description.get("/FontMatrix")
        if isinstance(matrix, list) and matrix:
            return abs(float(matrix[0])) or 0.001
    return 0.001


def _character(found: Any) -> str:
    text = str(found)
    if len(text) > 1:  # a ligature's letters, or a glyph's name that means nothing
        return UNKNOWN if text[0] == "/" else text
    code = ord(text) if text else 0
    if 0xE000 <= code <= 0xF8FF:
        return _BULLETS.get(code, UNKNOWN)
    return UNKNOWN if code < 32 and text not in "\t\n\r" else text
