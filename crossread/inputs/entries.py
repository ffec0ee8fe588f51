"""The entries of a container (a feed, a table, an archive, a folder), and which of them are wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from fnmatch import translate

from msgspec import Struct

from crossread.inputs.settings import Input
from crossread.model import Article, Claim
from crossread.reading.compose import OriginKind
from crossread.reading.dates import iso_date
from crossread.reading.page import Raw, Reference


class Entry(Struct, frozen=True, gc=False):
    """Something that is an article or will be one, with what is known of it before it is read.

    `order` puts entries of all inputs back into the order they were named in.
    """

    item: Article | Raw | Reference
    kind: OriginKind
    order: tuple[int, int]
    title: str = ""
    address: str = ""
    published: str = ""  # as the entry has it

    @property
    def day(self) -> datetime | None:
        """When it was published, in UTC; None where no date that can be read is given."""
        return _moment(self.published)


def entry_of(item: Article | Raw | Reference, kind: OriginKind, order: tuple[int, int]) -> Entry:
    """An entry with its title, address and date as far as the item tells them."""
    if isinstance(item, Reference):
        return Entry(item, kind, order, item.title, item.url, item.published)
    if isinstance(item, Raw):
        published = _claimed(item.claims, "published") or _claimed(item.claims, "modified")  # Atom may have this alone
        address = item.url or _claimed(item.claims, "url")
        return Entry(item, kind, order, _claimed(item.claims, "title"), address or item.where, published)
    told = item.metadata
    address = told.url.value if told.url else item.origin.locator
    return Entry(
        item,
        kind,
        order,
        told.title.value if told.title else "",
        address,
        next((found.value for found in (told.published, told.modified) if found), ""),
    )


def select(entries: Sequence[Entry], wanted: Input) -> tuple[list[Entry], str]:
    """The entries that meet the input's conditions, newest first where `newest` counts, and a word on the rest.

    An entry without a date is older than any with one, and is left out where `since` asks for a date.
    """
    kept = [entry for entry in entries if _fits(entry, wanted.include) and not _hits(entry, wanted.exclude)]
    told = ""
    if wanted.since:
        first = datetime.fromisoformat(wanted.since).replace(tzinfo=UTC)
        undated = sum(entry.day is None for entry in kept)
        kept = [entry for entry in kept if entry.day is not None and entry.day >= first]
        if undated:
            told = (
                f"{undated} {'entry' if undated == 1 else 'entries'} without a date left out, since a date is asked for"
            )
    if wanted.newest:
        oldest = datetime.min.replace(tzinfo=UTC)
        kept = sorted(kept, key=lambda entry: entry.day or oldest, reverse=True)[: wanted.newest]
    return kept, told


def _fits(entry: Entry, patterns: Sequence[str]) -> bool:
    return not patterns or _hits(entry, patterns)


def _hits(entry: Entry, patterns: Sequence[str]) -> bool:
    """Whether the title or the address has one of the patterns in it, whatever its case."""
    places = (entry.title.casefold(), entry.address.casefold())
    return any(re.match(translate(f"*{pattern.casefold()}*"), place) for pattern in patterns for place in places)


def _claimed(claims: Sequence[Claim], field: str) -> str:
    return next((claim.found.value for claim in claims if claim.field == field), "")


def _moment(written: str) -> datetime | None:
    iso = iso_date(written)
    if iso is None:
        return None
    moment = datetime.fromisoformat(iso)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
