"""Where an article's figures stand among those of a corpus: the result held against a baseline."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from crossread.baseline import (
    DEFAULT,
    NONE,
    Baseline,
    Spread,
    default_baseline,
    figure_units,
    figures_of,
    genre_of,
    load,
)
from crossread.lexicon import lexicon_hashes
from crossread.model import Analysis, MetricInfo, Notice, Placement, Quantiles, Reference, Standing
from crossread.text.words import body_words

_FEWEST = 5  # of what a share is taken over: one of two is no place among hundreds of reports
_USUAL = 0.05  # the share of a corpus from which a genre belongs to it


def refer(
    analyses: Sequence[Analysis], metrics: Sequence[MetricInfo], changed: Collection[str], baseline: str
) -> tuple[Reference | None, list[Notice]]:
    """The articles' standings in a baseline, a file or `NONE` or `DEFAULT`, and what to say of the file.

    `changed` are the metrics with options of the user's: what they measure the baseline has not measured.
    Raises InputError for a file that is no baseline.
    """
    if baseline == NONE:
        return None, []
    held = default_baseline() if baseline == DEFAULT else load(Path(baseline))
    units = figure_units([info for info in metrics if info.id not in changed])
    comparable = {spread.key: spread for spread in held.figures if units.get(spread.key) == spread.unit}
    placements = []
    for analysis in analyses:
        outside = _outside(analysis, held)
        found = []
        for key, value, n in () if outside else figures_of(analysis):
            if key in comparable and not (units[key].startswith("%") and n is not None and n < _FEWEST):
                below, equal = comparable[key].standing(value)
                found.append(Standing(*key, below, equal, comparable[key].n))
        placements.append(Placement(analysis.id, outside, tuple(found)))
    reference = Reference(
        name=held.name,
        of=held.of,
        note=held.note,
        articles=held.articles,
        language=held.language,
        genres=held.genres,
        words=held.words,
        version=held.version,
        placements=tuple(placements),
        quantiles=tuple(_quantiles(spread) for spread in comparable.values() if spread.figure is None),
    )
    return reference, [] if baseline == DEFAULT else _reservations(held, Path(baseline).name)


def _quantiles(spread: Spread) -> Quantiles:
    """What a chart draws of a spread."""
    return Quantiles(spread.metric, spread.n, *(spread.quantile(share) for share in (5, 25, 50, 75, 95)))


def _outside(analysis: Analysis, held: Baseline) -> str:
    """Why the article is not of the kind the baseline was made of; "" where it is."""
    language = analysis.metadata.language
    if language is not None and held.language is not None and language.value != held.language:
        return f"language {language.value}, reference in {held.language}"
    genre = genre_of(analysis.metadata)
    if held.genres.get(genre, 0) < _USUAL * held.articles:
        usual = [name for name, count in held.genres.items() if count >= _USUAL * held.articles]
        return f"{genre}, reference has {', '.join(usual)}"
    words = body_words(analysis.text, analysis.zones)
    if not held.words.low <= words <= held.words.high:
        return f"{words:,d} words, reference has {held.words.low:,d} to {held.words.high:,d}"
    return ""


def _reservations(held: Baseline, name: str) -> list[Notice]:
    """What the user should know of a file of theirs: that it was measured with other word lists."""
    now = lexicon_hashes()
    differing = sorted(file for file in held.lexicons.keys() | now.keys() if held.lexicons.get(file) != now.get(file))
    if not differing:
        return []
    named = ", ".join(differing[:3]) + (f" and {len(differing) - 3} more" if len(differing) > 3 else "")
    told = f"made with other word lists ({named}), so figures may stand elsewhere; make it anew with crossread baseline"
    return [Notice("warning", name, told)]
