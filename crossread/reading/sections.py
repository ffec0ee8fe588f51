"""What stands under the headings after a story: comments, headlines of other pages, tags, the page's foot.

A heading of that kind rules what follows once the story has been told, up to the next one, a legal
line or a stretch that reads like a story again. Within a story it rules no more than headlines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from crossread.model import ZoneKind
from crossread.reading.blocks import TextBlock
from crossread.reading.patterns import DATE_LINE
from crossread.text.late import late

Kind = tuple[ZoneKind, str]
Kinds = Sequence[Kind | None]
Decided = tuple[int, Kind]
_Topic = Literal["comment", "related", "tags"]

_LONGEST_HEADING = 240  # characters
_SHOWN = 300  # characters of a block that are looked at
_TOLD = 40  # words in paragraphs after which a story has begun
_PARAGRAPH = 12  # words; what is shorter may be a headline
_LONG = 25  # words of a paragraph of a story
_STORY_AGAIN = 5  # such paragraphs on end, and no sign of a commenter: another story
_LONGEST_HEADLINE = 140  # characters
_MOST_HEADLINES = 20
_TEASERS = 0.25  # share of the story's words that teasers under headlines may have

_NUMBER = r"(?:\d[\d,.]{0,8}|one|two|three|no)"
_COUNT = r"(?: ?[(\[]\d[\d,.]{0,8}[)\]]| \d{1,6})?"
_COMMENTS = late(
    rf"(?:(?:readers?['’]?|user|all|view|show|top|recent) )?(?:comments?|discussion|responses){_COUNT}[:.]?$"
    rf"|{_NUMBER} (?:comments?|responses?|replies|thoughts|reactions)(?: (?:to|on)\b.{{1,200}})?[:.]?$"
    r"|(?:join the|what['’]s your) (?:conversation|discussion|view|take)\W?$"
)
_WHAT = r"(?:stories|articles|content|coverage|links|posts|news|topics|reading|videos?|headlines)"
_RELATED = late(
    rf"(?:related(?: {_WHAT})?|more (?:from|on|in|about) [^.!?]{{1,60}}|more {_WHAT}|you (?:may|might) (?:also )?"
    rf"(?:like|enjoy|be interested in)|recommended(?: for you| {_WHAT}| reading)?|(?:most|top) (?:read|popular|viewed"
    rf"|shared|commented|{_WHAT})|(?:trending|popular)(?: now| {_WHAT})?|(?:latest|recent) {_WHAT}|(?:read|up) next"
    rf"|read also|also read|see also|further reading|editors?['’]?s?['’]? picks|from (?:around )?the web)\W{{0,3}}$"
)
_TAGS = late(r"(?:tags|topics|categories|keywords|filed under|explore more on these topics)(?: ?: ?.{0,300}|$)")
_LEADING = late(r"[\W\d]{0,8}")

_WHO = r"[^\W_][\w .'’@-]{0,40}?"
_SAYS = late(rf"{_WHO} (?:says|said|wrote|writes):$")
_AGO = late(
    rf"(?:{_WHO}[\s·•|,–-]{{1,4}})?(?:about )?(?:\d{{1,3}}|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?) ago\b.{0,20}$"
)
_ACTION = r"(?:reply|report(?: abuse)?|flag|likes?|dislike|share|upvote|downvote|permalink|recommend|respond)"
_ACTIONS = late(rf"{_ACTION}(?: ?\(?\d{{1,6}}\)?)?(?:[\s|·•/]{{1,4}}{_ACTION}(?: ?\(?\d{{1,6}}\)?)?){{0,5}}$")
_NUMBERED = late(r"\d{1,4}\. ?[\w.@-]{2,30}$")
_DATED = late(r".{0,10}\d{4}.{0,6}\d{1,2}[:.]\d\d|.{3,60}\b\d{1,2}[:.]\d\d")
_LEGAL = "furniture.legal"
_UNSUBSCRIBE = late(r"(?:.{0,160}\W)?unsubscribe\b.{0,80}$")
_FOOT = 6  # blocks at the end among which a mail's foot begins


class _Lines:
    """The blocks as one looks at them: their first words, their length, whether they are paragraphs."""

    def __init__(self, text: str, blocks: Sequence[TextBlock], kinds: Kinds) -> None:
        self.blocks, self.kinds = blocks, kinds
        self.written = [" ".join(text[b.start : min(b.end, b.start + _SHOWN)].split()) for b in blocks]
        self.lower = [line.lower() for line in self.written]
        self.words = [text.count(" ", b.start, b.end) + 1 for b in blocks]
        self.is_paragraph = [
            kind is None
            and words >= _PARAGRAPH
            and block.role != "heading"
            and text[max(block.start, block.end - 3) : block.end].rstrip("\"'”’)]").endswith((".", "!", "?", "…", ":"))
            for block, kind, words in zip(blocks, kinds, self.words, strict=True)
        ]
        self.told = [0]
        for words, is_paragraph in zip(self.words, self.is_paragraph, strict=True):
            self.told.append(self.told[-1] + words * is_paragraph)

    def is_commenter(self, i: int) -> bool:
        """Whether a line shows who comments, when, or what a reader may do with a comment."""
        line = self.lower[i]
        if len(line) > 80:
            return False
        if _SAYS.match(line) or _AGO.match(line) or _ACTIONS.match(line) or _NUMBERED.match(line):
            return True
        return i + 1 < len(self.lower) and self.words[i] <= 4 and bool(DATE_LINE.match(self.lower[i + 1][:120]))

    def topic(self, i: int) -> _Topic | None:
        """What the block says of those below it, if it is a heading."""
        block = self.blocks[i]
        if block.end - block.start > _LONGEST_HEADING or block.kind not in (None, "body"):
            return None
        line = self.lower[i]
        line = line[_LEADING.match(line).end() :] if not line[:1].isdigit() else line  # type: ignore[union-attr]
        if _COMMENTS.match(line):
            return "comment"
        return "related" if _RELATED.match(line) else "tags" if _TAGS.match(line) else None

    def is_headline(self, i: int) -> bool:
        """Whether an undecided block is short, opens like a title and ends like one."""
        block, kind = self.blocks[i], self.kinds[i]
        line = self.written[i][_LEADING.match(self.written[i]).end() :]  # type: ignore[union-attr]
        if kind is not None and kind[0] != "body":
            return False
        return (
            block.end - block.start <= _LONGEST_HEADLINE
            and 2 < self.words[i] <= _MOST_HEADLINES
            and not line[:1].islower()
            and not line.endswith((".", ",", ":", ";", "…"))
            and self.written[i][0] not in "\"“'‘"
        )


def find_sections(text: str, blocks: Sequence[TextBlock], kinds: Kinds) -> Iterator[Decided]:
    """Blocks that a heading after the story decides, and the headings; kinds found by wording may change."""
    lines = _Lines(text, blocks, kinds)
    if not lines.told[-1]:
        return
    headings = [(i, topic) for i in range(1, len(blocks)) if (topic := lines.topic(i))]
    legal = [i for i, kind in enumerate(kinds) if kind and kind[1] == _LEGAL]
    if not any(topic == "comment" for _, topic in headings):
        headings += [(i, "comment") for i in _says_without_heading(lines)]
    stops = sorted({i for i, _ in headings} | set(legal) | {len(blocks)})
    at = 0
    for heading, topic in sorted(headings):
        while stops[at] <= heading:
            at += 1
        yield from _ruled(lines, heading, stops[at], topic)
    last = len(blocks) - _FOOT
    foot = [i for i, line in enumerate(lines.lower) if i >= last and lines.words[i] <= 30 and _UNSUBSCRIBE.match(line)]
    yield from _page_foot(lines, legal[-1:] or foot[:1])


def _ruled(lines: _Lines, heading: int, end: int, topic: _Topic) -> Iterator[Decided]:
    """The heading and what it rules of the blocks up to `end`, nothing where it is no heading of that kind."""
    if topic == "tags":
        tags = [] if ":" in lines.written[heading][:-1] else list(_leading(lines, heading, end, _is_tag))
        if lines.told[heading] >= _TOLD and (tags or ":" in lines.written[heading]):
            yield from ((i, ("furniture", "furniture.tags")) for i in (heading, *tags))
        return
    if topic == "comment":
        last = _end_of_comments(lines, heading, end)
        if lines.told[heading] < _TOLD or last <= heading + 1:
            return
        if _SAYS.match(lines.lower[heading]) or any(map(lines.is_commenter, range(heading + 1, last))):
            yield heading, ("comment", "comment.heading")
            yield from ((i, ("comment", "comment.under_heading")) for i in range(heading + 1, last) if _gives(lines, i))
        return
    below = list(_leading(lines, heading, end, _Lines.is_headline))
    if below and _is_tail(lines, heading, end):
        below = [i for i in range(heading + 1, end) if _gives(lines, i)]
    if below:
        yield heading, ("related", "related.label")
        yield from ((i, ("related", "related.list")) for i in below)


def _gives(lines: _Lines, i: int) -> bool:
    """Whether the page's structure leaves the block to its neighbours."""
    return lines.blocks[i].kind in (None, "body")


