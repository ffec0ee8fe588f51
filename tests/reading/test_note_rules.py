"""Every rule of `note_rules` with sentences it must know and sentences of a story it must leave alone."""

from __future__ import annotations

import pytest

from crossread.reading.note_rules import RULES
from crossread.reading.notes import find_note

FIRES: dict[str, tuple[str, ...]] = {
    "furniture.cookie_notice": (
        "We use cookies to improve your experience.",
        "By continuing you accept our cookie policy.",
    ),
    "furniture.mail_foot": (
        "You receive this because you signed up.",
        "You’re receiving this newsletter because you asked for it.",
        "You’re currently a free subscriber to The Brill Letter.",
        "Unsubscribe",
        "Unsubscribe here.",
    ),
    "author_bio.follow_line": (
        "Follow Ann Lee on Twitter @annlee.",
        "Follow him on Twitter at @annlee.",
        "Follow @brillcourier.",
        "You can reach Ann at ann@courier.example.",
        "On Twitter follow Ann Lee https://twitter.com/annlee and Bo Ek.",
        "Email Ann Lee: ann@courier.example",
    ),
    "author_bio.contact_label": ("Twitter: @annlee.", "EMAIL: harbour@courier.example"),
    "author_bio.contact_line": (
        "Ann Lee can be reached at ann@courier.example.",
        "She can be contacted by telephone at the Courier.",
        "He tweets @annlee.",
        "Ann Lee tweets at @annlee.",
    ),
    "author_bio.own_views": (
        "Her opinions are her own.",
        "The views expressed in this article are those of the author and not of the Courier.",
    ),
    "author_bio.disclosure": (
        "(Disclosure: The author worked for the harbour board in 2012.)",
        "The author owns shares in the Brill ferry line.",
    ),
    "furniture.disclosure": ("Disclosure: The Courier may earn a commission on sales.",),
    "furniture.sign_up": (
        "The harbour news of the week, every Friday in your inbox.",
        "Sign up for The Quay Letter",
        "Sign up for our newsletter.",
        "Subscribe here.",
        "Subscribe to the Harbour podcast on any player.",
        "Want to receive this in your inbox?",
        "Enter your email address:",
        "To receive it every Monday, sign up on our site.",
        "You can receive this letter every weekday.",
        "Never miss an episode again.",
    ),
    "furniture.for_more": ("For more from the Courier, download our app.", "For more, follow us at any hour."),
    "furniture.app": ("Download the Brill Courier app.",),
    "furniture.page_call": (
        "Support independent journalism.",
        "Donate today.",
        "Become a member today.",
        "Thanks for reading The Brill Letter!",
        "This post is public so feel free to share it.",
        "Like the page:",
        "Share this story with a friend.",
        "Join the conversation below.",
    ),
    "furniture.comment_call": ("Leave a comment.", "Let us know in the comments.", "Tell us what you think."),
    "furniture.contact": (
        "Send tips to Ann Lee ann@courier.example.",
        "Email us at desk@courier.example.",
        "Feedback?",
        "Got a tip for our reporters?",
    ),
    "related.read_more": (
        "Read the rest of the story here.",
        "Read more about the wall.",
        "Watch the full interview below:",
        "Watch a clip of the debate above.",
        "See the plans at courier.example.com.",
        "(See the full list of walls below.)",
    ),
    "related.label": (
        "Related: The storm that broke the wall",
        "WATCH: The wall falls",
        "Read more: how the wall was built.",
        "Also on the Courier:",
    ),
    "related.link": ("https://courier.example/wall", "The plans: https://courier.example/plans"),
    "credit.hat_tip": ("h/t The Courier", "(h/t Brill Post.)", "Hat tip: Bo Ek"),
    "credit.contributed": (
        "Contributing: Bo Ek.",
        "(Additional reporting by Bo Ek and Cleo Voss; editing by Di Fox.)",
        "With additional reporting from Bo Ek in Norland.",
        "Bo Ek and Cleo Voss contributed to this report.",
        "Bo Ek contributed.",
    ),
    "credit.made_by": ("Podcast produced by Bo Ek.", "Translated by Cleo Voss.", "Story by Ann Lee Video by Bo Ek"),
    "credit.source_line": ("Source: the harbour board", "Photo: Ann Lee"),
    "credit.reported_from": ("Lee reported from Brill.", "Lee reported from Brill, Norland; Ek, from Southport."),
    "credit.reprint": (
        "This piece first appeared on the Harbour Blog.",
        "Reprinted courtesy of Pier Books.",
        "Originally published in the Courier.",
    ),
    "credit.excerpt": ("Excerpted from The Wall, by Ann Lee.", "From THE LONG WALL by Ann Lee."),
    "correction.label": ("Correction: the vote was on Monday.", "Editor’s note: the first of three parts."),
    "correction.updated": (
        "This article has been updated to add the council’s answer.",
        "An earlier version of this story gave the wrong day.",
        "This is a developing story and will change.",
    ),
    "furniture.legal": (
        "Copyright 2015 The Brill Press.",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
    ),
    "furniture.player": ("We are sorry, this video cannot be shown.", "Your browser does not support this player."),
    "furniture.about_this_page": (
        "This story was produced in partnership with the Harbour Trust.",
        "This is the third installment of our series on walls.",
        "Welcome to the Harbour Letter, a weekly digest of news from the sea.",
    ),
    "furniture.programme": ("Harbour Hour airs weekdays at noon.", "Tune in on Sunday at nine."),
}

