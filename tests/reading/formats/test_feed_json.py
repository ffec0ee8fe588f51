from __future__ import annotations

import json
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.feed import READER
from crossread.reading.page import Item, Problem, Raw, Reference

LONG = " ".join(f"The ferry made trip {number} across the bay." for number in range(40))
VERSION = "https://jsonfeed.org/version/1.1"


def read(items: Any, **more: Any) -> list[Item]:
    feed = {"version": VERSION, "title": "Bay Courier", "language": "en", "items": items, **more}
    data = json.dumps(feed).encode()
    assert READER.recognises(Raw(data, "-"))
    return list(READER.read(Raw(data, "feed.json")))


def test_entries_are_articles_or_links_with_their_claims() -> None:
    whole = {
        "id": "1", "url": "https://bay.example/1", "title": "Ferry", "content_html": f"<p>{LONG}</p>",
        "date_published": "2026-03-04T10:00:00Z", "authors": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
    }  # fmt: skip
    link = {"id": "https://bay.example/2", "content_text": "Short.", "author": {"name": "Ann Lee"}}
    article, reference = read([whole, link, whole])
    assert isinstance(article, Raw)
    assert (article.media_type, article.part) == ("text/html", "Ferry")
    assert [(claim.field, claim.found.value) for claim in article.claims] == [
        ("title", "Ferry"), ("author", "Ann Lee"), ("author", "Bo Ek"), ("publisher", "Bay Courier"),
        ("published", "2026-03-04T10:00:00Z"), ("language", "en"), ("url", "https://bay.example/1"),
    ]  # fmt: skip
    assert isinstance(reference, Reference)
    assert reference.url == "https://bay.example/2"


def test_plain_content_stays_plain() -> None:
    (item,) = read([{"id": "1", "content_text": f"a < b. {LONG}"}])
    assert isinstance(item, Raw)
    assert (item.media_type, item.part) == ("text/plain", "entry 1")


def test_links_are_absolute_against_the_feeds_own_address() -> None:
    (item,) = read([{"id": "1", "url": "/1"}], feed_url="https://bay.example/feed.json")
    assert isinstance(item, Reference)
    assert item.url == "https://bay.example/1"


@pytest.mark.parametrize("item", [None, 3, "x", {}, {"url": 5}, {"url": "file:///x"}, {"authors": {"name": 1}}])
def test_an_entry_that_is_none_is_a_problem(item: Any) -> None:
    good, problem = read([{"url": "https://bay.example/1", "date_published": "32 Foo 2026"}, item])
    assert isinstance(good, Reference)
    assert good.published == ""
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f'{{"version": "{VERSION}"}}', 'no list of "items"'),
        (f'{{"version": "{VERSION}", "items": [', "line 1, column"),
        (f'{{"version": "{VERSION}", "items": []}}', "nothing to read; open it in a browser"),
        (f'{{"version": "{VERSION}", "items": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_feed_says_where(data: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        list(READER.read(Raw(data.encode(), "feed.json")))
    assert said in str(caught.value)


def test_other_json_is_no_feed() -> None:
    assert not READER.recognises(Raw(b'{"version": "1", "items": [{"text": "x"}]}', "-"))
