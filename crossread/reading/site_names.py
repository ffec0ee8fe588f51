"""The site's name, its sections and the like above the headline of a copied page, told from the headline itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.model import ZoneKind
from crossread.reading.blocks import TextBlock
from crossread.reading.titles import fold_site
from crossread.text.late import late

Kind = tuple[ZoneKind, str]

_SITE_NAME: Kind = ("furniture", "furniture.site_name")
_SECTION_NAME: Kind = ("kicker", "kicker.section_name")
_MENU: Kind = ("furniture", "furniture.sections")
_MOST_LINES = 12  # above a headline
_LONGEST_NAME = 40  # characters
_LEAST_TITLE, _MOST_TITLE = 4, 30  # words of the line below that is taken for the headline
_LEAST_FOLDED = 6  # letters a name must have to be looked for in addresses
_NAME = late(r"[A-Z0-9][\w’'&.-]{0,24}(?: (?:[A-Z0-9][\w’'&.-]{0,24}|of|the|and|&|on)){0,4}$")
# Last words of the names of newspapers, and of little else.
_PAPER = late(
    r"(?:\S+ ){1,4}(?:Courier|Gazette|Herald|Tribune|Telegraph|Chronicle|Examiner|Inquirer|Advertiser|Argus|Newspaper"
    r"|Daily|Weekly|Online|Broadcasting)$"
)
_SECTION = late(
    r"(?:(?:local|world|national|international|uk|us|breaking|latest|business|sports?|political|top) (?:news|stories)"
    r"|news|world|politics|business|economy|sports?|opinion|comment|editorial|analysis|culture|arts|science|technology"
    r"|tech|health|environment|features?|lifestyle|travel|education|exclusive|investigations?|media|society)$"
)
_COPYRIGHT = r"(?:©|\(c\)|copyright)[^\n]{0,40}"


def lines_above_title(
    text: str, blocks: Sequence[TextBlock], kinds: Sequence[Kind | None], undecided: Sequence[int]
) -> list[tuple[int, Kind]]:
    """What stands above the headline at the head of the `undecided` blocks; nothing where the first may be it.

    Lines of a few capitalised words count only where a headline and then a byline, a date or a paragraph
    follow, and where each names a section, ends like a newspaper's name or comes back as the site's name.
    """
    found: list[tuple[int, Kind]] = []
    for i in undecided[:_MOST_LINES]:
        kind = _above(text, blocks[i])
        if kind is None:
            headed = bool(found) and _is_title(text, blocks, kinds, found[-1][0], i)
            break
        found.append((i, kind))
    else:
        headed = False
    sections = sum(kind == _SECTION_NAME for _, kind in found)
    if not headed:
        return []
    return [(i, _MENU if kind == _SECTION_NAME and sections > 1 else kind) for i, kind in found]


def _above(text: str, block: TextBlock) -> Kind | None:
    """What a line is that may stand above a headline: a section's name or the site's."""
    if block.end - block.start > _LONGEST_NAME or block.kind is not None:
        return None
    name = " ".join(text[block.start : block.end].split())
    if _SECTION.match(name.lower()) and name[0].isupper():
        return _SECTION_NAME
    if not _NAME.match(name) or name.endswith("."):
        return None
    return _SITE_NAME if _PAPER.match(name) or returns_as_site(text, name, block.end) else None


def _is_title(text: str, blocks: Sequence[TextBlock], kinds: Sequence[Kind | None], above: int, i: int) -> bool:
    title, name = (" ".join(text[blocks[each].start : blocks[each].end].split()) for each in (i, above))
    form = _LEAST_TITLE <= len(title.split()) <= _MOST_TITLE and not title.endswith((".", ":", ",", ";"))
    return form and len(title) > len(name) and not title[0].islower() and _is_followed(blocks, kinds, i)


def _is_followed(blocks: Sequence[TextBlock], kinds: Sequence[Kind | None], title: int) -> bool:
    """Whether a byline, a date or something longer stands below the headline."""
    if title + 1 >= len(blocks):
        return False
    kind, block = kinds[title + 1], blocks[title + 1]
    longer = block.end - block.start > blocks[title].end - blocks[title].start
    return kind[0] in ("byline", "date_line", "furniture") if kind else longer


def returns_as_site(text: str, name: str, start: int) -> bool:
    """Whether a name comes back after `start` in a copyright line or as the host of an address."""
    if re.search(_COPYRIGHT + re.escape(name), text[start:], re.I):
        return True
    folded = fold_site(name)
    return len(folded) >= _LEAST_FOLDED and bool(re.search(rf"[@./](?:the)?{folded}\.[a-z]", text[start:].lower()))


def is_named_later(text: str, name: str, start: int) -> bool:
    """Whether a site is named after `start`: by its name, by the last word of it ("the Courier") or by its address."""
    last = name.split()[-1]
    return (
        text.find(name, start) >= 0
        or (last != name and re.search(rf"\b[Tt]he {re.escape(last)}\b", text[start:]) is not None)
        or returns_as_site(text, name, start)
    )
