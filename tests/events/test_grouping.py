"""Reports of one event come together, others do not, and odd articles are no trouble."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from crossread.events.grouping import DAYS, THRESHOLD, group_by_event
from crossread.events.profiles import profile
from crossread.model import Article, Events, Found, Metadata
from crossread.reading import article_from_text

HARBOUR = (
    "Council delays vote on Wexcombe harbour wall\n\n"
    "The council of Wexcombe has delayed its vote on the harbour wall, Mayor Alma Brandt said on Tuesday. "
    "Engineers of Tidewell found cracks in 14 of 60 piles last month. The trawler owners' union has asked "
    "for compensation of $3.2 million."
)
AGAIN = (
    "Cracked piles hold up harbour decision\n\n"
    "A decision on the wall in the harbour of Wexcombe will have to wait: 14 of its 60 piles are cracked, "
    "according to the engineering firm Tidewell. “We will vote when we know more,” Alma Brandt, the "
    "mayor, told reporters. Trawler owners want $3.2 million in compensation."
)
FERRY = (
    "Ferry to Lund Island runs aground\n\n"
    "A ferry with 212 passengers ran aground off Lund Island on Tuesday evening. The coastguard took all "
    "passengers ashore by helicopter, Captain Joris Vane said. The operator, Northline, has suspended its "
    "timetable until divers have inspected the hull."
)
GERMAN = (
    "Hafenmauer in Wexcombe: Abstimmung verschoben\n\n"
    "Der Gemeinderat von Wexcombe hat die Abstimmung über die Hafenmauer verschoben, sagte "
    "Bürgermeisterin Alma Brandt am Dienstag. Die Ingenieure von Tidewell fanden Risse in 14 von 60 "
    "Pfählen. Die Fischer verlangen eine Entschädigung."
)


def article(text: str, published: str | None = None) -> Article:
    read = article_from_text(text)
    found = Found(published, "test") if published else None
    return replace(read, metadata=replace(read.metadata, published=found))


def groups(events: Events, articles: list[Article]) -> list[list[int]]:
    """The groups as places in the list, lone articles as groups of one."""
    places = {each.id: place for place, each in reversed(list(enumerate(articles)))}
    found = [[places[each] for each in group.articles] for group in events.groups]
    return found + [[places[lone.article]] for lone in events.alone]


def test_reports_of_one_event_come_together_with_what_holds_them_together() -> None:
    articles = [article(HARBOUR), article(FERRY), article(AGAIN)]
    events = group_by_event(articles)
    assert groups(events, articles) == [[0, 2], [1]]
    (group,), (lone,) = events.groups, events.alone
    assert group.likeness >= THRESHOLD > (group.outside or 0)
    assert {"Wexcombe", "Tidewell"} <= set(group.words)
    assert lone.likeness is not None
    assert lone.likeness < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("2026-03-03", f"2026-03-{3 + DAYS:02}T23:00:00Z", True),
        ("2026-03-03", f"2026-03-{4 + DAYS:02}", False),
        ("3 March 2026", "May 4, 2026", False),
        ("2026-03-03", None, True),
        ("03/04/2026", "2026-09-09", True),  # two days in two countries: no day
        ("soon", "2026-09-09", True),
    ],
)
def test_days_hold_articles_apart_only_where_both_are_known(first: str, second: str | None, together: bool) -> None:
    events = group_by_event([article(HARBOUR, first), article(AGAIN, second)])
    assert len(events.groups) == together
    if not together:
        assert all((lone.likeness or 0) >= THRESHOLD and (lone.days or 0) > DAYS for lone in events.alone)


def test_the_same_text_twice_is_one_article() -> None:
    copy = article(HARBOUR)
    assert group_by_event([copy, copy]) == group_by_event([copy])
    assert group_by_event([copy]).alone[0].nearest is None


def test_the_order_of_the_articles_changes_no_group() -> None:
    articles = [article(text) for text in (HARBOUR, FERRY, AGAIN, GERMAN)]
    one, other = group_by_event(articles), group_by_event(articles[::-1])
    assert [set(group.articles) for group in one.groups] == [set(group.articles) for group in other.groups]
    assert {lone.article for lone in one.alone} == {lone.article for lone in other.alone}


@pytest.mark.parametrize(
    "text", ["The end.", "A" * 1_000_000, "x " * 500_000, "“" * 1_000_000, " ".join(map(str, range(150_000)))]
)
def test_an_odd_article_stands_alone(text: str) -> None:
    articles = [article(HARBOUR), article(AGAIN), article(text)]
    assert groups(group_by_event(articles), articles) == [[0, 1], [2]]


def test_of_an_article_without_words_nothing_is_said() -> None:
    empty = replace(article(HARBOUR), id="0", text="", zones=(), metadata=Metadata())
    events = group_by_event([empty, article(FERRY)])
    assert [(lone.nearest, lone.likeness) for lone in events.alone] == [(None, None)] * 2


def test_no_articles_are_no_groups() -> None:
    assert group_by_event([]) == Events(THRESHOLD, DAYS, (), ())


def test_two_languages_agree_in_names_and_numbers_alone() -> None:
    english, german = profile(article(HARBOUR)), profile(article(GERMAN))
    shared = english.weights.keys() & german.weights.keys()
    assert {"wexcombe", "tidewell", "alma", "brandt", "14", "60"} <= shared
    assert all(word in english.names or word.isdigit() for word in shared)


def test_scripts_without_spaces_are_grouped_by_pairs_of_characters() -> None:
    bank = "中国人民银行周一宣布下调存款准备金率，以支持经济增长。"
    articles = [
        article(text)
        for text in (
            bank,
            "中国人民银行周一下调存款准备金率，分析人士说此举支持增长。",
            "国家足球队周二在上海战胜对手。",
        )
    ]
    assert groups(group_by_event(articles), articles) == [[0, 1], [2]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Alma Brandt’s lawyer.", {"alma", "brandt"}),
        ("The vote failed. Engineers left. “Nobody” came.", set()),
        ("Then Mr Brandt left on Tuesday in March, as I said.", {"brandt"}),
        ("He read the Times, and the times were bad times.", set()),
        ("It was “The White House” again.", {"white", "house"}),
    ],
)
def test_names_are_words_with_a_capital_that_nothing_else_explains(text: str, names: set[str]) -> None:
    assert set(profile(article(text)).names) - {"the"} == names


def test_everyday_words_are_left_out_and_names_and_numbers_lead() -> None:
    weights = profile(article("It was said again in Wexcombe that the piles await 14 inspections.")).weights
    assert {"it", "was", "said", "again", "that"}.isdisjoint(weights)
    assert weights["wexcombe"] > weights["14"] > weights["inspections"] > 0
