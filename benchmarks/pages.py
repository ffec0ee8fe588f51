"""Web pages: how long reading them takes beside trafilatura alone, and how ten are fetched.

The pages are the rows with "html" of a corpus file `pages*`; without one, the seeds set as pages.
"""

from __future__ import annotations

import gzip
import html
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread

from articles import text_of
from timing import cpu

from crossread.fetching import Fetched, Fetcher, FetchSettings
from crossread.reading.page import Raw
from crossread.reading.readers import read_whole

SLOW = 0.25  # seconds a slow server takes to answer
URLS = 10


def pages(count: int, corpus: Path | None) -> list[str]:
    """`count` pages as HTML."""
    found = list(islice(_rows(corpus), count)) if corpus else []
    return found or [_page(turn) for turn in range(min(count, 40))]


def reading_against_trafilatura(texts: list[str]) -> tuple[float, str]:
    """CPU of reading (zones, links, metadata) over that of trafilatura's body alone, the same pages in turn."""
    from trafilatura import extract

    ours, theirs = [], []
    jobs: list[tuple[list[float], Callable[[str], object]]] = [
        (ours, lambda text: list(read_whole(Raw(text.encode(), "page.html", media_type="text/html", part="page")))),
        (theirs, lambda text: extract(text, favor_precision=True, include_comments=False)),
    ]
    for text in texts[:5]:  # both load what they need at their first page
        for _, job in jobs:
            _tried(job, text)
    for number, text in enumerate(texts):
        for times, job in jobs if number % 2 else reversed(jobs):
            times.append(cpu(lambda text=text, job=job: _tried(job, text)))  # type: ignore[misc]
    ratio = sum(ours) / sum(theirs)
    middle = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    speed = f"{len(ours) / sum(ours):.0f} pages/s against {len(theirs) / sum(theirs):.0f}"
    return ratio, f"{speed}, {len(texts)} pages, median ratio {middle:.2f}"


def hosts_side_by_side(rounds: int) -> tuple[float, str]:
    """Seconds for ten pages of ten slow servers over ten pages of one; no delay between requests."""
    with ExitStack() as stack:
        servers = [stack.enter_context(_Slow(f"127.0.0.{number}")) for number in range(1, URLS + 1)]
        ten = [f"{server.address}/page" for server in servers]
        one = [f"{servers[0].address}/{number}" for number in range(URLS)]
        _fetched(ten[:1])  # loads what fetching needs
        times = [(_fetched(ten), _fetched(one)) for _ in range(max(1, rounds // 3))]
    many, single = (statistics.median(column) for column in zip(*times, strict=True))
    return many / single, f"{many:.2f} s from ten servers, {single:.2f} s from one, each answer after {SLOW} s"


def _tried(job: Callable[[str], object], text: str) -> object:
    try:
        return job(text)
    except Exception as error:  # a page that is refused has been read all the same
        return error


def _fetched(urls: list[str]) -> float:
    with tempfile.TemporaryDirectory(prefix="crossread-speed-") as cache:
        hosts = tuple(f"127.0.0.{number}" for number in range(1, URLS + 1))
        started = time.perf_counter()
        with Fetcher(FetchSettings(delay=0, cache=cache, allow_hosts=hosts)) as fetcher:
            answers = fetcher.get_all(urls)
        taken = time.perf_counter() - started
    wrong = [answer for answer in answers if not isinstance(answer, Fetched)]
    if wrong:
        raise wrong[0]
    return taken


class _Slow(ThreadingHTTPServer):
    """A server on a loopback address of its own that thinks for a while before every answer."""

    daemon_threads = True

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), _Handler)
        self.address = f"http://{host}:{self.server_port}"

    def __enter__(self) -> _Slow:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the name http.server asks for
        time.sleep(SLOW)
        body = b"" if self.path == "/robots.txt" else b"<p>A page</p>"
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the table is what is printed."""


def _rows(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("pages*.jsonl*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["html"] for line in lines if line.strip())


def _page(turn: int) -> str:
    """The seeds' paragraphs as a page with the usual parts around them."""
    title, *paragraphs = text_of(640, turn).split("\n\n")
    links = "".join(f'<li><a href="/news/{n}">Another story, number {n}</a></li>' for n in range(40))
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><title>{title} | A paper</title></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>{title}</h1><p class=byline>By Ann Lee</p>{body}</article>"
        f"<aside class=related><ul>{links}</ul></aside><footer><p>All rights reserved</p></footer></body></html>"
    )
