"""Writes what the metrics declare into docs/metrics.md: `python scripts/metric_tables.py [--check]`.

The page holds blocks between `<!-- declared: ID -->` and `<!-- end -->`; all else is written by
hand and stays as it is. With --check nothing is written and the exit code is 1 when a block is old.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import msgspec

from crossread.config_values import name_kind
from crossread.contrast_sets import shipped_sets
from crossread.metric import Metric
from crossread.model import THEMES
from crossread.quality import told
from crossread.registry import BUILT_IN

PAGE = Path(__file__).resolve().parent.parent / "docs" / "metrics.md"
_BLOCK = re.compile(r"(<!-- declared: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def overview() -> Iterator[str]:
    """The table of all metrics."""
    yield "| theme | metric | title | unit | direction | needs |"
    yield "|---|---|---|---|---|---|"
    for metric in BUILT_IN:
        theme = THEMES[metric.theme]
        cells = (theme, f"[`{metric.id}`](#{metric.id})", metric.title, metric.unit, metric.direction, _needs(metric))
        yield _row(*cells)


def sets_table() -> Iterator[str]:
    """The table of the contrast sets that come with crossread; everyday names in brackets."""
    yield "| set | names | what the choice tells |"
    yield "|---|---|---|"
    for name, contrast in shipped_sets().items():
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
    yield from ("", "What it cannot show:", "", *(f"- {limit}" for limit in metric.limits))
    yield from ("", "How often it was right:", "")
    yield from (f"- {line}" for line in told(metric.quality, metric.unmeasured))
    yield from ("", "Sources:", "")
    yield from (f"- {each.authors} {each.year}. [{each.title}]({each.url})" for each in metric.sources)


def _needs(metric: Metric) -> str:
    count = max(metric.minimum_words, 1)
    return f"{count} {'word' if count == 1 else 'words'} of body; language: {', '.join(metric.languages) or 'any'}"


def _columns(metric: Metric) -> Iterator[str]:
    if metric.columns:
        yield from ("", "| column of its table | label | unit | what it counts |", "|---|---|---|---|")
    for column in metric.columns:
        yield _row(f"`{column.id}`", column.label, column.unit, column.meaning)


def _options(metric: Metric) -> Iterator[str]:
    defaults = msgspec.to_builtins(metric.options())
    if not defaults:
        return
    hints = get_type_hints(metric.options, include_extras=True)
    yield from ("", "| option | value | default |", "|---|---|---|")
    for name, value in defaults.items():
        yield _row(f"`{name}`", name_kind(hints[name]), f"`{value}`")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def renew(page: str) -> str:
    """The page with every block as the metrics declare it now."""
    blocks = {metric.id: declaration(metric) for metric in BUILT_IN}
    blocks |= {"overview": overview(), "contrast_sets": sets_table()}

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}\n" + "\n".join(blocks[match[2]]) + f"\n\n{match[3]}"

    return _BLOCK.sub(fill, page)


def main() -> int:
    """Write the page, or with --check say whether it is current."""
    old = PAGE.read_text(encoding="utf-8")
    new = renew(old)
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(new, encoding="utf-8")
    elif new != old:
        print("docs/metrics.md is behind what the metrics declare; run scripts/metric_tables.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