def _leading(lines: _Lines, heading: int, end: int, fits: Callable[[_Lines, int], bool]) -> Iterator[int]:
    """The blocks right below the heading that fit, one after the other."""
    for i in range(heading + 1, min(end, heading + 1 + _MOST_HEADLINES)):
        if not fits(lines, i):
            return
        yield i


def _is_tag(lines: _Lines, i: int) -> bool:
    return lines.words[i] <= 3 and lines.kinds[i] is None and lines.written[i][-1] not in ".!?:,"


def _is_tail(lines: _Lines, heading: int, end: int) -> bool:
    """Whether the story is told before the heading: what follows it are teasers, never two paragraphs on end."""
    told, below = lines.told[heading], lines.told[end] - lines.told[heading]
    in_a_row = any(lines.is_paragraph[i] and lines.is_paragraph[i + 1] for i in range(heading + 1, end - 1))
    return told >= _TOLD and below <= _TEASERS * told and not in_a_row


def _end_of_comments(lines: _Lines, heading: int, end: int) -> int:
    """Where comments give way to a heading of the page or to a story."""
    run = 0
    for i in range(heading + 1, end):
        if lines.blocks[i].role == "heading" and lines.words[i] > 2 and not lines.is_commenter(i):
            return i
        if lines.is_commenter(i):
            run = 0
        elif lines.is_paragraph[i] and lines.words[i] >= _LONG:
            run += 1
            if run >= _STORY_AGAIN:
                return i - run + 1
    return end


def _says_without_heading(lines: _Lines) -> list[int]:
    """The first "Liz says:" with the hour below it, after a story: comments whose heading is not in the copy."""
    for i in range(len(lines.lower) - 1):
        line = lines.lower[i]
        if (
            len(line) <= 80
            and _SAYS.match(line)
            and lines.told[i] >= _TOLD
            and _DATED.match(lines.lower[i + 1])
            and lines.words[i + 1] <= 9
        ):
            return [i]
    return []


def _page_foot(lines: _Lines, legal: Sequence[int]) -> Iterator[Decided]:
    """Short lines below the last legal line of a page or the foot of a mail, where nothing else stands."""
    below = range(legal[-1] + 1, len(lines.blocks)) if legal else range(0)
    if legal and lines.told[legal[-1]] >= _TOLD and all(lines.words[i] < _PARAGRAPH for i in below):
        yield from ((i, ("furniture", "furniture.page_foot")) for i in below if lines.kinds[i] is None)
