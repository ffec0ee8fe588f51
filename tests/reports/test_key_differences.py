"""The key differences: people before groups, and a quotation of several articles said once."""

from __future__ import annotations

from collections.abc import Callable

from crossread.model import Analysis, Comparison, FigureComparison, FigureInfo, Interval, MetricInfo
from crossread.pipeline import compare
from crossread.reports.differences import Difference, key_differences
from crossread.reports.findings import Anchors
from crossread.reports.quotations import quotation_views

Build = Callable[..., Analysis]


def found(*articles: Analysis) -> list[Difference]:
    labels = "ABCD"[: len(articles)]
    comparison, anchors = compare(articles), Anchors(articles)
    quotations = quotation_views(comparison, anchors, labels)
    return list(key_differences(comparison, (), labels, quotations, ()))


def test_people_are_named_before_bodies_and_groups(build: Build) -> None:
    one = build(
        "Many experts said that it will end before the winter is over. The Harbour Board said it was late. "
        "Ann Lee agreed.",
        said=[
            ("Many experts", "vague_group", "that it will end before the winter is over"),
            ("The Harbour Board", "institution", "it was late"),
            ("Ann Lee", "person", "agreed"),
        ],
    )
    (voices,) = (each.sentence for each in found(one, build("Nobody spoke.")) if each.subject == "Voices")
    assert voices == (
        "3 voices heard in A and, by our rules, not in B, with 100 % of its 13 attributed words: Ann Lee, "
        "The Harbour Board and “many experts”."
    )


def test_a_quotation_in_three_articles_is_one_finding(build: Build) -> None:
    texts = (
        "It was “totally stupid, groundless gossip of the harbour” he said.",
        "He said it was “as totally stupid, groundless gossip of the harbour” on Monday.",
        "On Tuesday: “totally stupid, groundless gossip of the harbour” once more.",
    )
    sentences = [each.sentence for each in found(*(build(text) for text in texts)) if each.subject == "Quotations"]
    assert sentences == [
        "A, B and C quote “as totally stupid, groundless gossip of the harbour” in different form: "
        "B puts “as” inside the marks, A and C do not."
    ]


def test_two_quotations_that_differ_are_two_findings(build: Build) -> None:
    one = build("“The harbour will stay closed all winter,” he said. “The market opens its doors before Easter.”")
    two = build("“The harbour will stay closed all summer,” he said. “The market opens its gates before Easter.”")
    sentences = [each.sentence for each in found(one, two) if each.subject == "Quotations"]
    assert len(sentences) == 2


METRIC = MetricInfo(
    id="hedging",
    title="Hedging",
    unit="per 100 words",
    direction="descriptive",
    meaning="",
    formula="",
    limits=(),
    sources=(),
    figures=(FigureInfo("share", "Share", "% of cues"), FigureInfo("count", "Count", "words")),
    minimum_words=0,
    languages=(),
    decimals=1,
)


def figures(*compared: FigureComparison) -> list[str]:
    comparison = Comparison(figures=compared)
    return [each.sentence for each in key_differences(comparison, (METRIC,), "ABC", (), ())]


def test_of_three_articles_the_pairs_whose_intervals_stand_apart_are_named() -> None:
    intervals = (Interval(0, 2.5), Interval(0.1, 2.8), Interval(5.6, 12.7))
    figure = FigureComparison("hedging", None, (0.0, 1.2, 8.6), intervals, 1.2, (-1.2, 0.0, 7.4), "differs")
    assert figures(figure) == [
        "Hedging (per 100 words): 0.0 in A, 1.2 in B and 8.6 in C; "
        "the 95 % intervals do not overlap for A and C; B and C."
    ]


def test_a_share_without_an_interval_leads_no_page_and_a_count_may() -> None:
    none = (None, None, None)
    share = FigureComparison("hedging", "share", (0.0, 12.0, 0.0), none, 0.0, (0.0, 12.0, 0.0), "no interval")
    count = FigureComparison("hedging", "count", (1, 5, 1), none, 1.0, (0.0, 4.0, 0.0), "no interval")
    assert figures(share, count) == ["Count (words): 1 in A, 5 in B and 1 in C."]
