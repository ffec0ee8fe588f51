"""One request and its answer, without redirects, retries or cache.

This module imports httpcore and httpx: import it only where something is fetched.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import httpcore
from httpx import URL, Headers

from crossread.errors import InputError
from crossread.fetching.budget import Budget
from crossread.fetching.connection import Line, Network
from crossread.fetching.decompression import ACCEPTED, bounded, decompressed, too_large

_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


class Answer(NamedTuple):
    """What a server said: `data` is unpacked, and empty unless the status is 200."""

    status: int
    headers: Headers
    data: bytes


class Limits(NamedTuple):
    """How much is read: more than `most` bytes is an error, after `enough` reading stops."""

    most: int
    enough: int | None = None


def exchange(
    url: URL, headers: Mapping[str, str], limits: Limits, network: Network, context: ssl.SSLContext, budget: Budget
) -> Answer:
    """Ask for a URL once. Raises httpcore's errors for a broken connection, InputError for what no retry mends.

    A connection serves one request: between two there is a delay anyway, and none is found dead.
    """
    sent: dict[bytes | str, bytes | str] = {
        # Not left to httpcore, which writes an IPv6 address without its brackets.
        "Host": url.netloc.decode("ascii"),
        "Accept": _ACCEPT,
        "Accept-Encoding": ACCEPTED,
        "Connection": "close",
    }
    sent.update(headers.items())
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with (
        budget,
        httpcore.ConnectionPool(ssl_context=context, network_backend=Line(network, budget)) as pool,
        pool.stream("GET", target, headers=sent) as response,
    ):
        received = Headers(response.headers)
        if response.status != 200:
            return Answer(response.status, received, b"")
        return Answer(200, received, _body(response.iter_stream(), received, limits))


def _body(chunks: Iterable[bytes], headers: Headers, limits: Limits) -> bytes:
    declared = headers.get("content-length", "")
    if limits.enough is None and declared.isdecimal() and int(declared[:20]) > limits.most:
        raise too_large(limits.most)
    data = bytearray()
    for piece in decompressed(bounded(chunks, limits.most), headers.get("content-encoding", ""), limits.most):
        data += piece
        if limits.enough is not None and len(data) >= limits.enough:
            break
    return bytes(data[: limits.enough])


def broken(error: Exception) -> InputError:
    """What is said of a connection that broke and was not mended by trying again."""
    if isinstance(error, httpcore.ProtocolError):
        early = "closed" in str(error) or "disconnected" in str(error)  # httpcore has one class for all
        what = "the server closed the connection early" if early else "the server answered something other than HTTP"
    else:
        what = str(error) or "the connection failed"
        if any(os.environ.get(name) for name in _PROXIES):
            what += "; the proxy the environment names is not used"
    return InputError(f"{what}; check the address and your connection, or try again later")


RETRIED = (httpcore.NetworkError, httpcore.ProtocolError)
