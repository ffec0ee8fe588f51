"""Sentences that look back: words by which they speak of a time well before the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.comparison.bodies import Body
from crossread.comparison.quantities.when import published_on
from crossread.model import Sentence, Span
from crossread.text.late import late
from crossread.text.numbers import Number

_MANY = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"several|some|many|few|couple of|dozen|hundred)"
)
_LONG = r"(?:months?|years?|decades?|centur(?:y|ies)|generations?)"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SEASONS = r"(?:spring|summer|fall|autumn|winter)"
_PHRASES = late(
    rf"\b(?:(?:{_MANY} )?{_LONG} (?:ago|earlier|previously)"
    rf"|last (?:year|month|decade|century|{_SEASONS}|{_MONTHS})"
    rf"|(?:over|in|during|for|within) the (?:past|last) (?:{_MANY} )?(?:few |several )?{_LONG}"
    rf"|(?:in|of|over) recent (?:months|years|decades)"
    rf"|first (?:[\w’'-]{{1,20}} ){{0,8}}in {_MANY} {_LONG}"
    rf"|for (?:many |several )?(?:months|years|decades|generations|centuries)"
    rf"|earlier this year|back then|in those days|years? before)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b[Ss]ince (?:[^\W\d_]{3,9}\.? (?:\d{1,2}, )?)?$")
_TO_COME = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]hrough) $")
_REACH = 24  # characters before a year


class LookingBack:
    """The sentences of one body outside quotations, and the words by which some of them look back."""

    def __init__(self, body: Body, latest: int | None) -> None:
        """`latest` is the year the event is taken to be of, None where nothing tells it."""
        self.sentences: Sequence[Sentence] = [each for each in body.sentences if each.voice != "quoted"]
        self._body = body
        self._latest = latest

    def found(self) -> Iterator[tuple[Sentence, Span]]:
        """Each sentence that looks back, with the first words by which it does."""
        years = [Span(n.start, n.end) for n in self._body.numbers if self._is_past(n)]
        for sentence in self.sentences:
            phrase = _PHRASES.search(self._body.text, sentence.start, sentence.end)
            spans = [Span(phrase.start(), phrase.end())] if phrase else []
            spans += [span for span in years if sentence.start <= span.start < sentence.end]
            if spans:
                yield sentence, min(spans)

    def _is_past(self, number: Number) -> bool:
        """True for a year before the event's, and for any year after "since"."""
        if number.unit not in ("year", "decade", "date") or not number.value[:4].isdigit():
            return False
        year = int(number.value[:4])
        if not 1000 <= year <= 2999:
            return False
        before = self._body.text[max(0, number.start - _REACH) : number.start]
        earlier = self._latest is not None and year < self._latest and not _TO_COME.search(before)
        return earlier or _SINCE.search(before) is not None


def year_of(bodies: Sequence[Body]) -> int | None:
    """The year of the event: that of the latest publication known, or else the latest year that two articles name.

    A year that one article alone names may be one to come.
    """
    published = [day.year for body in bodies if (day := published_on(body.analysis))]
    if published:
        return max(published)
    named = [
        {int(n.value[:4]) for n in body.numbers if n.unit in ("year", "date") and re.fullmatch(r"[12]\d{3}.*", n.value)}
        for body in bodies
    ]
    shared = [year for year in set().union(*named) if sum(year in each for each in named) > 1]
    return max(shared, default=None)
