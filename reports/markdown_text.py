"""Article text inside Markdown: nothing in it may become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossread.reports.visible import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$@!&])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")
_AUTOLINK = re.compile(r"\b(https?|ftp|mailto|www)(?=[:.])", re.IGNORECASE)


def escape_markdown(value: object) -> str:
    """One line of text with every marker of Markdown and HTML made harmless.

    Addresses are broken with a zero-width space, so that no reader's renderer links them.
    """
    line = " ".join(visible(str(value)).split())
    line = _SPECIAL.sub(r"\\\1", line)
    line = _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if not m[2].isdigit() else f"{m[1]}{m[2]}\\", line)
    return _AUTOLINK.sub("\\1\u200b", line)


def marked_pieces(pieces: Iterable[tuple[str, bool]]) -> str:
    """A quotation's (text, edited) pieces on one line, the edited in bold, with the spaces they had."""
    line = []
    for text, edited in pieces:
        words = escape_markdown(text)
        marked = f"**{words}**" if edited and words else words
        lead, tail = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
        line.append(f"{lead}{marked}{tail}" if words else lead)
    return "".join(line).strip()


def table_cell(value: object) -> str:
    """Text for a cell; an empty one would merge columns in some renderers."""
    return escape_markdown(value) or "–"
