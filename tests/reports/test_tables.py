"""Tables by name: one group a name over all articles, with links to the marks behind each line."""

from __future__ import annotations

from msgspec import structs

from crossread.model import Analysis, Evidence, FigureInfo, Interval, Measurement, Metadata, MetricInfo, Origin, Span
from crossread.model import TableRow as Row
from crossread.reports.annotated import evidence_list, layers
from crossread.reports.tables import GROUPS, MARKS, Table, table_of

COLUMNS = (FigureInfo("share", "Share", "%"), FigureInfo("said", "Said", ""), FigureInfo("claimed", "Claimed", ""))
INFO = MetricInfo("tone", "Tone", "mean", "descriptive", "", "", (), (), (), 0, (), 1, COLUMNS)
TEXT = "word " * 40


def article(*rows: Row) -> Analysis:
    evidence = tuple(Evidence(span.start, span.end, "tone.word") for row in rows for span in row.spans)
    measurement = Measurement("tone", "measured", 1.0, "mean", 9, "words", evidence=evidence, rows=rows)
    return Analysis("x", Origin("text", "", ""), Metadata(), TEXT, (), (), (), (), (), (), (), (measurement,))


def table(*articles: Analysis) -> Table:
    (layer,) = layers([INFO])
    lists = [evidence_list(each, f"a{i}", layer, ()) for i, each in enumerate(articles, start=1)]
    made = table_of(INFO, layer, articles, "ABC"[: len(articles)], lists)
    assert made is not None
    return made


def test_a_name_of_two_articles_is_one_group_with_a_line_for_each() -> None:
    made = table(article(Row("s1", "Ann Lee", (1.0, 2, 0), 2)), article(Row("s9", "Ann  LEE", (2.0, 1, 0), 1)))
    assert [(group.label, [line.article for line in group.lines]) for group in made.groups] == [("Ann Lee", ["A", "B"])]


def test_a_name_high_up_in_any_article_comes_first() -> None:
    first = article(Row("s1", "Ann Lee", (1.0, 2, 0), 2), Row("s2", "Bo Ek", (1.0, 1, 0), 1))
    made = table(first, article(Row("s1", "Ida Moss", (1.0, 9, 0), 9)))
    assert [group.label for group in made.groups] == ["Ann Lee", "Ida Moss", "Bo Ek"]


def test_a_column_without_a_value_in_any_line_is_named_and_left_out() -> None:
    made = table(article(Row("s1", "Ann Lee", (None, 2, 0), 2, reason="too few")))
    assert [heading.label for heading in made.headings] == ["Said"]
    assert made.empty == ("Share", "Claimed")


def test_values_are_rounded_as_the_metric_says_and_missing_ones_are_dashes() -> None:
    rows = (Row("s1", "Ann Lee", (33.333, 2, 1), 3, Interval(6.0, 79.0)), Row("s2", "Bo Ek", (None, 1, 0), 1))
    made = table(article(*rows))
    assert [line.cells for group in made.groups for line in group.lines] == [("33.3", "2", "1"), ("–", "1", "0")]
    assert made.groups[0].lines[0].interval == "6.0 to 79.0"


def test_a_line_links_to_the_marks_of_its_words_and_counts_the_rest() -> None:
    spans = tuple(Span(5 * i, 5 * i + 4) for i in range(MARKS + 2))
    (group,) = table(article(Row("s1", "Ann Lee", (1.0, 2, 0), 2, spans=spans))).groups
    (line,) = group.lines
    assert line.marks[:2] == (("T1", "e-a1-tone-1"), ("T2", "e-a1-tone-2"))
    assert (len(line.marks), line.more, line.href) == (MARKS, 2, "#e-a1-tone-1")


def test_names_beyond_the_most_are_counted() -> None:
    rows = [Row(f"s{i}", f"Ann Lee {i}", (1.0, 2, 0), 2) for i in range(GROUPS + 3)]
    made = table(article(*rows))
    assert (len(made.groups), made.more) == (GROUPS, 3)


def test_a_metric_without_rows_has_no_table() -> None:
    bare = article()
    (layer,) = layers([INFO])
    assert table_of(INFO, layer, [bare], "A", [evidence_list(bare, "a1", layer, ())]) is None
    missing = structs.replace(bare, measurements=())
    assert table_of(INFO, layer, [missing], "A", [evidence_list(missing, "a1", layer, ())]) is None
