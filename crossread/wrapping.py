"""Text for a terminal: wrapped to its columns, and unable to steer it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

_BREAK = re.compile("[^\\S\u00a0\u202f]+")
_GLUE = re.compile("[\u00a0\u202f]")  # spaces that keep a number with its unit


def harmless(line: str) -> str:
    """A line without control characters: neither a file name nor a title must be able to steer the terminal."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, broken between words, inside one only where it is wider than a line."""
    line = ""
    for word in filter(None, _BREAK.split(text)):
        word = " ".join(harmless(part) for part in _GLUE.split(word))
        if line and columns(line) + 1 + columns(word) <= width:
            line += f" {word}"
            continue
        if line:
            yield line
        *whole, line = _broken(word, width)
        yield from whole
    if line:
        yield line


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese, Japanese and Korean signs take two."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1


def _broken(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit a line each."""
    piece, room = "", width
    for char in word:
        if _columns(char) > room and piece:
            yield piece
            piece, room = "", width
        piece += char
        room -= _columns(char)
    yield piece
