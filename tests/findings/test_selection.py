"""What is said of the things articles carry, and in which order."""

from __future__ import annotations

from msgspec import structs
from sample_analysis import build_analysis
from sample_result import make_result

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.selection import KIND
from crossread.metric import Options
from crossread.model import Analysis, Finding, FoundKind, Result, Zone
from crossread.reports.anchors import Anchors
from crossread.reports.selection import only_in, shared_count


def found(*articles: Analysis) -> dict[str, Finding]:
    return {finding.label: finding for finding in run_kind(KIND, Coverage(articles), Options()).findings}


def oslo(text: str, *people: str) -> Analysis:
    return build_analysis(text, names={"Oslo": "place", **dict.fromkeys(people, "person")})


def test_a_name_of_one_article_is_told_with_where_it_stands() -> None:
    one, two = oslo("Ann Lee left Oslo. Ann Lee came. It rained.", "Ann Lee"), oslo("Oslo is wet.")
    finding = found(one, two)["Ann Lee"]
    assert finding.sentence == "Ann Lee is named in 2 sentences of A, not found by our rules in B."
    assert (finding.rules, finding.only_in) == (("only", "person"), one.id)
    (cell,) = finding.cells
    assert [one.text[span.start : span.end] for span in cell.spans] == ["Ann Lee", "Ann Lee"]
    assert (cell.value, cell.counts["first"], cell.counts["headline"]) == (2, 1, 0)


def test_who_is_heard_is_told_as_heard() -> None:
    one = build_analysis(
        "“It is over,” Ann Lee said.", names={"Ann Lee": "person"}, said=[("Ann Lee", "person", "“It is over,”")]
    )
    finding = found(one, oslo("Oslo is wet."))["Ann Lee"]
    assert finding.sentence.startswith("Ann Lee is named and heard in 1 sentence of A")
    assert finding.cells[0].counts["words"] == 3


def test_one_heard_in_one_article_only_weighs_less_for_voices_tells_it_already() -> None:
    said = build_analysis(
        "“It is over,” Ann Lee said.", names={"Ann Lee": "person"}, said=[("Ann Lee", "person", "“It is over,”")]
    )
    named = oslo("Ann Lee slept.", "Ann Lee")
    rain = oslo("Oslo is wet.")
    assert found(said, rain)["Ann Lee"].size < found(named, rain)["Ann Lee"].size / 2
    assert found(said, named, rain)["Ann Lee"].size > found(named, rain)["Ann Lee"].size


def test_a_number_is_told_with_the_words_around_it() -> None:
    one = oslo(
        "In the end the harbour board of the town sold 40 old boats to people from the islands of the far north."
    )
    assert found(one, oslo("Rain."))["40 old boats"].sentence == (
        "“40 old boats” is in 1 sentence of A (“…the harbour board of the town sold 40 old boats to people from the "
        "islands of the …”), not found by our rules in B."
    )


def test_what_all_carry_is_listed_last_and_is_no_difference() -> None:
    findings = found(oslo("Oslo. Ann Lee came.", "Ann Lee"), oslo("Oslo is wet. Oslo is cold."))
    assert list(findings) == ["Ann Lee", "Oslo"]
    assert (findings["Oslo"].rules, findings["Oslo"].size, findings["Oslo"].only_in) == (("all", "place"), 0.0, None)
    assert findings["Oslo"].sentence == "Oslo is in both articles: 1 sentence of A and 2 sentences of B."


def test_one_that_lacks_what_all_others_have_is_told_like_one_that_has_it_alone() -> None:
    with_ann = [oslo(f"Ann Lee came. Report {n}.", "Ann Lee") for n in range(3)]
    without = oslo("It rained.")
    assert found(*with_ann, without)["Ann Lee"].rules[0] == "all_but_one"
    sizes = [found(*with_ann[:n], *(oslo(f"Rain {m}.") for m in range(4 - n)))["Ann Lee"].size for n in (1, 2, 3)]
    assert sizes[0] == sizes[2] > sizes[1]
    assert found(*with_ann[:2], without, oslo("Rain."))["Ann Lee"].rules[0] == "some"


