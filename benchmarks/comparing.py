"""What comparing costs beside analysing the same articles, for sets of two to twenty."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from functools import partial

from articles import text_of
from timing import cpu

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.kinds import BUILT_IN
from crossread.model import Analysis
from crossread.pipeline import analyse, compare
from crossread.reading import article_from_text

SIZES = (2, 5, 10, 20)
SETS = 5  # of each size, with other articles each
GATED = 10
LONG = 8_000  # words


def comparing_against_analysing(texts: Sequence[str]) -> tuple[float, str]:
    """CPU of comparing ten articles over that of analysing them, and what it is at other sizes and for each kind."""
    articles = [article_from_text(text) for text in texts]
    analysing: dict[str, float] = {}
    analyses: list[Analysis] = []
    for article in articles:
        analysing[article.id] = cpu(lambda article=article: analyses.append(analyse(article)))  # type: ignore[misc]
    ratios = {size: _ratio(analyses, analysing, size) for size in SIZES if size <= len(analyses)}
    shares = ", ".join(f"{name} {share:.3f}" for name, share in _by_kind(analyses[:GATED], analysing))
    growth = ", ".join(f"{size} articles {ratio:.2f}" for size, ratio in ratios.items())
    return ratios.get(GATED, max(ratios.values())), f"{growth}; of ten, {shares}"


def long_articles() -> tuple[float, str]:
    """The same ratio for ten articles of 8,000 words that share most of their paragraphs."""
    articles = [article_from_text(text_of(LONG, turn=turn)) for turn in range(GATED)]
    analyses: list[Analysis] = []
    spent = sum(cpu(lambda article=article: analyses.append(analyse(article))) for article in articles)  # type: ignore[misc]
    found = cpu(lambda: compare(analyses))
    return found / spent, f"{found:.2f} s of comparing, {spent:.2f} s of analysing"


def _ratio(analyses: Sequence[Analysis], analysing: dict[str, float], size: int) -> float:
    found = []
    for start in range(0, min(len(analyses) - size, SETS * size - size) + 1, size):
        part = analyses[start : start + size]
        found.append(cpu(partial(compare, part)) / sum(analysing[each.id] for each in part))
    return statistics.median(found)


def _by_kind(analyses: Sequence[Analysis], analysing: dict[str, float]) -> list[tuple[str, float]]:
    """Each kind's CPU over that of analysing; the first to need something shared pays for it."""
    spent = sum(analysing[each.id] for each in analyses)
    coverage = Coverage(analyses)
    return [(kind.id, cpu(partial(run_kind, kind, coverage, kind.options())) / spent) for kind in BUILT_IN]
