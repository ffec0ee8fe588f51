"""Bytes to text: encodings, newlines and the one normalisation offsets are counted after."""

from __future__ import annotations

import codecs
import re
import unicodedata

from crossread.errors import InputError
from crossread.text.late import late

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NEWLINE = late("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Marks without width that split words invisibly: soft hyphen, zero-width space, joiner-less BOM.
_INVISIBLE = late("[\u00ad\u200b\u2060\ufeff]")
# Half a character, as JSON can hold it where an emoji was cut: no file can be written with it.
_HALF = late("[\ud800-\udfff]")
# Marks on one letter are put in order at the square of their number. As in Unicode's stream-safe
# format (UAX 15, section 13) a joiner without width parts those beyond what any writing needs.
_MARKS = late(r"[^\w\x00-\x7f\u034f]{64}(?=[^\w\x00-\x7f\u034f])")
_JOINER = "\u034f"
_CONTROL = late("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # what parts lines or words apart
_SAMPLE = 4096


def decode(data: bytes, locator: str) -> tuple[str, str]:
    """Text and the name of its encoding. Raises InputError for what is not text.

    A byte order mark decides; then UTF-16 is known by its zero bytes, valid UTF-8 is UTF-8, and
    anything else that looks like text is Windows-1252, in which nearly every byte is a character.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, locator), encoding
    guess = _utf16_without_mark(data[:_SAMPLE])
    if guess:
        return _decode(data, guess, locator), guess
    if b"\0" in data:
        raise InputError(f"{locator}: this is not a text file (it holds zero bytes); save the article as plain text")
    try:
        return _checked(data.decode("utf-8"), locator), "utf-8"
    except UnicodeDecodeError:
        return _decode(data, "windows-1252", locator), "windows-1252"


def normalise(text: str) -> str:
    """The text all offsets count into: newlines as \\n, composed characters (NFC), no invisible marks or halves."""
    text = whole_characters(_INVISIBLE.sub("", _NEWLINE.sub("\n", text)))
    return unicodedata.normalize("NFC", _MARKS.sub(_parted, text))


def whole_characters(text: str) -> str:
    """The text with U+FFFD for each half of a character, and for each byte of a file name that is not UTF-8."""
    return _HALF.sub("\ufffd", text)


def _parted(run: re.Match[str]) -> str:
    return run[0] + _JOINER if all(map(unicodedata.combining, run[0])) else run[0]


def _utf16_without_mark(sample: bytes) -> str | None:
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > 0.7 * half and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _decode(data: bytes, encoding: str, locator: str) -> str:
    try:
        return _checked(data.decode(encoding), locator)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{locator}: byte {error.start} cannot be read as {encoding}; save the article as UTF-8"
        ) from error


def _checked(text: str, locator: str) -> str:
    """Refuses text of which more than a twentieth is control characters: that is no article."""
    controls = len(_CONTROL.findall(text, 0, _SAMPLE))
    if controls * 20 > min(len(text), _SAMPLE):
        raise InputError(f"{locator}: this does not look like text; save the article as plain text in UTF-8")
    return text