def test_a_person_of_many_sentences_is_larger_than_one_named_once_at_the_end() -> None:
    text = "Ann Lee came. Ann Lee saw it. Ann Lee spoke. Ann Lee left." + " It rained." * 6 + " Tom Hale slept."
    findings = found(oslo(text, "Ann Lee", "Tom Hale"), oslo("It rained."))
    assert list(findings) == ["Ann Lee", "Tom Hale"]
    assert findings["Ann Lee"].size > 3 * findings["Tom Hale"].size


def test_ten_articles_are_told_by_number() -> None:
    articles = [oslo(f"Ann Lee came. Report {n}.", "Ann Lee") for n in range(6)] + [
        oslo(f"Rain {n}.") for n in range(4)
    ]
    assert found(*articles)["Ann Lee"].sentence == (
        "Ann Lee is named in 6 of 10 articles, not found by our rules in G, H, I and J."
    )


# ------------------------------------------------------------------------------------- the view


def with_found(result: Result, articles: list[Analysis]) -> tuple[Result, Anchors]:
    kind = run_kind(KIND, Coverage(articles), Options())
    assert result.comparison is not None
    comparison = structs.replace(result.comparison, found=(kind,))
    return structs.replace(result, articles=tuple(articles), comparison=comparison), Anchors(articles)


def test_the_report_lists_what_each_has_alone_and_what_some_share() -> None:
    articles = [
        oslo("Oslo. Ann Lee came. They sold 40 boats.", "Ann Lee"),
        oslo("Oslo. Ann Lee left. Tom Hale came.", "Ann Lee", "Tom Hale"),
        oslo("Oslo is wet."),
    ]
    result, anchors = with_found(make_result(), articles)
    assert result.comparison is not None
    parts = only_in(result.comparison, anchors, "ABC")
    listed = {part.label: {title: [item.text for item in items] for title, items in part.kinds} for part in parts}
    assert listed == {
        "A": {"Numbers": ["40 boats"]},
        "B": {"People": ["Tom Hale"]},
        "C": {},
        "A and B": {"People": ["Ann Lee"]},
    }
    assert [part.elsewhere for part in parts] == ["B and C", "A and C", "A and B", "C"]
    assert shared_count(result.comparison) == 2
    ann = parts[3].kinds[0][1][0]
    assert (ann.before, ann.words, ann.after) == ("", "Ann Lee", " came.")
    assert ann.href.startswith("#at-a1-")
    assert [href.partition("-")[2][:2] for href in ann.others] == ["a2"]


def test_every_item_of_the_report_has_the_anchor_its_key_difference_leads_to() -> None:
    articles = [oslo("Ann Lee came.", "Ann Lee"), oslo("Tom Hale came.", "Tom Hale")]
    result, anchors = with_found(make_result(), articles)
    assert result.comparison is not None
    parts = only_in(result.comparison, anchors, "AB")
    views = [item.anchor for part in parts for _, items in part.kinds for item in items]
    assert sorted(views) == ["found-selection-1", "found-selection-2"]


def test_a_result_without_the_kind_has_nothing_to_list() -> None:
    result = make_result()
    assert result.comparison is not None
    empty = structs.replace(result.comparison, found=(FoundKind("selection", "failed", reason="x"),))
    parts = only_in(empty, Anchors(result.articles), "AB")
    assert [(part.label, part.count) for part in parts] == [("A", 0), ("B", 0)]
    assert shared_count(empty) == 0


def test_a_name_in_a_headline_alone_has_its_own_words() -> None:
    one = build_analysis("Rain In Oslo\n\nIt rained.")
    first, *rest = one.zones
    titled = structs.replace(
        one,
        zones=(Zone("title", first.start, first.end, "test"), *rest),
        sentences=tuple(s for s in one.sentences if s.start > first.end),
    )
    finding = found(titled, oslo("They met in Oslo."), oslo("It snowed."))["Oslo"]
    assert finding.sentence == "Oslo is named in the headline of A and 1 sentence of B, not found by our rules in C."
