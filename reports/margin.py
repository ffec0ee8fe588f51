"""What stands beside a printed article: a note for each mark, and an index of the marks by metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from crossread.reports.annotated import Entry, EvidenceList, Stretch
from crossread.reports.messages import t
from crossread.reports.view import ArticleView

NOTE = 64  # characters of a note's own words
WORDS = 8  # of a rule whose marks are left out


class Note(Struct, frozen=True, gc=False):
    """The note on one mark: `anchor` is the mark's, the note's own is "e-" + anchor."""

    anchor: str
    code: str
    rule: str
    owner: str  # the metric
    words: str


class Passage(Struct, frozen=True, gc=False):
    """A stretch of the text with the notes on the marks that begin in it, in the order of the text."""

    stretch: Stretch
    notes: tuple[Note, ...]


class Indexed(Struct, frozen=True, gc=False):
    """One rule of a metric in an article: the codes of its marks, or how many are left out and their words."""

    rule: str
    codes: str  # "H1, H4–H6"; "" where the marks are left out
    href: str
    count: int
    words: str


def passages(article: ArticleView) -> Iterator[Passage]:
    """The annotated text with its notes; each mark that is printed has one, where it begins."""
    entries = {e.anchor: (found.metric, e) for found in article.evidence for _, group in found.groups for e in group}
    for stretch in article.stretches:
        opened = (m.anchor for b in stretch.blocks for run in b.runs for s in run.segments for m in s.opens)
        yield Passage(stretch, tuple(_note(*entries[anchor]) for anchor in opened if anchor in entries))


def index(found: EvidenceList) -> list[Indexed]:
    """A metric's rules with where their marks are, those that are left out last, counted."""
    kept = [Indexed(rule, _codes(entries), f"#{entries[0].anchor}", len(entries), "") for rule, entries in found.groups]
    return kept + [Indexed(rule, "", "", len(entries), _words(entries)) for rule, entries in found.withheld]


def marks_of(found: EvidenceList) -> str:
    """All codes of a metric in an article, as a range: "S1–S19"; "" without any."""
    codes = sorted((_number(e.code), e.code) for _, group in found.groups for e in group)
    if len(codes) < 2:
        return codes[0][1] if codes else ""
    return f"{codes[0][1]}–{codes[-1][1]}"


def _note(metric: str, entry: Entry) -> Note:
    return Note(entry.anchor, entry.code, entry.rule, metric, _brief(entry.note))


def _brief(note: str) -> str:
    """The note up to its first semicolon, cut at a word where it is longer than fits."""
    head = note.partition(";")[0]
    if len(head) <= NOTE:
        return head
    return (head[: NOTE - 1].rpartition(" ")[0] or head[: NOTE - 1]) + " …"


def _codes(entries: Sequence[Entry]) -> str:
    """ "H1, H4–H6": consecutive numbers as a range."""
    letter = entries[0].code.rstrip("0123456789")
    numbers = sorted(_number(entry.code) for entry in entries)
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    ends = [(run[0][1], run[-1][1]) for run in runs]
    return ", ".join(f"{letter}{a}" if a == b else f"{letter}{a}–{letter}{b}" for a, b in ends)


def _number(code: str) -> int:
    """3 of "H3"; a code ends in a number."""
    return int(code[len(code.rstrip("0123456789")) :])


def _words(entries: Sequence[Entry]) -> str:
    """ "Lukashenko (7), Putin and 3 other wordings", those marked most first."""
    found = Counter(entry.words for entry in entries).most_common()
    shown = ", ".join(f"{words} ({many})" if many > 1 else words for words, many in found[:WORDS])
    more = len(found) - WORDS
    return t("print.and_other_wordings", words=shown, n=more) if more > 0 else shown
