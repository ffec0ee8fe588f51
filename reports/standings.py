"""Where figures stand among those of the reference, in words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from crossread.model import Reference, Standing
from crossread.telling import counted

OUTSIDE = "outside the reference"
_COMMON = 50  # % of the reference from which an equal value is told instead of a rank


class Standings(Struct, frozen=True, gc=False):
    """What to say of each figure of an article, by metric and figure."""

    outside: bool = False
    places: Mapping[tuple[str, str | None], tuple[str, str]] = {}

    def place(self, metric: str, figure: str | None) -> tuple[str, str]:
        """A figure's rank and among what: ("higher than 83 %", "987 news reports"); "" where the reference lacks it."""
        return (OUTSIDE, "") if self.outside else self.places.get((metric, figure), ("", ""))


def standings(reference: Reference | None, article: str) -> Standings:
    """Where an article's figures stand; nothing without a reference."""
    placement = next((p for p in reference.placements if p.article == article), None) if reference else None
    if reference is None or placement is None:
        return Standings()
    places = {(each.metric, each.figure): (_rank(each), f"{each.n:,d} {reference.of}") for each in placement.standings}
    return Standings(bool(placement.outside), places)


def _rank(standing: Standing) -> str:
    """ "higher than 83 %"."""
    if standing.equal >= _COMMON:
        return f"the same in {standing.equal:.0f}\u202f%"
    below = round(standing.below)
    if below >= 100:
        return "higher than over 99\u202f%"
    return f"higher than {below}\u202f%" if below else "higher than under 1\u202f%"


def outsiders(reference: Reference | None, labels: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for each article that is of another kind than the reference; `labels` are by the article's id."""
    placements = reference.placements if reference else ()
    return tuple(
        f"{labels[p.article]} is {OUTSIDE} ({p.outside}): its figures are not held against it"
        for p in placements
        if p.outside and p.article in labels
    )


def note_on(reference: Reference | None) -> str:
    """One sentence on what the standings beside the figures rest on; "" where there are none."""
    if reference is None or not any(placement.standings for placement in reference.placements):
        return ""
    among = f"{reference.articles:,d} {reference.of}"
    return f"“Among {among}” holds a value against a reference, {reference.name}; see Methods."


def explanation(reference: Reference | None) -> tuple[str, ...]:
    """The paragraphs of the methods appendix on the reference."""
    if reference is None:
        return ()
    words = reference.words
    genres = " and ".join(counted(count, genre) for genre, count in reference.genres.items())
    return tuple(
        filter(
            None,
            (
                f"{reference.name}: {reference.articles:,d} {reference.of}, measured with crossread "
                f"{reference.version}. They have {words.least:,d} to {words.most:,d} words, 98 of 100 of them "
                f"{words.low:,d} to {words.high:,d}; by genre {genres}, where a copy that states none counts as a "
                "report.",
                reference.note,
                "“Higher than 83 %” says that 83 of 100 of them have a lower value, those with an equal one counted "
                "half; where half of them or more have the same value, that is said instead. It tells how common a "
                "value is among these articles, not how good it is. An article of another language, of a genre rare "
                "among them, or shorter or longer than 98 of 100 of them is not held against them.",
            ),
        )
    )
