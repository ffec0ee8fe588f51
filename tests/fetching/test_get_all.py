"""Many pages: hosts at the same time, each host one after the other, and an end when interrupted."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from loopback import Reply, Request, Route, local_fetcher, redirect, serving

from crossread.errors import InputError
from crossread.fetching import Fetched, Fetcher, FetchSettings

HOSTS = ("one.test", "two.test")


def test_results_stand_in_the_order_asked_with_errors_in_their_places(tmp_path: Path) -> None:
    routes: dict[str, Route] = {"/a": "first", "/c": "third"}
    with serving(routes) as server, local_fetcher(tmp_path, hosts=HOSTS) as fetcher:
        asked = [
            server.url("/c", "two.test"),
            server.url("/b", "one.test"),
            "file:///x",
            server.url("/a", "one.test"),
            server.url("/a", "three.test"),
        ]
        third, missing, file, first, private = fetcher.get_all(iter(asked))
    assert isinstance(third, Fetched)
    assert isinstance(first, Fetched)
    assert (third.data, third.asked, first.data, first.asked) == (b"third", asked[0], b"first", asked[3])
    for result, url, what in (
        (missing, asked[1], "404"),
        (file, asked[2], "only http"),
        (private, asked[4], "private"),
    ):
        assert isinstance(result, InputError)
        assert str(result).startswith(url)
        assert what in str(result)


def test_no_urls_are_no_pages(tmp_path: Path) -> None:
    with local_fetcher(tmp_path) as fetcher:
        assert fetcher.get_all([]) == []


def test_the_same_url_is_fetched_once_and_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    with serving({"/a": Reply("page", headers={"Cache-Control": "no-store"})}) as server:
        asked = [
            server.url("/a"),
            server.url("/a#part"),
            server.url("/x/../a"),
            server.url("/a").upper()[:4] + server.url("/a")[4:],
        ]
        with local_fetcher(tmp_path) as fetcher:
            results = fetcher.get_all(asked, told.append)
        assert server.pages() == ["/a"]
    assert [result.asked for result in results if isinstance(result, Fetched)] == asked
    assert told == asked[:1]


def test_progress_tells_each_url_in_the_calling_thread(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    with serving({"/a": "page"}) as server, local_fetcher(tmp_path, hosts=HOSTS) as fetcher:
        asked = [server.url(path, host) for host in HOSTS for path in ("/a", "/b")] + ["http://me:hunter2@one.test/"]
        fetcher.get_all(asked, lambda url: told.append((url, threading.current_thread().name)))
    assert sorted(url for url, _ in told) == sorted([*asked[:-1], "http://one.test/"])
    assert {name for _, name in told} == {threading.current_thread().name}


def test_hosts_are_asked_at_the_same_time(tmp_path: Path) -> None:
    together = threading.Barrier(8)

    def meet(request: Request) -> str:
        together.wait(timeout=30)  # broken, and the page lost, unless all eight are under way at once
        return "page"

    hosts = [f"h{number}.test" for number in range(8)]
    with serving({"/": meet}) as server, local_fetcher(tmp_path, hosts=hosts) as fetcher:
        results = fetcher.get_all([server.url("/", host) for host in hosts])
    assert all(isinstance(result, Fetched) for result in results)


def test_one_host_is_asked_one_page_after_the_other(tmp_path: Path) -> None:
    under_way = threading.Lock()
    overlaps: list[str] = []

    def alone(request: Request) -> Reply:
        if not under_way.acquire(blocking=False):
            overlaps.append(request.path)
            return Reply("two at once", status=404)
        try:
            threading.Event().wait(0.02)
            return redirect("http://one.test:{}/end".format(request.headers["Host"].partition(":")[2]))
        finally:
            under_way.release()

    routes: dict[str, Route] = {"/robots.txt": alone, "/end": "page"}
    routes.update({f"/{number}": alone for number in range(5)})
    with serving(routes) as server, local_fetcher(tmp_path, hosts=["one.test"]) as fetcher:
        fetcher.get_all([server.url(f"/{number}", "one.test") for number in range(5)])
        assert len(server.paths) >= 10
    assert overlaps == []


def test_between_two_requests_to_a_host_is_the_delay_whatever_thread_asks(tmp_path: Path) -> None:
    with serving({"/a": "page", "/b": "page", "/c": redirect("/a")}) as server:
        other = server.url("/from", "two.test")
        server.routes["/from"] = redirect(server.url("/b", "one.test"))
        settings = FetchSettings(delay=0.1, cache=str(tmp_path), allow_hosts=HOSTS)
        with Fetcher(settings, resolve=lambda host, port: ["127.0.0.1"]) as fetcher:
            results = fetcher.get_all([server.url("/a", "one.test"), other, server.url("/c", "one.test")])
        assert all(isinstance(result, Fetched) for result in results)
        times = [request.time for request in server.requests if request.headers["Host"].startswith("one.test")]
    assert len(times) == 5  # robots.txt, /a, /b from the other host, /c and /a behind it
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(times))


def test_an_interruption_ends_the_threads(tmp_path: Path) -> None:
    def interrupt(url: str) -> None:
        raise KeyboardInterrupt

    routes: dict[str, Route] = {"/slow": Reply("x" * 10_000, pause=0.1), "/quick": "page"}
    with serving(routes) as server, local_fetcher(tmp_path, hosts=HOSTS, timeout=600) as fetcher:
        with pytest.raises(KeyboardInterrupt):
            fetcher.get_all([server.url("/slow", "one.test"), server.url("/quick", "two.test")], interrupt)
        assert [thread.name for thread in threading.enumerate() if thread.name == "crossread-fetch"] == []


INTERRUPTED = """
import sys
from crossread.fetching import Fetcher, FetchSettings
settings = FetchSettings(cache=sys.argv[1], allow_hosts=("127.0.0.1", "localhost"), timeout=600, delay=600)
with Fetcher(settings) as fetcher:
    fetcher.get_all(sys.argv[2:])
"""


def test_control_c_ends_a_run_that_reads_and_one_that_waits(tmp_path: Path) -> None:
    reading, waiting = threading.Event(), threading.Event()

    def slow(request: Request) -> Reply:
        reading.set()
        return Reply("x" * 10_000, pause=0.1)

    def quick(request: Request) -> str:
        waiting.set()  # for 600 seconds, before it asks for the page
        return ""

    with serving({"/robots.txt": slow}) as server, serving({"/robots.txt": quick, "/a": "page"}) as other:
        command = [sys.executable, "-c", INTERRUPTED, str(tmp_path), server.url("/a"), other.url("/a", "localhost")]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert reading.wait(timeout=60)
        assert waiting.wait(timeout=60)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors.rstrip().endswith("KeyboardInterrupt")


def test_an_error_of_our_own_is_not_swallowed(tmp_path: Path) -> None:
    def broken(host: str, port: int) -> list[str]:
        raise ZeroDivisionError

    with Fetcher(FetchSettings(cache=str(tmp_path)), resolve=broken) as fetcher, pytest.raises(ZeroDivisionError):
        fetcher.get_all(["http://one.test/"])
