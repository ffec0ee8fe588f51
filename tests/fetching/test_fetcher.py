"""Pages come whole, through redirects and retries, or with a message that says what is wrong."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from loopback import Reply, Request, Route, local_fetcher, redirect, serving

from crossread.errors import InputError
from crossread.fetching import Fetched, FetchSettings

BUSY = Reply("busy", status=429, headers={"Retry-After": "50"})


def test_a_page_comes_with_its_bytes_type_charset_and_time(tmp_path: Path) -> None:
    page = Reply("Grüße".encode("latin-1"), headers={"Content-Type": "Text/HTML; Charset='ISO-8859-1'; x=y"})
    with serving({"/a": page}) as server, local_fetcher(tmp_path, now=lambda: 1_700_000_000.9) as fetcher:
        url = server.url("/a")
        assert fetcher.get(url) == Fetched(
            url=url,
            asked=url,
            data="Grüße".encode("latin-1"),
            media_type="text/html",
            charset="iso-8859-1",
            retrieved="2023-11-14T22:13:20Z",
            from_cache=False,
        )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ("", "")),
        ("text/html", ("text/html", "")),
        ("application/xhtml+xml;charset=utf-8", ("application/xhtml+xml", "utf-8")),
        ('text/html; charset="utf-8"', ("text/html", "utf-8")),
        ("text/html; charset=\tutf-8 ; charset=latin-1", ("text/html", "utf-8")),
        ("text/html; charset=<script>", ("text/html", "")),
        ("nonsense", ("", "")),
    ],
)
def test_the_content_type_is_passed_on_and_decides_nothing(
    tmp_path: Path, header: str, expected: tuple[str, str]
) -> None:
    page = Reply("bytes", headers={"Content-Type": header})
    with serving({"/": page}) as server, local_fetcher(tmp_path) as fetcher:
        fetched = fetcher.get(server.url())
    assert (fetched.media_type, fetched.charset, fetched.data) == (*expected, b"bytes")


def test_the_server_learns_who_asks_and_is_given_no_cookie(tmp_path: Path) -> None:
    cookie = Reply("page", headers={"Set-Cookie": "id=1"})
    with serving({"/a": cookie, "/b": cookie}) as server:
        with local_fetcher(tmp_path, contact="desk@example.org") as fetcher:
            fetcher.get(server.url("/a"))
            fetcher.get(server.url("/b"))
        for request in server.requests:
            assert re.fullmatch(r"crossread/\d\S* \(\+desk@example\.org\)", request.headers["User-Agent"])
            assert request.headers["Cookie"] is None
            assert request.headers["Host"] == f"127.0.0.1:{server.server_port}"


def test_redirects_are_followed_to_where_the_page_is(tmp_path: Path) -> None:
    routes: dict[str, Route] = {
        "/old": redirect("new?a=ü#part", 301),
        "/new?a=%C3%BC": redirect("/newest", 308),
        "/newest": "page",
    }
    with serving(routes) as server, local_fetcher(tmp_path) as fetcher:
        fetched = fetcher.get(server.url("/old#top"))
    assert (fetched.url, fetched.asked) == (server.url("/newest"), server.url("/old#top"))


def test_an_international_name_and_path_are_asked_for_in_ascii(tmp_path: Path) -> None:
    with serving({"/%C3%BC?q=%C3%A4": "page"}) as server, local_fetcher(tmp_path, hosts=["Bücher.Example"]) as fetcher:
        asked = server.url("/ü?q=ä#ö", host="bücher.example")
        fetched = fetcher.get(asked)
        assert fetched.url == server.url("/%C3%BC?q=%C3%A4", host="xn--bcher-kva.example")
        assert server.requests[-1].headers["Host"] == f"xn--bcher-kva.example:{server.server_port}"


WRONG = {
    "/circle": (redirect("/circle2"), "redirects in a circle"),
    "/circle2": (redirect("/circle"), "redirects in a circle"),
    "/self": (redirect(""), "redirects without saying where to"),
    "/file": (redirect("file:///etc/passwd"), "redirects to file:///etc/passwd, which is not followed: only http"),
    "/script": (redirect("javascript:alert(1)"), "is not followed: only http and https"),
    "/secret": (redirect("http://user:hunter2@127.0.0.1/"), "redirects to http://127.0.0.1/, which is not followed"),
    "/private": (redirect("http://169.254.169.254/latest"), "169.254.169.254 is a private or reserved address"),
    "/nonsense": (redirect("http://[::1"), "invalid URL"),
    "/401": (Reply(status=401), "401 Unauthorized: the server refuses it without a password"),
    "/403": (Reply("no", status=403), "403 Forbidden: the server refuses it; open it in a browser and save"),
    "/404": (Reply("no", status=404), "404 Not Found: there is no such page; check the address"),
    "/410": (Reply("no", status=410), "410 Gone: the page was removed"),
    "/451": (Reply("no", status=451), "withholds it for legal reasons"),
    "/418": (Reply("no", status=418), "this holds no page"),
    "/599": (Reply("no", status=599), "the answer is 599: the server failed"),
    "/206": (Reply("part", status=206), "206 Partial Content: this holds no page"),
    "/304": (Reply(status=304), "304 Not Modified: this holds no page"),
    "/500": (Reply("no", status=500), "500 Internal Server Error, also when asked again: the server failed"),
    "/early": (Reply("half a page", cut=4), "closed the connection early"),
    "/nothing": (Reply(raw=b""), "closed the connection early"),
    "/chunks": (Reply("half a page", cut=4, chunked=True), "closed the connection early"),
    "/length": (Reply("page", length=5000), "closed the connection early"),
    "/garbage": (Reply(raw=b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), "something other than HTTP"),
    "/headers": (Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000), "something other than HTTP"),
    "/declared": (Reply("page", length=30_000_000), "larger than 20,000,000 bytes; if it is meant to be"),
}


@pytest.mark.parametrize("path", WRONG)
def test_what_is_no_page_is_named(tmp_path: Path, path: str) -> None:
    with (
        serving({path: reply for path, (reply, _) in WRONG.items()}) as server,
        local_fetcher(tmp_path) as fetcher,
        pytest.raises(InputError) as caught,
    ):
        fetcher.get(server.url(path))
    message = str(caught.value)
    assert message.startswith(server.url(path))
    assert WRONG[path][1] in message
    assert "hunter2" not in message


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/x", "only http and https"),
        ("www.example.org", "only http and https"),
        ("", "only http and https"),
        ("http://", "not a valid URL"),
        ("http:///x", "not a valid URL"),
        ("http://example.org:0/", "not a valid URL"),
        ("http://example.org:99999/", "not a valid URL"),
        ("http://example.org/\x00", "not a valid URL"),
        ("http://[::1/", "not a valid URL"),
        ("http://user:hunter2@example.org/", "a user name or password"),
        ("http:\\\\user:hunter2@example.org/", "not a valid URL"),
        ("http://example.org/" + "a" * 5000, "longer than"),
    ],
)
def test_a_url_that_may_not_be_fetched_is_refused_without_asking_anyone(tmp_path: Path, url: str, what: str) -> None:
    with local_fetcher(tmp_path) as fetcher, pytest.raises(InputError, match=what) as caught:
        fetcher.get(url)
    assert "hunter2" not in str(caught.value)
    assert len(str(caught.value)) < 600
    assert str(caught.value).isprintable()


def test_more_redirects_than_allowed_are_not_followed(tmp_path: Path) -> None:
    routes = {f"/{n}": redirect(f"/{n + 1}") for n in range(9)} | {"/9": "page"}
    with serving(routes) as server, local_fetcher(tmp_path, redirects=3) as fetcher:
        assert fetcher.get(server.url("/6")).data == b"page"
        with pytest.raises(InputError, match="redirects more than 3 times"):
            fetcher.get(server.url("/5"))


def test_a_server_that_sends_a_byte_at_a_time_is_given_up(tmp_path: Path) -> None:
    routes = {"/": Reply("a page of many bytes" * 100, pause=0.05)}
    with (
        serving(routes) as server,
        local_fetcher(tmp_path, timeout=0.5) as fetcher,
        pytest.raises(InputError, match=r"within 0\.5 seconds"),
    ):
        fetcher.get(server.url())


def test_the_time_is_that_of_all_redirects_together(tmp_path: Path) -> None:
    def slow(request: Request) -> Reply:
        time.sleep(0.2)
        return redirect(f"/{int(request.path[1:]) + 1}")

    routes = {f"/{n}": slow for n in range(20)}
    with (
        serving(routes) as server,
        local_fetcher(tmp_path, timeout=0.5, redirects=20) as fetcher,
        pytest.raises(InputError, match=r"within 0\.5 seconds"),
    ):
        fetcher.get(server.url("/0"))


def test_a_busy_server_is_asked_again_when_it_says(tmp_path: Path) -> None:
    pauses: list[float] = []
    with serving({"/": [BUSY, Reply("page")]}) as server, local_fetcher(tmp_path, pauses=pauses) as fetcher:
        assert fetcher.get(server.url()).data == b"page"
        assert server.pages() == ["/", "/"]
    assert [45 < pause <= 50 for pause in pauses] == [True]


def test_a_busy_server_may_say_when_by_a_date(tmp_path: Path) -> None:
    pauses: list[float] = []
    busy = Reply(status=503, headers={"Retry-After": "Tue, 14 Nov 2023 22:14:00 GMT"})
    with (
        serving({"/": [busy, Reply("page")]}) as server,
        local_fetcher(tmp_path, pauses=pauses, now=lambda: 1_700_000_000.0) as fetcher,
    ):
        assert fetcher.get(server.url()).data == b"page"
    assert [35 < pause <= 40 for pause in pauses] == [True]


def test_a_server_that_wants_a_long_pause_is_left_alone_with_all_its_pages(tmp_path: Path) -> None:
    busy = Reply(status=429, headers={"Retry-After": "7200"})
    with serving({"/a": busy, "/b": "page"}) as server, local_fetcher(tmp_path) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(InputError, match=r"left alone for 7,[12]\d\d seconds, more than the 60"):
                fetcher.get(server.url(path))
        assert server.pages() == ["/a"]


@pytest.mark.parametrize("trouble", [Reply(status=500), Reply(status=503), Reply(raw=b""), Reply("page", cut=1)])
def test_trouble_is_tried_again_with_longer_and_longer_pauses(tmp_path: Path, trouble: Reply) -> None:
    pauses: list[float] = []
    routes = {"/": [trouble, trouble, trouble, Reply("page")]}
    with serving(routes) as server, local_fetcher(tmp_path, retries=3, pauses=pauses) as fetcher:
        assert fetcher.get(server.url()).data == b"page"
    assert [round(pause, 1) for pause in pauses] == [1, 2, 4]


def test_a_server_that_fails_for_ever_is_asked_as_often_as_set(tmp_path: Path) -> None:
    with serving({"/": Reply(status=500)}) as server, local_fetcher(tmp_path, retries=1) as fetcher:
        with pytest.raises(InputError, match="500"):
            fetcher.get(server.url())
        assert server.pages() == ["/", "/"]


def test_a_page_that_is_gone_is_asked_for_once(tmp_path: Path) -> None:
    with serving({"/": Reply(status=410)}) as server, local_fetcher(tmp_path) as fetcher:
        with pytest.raises(InputError):
            fetcher.get(server.url())
        assert server.pages() == ["/"]


def test_after_closing_nothing_is_fetched(tmp_path: Path) -> None:
    with serving({"/": "page"}) as server:
        fetcher = local_fetcher(tmp_path)
        fetcher.close()
        with pytest.raises(InputError, match="stopped"):
            fetcher.get(server.url())
        assert server.paths == []


def test_the_cache_folder_is_where_the_system_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert FetchSettings().folder() == tmp_path / "crossread"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert FetchSettings().folder() == tmp_path / ".cache" / "crossread"
    assert FetchSettings(cache="~/pages").folder() == tmp_path / "pages"
