"""The words of an article that can tell its event from another, and how much each can tell.

Who, where and how many tell events apart; how a thing is said does not. So words on the Dale-Chall
list, which every fourth-grader knows, are left out, and names (a capital in mid-sentence) weigh twice
as much as other words, with numbers between the two. Other than with inverse document frequency alone,
this needs no collection to learn from: a user has two to ten articles, among which "said" is as rare
as the name of the minister.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log
from typing import Protocol

from msgspec import Struct

from crossread.attribution.grammar import TIMES
from crossread.attribution.naming import COURTESY
from crossread.model import BODY_ZONES, Metadata, Zone
from crossread.reading.dates import published_day
from crossread.text.number_words import MONTHS
from crossread.text.syllables import easy_words
from crossread.text.words import cut_words

_EASY, _PLAIN, _NUMBER, _NAME = 0.0, 1.0, 1.5, 2.0
_TITLE = 2  # times that a word of the title counts
_MOST_CHARACTERS = 60_000  # of body text: what an event is stands in the first ten thousand words
_SHORT = 5  # letters: so long are most common words of the languages we have no list of easy words for
_SAYS_LITTLE = COURTESY | TIMES | MONTHS.keys()  # capitals that no event is known by
_ENDS = ".?!:…"  # after these a capital need not be a name's
_OPENING = "“\"‘'«„([ "
_UNSPACED = "⺀"  # from here on stand scripts without spaces between words: Han, kana, and Hangul


class Reported(Protocol):
    """What grouping needs of an article: an `Article` as read will do, and so will an `Analysis`."""

    @property
    def id(self) -> str:
        """Equal for equal texts."""

    @property
    def text(self) -> str:
        """The whole page."""

    @property
    def zones(self) -> tuple[Zone, ...]:
        """What is body, and what a title."""

    @property
    def metadata(self) -> Metadata:
        """For the title, the day of publication and the language."""


class Profile(Struct, frozen=True, gc=False):
    """An article as its words: `weights` by folded word, without regard to other articles.

    `names` has the words that stand with a capital in mid-sentence, as written. `day` is the day of
    publication as a number.
    """

    weights: Mapping[str, float]
    names: Mapping[str, str]
    day: int | None
    language: str | None


def profile(article: Reported) -> Profile:
    """The profile of an article's title and body; empty where it has neither."""
    found = _Found()
    left = _MOST_CHARACTERS
    for zone in article.zones:
        if zone.kind in BODY_ZONES and left > 0:
            part = article.text[zone.start : min(zone.end, zone.start + left)]
            left -= len(part)
            found.add_paragraph(part)
    found.add_title(_title(article))
    language = article.metadata.language.value if article.metadata.language else None
    names = found.names()
    weights = {
        word: (1 + log(times)) * base * (_NAME if word in names else 1.0)
        for word, times in found.counts.items()
        if (base := max(_base(word, language in (None, "en")), _PLAIN * (word in names)))
    }
    return Profile(weights, names, _day(article.metadata), language)


class _Found:
    """The words of an article as they are met: how often, in lower case, and with a capital in mid-sentence."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.lower: dict[str, int] = {}
        self.raised: dict[str, int] = {}
        self.written: dict[str, str] = {}

    def add_paragraph(self, part: str) -> None:
        """Count the words of a paragraph."""
        counts, lower, raised = self.counts, self.lower, self.raised
        for start, end, form in zip(*cut_words(part), strict=True):
            if form >= _UNSPACED:
                self.add_unspaced(form)
                continue
            if form[-2:] == "'s":
                form, end = form[:-2], end - 2
            counts[form] = counts.get(form, 0) + 1
            if not part[start].isupper():
                lower[form] = lower.get(form, 0) + 1
            elif _in_sentence(part, start):
                raised[form] = raised.get(form, 0) + 1
                self.written.setdefault(form, part[start:end])

    def add_unspaced(self, run: str) -> None:
        """Count the pairs of characters of a run of words without spaces."""
        for at in range(max(1, len(run) - 1)):
            pair = run[at : at + 2]
            self.counts[pair] = self.counts.get(pair, 0) + 1

    def add_title(self, title: str) -> None:
        """Count the words of the title, whose capitals say nothing: headlines may have them on every word."""
        for form in cut_words(title)[2]:
            form = form.removesuffix("'s")
            self.counts[form] = self.counts.get(form, 0) + _TITLE

    def names(self) -> dict[str, str]:
        """The words with a capital in mid-sentence more often than in lower case, as written; "I" and "Mr" are none."""
        return {
            form: self.written[form]
            for form, times in self.raised.items()
            if times > self.lower.get(form, 0) and len(form) > 1 and form not in _SAYS_LITTLE
        }


def _in_sentence(part: str, start: int) -> bool:
    """Whether what stands before a word leaves a capital to be explained."""
    before = part[max(0, start - 4) : start].rstrip(_OPENING)
    return bool(before) and before[-1] not in _ENDS and "\n" not in before


def _title(article: Reported) -> str:
    title = article.metadata.title
    if title is not None:
        return title.value
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind == "title")


@lru_cache(maxsize=1 << 15)
def _base(word: str, english: bool) -> float:
    """What a word in lower case tells of an event, by its kind."""
    if word[0].isdigit():
        return _NUMBER
    if not english:
        return _EASY if len(word) <= _SHORT and word < _UNSPACED else _PLAIN
    return _EASY if is_easy(word) else _PLAIN


def is_easy(word: str) -> bool:
    """Whether a word or what it is inflected from stands on the list of easy words."""
    easy = easy_words()
    return (
        word in easy
        or (word.endswith("s") and word[:-1] in easy)
        or (word.endswith("ed") and (word[:-2] in easy or word[:-1] in easy))
        or (word.endswith("ing") and (word[:-3] in easy or f"{word[:-3]}e" in easy))
    )


def _day(metadata: Metadata) -> int | None:
    """The day of publication, counted from the year 1; None where the copy has no date that can be read."""
    day = published_day(metadata)
    return day.toordinal() if day else None
