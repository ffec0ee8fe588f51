"""Which of the last blocks tell of the author.

A paragraph about a person of the story has the same form; what tells a bio is its vocabulary, that
nobody speaks in it, and a subject who is the author of the byline, or of whom the body has not spoken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.reading.blocks import TextBlock
from crossread.reading.patterns import NAME
from crossread.text.late import late

_TAIL = 6  # undecided blocks at the end among which a bio is looked for
_MISSES = 1  # blocks of another sort that may stand between a bio and the end
_LONGEST_BIO = 900

# The words of an author bio: a job, a home, a family, a way to follow. Needed beside its form.
_FORM = late(
    r"[\[(*_•–—-]{0,3}\s?(?:about the author[:.]?\s*)?"
    r"(?!(?:The|There|This|That|These|Those|It|He|She|They|We|You|I|Who|What|Here|One|Some|Many|All|Nobody|Everyone)\b)"
    rf"(?P<name>(?:(?:Dr|Mr|Ms|Mrs|Prof|Sen|Rep)\.? )?{NAME})(?P<second> and {NAME})?"
    r"(?:, [^.!?]{1,240}?,)? "
    r"(?P<verb>(?:is|are)(?! not\b|(?! (?:writ|work|serv|study|pursu)ing) \w+ing\b)|lives|covers|writes|was"
    r" (?:formerly|previously|born)|holds|works|reports"
    r"|has (?:been|written|worked|covered|reported|published|taught|served|won|received|edited|appeared|an?)"
    r"|serves|served"
    r"|teaches|taught|studied|studies|joined|edits|hosts|co-hosts|contributes|blogs|tweets|runs|leads|directs|heads"
    r"|received|specializes|specialises|focuses|graduated|can be|may be)\b"
)
_PROFESSION = (
    r"(?:reporter|writer|author|co-author|editor|journalist|correspondent|columnist|contributor|blogger|producer"
    r"|professor|lecturer|fellow)s?"
)
_WORDS = late(
    rf"\b(?:{_PROFESSION}|contributing|freelance|historian|attorney|host|co-host"
    r"|podcast|founder|(?:vice )?president of|director of|analyst at|veteran|retired|teaches|taught|covers|graduate"
    r"|graduated|degree|ph\.?d|award|book|bestselling|lives (?:in|with)|living in|resides|based in|mother of|father of"
    r"|wife of|husband|proud|christian|patriot|mom|dad|married|follow|twitter|facebook|instagram|e-?mail|reached at"
    r"|contacted at|newsletter|edits|national spokes\w+)\b"
)
# One name alone may be a company or a fruit: then the trade must be named at once.
_TRADE = late(rf".{{0,80}}\b(?:{_PROFESSION}|freelance|mother|father|covers|writes)\b", re.DOTALL)
_SPEECH = late(r"\b(?:said|says|told|added|asked|recalled|replied)\b|[“\"][^”\"]{0,200},[”\"]")
_AGE = late(r"[^,]{1,60}, (?:who is )?(?:an? )?\d{1,3}(?:,|[ -]years?[ -]old)")  # people of a story have one
_GOES_ON = late(r"(?:He|She|They|His|Her|Their)\b")
_ABOUT = late(r"about the authors?\W{0,3}$", re.I)

Bio = tuple[int, str]


def find_bios(text: str, blocks: Sequence[TextBlock], open_blocks: Sequence[int], byline: str) -> list[Bio]:
    """(block, rule) of the author bios among the undecided blocks `open_blocks`, the title not among them."""
    found: list[Bio] = []
    misses = 0
    for i in reversed(open_blocks[1:][-_TAIL:]):
        rule = _bio_rule(text, blocks[i], byline)
        if rule:
            found.append((i, rule))
            continue
        misses += 1
        if misses > _MISSES:
            break
    return found + _continued(text, blocks, open_blocks, {i for i, _ in found})


def _bio_rule(text: str, block: TextBlock, byline: str) -> str | None:
    written = text[block.start : block.end]
    form = _FORM.match(written) if len(written) <= _LONGEST_BIO else None
    if form is None or not _WORDS.search(written.lower()) or _SPEECH.search(written):
        return None
    if form["verb"] == "are" and not form["second"]:
        return None
    surname = form["name"].split()[-1]
    if surname in byline:
        return "author_bio.names_the_byline"
    if _AGE.match(written) or surname in text[: block.start]:
        return None
    if surname == form["name"] and not _TRADE.match(written, form.start("verb")):
        return None
    return "author_bio.new_person_at_the_end"


def _continued(text: str, blocks: Sequence[TextBlock], open_blocks: Sequence[int], bios: set[int]) -> list[Bio]:
    """Blocks that go on about the person of the bio before them, and what stands under "About the author"."""
    found = []
    for i in open_blocks:
        if i - 1 in bios and _GOES_ON.match(text, blocks[i].start, blocks[i].end) and _is_short(blocks[i]):
            bios.add(i)
            found.append((i, "author_bio.goes_on"))
    return found


def follows_about(text: str, blocks: Sequence[TextBlock], i: int) -> bool:
    """Whether the block stands right under the line "About the author"."""
    return i > 0 and _is_short(blocks[i]) and _ABOUT.match(text, blocks[i - 1].start, blocks[i - 1].end) is not None


def _is_short(block: TextBlock) -> bool:
    return block.end - block.start <= _LONGEST_BIO
