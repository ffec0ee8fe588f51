"""One page: its copy while that is fresh, else what the server says, through all redirects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from crossread.errors import InputError
from crossread.fetching.budget import Budget
from crossread.fetching.cache import Cache, Copy, fresh_seconds, may_keep
from crossread.fetching.client import MOVED, Client, refusal
from crossread.fetching.media import media_type_and_charset
from crossread.fetching.robots import Robots
from crossread.fetching.settings import FetchSettings
from crossread.fetching.urls import next_url

if TYPE_CHECKING:
    from httpx import URL

    from crossread.fetching.exchange import Answer


class Found(msgspec.Struct, frozen=True):
    """A page or a redirect: its copy, the body, and whether that came from the cache."""

    copy: Copy
    data: bytes
    from_cache: bool


class Pages:
    """Pages from cache and network. Messages of its errors are without the URL."""

    def __init__(
        self, settings: FetchSettings, client: Client, robots: Robots, cache: Cache, now: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._client = client
        self._robots = robots
        self._cache = cache
        self._now = now

    def follow(self, trail: list[URL]) -> Found:
        """The page behind the last URL of `trail`, to which redirects are added. Raises InputError."""
        budget = Budget(self._settings.timeout)
        most = self._settings.redirects
        while True:
            url = trail[-1]
            found = self._in_cache(url) if self._settings.offline else self._look(url, budget)
            if not found.copy.location:
                return found
            target = next_url(url, found.copy.location)
            if target in trail:
                raise InputError("it redirects in a circle; open it in a browser and save the page")
            if len(trail) > most:
                raise InputError(f"it redirects more than {most} times; open it in a browser and save the page")
            trail.append(target)

    def copied_on(self, url: URL) -> str:
        """The day of the copy of a page in the cache; "" without one."""
        kept = self._cache.load(str(url))
        if not kept or kept[0].location:
            return ""
        return datetime.fromtimestamp(int(kept[0].confirmed), UTC).date().isoformat()

    def _in_cache(self, url: URL) -> Found:
        if kept := self._cache.load(str(url)):
            return Found(*kept, from_cache=True)
        raise InputError(
            "offline, and it is not in the cache; fetch it once with the network "
            "(some sites forbid keeping a copy), or save the page and give the file"
        )

    def _look(self, url: URL, budget: Budget) -> Found:
        """One hop: the copy while it is fresh, otherwise what the server says."""
        from crossread.fetching.exchange import Limits

        kept = self._cache.load(str(url))
        if kept and kept[0].is_fresh(self._now()):
            return Found(*kept, from_cache=True)
        self._robots.check(url)
        conditions = kept[0].conditions() if kept else {}
        answer = self._client.ask(url, conditions, Limits(self._settings.max_bytes), budget)
        if answer.status == 304 and kept and conditions:
            return self._keep(Found(self._renewed(kept[0], answer), kept[1], from_cache=True), answer)
        if answer.status != 200 and answer.status not in MOVED:
            raise refusal(answer.status, self._settings.retries)
        return self._keep(Found(self._copy(url, answer), answer.data, from_cache=False), answer)

    def _copy(self, url: URL, answer: Answer) -> Copy:
        headers = answer.headers
        media_type, charset = media_type_and_charset(headers.get("content-type", ""))
        location = ""
        if answer.status in MOVED:
            location = str(next_url(url, headers.get("location", "")))
        return Copy(
            url=str(url),
            location=location,
            media_type=media_type,
            charset=charset,
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
            confirmed=self._now(),
            fresh=fresh_seconds(headers),
        )

    def _renewed(self, copy: Copy, answer: Answer) -> Copy:
        """A copy the server says still holds, with what its headers say anew (RFC 9111, section 4.3.4)."""
        headers = answer.headers
        says_how_long = "cache-control" in headers or "expires" in headers
        return msgspec.structs.replace(
            copy,
            etag=headers.get("etag", copy.etag),
            last_modified=headers.get("last-modified", copy.last_modified),
            confirmed=self._now(),
            fresh=fresh_seconds(headers) if says_how_long else copy.fresh,
        )

    def _keep(self, found: Found, answer: Answer) -> Found:
        if may_keep(answer.headers):
            self._cache.store(found.copy, found.data)
        else:
            self._cache.forget(found.copy.url)
        return found
