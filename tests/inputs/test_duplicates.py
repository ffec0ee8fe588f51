"""One article reached twice is read once; one text in two outlets is two articles."""

from __future__ import annotations

from msgspec.structs import replace

from crossread.inputs.duplicates import without_copies
from crossread.model import Article, Found
from crossread.reading import article_from_text

STORY = "\n\n".join(
    f"On {day} the port authority said that {number} metres of the harbour wall near pier {number + 3} had given way, "
    f"and that crews from {place} would bring stone for as long as the weather held."
    for number, day, place in zip(
        range(10, 22),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Monday Tuesday Wednesday Thursday Friday".split(),
        "Oban Crail Wick Thurso Leith Burra Portree Mallaig Ayr Stranraer Fraser Buckie".split(),
        strict=True,
    )
)
OTHER = "\n\n".join(
    f"Ministers meeting in hall {n} spoke about grain, tariffs and the cost of shipping by way of canal number {n * 7}."
    for n in range(12)
)


def article(text: str, locator: str, url: str = "", publisher: str = "") -> Article:
    made = article_from_text(text, locator)
    told = replace(
        made.metadata,
        url=Found(url, "meta.canonical") if url else None,
        publisher=Found(publisher, "meta.og_site_name") if publisher else None,
    )
    return replace(made, metadata=told)


def names(articles: list[Article]) -> list[str]:
    return [each.origin.locator for each in articles]


def test_the_same_text_is_read_once() -> None:
    kept, notices = without_copies([article(STORY, "one"), article(STORY, "two"), article(OTHER, "three")])
    assert names(kept) == ["one", "three"]
    assert [(n.level, n.subject, n.message) for n in notices] == [
        ("warning", "two", "holds the same text as one; read once")
    ]


def test_nearly_the_same_text_is_read_once_and_says_how_near() -> None:
    kept, notices = without_copies([article(STORY, "one"), article(STORY + "\n\nPrinted for a reader.", "two")])
    assert names(kept) == ["one"]
    assert "has nearly the same text (9" in notices[0].message


def test_one_text_in_two_outlets_is_two_articles() -> None:
    changed = STORY + "\n\nAgency copy."
    kept, notices = without_copies(
        [article(STORY, "one", publisher="The Coast"), article(changed, "two", publisher="The Hill")]
    )
    assert names(kept) == ["one", "two"]
    assert notices == []


def test_one_address_with_a_text_partly_rewritten_is_read_once() -> None:
    later = "\n\n".join(STORY.split("\n\n")[:9]) + "\n\nA new last paragraph came with the update of Friday evening."
    kept, notices = without_copies(
        [
            article(STORY, "one", url="https://www.example.org/wall/"),
            article(later, "two", url="http://example.org/wall?utm_source=mail"),
        ]
    )
    assert names(kept) == ["one"]
    assert notices[0].message == "has the same address as one; read once"


def test_one_address_claimed_by_two_different_texts_is_a_mistake_of_the_site() -> None:
    url = "https://example.org/wall"
    kept, _ = without_copies([article(STORY, "one", url=url), article(OTHER, "two", url=url)])
    assert names(kept) == ["one", "two"]


def test_a_front_page_as_the_address_says_nothing() -> None:
    half = "\n\n".join(STORY.split("\n\n")[:9])
    url = "https://example.org/"
    kept, _ = without_copies([article(STORY, "one", url=url), article(half, "two", url=url)])
    assert names(kept) == ["one", "two"]


def test_what_a_query_selects_is_another_page() -> None:
    half = "\n\n".join(STORY.split("\n\n")[:9])
    kept, _ = without_copies(
        [
            article(STORY, "one", url="https://example.org/story?id=1"),
            article(half, "two", url="https://example.org/story?id=2"),
        ]
    )
    assert names(kept) == ["one", "two"]


def test_what_is_no_address_at_all_says_nothing() -> None:
    kept, _ = without_copies([article(STORY, "one", url="http://["), article(OTHER, "two", url="http://[")])
    assert names(kept) == ["one", "two"]
