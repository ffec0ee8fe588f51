"""Characters that could disturb a page, shown as what they are instead.

Article text is hostile: a right-to-left override may reorder the line around it, a control
character may end a PDF string. Each becomes a tag such as [U+202E]; nothing is dropped.
"""

from __future__ import annotations

import re

# Controls but tab and newline, bidirectional embeddings, overrides and isolates, line and
# paragraph separators, byte order mark, lone surrogates, non-characters, tag characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with each disturbing character written as [U+XXXX]."""
    return text if text.isprintable() else _UNSAFE.sub(_tag, text)  # most have nothing to look for


def excerpt(text: str, start: int, end: int, around: int = 48, most: int = 220) -> tuple[str, str, str]:
    """Words before, the words themselves, words after: one line, cut at words with "…".

    `around` bounds the characters of context on each side, which stays within the paragraph;
    `most` bounds those of the words themselves.
    """
    before = _line(text[max(0, start - around - 24) : start].rpartition("\n\n")[2])
    after = _line(text[end : end + around + 24].partition("\n\n")[0])
    if len(before) > around:
        before = "…" + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    words = _line(text[start:end])
    if len(words) > most:
        half = most // 2
        words = (
            f"{words[:half].rpartition(' ')[0] or words[:half]} … {words[-half:].partition(' ')[2] or words[-half:]}"
        )
    return before, words, after


def shortened(text: str, most: int = 40) -> str:
    """One line of at most `most` characters, cut at a word with "…"."""
    line = _line(text).strip()
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–—-…") + "…"


def has_long_word(text: str, most: int = 45) -> bool:
    """Whether a run without a space is longer than `most`: only such a run may be broken anywhere."""
    return any(len(word) > most for word in text.split())


def _line(text: str) -> str:
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)


def _tag(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"
