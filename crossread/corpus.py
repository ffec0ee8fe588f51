"""A baseline from a corpus: what `crossread baseline` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from crossread.baseline import SCHEMA, Baseline, FigureKey, Spread, figure_units, figures_of, genre_of, rounded
from crossread.config_values import unknown
from crossread.errors import ConfigError, InputError
from crossread.installed import versions
from crossread.lexicon import lexicon_hashes
from crossread.metric import Metric
from crossread.model import Analysis, Article, Lengths
from crossread.pipeline import analyse
from crossread.registry import all_metrics
from crossread.text.words import body_words

POINTS = 100
FEWEST = 20  # articles with a figure below which its spread is not told


def measure_corpus(
    articles: Sequence[Article],
    *,
    name: str,
    of: str = "articles",
    note: str = "",
    without: Collection[str] = (),
    tell: Callable[[str], None] = lambda doing: None,
) -> Baseline:
    """The figures of the articles, measured with the metrics' default options; those of `without` are left out.

    Raises InputError for too few articles, ConfigError for an unknown metric.
    """
    known = all_metrics()
    wrong = [unknown("metric", metric, known) for metric in without if metric not in known]
    if wrong:
        raise ConfigError("\n".join(wrong))
    corpus = _Corpus([metric for metric in known.values() if metric.id not in without])
    for number, article in enumerate(articles, 1):
        tell(f"measuring {number} of {len(articles)}: {article.origin.where}")
        corpus.add(analyse(article))
    return corpus.baseline(name, of, note)


class _Corpus:
    """Takes analyses one by one and keeps nothing of them but their figures."""

    def __init__(self, metrics: Sequence[Metric]) -> None:
        self._units = figure_units([metric.info() for metric in metrics])
        self._values: dict[FigureKey, list[float]] = {key: [] for key in self._units}
        self._genres = Counter[str]()
        self._languages = Counter[str]()
        self._lengths: list[int] = []

    def add(self, analysis: Analysis) -> None:
        """Note the figures of an article."""
        self._genres[genre_of(analysis.metadata)] += 1
        if analysis.metadata.language is not None:
            self._languages[analysis.metadata.language.value] += 1
        self._lengths.append(body_words(analysis.text, analysis.zones))
        for key, value, _ in figures_of(analysis):
            if key in self._values:
                self._values[key].append(value)

    def baseline(self, name: str, of: str, note: str) -> Baseline:
        """The corpus in figures."""
        count = len(self._lengths)
        if count < FEWEST:
            raise InputError(f"a baseline needs {FEWEST} articles or more; found {count}")
        lengths = sorted(self._lengths)
        return Baseline(
            schema=SCHEMA,
            name=name,
            of=of,
            note=note,
            articles=count,
            language=max(self._languages, key=lambda code: (self._languages[code], code), default=None),
            genres=dict(sorted(self._genres.items())),
            words=Lengths(lengths[0], lengths[count // 100], lengths[-1 - count // 100], lengths[-1]),
            version=versions(["crossread"])["crossread"],
            lexicons=lexicon_hashes(),
            figures=tuple(
                Spread(metric, figure, self._units[metric, figure], len(values), _points(values))
                for (metric, figure), values in self._values.items()
                if len(values) >= FEWEST
            ),
        )


def _points(values: Sequence[float]) -> tuple[float, ...]:
    """The middle value of each of `POINTS` equal parts, or all values where there are no more."""
    ranked = sorted(map(rounded, values))
    count = len(ranked)
    if count <= POINTS:
        return tuple(ranked)
    return tuple(ranked[int((part + 0.5) * count / POINTS)] for part in range(POINTS))
