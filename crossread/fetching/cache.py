"""Copies of pages in the user's cache folder, as RFC 9111 lets a private cache keep them.

A library would be shorter, but what was tried keeps no temporary redirects, so that a page behind one
is not found offline, and takes an answer without a Date for fresh for ever.

One file a URL: a line of JSON, then the body. Files are written aside and renamed, so that several
processes can share a folder: a reader sees the old copy or the new one.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

_FORMAT = "1"  # in the folder's name: an older crossread finds nothing it would misread
_KEPT = 365 * 86400  # seconds; copies unused for longer go
_WHOLE = re.compile(r"\d{1,10}", re.ASCII)


class Copy(Struct, frozen=True, kw_only=True):
    """A page, or where it redirects to (`location`), with what HTTP says about its age.

    `confirmed` is when the server sent these bytes or last said that they hold, `fresh` for how many
    seconds from then they may be used unasked; both in seconds, the former since 1970.
    """

    url: str
    location: str = ""
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    confirmed: float
    fresh: float
    length: int = 0

    def is_fresh(self, now: float) -> bool:
        """Whether the server need not be asked; never when the clock was set back."""
        return 0 <= now - self.confirmed < self.fresh

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed; none for a redirect."""
        if self.location:
            return {}
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value and value.isascii()}


class Cache:
    """The copies in a folder. `kind` keeps apart what is stored under one URL."""

    def __init__(self, folder: Path, kind: str) -> None:
        self._folder = folder / f"{kind}-{_FORMAT}"
        # Its last part only: briefings are handed round, and tell nothing of the machine.
        self._shown = f"the cache folder {folder.name}"
        self._grown = False
        self.problem = ""  # why nothing is stored, once that happened

    def load(self, url: str) -> tuple[Copy, bytes] | None:
        """The copy of a URL and its body; None also for a damaged file."""
        path = self._path(url)
        try:
            head, _, data = path.read_bytes().partition(b"\n")
            copy = msgspec.json.decode(head, type=Copy)
            os.utime(path)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return (copy, data) if copy.url == url and copy.length == len(data) else None

    def store(self, copy: Copy, data: bytes) -> None:
        """Keep a copy in place of an older one. A folder that cannot be written to is a `problem`, no error."""
        path = self._path(copy.url)
        content = msgspec.json.encode(msgspec.structs.replace(copy, length=len(data))) + b"\n" + data
        aside = ""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
            with open(handle, "wb") as file:
                file.write(content)
            os.replace(aside, path)
            self._grown = True
        except OSError as error:
            self.problem = f"pages cannot be kept in {self._shown} ({error.strerror}); set cache under fetch"
            if aside:
                Path(aside).unlink(missing_ok=True)

    def forget(self, url: str) -> None:
        """Drop the copy of a URL, if there is one."""
        try:
            self._path(url).unlink(missing_ok=True)
        except OSError as error:
            self.problem = f"a page cannot be deleted from {self._shown} ({error.strerror}); check its permissions"

    def tidy(self) -> None:
        """After storing something, delete what was not used for a year, also what an interrupted run left aside."""
        if not self._grown:
            return
        self._grown = False
        oldest = time.time() - _KEPT
        for path in self._folder.glob("*/*"):
            try:
                if path.stat().st_mtime < oldest:
                    path.unlink()
            except OSError:  # another process was quicker
                continue

    def _path(self, url: str) -> Path:
        name = sha256(url.encode()).hexdigest()
        return self._folder / name[:2] / name[2:]


def may_keep(headers: Mapping[str, str]) -> bool:
    """Whether the server lets an answer be stored at all."""
    return "no-store" not in _directives(headers)


def fresh_seconds(headers: Mapping[str, str]) -> float:
    """For how long an answer may be used unasked; 0 unless the server says so (RFC 9111, section 4.2).

    No guess from Last-Modified: an article may be corrected at any time, and asking costs little.
    """
    told = _directives(headers)
    if "no-cache" in told or headers.get("vary", "").strip() == "*":
        return 0.0
    if "max-age" in told:
        lifetime = _number(told["max-age"])
    else:
        expires, date = _moment(headers.get("expires", "")), _moment(headers.get("date", ""))
        lifetime = expires - date if expires and date else 0.0
    return max(0.0, lifetime - _number(headers.get("age", "")))


def _directives(headers: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in headers.get("cache-control", "").split(","):
        name, _, value = part.partition("=")
        found.setdefault(name.strip().lower(), value.strip().strip('"'))
    return found


def _number(text: str) -> float:
    return float(text) if _WHOLE.fullmatch(text.strip()) else 0.0


def _moment(text: str) -> float:
    """An HTTP date as seconds since 1970; 0 for what is none."""
    try:
        return parsedate_to_datetime(text[:64]).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
