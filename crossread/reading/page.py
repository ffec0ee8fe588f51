"""What a reader takes and gives: the contract between a format and the rest of reading.

    Raw --reader--> Page | Raw | Reference | Problem     (a Raw within a Raw is read in its turn)
    Page --compose--> Article

A reader knows one format and nothing of news: it says where blocks begin and end, what the markup
calls them, and what the format claims of the article. What the blocks are is decided in one place for
all formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.model import Claim, Cut, Found, Link, MetadataField, Role, ZoneKind
from crossread.reading.blocks import TextBlock
from crossread.reading.decode import normalise


class Raw(Struct, frozen=True, gc=False):
    """The bytes of an input, or of a part of one, and all that is known of them from outside.

    `name` is a file name, for its ending. `media_type` and `charset` are what a server or a mail says
    they are, in lower case, "" where nobody says. `url` is the address the bytes were fetched from or
    saved from, and the base of relative links. `part` names the piece of a container ("row 3", an
    entry's title). `claims` is what the container says of the article. `columns` maps the fields of a
    row to the user's column names.
    """

    data: bytes
    locator: str
    name: str = ""
    media_type: str = ""
    charset: str = ""
    url: str = ""
    part: str = ""
    retrieved: str | None = None
    claims: tuple[Claim, ...] = ()
    columns: Mapping[str, str] = {}

    @property
    def where(self) -> str:
        """The input and the part of it, as messages name it."""
        return f"{self.locator}, {self.part}" if self.part else self.locator


class Page(Struct, frozen=True, gc=False):
    """One article as its format shows it: normalised text, the blocks in it, links and claims."""

    text: str
    blocks: tuple[TextBlock, ...]
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    cut: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()
    encoding: str = "utf-8"


class Reference(Struct, frozen=True, gc=False):
    """A feed's entry that is a link to its article, to be fetched; `published` is ISO 8601 or ""."""

    url: str
    title: str = ""
    published: str = ""
    claims: tuple[Claim, ...] = ()


class Problem(Struct, frozen=True, gc=False):
    """A part of a container that could not be read, while the others could."""

    part: str
    message: str


Item = Page | Raw | Reference | Problem


class Reader(Struct, frozen=True):
    """One format.

    `recognises` is shown a `Raw` whose `data` may be only the first 64 kB, and says whether the content
    is of this format; it must be quick and load nothing heavy. `read` gives the articles in the bytes,
    in their order; it raises InputError, naming `raw.where`, when there is nothing to be had.
    """

    id: str
    title: str  # "PDF", as messages and docs name it
    endings: tuple[str, ...]  # with the dot, lower case: what a folder takes
    recognises: Callable[[Raw], bool]
    read: Callable[[Raw], Iterator[Item]]
    max_bytes: int = 20_000_000


def claim(field: MetadataField, value: str | None, rule: str, note: str = "") -> Iterator[Claim]:
    """A claim of the field, or none where the value is empty: `[*claim("title", found, "json_ld.headline")]`."""
    words = " ".join(normalise(value).split()) if isinstance(value, str) else ""
    if words:
        yield Claim(field, Found(words[:2000], rule, note=" ".join(note.split())[:500]))


class PageBuilder:
    """Puts blocks into one text, in reading order, and remembers where each and its links stand.

    Blocks are apart by an empty line; rows of a table and items of a list by a line end.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[TextBlock] = []
        self._links: list[Link] = []

    def add(
        self,
        text: str,
        kind: ZoneKind | None = None,
        rule: str = "",
        role: Role = "paragraph",
        level: int = 0,
        links: Sequence[tuple[int, int, str, bool]] = (),
    ) -> None:
        """Add a block of normalised text; `links` are (start, end, url, own site) within it. Blank text adds none."""
        stripped = text.strip()
        if not stripped:
            return
        lead = len(text) - len(text.lstrip())
        if self._blocks:
            close = role == self._blocks[-1].role and role in ("list_item", "table_row")
            self._put("\n" if close else "\n\n")
        start = self._length
        self._put(stripped)
        self._blocks.append(TextBlock(start, self._length, kind, rule, role, level))
        for first, last, url, own_site in links:
            low, high = max(first - lead, 0), min(last - lead, len(stripped))
            if low < high:
                self._links.append(Link(start + low, start + high, url, own_site))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def page(
        self,
        claims: Sequence[Claim] = (),
        cut: Sequence[Cut] = (),
        warnings: Sequence[str] = (),
        encoding: str = "utf-8",
    ) -> Page:
        """The page of the blocks added so far."""
        text = "".join(self._parts)
        return Page(text, tuple(self._blocks), tuple(claims), tuple(self._links), tuple(cut), tuple(warnings), encoding)
