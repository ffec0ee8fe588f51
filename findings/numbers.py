"""Numbers: counts, sums, shares, dates and durations that the articles give differently for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossread.comparison.coverage import Coverage
from crossread.comparison.quantities.agreement import compatible, distance, open_towards
from crossread.comparison.quantities.disagreement import Matter, match
from crossread.comparison.quantities.quantities import Quantity, read_quantities
from crossread.comparison.quantities.sayers import sayer
from crossread.comparison.quantities.topics import topic
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Cell, Finding, FindingRule, Quality
from crossread.telling import listed
from crossread.text.readable_dates import readable
from crossread.text.words import on_one_line

_LATE = 0.5  # of the size is left to what stands at the end of every article
_OPEN = 0.5  # of the size is left where "at least" leaves room
_LEAST = 0.25  # the size of a difference too small to see, at the head of an article
_LEAST_HAPPENING = 0.6  # and of one in how many were killed, hurt or arrested: there each one counts

_PAIRS = "pairs of sentences written for this project, not tuned on"
_PAGE = "docs/findings.md#numbers"


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """A finding for each quantity two articles give: those that differ by size, then those that agree as worded."""
    matters = match(read_quantities(coverage.bodies, coverage.entities))
    found = [_finding(coverage, matter) for matter in matters if _is_told_apart(matter)]
    yield from sorted(found, key=lambda finding: -finding.size)


def _is_told_apart(matter: Matter) -> bool:
    """Not the same number in the same words everywhere, which would be no news."""
    held = [quantities[0] for quantities in matter.quantities.values()]
    alike = {(q.amount.value, q.amount.bound, q.amount.date, q.amount.unit) for q in held}
    return len(alike) > 1


def _finding(coverage: Coverage, matter: Matter) -> Finding:
    rules = _rules(matter)
    label = topic(coverage, matter)
    return KIND.finding(
        rules,
        label,
        _sentence(coverage, matter, label, rules),
        [_cell(coverage, order, held) for order, held in matter.quantities.items()],
        note=_note(coverage, matter),
        size=0.0 if rules[0] == "agrees" else _size(matter, rules),
    )


def _rules(matter: Matter) -> list[str]:
    """What kind of quantity differs; whether a bound leaves room between the two."""
    if matter.agrees:
        return ["agrees"]
    held = [quantities[0] for quantities in matter.quantities.values()]
    apart = [(a, b) for a, b in combinations(held, 2) if not compatible(a, b)]
    kind = held[0].amount.kind
    rule = kind if kind in ("date", "duration", "age") else "differs"
    return ["bound", rule] if apart and all(open_towards(a.amount, b.amount) for a, b in apart) else [rule]


def _size(matter: Matter, rules: Sequence[str]) -> float:
    """The difference relative to the larger number, more where it stands early."""
    held = [quantities[0] for quantities in matter.quantities.values()]
    apart = max(distance(a, b) for a, b in combinations(held, 2) if not compatible(a, b))
    early = 1 - _LATE * min(1.0, max(min(q.place for q in quantities) for quantities in matter.quantities.values()))
    least = _LEAST_HAPPENING if held[0].happening else _LEAST
    return (least + (1 - least) * apart) * early * (_OPEN if rules[0] == "bound" else 1.0)


def _cell(coverage: Coverage, order: int, held: Sequence[Quantity]) -> Cell:
    analysis, first = coverage.analyses[order], held[0]
    return Cell(
        article=analysis.id,
        text=_written(coverage, first),
        spans=tuple(quantity.span for quantity in held),
        value=None if first.amount.kind == "date" else _plain(first.amount.value),
    )


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _written(coverage: Coverage, quantity: Quantity) -> str:
    return on_one_line(coverage.bodies[quantity.order].text, quantity.amount.start, quantity.amount.end)


def _sentence(coverage: Coverage, matter: Matter, label: str, rules: Sequence[str]) -> str:
    told: dict[str, list[int]] = {}
    for order, held in matter.quantities.items():
        source = sayer(coverage.analyses[order], held[0].amount.start)
        told.setdefault(f"“{_written(coverage, held[0])}”\n{f' (according to {source})' if source else ''}", []).append(
            order
        )
    parts = []
    for wording, orders in told.items():
        words, _, source = wording.partition("\n")
        parts.append(f"{words} in {coverage.named({coverage.analyses[order].id for order in orders})}{source}")
    ending = "; as they are worded both can hold" if rules[0] == "agrees" else ""
    return f"{label[:1].upper()}{label[1:]}: {listed(parts)}{ending}."


def _note(coverage: Coverage, matter: Matter) -> str:
    """When the articles were published, where that is known of all and not the same."""
    told = {}
    for order in matter.quantities:
        analysis = coverage.analyses[order]
        if analysis.metadata.published:
            told[coverage.letters[analysis.id]] = readable(analysis.metadata.published.value)
    if len(told) < len(matter.quantities) or len(set(told.values())) < 2:
        return ""
    return "published: " + "; ".join(f"{letter} {day}" for letter, day in told.items())


KIND = FindingKind(
    id="numbers",
    title="Numbers and dates that differ",
    meaning="Counts, sums, percentages, measures, ages, dates and lengths of time that the articles give for what our "
    "rules take to be the same thing, where they differ or are worded differently.",
    limits=(
        "That two numbers differ does not say that either is mistaken: counts rise, sources disagree, and one may have "
        "been published later.",
        "Whether two numbers are about the same thing is told by the words around them; our rules miss many pairs "
        "rather than join two things.",
        "Numbers that differ within one article are not looked for.",
        "Vague quantities (“dozens”, “several”), fractions, scores and clock times are not read.",
    ),
    rules=(
        FindingRule("differs", "differs", "The articles give different numbers for the same thing.", 0.8),
        FindingRule("date", "date differs", "The articles give different days, months or years.", 0.7),
        FindingRule("duration", "duration differs", "The articles give different lengths of time.", 0.7),
        FindingRule("age", "age differs", "The articles give a person different ages.", 0.9),
        FindingRule(
            "bound",
            "bound",
            "One article gives a bound (“at least”, “up to”) far from the other's number: both may hold.",
            0.8,
        ),
        FindingRule("agrees", "agrees as worded", "The wordings differ, and all the numbers can hold.", 0.9),
    ),
    quality=(
        Quality("numbers of one thing", "precision", 0.969, 32, "pairs", _PAIRS, _PAGE),
        Quality("numbers of one thing", "recall", 0.969, 32, "pairs", _PAIRS, _PAGE),
        Quality("numbers of one thing that differ", "precision", 0.95, 20, "pairs", _PAIRS, _PAGE),
        Quality("numbers of one thing that differ", "recall", 0.95, 20, "pairs", _PAIRS, _PAGE),
    ),
    find=find,
)
