"""A site's robots.txt is read first, once, and obeyed."""

from __future__ import annotations

from itertools import repeat
from pathlib import Path

import pytest
from loopback import Reply, Route, local_fetcher, redirect, serving

from crossread.errors import InputError

FORBIDDEN = "User-agent: *\nDisallow: /private\nAllow: /private/press\n\nUser-agent: otherbot\nDisallow: /\n"


def test_a_page_that_robots_txt_forbids_is_not_asked_for(tmp_path: Path) -> None:
    routes = {"/robots.txt": FORBIDDEN, "/private/a": "secret", "/private/press": "page", "/b": "page"}
    with serving(routes) as server, local_fetcher(tmp_path) as fetcher:
        with pytest.raises(
            InputError, match=r"^http://\S+/private/a: the site's robots.txt asks programs not to fetch"
        ):
            fetcher.get(server.url("/private/a"))
        assert fetcher.get(server.url("/private/press")).data == b"page"
        assert fetcher.get(server.url("/b")).data == b"page"
        assert server.paths == ["/robots.txt", "/private/press", "/b"]


def test_the_rules_for_crossread_come_before_those_for_all(tmp_path: Path) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: CrossRead\nDisallow: /x\n"
    with serving({"/robots.txt": rules, "/": "page"}) as server, local_fetcher(tmp_path) as fetcher:
        assert fetcher.get(server.url()).data == b"page"


def test_the_rules_of_the_host_a_redirect_leads_to_hold_too(tmp_path: Path) -> None:
    with serving({"/robots.txt": FORBIDDEN, "/private": "secret"}) as there:
        with (
            serving({"/": redirect(there.url("/private"))}) as here,
            local_fetcher(tmp_path) as fetcher,
            pytest.raises(InputError, match=r"redirected to http://\S+/private\): the site's robots.txt asks"),
        ):
            fetcher.get(here.url())
        assert there.paths == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_allows_everything(tmp_path: Path, status: int) -> None:
    routes = {"/robots.txt": Reply(FORBIDDEN, status), "/private": Reply("page")}
    with serving(routes) as server, local_fetcher(tmp_path) as fetcher:
        assert fetcher.get(server.url("/private")).data == b"page"


@pytest.mark.parametrize(
    ("reply", "what"),
    [
        (
            Reply(FORBIDDEN, 503),
            "robots.txt, which says whether the page may be fetched, cannot be read: the answer is 503",
        ),
        (Reply("", 500), "cannot be read: the answer is 500; try again later"),
        (Reply(FORBIDDEN, cut=9), "closed the connection early"),
        (redirect("file:///etc/passwd"), "cannot be read: it redirects to file:///etc/passwd, which is not followed"),
        (redirect("http://10.0.0.1/robots.txt"), r"10\.0\.0\.1 is a private or reserved address"),
    ],
)
def test_a_robots_txt_that_cannot_be_read_forbids_everything(tmp_path: Path, reply: Reply, what: str) -> None:
    with serving({"/robots.txt": reply, "/": "page"}) as server, local_fetcher(tmp_path, retries=1) as fetcher:
        asked = []
        for _ in range(2):
            with pytest.raises(InputError, match=what):
                fetcher.get(server.url())
            asked.append(len(server.paths))
        assert server.pages() == []
        assert asked[0] == asked[1]  # known for the rest of the run


def test_a_robots_txt_is_followed_to_where_it_is(tmp_path: Path) -> None:
    routes: dict[str, Route] = {"/robots.txt": redirect("/rules"), "/rules": FORBIDDEN, "/private": "secret"}
    with (
        serving(routes) as server,
        local_fetcher(tmp_path) as fetcher,
        pytest.raises(InputError, match=r"robots\.txt asks"),
    ):
        fetcher.get(server.url("/private"))


def test_a_robots_txt_without_end_is_read_up_to_a_bound(tmp_path: Path) -> None:
    endless = FORBIDDEN + "# and so on\n" * 100_000 + "User-agent: crossread\nDisallow: /\n"
    routes = {"/robots.txt": endless, "/a": "page", "/private": "secret"}
    with serving(routes) as server, local_fetcher(tmp_path) as fetcher:
        assert fetcher.get(server.url("/a")).data == b"page"
        with pytest.raises(InputError, match="asks programs not to"):
            fetcher.get(server.url("/private"))


@pytest.mark.parametrize(
    ("rules", "headers", "hours", "read"),
    [
        (FORBIDDEN, {}, 0.9, 1),
        (FORBIDDEN, {}, 1.1, 2),
        (FORBIDDEN, {"Cache-Control": "max-age=36000"}, 9, 1),
        (FORBIDDEN, {"Cache-Control": "max-age=999999"}, 25, 2),
        (FORBIDDEN, {"Cache-Control": "no-store"}, 0, 2),
    ],
)
def test_a_robots_txt_is_kept_for_an_hour_to_a_day(
    tmp_path: Path, rules: str, headers: dict[str, str], hours: float, read: int
) -> None:
    with serving({"/robots.txt": Reply(rules, headers=headers), "/a": "page"}) as server:
        for moment in (1.7e9, 1.7e9 + hours * 3600):
            with local_fetcher(tmp_path, now=repeat(moment).__next__) as fetcher:
                fetcher.get(server.url("/a"))
        assert server.paths.count("/robots.txt") == read


@pytest.mark.parametrize(
    ("asked", "delay", "low", "high"), [("20", 0.0, 15, 20), ("500", 0.0, 25, 30), ("5", 12.0, 8, 12), ("x", 0.0, 0, 0)]
)
def test_a_crawl_delay_is_kept_up_to_a_bound_when_longer_than_ours(
    tmp_path: Path, asked: str, delay: float, low: float, high: float
) -> None:
    pauses: list[float] = []
    rules = f"User-agent: *\nCrawl-delay: {asked}\n"
    routes = {"/robots.txt": rules, "/a": "page", "/b": "page"}
    with serving(routes) as server, local_fetcher(tmp_path, delay=delay, pauses=pauses) as fetcher:
        fetcher.get(server.url("/a"))
        del pauses[:]
        fetcher.get(server.url("/b"))
    assert all(low < pause <= high for pause in pauses)
    assert len(pauses) == (high > 0)


def test_offline_nobody_is_asked_for_rules(tmp_path: Path) -> None:
    with serving({"/": "page"}) as server:
        with local_fetcher(tmp_path) as fetcher:
            fetcher.get(server.url())
        before = list(server.paths)
        with local_fetcher(tmp_path, offline=True) as fetcher:
            fetcher.get(server.url())
        assert server.paths == before
