"""How often metrics were right: what several of them stand on, and how a figure is told in words.

The figures are those of docs/evaluation.md, where the command that makes them is; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Quality

_SEEN = "political news the rules were mended on"
UNSEEN = "88 web pages not looked at before"
_POLITICAL_NEWS = "political news, attributions annotated"
RELATION = Quality("relation (source and content both half right)", "F1", 0.638, 840, "articles", _POLITICAL_NEWS)
CUE = Quality("cue, half span", "F1", 0.692, 840, "articles", _POLITICAL_NEWS)
ATTRIBUTING = (
    Quality("sentences that attribute", "precision", 0.950, 840, "articles", _POLITICAL_NEWS),
    Quality("sentences that attribute", "recall", 0.812, 840, "articles", _POLITICAL_NEWS),
)
SPEAKERS = (
    Quality("quotations given the right speaker", "precision", 0.931, 5422, "quotations", _POLITICAL_NEWS),
    Quality("quotations given the right speaker", "recall", 0.894, 5422, "quotations", _POLITICAL_NEWS),
)
VOICE = Quality(
    "words quoted or not",
    "F1",
    0.972,
    749,
    "spans",
    "political news, slanted words annotated as quoted or not",
)


def read_by_one(measured: str, value: float, n: int, metric: str, where: str = _SEEN) -> Quality:
    """The precision of marks that one reader judged; docs/metrics.md has it in the metric's section."""
    page = f"docs/metrics.md#{metric}"
    return Quality(measured, "precision", value, n, "marks", f"{where}, judged by one reader", page)


def told(quality: Sequence[Quality], unmeasured: str) -> list[str]:
    """One line for all figures of the same texts; without any, why."""
    if not quality:
        return [f"{_sentence(unmeasured)}."]
    texts: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
    for each in quality:
        measured = texts.setdefault((each.corpus, each.page), {})
        figures = measured.setdefault((each.measured, f"{each.n:,} {each.n_unit}"), [])
        figures.append(f"{each.figure} {each.value:g}".replace(" 0.", " ."))
    return [
        f"{_sentence(corpus)}: "
        + "; ".join(f"{what}, {', '.join(figures)} ({n})" for (what, n), figures in measured.items())
        + f"; see {page}."
        for (corpus, page), measured in texts.items()
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
