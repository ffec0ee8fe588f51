"""The first page's answer to "what differs?": plain sentences by rule, each with its link.

No sentence weighs or explains a difference; it says what was counted and where to look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossread.model import Comparison, FigureComparison, MetricInfo
from crossread.reports.annotated import slug
from crossread.reports.figures import figure_labels
from crossread.reports.findings import OnlyIn
from crossread.reports.kinds import finding_anchor
from crossread.reports.quotations import QuotationView
from crossread.reports.rows import verdict_of
from crossread.reports.voices import found_voices
from crossread.telling import counted, listed, number

CLEAR = 5  # figures whose intervals do not overlap
COUNTS = 3  # figures without interval, where the largest value is at least twice the smallest
PAIRS = 3  # pairs of articles spelt out
NAMES = 5  # names spelt out in a sentence
QUOTATIONS = 3  # quotations spelt out


class Difference(Struct, frozen=True, gc=False):
    """One sentence of the key differences and the place on the page that shows it."""

    subject: str
    sentence: str
    href: str


def key_differences(
    comparison: Comparison,
    metrics: Sequence[MetricInfo],
    labels: Sequence[str],
    quotations: Sequence[QuotationView],
    exclusive: Sequence[OnlyIn],
) -> tuple[Difference, ...]:
    """Voices, quotations and content first, then figures by the size of the difference."""
    return (
        *_voices(comparison),
        *_quotations(quotations),
        *_content(exclusive),
        *_figures(comparison, metrics, labels),
    )


def _voices(comparison: Comparison) -> list[Difference]:
    """For each article its voices no other has: all in one sentence, or the one there is."""
    found = found_voices(comparison)
    findings = found.findings if found else ()
    several = {finding.only_in for finding in findings if "alone" in finding.rules}
    return [
        Difference("Voices", finding.sentence, f"#{finding_anchor(finding)}")
        for finding in findings
        if finding.only_in and ("alone" in finding.rules or finding.only_in not in several)
    ]


def _quotations(quotations: Sequence[QuotationView]) -> list[Difference]:
    changed = [quotation for quotation in quotations if quotation.edits]
    found = [Difference("Quotations", each.sentence, f"#{each.anchor}") for each in changed[:QUOTATIONS]]
    if len(changed) > QUOTATIONS:
        count = len(changed) - QUOTATIONS
        rest = counted(count, "further shared quotation differs", "further shared quotations differ")
        found.append(Difference("Quotations", f"{rest} between articles.", f"#{changed[QUOTATIONS].anchor}"))
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
    verdicts = [(figure, verdict_of(figure)) for figure in comparison.figures]
    clear = _ranked([figure for figure, verdict in verdicts if verdict == "differs"])
    counts = [figure for figure, verdict in verdicts if verdict == "no interval" and _doubled(figure, known)]
    found = [_sentence(figure, known, labels, f"; {_apart(figure, labels)}") for figure in clear[:CLEAR]]
    left = max(0, COUNTS + CLEAR - len(found) - 2)
    found += [_sentence(figure, known, labels, "") for figure in _ranked(counts)[: min(COUNTS, left)]]
    tested = sum(verdict in ("differs", "no clear difference") for _, verdict in verdicts)
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


def _apart(figure: FigureComparison, labels: Sequence[str]) -> str:
    """Which articles' intervals do not overlap: of three or more, not all need stand apart."""
    held = [(label, interval) for label, interval in zip(labels, figure.intervals, strict=True) if interval]
    apart = [
        (one, other)
        for place, (one, a) in enumerate(held)
        for other, b in held[place + 1 :]
        if a.high < b.low or b.high < a.low
    ]
    if len(held) == 2 or len(apart) == len(held) * (len(held) - 1) // 2:
        return "the 95 % intervals do not overlap"
    pairs = "; ".join([f"{one} and {other}" for one, other in apart[:PAIRS]])
    more = f"; {len(apart) - PAIRS} more pairs" if len(apart) > PAIRS else ""
    return f"the 95 % intervals do not overlap for {pairs}{more}"


def _doubled(figure: FigureComparison, known: Mapping[tuple[str, str | None], tuple[str, str, int]]) -> bool:
    """Whether counts are far apart. A share without an interval may be one of three: it leads no page."""
    _, unit, _ = known.get((figure.metric, figure.figure), ("", "", 1))
    if unit.startswith("%"):
        return False
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
    return Difference(title, f"{what[:1].upper()}{what[1:]}: {listed(values)}{ground}.", f"#{anchor}")
