"""A real HTTP server on loopback whose pages can misbehave in every way a test asks for.

    with serving({"/": "Hello", "/old": redirect("/"), "/slow": Reply("Hello", pause=1)}) as server:
        fetch(server.url("/old"))
        assert server.paths == ["/robots.txt", "/old", "/"]

A route is text or bytes, a `Reply`, several of these to be given one after the other (the last one
from then on), or a function of the request. Any other path is 404.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from crossread.fetching import Fetcher, FetchSettings


@dataclass(frozen=True)
class Reply:
    """What is answered, and how badly."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0  # seconds before each byte of the body
    cut: int | None = None  # bytes of the body after which the connection is closed
    length: int | None = None  # what Content-Length says; the truth by default
    chunked: bool = False  # chunked transfer, without its end where `cut`
    raw: bytes | None = None  # these bytes in place of any HTTP


@dataclass(frozen=True)
class Request:
    """What the server was asked, and when, in seconds of the monotonic clock."""

    path: str
    headers: Message
    time: float


One = bytes | str | Reply
Route = One | Sequence[Reply] | Callable[[Request], One]


def redirect(to: str, status: int = 302, headers: Mapping[str, str] | None = None) -> Reply:
    """A redirect."""
    return Reply(status=status, headers={"Location": to, **(headers or {})})


def bomb(megabytes: int) -> Reply:
    """A gzip body a thousandth of what it unpacks to."""
    piece = gzip.compress(bytes(2**20))  # gzip allows members one after the other
    return Reply(piece * megabytes, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})


class Server(ThreadingHTTPServer):
    """The server; `requests` are those it got so far."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, routes: Mapping[str, Route], host: str, certificate: Path | None) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), _Handler)
        self.name = f"[{host}]" if ":" in host else host
        self.routes = dict(routes)
        self.requests: list[Request] = []
        self.lock = Lock()
        self.given: dict[str, int] = {}
        self.closing = Event()
        self.scheme = "http" if certificate is None else "https"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def url(self, path: str = "/", host: str = "") -> str:
        """The URL of a path, under another name for this server where one is given."""
        return f"{self.scheme}://{host or self.name}:{self.server_port}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for."""
        return [request.path for request in self.requests]

    def pages(self) -> list[str]:
        """The paths asked for besides robots.txt."""
        return [path for path in self.paths if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: clients that hang up are what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:  # the name http.server asks for
        self.close_connection = True
        request = Request(self.path, self.headers, time.monotonic())
        with self.server.lock:
            self.server.requests.append(request)
        self._answer(self._reply(request))

    def _reply(self, request: Request) -> Reply:
        route = self.server.routes.get(self.path)
        if callable(route):
            route = route(request)
        if isinstance(route, str | bytes):
            return Reply(route)
        if route is None or isinstance(route, Reply):
            return route or Reply("no such page", status=404)
        with self.server.lock:
            number = self.server.given.get(self.path, 0)
            self.server.given[self.path] = number + 1
        return route[min(number, len(route) - 1)]

    def _answer(self, reply: Reply) -> None:
        if reply.raw is not None:
            self.wfile.write(reply.raw)
            return
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        headers = {"Date": self.date_time_string(), "Content-Type": "text/html; charset=utf-8", **reply.headers}
        if reply.chunked:
            headers["Transfer-Encoding"] = "chunked"
        else:
            headers["Content-Length"] = str(len(body) if reply.length is None else reply.length)
        self.send_response_only(reply.status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        kept = body if reply.cut is None else body[: reply.cut]
        for piece in (kept[i : i + 1] for i in range(len(kept))) if reply.pause else (kept,):
            if reply.pause and self.server.closing.wait(reply.pause):
                return
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if reply.chunked else piece)
            self.wfile.flush()
        if reply.chunked and reply.cut is None:
            self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is about the test."""


@contextmanager
def serving(routes: Mapping[str, Route], host: str = "127.0.0.1", certificate: Path | None = None) -> Iterator[Server]:
    """A server with these pages, gone at the end of the block; HTTPS with a certificate (key and chain in one file)."""
    with Server(routes, host, certificate) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


def local_fetcher(
    folder: Path,
    *,
    hosts: Sequence[str] = ("127.0.0.1",),
    pauses: list[float] | None = None,
    now: Callable[[], float] = time.time,
    **settings: Any,
) -> Fetcher:
    """A fetcher that may ask this server, under `hosts` too, keeps its cache in `folder`, and waits without waiting.

    The seconds it would have waited go to `pauses`.
    """
    settings = {"delay": 0.0, "cache": str(folder / "cache"), "allow_hosts": tuple(hosts), **settings}
    waited = [] if pauses is None else pauses
    return Fetcher(FetchSettings(**settings), resolve=_here, pause=waited.append, now=now)


def _here(host: str, port: int) -> list[str]:
    """Every name is this machine; an address is itself."""
    try:
        return [str(ip_address(host))]
    except ValueError:
        return ["127.0.0.1"]
