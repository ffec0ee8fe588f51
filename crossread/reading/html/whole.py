"""The page put together again: every visible block in reading order, but for furniture and comments beyond a bound."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import BODY_ZONES, Cut, ZoneKind
from crossread.reading.html.kinds import Kind
from crossread.reading.html.links import Links
from crossread.reading.html.story import Story
from crossread.reading.page import PageBuilder

# How much is kept of what a page can have without end: kinds that share a bound, blocks, characters.
_BOUNDS: tuple[tuple[frozenset[ZoneKind], int, int], ...] = (
    (frozenset(("comment",)), 50, 20_000),
    (frozenset(("furniture", "related", "advertisement")), 300, 20_000),
)
_LINKED_ZONES: frozenset[ZoneKind] = frozenset((*BODY_ZONES, "author_bio", "correction", "credit"))


def build_page(story: Story, kinds: Sequence[Kind], links: Links) -> tuple[PageBuilder, list[Cut]]:
    """The builder with all blocks that are kept, and how many of which kind are not."""
    left_out = _left_out(story, kinds)
    builder = PageBuilder()
    for i, (block, (kind, rule)) in enumerate(zip(story.page.blocks, kinds, strict=True)):
        if i not in left_out:
            resolved = links.resolve(block.links) if kind in _LINKED_ZONES else ()
            builder.add(block.text, kind, rule, block.role, block.level, resolved)
    return builder, _count(story, kinds, left_out)


def _left_out(story: Story, kinds: Sequence[Kind]) -> set[int]:
    """The blocks beyond a bound. Those next to the story are kept first: its share bar, not the site's menu."""
    left_out: set[int] = set()
    for bounded, most_blocks, most_characters in _BOUNDS:
        found = [i for i, (kind, _) in enumerate(kinds) if kind in bounded]
        characters = 0
        for blocks, i in enumerate(sorted(found, key=lambda i: max(story.first - i, i - story.last)), start=1):
            characters += len(story.page.blocks[i].text)
            if blocks > most_blocks or characters > most_characters:
                left_out.add(i)
    return left_out


def _count(story: Story, kinds: Sequence[Kind], left_out: set[int]) -> list[Cut]:
    counts: dict[ZoneKind, tuple[int, int]] = {}
    for i in sorted(left_out):
        blocks, characters = counts.get(kinds[i][0], (0, 0))
        counts[kinds[i][0]] = (blocks + 1, characters + len(story.page.blocks[i].text))
    return [Cut(kind, *counts[kind]) for kind in sorted(counts)]
