"""Writes what metrics, findings and the design declare into docs: `python scripts/declared_tables.py [--check]`.

The pages hold blocks between `<!-- declared: ID -->` and `<!-- end -->`; all else is written by
hand and stays as it is. With --check nothing is written and the exit code is 1 when a block is old.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_type_hints

import msgspec
from template_reference import field_tables, template_table

from crossread.config_values import name_kind
from crossread.contrast_sets import ContrastSet, shipped_sets
from crossread.finding import FindingKind
from crossread.kinds import BUILT_IN as KINDS
from crossread.metric import Metric
from crossread.model import THEMES
from crossread.quality import told
from crossread.registry import BUILT_IN
from crossread.reports import colour
from crossread.reports.design import DESIGN, STYLES
from crossread.same_things import same_things

DOCS = Path(__file__).resolve().parent.parent / "docs"
_BLOCK = re.compile(r"(<!-- declared: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def overview() -> Iterator[str]:
    """The table of all metrics."""
    yield "| theme | metric | title | unit | direction | needs |"
    yield "|---|---|---|---|---|---|"
    for metric in BUILT_IN:
        theme = THEMES[metric.theme]
        cells = (theme, f"[`{metric.id}`](#{metric.id})", metric.title, metric.unit, metric.direction, _needs(metric))
        yield _row(*cells)


def sets_table(sets: Mapping[str, ContrastSet]) -> Iterator[str]:
    """The table of contrast sets; everyday names in brackets."""
    yield "| set | names | what the choice tells |"
    yield "|---|---|---|"
    for name, contrast in sets.items():
        sides = (f"({side})" if side in contrast.everyday else side for side in contrast.sides)
        sources = "".join(f" [{each.authors} {each.year}]({each.url})" for each in contrast.sources)
        yield _row(f"`{name}`", ", ".join(sides), contrast.why + sources)


def declaration(metric: Metric) -> Iterator[str]:
    """A metric's declaration in Markdown: meaning, formula, figures, options, limits, quality and sources."""
    yield from (metric.meaning, "")
    yield f"- **Value**: {metric.title}, {metric.unit}; {metric.direction}; `n` counts {metric.n_unit}"
    yield f"- **Formula**: {metric.formula}"
    yield from (f"- **Needs**: {_needs(metric)}", "")
    yield "| figure | label | unit | what it counts |"
    yield "|---|---|---|---|"
    for figure in metric.figures:
        yield _row(f"`{metric.id}.{figure.id}`", figure.label, figure.unit, figure.meaning)
    yield from _columns(metric)
    yield from _options(metric)
    yield from _limits_quality_sources(metric)


def kinds_table() -> Iterator[str]:
    """The table of all kinds of finding."""
    yield "| kind | title | language |"
    yield "|---|---|---|"
    for kind in KINDS:
        yield _row(f"[`{kind.id}`](#{kind.id})", kind.title, ", ".join(kind.languages) or "any")


def kind_declaration(kind: FindingKind) -> Iterator[str]:
    """A kind's declaration in Markdown: meaning, rules, counts, options, limits, quality and sources."""
    yield from (kind.meaning, "")
    yield "| rule | label | what it says | certainty |"
    yield "|---|---|---|---|"
    for rule in kind.rules:
        yield _row(f"`{rule.id}`", rule.label, rule.meaning, f"{rule.certainty:.2f}")
    if kind.unit:
        yield from ("", f"The value of an article's part is in {kind.unit}.")
    if kind.counts:
        yield from ("", "| count | label | unit | what it counts |", "|---|---|---|---|")
    for count in kind.counts:
        yield _row(f"`{count.id}`", count.label, count.unit, count.meaning)
    yield from _options(kind)
    yield from _limits_quality_sources(kind)


