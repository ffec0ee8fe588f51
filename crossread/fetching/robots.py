"""What a site's robots.txt lets programs fetch (RFC 9309)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from crossread.errors import InputError
from crossread.fetching.budget import Budget
from crossread.fetching.cache import Cache, Copy, fresh_seconds, may_keep
from crossread.fetching.client import MOVED, Client
from crossread.fetching.pace import Pace
from crossread.fetching.urls import host_of, next_url, origin_of

if TYPE_CHECKING:
    from httpx import URL
    from protego import Protego

AGENT = "crossread"
_LARGEST = 512_000  # bytes read, the rest is ignored; RFC 9309 asks for at least 500 KiB
_UNPACKED = 20_000_000  # bytes any layer of its compression may have
_REDIRECTS = 5
# Seconds a copy is used unasked, unless the server says between: RFC 9309 allows a day at most.
_SHORTEST, _LONGEST = 3600.0, 86400.0


class Robots:
    """The rules of all sites met, each read once, in `timeout` seconds of its own."""

    def __init__(self, client: Client, cache: Cache, pace: Pace, timeout: float, now: Callable[[], float]) -> None:
        self._client = client
        self._timeout = timeout
        self._cache = cache
        self._pace = pace
        self._now = now
        self._lock = Lock()
        self._locks: defaultdict[tuple[str, str, int], Lock] = defaultdict(Lock)
        self._rules: dict[tuple[str, str, int], Protego | str] = {}

    def check(self, url: URL) -> None:
        """Raises InputError when a page may not be fetched, or when it cannot be known whether it may."""
        origin = origin_of(url)
        with self._lock:
            lock = self._locks[origin]
        with lock:
            if origin not in self._rules:
                self._rules[origin] = self._read(url)
        rules = self._rules[origin]
        if isinstance(rules, str):
            raise InputError(rules)
        self._pace.slow_down(host_of(url), rules.crawl_delay(AGENT) or 0.0)
        if not rules.can_fetch(str(url), AGENT):
            raise InputError(
                "the site's robots.txt asks programs not to fetch this page; save it in a browser and give the file"
            )

    def _read(self, page: URL) -> Protego | str:
        """The rules, or why there are none to go by."""
        from protego import Protego

        url = page.copy_with(raw_path=b"/robots.txt")
        kept = self._cache.load(str(url))
        if kept and kept[0].is_fresh(self._now()):
            data = kept[1]
        else:
            try:
                data = self._fetch(url)
            except InputError as error:
                return str(error)
        return Protego.parse(data.decode("utf-8-sig", "replace"))

    def _fetch(self, url: URL) -> bytes:
        """Its bytes; none where there is no such file, which allows everything."""
        from crossread.fetching.exchange import Limits

        limits = Limits(_UNPACKED, enough=_LARGEST)
        budget = Budget(self._timeout)
        target = url
        for _ in range(_REDIRECTS + 1):
            answer = self._client.ask(target, {}, limits, budget)
            if answer.status not in MOVED:
                break
            try:
                target = next_url(target, answer.headers.get("location", ""))
            except InputError as error:
                raise _unknown(str(error)) from error
        if answer.status >= 500:
            raise _unknown(f"the answer is {answer.status}; try again later")
        if may_keep(answer.headers):
            fresh = min(max(fresh_seconds(answer.headers), _SHORTEST), _LONGEST)
            self._cache.store(Copy(url=str(url), confirmed=self._now(), fresh=fresh), answer.data)
        return answer.data


def _unknown(why: str) -> InputError:
    return InputError(f"the site's robots.txt, which says whether the page may be fetched, cannot be read: {why}")
