"""The first page's answer to "what differs?": plain sentences by rule, each with its link.

No sentence weighs or explains a difference; it says what was counted and where to look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.model import Comparison, FigureComparison, MetricInfo
from crossread.reports.annotated import slug
from crossread.reports.figures import figure_labels
from crossread.reports.findings import OnlyIn, QuotationView, VoiceRow, others
from crossread.reports.numbers import counted, listed, number

CLEAR = 5  # figures whose intervals do not overlap
COUNTS = 3  # figures without interval, where the largest value is at least twice the smallest
NAMES = 5  # names spelt out in a sentence


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence of the key differences and the place on the page that shows it."""

    subject: str
    sentence: str
    href: str


def key_differences(
    comparison: Comparison,
    metrics: Sequence[MetricInfo],
    labels: Sequence[str],
    voices: Sequence[VoiceRow],
    quotations: Sequence[QuotationView],
    exclusive: Sequence[OnlyIn],
) -> tuple[Difference, ...]:
    """Voices, quotations and content first, then figures by the size of the difference."""
    return (
        *_voices(voices, labels),
        *_quotations(quotations),
        *_content(exclusive),
        *_figures(comparison, metrics, labels),
    )


def _voices(voices: Sequence[VoiceRow], labels: Sequence[str]) -> list[Difference]:
    found = []
    for label in labels:
        alone = [voice for voice in voices if voice.only == label]
        if not alone:
            continue
        names = listed([voice.name for voice in alone], NAMES)
        count, rest = counted(len(alone), "voice"), others(labels, label)
        sentence = f"{count} in {label} that our rules did not find in {rest}: {names}."
        found.append(Difference("Voices", sentence, f"#{alone[0].anchor}"))
    return found


def _quotations(quotations: Sequence[QuotationView]) -> list[Difference]:
    changed = [quotation for quotation in quotations if quotation.edits or quotation.differences]
    found = []
    for quotation in changed[:3]:
        first, second = (side.label for side in quotation.sides)
        whose = f"a quotation of {quotation.speaker}" if quotation.speaker else "the same quotation"
        how = "; ".join((*quotation.edits[:2], *quotation.differences)) or "the wording differs"
        sentence = f"{first} and {second} carry {whose} in different form: {how}."
        found.append(Difference("Quotations", sentence, f"#{quotation.anchor}"))
    if len(changed) > 3:
        rest = counted(len(changed) - 3, "further shared quotation differs", "further shared quotations differ")
        found.append(Difference("Quotations", f"{rest} between articles.", f"#{changed[3].anchor}"))
    return found


def _content(exclusive: Sequence[OnlyIn]) -> list[Difference]:
    found = []
    for part in exclusive:
        if not part.count:
            continue
        amounts = [f"{title.lower()} {len(items)}" for title, items in part.kinds]
        sentence = (
            f"{counted(part.count, 'name or number', 'names and numbers')} in {part.label} not found by our rules "
            f"in {part.elsewhere} ({', '.join(amounts)})."
        )
        found.append(Difference("Content", sentence, f"#{part.kinds[0][1][0].anchor}"))
    return found


def _figures(comparison: Comparison, metrics: Sequence[MetricInfo], labels: Sequence[str]) -> list[Difference]:
    known = figure_labels(metrics)
    clear = _ranked([f for f in comparison.figures if f.verdict == "differs"])
    counts = [f for f in comparison.figures if f.verdict == "no interval" and _doubled(f)]
    found = [_sentence(figure, known, labels, "the 95 % intervals do not overlap") for figure in clear[:CLEAR]]
    left = max(0, COUNTS + CLEAR - len(found) - 2)
    found += [
        _sentence(figure, known, labels, "no interval is known") for figure in _ranked(counts)[: min(COUNTS, left)]
    ]
    tested = sum(f.verdict in ("differs", "no clear difference") for f in comparison.figures)
    if tested and not clear:
        sentence = f"None of the {counted(tested, 'figure')} with a 95 % interval differs clearly between the articles."
        found.append(Difference("Figures", sentence, "#metrics"))
    return found


def _ranked(figures: Sequence[FigureComparison]) -> list[FigureComparison]:
    """Main values first, then by the spread relative to the largest value."""
    return sorted(figures, key=lambda f: (f.figure is not None, -_spread(f)))


def _spread(figure: FigureComparison) -> float:
    values = [value for value in figure.values if value is not None]
    largest = max((abs(value) for value in values), default=0.0)
    return (max(values) - min(values)) / largest if largest else 0.0


def _doubled(figure: FigureComparison) -> bool:
    values = [abs(value) for value in figure.values if value is not None]
    return len(values) > 1 and max(values) >= 3 and max(values) >= 2 * min(values)


def _sentence(
    figure: FigureComparison,
    known: Mapping[tuple[str, str | None], tuple[str, str, int]],
    labels: Sequence[str],
    ground: str,
) -> Difference:
    label, unit, decimals = known.get((figure.metric, figure.figure), (figure.metric, "", 1))
    whole = all(value is None or float(value).is_integer() for value in figure.values)
    values = [
        f"{number(value, 0 if whole else decimals)} in {name}"
        for name, value in zip(labels, figure.values, strict=True)
        if value is not None
    ]
    anchor = f"f-{slug(figure.metric)}" + (f"-{slug(figure.figure)}" if figure.figure else "")
    title, dash, rest = label.partition(" – ")
    what = f"{rest} ({unit})" if dash and unit else rest or (f"{title} ({unit})" if unit else title)
    return Difference(title, f"{what[:1].upper()}{what[1:]}: {listed(values)}; {ground}.", f"#{anchor}")
