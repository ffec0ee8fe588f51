"""Words split at their hyphens, for readers of numbers and dates: "28-year" is two atoms."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.text.words import find_words, fold


class Atom(Struct, frozen=True, gc=False):
    """A word or one part of a hyphened word; `joined` when a hyphen ties it to the one before."""

    form: str
    start: int
    end: int
    joined: bool


class Atoms(Struct, frozen=True, gc=False):
    """The atoms of a stretch of text; every look-up answers for any index, inside or not."""

    text: str
    items: Sequence[Atom]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Atoms:
        """The atoms of `text[start:end]`."""
        found = []
        for first, last in find_words(text, start, end):
            position, word = first, text[first:last]
            for separator in "‐‑–":
                word = word.replace(separator, "-")
            for count, part in enumerate(word.split("-")):
                if part:
                    found.append(Atom(fold(part), position, position + len(part), count > 0))
                position += len(part) + 1
        return cls(text, found)

    def __len__(self) -> int:
        return len(self.items)

    def form(self, index: int) -> str:
        """The folded atom; empty outside."""
        return self.items[index].form if 0 <= index < len(self.items) else ""

    def written(self, index: int) -> str:
        """The atom as written; empty outside."""
        return self.text[self.items[index].start : self.items[index].end] if 0 <= index < len(self.items) else ""

    def gap(self, index: int) -> str:
        """The text between atom `index` and the one before; a full stop at either end."""
        if not 0 < index < len(self.items):
            return "."
        return self.text[self.items[index - 1].end : self.items[index].start]

    def continues(self, index: int) -> bool:
        """True when only a space or a hyphen parts atom `index` from the one before."""
        return not self.gap(index).strip(" -‐‑\xa0")
