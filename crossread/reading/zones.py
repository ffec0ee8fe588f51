"""What each block of a page is: title, byline, body, furniture, author bio and the rest.

A reader that knows the page's structure (markup, styles, running heads) gives its blocks with their
kinds; where it says nothing, or no more than "body", the wording decides, here and for all formats.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Zone, ZoneKind
from crossread.reading.bios import find_bios, follows_about
from crossread.reading.blocks import TextBlock, find_blocks
from crossread.reading.cuts import BODY_RULE, Piece, cut_paragraph
from crossread.reading.notes import is_caption
from crossread.reading.patterns import (
    BYLINE,
    CORRECTION,
    DATE_LINE,
    DATELINE,
    ENTRY_TIME,
    FOLLOW,
    HOLDING,
    LINES,
    UPDATE,
)
from crossread.reading.runs import find_runs
from crossread.reading.sections import find_sections
from crossread.reading.site_names import lines_above_title
from crossread.text.late import late
from crossread.text.words import find_words

_SHORT = 400  # characters: beyond this a block is a paragraph and no pattern for whole blocks is tried on it
_LONGEST = 8_000  # characters: beyond this a paragraph is not looked into
_HEAD = 12  # blocks at the top among which the title and the byline are looked for
_TAIL = 5  # undecided blocks at the end where a note may be less outspoken
_TITLE_WORDS = 30
_TITLE_SENTENCE = 14  # words beyond which a first block with a full stop is a lede, not a title
_SIGN_OFF = late(r"[-–—]{1,2} ?(?P<name>[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){0,3})\.?$")
# What wording may make of a block that the page's structure calls body.
_BODY_MAY_BE: frozenset[ZoneKind] = frozenset(
    {"author_bio", "credit", "correction", "related", "furniture", "caption", "advertisement"}
)

Kind = tuple[ZoneKind, str]
_CORRECTION_LABEL: Kind = ("correction", "correction.label")


def find_zones(text: str, blocks: Sequence[TextBlock] | None = None, authors: Sequence[str] = ()) -> tuple[Zone, ...]:
    """The page's blocks in reading order, each with its kind and the rule that decided.

    `blocks` are those of a page whose structure is known, in reading order and without overlap; a
    kind decided there stays. `authors` are the names that the page's data gives its authors. A paragraph
    that ends in a note of another kind is several zones.
    """
    blocks = find_blocks(text) if blocks is None else blocks
    kinds = [_kind_of(text, block) for block in blocks]
    _keep_news(text, blocks, kinds)
    for i, kind in list(find_sections(text, blocks, tuple(kinds))):
        kinds[i] = kind
    _decide_runs(text, blocks, kinds)
    if not any(kind and kind[0] == "title" for kind in kinds):
        title = _find_title(text, blocks, kinds)
        if title is not None:
            kinds[title] = ("title", "title.first_short_block")
    _decide_ends(text, blocks, kinds, authors)
    return tuple(_zones(text, blocks, kinds))


def _is_open(block: TextBlock) -> bool:
    """Whether wording has a say: the structure says nothing of the block, or only that it is body text."""
    return block.kind is None or (block.kind == "body" and block.role != "heading")


def _kind_of(text: str, block: TextBlock) -> Kind | None:
    """What is decided of a block before its neighbours are asked; None when it may be title or body."""
    if not _is_open(block):
        return block.kind or "body", block.rule
    found = _by_pattern(text[block.start : block.end]) if block.end - block.start <= _LONGEST else None
    return found if found is None or block.kind is None or found[0] in _BODY_MAY_BE else None


def _by_pattern(block: str) -> Kind | None:
    """The kind a block shows by its wording alone."""
    if len(block) > _SHORT:
        return _CORRECTION_LABEL if CORRECTION.match(block[:80].lower()) else None
    written = " ".join(block.split())
    line = written.lower()
    rule = next((rule for rule, pattern in BYLINE if pattern.match(written) and len(line.split()) <= 16), None)
    rule = rule or LINES.find(line) or _held(line)
    if rule:
        return rule.partition(".")[0], rule  # type: ignore[return-value]  # every rule is named after a ZoneKind
    if DATE_LINE.match(line):
        return "date_line", "date_line.date_alone"
    if ENTRY_TIME.match(line):
        return "furniture", "furniture.entry_time"
    if CORRECTION.match(line):
        return _CORRECTION_LABEL
    if FOLLOW.match(line):
        return "author_bio", "author_bio.follow_line"
    if is_caption(written):
        return "caption", "caption.picture_credit"
    return None


def _held(line: str) -> str | None:
    for rule, phrases, pattern in HOLDING:
        if any(phrase in line for phrase in phrases) and pattern.match(line):
            return rule
    return None


def _keep_news(text: str, blocks: Sequence[TextBlock], kinds: list[Kind | None]) -> None:
    """A paragraph that opens with "Update:" tells news; only a short line of that kind is a note."""
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind != _CORRECTION_LABEL or not UPDATE.match(text[block.start : block.start + 160].lower()):
            continue
        if len(find_words(text, block.start, block.end)) > _TITLE_SENTENCE:
            kinds[i] = None
    if kinds and kinds[0] == ("byline", "byline.name_and_date") and blocks[0].kind is None:
        kinds[0] = None  # "Morning Briefing | 4 May 2026" at the head of a page is its title


def _decide_runs(text: str, blocks: Sequence[TextBlock], kinds: list[Kind | None]) -> None:
    for i, kind in find_runs(text, blocks, tuple(kinds)):
        if _is_open(blocks[i]) and i > 0:
            kinds[i] = kind


def _find_title(text: str, blocks: Sequence[TextBlock], kinds: list[Kind | None]) -> int | None:
    """The first undecided block at the top, when it is short and something longer follows it.

    The site's name and sections above it are decided on the way.
    """
    open_blocks = [i for i, kind in enumerate(kinds) if kind is None]
    if len(open_blocks) < 2 or open_blocks[0] >= _HEAD or blocks[open_blocks[0]].kind == "body":
        return None
    above = lines_above_title(text, blocks, kinds, open_blocks)
    for i, kind in above:
        kinds[i] = kind
    if above:
        return open_blocks[len(above)]
    first, second = blocks[open_blocks[0]], blocks[open_blocks[1]]
    words = len(find_words(text, first.start, first.end))
    before_byline = any(kind and kind[0] == "byline" for kind in kinds[open_blocks[0] : open_blocks[1]])
    longer = second.end - second.start > first.end - first.start
    opens_speech = text[first.start] in '"“'
    is_sentence = text[first.start : first.end].rstrip("”’\"'").endswith((".", "!")) and words > _TITLE_SENTENCE
    if words <= _TITLE_WORDS and (before_byline or (longer and not opens_speech and not is_sentence)):
        return open_blocks[0]
    return None


def _decide_ends(text: str, blocks: Sequence[TextBlock], kinds: list[Kind | None], authors: Sequence[str]) -> None:
    """Bios, and the name under the last paragraph."""
    bylines = (text[b.start : b.end] for b, kind in zip(blocks, kinds, strict=True) if kind and kind[0] == "byline")
    byline = " ".join((*bylines, *authors))
    undecided = [i for i, kind in enumerate(kinds) if kind is None]
    for i in undecided[1:]:
        if follows_about(text, blocks, i):
            kinds[i] = ("author_bio", "author_bio.under_its_heading")
    if len(undecided) > 1:
        last = blocks[undecided[-1]]
        signed = _SIGN_OFF.match(text, last.start, last.end)
        if signed and signed["name"].rstrip(".").split()[-1] not in text[: last.start]:
            kinds[undecided.pop()] = ("credit", "credit.sign_off")
    for i, rule in find_bios(text, blocks, [i for i in undecided if kinds[i] is None], byline):
        kinds[i] = ("author_bio", rule)


def _zones(text: str, blocks: Sequence[TextBlock], kinds: Sequence[Kind | None]) -> list[Zone]:
    """The zones of the blocks, body paragraphs cut where a part of them is no body."""
    undecided = [i for i, kind in enumerate(kinds) if kind is None]
    tail = set(undecided[1:][-_TAIL:])
    zones: list[Zone] = []
    first_body = True
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind is not None:
            zones.append(Zone(kind[0], block.start, block.end, kind[1], block.role, block.level))
            continue
        start = block.start
        if first_body:
            dateline = _dateline(text, block)
            if dateline:
                zones.append(dateline[0])
                start = dateline[1]
        parts = _parts(text, start, block, tail=i in tail, alone=len(undecided) == 1)
        first_body = first_body and all(part.kind != "body" for part in parts)
        zones.extend(parts)
    return zones


def _parts(text: str, start: int, block: TextBlock, *, tail: bool, alone: bool) -> list[Zone]:
    """The zones of a block from `start`; `alone` when it is all there is of the story, so all of it is body."""
    if alone or block.end - start > _LONGEST:
        pieces: list[Piece] = [("body", BODY_RULE, start, block.end)]
    else:
        pieces = cut_paragraph(text, start, block.end, tail=tail)
    return [
        Zone(kind, a, b, (kind == "body" and block.rule) or rule, block.role, block.level)
        for kind, rule, a, b in pieces
    ]


def _dateline(text: str, block: TextBlock) -> tuple[Zone, int] | None:
    """The dateline at the head of the first body paragraph, and where the paragraph goes on."""
    head = text[block.start : min(block.end, block.start + 120)]
    for rule, pattern in DATELINE:
        match = pattern.match(head)
        if match:
            return Zone("dateline", block.start, block.start + len(match[0].rstrip()), rule), block.start + match.end()
    return None
