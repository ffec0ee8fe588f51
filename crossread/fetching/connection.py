"""Connections to checked addresses, each read and write within the time left for the page.

A host is looked up once per connection, every address is checked, and the connection goes to one of
those: a name that changes its address between check and use (DNS rebinding) gains nothing. Host
header and certificate stay those of the name. Proxies of the environment are not used, since a proxy
looks names up itself, where nothing can be checked.

This module imports httpcore: import it only where something is fetched.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

import httpcore

from crossread.errors import InputError
from crossread.fetching.addresses import Resolve, checked_addresses
from crossread.fetching.budget import Budget

# ((address, port), seconds) -> a connected socket. Raises OSError.
Connect = Callable[[tuple[str, int], float], socket.socket]

_CONNECTING = 10.0  # seconds for one address, so that the next has its turn


class Network:
    """Where connections come from, and where they are cut when a run is interrupted."""

    def __init__(self, resolve: Resolve, connect: Connect, allowed: frozenset[str]) -> None:
        self._resolve = resolve
        self._connect = connect
        self._allowed = allowed
        self._open: set[Stream] = set()
        self._lock = Lock()
        self._cut = False

    def stream(self, host: str, port: int, budget: Budget) -> Stream:
        """A connection to a host. Raises InputError for a private address, httpcore.ConnectError for none."""
        try:
            addresses = checked_addresses(host, port, self._resolve, self._allowed)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:  # no answer, rather than the answer that there is none
                raise httpcore.ConnectError(f"the address of {host} cannot be looked up") from error
            raise InputError(f"there is no host called {host}; check the spelling") from error
        except OSError as error:
            raise httpcore.ConnectError(f"the address of {host} cannot be looked up") from error
        stream = Stream(self, self._dial(addresses, port, budget), budget)
        with self._lock:
            self._open.add(stream)
            cut = self._cut
        if cut:
            stream.cut()
        return stream

    def cut(self) -> None:
        """End all connections and those to come: whoever reads from one gets an error at once."""
        with self._lock:
            self._cut = True
            streams = tuple(self._open)
        for stream in streams:
            stream.cut()

    def forget(self, stream: Stream) -> None:
        """A stream was closed."""
        with self._lock:
            self._open.discard(stream)

    def _dial(self, addresses: list[str], port: int, budget: Budget) -> socket.socket:
        failure: OSError | None = None
        for address in addresses:
            try:
                return self._connect((address, port), min(_CONNECTING, budget.check()))
            except OSError as error:
                failure = error
        budget.check()
        raise httpcore.ConnectError(f"the server cannot be reached ({_why(failure)})") from failure


class Line(httpcore.NetworkBackend):
    """The network as one page sees it: httpcore asks it for connections."""

    def __init__(self, network: Network, budget: Budget) -> None:
        self._network = network
        self._budget = budget

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection; `timeout` and the options are not used, the budget counts."""
        return self._network.stream(host, port, self._budget)


class Stream(httpcore.NetworkStream):
    """A connection that cannot outlast the budget, however few bytes come at a time."""

    def __init__(self, network: Network, connected: socket.socket, budget: Budget) -> None:
        self._network = network
        self._socket = connected
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The bytes there are; none at the end. Raises InputError when the time is over."""
        try:
            self._socket.settimeout(self._budget.check())
            return self._socket.recv(max_bytes)
        except OSError as error:
            self._budget.check()
            raise httpcore.ReadError(f"the connection broke off ({_why(error)})") from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send it all. Raises InputError when the time is over."""
        try:
            self._socket.settimeout(self._budget.check())
            self._socket.sendall(buffer)
        except OSError as error:
            self._budget.check()
            raise httpcore.WriteError(f"the connection broke off ({_why(error)})") from error

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted. Raises InputError for a certificate that does not hold."""
        try:
            self._socket.settimeout(self._budget.check())
            self._socket = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise InputError(
                f"the certificate of {server_hostname} does not hold ({error.verify_message.rstrip('.')}); "
                "check the address, or save the page in a browser"
            ) from error
        except OSError as error:
            self.close()
            self._budget.check()
            raise httpcore.ConnectError(f"no encrypted connection came about ({_why(error)})") from error
        return self

    def close(self) -> None:
        """End the connection."""
        self._network.forget(self)
        self._socket.close()

    def cut(self) -> None:
        """End it from another thread, which `close` would not wake from its reading."""
        try:
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:  # it was closed meanwhile
            return


def _why(error: OSError | None) -> str:
    if isinstance(error, TimeoutError):
        return "no answer"
    if isinstance(error, ssl.SSLError):
        return (error.reason or "TLS error").lower().replace("_", " ")
    return ((error and error.strerror) or "no reason given").lower()
