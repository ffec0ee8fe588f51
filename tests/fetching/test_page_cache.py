"""Copies of pages: asked for again only when HTTP says so, and all there is when offline."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from loopback import Reply, Request, Route, local_fetcher, redirect, serving

from crossread.errors import InputError
from crossread.fetching.cache import Cache, Copy, fresh_seconds

START = 1_700_000_000.0


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> float:
        return self.time


def conditional(body: str, header: str, value: str) -> Route:
    """A page that is sent unless the request shows that it is known."""
    names = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}

    def answer(request: Request) -> Reply:
        if request.headers[names[header]] == value:
            return Reply(status=304, headers={header: value})
        return Reply(body, headers={header: value})

    return answer


@pytest.mark.parametrize(
    ("header", "value"), [("ETag", '"one"'), ("ETag", 'W/"two"'), ("Last-Modified", "Tue, 14 Nov 2023 10:00:00 GMT")]
)
def test_a_known_page_is_confirmed_rather_than_sent_again(tmp_path: Path, header: str, value: str) -> None:
    clock = Clock()
    with serving({"/": conditional("page", header, value)}) as server, local_fetcher(tmp_path, now=clock) as fetcher:
        first = fetcher.get(server.url())
        clock.time += 3600
        second = fetcher.get(server.url())
        assert server.pages() == ["/", "/"]
    assert (first.data, first.from_cache, first.retrieved) == (b"page", False, "2023-11-14T22:13:20Z")
    assert (second.data, second.from_cache, second.retrieved) == (b"page", True, "2023-11-14T23:13:20Z")
    assert (second.media_type, second.charset) == ("text/html", "utf-8")


def test_a_changed_page_takes_the_place_of_the_copy(tmp_path: Path) -> None:
    replies = [Reply("old", headers={"ETag": '"1"'}), Reply("new", headers={"ETag": '"2"'})]
    with serving({"/": replies}) as server:
        with local_fetcher(tmp_path) as fetcher:
            assert [fetcher.get(server.url()).data for _ in range(2)] == [b"old", b"new"]
        with local_fetcher(tmp_path, offline=True) as fetcher:
            assert fetcher.get(server.url()).data == b"new"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": 'Private, MAX-AGE="60"'}, 60),
        ({"cache-control": "max-age=60", "age": "50"}, 10),
        ({"cache-control": "max-age=60", "age": "70"}, 0),
        ({"cache-control": "max-age=60, no-cache"}, 0),
        ({"cache-control": "max-age=60", "vary": "*"}, 0),
        ({"cache-control": "max-age=-5"}, 0),
        ({"cache-control": "max-age=²"}, 0),
        ({"cache-control": "max-age=" + "9" * 400}, 0),
        ({"cache-control": "s-maxage=60"}, 0),
        ({"expires": "Tue, 14 Nov 2023 10:01:00 GMT", "date": "Tue, 14 Nov 2023 10:00:00 GMT"}, 60),
        ({"expires": "0", "date": "Tue, 14 Nov 2023 10:00:00 GMT"}, 0),
        ({"expires": "Tue, 14 Nov 2023 10:01:00 GMT"}, 0),
        ({"expires": "Tue, 14 Nov 99999 10:01:00 GMT", "date": "Tue, 14 Nov 2023 10:00:00 GMT"}, 0),
        ({"last-modified": "Tue, 14 Nov 2000 10:00:00 GMT"}, 0),
    ],
)
def test_how_long_a_copy_is_fresh_is_what_the_headers_say(headers: Mapping[str, str], seconds: float) -> None:
    assert fresh_seconds(headers) == seconds


def test_a_fresh_copy_is_used_unasked_and_an_old_one_is_not(tmp_path: Path) -> None:
    clock = Clock()
    page = Reply("page", headers={"Cache-Control": "max-age=100"})
    with serving({"/": page, "/old": redirect("/", headers={"Cache-Control": "max-age=100"})}) as server:
        for seconds, asked in ((0, 2), (99, 0), (1, 2), (-50, 2)):  # the last: a clock that was set back
            clock.time += seconds
            before = len(server.pages())
            with local_fetcher(tmp_path, now=clock) as fetcher:
                assert fetcher.get(server.url("/old")).data == b"page"
            assert len(server.pages()) - before == asked


def test_a_confirmation_makes_a_copy_fresh_again_for_as_long_as_before(tmp_path: Path) -> None:
    clock = Clock()
    headers = {"ETag": '"1"', "Cache-Control": "max-age=100"}
    routes = {"/": [Reply("page", headers=headers), Reply(status=304), Reply("other")]}
    with serving(routes) as server, local_fetcher(tmp_path, now=clock) as fetcher:
        for seconds, retrieved in ((0, "22:13:20"), (150, "22:15:50"), (90, "22:15:50")):
            clock.time += seconds
            fetched = fetcher.get(server.url())
            assert (fetched.data, fetched.retrieved) == (b"page", f"2023-11-14T{retrieved}Z")


def test_what_must_not_be_stored_is_not(tmp_path: Path) -> None:
    replies = [Reply("first"), Reply("second", headers={"Cache-Control": "private, No-Store"})]
    with serving({"/": replies}) as server:
        with local_fetcher(tmp_path) as fetcher:
            fetcher.get(server.url())
            fetcher.get(server.url())
        with local_fetcher(tmp_path, offline=True) as fetcher, pytest.raises(InputError, match="not in the cache"):
            fetcher.get(server.url())


def test_offline_a_stale_copy_will_do_through_its_redirects(tmp_path: Path) -> None:
    clock = Clock()
    routes: dict[str, Route] = {"/old": redirect("/new"), "/new": Reply("page", headers={"Cache-Control": "no-cache"})}
    with serving(routes) as server, local_fetcher(tmp_path, now=clock) as fetcher:
        online = fetcher.get(server.url("/old"))
    clock.time += 1e6
    with local_fetcher(tmp_path, now=clock, offline=True) as fetcher:
        offline = fetcher.get(online.asked)
    assert (offline.data, offline.url, offline.retrieved) == (online.data, online.url, online.retrieved)
    assert offline.from_cache


def test_offline_a_page_never_fetched_is_named(tmp_path: Path) -> None:
    with serving({"/": "page"}) as server, local_fetcher(tmp_path, offline=True) as fetcher:
        with pytest.raises(InputError, match=r"^http://\S+: offline, and it is not in the cache; fetch it once with"):
            fetcher.get(server.url())
        assert server.paths == []


def test_an_error_says_that_there_is_a_copy(tmp_path: Path) -> None:
    replies = [Reply("page"), Reply("gone", status=404)]
    with serving({"/": replies}) as server:
        with local_fetcher(tmp_path, now=Clock()) as fetcher:
            fetcher.get(server.url())
            with pytest.raises(InputError, match=r"404.*; offline, the copy of 2023-11-14 in the cache is used$"):
                fetcher.get(server.url())
        with local_fetcher(tmp_path, offline=True) as fetcher:
            assert fetcher.get(server.url()).data == b"page"


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe\n", b'{"url": 1}\nx'])
def test_a_damaged_copy_is_none(tmp_path: Path, damage: bytes) -> None:
    with serving({"/": Reply("page", headers={"Cache-Control": "max-age=100"})}) as server:
        with local_fetcher(tmp_path) as fetcher:
            fetcher.get(server.url())
        for path in (tmp_path / "cache").rglob("*"):
            if path.is_file():
                path.write_bytes(damage or path.read_bytes()[:-1])
        with local_fetcher(tmp_path) as fetcher:
            assert fetcher.get(server.url()).data == b"page"
        assert server.pages() == ["/", "/"]


def test_a_folder_that_cannot_be_written_to_stops_nothing_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder would be")
    with serving({"/": "page"}) as server, local_fetcher(tmp_path) as fetcher:
        assert fetcher.get(server.url()).data == b"page"
        assert fetcher.problems == (
            "pages cannot be kept in the cache folder cache (Not a directory); set cache under fetch",
        )


def test_copies_unused_for_a_year_go(tmp_path: Path) -> None:
    with serving({"/a": "page", "/b": "page"}) as server:
        with local_fetcher(tmp_path) as fetcher:
            fetcher.get(server.url("/a"))
        (old,) = (tmp_path / "cache").glob("pages-*/*/*")
        os.utime(old, (0, 0))
        with local_fetcher(tmp_path) as fetcher:
            fetcher.get(server.url("/b"))
    (kept,) = (tmp_path / "cache").glob("pages-*/*/*")
    assert kept != old


WRITER = """
import sys
from pathlib import Path
from crossread.fetching.cache import Cache, Copy
cache = Cache(Path(sys.argv[1]), "pages")
for size in range(1, 200):
    cache.store(Copy(url="http://example.org/", confirmed=0, fresh=0), sys.argv[2].encode() * size * 100)
print(cache.problem)
"""


def test_processes_that_share_a_folder_see_whole_copies(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), letter], stdout=subprocess.PIPE, text=True)
        for letter in "ab"
    ]
    cache = Cache(tmp_path, "pages")
    seen = []
    while any(writer.poll() is None for writer in writers):
        if kept := cache.load("http://example.org/"):
            seen.append(kept[1])
    assert [writer.communicate()[0].strip() for writer in writers] == ["", ""]
    assert seen
    assert all(len(set(data)) == 1 and len(data) % 100 == 0 for data in seen)
    assert [path.name for path in tmp_path.rglob(".*")] == []


def test_a_copy_is_that_of_its_url(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "pages")
    cache.store(Copy(url="http://example.org/a", confirmed=0, fresh=0), b"a\nb\n")
    assert cache.load("http://example.org/b") is None
    assert (cache.load("http://example.org/a") or ("", b""))[1] == b"a\nb\n"
