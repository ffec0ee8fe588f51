"""URLs: which ones are fetched, and how they are shown in messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossread.errors import InputError

if TYPE_CHECKING:
    from httpx import URL

_LONGEST = 4000  # characters; longer than any a browser's address bar takes from a person
_SHOWN = 300
_PORTS = {"http": 80, "https": 443}
# What stands before the @ of a URL's authority, with the slashes either way round as browsers take them.
_CREDENTIALS = re.compile(r"^(\s*(?:[A-Za-z][A-Za-z0-9+.-]{0,20}:)?[/\\]*)[^/\\?#]*@")


def parse_url(text: str) -> URL:
    """A URL that may be fetched: http or https, a host, no user name, no fragment, host and path in ASCII.

    Raises InputError, without the URL itself in the message, for any other.
    """
    import httpx

    text = text.strip()
    if len(text) > _LONGEST:
        raise InputError(f"the URL is longer than {_LONGEST} characters; check that it is one")
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError("this is not a valid URL; check its spelling") from error
    if url.scheme not in _PORTS:
        raise InputError("only http and https URLs are fetched; for a file give its path")
    if url.userinfo:
        raise InputError("a URL with a user name or password is not fetched; give it without, or save the page")
    if not url.host or (url.port is not None and not 0 < url.port < 65536):
        raise InputError("this is not a valid URL (its host or port is wrong); check its spelling")
    return url.copy_with(fragment=None, host=url.raw_host.decode("ascii").rstrip(".") or url.host)


def next_url(url: URL, location: str) -> URL:
    """Where a redirect from `url` leads. Raises InputError for what may not be fetched."""
    import httpx

    if not location.strip():
        raise InputError("it redirects without saying where to; open it in a browser and save the page")
    try:
        return parse_url(str(url.join(location.strip())))
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError("it redirects to an invalid URL; open it in a browser and save the page") from error
    except InputError as error:
        raise InputError(f"it redirects to {shown(location)}, which is not followed: {error}") from error


def host_of(url: URL) -> str:
    """The host as compared: lower case, ASCII, without brackets."""
    return url.raw_host.decode("ascii").lower()


def origin_of(url: URL) -> tuple[str, str, int]:
    """Scheme, host and port: what a robots.txt holds for (RFC 9309, section 2.3)."""
    return url.scheme, host_of(url), url.port or _PORTS[url.scheme]


def shown(text: str) -> str:
    """A URL as it may stand in a message: no user name or password, no control characters, not too long."""
    text = _CREDENTIALS.sub(r"\1", text.strip()[:_LONGEST])
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
