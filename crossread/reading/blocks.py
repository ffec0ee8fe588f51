"""Where the blocks of a plain-text page begin and end, before anyone says what they are."""

from __future__ import annotations

from msgspec import Struct

from crossread.model import Role, Span, ZoneKind
from crossread.text.late import late

_GROUP = late(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = late(r"[^\n]*\S[^\n]*")
_SENTENCE_END = late(r"[.!?…:;][\"'”’)\]]*$")


class TextBlock(Struct, frozen=True, gc=False):
    """A paragraph or line of the page, without the white space around it.

    `kind` is what the page's structure says of it (markup, a running header, a style): None where
    only its wording can tell. A block of kind "body" may still turn out to be a bio or a note.
    """

    start: int
    end: int
    kind: ZoneKind | None = None
    rule: str = ""
    role: Role = "paragraph"
    level: int = 0


def find_blocks(text: str) -> list[TextBlock]:
    """Paragraphs and single lines of `text`, without the white space around them.

    Blank lines separate blocks. Lines that follow one another without a blank line are blocks of
    their own (lists, furniture, one paragraph a line) unless they look hard-wrapped, as in mail.
    """
    blocks = []
    for group in _GROUP.finditer(text):
        lines = [_trim(text, line.start(), line.end()) for line in _LINE.finditer(text, group.start(), group.end())]
        if _hard_wrapped(text, lines):
            blocks.append(TextBlock(lines[0].start, lines[-1].end))
        else:
            blocks.extend(TextBlock(line.start, line.end) for line in lines)
    return blocks


def _trim(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Lines of nearly one length, most of which stop in mid-sentence."""
    if len(lines) < 2:
        return False
    full = [line.end - line.start for line in lines[:-1]]
    if not min(full) >= 40 or max(full) > 120 or max(full) - min(full) > 30:
        return False
    broken = sum(not _SENTENCE_END.search(text[max(line.start, line.end - 4) : line.end]) for line in lines[:-1])
    return broken * 2 > len(full)