def colours_table() -> Iterator[str]:
    """The table of colours: each mode, its contrast as text, and the grey that is left of it on paper."""
    yield "| colour | light | contrast | dark | contrast | paper | contrast | grey on paper |"
    yield "|---|---|---:|---|---:|---|---:|---:|"
    modes = [msgspec.structs.asdict(each) for each in (DESIGN.light, DESIGN.dark, DESIGN.print)]
    for name in modes[0]:
        cells = [f"`{name}`"]
        for mode in modes:
            cells += [f"`{mode[name]}`", f"{colour.contrast(mode[name], mode['paper']):.1f}"]
        yield _row(*cells, f"{colour.greyscale(modes[2][name])} %")


def sizes_table() -> Iterator[str]:
    """The six sizes of type."""
    yield "| size | screen | paper |"
    yield "|---|---|---|"
    for rank, (screen, paper) in enumerate(zip(DESIGN.screen_sizes, DESIGN.paper_sizes, strict=True), start=1):
        yield _row(f"`--s{rank}`", screen, paper)


def lines_table() -> Iterator[str]:
    """The line under the marks of each theme."""
    yield "| theme | colour | line | below the words | thickness |"
    yield "|---|---|---|---|---|"
    for theme, (style, below, thick) in STYLES.items():
        yield _row(THEMES[theme], f"`{theme}`", style, below, thick)


def _limits_quality_sources(declared: Metric | FindingKind) -> Iterator[str]:
    yield from ("", "What it cannot show:", "", *(f"- {limit}" for limit in declared.limits))
    yield from ("", "How often it was right:", "")
    yield from (f"- {line}" for line in told(declared.quality, declared.unmeasured))
    if declared.sources:
        yield from ("", "Sources:", "")
    yield from (f"- {each.authors} {each.year}. [{each.title}]({each.url})" for each in declared.sources)


def _needs(metric: Metric) -> str:
    count = max(metric.minimum_words, 1)
    return f"{count} {'word' if count == 1 else 'words'} of body; language: {', '.join(metric.languages) or 'any'}"


def _columns(metric: Metric) -> Iterator[str]:
    if metric.columns:
        yield from ("", "| column of its table | label | unit | what it counts |", "|---|---|---|---|")
    for column in metric.columns:
        yield _row(f"`{column.id}`", column.label, column.unit, column.meaning)


def _options(metric: Metric | FindingKind) -> Iterator[str]:
    defaults = msgspec.to_builtins(metric.options())
    if not defaults:
        return
    hints = get_type_hints(metric.options, include_extras=True)
    yield from ("", "| option | value | default |", "|---|---|---|")
    for name, value in defaults.items():
        yield _row(f"`{name}`", name_kind(hints[name]), f"`{value}`")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def renewed() -> Iterator[tuple[Path, str, str]]:
    """Each page as it is and with every block as it is declared now."""
    metrics = {metric.id: declaration(metric) for metric in BUILT_IN}
    yield _renew("metrics.md", metrics | {"overview": overview(), "contrast_sets": sets_table(shipped_sets())})
    kinds = {kind.id: kind_declaration(kind) for kind in KINDS}
    design = {"colours": colours_table(), "sizes": sizes_table(), "lines": lines_table()}
    yield _renew("design.md", design)
    yield _renew("findings.md", kinds | {"overview": kinds_table(), "things": sets_table(same_things().sets)})
    yield _renew("templates.md", {"templates": template_table(), "fields": field_tables()})


def _renew(name: str, blocks: Mapping[str, Iterator[str]]) -> tuple[Path, str, str]:
    page = DOCS / name
    old = page.read_text(encoding="utf-8")

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}\n" + "\n".join(blocks[match[2]]) + f"\n\n{match[3]}"

    return page, old, _BLOCK.sub(fill, old)


def main() -> int:
    """Write the pages, or with --check say whether they are current."""
    behind = [(page, new) for page, old, new in renewed() if new != old]
    if "--check" not in sys.argv[1:]:
        for page, new in behind:
            page.write_text(new, encoding="utf-8")
        return 0
    for page, _ in behind:
        print(f"docs/{page.name} is behind what is declared; run scripts/declared_tables.py", file=sys.stderr)
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
