"""What sentences and tables about articles are made of: numbers, counts, lists and the letters articles go by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

MINUS = "\u2212"
NOTHING = "not applicable"
_OPENERS = frozenset("The A An Police Officials Prosecutors Authorities Rescuers Doctors Organisers Organizers".split())


def number(value: float | int | str | None, decimals: int) -> str:
    """A value for print: integers as integers, others rounded to `decimals`, text as it is."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = f"{value:,d}" if isinstance(value, int) else f"{value:,.{decimals}f}"
    if shown.startswith("-"):
        shown = shown[1:] if not shown.strip("-0.,") else MINUS + shown[1:]
    return shown


def counted(count: int, noun: str, plural: str = "") -> str:
    """ "1 word", "3 words"."""
    return f"{count:,d} {noun if count == 1 else plural or noun + 's'}"


def listed(items: Sequence[str], most: int | None = None) -> str:
    """ "a, b and c"; beyond `most`, "a, b and 3 more"."""
    shown = list(items)
    if most is not None and len(shown) > most:
        shown = [*shown[:most], f"{len(items) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def others(labels: Sequence[str], carrying: Collection[str]) -> str:
    """The articles but these, by letter as long as that reads well: "B", "B and C", "the other 7 articles"."""
    rest = [each for each in labels if each not in carrying]
    return listed(rest) if len(rest) <= 4 else f"the other {len(rest)} articles"


def letter(index: int) -> str:
    """The label of the article at `index`: A to Z, then AA, AB."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def within_a_sentence(name: str) -> str:
    """ "Police" from the head of a sentence in small letters; a name of several words keeps its capitals."""
    first, _, rest = name.partition(" ")
    return name[:1].lower() + name[1:] if first in _OPENERS and (not rest or first in ("The", "A", "An")) else name


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, whatever its case; None when nothing is near."""
    from difflib import get_close_matches

    folded = {choice.casefold(): choice for choice in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None
