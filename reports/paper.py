"""The briefing as it goes on paper: fewer marks in the text, shorter tables; what is left out is counted.

A page can switch marks on and off and a printed one cannot. Each metric declares the rules whose marks
would hide the others; their words stand in the evidence once, with how often they are marked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from crossread.model import Citation
from crossread.reports.annotated import Block, EvidenceList, Layer, Run
from crossread.reports.figures import MetricView
from crossread.reports.marks import Mark, Segment
from crossread.reports.printed import PrintedKind, first_of, printed_kind
from crossread.reports.rows import Row
from crossread.reports.tables import Group, Line, Table
from crossread.reports.view import ArticleView, Briefing

GROUPS = 3  # names of a table
LINES = 12  # of all of them, but for those of the first
QUOTATIONS = 8  # in several articles, and those that lead
FIGURES = 3  # of a metric, beside its main value
MARKS = 3  # codes of a line
CELL = 38  # characters of a cell with words


class Paper(Struct, frozen=True, gc=False):
    """What is printed: the briefing without what paper leaves out, and how much that is."""

    briefing: Briefing
    kinds: tuple[PrintedKind, ...]
    left_out: Mapping[str, int]  # figures of a metric, by its slug
    more_quotations: int
    outlets: str  # who published the articles: the author a reader's catalogue shows


def on_paper(briefing: Briefing) -> Paper:
    """The briefing without the marks that paper leaves out, every link to them led to the index they are counted in."""
    articles = tuple(_article(article, briefing.layers) for article in briefing.articles)
    left = frozenset(e.anchor for a in articles for each in a.evidence for _, entries in each.withheld for e in entries)
    leading = frozenset(difference.href.removeprefix("#") for difference in briefing.differences)
    evidence = {found.anchor: found for article in articles for found in article.evidence}
    metrics = tuple(
        replace(_metric(metric, left, leading), evidence=tuple(evidence.get(e.anchor, e) for e in metric.evidence))
        for metric in briefing.metrics
    )
    more = {
        printed.slug: len(metric.rows) - len(printed.rows)
        for metric, printed in zip(briefing.metrics, metrics, strict=True)
    }
    kinds = tuple(printed_kind(kind, leading) for kind in briefing.kinds)
    outlets = dict.fromkeys(article.publisher for article in articles if article.published_by)
    quotations = first_of(briefing.quotations, QUOTATIONS, leading)
    printed = replace(briefing, articles=articles, metrics=metrics, quotations=quotations)
    more_quotations = len(briefing.quotations) - len(quotations)
    return Paper(printed, kinds, more, more_quotations, "; ".join(outlets) or "crossread")


def left_out(article: ArticleView) -> int:
    """Marks of an article that are counted and not printed."""
    return sum(len(entries) for each in article.evidence for _, entries in each.withheld)


def sources(metrics: Sequence[MetricView]) -> list[Citation]:
    """What the metrics cite, each source once, by author."""
    cited = {source for metric in metrics for source in metric.info.sources}
    return sorted(cited, key=lambda source: (source.authors.casefold(), source.year, source.title, source.url))


def short_authors(authors: str) -> str:
    """ "Zhang et al.", "Hamborg & Donnay", "Hyland"; a body's name stays as it is."""
    if ", " not in authors:
        return authors
    families = authors.replace(" & ", ", ").split(", ")[::2]
    return f"{families[0]} et al." if len(families) > 2 or " et al" in authors else " & ".join(families)


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _article(article: ArticleView, layers: Sequence[Layer]) -> ArticleView:
    evidence = tuple(_evidence(each, layers[each.layer]) for each in article.evidence)
    return replace(article, blocks=tuple(_block(block) for block in article.blocks), evidence=evidence)


def _evidence(found: EvidenceList, layer: Layer) -> EvidenceList:
    kept = tuple(group for group in found.groups if not layer.withholds(group[0]))
    return replace(found, groups=kept, withheld=tuple(group for group in found.groups if layer.withholds(group[0])))


def _block(block: Block) -> Block:
    return replace(block, runs=tuple(Run(run.voice, tuple(_joined(run.segments))) for run in block.runs))


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the marks left out; those that nothing parts any more become one."""
    found: list[Segment] = []
    for segment in segments:
        kept = replace(
            segment,
            covers=_printed(segment.covers),
            opens=_printed(segment.opens),
            closes=_printed(segment.closes),
            ends=_printed(segment.ends),
        )
        if (
            found
            and kept.covers == found[-1].covers
            and not (found[-1].ends or kept.opens or kept.closes or kept.anchors)
        ):
            found[-1] = replace(found[-1], text=found[-1].text + kept.text, ends=kept.ends)
        else:
            found.append(kept)
    return found


def _printed(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return marks if all(mark.printed for mark in marks) else tuple(mark for mark in marks if mark.printed)


def _metric(metric: MetricView, left: Collection[str], leading: Collection[str]) -> MetricView:
    rows = tuple(_row(row, metric, left) for row in _telling(metric.rows, leading))
    return replace(metric, rows=rows, table=metric.table and _table(metric.table, metric, left))


def _telling(rows: Sequence[Row], leading: Collection[str]) -> list[Row]:
    """The main rows, figures that differ clearly or lead, and the first of those that differ at all."""
    figures = [row for row in rows if row.kind == "figure"]
    unlike = [row for row in figures if len({cell.value for cell in row.cells}) > 1 or len(row.cells) == 1]
    shown = {row.anchor for row in unlike[:FIGURES]}
    shown.update(row.anchor for row in figures if row.verdict == "differs" or row.anchor in leading)
    return [row for row in rows if row.kind != "figure" or row.anchor in shown]


def _row(row: Row, metric: MetricView, left: Collection[str]) -> Row:
    if not any(cell.href.removeprefix("#e-") in left for cell in row.cells):
        return row
    cells = (
        replace(cell, href=f"#{found.anchor}") if cell.href.removeprefix("#e-") in left else cell
        for cell, found in zip(row.cells, metric.evidence, strict=True)
    )
    return replace(row, cells=tuple(cells))


def _table(table: Table, metric: MetricView, left: Collection[str]) -> Table:
    room = accumulate(len(group.lines) for group in table.groups[:GROUPS])
    kept = max(1, sum(lines <= LINES for lines in room))
    groups = [
        Group(group.label, tuple(_line(line, metric, left) for line in group.lines)) for group in table.groups[:kept]
    ]
    return replace(table, groups=tuple(groups), more=table.more + len(table.groups) - len(groups))


def _line(line: Line, metric: MetricView, left: Collection[str]) -> Line:
    kept = [(code, anchor) for code, anchor in line.marks if anchor.removeprefix("e-") not in left]
    href = line.href
    if href.removeprefix("#e-") in left:
        href = f"#{kept[0][1]}" if kept else next(f"#{e.anchor}" for e in metric.evidence if _is_of(e, href))
    more = line.more + len(line.marks) - MARKS if len(kept) == len(line.marks) else 0
    return replace(
        line,
        href=href,
        cells=tuple(_cut(cell) for cell in line.cells),
        marks=tuple(kept[:MARKS]),
        more=max(more, 0),
    )


def _is_of(found: EvidenceList, href: str) -> bool:
    return href.startswith(f"#e-{found.anchor.removeprefix('m-')}-")


def _cut(cell: str) -> str:
    """The first of the words a cell lists."""
    if len(cell) <= CELL:
        return cell
    head, comma, _ = cell[:CELL].rpartition(", ")
    return f"{head if comma else cell[: CELL - 2].rpartition(' ')[0]}, …"
