"""Where a page's links lead: their full address, and whether it is the page's own site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Written = tuple[int, int, str]  # start, end and address as written
Resolved = tuple[int, int, str, bool]  # start, end, full address, own site

_LONGEST = 2_000  # characters of an address


class Links:
    """Resolves a page's links against its address and its `base` element; `url` is "" where unknown."""

    def __init__(self, tree: HtmlElement, url: str) -> None:
        base = next(tree.iterfind(".//base[@href]"), None)
        self.base = (absolute(base.get("href", ""), url) if base is not None else None) or url
        self.home = host_of(url) or host_of(self.base)

    def resolve(self, links: Sequence[Written]) -> list[Resolved]:
        """The links with their full addresses; those that lead nowhere on the web are left out."""
        return [
            (start, end, url, self._is_home(url)) for start, end, href in links if (url := absolute(href, self.base))
        ]

    def is_own(self, href: str) -> bool:
        """Whether a link stays on the site; one without an address of its own does, whatever the page's is."""
        url = absolute(href, self.base)
        if url is None:
            return not href.strip().lower().startswith(("http:", "https:", "//", "mailto:"))
        return self._is_home(url)

    def _is_home(self, url: str) -> bool:
        """Hosts are one site when they are equal without "www." or one is a sub-domain of the other."""
        host, home = host_of(url), self.home
        return bool(home) and (host == home or host.endswith(f".{home}") or home.endswith(f".{host}"))


def absolute(href: str, base: str) -> str | None:
    """The full http or https address of a link; None for other schemes, for anchors and for what is no address."""
    href = href.strip()
    if not href or href.startswith("#") or len(href) > _LONGEST:
        return None
    try:
        url = urljoin(base, href)
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def host_of(url: str) -> str:
    """The host of an address in lower case, without a leading "www."; "" when it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")
