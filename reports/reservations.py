"""What a reader must know about a copy first: too short for the figures, or in another language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossread.model import Analysis, Measurement, MetricInfo
from crossread.reports.messages import language_name, t
from crossread.telling import listed
from crossread.text.words import body_words


def reservations(articles: Sequence[Analysis], metrics: Sequence[MetricInfo], labels: Sequence[str]) -> tuple[str, ...]:
    """One plain sentence for each copy that most figures, or those of one language, cannot be made for."""
    found = []
    for analysis, label in zip(articles, labels, strict=True):
        without = [info for info, _ in _not_applicable(analysis, metrics)]
        foreign = [info for info in without if _is_foreign(analysis, info)]
        if foreign and analysis.metadata.language is not None:
            made_for = listed(sorted({language_name(each) for info in foreign for each in info.languages}))
            name = language_name(analysis.metadata.language.value, code_too=True)
            found.append(t("reservation.language", label=label, language=name, made_for=made_for))
        words = body_words(analysis.text, analysis.zones)
        short = [info for info in without if info not in foreign and words < max(info.minimum_words, 1)]
        if short:
            which = t("reservation.most") if 2 * len(short) > len(metrics) else listed([info.title for info in short])
            found.append(t("reservation.short", n=words, label=label, which=which))
    return tuple(found)


def with_language_names(analysis: Analysis, metrics: Sequence[MetricInfo]) -> Analysis:
    """The analysis, the reason of a metric made for other languages in words instead of codes."""
    foreign = {m.metric: info for info, m in _not_applicable(analysis, metrics) if _is_foreign(analysis, info)}
    if not foreign or analysis.metadata.language is None:
        return analysis
    name = language_name(analysis.metadata.language.value, code_too=True)
    measurements = [
        msgspec.structs.replace(
            m, reason=t("reservation.made_for", made_for=_languages(foreign[m.metric]), language=name)
        )
        if m.metric in foreign
        else m
        for m in analysis.measurements
    ]
    return msgspec.structs.replace(analysis, measurements=tuple(measurements))


def _languages(info: MetricInfo) -> str:
    return listed([language_name(each) for each in info.languages])


def _not_applicable(analysis: Analysis, metrics: Sequence[MetricInfo]) -> list[tuple[MetricInfo, Measurement]]:
    declared = {info.id: info for info in metrics}
    return [
        (declared[m.metric], m) for m in analysis.measurements if m.status == "not_applicable" and m.metric in declared
    ]


def _is_foreign(analysis: Analysis, info: MetricInfo) -> bool:
    language = analysis.metadata.language
    return language is not None and bool(info.languages) and language.value not in info.languages
