"""What the files a user extends crossread by have in common: their names, their lines of text and their examples."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

_NAME = r"^[a-z][a-z0-9_]{0,39}$"
_LINE = r"^[^\t\n\r]{1,300}$"

Name = Annotated[str, Meta(pattern=_NAME, title="a name of small letters, digits and _")]
Line = Annotated[str, Meta(pattern=_LINE, title="one line of text")]


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence a pack is tried on; `finds` are the words that must be marked, in their order."""

    sentence: Line
    finds: tuple[Line, ...] = ()


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """A published source of a pack."""

    authors: Line
    year: int
    title: Line
    url: Line


Matching = Annotated[tuple[Line | Example, ...], Meta(description="Sentences with words it must mark.", min_length=1)]
Silent = Annotated[tuple[Line, ...], Meta(description="Sentences it must not mark.", min_length=1)]
Exempt = Annotated[tuple[Line, ...], Meta(description="Phrases in which a term means something else.")]
Sources = Annotated[tuple[Source, ...], Meta(description="What it is based on.")]
