"""Asides found from where they stand: at the ends of a paragraph, at the end of the page, under a label."""

from __future__ import annotations

import pytest

from crossread.reading.zones import find_zones

LEDE = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins."
SECOND = "The work will cost ten million pounds and may last until the autumn, members were told there."
THIRD = "The storm of last winter broke a third of the wall and let the sea into the lower town."
FOLLOW = "Follow Ann Lee on Twitter @annlee."


def page(*blocks: str) -> str:
    return "\n\n".join(("Council votes to mend the wall", LEDE, *blocks))


def parts(text: str) -> list[tuple[str, str]]:
    """(rule, text) of the zones after the title and the lede."""
    return [(zone.rule, text[zone.start : zone.end]) for zone in find_zones(text)][2:]


def rules(*blocks: str) -> list[str]:
    return [rule for rule, _ in parts(page(*blocks))]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (f"{SECOND} {FOLLOW}", [("body.paragraph", SECOND), ("author_bio.follow_line", FOLLOW)]),
        (
            f"{SECOND} (h/t The Courier.) {FOLLOW}",
            [
                ("body.paragraph", SECOND),
                ("credit.hat_tip", "(h/t The Courier.)"),
                ("author_bio.follow_line", FOLLOW),
            ],
        ),
        (
            f"Watch the full debate below: {SECOND}",
            [("body.paragraph", f"Watch the full debate below: {SECOND}")],
        ),
        (f"Sign up here. {SECOND}", [("furniture.sign_up", "Sign up here."), ("body.paragraph", SECOND)]),
        (
            f"{SECOND} (Disclosure: The author lives in Brill.) {THIRD}",
            [
                ("body.paragraph", SECOND),
                ("author_bio.disclosure", "(Disclosure: The author lives in Brill.)"),
                ("body.paragraph", THIRD),
            ],
        ),
        (
            f"{SECOND} [Related: The night of the storm] {THIRD}",
            [
                ("body.paragraph", SECOND),
                ("related.label", "[Related: The night of the storm]"),
                ("body.paragraph", THIRD),
            ],
        ),
        (
            f"{SECOND} Want more news from Brill? Sign up for our newsletter.",
            [
                ("body.paragraph", SECOND),
                ("furniture.sign_up", "Want more news from Brill? Sign up for our newsletter."),
            ],
        ),
        (
            f"{SECOND} SIGN UP FOR OUR NEWSLETTER {THIRD}",
            [
                ("body.paragraph", SECOND),
                ("furniture.call_in_capitals", "SIGN UP FOR OUR NEWSLETTER"),
                ("body.paragraph", THIRD),
            ],
        ),
        (
            f'<blockquote class="post">{SECOND}</blockquote>.',
            [
                ("furniture.markup", '<blockquote class="post">'),
                ("body.paragraph", SECOND),
                ("furniture.markup", "</blockquote>."),
            ],
        ),
        ('<post id="77"></post>.', [("furniture.markup", '<post id="77"></post>.')]),
    ],
)
def test_a_note_is_cut_off_its_paragraph(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert parts(page(paragraph, THIRD))[:-1] == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        f"“The wall fell. {FOLLOW}” She wrote no more on the night of the storm.",
        f"“{SECOND} Sign up here.”",
        f'"{SECOND} Read the rest of the story here."',
        f"{SECOND} “Sign up here,” the notice on the pier read.",
        f"{SECOND} Who would pay for it? Nobody in the hall could tell.",
        "The wall (see the map) is longer than <redacted> miles, and x < y > z in every sum.",
        "THE COUNCIL OF BRILL MUST SIGN, the banner read.",
        "Members [of the board] were told that the work [on the wall] would last.",
        "The levy is due at 9:05 p.m. on Monday.",
    ],
)
def test_the_words_of_the_story_stay_in_the_body(paragraph: str) -> None:
    assert parts(page(paragraph, THIRD)) == [("body.paragraph", paragraph), ("body.paragraph", THIRD)]


def test_a_page_of_one_paragraph_is_body_whatever_it_says() -> None:
    text = "Council votes\n\nSubscribe here. " + SECOND
    assert [zone.kind for zone in find_zones(text)] == ["title", "body"]


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("9:05 p.m.", "furniture.entry_time"),
        ("11 a.m.:", "furniture.entry_time"),
        ("14:30 GMT", "furniture.entry_time"),
        ("Noon.", "furniture.entry_time"),
        ("FULL TEXT.", "furniture.database_label"),
        ("CORRECTION APPENDED.", "furniture.database_label"),
        ("LETTERS", "furniture.database_label"),
        ("***", "furniture.rule"),
        ("X.", "furniture.share_mark"),
        (".wrap img {", "furniture.style_sheet"),
        ("width: 100%;", "furniture.style_sheet"),
        ("padding-top:20px;", "furniture.style_sheet"),
        ("Story continues below advertisement", "advertisement.label"),
        ("Getty.", "credit.agency"),
        ("Ann Lee / Reuters.", "credit.picture"),
        ("Pier Press via Getty Images", "credit.picture"),
        ("Facebook/Ann Lee.", "credit.picture"),
        ("The wall in March. (ANN LEE/AFP/Getty Images.)", "caption.picture_credit"),
        ("Copyright 2015 The Brill Press. All rights reserved. This material may not be copied.", "furniture.legal"),
        ("Updated at 10 p.m. on Monday", "correction.label"),
        ("Correction: The vote was on Monday.", "correction.label"),
    ],
)
def test_a_line_between_paragraphs_is_known_by_its_wording(block: str, rule: str) -> None:
    assert rules(SECOND, block, THIRD) == ["body.paragraph", rule, "body.paragraph"]


