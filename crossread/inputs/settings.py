"""What one entry of a report's `inputs` may say."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

PathText = Annotated[str, Meta(min_length=1, pattern=r"^[^\x00]+$", title="a path")]
Locator = Annotated[str, Meta(min_length=1, pattern=r"^[^\x00]+$", title="a file, folder, pattern or address")]
Pattern = Annotated[str, Meta(min_length=1, max_length=200, title="words to look for, in which * stands for anything")]
Date = Annotated[
    str, Meta(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$", title="a date such as 2026-11-22")
]
Column = Literal[
    "text", "html", "title", "author", "publisher", "published", "modified", "section", "language", "url", "id",
]  # fmt: skip


class Input(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}):
    """One input with what is wanted of it; a plain path or address stands for one without conditions."""

    from_: Annotated[Locator, Meta(description="A file, a folder, a pattern, an address, or - for standard input.")]
    newest: Annotated[
        Annotated[int, Meta(ge=1)] | None, Meta(description="How many entries to take, the newest first.")
    ] = None
    since: Annotated[Date | None, Meta(description="The first day whose entries are taken.")] = None
    include: Annotated[
        tuple[Pattern, ...], Meta(description="Take only entries whose title or address has one of these.")
    ] = ()
    exclude: Annotated[
        tuple[Pattern, ...], Meta(description="Leave out entries whose title or address has one of these.")
    ] = ()
    columns: Annotated[
        dict[Column, Annotated[str, Meta(min_length=1)]],
        Meta(description="Which column of a table holds what: text, title, url and so on."),
    ] = {}

    @property
    def chooses(self) -> bool:
        """Whether the input has conditions an entry must meet."""
        return bool(self.newest or self.since or self.include or self.exclude)


def as_input(given: str | Input) -> Input:
    """An entry of `inputs`, written in full."""
    return Input(given) if isinstance(given, str) else given


def is_address(locator: str) -> bool:
    """Whether an input is an address on the web and not a file: "https://...", in any case."""
    return locator.lower().startswith(("http://", "https://"))
