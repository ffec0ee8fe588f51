"""What headings after a story rule: comments, links to other pages, tags; and what they must leave alone."""

from __future__ import annotations

import pytest

from crossread.reading import article_from_text
from crossread.reading.blocks import find_blocks
from crossread.reading.zones import find_zones

STORY = [
    "The council of Brill voted on Monday to mend the harbour wall before the next winter begins.",
    "The work will cost ten million pounds and may last until the autumn, members were told there.",
    "The storm of last winter broke a third of the wall and let the sea into the lower town.",
    "Fishermen had asked for a lower wall, because a high one hides the entrance from boats at night.",
]
TITLE = "Council votes to mend the harbour wall"


def below(*blocks: str) -> list[tuple[str, str]]:
    """(kind, text) of what stands below the story."""
    return zones(TITLE, *STORY, *blocks)[1 + len(STORY) :]


def zones(*blocks: str) -> list[tuple[str, str]]:
    text = "\n\n".join(blocks)
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(text)]


@pytest.mark.parametrize(
    "heading",
    [
        "Comments (4)",
        "4 Comments",
        "Comments",
        '3 Responses to "Council votes"',
        "2 thoughts on “The wall”",
        "12 replies",
    ],
)
@pytest.mark.parametrize(
    "comment",
    [
        ("Liz says:", "November 19, 2026 at 7:14 am", "Sentimental rubbish, if you ask me."),
        ("harbourman 3 hours ago", "I worked there for years and the wall was always wet.", "Reply", "Report"),
        ("1. reader7", "I worked there for years and the wall was always wet.", "Like (3)"),
        ("Ann Lee", "18 November 2026", "I worked there for years and the wall was always wet.", "It will fall again."),
    ],
)
def test_what_stands_under_the_heading_of_the_comments_is_comment(heading: str, comment: tuple[str, ...]) -> None:
    assert {kind for kind, _ in below(heading, *comment)} == {"comment"}


def test_comments_end_at_the_next_heading_and_at_the_legal_line() -> None:
    found = below(
        "2 Comments", "Liz says:", "Rubbish, if you ask me.", "More from Brill", "Ferry timetable changes for winter",
        "© 2026 The Brill Courier. All rights reserved.", "Privacy policy", "Contact",
    )  # fmt: skip
    assert [kind for kind, _ in found] == ["comment"] * 3 + ["related"] * 2 + ["furniture"] * 3


def test_a_comment_that_says_liz_says_with_the_hour_needs_no_heading() -> None:
    assert [kind for kind, _ in below("Liz says:", "November 19, 2026 at 7:14 am", "Rubbish.")] == ["comment"] * 3


def test_dates_of_comments_are_not_the_date_of_the_story() -> None:
    page = "\n\n".join((TITLE, "4 May 2026", *STORY, "1 Comment", "Liz says:", "19 November 2026", "Rubbish."))
    metadata = article_from_text(page).metadata
    assert metadata.published
    assert metadata.published.value == "4 May 2026"
    assert not metadata.conflicts


@pytest.mark.parametrize(
    "line", ["4 Comments", "Comments (4)", "Comments", "Discussion", "Related", "More from Brill", "Most read"]
)
def test_a_heading_above_the_story_rules_nothing_of_it(line: str) -> None:
    assert [kind for kind, _ in zones(TITLE, line, *STORY)][2:] == ["body"] * len(STORY)


@pytest.mark.parametrize("line", ["4 Comments", "Comments", "Discussion", "Responses to the vote", "Topics", "Related"])
def test_a_heading_within_the_story_rules_none_of_its_paragraphs(line: str) -> None:
    assert [kind for kind, _ in zones(TITLE, *STORY[:3], line, *STORY)][-len(STORY) :] == ["body"] * len(STORY)


@pytest.mark.parametrize(
    "label", ["Related", "Related stories", "More on this story", "See also", "Recommended for you"]
)
def test_a_label_within_the_story_rules_the_headlines_below_it_and_not_the_story(label: str) -> None:
    links = ["Wall passed check in June", "Who owns the harbour?"]
    found = zones(TITLE, *STORY[:3], label, *links, *STORY)
    assert [kind for kind, _ in found][4:] == ["related"] * 3 + ["body"] * len(STORY)


@pytest.mark.parametrize(
    "label", ["Related", "More from Local news", "Most read", "You may also like", "Latest stories"]
)
def test_headlines_and_teasers_after_the_story_are_related(label: str) -> None:
    found = below(
        label, "Ferry timetable changes for winter", "The last boat now leaves the quay at nine.", "1. Fog delays"
    )
    assert {kind for kind, _ in found} == {"related"}


def test_paragraphs_after_a_label_are_a_story_again() -> None:
    assert [kind for kind, _ in below("More from the meeting", *STORY[:3])][1:] == ["body"] * 3


def test_a_story_below_the_comments_of_another_is_no_comment() -> None:
    long = " ".join(STORY[:2])
    found = below("1 Comment", "Liz says:", "Rubbish.", long, *[f"{n} more: {long}" for n in range(5)])
    assert [kind for kind, _ in found] == ["comment"] * 3 + ["body"] * 6


@pytest.mark.parametrize(
    "tags", [("Tags: Harbour, Safety",), ("Filed under: Brill",), ("Topics", "Harbour", "Storms"), ("Topics: Harbour",)]
)
def test_tags_after_the_story_are_furniture(tags: tuple[str, ...]) -> None:
    assert {kind for kind, _ in below(*tags)} == {"furniture"}


@pytest.mark.parametrize(
    "speech",
    [
        "Marit Holm says:",
        "In her letter the mayor said:",
        "Report of the board",
        "Comments on the plan are due in May.",
    ],
)
def test_words_of_the_story_open_no_comments(speech: str) -> None:
    found = below(speech, "“We cannot go through another winter like the last one, and the board knows it.”", STORY[2])
    assert [kind for kind, _ in found] == ["body"] * 3


@pytest.mark.parametrize(
    ("foot", "kinds"),
    [
        (
            ("You receive this because you signed up. Unsubscribe", "The Quay Letter, 4 Rope Walk, Brill"),
            ["furniture"] * 2,
        ),
        (("Unsubscribe", "4 Rope Walk, Brill BR1 2AB"), ["furniture"] * 2),
        (("4 Rope Walk, Brill, is the house that fell.",), ["body"]),
        (("She told readers to unsubscribe.", STORY[1]), ["body", "body"]),
    ],
)
def test_the_address_under_the_foot_of_a_mail_is_furniture(foot: tuple[str, ...], kinds: list[str]) -> None:
    assert [kind for kind, _ in below(*foot)] == kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The post Council votes. Who pays? appeared first on Brill & Sea Daily.", "credit"),
        ("The article Council votes first appeared on The Brill Courier.", "credit"),
        ("The post office appeared first on the map of 1790, which a sailor drew for the town.", "body"),
        ("The crack appeared first on the northern side of the wall.", "body"),
    ],
)
def test_the_line_that_a_feed_puts_under_an_entry_is_a_credit(line: str, kind: str) -> None:
    assert below(line) == [(kind, line)]


def test_many_headings_are_read_in_time_that_grows_with_the_page() -> None:
    text = "\n\n".join([TITLE, *STORY, *["4 Comments", "Related", "Liz says:", "Topics"] * 20_000])
    assert len(find_zones(text, find_blocks(text))) > 80_000