@pytest.mark.parametrize(
    "block",
    [
        "Really.",
        "Noon came and went.",
        "At 9:05 p.m. the wall fell.",
        "Letters from the board were read aloud.",
        "Note: the wall is old;",
        "Corrections officers were called to the pier.",
        "Correction officers were called to the pier.",
        "Updated figures show that a third of the wall has gone.",
        "Update: The council of Brill met for a second time on Monday night and put off the work on the wall.",
        "Copyright law protects the drawings of the wall.",
        "Comments from the town were read aloud.",
        "Donate blood, the hospital asked after the storm.",
        "Recommended doses of the salt were put up in March.",
        "The virus first appeared in Brill in 2019.",
        "He moved to Southport in May. (AP)",
        "Half of the boats came from Southport and/or Norland.",
        "You may like the wall or fear it.",
        "The mayor, the board and others contributed.",
    ],
)
def test_a_short_paragraph_of_the_story_is_no_furniture(block: str) -> None:
    assert rules(SECOND, block, THIRD, SECOND, THIRD, SECOND, THIRD)[1] == "body.paragraph"


@pytest.mark.parametrize(
    ("bio", "rule"),
    [
        ("Cleo Voss is the author of The Long Wall.", "new_person_at_the_end"),
        (
            "Cleo Voss, a retired captain who sailed from Brill, is a member of the Courier’s board of contributors.",
            "new",
        ),
        ("C. Mary Voss edits “Sea and Shore” for the Courier.", "new_person_at_the_end"),
        ("Cleo Voss and Di Fox are professors at the university of Norland.", "new_person_at_the_end"),
        ("Mr. Voss is director of the Harbour Trust.", "new_person_at_the_end"),
        ("Voss is a Southport-based reporter for the Courier.", "new_person_at_the_end"),
    ],
)
def test_a_new_person_with_a_trade_at_the_end_is_the_author(bio: str, rule: str) -> None:
    for after in ((), (FOLLOW,), ("Copyright 2015 The Brill Press.",)):
        found = rules(SECOND, THIRD, bio, *after)
        assert found[2].startswith(f"author_bio.{rule}")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Cleo Voss, 54, is a retired teacher who lives in Brill with her husband.",
        "Cleo Voss is a teacher who lives in Brill, and she said the sea came at night.",
        "Cleo Voss is not a reporter.",
        "Cleo Voss and Di Fox are firing their lawyer, a former columnist.",
        "Limpets are a dish often found on the table of a proud town.",
        "Brill is a town whose mayor lives in Southport.",
        "There is a book about the wall, and a podcast.",
        "Who are we if the wall falls, asks a page on Facebook.",
        "The Courier reports that the editor of the book has left.",
        "Minister Cleo Voss has praised the host of the show.",
    ],
)
def test_a_person_or_thing_of_the_story_is_no_author(paragraph: str) -> None:
    assert rules(SECOND, THIRD, paragraph)[-1] == "body.paragraph"


def test_a_bio_may_go_on_in_the_next_block() -> None:
    found = rules(SECOND, "Cleo Voss is a reporter for the Courier.", "Her book on the wall is out in May.")
    assert found[1:] == ["author_bio.new_person_at_the_end", "author_bio.goes_on"]


def test_what_stands_under_about_the_author_is_a_bio() -> None:
    text = page(SECOND, "About the author", "Born by the sea, she has written of walls since 1990.")
    assert parts(text)[-1][0] == "author_bio.under_its_heading"


def test_a_name_after_a_dash_signs_the_last_paragraph_when_the_story_does_not_know_it() -> None:
    assert rules(SECOND, THIRD, "- Cleo Voss.")[-1] == "credit.sign_off"
    assert rules(SECOND, "Cleo Voss wept at the sight.", "- Cleo Voss.")[-1] == "body.paragraph"


def test_headlines_under_a_label_are_links() -> None:
    links = ("Storm Breaks The Harbour Wall", "Who Will Pay For The Wall?")
    assert rules(SECOND, "Related:", *links) == ["body.paragraph", "related.label", "related.list", "related.list"]
    assert rules(SECOND, "Related:", *links, THIRD)[-1] == "body.paragraph"
    assert rules(SECOND, "Earlier", THIRD) == ["body.paragraph", "body.paragraph", "body.paragraph"]


def test_a_slide_show_is_known_by_its_counter() -> None:
    slides = ("Walls of Brill.", "Walls of Brill.", "1.", "of.", "23.", "The old wall in March.")
    assert rules(SECOND, "Also on the Courier:", *slides)[1:] == [
        "related.label",
        "furniture.slide_title",
        "furniture.slide_title",
        *["furniture.slide_counter"] * 3,
        "caption.slide",
    ]
    assert rules(SECOND, "2 of 9", "The new wall.", THIRD)[1:3] == ["furniture.slide_counter", "caption.slide"]
    assert rules(SECOND, "1.", "The old wall will go.", THIRD)[1] == "body.paragraph"


def test_the_text_under_a_correction_label_at_the_end_is_the_correction() -> None:
    note = "An article on Monday misstated the length of the wall. It is nine miles long."
    assert rules(SECOND, THIRD, "CORRECTION:", note, "Friday, June 10, 2016.")[2:] == [
        "correction.label",
        "correction.goes_on",
        "correction.goes_on",
    ]


def test_items_of_a_round_up_point_to_other_pages_unless_they_are_all_there_is() -> None:
    items = [
        f'PIERS—"Rents rise again," by the Courier\'s Ann Lee: "Rents on pier {n} rose." https://courier.example/{n}'
        for n in (1, 2)
    ]
    assert rules(SECOND, THIRD, *items) == ["body.paragraph"] * 2 + ["related.round_up"] * 2
    assert [zone.rule for zone in find_zones("\n\n".join(["The Harbour Letter", *items]))][1:] == ["body.paragraph"] * 2
