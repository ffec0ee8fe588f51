"""Zones of pages whose structure has decided some kinds, and of hostile ones."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crossread.model import Zone
from crossread.reading.blocks import TextBlock, find_blocks
from crossread.reading.zones import find_zones

LEDE = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins."
SECOND = "The work will cost ten million pounds and may last until the autumn, members were told there."
THIRD = "The storm of last winter broke a third of the wall and let the sea into the lower town."
FOLLOW = "Follow Ann Lee on Twitter @annlee."


def decided(text: str, *kinds: str | None) -> list[TextBlock]:
    blocks = find_blocks(text)
    assert len(blocks) == len(kinds)
    return [
        TextBlock(b.start, b.end, kind, f"{kind}.structure" if kind else "")  # type: ignore[arg-type]
        for b, kind in zip(blocks, kinds, strict=True)
    ]


def kinds_of(zones: tuple[Zone, ...]) -> list[str]:
    return [zone.kind for zone in zones]


def test_a_decided_kind_stays_whatever_the_wording() -> None:
    text = "\n\n".join((LEDE, "Subscribe here.", "By Ann Lee", SECOND))
    zones = find_zones(text, decided(text, "standfirst", "caption", "body", "quote_block"))
    assert kinds_of(zones) == ["standfirst", "caption", "body", "quote_block"]
    assert [zone.rule for zone in zones] == [f"{kind}.structure" for kind in kinds_of(zones)]


def test_a_decided_title_is_the_only_one() -> None:
    text = "\n\n".join(("Harbour", "Council votes to mend the wall", LEDE))
    assert kinds_of(find_zones(text, decided(text, None, "title", None))) == ["body", "title", "body"]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (FOLLOW, "author_bio"),
        ("Cleo Voss is a reporter for the Courier.", "author_bio"),
        ("(Reporting by Ann Lee; editing by Bo Ek)", "credit"),
        ("Correction: The vote was on Monday.", "correction"),
        ("Read more: The night of the storm", "related"),
        ("Sign up for our newsletter", "furniture"),
        ("May 4, 2023", "body"),
        (THIRD, "body"),
    ],
)
def test_a_block_decided_as_body_may_still_be_an_aside(block: str, kind: str) -> None:
    text = "\n\n".join(("Council votes", LEDE, SECOND, block))
    assert kinds_of(find_zones(text, decided(text, "title", "body", "body", "body")))[-1] == kind


def test_decided_furniture_between_the_last_blocks_does_not_end_the_search_for_a_bio() -> None:
    bio = "Cleo Voss is a reporter for the Courier."
    lines = ["Top stories"] * 12
    text = "\n\n".join(("Council votes", LEDE, SECOND, bio, *lines))
    zones = find_zones(text, decided(text, "title", "body", "body", "body", *["furniture"] * 12))
    assert kinds_of(zones)[3] == "author_bio"


def test_zones_keep_the_role_of_their_block_and_the_rule_that_found_the_body() -> None:
    text = "\n\n".join(("Council votes", LEDE, f"{SECOND} {FOLLOW}", "Walls of the north"))
    spans = find_blocks(text)
    blocks = [
        TextBlock(spans[0].start, spans[0].end, "title", "title.h1", "heading", 1),
        TextBlock(spans[1].start, spans[1].end, "body", "body.markup"),
        TextBlock(spans[2].start, spans[2].end, "body", "body.markup", "list_item", 2),
        TextBlock(spans[3].start, spans[3].end, "body", "body.markup", "heading", 2),
    ]
    assert [(z.kind, z.rule, z.role, z.level) for z in find_zones(text, blocks)] == [
        ("title", "title.h1", "heading", 1),
        ("body", "body.markup", "paragraph", 0),
        ("body", "body.markup", "list_item", 2),
        ("author_bio", "author_bio.follow_line", "list_item", 2),
        ("body", "body.markup", "heading", 2),
    ]


HOSTILE = [
    "a" * 100_000,
    "A. " * 33_000,
    "Subscribe here. " * 6_000,
    "Follow @a " * 10_000,
    "<a b=" * 20_000,
    "[A" * 50_000,
    "(" * 100_000,
    "“" * 100_000,
    "/ via " * 16_000,
    "." + " " * 100_000 + "a",
    "Ann Lee, " * 11_000 + "is a reporter.",
    "SIGN UP " * 12_000,
    "https://" * 12_000,
    "Lee and " * 12_000 + "reported from Brill.",
    "1\nof\n" * 20_000,
    "Related:\n" * 11_000,
    "Correction:\n" * 8_000,
    "- A\n" * 25_000,
    "contributed " * 8_000,
    "\n".join(["x" * 399] * 250),
    "\n".join(["Ann " * 99] * 250),
    "\n".join(["a/" * 199] * 250),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=[each[:12].strip() for each in HOSTILE])
def test_hostile_blocks_are_read_whole_and_in_order(hostile: str) -> None:
    text = f"Council votes\n\n{LEDE}\n\n{hostile}\n\n{SECOND}"
    zones = find_zones(text)
    assert all(a.end <= b.start for a, b in pairwise(zones))
    kept = "".join("".join(text[zone.start : zone.end].split()) for zone in zones)
    assert kept == "".join(text.split())
