"""What every format of many parts does: name its parts, tell what could not be read, and never endlessly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossread.errors import InputError
from crossread.model import Claim
from crossread.reading.page import Item, Problem, Raw

_MAX_PROBLEMS = 20  # told one by one; the others are counted


def within(raw: Raw, part: str) -> str:
    """The name of a part of `raw`, which may be a part itself: "articles.csv, row 3"."""
    return f"{raw.part}, {part}" if raw.part else part


def part_of(raw: Raw, part: str, text: str, url: str, claims: tuple[Claim, ...], *, markup: bool) -> Raw:
    """An article within `raw`, as text or markup, with what the container says of it."""
    return Raw(
        text.encode("utf-8", "replace"),
        raw.locator,
        media_type="text/html" if markup else "text/plain",
        charset="utf-8",
        url=url,
        part=within(raw, part),
        retrieved=raw.retrieved,
        claims=claims,
    )


def settle(raw: Raw, items: Iterable[Item], kind: str, nothing: str) -> Iterator[Item]:
    """The items in their order; InputError with `nothing` and the first problem where all are problems.

    Problems before the first part that can be read wait for it: where there is none, the error tells.
    `kind` is what the parts are called ("rows").
    """
    held: list[Problem] = []
    troubles = 0
    good = False
    for item in items:
        if not isinstance(item, Problem):
            good = True
            yield from held
            held.clear()
            yield item
            continue
        troubles += 1
        if troubles <= _MAX_PROBLEMS:
            held.append(Problem(within(raw, item.part), item.message))
    if not good:
        first = f": {held[0].part}: {held[0].message}" if held else ""
        raise InputError(f"{raw.where}: {nothing}{first}")
    yield from held
    if troubles > _MAX_PROBLEMS:
        yield Problem(within(raw, kind), f"{troubles - _MAX_PROBLEMS} more could not be read")
