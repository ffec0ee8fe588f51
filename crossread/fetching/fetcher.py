"""Pages by URL: one at a time, or many from several hosts at once."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from crossread.errors import InputError
from crossread.fetching.addresses import Resolve, resolve
from crossread.fetching.cache import Cache
from crossread.fetching.client import Client
from crossread.fetching.pace import Pace
from crossread.fetching.pages import Pages
from crossread.fetching.parallel import Crew
from crossread.fetching.robots import Robots
from crossread.fetching.settings import FetchSettings
from crossread.fetching.urls import host_of, parse_url, shown

if TYPE_CHECKING:
    from httpx import URL

    from crossread.fetching.connection import Connect


class Fetched(Struct, frozen=True):
    """A page as it came: `data` unpacked but not decoded, `media_type` and `charset` as its header says.

    `asked` is the URL asked for, `url` where it was found after redirects; `retrieved` is when the
    server sent these bytes or last confirmed them (ISO 8601, UTC); `charset` is "" when not given.
    """

    url: str
    asked: str
    data: bytes
    media_type: str
    charset: str
    retrieved: str
    from_cache: bool


class Fetcher:
    """Fetches pages as `settings` say; use it in a `with` block, from any number of threads.

    The rest is for tests: `resolve` looks names up, `connect` connects to a checked address, `pause`
    waits for some seconds, `now` tells the time in seconds since 1970.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        resolve: Resolve = resolve,
        connect: Connect = socket.create_connection,
        pause: Callable[[float], None] | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.settings = settings = FetchSettings() if settings is None else settings
        self._stopped = Event()
        # Not time.sleep: an interruption must not have to wait for it.
        pace = Pace(settings.delay, pause or self._wait)
        pages = Cache(settings.folder(), "pages")
        self._client = Client(settings, pace, resolve, connect, now)
        rules = Cache(settings.folder(), "robots")
        robots = Robots(self._client, rules, pace, settings.timeout, now)
        self._caches = (pages, rules)
        self._pages = Pages(settings, self._client, robots, pages, now)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what is under way, in other threads too; afterwards nothing can be fetched."""
        self._stopped.set()
        self._client.cut()
        for cache in self._caches:
            cache.tidy()

    @property
    def problems(self) -> tuple[str, ...]:
        """What went wrong without stopping anything, such as a cache folder that cannot be written to."""
        return tuple(dict.fromkeys(cache.problem for cache in self._caches if cache.problem))

    def get(self, url: str) -> Fetched:
        """The page at a URL. Raises InputError with the URL, what is wrong and what to do."""
        trail: list[URL] = []
        try:
            self._wait(0)
            trail.append(parse_url(url))
            found = self._pages.follow(trail)
        except InputError as error:
            raise InputError(self._located(url, trail, str(error))) from error
        moment = datetime.fromtimestamp(int(found.copy.confirmed), UTC)
        return Fetched(
            url=found.copy.url,
            asked=url,
            data=found.data,
            media_type=found.copy.media_type,
            charset=found.copy.charset,
            retrieved=moment.isoformat().replace("+00:00", "Z"),
            from_cache=found.from_cache,
        )

    def get_all(self, urls: Iterable[str], progress: Callable[[str], None] | None = None) -> list[Fetched | InputError]:
        """The pages, or what is wrong with them, in the order given; the same URL is fetched once.

        Hosts are asked at the same time, each for one page after the other. `progress` is called in
        this thread with each different URL once it is done. An interruption ends everything.
        """
        asked = list(urls)
        wanted: dict[str, str] = {}
        hosts: dict[str, list[str]] = {}
        for url in asked:
            name, host = _identity(url)
            if name not in wanted:
                wanted[name] = url
                hosts.setdefault(host, []).append(name)
        found: dict[str, Fetched | InputError] = {}

        def take(name: str, result: Fetched | InputError) -> None:
            found[name] = result
            if progress is not None:
                progress(shown(wanted[name]))

        crew = Crew(list(hosts.values()), lambda name: self._try(wanted[name]), self._stopped)
        try:
            crew.run(take)
        except BaseException:
            self.close()
            crew.leave()
            raise
        return [_asked_as(found[_identity(url)[0]], url) for url in asked]

    def _try(self, url: str) -> Fetched | InputError:
        try:
            return self.get(url)
        except InputError as error:
            return error

    def _located(self, asked: str, trail: list[URL], what: str) -> str:
        """A message with its place, and with the copy there is of the page, if any."""
        where = shown(asked)
        if len(trail) > 1:
            where += f" (redirected to {shown(str(trail[-1]))})"
        if trail and not self.settings.offline and (day := self._pages.copied_on(trail[-1])):
            what += f"; offline, the copy of {day} in the cache is used"
        return f"{where}: {what}"

    def _wait(self, seconds: float) -> None:
        if self._stopped.wait(seconds):
            raise InputError("stopped before it was fetched; start again")


def _identity(url: str) -> tuple[str, str]:
    """What makes two URLs the same page to ask for, and its host; the URL itself and "" when it is none."""
    try:
        parsed = parse_url(url)
    except InputError:
        return url, ""
    return str(parsed), host_of(parsed)


def _asked_as(result: Fetched | InputError, url: str) -> Fetched | InputError:
    return msgspec.structs.replace(result, asked=url) if isinstance(result, Fetched) else result
