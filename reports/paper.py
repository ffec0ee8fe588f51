"""The briefing as it goes on paper: fewer marks in the text, shorter tables; what is left out is counted.

A page can switch marks on and off and a printed one cannot. Each metric declares the rules whose marks
would hide the others; their words stand in the evidence once, with how often they are marked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossread.model import Citation
from crossread.reports.annotated import Block, Entry, EvidenceList, Layer, Run
from crossread.reports.figures import MetricView
from crossread.reports.kinds import KindView
from crossread.reports.marks import Mark, Segment
from crossread.reports.rows import Row
from crossread.reports.selection import ItemView, OnlyIn
from crossread.reports.tables import Group, Line, Table
from crossread.reports.view import ArticleView, Briefing
from crossread.telling import counted

GROUPS = 6  # names of a table
MARKS = 3  # codes of a line
CELL = 38  # characters of a cell with words
AROUND = 44  # characters on either side of a name or number found in one article only
FINDINGS = 5  # of a kind that differ, and those that lead
WORDS = 14  # of a rule whose marks are left out


class Withheld(Struct, frozen=True, gc=False):
    """A rule whose marks are left out: how many they are, and their words with how often each is marked."""

    rule: str
    count: int
    words: str


def on_paper(briefing: Briefing) -> Briefing:
    """The briefing without the marks that paper leaves out, every link to them led to the list they are counted in."""
    articles = tuple(_article(article, briefing.layers) for article in briefing.articles)
    left = frozenset(e.anchor for a in articles for each in a.evidence for _, entries in each.withheld for e in entries)
    metrics = tuple(_metric(metric, left) for metric in briefing.metrics)
    exclusive = tuple(_only_in(part) for part in briefing.exclusive)
    leading = frozenset(difference.href for difference in briefing.differences)
    kinds = tuple(_kind(kind, leading) for kind in briefing.kinds)
    return replace(briefing, articles=articles, metrics=metrics, exclusive=exclusive, kinds=kinds)


def left_out(article: ArticleView) -> int:
    """Marks of an article that are counted and not printed."""
    return sum(len(entries) for each in article.evidence for _, entries in each.withheld)


def withheld(found: EvidenceList) -> tuple[Withheld, ...]:
    """What a list says of the rules whose marks are left out."""
    return tuple(Withheld(rule, len(entries), _words(entries)) for rule, entries in found.withheld)


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


def _words(entries: Sequence[Entry]) -> str:
    """ "Lukashenko (7 times), Putin and 3 other wordings", those marked most first."""
    found = Counter(entry.words for entry in entries).most_common()
    shown = [f"{words} ({many})" if many > 1 else words for words, many in found[:WORDS]]
    more = len(found) - len(shown)
    return ", ".join(shown) + (f" and {counted(more, 'other wording')}" if more else "")


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


def _kind(kind: KindView, leading: Collection[str]) -> KindView:
    """The first findings of a kind, and any that a key difference leads to."""
    shown = [each for place, each in enumerate(kind.differing) if place < FINDINGS or f"#{each.anchor}" in leading]
    return replace(kind, findings=(*shown, *kind.alike), more=len(kind.differing) - len(shown))


def _only_in(part: OnlyIn) -> OnlyIn:
    return replace(part, kinds=tuple((title, tuple(map(_item, items))) for title, items in part.kinds))


def _item(item: ItemView) -> ItemView:
    """With the words next to it: its place in the text has them all."""
    before, after = item.before, item.after
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return replace(item, before=before, after=after)


def _metric(metric: MetricView, left: Collection[str]) -> MetricView:
    rows = tuple(_row(row, metric, left) for row in metric.rows)
    return replace(metric, rows=rows, table=metric.table and _table(metric.table, metric, left))


def _row(row: Row, metric: MetricView, left: Collection[str]) -> Row:
    if not any(cell.href.removeprefix("#e-") in left for cell in row.cells):
        return row
    cells = (
        replace(cell, href=f"#{found.anchor}") if cell.href.removeprefix("#e-") in left else cell
        for cell, found in zip(row.cells, metric.evidence, strict=True)
    )
    return replace(row, cells=tuple(cells))


def _table(table: Table, metric: MetricView, left: Collection[str]) -> Table:
    groups = [
        Group(group.label, tuple(_line(line, metric, left) for line in group.lines)) for group in table.groups[:GROUPS]
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