SILENT = (
    "Follow the money, an old councillor told the board, and the wall explains itself.",
    "Follow-up talks are set for Monday.",
    "Contact your senator, the leaflet urges, at mail@leaflet.example or by telephone.",
    "Contact with the ferry was lost at nine.",
    "Email was the way most members heard of it.",
    "Email records show that the board knew of the crack.",
    "Twitter said on Monday that it had closed the accounts.",
    "She said the police can be reached at any hour.",
    "Ann Lee tweets about the harbour more than any other mayor.",
    "Their views are shared by most of the town.",
    "The author of the bill has left the council.",
    "Disclosure of the letters came too late for the vote.",
    "Subscribe to the idea or not, the plan is law.",
    "Subscribers to the line rose by a tenth.",
    "Sign up sheets hung in the hall for the work on the wall.",
    "Sign up or stay out, the union told its members.",
    "Want and hunger drove them from the coast.",
    "To receive aid, families must show that they lost a home.",
    "To see the wall is to fear it.",
    "For more than a year, visit after visit was put off.",
    "For all the talk of walls, follow the work itself.",
    "Get out, he shouted.",
    "Like the mayor, the page was proud of the wall.",
    "Share prices fell by a tenth on Monday.",
    "Share this burden, the bishop wrote, or it will break us.",
    "Join us or fight us, the rebels wrote to the mayor in 1848.",
    "Support our troops, the signs along the road read.",
    "Comments made by the mayor in March were read aloud.",
    "Tell us what happened, the judge asked the witness on Monday.",
    "Leave a country and it does not leave you.",
    "Questions remain over who ordered the work.",
    "Feedback from the town was mixed.",
    "Send help, the captain wrote.",
    "Read a third time, the bill was sent to the upper house.",
    "Read more than once, the letter was still unclear.",
    "See what happened in Southport, where the wall fell.",
    "See also means look elsewhere, the clerk explained.",
    "Watch the mayor for a week and you will understand the town.",
    "Watch parties were held in every bar along the pier.",
    "Also on Monday, the council met to vote on the wall.",
    "Related work on the pier went on all summer.",
    "Previous mayors had promised the same.",
    "Video of the fall was shown to the jury.",
    "Contributing to the fall was the age of the stones.",
    "Bo Ek contributed $4,000 to the campaign.",
    "The storm contributed to the fall of the wall.",
    "Reporting from Southport has shown how the wall gave way.",
    "Produced by hand for centuries, the bricks are now made in Norland.",
    "Written by a child, the letter moved the board.",
    "Story after story told of the night of the storm.",
    "Sources close to the mayor said she would resign.",
    "Photos of the wall covered the table.",
    "The Courier reported from the scene that the wall had fallen.",
    "This article of faith has been corrected by no one.",
    "First published in book form in 1921, it is still read in schools.",
    "The plan first appeared in the Courier on Monday.",
    "This report, first seen by the mayor in March, names nobody.",
    "From Brill to Southport the coast is falling.",
    "Corrections officers said the jail was full.",
    "Editors of the Courier met the mayor.",
    "The story was updated by each teller.",
    "This is a developing country.",
    "An earlier version of the bill failed in March.",
    "All rights are equal before the court.",
    "Copyright law protects the drawings.",
    "This material may be too weak for the wall.",
    "This is a rare preview of what the sea will do.",
    "Welcome to Brill, the sign says.",
    "Please do not lean on the wall, the notice said.",
    "Tune out the noise and the numbers are plain.",
    "The channel airs the debate on Monday and the town will watch.",
    "Every day a new fraud lands in your inbox.",
    "We use cookies as bait, the fisherman said.",
    "By continuing the work through the winter the board accepts a risk.",
    "Support local farmers and the town will eat, she wrote.",
    "Support for independent journalism has fallen.",
    "Donate blood and you may save three lives.",
    "Become a member of the crew and you learn to keep watch.",
    "Thanks for reading it aloud, the mayor told the clerk.",
    "You receive water from the north because the south has none.",
    "Unsubscribe rates tell how tired readers are.",
    "This post is vacant.",
    "“Follow us on Twitter @brillferry,” the sign on the ferry said.",
)


def names(sentence: str, *, tail: bool = True) -> str:
    found = find_note(sentence, tail=tail)
    return found[1] if found else ""


@pytest.mark.parametrize(("rule", "sentence"), [(rule, each) for rule, all_of in FIRES.items() for each in all_of])
def test_a_note_is_known_by_its_wording(rule: str, sentence: str) -> None:
    assert names(sentence) == rule


@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_of_a_story_is_no_note(sentence: str) -> None:
    assert names(sentence) == ""


@pytest.mark.parametrize("rule", sorted({rule.name for rule in RULES}))
def test_each_rule_has_a_sentence_it_must_know(rule: str) -> None:
    assert FIRES.get(rule), f"{rule} has no row in FIRES"


def test_each_rule_is_named_after_its_kind_and_can_be_reached() -> None:
    for rule in RULES:
        assert rule.name.startswith(f"{rule.kind}.")
        assert rule.opens or rule.holds


@pytest.mark.parametrize(
    "sentence", ["Lee reported from Brill.", "Bo Ek contributed.", "Tune in on Sunday at nine.", "The author owns it."]
)
def test_less_outspoken_notes_hold_at_the_end_of_a_page_alone(sentence: str) -> None:
    assert names(sentence, tail=True)
    assert names(sentence, tail=False) == ""


def test_a_long_sentence_tells_something() -> None:
    assert names("Subscribe here, and " + "so on and " * 40 + "here.") == ""
