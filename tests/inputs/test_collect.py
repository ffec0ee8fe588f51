"""From what is named to articles: files, addresses and feeds together, served by a real server."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from loopback import Reply, serving

from crossread.fetching import FetchSettings
from crossread.inputs.collect import collect, read_one
from crossread.inputs.settings import Input
from crossread.model import Article, Notice

TOPICS = {
    "harbour": "The harbour wall gave way on Monday night, the port authority said, and stone was brought from Oban.",
    "grain": "Ministers meeting in the capital agreed to buy grain early, a spokeswoman said after the talks ended.",
    "bridge": "Engineers closed the old bridge for a week because of cracks in two of its piers, the council said.",
    "ferry": "The night ferry will sail again from Friday, its owners said, once the engine has been put right.",
}


def paragraphs(topic: str) -> list[str]:
    """Twelve paragraphs no other topic shares."""
    return [f"{TOPICS[topic]} Part {number} of the account of {topic} follows here." for number in range(12)]


def page(topic: str, head: str = "") -> Reply:
    body = "".join(f"<p>{each}</p>" for each in paragraphs(topic))
    title = f"News of the {topic}"
    html = (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )
    return Reply(html, headers={"Content-Type": "text/html; charset=utf-8"})


def feed(entries: Sequence[tuple[str, str, str]]) -> Reply:
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>"
        for title, link, date in entries
    )
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Coast</title>{items}</channel></rss>'
    return Reply(text, headers={"Content-Type": "application/rss+xml"})


@pytest.fixture
def fetching(tmp_path: Path) -> FetchSettings:
    return FetchSettings(delay=0, retries=0, cache=str(tmp_path / "cache"), allow_hosts=("127.0.0.1",))


def told(articles: Sequence[Article]) -> list[str]:
    return [article.metadata.title.value if article.metadata.title else "" for article in articles]


def levels(notices: Sequence[Notice]) -> list[tuple[str, str]]:
    return [(notice.level, notice.subject) for notice in notices]


def test_files_and_addresses_come_in_the_order_they_are_named(tmp_path: Path, fetching: FetchSettings) -> None:
    (tmp_path / "grain.txt").write_text("News of the grain\n\n" + "\n\n".join(paragraphs("grain")))
    with serving({"/harbour": page("harbour"), "/bridge": page("bridge")}) as server:
        inputs = [server.url("/harbour"), "grain.txt", server.url("/bridge")]
        articles, notices = collect(inputs, tmp_path, fetching)
    assert told(articles) == ["News of the harbour", "News of the grain", "News of the bridge"]
    assert [article.origin.kind for article in articles] == ["url", "file", "url"]
    assert articles[0].origin.retrieved is not None
    assert notices == []


def test_one_bad_address_stops_nothing_and_is_told(tmp_path: Path, fetching: FetchSettings) -> None:
    with serving({"/harbour": page("harbour")}) as server:
        gone = server.url("/gone")
        articles, notices = collect([gone, server.url("/harbour"), "missing.txt"], tmp_path, fetching)
    assert told(articles) == ["News of the harbour"]
    assert levels(notices) == [("error", gone), ("error", "missing.txt")]
    assert "404" in notices[0].message
    assert not notices[0].message.startswith("http")


def test_a_feed_leads_to_its_newest_pages_and_fetches_no_other(tmp_path: Path, fetching: FetchSettings) -> None:
    with serving({f"/{topic}": page(topic) for topic in TOPICS}) as server:
        server.routes["/feed"] = feed(
            [
                ("Old grain", server.url("/grain"), "Sun, 15 Nov 2026 08:00:00 GMT"),
                ("Harbour wall", server.url("/harbour"), "Fri, 20 Nov 2026 08:00:00 GMT"),
                ("The bridge", server.url("/bridge"), "Sat, 21 Nov 2026 08:00:00 GMT"),
                ("The ferry", server.url("/ferry"), "Sat, 21 Nov 2026 09:00:00 GMT"),
            ]
        )
        wanted = Input(server.url("/feed"), newest=2, exclude=("ferry",))
        articles, notices = collect([wanted], tmp_path, fetching)
        asked = set(server.pages())
    assert told(articles) == ["News of the harbour", "News of the bridge"]
    assert asked == {"/feed", "/harbour", "/bridge"}
    assert notices == []


def test_a_page_that_cannot_be_had_is_told_with_the_feed_that_leads_to_it(
    tmp_path: Path, fetching: FetchSettings
) -> None:
    with serving({"/harbour": page("harbour")}) as server:
        gone, good = server.url("/gone"), server.url("/harbour")
        date = "Fri, 20 Nov 2026 08:00:00 GMT"
        server.routes["/feed"] = feed([("Harbour", good, date), ("Gone", gone, date)])
        articles, [notice] = collect([server.url("/feed")], tmp_path, fetching)
    assert told(articles) == ["News of the harbour"]
    assert (notice.level, notice.subject) == ("error", gone)
    assert notice.message.endswith(f"; {server.url('/feed')} leads to it")


def test_an_entry_of_two_feeds_is_read_once(tmp_path: Path, fetching: FetchSettings) -> None:
    with serving({"/harbour": page("harbour"), "/grain": page("grain")}) as server:
        harbour = ("Harbour wall", server.url("/harbour"), "Fri, 20 Nov 2026 08:00:00 GMT")
        grain = ("Grain", server.url("/grain"), "Fri, 20 Nov 2026 08:00:00 GMT")
        server.routes |= {"/one": feed([harbour]), "/two": feed([harbour, grain])}
        articles, notices = collect([server.url("/one"), server.url("/two")], tmp_path, fetching)
        asked = server.pages().count("/harbour")
    assert told(articles) == ["News of the harbour", "News of the grain"]
    assert asked == 1
    assert [notice.level for notice in notices] == ["warning"]


def test_the_same_page_under_two_addresses_is_read_once(tmp_path: Path, fetching: FetchSettings) -> None:
    with serving({}) as server:
        head = f'<link rel="canonical" href="{server.url("/harbour")}">'
        server.routes |= {"/harbour": page("harbour", head), "/amp/harbour": page("harbour", head + "<meta name=amp>")}
        articles, notices = collect([server.url("/harbour"), server.url("/amp/harbour")], tmp_path, fetching)
    assert len(articles) == 1
    assert "read once" in notices[0].message


def test_a_list_of_links_in_a_table_is_followed(tmp_path: Path, fetching: FetchSettings) -> None:
    with serving({"/harbour": page("harbour"), "/grain": page("grain")}) as server:
        (tmp_path / "links.csv").write_text(
            f"title,url\nHarbour,{server.url('/harbour')}\nGrain,{server.url('/grain')}\nNothing,\n"
        )
        articles, notices = collect(["links.csv"], tmp_path, fetching)
    assert told(articles) == ["News of the harbour", "News of the grain"]
    assert [notice.level for notice in notices] == ["error"]
    assert "row 3" in notices[0].subject


def test_the_rows_of_a_table_are_articles_and_can_be_chosen(tmp_path: Path, fetching: FetchSettings) -> None:
    rows = [
        {"headline": f"On {topic}", "story": "\n\n".join(paragraphs(topic)), "day": f"2026-11-1{n}"}
        for n, topic in enumerate(TOPICS)
    ]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    columns = {"text": "story", "title": "headline", "published": "day"}
    articles, notices = collect([Input("rows.jsonl", since="2026-11-12", columns=columns)], tmp_path, fetching)  # type: ignore[arg-type]
    assert told(articles) == ["On bridge", "On ferry"]
    assert [article.origin.part for article in articles] == ["row 3", "row 4"]
    assert notices == []


def test_conditions_nothing_meets_are_an_error(tmp_path: Path, fetching: FetchSettings) -> None:
    (tmp_path / "a.txt").write_text("News of the grain\n\n" + "\n\n".join(paragraphs("grain")))
    articles, notices = collect([Input("*.txt", include=("unicorn",))], tmp_path, fetching)
    assert articles == []
    assert levels(notices) == [("error", "*.txt")]
    assert "none of its 1 entries" in notices[0].message


def test_offline_takes_pages_from_the_cache_alone(tmp_path: Path, fetching: FetchSettings) -> None:
    from msgspec.structs import replace

    with serving({"/harbour": page("harbour")}) as server:
        url = server.url("/harbour")
        collect([url], tmp_path, fetching)
    offline = replace(fetching, offline=True)
    articles, notices = collect([url, url + "/other"], tmp_path, offline)
    assert told(articles) == ["News of the harbour"]
    assert levels(notices) == [("error", url + "/other")]


def test_a_private_address_is_refused_unless_the_config_names_it(tmp_path: Path, fetching: FetchSettings) -> None:
    from msgspec.structs import replace

    with serving({"/harbour": page("harbour")}) as server:
        articles, notices = collect([server.url("/harbour")], tmp_path, replace(fetching, allow_hosts=()))
        assert server.paths == []
    assert articles == []
    assert "127.0.0.1" in notices[0].message


def test_standard_input_is_an_input(tmp_path: Path, fetching: FetchSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(("News of the grain\n\n" + "\n\n".join(paragraphs("grain"))).encode())

    monkeypatch.setattr(sys, "stdin", Piped())
    articles, _ = collect(["-"], tmp_path, fetching)
    assert [(article.origin.kind, article.origin.locator) for article in articles] == [("stdin", "-")]


def test_a_single_address_can_be_read_by_the_api(fetching: FetchSettings) -> None:
    with serving({"/harbour": page("harbour")}) as server:
        article = read_one(server.url("/harbour"), fetching)
    assert told([article]) == ["News of the harbour"]
