"""How pages are fetched: the keys of `fetch:` in the configuration file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

# Printable ASCII without spaces and parentheses: what a comment in a User-Agent can hold as it is.
_CONTACT = r"^[!-'*-~]{0,200}$(?!\n)"

Contact = Annotated[str, Meta(pattern=_CONTACT, title="an e-mail address or URL, without spaces")]
Host = Annotated[str, Meta(pattern=r"^[^\s/@?#]{1,253}$(?!\n)", title="a host name, as in the URL")]
Folder = Annotated[str, Meta(min_length=1, pattern=r"^[^\x00]+$", title="a path")]


class FetchSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How pages are fetched. The proxies of the environment are not used: see `crossread.fetching.connection`."""

    contact: Annotated[Contact, Meta(description="Mail address or URL that the User-Agent tells to the servers.")] = ""
    delay: Annotated[float, Meta(description="Seconds between two requests to one host.", ge=0, le=3600)] = 1.0
    timeout: Annotated[
        float,
        Meta(
            description="Seconds for one page with its redirects and retries. "
            "Waiting on purpose (`delay`, Retry-After) does not count; robots.txt is a page of its own.",
            gt=0,
            le=3600,
        ),
    ] = 30.0
    max_bytes: Annotated[
        int, Meta(description="Bytes of one page, before and after decompression.", ge=1, le=1_000_000_000)
    ] = 20_000_000
    redirects: Annotated[int, Meta(description="Redirects followed for one page.", ge=0, le=20)] = 5
    retries: Annotated[
        int, Meta(description="More tries after 429, 500, 502, 503, 504 or a broken connection.", ge=0, le=10)
    ] = 2
    allow_hosts: Annotated[
        tuple[Host, ...],
        Meta(description="Hosts, as written in the URL, that may have a private or loopback address."),
    ] = ()
    offline: Annotated[bool, Meta(description="Use the cache alone, however old, and never the network.")] = False
    cache: Annotated[
        Folder | None,
        Meta(description="Folder for copies of pages; by default $XDG_CACHE_HOME/crossread or ~/.cache/crossread."),
    ] = None

    def folder(self) -> Path:
        """Where copies are kept, `~` filled in; not necessarily there yet."""
        if self.cache is not None:
            return Path(self.cache).expanduser()
        home = os.environ.get("XDG_CACHE_HOME", "")
        # The XDG Base Directory Specification: a relative path is invalid and to be ignored.
        return (Path(home) if os.path.isabs(home) else Path("~/.cache").expanduser()) / "crossread"
