"""What each article calls one thing, by voice, and whether the articles' choices differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import NamedTuple

from crossread.model import VOICES, Span, Voice

OWN: tuple[Voice, ...] = ("narrator",)
TOLD: tuple[Voice, ...] = ("quoted", "reported")


class Choice(NamedTuple):
    """One use: the words as they stand (`form`), which of the thing's names they are (`side`), and in which voice."""

    order: int
    span: Span
    form: str
    side: str
    voice: Voice


class Choices:
    """All uses for one thing over the set. `telling` are the names whose choice tells something.

    An article that is no key of `by_article` names the thing by none of its names.
    """

    def __init__(self, uses: Collection[Choice], telling: Collection[str]) -> None:
        self.telling = frozenset(telling)
        self.by_article: dict[int, list[Choice]] = {}
        for use in sorted(uses):
            self.by_article.setdefault(use.order, []).append(use)

    def sides(self, order: int, voice: Voice) -> Counter[str]:
        """How often a voice of an article uses each name."""
        return Counter(use.side for use in self.by_article.get(order, ()) if use.voice == voice)

    def own(self, order: int) -> int:
        """How often an article's own voice names it."""
        return self.sides(order, "narrator").total()

    def told(self, order: int) -> Counter[str]:
        """The same of the speakers, quoted or reported."""
        return self.sides(order, "quoted") + self.sides(order, "reported")

    def forms(self, order: int) -> dict[str, int]:
        """The words used with how often each is, the most frequent first."""
        counts = Counter(use.form for use in self.by_article.get(order, ()))
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def names(self, order: int, voices: Collection[Voice]) -> dict[str, int]:
        """The names some voices of an article use, as they most often write each, the most frequent first."""
        uses = [use for use in self.by_article[order] if use.voice in voices]
        found = {}
        for side, count in Counter(use.side for use in uses).most_common():
            forms = Counter(use.form for use in uses if use.side == side)
            found[max(forms, key=lambda form: forms[form])] = count
        return found

    def counts(self, order: int) -> Mapping[str, int]:
        """Uses by voice."""
        return {voice: self.sides(order, voice).total() for voice in VOICES}

    @property
    def own_differ(self) -> bool:
        """Whether two articles' own voices both name it, and differ in the telling names."""
        named = [self._telling(own) for order in self.by_article if (own := self.sides(order, "narrator"))]
        return any(one != other for one, other in combinations(named, 2))

    @property
    def left_to_speakers(self) -> bool:
        """Whether one article's own voice has a telling name where another's speakers alone name it, and otherwise."""
        own = {order: self.sides(order, "narrator") for order in self.by_article}
        told = [self.told(order) for order, named in own.items() if not named]
        return any(self._telling(named) and not named & others for named in own.values() for others in told)

    @property
    def told_differ(self) -> bool:
        """Whether one article's speakers have a telling name, and another names it otherwise, in whatever voice."""
        whole = {order: Counter(use.side for use in uses) for order, uses in self.by_article.items()}
        return any(
            self._telling(self.told(order)) and not self.told(order) & (self.told(other) or named)
            for order in whole
            for other, named in whole.items()
        )

    @property
    def distance(self) -> float:
        """The largest share of own-voice uses that two articles give to different names, 0 to 1."""
        named = [own for order in self.by_article if (own := self.sides(order, "narrator"))]
        return max((_apart(one, other) for one, other in combinations(named, 2)), default=0.0)

    @property
    def tells(self) -> bool:
        """Whether any article has a telling name."""
        return any(use.side in self.telling for uses in self.by_article.values() for use in uses)

    def _telling(self, sides: Counter[str]) -> frozenset[str]:
        return self.telling & frozenset(sides)


def _apart(one: Counter[str], other: Counter[str]) -> float:
    return sum(abs(one[side] / one.total() - other[side] / other.total()) for side in {*one, *other}) / 2
