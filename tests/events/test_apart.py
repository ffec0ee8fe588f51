"""A set that is not one event is told, with by how much; one that is gets no word."""

from __future__ import annotations

from msgspec.structs import replace
from sample_result import first_article

from crossread.events.apart import set_apart
from crossread.model import Analysis, EventGroup, Events, Found, LoneArticle


def analyses(*names: str) -> list[Analysis]:
    base = first_article()
    return [replace(base, id=name, origin=replace(base.origin, locator=f"{name}.txt", part="")) for name in names]


def told(events: Events | None, *names: str) -> list[str]:
    notices = set_apart(events, analyses(*names))
    assert all((notice.level, notice.subject) == ("warning", "comparison") for notice in notices)
    return [notice.message for notice in notices]


def test_one_event_is_no_matter_for_a_warning() -> None:
    assert told(Events(0.22, 7, (EventGroup(("a", "b"), 0.4, None, ()),), ()), "a", "b") == []
    assert told(None, "a", "a") == []


def test_an_article_apart_is_told_with_its_likeness_and_that_of_one_event() -> None:
    group = EventGroup(("a", "b"), 0.4, 0.05, ("Wexcombe",))
    (message,) = told(Events(0.22, 7, (group,), (LoneArticle("c", "a", 0.051),)), "a", "b", "c")
    assert message == (
        "C (c.txt) stands apart: its likeness to the nearest, A (a.txt), is 0.05; "
        "reports of one event have 0.22 or more"
    )


def test_two_articles_are_told_together() -> None:
    lone = (LoneArticle("a", "b", 0.6, 30), LoneArticle("b", "a", 0.6, 30))
    (message,) = told(Events(0.22, 7, (), lone), "a", "b")
    assert message.startswith(
        "A (a.txt) and B (b.txt) do not look like reports of one event: their likeness is 0.60, but"
    )
    assert "published 30 days apart" in message


def test_an_article_of_a_few_words_is_not_called_apart() -> None:
    lone = (LoneArticle("a"), LoneArticle("b"))
    assert told(Events(0.22, 7, (), lone), "a", "b") == [
        "A (a.txt) and B (b.txt) have too few words to say whether they report one event"
    ]
    group = EventGroup(("a", "b"), 0.4, None, ())
    assert told(Events(0.22, 7, (group,), (LoneArticle("c"),)), "a", "b", "c") == [
        "C (c.txt) has too few words to say which event it reports"
    ]


def test_two_groups_are_told_with_what_they_are_about() -> None:
    groups = (EventGroup(("a", "b"), 0.4, 0.1, ("Wexcombe", "wall")), EventGroup(("c", "d"), 0.5, 0.1, ("Lund",)))
    (message,) = told(Events(0.22, 7, groups, ()), "a", "b", "c", "d")
    assert message.startswith(
        "these look like reports of 2 events: A (a.txt), B (b.txt) (Wexcombe, wall: likeness 0.40"
    )
    assert "C (c.txt), D (d.txt) (Lund: likeness 0.50 or more among them, at most 0.10 to others)" in message


def test_two_languages_are_named_where_little_can_agree() -> None:
    one, other = analyses("a", "b")
    english, german = (
        replace(each, metadata=replace(each.metadata, language=Found(code, "test")))
        for each, code in ((one, "en"), (other, "de"))
    )
    events = Events(0.22, 7, (), (LoneArticle("a", "b", 0.1), LoneArticle("b", "a", 0.1)))
    (notice,) = set_apart(events, [english, german])
    assert "“en” and “de” are two languages" in notice.message


def test_many_lone_articles_are_not_listed_one_by_one() -> None:
    names = [f"n{number}" for number in range(40)]
    lone = tuple(LoneArticle(name, "n0", 0.0) for name in names)
    messages = told(Events(0.22, 7, (), lone), *names)
    assert len(messages) == 11
    assert messages[-1].startswith("30 more articles stand apart")
