"""What leads in one article and comes late in another, whom each hears first, and what headlines name."""

from __future__ import annotations

from msgspec import structs
from sample_analysis import build_analysis

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.order import KIND
from crossread.metric import Options
from crossread.model import Analysis, Finding, NameKind, Zone

NAMES: dict[str, NameKind] = {
    "Ann Lee": "person",
    "Tom Hale": "person",
    "Oslo": "place",
    "Norway": "place",
    "Senate": "organisation",
    "White House": "organisation",
}
RAIN = "It rained. " * 9


def build(text: str, said: tuple[str, str] | None = None, headline: str = "") -> Analysis:
    whole = f"{headline}\n\n{text}" if headline else text
    made = build_analysis(whole, names=NAMES, said=[(said[0], "person", said[1])] if said else ())
    if not headline:
        return made
    first, *rest = made.zones
    title = Zone("title", first.start, first.end, "test")
    sentences = tuple(s for s in made.sentences if s.start > first.end)
    return structs.replace(made, zones=(title, *rest), sentences=sentences)


def found(*articles: Analysis) -> dict[str, list[Finding]]:
    told: dict[str, list[Finding]] = {}
    for finding in run_kind(KIND, Coverage(articles), Options()).findings:
        told.setdefault(finding.rules[0], []).append(finding)
    return told


def test_what_leads_one_article_and_comes_late_in_another_is_told_with_both_places() -> None:
    one, two = build(f"Ann Lee came. {RAIN}"), build(f"{RAIN}Ann Lee came.")
    (finding,) = found(one, two)["lead"]
    assert finding.sentence == "Ann Lee first comes in sentence 1 of 10 in A and in sentence 10 of 10 in B."
    assert [cell.value for cell in finding.cells] == [0.0, 90.0]
    assert [one.text[s.start : s.end] for s in finding.cells[0].spans] == ["Ann Lee"]


def test_the_article_that_has_it_first_is_told_first() -> None:
    (finding,) = found(build(f"{RAIN}Ann Lee came."), build(f"Ann Lee came. {RAIN}"))["lead"]
    assert finding.sentence == "Ann Lee first comes in sentence 1 of 10 in B and in sentence 10 of 10 in A."


def test_a_small_shift_is_no_finding() -> None:
    near = build(f"Ann Lee came. {RAIN}"), build(f"It rained. It poured. Ann Lee came. {RAIN}")
    assert found(*near) == {}
    few = build("Ann Lee came. It rained."), build("It rained. It poured. It stopped. Ann Lee came.")
    assert found(*few) == {}


def test_what_leads_nowhere_is_told_only_when_it_has_weight() -> None:
    early, late = f"It rained. It poured. It hailed. It blew. Ann Lee came. {RAIN}", f"{RAIN}It poured. Ann Lee came."
    assert found(build(early), build(late)) == {}
    (finding,) = found(build(f"{early}Ann Lee left. Ann Lee slept."), build(late))["later"]
    assert finding.label == "Ann Lee"


def test_what_any_article_has_somewhere_is_not_asked_for_its_place() -> None:
    early, late = (f"{{}} in Norway is wet. {RAIN}", f"{RAIN}{{}} in Norway is wet.")
    for name in ("Oslo", "The Senate", "The White House"):
        assert found(build(early.format(name)), build(late.format(name))) == {}


def test_the_headlines_are_told_apart_by_what_both_articles_have() -> None:
    text = "Ann Lee met Tom Hale in Oslo."
    one, two = build(text, headline="Ann Lee Comes"), build(f"{text} It rained.", headline="Tom Hale Comes")
    (finding,) = found(one, two)["headline"]
    assert finding.sentence == (
        "Ann Lee is in the headline of A and only in the text of B; "
        "Tom Hale is in the headline of B and only in the text of A."
    )
    assert [cell.text for cell in finding.cells] == ["Ann Lee Comes", "Tom Hale Comes"]
    assert [two.text[s.start : s.end] for s in finding.cells[1].spans] == ["Tom Hale"]


def test_headlines_that_name_the_same_or_what_the_other_lacks_are_no_finding() -> None:
    same = build("Ann Lee came.", headline="Ann Lee Comes"), build("Ann Lee left.", headline="Ann Lee Goes")
    assert "headline" not in found(*same)
    lacking = build("Ann Lee came.", headline="Ann Lee Comes"), build("It rained.", headline="Rain Again")
    assert "headline" not in found(*lacking)


def test_the_first_voices_are_told_with_where_the_others_hear_them() -> None:
    one = build("“It is over,” Ann Lee said.", said=("Ann Lee", "“It is over,”"))
    two = build("It rained. “It goes on,” Tom Hale said.", said=("Tom Hale", "“It goes on,”"))
    (finding,) = found(one, two)["first_voice"]
    assert finding.sentence == (
        "The first person heard by name is Ann Lee in A (not heard by our rules in B) and "
        "Tom Hale in B (not heard by our rules in A)."
    )
    assert [cell.value for cell in finding.cells] == [0.0, 50.0]
    assert finding.size == 0.3


def test_one_first_voice_in_all_is_no_finding() -> None:
    one = build("“It is over,” Ann Lee said.", said=("Ann Lee", "“It is over,”"))
    two = build("It rained. “It goes on,” Ann Lee said.", said=("Ann Lee", "“It goes on,”"))
    assert "first_voice" not in found(one, two)


def test_the_first_person_is_told_once_for_the_articles_that_share_one() -> None:
    lee = build("“It is over,” Ann Lee said.", said=("Ann Lee", "“It is over,”"))
    again = build("It rained. “It is over,” Ann Lee said.", said=("Ann Lee", "“It is over,”"))
    hale = build("It rained. “It goes on,” Tom Hale said.", said=("Tom Hale", "“It goes on,”"))
    (finding,) = found(lee, again, hale)["first_voice"]
    assert finding.sentence == (
        "The first person heard by name is Ann Lee in A and B (not heard by our rules in C) and "
        "Tom Hale in C (not heard by our rules in A and B)."
    )


def test_a_body_that_speaks_first_is_not_the_first_person() -> None:
    one = build_analysis(
        "“It is over,” the Senate said.", names=NAMES, said=[("Senate", "institution", "“It is over,”")]
    )
    two = build("“It goes on,” Tom Hale said.", said=("Tom Hale", "“It goes on,”"))
    assert "first_voice" not in found(one, two)
