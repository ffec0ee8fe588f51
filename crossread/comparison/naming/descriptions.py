"""What an article calls a person beside the name: “President Ann Lee”, “Ann Lee, a dissident,”, “strongman Lee”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from crossread.attribution.grammar import finite_forms
from crossread.attribution.naming import ARTICLES, COURTESY, Naming
from crossread.attribution.roles import role_heads
from crossread.comparison.names.entities import Entity
from crossread.model import Analysis, Span, SpeakerKind, Voice
from crossread.text.words import Words, fold

_LONGEST = 6  # words of a description before the name
_LONGEST_BEHIND = 20  # and of one behind it
_ENDS = frozenset(
    "of for from at in with who whom whose which that and or as by on to when where over against about under between "
    "into after before behind beyond via through toward towards among because".split()
)
_STOPS = _ENDS | ARTICLES | frozenset("but is are was were if than while after before this that said says".split())
_LOOKED_AT = 40  # mentions of a person in an article

Charges = Callable[[Words, int, int], Sequence[tuple[int, int, str]]]
"""The words among [start, end) that say more than an office: first and last word, and the name they go by."""


class Description(NamedTuple):
    """One mention of a person with what stands beside the name; `text` is empty where nothing does.

    `charged` are the words that say more than an office or trade, by the name they are counted under.
    """

    order: int
    span: Span
    text: str
    voice: Voice
    charged: tuple[str, ...]
    kind: SpeakerKind | None


class Describer:
    """Reads the descriptions in one article."""

    def __init__(self, analysis: Analysis, words: Words, order: int, charges: Charges) -> None:
        self._words = words
        self._order = order
        self._charges = charges
        self._naming = Naming(words, analysis.names)

    def read(self, person: Entity) -> Iterator[Description]:
        """The person's mentions in the body, in reading order."""
        for span in person.spans.get(self._order, ())[:_LOOKED_AT]:
            first = bisect_left(self._words.starts, span.start)
            voice = self._words.voices[first] if first < len(self._words) else None
            if voice is not None:
                yield self._mention(span, first, voice)

    def _mention(self, span: Span, first: int, voice: Voice) -> Description:
        words, text = self._words, self._words.text
        start, end = self._before(first), self._behind(span.end)
        charged = [(a, b, name) for a, b, name in self._charges(words, start, first) if self._leads(b, first, name)]
        begin = min((a for a, _, _ in charged), default=first)
        role = self._naming.role_before(span.start)
        if role is not None and self._closed(role.end, span) and not self._courtesy(role):
            begin = min(begin, bisect_left(words.starts, role.start))
        after = ""
        if end:
            opened = bisect_left(words.starts, span.end)
            behind = list(self._charges(words, opened, self._head_end(opened, end)))
            charged += behind
            if behind or self._naming.role_after(span.end):
                after = " ".join(text[words.starts[opened] : words.ends[end - 1]].split())
        before = " ".join(text[words.starts[begin] : words.ends[first - 1]].split()) if begin < first else ""
        shown = Span(words.starts[begin], words.ends[end - 1] if after else span.end)
        kind = self._naming.role_kind(before or after or None)
        told = "; ".join(each for each in (before, after) if each)
        return Description(self._order, shown, told, voice, tuple(name for _, _, name in charged), kind)

    def _before(self, first: int) -> int:
        """The first word of what may be a description right before the name."""
        words, start = self._words, first
        while start > max(first - _LONGEST, 0) and words.sentences[start - 1] == words.sentences[first]:
            form = words.forms[start - 1]
            gap = words.text[words.ends[start - 1] : words.starts[start]].strip()
            if gap not in ("", ".") or form in _STOPS or form in finite_forms():
                break
            start -= 1
        return start

    def _leads(self, last: int, first: int, name: str) -> bool:
        """Whether words are part of the phrase the name ends: a noun must stand at the name, an adjective need not."""
        if not name.startswith("~"):
            return last == first - 1
        head = self._words.forms[first - 1].strip(".")
        adverb = self._words.forms[last].endswith("ly")
        return last < first - 1 and not adverb and head in role_heads() and head not in COURTESY

    def _courtesy(self, role: Span) -> bool:
        """Whether it is a title of anybody: house style has it or not."""
        return fold(self._words.text[role.start : role.end]).rstrip(".") in COURTESY

    def _closed(self, end: int, span: Span) -> bool:
        """Whether a role before the name is that name's: after a comma only where a mark closes the name as well."""
        return "," not in self._words.text[end : span.start] or self._words.text[span.end : span.end + 1] in (",", ".")

    def _behind(self, end: int) -> int:
        """One past the last word of an apposition behind a name that ends at `end`; 0 without one."""
        words, text = self._words, self._words.text
        first = bisect_left(words.starts, end)
        if text[end : end + 1] != "," or first >= len(words) or text[end : words.starts[first]].strip() != ",":
            return 0
        if words.forms[first] not in ARTICLES and not words.forms[first].endswith("'s"):
            return 0
        if bool(words.named[first]) or all(words.named[first + 1 : first + 3]):
            return 0  # another name: “Ann Lee, the Harbour Board and others”
        stop = first + 1
        while stop < len(words) and stop - first < _LONGEST_BEHIND and words.sentences[stop] == words.sentences[first]:
            if text[words.ends[stop - 1] : words.starts[stop]].strip():
                break
            stop += 1
        closing = text[words.ends[stop - 1] : words.ends[stop - 1] + 1]
        return stop if closing in (",", ".", ";", "—", "–", ")") else 0

    def _head_end(self, first: int, end: int) -> int:
        """One past the last word of the apposition's head: “a dissident” of “a dissident from the north”."""
        forms = self._words.forms
        return next((i for i in range(first + 1, end) if forms[i] in _ENDS), end)
