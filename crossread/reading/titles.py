"""Titles compared: the same headline with and without the site's name, a label, or cut off at the end."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.text.late import late

_SEPARATOR = late(r"\s*[|»«•·]\s*|\s+[-–—~:]+\s+|:\s+")
_BEFORE_SITE = late(r"\s*[|»«•·]\s*|\s+[-–—~:]+\s+")
_ELLIPSIS = ("…", "...")
_LEAST_PART = 0.4  # share of a title that a part of it must have to stand for it
_LEAST_CUT = 20  # folded characters that a title cut off with an ellipsis must have kept
_LEAST_PREFIX = 40  # the same for one that just stops, as tools that allow 70 characters make them
_TOP_LEVEL = late(r"(?:\.(?:com?|org|net|gov|edu|info|news))?(?:\.[a-z]{2})?$")
_LONGEST = 500
_MOST_PARTS = 12


def fold_title(title: str) -> str:
    """The letters and digits of a title, in lower case."""
    return "".join(char for char in title[:_LONGEST].casefold() if char.isalnum())


def fold_site(name: str) -> str:
    """A site's name or host as it is compared: "The Brill Post" and "brillpost.com" are the same."""
    name = name.casefold().strip().removeprefix("www.").removeprefix("the ")
    return fold_title(_TOP_LEVEL.sub("", name))


def titles_agree(one: str, other: str) -> bool:
    """Whether one is the other, the other with more around it ("... | Brill Post"), or its beginning."""
    left, right = fold_title(one), fold_title(other)
    if left == right:
        return True
    if left in _parts(other) or right in _parts(one):
        return True
    for cut, folded, whole in ((one, left, right), (other, right, left)):
        least = _LEAST_CUT if is_cut_off(cut) else _LEAST_PREFIX
        if len(folded) >= least and whole.startswith(folded):
            return True
    return False


def is_cut_off(title: str) -> bool:
    """Whether a title ends with an ellipsis, as feeds and some data cut them."""
    return title.rstrip().endswith(_ELLIPSIS)


def without_site(title: str, sites: Sequence[str]) -> str:
    """The title without the site's name at its end or its head. `sites` are folded."""
    for name in sites:
        for match in reversed(list(_BEFORE_SITE.finditer(title[:_LONGEST]))):
            before, after = title[: match.start()], title[match.end() :]
            if before.strip() and fold_site(after) == name:
                return before.strip()
            if after.strip() and fold_site(before) == name:
                return after.strip()
        head = title.split(": ", 1)
        if len(head) == 2 and fold_site(head[0]) == name:
            return head[1].strip()
    return title


def _parts(title: str) -> set[str]:
    """What is left of the title without its first parts or its last ones, where that is enough of it."""
    whole = len(fold_title(title))
    parts = set()
    for mark in list(_SEPARATOR.finditer(title[:_LONGEST]))[:_MOST_PARTS]:
        parts |= {fold_title(title[mark.end() :]), fold_title(title[: mark.start()])}
    return {part for part in parts if len(part) >= _LEAST_PART * whole}
