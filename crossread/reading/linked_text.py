"""One paragraph put together piece by piece, with its links, for formats that mark text up in runs."""

from __future__ import annotations

from crossread.reading.decode import normalise
from crossread.reading.html.links import absolute, host_of
from crossread.text.late import late

_SPACE = late(r"\s+")


class LinkedText:
    """Normalised text with white space folded, and (start, end, url, own site) of each link in it.

    `page` is the address of the page: links are relative to it, and those on its site are its own.
    """

    def __init__(self, page: str = "") -> None:
        self.links: list[tuple[int, int, str, bool]] = []
        self._parts: list[str] = []
        self._length = 0
        self._page = page
        self._home = host_of(page)

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """All that was put."""
        return "".join(self._parts)

    def put(self, written: str) -> None:
        """Add text; white space is folded also where two pieces meet."""
        text = _SPACE.sub(" ", normalise(written))
        if text[:1] == " " and (not self._parts or self._parts[-1][-1] == " "):
            text = text[1:]
        self._append(text)

    def link(self, start: int, href: str) -> None:
        """What was put since the text had `start` characters leads to `href`."""
        url = absolute(href, self._page)
        if url and start < self._length:
            self.links.append((start, self._length, url, self._is_own(url)))

    def add(self, other: LinkedText, between: str = "") -> None:
        """Add another paragraph's text and links; `between` goes before it where there is text already."""
        if self._parts:
            self._append(between)
        moved = self._length
        self._append(other.text)
        self.links.extend((start + moved, end + moved, url, own) for start, end, url, own in other.links)

    def _append(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _is_own(self, url: str) -> bool:
        host, home = host_of(url), self._home
        return bool(home) and (host == home or host.endswith(f".{home}") or home.endswith(f".{host}"))
