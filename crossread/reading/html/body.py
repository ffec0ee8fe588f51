"""Which blocks of the page trafilatura takes for the story.

trafilatura gives the story's text and drops the rest. Its text is found again among the page's own
blocks by runs of words, since it cuts and joins paragraphs otherwise than the page does.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.reading.html.dom import Outline
from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Run = tuple[str, str, str, str]

_WORD = late(r"\w+")
_RUN = 4  # words: so many seldom stand in one order in two places by chance
# Beyond these trafilatura takes minutes: its time grows with the square of each. Pages seldom reach a tenth.
_MOST_ELEMENTS = 50_000
_LONGEST_BLOCK = 2_000  # pieces of text in one paragraph
_DEPTHS = 1_000_000  # the depths of all elements together
_MOST_CHARACTERS = 5_000_000  # of text: no article has more
_PARAGRAPH = 20  # words: where there is no telling, a block with as many is a paragraph
_STORY = 60  # words
_LINE = 5  # words of a short one
_SENTENCE_END = (".", "!", "?", "…", '"', "”", "»", "。", "！", "？", "।", "۔", "؟")


def is_too_large(page: Outline) -> bool:
    """Whether trafilatura would take too long over the page."""
    return (
        page.elements > _MOST_ELEMENTS
        or page.longest > _LONGEST_BLOCK
        or page.depths > _DEPTHS
        or sum(len(block.text) for block in page.blocks) > _MOST_CHARACTERS
    )


def find_body(tree: HtmlElement) -> list[str]:
    """The paragraphs of the story as trafilatura finds them; none where it finds nothing or fails.

    Its fast mode leaves out a second extractor, which finds no more of the story once the blocks
    between those found are looked at, and takes half its time.
    """
    from trafilatura import bare_extraction

    log = logging.getLogger("trafilatura")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)  # what it cannot read is said in crossread's own words
    try:
        found = bare_extraction(tree, include_comments=False, fast=True, favor_precision=True)
    except Exception:  # hostile markup finds holes in any extractor; the page's own structure remains
        return []
    finally:
        log.setLevel(level)
    text = getattr(found, "text", None)
    return text.split("\n") if text else []


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def runs_of(words: list[str]) -> list[Run]:
    """Every run of four words, in order; none in a text of fewer."""
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def shares_in(body: Sequence[str], blocks: Sequence[list[str]]) -> list[float]:
    """For the words of each block the share, 0 to 1, that stands in the paragraphs of the body."""
    lines = [words_of(line) for line in body]
    known = {" ".join(line) for line in lines}
    runs: set[Run] = set()
    for line in lines:
        runs.update(runs_of(line))
    return [_share(words, known, runs) for words in blocks]


def _share(words: list[str], known: set[str], runs: set[Run]) -> float:
    if len(words) < _RUN:
        return float(" ".join(words) in known)
    own = runs_of(words)
    return sum(run in runs for run in own) / len(own)


def shares_by_look(page: Outline, blocks: Sequence[list[str]]) -> list[float]:
    """1 for each block that looks like a paragraph and 0 for the others, where trafilatura has no answer."""
    hinted: list[bool] = []
    for node in page.nodes:
        hinted.append(bool(node.hint) or (node.parent >= 0 and hinted[node.parent]))
    open_blocks = [block.linked * 3 < len(block.text) and not hinted[block.node] for block in page.blocks]
    shares = [float(is_open and len(words) >= _PARAGRAPH) for is_open, words in zip(open_blocks, blocks, strict=True)]
    if any(shares):
        return shares
    long = [len(words) >= _PARAGRAPH and not block.linked for words, block in zip(blocks, page.blocks, strict=True)]
    if sum(len(words) for is_long, words in zip(long, blocks, strict=True) if is_long) >= _STORY:
        return [float(is_long) for is_long in long]  # the whole of it stands in elements with misleading names
    return [
        float(is_open and len(words) >= _LINE and block.text.endswith(_SENTENCE_END))
        for is_open, words, block in zip(open_blocks, blocks, page.blocks, strict=True)
    ]
