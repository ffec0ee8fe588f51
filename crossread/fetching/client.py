"""Asking a server for a URL: in its turn, again when it is busy, and never for longer than allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from threading import Lock
from typing import TYPE_CHECKING

from crossread.errors import InputError
from crossread.fetching.addresses import Resolve, allowed_hosts
from crossread.fetching.budget import Budget
from crossread.fetching.pace import Pace
from crossread.fetching.settings import FetchSettings
from crossread.fetching.urls import host_of
from crossread.installed import versions

if TYPE_CHECKING:
    import ssl

    from httpx import URL

    from crossread.fetching.connection import Connect, Network
    from crossread.fetching.exchange import Answer, Limits

MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 500, 502, 503, 504})
_BACK_OFF = 1.0  # seconds before the second try, doubled before each one after it
_LONGEST_BACK_OFF = 30.0
_BROWSER = "open it in a browser and save the page"
_REFUSALS = {
    401: f"the server refuses it without a password; {_BROWSER}",
    402: f"the server asks for payment; {_BROWSER}",
    403: f"the server refuses it; {_BROWSER}",
    404: "there is no such page; check the address",
    410: "the page was removed; look for a copy in an archive",
    429: "the server is asked too much; try again later",
    451: "the server withholds it for legal reasons; look for a copy elsewhere",
}


class Client:
    """Requests to all hosts, each in its host's turn."""

    def __init__(
        self, settings: FetchSettings, pace: Pace, resolve: Resolve, connect: Connect, now: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._pace = pace
        self._resolve = resolve
        self._connect = connect
        self._now = now
        self._lock = Lock()
        self._means: tuple[Network, ssl.SSLContext] | None = None
        contact = f" (+{settings.contact})" if settings.contact else ""
        self._agent = f"crossread/{versions(['crossread'])['crossread']}{contact}"

    def cut(self) -> None:
        """End all connections, in other threads too."""
        with self._lock:
            if self._means is not None:  # else nothing was ever asked
                self._means[0].cut()

    def _network(self) -> tuple[Network, ssl.SSLContext]:
        """The connections of this client, and the certificates it trusts: made when first needed.

        Those are the ones certifi lists, or SSL_CERT_FILE and SSL_CERT_DIR where set.
        """
        import httpx

        from crossread.fetching.connection import Network

        with self._lock:
            if self._means is None:
                allowed = allowed_hosts(self._settings.allow_hosts)
                self._means = Network(self._resolve, self._connect, allowed), httpx.create_ssl_context()
            return self._means

    def ask(self, url: URL, headers: Mapping[str, str], limits: Limits, budget: Budget) -> Answer:
        """The server's answer, whatever its status, after the retries it called for. Raises InputError for none."""
        from crossread.fetching.exchange import RETRIED, broken, exchange

        network, context = self._network()
        host = host_of(url)
        sent = {"User-Agent": self._agent, **headers}
        tries = self._settings.retries + 1
        for number in range(1, tries + 1):
            back_off = min(_BACK_OFF * 2 ** (number - 1), _LONGEST_BACK_OFF)
            try:
                with self._pace.turn(host):
                    answer = exchange(url, sent, limits, network, context, budget)
            except RETRIED as error:
                if number == tries:
                    raise broken(error) from error
                self._pace.hold(host, back_off)
                continue
            if answer.status not in BUSY:
                break
            asked = retry_after(answer.headers.get("retry-after", ""), self._now())
            if asked is not None or number < tries:
                self._pace.hold(host, back_off if asked is None else asked)
        return answer


def retry_after(value: str, now: float) -> float | None:
    """The seconds a Retry-After header asks to wait, from a number or a date; None for neither."""
    value = value.strip()[:64]
    if value.isdecimal() and value.isascii():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def refusal(status: int, retries: int) -> InputError:
    """What is said of an answer that holds no page."""
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    again = ", also when asked again" if status in BUSY and retries else ""
    usual = "the server failed; try again later" if status >= 500 else f"this holds no page; {_BROWSER}"
    return InputError(f"the answer is {name}{again}: {_REFUSALS.get(status, usual)}")
