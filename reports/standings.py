"""Where figures stand among those of the reference, in words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from crossread.model import Quantiles, Reference, Standing
from crossread.reports.messages import t
from crossread.telling import counted

_COMMON = 50  # % of the reference from which an equal value is told instead of a rank


class Standings(Struct, frozen=True, gc=False):
    """What to say of each figure of an article, by metric and figure."""

    outside: bool = False
    places: Mapping[tuple[str, str | None], tuple[str, str]] = {}
    spreads: Mapping[str, Quantiles] = {}  # of the reference, by metric
    of: str = ""  # what the reference's articles are called

    def place(self, metric: str, figure: str | None) -> tuple[str, str]:
        """A figure's rank and among what: ("higher than 83 %", "987 news reports"); "" where the reference lacks it."""
        return (t("standing.outside"), "") if self.outside else self.places.get((metric, figure), ("", ""))

    def spread(self, metric: str) -> Quantiles | None:
        """How the metric's main value is spread over the reference."""
        return self.spreads.get(metric)


def standings(reference: Reference | None, article: str) -> Standings:
    """Where an article's figures stand; nothing without a reference."""
    placement = next((p for p in reference.placements if p.article == article), None) if reference else None
    if reference is None or placement is None:
        return Standings()
    places = {(each.metric, each.figure): (_rank(each), f"{each.n:,d} {reference.of}") for each in placement.standings}
    spreads = {each.metric: each for each in reference.quantiles}
    return Standings(bool(placement.outside), places, spreads, reference.of)


def _rank(standing: Standing) -> str:
    """ "higher than 83 %"."""
    if standing.equal >= _COMMON:
        return t("standing.same", share=f"{standing.equal:.0f}")
    below = round(standing.below)
    if below >= 100:
        return t("standing.over_99")
    return t("standing.higher", share=below) if below else t("standing.under_1")


def outsiders(reference: Reference | None, labels: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for each article that is of another kind than the reference; `labels` are by the article's id."""
    placements = reference.placements if reference else ()
    return tuple(
        t("standing.outsider", label=labels[p.article], reason=p.outside)
        for p in placements
        if p.outside and p.article in labels
    )


def note_on(reference: Reference | None) -> str:
    """One sentence on what the standings beside the figures rest on; "" where there are none."""
    if reference is None or not any(placement.standings for placement in reference.placements):
        return ""
    among = f"{reference.articles:,d} {reference.of}"
    return t("standing.note", among=among, name=reference.name)


def explanation(reference: Reference | None) -> tuple[str, ...]:
    """The paragraphs of the methods appendix on the reference."""
    if reference is None:
        return ()
    words = reference.words
    measured = t(
        "reference.measured",
        name=reference.name,
        articles=f"{reference.articles:,d}",
        of=reference.of,
        version=reference.version,
        least=f"{words.least:,d}",
        most=f"{words.most:,d}",
        low=f"{words.low:,d}",
        high=f"{words.high:,d}",
        genres=" and ".join(counted(count, genre) for genre, count in reference.genres.items()),
    )
    return tuple(filter(None, (measured, reference.note, t("reference.reading"))))
