"""The briefing in a page or two: what leads, the figures at a glance, of the rest the first of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from crossread.reports.figures import MetricView
from crossread.reports.kinds import FindingView, KindView
from crossread.reports.messages import t
from crossread.reports.quotations import Pieces, QuotationView
from crossread.reports.rows import Cell
from crossread.reports.selection import OnlyIn
from crossread.reports.view import ArticleView, Briefing, NoticeView
from crossread.reports.visible import shortened
from crossread.reports.voices import VoiceRow
from crossread.telling import listed

SENTENCES = 4  # of a kind of finding, besides those that lead
QUOTATIONS = 3
VOICES = 8
NOTICES = 8  # what failed or was left out first
NAMES = 5  # of one kind in one article only
TITLE, AUTHORS, REASON, WORDS = 120, 80, 90, 240  # characters
ROOMY = 3  # articles whose figures leave room for interval and count


class Told(Struct, frozen=True, gc=False):
    """One kind of finding: its first sentences, and how many more differ."""

    title: str
    reason: str
    sentences: tuple[str, ...]
    more: int


class Quoted(Struct, frozen=True, gc=False):
    """A quotation in several articles: what differs in a sentence, then (label, pieces) of each copy."""

    sentence: str
    sides: tuple[tuple[str, Pieces], ...]


class Digest(Struct, frozen=True, gc=False):
    """What the Markdown prints besides the briefing's own first page; each `more` counts what it leaves out."""

    notices: tuple[NoticeView, ...]
    more_notices: int
    figures: tuple[tuple[MetricView, tuple[str, ...]], ...]
    roomy: bool
    told: tuple[Told, ...]
    alike: str  # the kinds in which nothing differs
    voices: tuple[VoiceRow, ...]
    more_voices: int
    quotations: tuple[Quoted, ...]
    more_quotations: int
    only: tuple[tuple[str, str], ...]  # what one article alone carries: label, "People: A, B and 3 more; ..."


def digest(briefing: Briefing) -> Digest:
    """The short form of a briefing."""
    leading = frozenset(difference.href for difference in briefing.differences)
    told = [_told(kind, leading) for kind in briefing.kinds]
    differing = [each for each in told if each.sentences or each.reason]
    nothing = [
        kind.title for kind, each in zip(briefing.kinds, told, strict=True) if not kind.differing and not each.reason
    ]
    voices = sorted(briefing.voices.rows, key=_share, reverse=True)
    changed = [each for each in briefing.quotations if each.edits]
    roomy = len(briefing.articles) <= ROOMY
    notices = sorted(briefing.notices, key=lambda notice: notice.level == t("level.note"))
    return Digest(
        notices=tuple(notices[:NOTICES]),
        more_notices=max(len(notices) - NOTICES, 0),
        figures=tuple(
            (metric, tuple(_value(cell, roomy) for cell in metric.rows[0].cells))
            for theme in briefing.themes
            for metric in theme.metrics
        ),
        roomy=roomy,
        told=tuple(differing),
        alike=listed(nothing),
        voices=tuple(voices[:VOICES]),
        more_voices=max(len(voices) - VOICES, 0),
        quotations=tuple(map(_quoted, changed[:QUOTATIONS])),
        more_quotations=max(len(changed) - QUOTATIONS, 0),
        only=tuple((part.label, _names(part)) for part in briefing.exclusive if part.alone and part.kinds),
    )


def heading(article: ArticleView) -> tuple[str, str]:
    """An article's title and authors, cut to what a table bears."""
    return shortened(article.title, TITLE), shortened(article.authors, AUTHORS)


def _told(kind: KindView, leading: Collection[str]) -> Told:
    others = [finding for finding in kind.differing if f"#{finding.anchor}" not in leading]
    sentences = tuple(finding.sentence for finding in _by_turns(others)[:SENTENCES])
    return Told(kind.title, kind.reason, sentences, len(others) - len(sentences))


def _by_turns(findings: Sequence[FindingView]) -> list[FindingView]:
    """The first of each group of articles, then the second of each: one article's do not fill the room alone."""
    seen: Counter[tuple[str, ...]] = Counter()
    turns = []
    for finding in findings:
        having = tuple(cell.label for cell in finding.cells)
        turns.append(seen[having])
        seen[having] += 1
    return [finding for _, finding in sorted(zip(turns, findings, strict=True), key=lambda each: each[0])]


def _value(cell: Cell, roomy: bool) -> str:
    """ "3.13 (1.02 to 4.69, n = 479 words)"; of many articles the value alone."""
    beside = ", ".join(filter(None, (cell.interval, cell.n))) if roomy else ""
    if cell.reason:
        beside = shortened(cell.reason, REASON)
    return f"{cell.value} ({beside})" if beside else cell.value


def _share(row: VoiceRow) -> float:
    return max((cell.share for cell in row.cells if cell), default=0.0)


def _quoted(quotation: QuotationView) -> Quoted:
    return Quoted(quotation.sentence, tuple((side.label, _cut(side.pieces)) for side in quotation.sides))


def _cut(pieces: Sequence[tuple[str, bool]]) -> Pieces:
    """The first characters of a quotation, the words that differ still told apart."""
    kept: list[tuple[str, bool]] = []
    room = WORDS
    for text, differs in pieces:
        if len(text) > room:
            return (*kept, (f"{text[:room].rpartition(' ')[0]} …", differs))
        kept.append((text, differs))
        room -= len(text)
    return tuple(kept)


def _names(part: OnlyIn) -> str:
    return "; ".join(f"{title}: {listed([item.text for item in items], NAMES)}" for title, items in part.kinds)
