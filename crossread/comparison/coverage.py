"""The coverage of one event: its articles side by side, with what several kinds of finding need."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from crossread.comparison.bodies import Body
from crossread.comparison.claims.claims import Claims, align_claims
from crossread.comparison.claims.clues import read_clues
from crossread.comparison.figures import compare_figures
from crossread.comparison.names.carried import Item
from crossread.comparison.names.counted import counted_items
from crossread.comparison.names.entities import Entity, link_names
from crossread.comparison.names.named import named_items
from crossread.comparison.naming.pages import read_page
from crossread.comparison.quoting.wording import Wording, read_wording
from crossread.comparison.voicing.voices import SpeakerLinks, link_speakers
from crossread.model import Analysis, FigureComparison, MetricInfo
from crossread.telling import letter, listed, others
from crossread.text.words import Words


class Coverage:
    """The articles as they were given, each with its letter, and what is found once for all kinds of finding.

    `analyses` are the distinct texts in the order given: of two copies of one text the first. `copies` are all
    as given, `against` is the id of the article the others are held against, None for the median of the set.
    """

    def __init__(
        self,
        copies: Sequence[Analysis],
        metrics: Sequence[MetricInfo] = (),
        against: str | None = None,
        places: Sequence[int] = (),
    ) -> None:
        self.copies = tuple(copies)
        self._places = tuple(places or range(len(self.copies)))
        self.metrics = tuple(metrics)
        self.against = against
        self.letters: dict[str, str] = {}
        first: dict[str, Analysis] = {}
        for place, analysis in zip(self._places, copies, strict=True):
            self.letters.setdefault(analysis.id, letter(place))
            first.setdefault(analysis.id, analysis)
        self.analyses = tuple(first.values())

    def only(self, articles: Collection[str]) -> Coverage:
        """The coverage by these articles alone, under the letters they have in the whole set."""
        kept = [(place, copy) for place, copy in zip(self._places, self.copies, strict=True) if copy.id in articles]
        against = self.against if self.against in articles else None
        return Coverage([copy for _, copy in kept], self.metrics, against, [place for place, _ in kept])

    def named(self, articles: Collection[str]) -> str:
        """Articles by letter, in the set's order: "A", "A and C"."""
        return listed([self.letters[a.id] for a in self.analyses if a.id in articles])

    def others(self, articles: Collection[str]) -> str:
        """All articles but these, by letter as long as that reads well: "B and C", "the other 7 articles"."""
        return others([self.letters[a.id] for a in self.analyses], [self.letters[each] for each in articles])

    def letter_at(self, place: int) -> str:
        """The letter of the copy at a place in `copies`, where a text given twice has two."""
        return letter(self._places[place])

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Where the values of each of `analyses` stand in the lists of `figures`."""
        ids = [copy.id for copy in self.copies]
        return tuple(ids.index(analysis.id) for analysis in self.analyses)

    @cached_property
    def orders(self) -> Mapping[str, int]:
        """Each article's place in `analyses`, by id."""
        return {analysis.id: order for order, analysis in enumerate(self.analyses)}

    @cached_property
    def figures(self) -> tuple[FigureComparison, ...]:
        """Every figure of every metric side by side, one value for each of `copies`."""
        return compare_figures(self.copies, self.against)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Sentences, names and numbers by offset, one for each of `analyses`."""
        return tuple(Body(analysis) for analysis in self.analyses)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """The body words, folded, one for each of `analyses`."""
        return tuple(read_wording(analysis, order) for order, analysis in enumerate(self.analyses))

    @cached_property
    def pages(self) -> tuple[Words, ...]:
        """All words with sentence and voice, as word lists are looked for in them, one for each of `analyses`."""
        return tuple(map(read_page, self.analyses))

    @cached_property
    def voices(self) -> SpeakerLinks:
        """Which speakers are one voice over the set."""
        return link_speakers(self.analyses)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """People, bodies, places and other names over the set."""
        return link_names(self.bodies)

    @cached_property
    def claims(self) -> Claims:
        """Sentences that report the same thing across the articles, and those in one article only."""
        return align_claims(read_clues(self.bodies, self.wordings, self.entities, self.voices))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What the articles carry: the entities with all that is known to mean them, then numbers and dates."""
        return (*named_items(self.bodies, self.entities), *counted_items(self.bodies))
