"""What rule packs hold: the fields all of them have, and those of a contrast set."""

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


class SetKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of one contrast set."""

    title: Annotated[Line, Meta(description="What the set is called in reports.")]
    why: Annotated[str, Meta(description="What the choice between the names tells.", max_length=2000)]
    sides: Annotated[
        dict[Line, Annotated[tuple[Line, ...], Meta(min_length=1)]],
        Meta(description="The names, each with its terms, every form of them.", min_length=2),
    ]
    everyday: Annotated[tuple[Line, ...], Meta(description="The names that alone tell of no choice.")] = ()
    exempt: Exempt = ()
    sources: Sources = ()


class ContrastKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a file of contrast sets."""

    contrast_sets: Annotated[dict[Name, SetKeys], Meta(description="The sets by their id.", min_length=1)]
    should_match: Matching
    should_not_match: Silent
