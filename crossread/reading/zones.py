"""What each block of a plain-text page is: title, byline, body, furniture, author bio and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Span, Zone, ZoneKind
from crossread.reading.blocks import find_blocks
from crossread.reading.patterns import (
    BIO_FORM,
    BIO_WORDS,
    BYLINE,
    CORRECTION,
    CREDIT,
    DATE_LINE,
    DATELINE,
    FOLLOW,
    FURNITURE,
    UPDATE,
)
from crossread.text.words import find_words

_SHORT = 400  # characters: beyond this a block is a paragraph and no pattern is tried on it
_LONGEST_BIO = 900
_HEAD = 12  # blocks at the top among which the title and the byline are looked for
_TAIL = 6  # blocks at the end among which a bio is looked for
_TITLE_WORDS = 30
_TITLE_SENTENCE = 14  # words beyond which a first block with a full stop is a lede, not a title


def find_zones(text: str) -> tuple[Zone, ...]:
    """The page's blocks in reading order, each with its kind and the rule that decided."""
    blocks = find_blocks(text)
    kinds = [_by_pattern(text[block.start : block.end]) for block in blocks]
    _keep_ledes(text, blocks, kinds)
    title = _find_title(text, blocks, kinds)
    if title is not None:
        kinds[title] = ("title", "title.first_short_block")
    _mark_bios(text, blocks, kinds, title)
    zones: list[Zone] = []
    first_body = True
    for block, kind in zip(blocks, kinds, strict=True):
        if kind is None and first_body:
            zones.extend(_split_dateline(text, block))
            first_body = False
        else:
            zone_kind, rule = kind or ("body", "body.paragraph")
            zones.append(Zone(zone_kind, block.start, block.end, rule))
    return tuple(zones)


def _by_pattern(block: str) -> tuple[ZoneKind, str] | None:
    """The kind a block shows by its wording alone; None when it may be title or body."""
    if len(block) > _SHORT:
        return ("correction", "correction.label") if CORRECTION.match(block[:80].lower()) else None
    written = " ".join(block.split())
    line = written.lower()
    for kind, patterns, words in (
        ("byline", BYLINE, written),
        ("furniture", FURNITURE, line),
        ("credit", CREDIT, line),
    ):
        for rule, pattern in patterns:
            if pattern.match(words) and not (kind == "byline" and len(line.split()) > 16):
                return kind, rule  # type: ignore[return-value]  # the three literals above are ZoneKinds
    if DATE_LINE.match(line):
        return "date_line", "date_line.date_alone"
    if CORRECTION.match(line):
        return "correction", "correction.label"
    if FOLLOW.match(line):
        return "author_bio", "author_bio.follow_line"
    return None


def _keep_ledes(text: str, blocks: Sequence[Span], kinds: list[tuple[ZoneKind, str] | None]) -> None:
    """A story may open with "Updated: ..."; only a short line of that kind at the top is a note."""
    titled = False
    for i, kind in enumerate(kinds[:_HEAD]):
        start, end = blocks[i].start, blocks[i].end
        words = len(find_words(text, start, end))
        if kind is None:
            if titled or words > _TITLE_SENTENCE:
                return
            titled = True
        elif kind[0] == "correction" and words > _TITLE_SENTENCE and UPDATE.match(text[start:end].lower()):
            kinds[i] = None


def _find_title(text: str, blocks: Sequence[Span], kinds: Sequence[tuple[ZoneKind, str] | None]) -> int | None:
    """The first undecided block at the top, when it is short and something longer follows it."""
    open_blocks = [i for i, kind in enumerate(kinds) if kind is None]
    if len(open_blocks) < 2 or open_blocks[0] >= _HEAD:
        return None
    first, second = blocks[open_blocks[0]], blocks[open_blocks[1]]
    words = len(find_words(text, first.start, first.end))
    before_byline = any(kind and kind[0] == "byline" for kind in kinds[open_blocks[0] : open_blocks[1]])
    longer = second.end - second.start > first.end - first.start
    opens_speech = text[first.start] in '"“'
    is_sentence = text[first.start : first.end].rstrip("”’\"'").endswith((".", "!")) and words > _TITLE_SENTENCE
    if words <= _TITLE_WORDS and (before_byline or (longer and not opens_speech and not is_sentence)):
        return open_blocks[0]
    return None


def _mark_bios(text: str, blocks: Sequence[Span], kinds: list[tuple[ZoneKind, str] | None], title: int | None) -> None:
    """Third-person blocks about the author among the last ones of the page.

    A paragraph about a person of the story has the same form; what tells a bio is its vocabulary
    and a subject who is the author of the byline, or of whom the body has not spoken.
    """
    byline = " ".join(
        text[b.start : b.end] for b, kind in zip(blocks, kinds, strict=True) if kind and kind[0] == "byline"
    )
    undecided = [i for i, kind in enumerate(kinds) if kind is None and i != title]
    for i in reversed(undecided[1:][-_TAIL:]):
        block = text[blocks[i].start : blocks[i].end]
        form = BIO_FORM.match(block) if len(block) <= _LONGEST_BIO else None
        if form is None or not BIO_WORDS.search(block.lower()):
            break
        surname = form["name"].split()[-1]
        if surname in byline:
            kinds[i] = ("author_bio", "author_bio.names_the_byline")
        elif surname not in text[: blocks[i].start]:
            kinds[i] = ("author_bio", "author_bio.new_person_at_the_end")
        else:
            break


def _split_dateline(text: str, block: Span) -> list[Zone]:
    """The first body paragraph, with its dateline as a zone of its own."""
    head = text[block.start : min(block.end, block.start + 120)]
    for rule, pattern in DATELINE:
        match = pattern.match(head)
        if match:
            end = block.start + len(match[0].rstrip())
            return [
                Zone("dateline", block.start, end, rule),
                Zone("body", block.start + match.end(), block.end, "body.paragraph"),
            ]
    return [Zone("body", block.start, block.end, "body.paragraph")]
