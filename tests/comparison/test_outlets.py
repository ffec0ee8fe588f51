"""The outlets an article belongs to, credits, or passes the words of on."""

from __future__ import annotations

import msgspec
import pytest

from crossread.comparison.copying.outlets import credited, outlet_key, own_outlets, told
from crossread.model import Analysis, Found, Origin
from crossread.pipeline import analyse
from crossread.reading import article_from_text

STORY = (
    "The harbour board met on Tuesday and chose a pilot for the channel beside the old lighthouse, which has been dark "
    "for many years.\n\nThe vote was close. Two members left the hall before it was taken, and one came back.\n\n"
)


def page(before: str = "", after: str = "") -> Analysis:
    return analyse(article_from_text(f"Board meets\n\n{before}{STORY}{after}"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BBC News", "the BBC"),
        ("AP", "The Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("New York Times", "The New York Times"),
        ("Fox News", "FOX News"),
    ],
)
def test_names_of_one_outlet_have_one_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


@pytest.mark.parametrize(("one", "other"), [("The Times", "The New York Times"), ("AP", "AFP"), ("CBS", "ABC")])
def test_names_of_two_outlets_have_two_keys(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)


@pytest.mark.parametrize(
    ("before", "after", "outlet"),
    [
        ("HARBOURTOWN (Reuters) - ", "", "Reuters"),
        ("HARBOURTOWN, Sept 3 (AP) — ", "", "AP"),
        ("By Ana Sol, Associated Press\n\n", "", "Associated Press"),
        ("BY THE ASSOCIATED PRESS\n\n", "", "THE ASSOCIATED PRESS"),
        ("", "(Reuters)", "Reuters"),
        ("", "Reuters contributed to this report.", "Reuters"),
        ("", "— AFP contributed", "AFP"),
        ("", "Additional reporting by Reuters", "Reuters"),
        ("", "With files from The Canadian Press", "The Canadian Press"),
        ("", "This article was originally published in The Guardian.", "The Guardian"),
        ("", "This story was first published in The Harbour Gazette.", "The Harbour Gazette"),
    ],
)
def test_credits_bylines_and_datelines_name_an_outlet_with_its_place(before: str, after: str, outlet: str) -> None:
    made = page(before, after)
    (mention,) = credited(made)
    assert mention.span is not None
    assert made.text[mention.span.start : mention.span.end] == outlet


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "Photo: Reuters"),
        ("HARBOURTOWN (AP Photo/Ana Sol)\n\n", ""),
        ("By Ana Sol\n\n", ""),
        ("", "It takes time to say who bought the mast, the guardian of the lighthouse said."),
    ],
)
def test_pictures_and_ordinary_words_credit_nobody(before: str, after: str) -> None:
    assert credited(page(before, after)) == ()


def test_the_outlets_own_name_is_no_credit() -> None:
    made = page("HARBOURTOWN (Reuters) - ", "© 2022 Reuters. All rights reserved.")
    assert own_outlets(made) == {"reuters"}
    assert credited(made) == ()


def test_a_canonical_address_on_another_site_is_a_credit() -> None:
    made = page()
    fetched = msgspec.structs.replace(
        made,
        origin=Origin("url", "https://www.harbourpost.example/a", "0"),
        metadata=msgspec.structs.replace(made.metadata, url=Found("https://www.newsweek.com/a", "link.canonical")),
    )
    assert own_outlets(fetched) == {"harbourpost"}
    assert [mention.key for mention in credited(fetched)] == ["newsweek"]


def test_a_broken_address_is_no_site() -> None:
    made = page()
    broken = msgspec.structs.replace(made, origin=Origin("url", "http://[", "0"))
    assert own_outlets(broken) == frozenset()


def test_outlets_that_were_told_something_are_found_and_polls_are_not() -> None:
    made = page(after="“It is dark,” Lena Holt told the BBC on Monday.\n\nSupport fell, according to a CNN/ORC poll.")
    (mention,) = told(made)
    assert (mention.key, mention.chained) == ("bbc", True)
    assert mention.span is not None
    assert made.text[mention.span.start : mention.span.end] == "told the BBC"


def test_a_poll_made_for_two_outlets_is_nobodys_reporting() -> None:
    assert not told(page(after="Support fell, an NBC News/Wall Street Journal poll showed on Monday."))


@pytest.mark.parametrize("person", ["the Fox News host", "Fox News host Ada Moss", "the longtime CNN commentator"])
def test_who_works_for_an_outlet_is_not_its_reporting(person: str) -> None:
    made = page(after=f"The harbour needs a new lamp, {person} said on Monday.")
    assert not told(made)
