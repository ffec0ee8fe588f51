"""What a metric is: a declaration and one pure function from a document to a measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct

from crossread.document import Document
from crossread.model import (
    Citation,
    Detail,
    Direction,
    Evidence,
    FigureInfo,
    Interval,
    Measurement,
    MetricInfo,
    Quality,
    Reading,
    Status,
    TableRow,
    Theme,
    VoiceValue,
)
from crossread.resampling import LEAST, percent, ratio_interval, share_interval

_IN_READING_ORDER = attrgetter("start", "end", "rule")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of a metric's options: typed fields with defaults; metrics without options use it as is."""


class Metric(Struct, frozen=True, kw_only=True):
    """A metric as its file declares it.

    `id` is the file's name: a noun, never a verdict. `measure(document, options)` is pure: no
    input or output, no clock, no network, no randomness, no HTML. It is called only when the
    document's language is listed (an empty tuple means any) and its body has `minimum_words`;
    otherwise `run_metric` answers `not_applicable`.
    """

    id: str
    title: str
    theme: Theme = "further"  # the heading it stands under in reports
    unit: str
    n_unit: str  # what `Measurement.n` counts: "words", "sentences"
    direction: Direction
    meaning: str
    formula: str
    limits: tuple[str, ...]
    sources: tuple[Citation, ...]
    figures: tuple[FigureInfo, ...] = ()
    columns: tuple[FigureInfo, ...] = ()  # of a table with a row for each speaker, person or place
    quality: tuple[Quality, ...] = ()  # how often it was right, where that was measured
    unmeasured: str = "not measured against annotations"  # why not, where `quality` is empty
    unprinted: tuple[str, ...] = ()  # rules that mark too much, or what another marks: paper counts their words instead
    marks_shown: bool = False  # in a page's text from the start, not only when a reader switches them on
    options: type[Options] = Options
    minimum_words: int = 0
    languages: tuple[str, ...] = ("en",)
    decimals: int = 1
    measure: Callable[[Document, Any], Measurement]

    def info(self) -> MetricInfo:
        """The declaration as it travels with the result."""
        return MetricInfo(**{name: getattr(self, name) for name in MetricInfo.__struct_fields__})

    def measured(
        self,
        value: float | int | None,
        n: int,
        *,
        by_voice: Mapping[str, VoiceValue] | None = None,
        interval: Interval | None = None,
        details: Sequence[Detail] = (),
        evidence: Sequence[Evidence] = (),
        rows: Sequence[TableRow] = (),
        series: Sequence[Reading] = (),
    ) -> Measurement:
        """A measurement with this metric's id and units; evidence in reading order, rows as given."""
        return Measurement(
            metric=self.id,
            status="measured",
            value=value,
            unit=self.unit,
            n=n,
            n_unit=self.n_unit,
            by_voice=by_voice or {},
            interval=interval,
            details=tuple(details),
            evidence=tuple(sorted(evidence, key=_IN_READING_ORDER)),
            rows=tuple(rows),
            series=tuple(series),
        )

    def without_value(self, status: Status, reason: str, n: int = 0) -> Measurement:
        """A measurement that cannot say (`not_applicable`) or broke (`failed`), with the reason."""
        return Measurement(self.id, status, None, self.unit, n, self.n_unit, reason=reason)


def run_metric(metric: Metric, document: Document, options: Options) -> Measurement:
    """Measure, or say why not. A metric that raises becomes a `failed` measurement."""
    language = document.article.metadata.language
    if metric.languages and language is not None and language.value not in metric.languages:
        reason = f"made for {', '.join(metric.languages)}; the article's language is {language.value}"
        return metric.without_value("not_applicable", reason)
    count = document.body_word_count
    least = max(metric.minimum_words, 1)
    if count < least:
        reason = f"needs {least} {'word' if least == 1 else 'words'} of body text; this copy has {count}"
        return metric.without_value("not_applicable", reason, count)
    try:
        return metric.measure(document, options)
    except Exception as error:  # a metric may be a third party's: whatever it raises stays its own
        return metric.without_value("failed", f"{type(error).__name__}: {error}")


def rate_by_voice(hits: Mapping[str, int], words: Mapping[str, int]) -> dict[str, VoiceValue]:
    """Hits per 100 words in each voice; None where a voice has no words."""
    return {
        voice: VoiceValue(100 * hits.get(voice, 0) / count if count else None, count) for voice, count in words.items()
    }


def rate_interval(hits: Mapping[int, int], words: Mapping[int, int]) -> Interval | None:
    """95 % interval of the hits per 100 words, from a bootstrap with sentences as the sampled units.

    Both are counted by sentence; the sentences of `words` are the sample. Without any hit the resamples
    say nothing: then the upper end is 3/total, the rule of three (Hanley & Lippman-Hand 1983). None
    below 5 sentences or without any word.
    """
    n, total = len(words), sum(words.values())
    if n < LEAST or total <= 0:
        return None
    found = [hits.get(sentence, 0) for sentence in words] if hits else []
    if not any(found):
        return Interval(0.0, 100 * 3 / total)
    return percent(ratio_interval(found, list(words.values())))


def percentage_interval(hits: Mapping[int, int], wholes: Mapping[int, int]) -> Interval | None:
    """95 % interval of the hits as % of the wholes they are part of, with sentences as the sampled units.

    Both are counted by sentence; the sentences of `wholes` are the sample, in the order they come in.
    None below 5 sentences.
    """
    return percent(share_interval([hits.get(sentence, 0) for sentence in wholes], list(wholes.values())))
