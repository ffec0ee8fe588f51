"""Common origin: what is called a copy, what is not, and how likely one text is said to be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.comparison.copying.origins import LADDER
from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.origin import KIND
from crossread.model import Analysis, Finding, FoundKind
from crossread.pipeline import analyse, compare
from crossread.reading import article_from_text

FLOOD = (
    "Muddy water swept through the lower market before dawn and carried off stalls, bicycles and two empty carts.",
    "Shopkeepers waded along the arcade with lanterns, saving what stood on the upper shelves.",
    "By noon the river had fallen a little, but cellars near the tannery stayed under water.",
    "Engineers opened the old sluice, which nobody had touched for a generation, and rusty gates groaned.",
    "Children watched from the chapel steps while firemen pumped brown sludge out of the bakery.",
    "The mayor promised quick help for traders whose stock was ruined and asked them to list their losses.",
)
QUARRY = (
    "A driver died on Tuesday when part of a slate face gave way above the northern quarry road.",
    "Colleagues dug with bare hands for an hour until a crane reached the buried lorry.",
    "Inspectors had warned the owners in spring that heavy rain could loosen the upper terraces.",
    "Work stopped at once, and relatives gathered at the gate in silence.",
    "The company has since moved its machines to a safer level and hired a geologist.",
    "Neighbours say that blasting has cracked their walls for years without any reply.",
)
SPEECH = (
    "“We will rebuild every stall in the market before the first snow falls, and no trader will pay a single penny for "
    "the timber, the nails or the labour that goes into it,”"
)


def article(*paragraphs: str, headline: str = "Town after the storm", foot: str = "") -> Analysis:
    text = "\n\n".join((headline, *paragraphs, *([foot] if foot else [])))
    return analyse(article_from_text(text), {})


def found(*articles: Analysis, against: str | None = None) -> tuple[Finding, ...]:
    kind = run_kind(KIND, Coverage(articles, against=against), KIND.options())
    assert kind.status == "measured", kind.reason
    return kind.findings


def shared(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if not {"told", "none"} & set(finding.rules)]


def word(finding: Finding) -> str:
    said = [likely for likely, low, high in LADDER if f"{likely} ({low}–{high} %)." in finding.sentence]
    return max(said, key=len)


def test_a_copy_under_another_headline_is_almost_certainly_one_text() -> None:
    (finding,) = found(article(*FLOOD), article(*FLOOD, headline="River rises"))
    assert finding.rules[0] == "copy"
    assert word(finding) == "almost certain"
    assert [cell.value for cell in finding.cells] == [100.0, 100.0]
    assert finding.size == 1.0


def test_half_of_an_article_is_found_in_another_with_the_words_that_show_it() -> None:
    one, two = article(*FLOOD), article(*FLOOD[:3], *QUARRY[:3])
    (finding,) = found(one, two)
    assert finding.rules == ("copy", "shared_runs")
    for cell, made in zip(finding.cells, (one, two), strict=True):
        shown = " ".join(made.text[span.start : span.end] for span in cell.spans)
        assert all(sentence.rstrip(".") in shown for sentence in FLOOD[:3])
        assert "sluice" not in shown
        assert cell.value is not None
        assert 40 < cell.value < 60


@pytest.mark.parametrize(
    ("kept", "expected"), [(6, "almost certain"), (1, "likely"), (0, "unlikely")], ids=["all", "one", "none"]
)
def test_the_fewer_sentences_are_shared_the_less_likely_one_text_is(kept: int, expected: str) -> None:
    long = [f"{line} That was entry number {place} of the ledger." for place, line in enumerate(QUARRY * 4)]
    other = [f"{place} pages followed under a red seal." for place in range(60)]
    (finding,) = found(article(*FLOOD, *other), article(*FLOOD[:kept], *long))
    if kept == 6:  # half of the first one's words
        assert word(finding) in ("very likely", "almost certain")
    else:
        assert word(finding) == expected


def test_two_reports_that_quote_the_same_speech_are_no_copies() -> None:
    one = article(*FLOOD[:3], f"{SPEECH} Mayor Lena Holt said.", FLOOD[3])
    two = article(*QUARRY[:3], f"Lena Holt, the mayor, told a crowd: {SPEECH[:-2]}.”", QUARRY[3])
    (finding,) = found(one, two)
    assert finding.rules == ("none",)
    assert finding.size == 0
    assert finding.sentence.startswith(
        "No shared run of 8 or more words outside quotation marks was found by our rules"
    )


def test_words_quoted_in_one_and_told_in_the_other_are_the_speakers() -> None:
    one = article(*FLOOD[:3], f"{SPEECH} Mayor Lena Holt said.", FLOOD[3])
    told = SPEECH.strip("“”,").replace("We", "that they", 1)
    two = article(*QUARRY[:3], f"Lena Holt said {told}.", QUARRY[3])
    assert shared(found(one, two)) == []


@pytest.mark.parametrize(
    "line",
    [
        # Each line stands in both articles.
        "A spokesman for the ministry did not immediately respond to a request for comment on Tuesday.",
        "The official spoke on condition of anonymity because he was not authorized to speak publicly about it.",
        "Russian President Vladimir Putin, Belarusian President Alexander Lukashenko and Dmitry Peskov left.",
        "The United Nations High Commissioner for Refugees and the International Committee of the Red Cross came.",
        "Reuters contributed to this report.",
        "Mara Quill is a reporter who covers the harbour and the courts for the paper. Follow her on Twitter @quill.",
        "On Monday, December 19, 2022, at 9:30 a.m. and on Tuesday, December 20, 2022, at 10:30 a.m.",
    ],
)
def test_stock_phrases_titles_and_long_names_are_no_shared_wording(line: str) -> None:
    findings = found(article(*FLOOD[:4], line), article(*QUARRY[:4], line))
    assert not any({"copy", "shared_runs"} & set(finding.rules) for finding in findings)


def test_the_boilerplate_of_a_heading_is_no_shared_wording() -> None:
    headline = "Seven ferries stranded as drifting timber blocks the narrow harbour mouth"
    assert shared(found(article(*FLOOD, headline=headline), article(*QUARRY, headline=headline))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reuters contributed to this report.", "(Reuters)"),
        ("The Associated Press contributed to this report.", "Additional reporting by AP."),
    ],
)
def test_an_agency_both_credit_is_a_reason_and_is_shown_in_both(one: str, other: str) -> None:
    (finding,) = found(article(*FLOOD, foot=one), article(*QUARRY, foot=other))
    assert finding.rules == ("same_agency",)
    assert word(finding) == "likely"
    assert all(cell.spans for cell in finding.cells)
    assert "no shared run" in finding.sentence


def test_a_picture_credit_says_nothing_of_the_text() -> None:
    photo = "Photo: Reuters"
    assert shared(found(article(*FLOOD, foot=photo), article(*QUARRY, foot=photo))) == []


def test_an_agency_credit_makes_shared_words_more_likely_one_text() -> None:
    bare = found(article(*FLOOD[:4], QUARRY[0]), article(*QUARRY))
    credit = "Reuters contributed to this report."
    credited = found(article(*FLOOD[:4], QUARRY[0], foot=credit), article(*QUARRY, foot=credit))
    words: list[str] = [likely for likely, _, _ in LADDER]
    assert words.index(word(credited[0])) == words.index(word(bare[0])) + 1


def test_an_article_that_names_the_others_outlet_as_its_source_is_told() -> None:
    gazette = article(*FLOOD, foot="© 2022 The Guardian. All rights reserved.")
    reprint = article(*QUARRY, foot="This article was originally published in The Guardian.")
    (finding,) = found(gazette, reprint)
    assert finding.rules == ("credit",)
    assert "B names The Guardian, the outlet of A, as a source of its text" in finding.sentence
    assert word(finding) == "very likely"


def test_words_told_to_the_others_outlet_are_told() -> None:
    bbc = article(*FLOOD, foot="Copyright © 2022 BBC. All rights reserved.")
    citing = article(*QUARRY[:3], "“It was a dreadful night,” Lena Holt told the BBC on Monday.")
    (finding,) = found(bbc, citing)
    assert finding.rules == ("cites",)
    assert "B passes on the reporting of BBC, the outlet of A" in finding.sentence
    assert word(finding) == "roughly even chance"


def test_two_articles_that_rest_on_one_outlets_report_are_told() -> None:
    one = article(*FLOOD[:3], "“It was a dreadful night,” Lena Holt told Reuters on Monday.")
    two = article(*QUARRY[:3], "Lena Holt told Reuters that she had lost her shop.")
    (finding,) = shared(found(one, two))
    assert finding.rules == ("same_source",)
    assert finding.sentence.startswith("A and B both pass on the reporting of Reuters;")


def test_words_told_to_an_outlet_are_shown_in_the_one_that_has_them() -> None:
    one = article(*FLOOD[:3], "“It was a dreadful night,” Lena Holt told Newsweek on Monday.")
    findings = found(one, article(*QUARRY))
    (told,) = [finding for finding in findings if finding.rules == ("told",)]
    assert told.only_in == one.id
    assert [one.text[span.start : span.end] for span in told.cells[0].spans] == ["told Newsweek"]


def test_an_article_that_quotes_another_whole_is_told() -> None:
    letter = article(*FLOOD[:4])
    quoting = article(QUARRY[0], f"The letter read: “{' '.join(FLOOD[:4])}”", QUARRY[1])
    (finding,) = found(letter, quoting)
    assert finding.rules[0] == "quoted"
    assert finding.sentence.startswith("B has 100 % of A’s words in quotation marks")


def test_articles_in_two_languages_share_no_run_and_nothing_fails() -> None:
    german = article(
        "Das Wasser stieg in der Nacht über die Ufer und riss mehrere Buden auf dem Markt mit sich fort.",
        "Am Mittag war der Pegel wieder etwas gefallen, doch viele Keller standen noch unter Wasser.",
    )
    assert shared(found(german, article(*FLOOD))) == []


def test_the_same_article_twice_is_one_text() -> None:
    one = article(*FLOOD)
    kind = compare([one, one]).found[-1]
    assert isinstance(kind, FoundKind)
    assert (kind.kind, kind.status) == ("origin", "not_applicable")


def test_articles_without_words_of_their_own_are_not_judged() -> None:
    assert found(article(SPEECH), article("“No.”", headline="Answer")) == ()
    assert found(article(*FLOOD), article(SPEECH)) == ()


def test_of_four_articles_those_with_one_text_are_a_group_and_the_other_is_named() -> None:
    a, b = article(*FLOOD), article(*QUARRY)
    c, d = article(*FLOOD[1:], QUARRY[0][:40]), article(FLOOD[5], *FLOOD[:3], headline="Again")
    group, none = found(a, b, c, d)
    assert group.label.startswith("one text behind A, C and D")
    assert [cell.article for cell in group.cells] == [a.id, c.id, d.id]
    assert group.base == a.id
    assert none.sentence.startswith(
        "No shared run of 8 or more words outside quotation marks was found by our rules between B and the others"
    )


def test_what_one_shares_with_two_others_does_not_make_these_two_one_text() -> None:
    between = article(*FLOOD[:3], *QUARRY[:3])
    first, second = found(article(*FLOOD), between, article(*QUARRY))
    assert first.label.startswith("one text behind A and B")
    assert second.label.startswith("one text behind B and C")


def test_the_article_chosen_is_the_base() -> None:
    one, two = article(*FLOOD), article(*FLOOD[:4])
    assert found(one, two)[0].base == one.id
    assert found(one, two, against=two.id)[0].base == two.id


def test_dates_are_told_without_saying_who_copied() -> None:
    one = article("Published 3 May 2022", *FLOOD)
    two = article("Published 2 May 2022", *FLOOD)
    assert (
        found(one, two)[0].note == "By date: B 2 May 2022 and A 3 May 2022. That does not tell who took what from whom."
    )


def test_ten_copies_are_one_finding() -> None:
    copies = [article(*FLOOD, headline=f"Edition number {number}") for number in range(10)]
    (finding,) = found(*copies)
    assert len(finding.cells) == 10


def test_every_span_lies_in_the_body_and_in_reading_order() -> None:
    one, two = article(*FLOOD, foot="(Reuters)"), article(*FLOOD[:2], *QUARRY, foot="(Reuters)")
    for finding in found(one, two):
        for cell in finding.cells:
            text = {one.id: one.text, two.id: two.text}[cell.article]
            assert list(cell.spans) == sorted(cell.spans)
            assert all(0 <= span.start < span.end <= len(text) for span in cell.spans)


def test_one_likely_text_behind_two_reports_is_what_a_reader_would_want_to_know() -> None:
    long = [f"{line} That was entry number {place} of the ledger." for place, line in enumerate(QUARRY * 4)]
    other = [f"{place} pages followed under a red seal." for place in range(60)]
    (finding,) = found(article(*FLOOD, *other), article(FLOOD[0], *long))
    assert word(finding) == "likely"
    assert finding.size >= 0.5
