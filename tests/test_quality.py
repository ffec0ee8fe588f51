"""How often metrics were right: the declarations and the documentation say the same, and every report tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.listings import explain_metric
from crossread.metric import Metric
from crossread.model import Quality, Result
from crossread.quality import told
from crossread.registry import BUILT_IN
from crossread.reports.html import html
from crossread.reports.view import build

DOCS = Path(__file__).resolve().parent.parent / "docs"
COLUMNS = {"precision": "P", "recall": "R", "F1": "F1", "AUC": "AUC"}
METRICS = pytest.mark.parametrize("metric", BUILT_IN, ids=lambda metric: metric.id)


def table() -> dict[str, dict[str, str]]:
    """The rows of the table of figures in docs/evaluation.md, by what was measured."""
    figures = (DOCS / "evaluation.md").read_text(encoding="utf-8").split("## Figures")[1]
    rows = [
        [cell.strip(" *") for cell in line.strip("|").split("|")] for line in figures.splitlines() if line[:2] == "| "
    ]
    head = rows[0]
    return {row[1]: dict(zip(head, row, strict=True)) for row in rows[1:] if len(row) == len(head)}


def section(metric: str) -> str:
    """What docs/metrics.md says of a metric beside its declaration, on one line."""
    page = (DOCS / "metrics.md").read_text(encoding="utf-8")
    return " ".join(page.split(f"\n## {metric}\n")[1].split("\n## ")[0].split("<!-- end -->")[1].split())


def declared(page: str) -> Iterator[tuple[Metric, Quality]]:
    for metric in BUILT_IN:
        yield from ((metric, each) for each in metric.quality if each.page.startswith(page))


@METRICS
def test_every_metric_says_how_often_it_was_right_or_why_that_is_not_known(metric: Metric) -> None:
    assert metric.quality or metric.unmeasured
    for each in metric.quality:
        assert 0 < each.value <= 1
        assert each.n > 0


def test_figures_against_annotations_are_those_of_the_evaluation() -> None:
    rows = table()
    of_evaluation = list(declared("docs/evaluation.md"))
    assert {metric.id for metric, _ in of_evaluation} >= {"sourcing", "hedging", "loading", "asides", "sentiment"}
    for metric, each in of_evaluation:
        row = rows[each.measured]
        assert row[COLUMNS[each.figure]] == f"{each.value:.3f}"[1:], (metric.id, each.measured)
        assert row["n"] == f"{each.n:,} {each.n_unit}"


@METRICS
def test_marks_judged_by_one_reader_are_told_alike_in_the_metrics_section(metric: Metric) -> None:
    of_page = [each for each in metric.quality if each.page == f"docs/metrics.md#{metric.id}"]
    text = section(metric.id)
    told_there = re.findall(r"(\d+) % of (\d+)", text) if "One reader" in text else []
    assert sorted(told_there) == sorted((f"{100 * each.value:.0f}", str(each.n)) for each in of_page)
    assert all(each.corpus.endswith("judged by one reader") for each in of_page)


def test_figures_of_the_same_texts_are_told_in_one_line_and_a_missing_one_with_its_reason() -> None:
    texts = ("a made-up book", "docs/evaluation.md")
    figures = [
        Quality("sentences with a hedge", "precision", 0.801, 1500, "sentences", *texts),
        Quality("sentences with a hedge", "recall", 0.9, 1500, "sentences", *texts),
        Quality("doubt", "AUC", 0.75, 20, "marks", *texts),
        Quality("doubt", "AUC", 0.5, 20, "marks", "letters", "docs/metrics.md"),
    ]
    assert told(figures, "") == [
        "A made-up book: sentences with a hedge, precision .801, recall .9 (1,500 sentences); "
        "doubt, AUC .75 (20 marks); see docs/evaluation.md.",
        "Letters: doubt, AUC .5 (20 marks); see docs/metrics.md.",
    ]
    assert told([], "nothing to annotate") == ["Nothing to annotate."]


@METRICS
def test_the_command_tells_it(metric: Metric) -> None:
    printed = " ".join(" ".join(explain_metric(metric.id)).split())
    for line in told(metric.quality, metric.unmeasured):
        assert line in printed


def test_reports_tell_it_for_every_metric(sample_result: Result) -> None:
    figure = "A made-up book: hedges {}, F1 .8 (1,200 sentences); see docs/evaluation.md."
    page = html(build(sample_result)).decode("utf-8")
    assert f"<li>{figure.format('&lt;marked&gt;')}</li>" in page
    assert page.count("<li>Not measured against annotations.</li>") == len(sample_result.metrics) - 1
