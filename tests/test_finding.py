"""Kinds of finding: what is run on which articles, what a broken one does, and which findings lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from sample_analysis import build_analysis as analysis

from crossread.comparison.coverage import Coverage
from crossread.comparison.key import key_findings
from crossread.finding import FindingKind, run_kind
from crossread.metric import Options
from crossread.model import Analysis, Cell, Finding, FindingRule, Found, FoundKind, Span

Build = Callable[[str], Analysis]


def kind(find: Callable[[Coverage, Options], Iterator[Finding]], languages: tuple[str, ...] = ()) -> FindingKind:
    return FindingKind(
        id="sample",
        title="Sample",
        meaning="",
        limits=(),
        rules=(FindingRule("told", "told", "", 0.7),),
        languages=languages,
        find=find,
    )


def each(coverage: Coverage, options: Options) -> Iterator[Finding]:
    for found in coverage.analyses:
        yield SAMPLE.finding(["told"], found.id, coverage.named({found.id}), [Cell(found.id, "")])


SAMPLE = kind(each)


def in_language(made: Analysis, language: str) -> Analysis:
    metadata = msgspec.structs.replace(made.metadata, language=Found(language, "test"))
    return msgspec.structs.replace(made, metadata=metadata)


def test_findings_are_numbered_and_as_certain_as_their_rule() -> None:
    found = run_kind(SAMPLE, Coverage([analysis("One."), analysis("Two.")]), Options())
    assert [(f.id, f.sentence, f.certainty) for f in found.findings] == [("sample-1", "A", 0.7), ("sample-2", "B", 0.7)]


def test_a_kind_that_raises_has_failed_and_says_how() -> None:
    def broken(coverage: Coverage, options: Options) -> Iterator[Finding]:
        yield from each(coverage, options)
        raise KeyError("nothing there")

    found = run_kind(kind(broken), Coverage([analysis("One."), analysis("Two.")]), Options())
    assert (found.status, found.findings) == ("failed", ())
    assert "KeyError" in found.reason


def test_two_copies_of_one_text_are_no_two_articles() -> None:
    found = run_kind(SAMPLE, Coverage([analysis("One."), analysis("One.")]), Options())
    assert found == FoundKind("sample", "not_applicable", (), "needs two different texts; this set has one")


def test_texts_come_in_the_order_of_their_first_copies() -> None:
    one, two = analysis("One."), analysis("Two.")
    assert Coverage([one, two, one]).analyses == (one, two)


def test_an_article_in_another_language_is_left_out_and_the_others_keep_their_letters() -> None:
    german = in_language(analysis("Eins."), "de")
    english = kind(each, languages=("en",))
    found = run_kind(english, Coverage([german, analysis("One."), analysis("Two.")]), Options())
    assert [f.sentence for f in found.findings] == ["B", "C"]
    assert found.reason == "made for en; A is in de"
    alone = run_kind(english, Coverage([german, analysis("One.")]), Options())
    assert (alone.status, alone.reason) == ("not_applicable", "made for en; A is in de")


def finding(name: str, size: float, certainty: float = 1.0) -> Finding:
    return Finding(name, name.split("-")[0], (), "", "", (), size=size, certainty=certainty)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([finding("a-1", 0.5), finding("a-2", 0.9)], ["a-2", "a-1"]),
        ([finding("a-1", 0.9, certainty=0.3), finding("a-2", 0.5)], ["a-2", "a-1"]),
        ([finding("a-1", 0.0), finding("a-2", 0.2)], ["a-2"]),
        # What is too small does not lead, though the page would have room.
        ([finding("a-1", 0.9), finding("b-1", 0.1), finding("c-1", 0.9, certainty=0.1)], ["a-1"]),
        # The second of a kind gives way to one of another that is nearly as large.
        ([finding("a-1", 0.9), finding("a-2", 0.8), finding("b-1", 0.6)], ["a-1", "b-1", "a-2"]),
    ],
)
def test_key_findings_come_by_size_and_certainty_and_kinds_take_turns(
    findings: list[Finding], expected: list[str]
) -> None:
    kinds = dict.fromkeys(f.kind for f in findings)
    found = [FoundKind(k, "measured", tuple(f for f in findings if f.kind == k)) for k in kinds]
    assert list(key_findings(found)) == expected


def on(name: str, label: str, sentence: str, article: str, size: float) -> Finding:
    return Finding(name, name.split("-")[0], (), label, sentence, (Cell(article, ""),), size=size)


def test_what_a_leading_finding_names_counts_less_for_the_same_article_only() -> None:
    listed = on("voices-1", "A", "Heard in A only: Ann Lee and Tom Hale.", "a", 0.9)
    named = on("names-1", "Ann Lee", "Ann Lee is in A.", "a", 0.8)
    elsewhere = on("claims-1", "Ann Lee", "Ann Lee resigns in B.", "b", 0.4)
    kinds = [FoundKind(each.kind, "measured", (each,)) for each in (listed, named, elsewhere)]
    assert key_findings(kinds) == ("voices-1", "claims-1", "names-1")


def test_what_is_on_the_subject_of_a_leading_finding_counts_less_for_the_same_article() -> None:
    named = on("names-1", "Ann Lee", "Ann Lee is in A.", "a", 0.9)
    said = on("claims-1", "", "A reports “Ann Lee resigns”.", "a", 0.7)
    other = on("order-1", "Tom Hale", "Tom Hale comes first in A.", "a", 0.3)
    kinds = [FoundKind(each.kind, "measured", (each,)) for each in (named, said, other)]
    assert key_findings(kinds) == ("names-1", "order-1", "claims-1")


def over(name: str, size: float, *spans: Span) -> Finding:
    return Finding(name, name.split("-")[0], (), "", "", (Cell("a", "", spans),), size=size)


def test_a_second_finding_on_the_same_words_counts_less_and_one_on_words_everywhere_does_not() -> None:
    sentence, figure = over("claims-1", 0.9, Span(10, 90)), over("numbers-1", 0.8, Span(30, 35))
    further, everywhere = (
        over("names-1", 0.5, Span(200, 210)),
        over("wording-1", 0.4, *(Span(n, n + 9) for n in (30, 300, 400))),
    )
    kinds = [FoundKind(each.kind, "measured", (each,)) for each in (sentence, figure, further, everywhere)]
    assert key_findings(kinds) == ("claims-1", "names-1", "wording-1", "numbers-1")


def test_at_most_eight_findings_lead() -> None:
    kinds = [FoundKind(letter, "measured", (finding(f"{letter}-1", 0.5),)) for letter in "abcdefghijkl"]
    assert len(key_findings(kinds)) == 8
