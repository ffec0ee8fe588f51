from __future__ import annotations

from pathlib import Path

import pytest

from crossread.reading import article_from_text, read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LEDE = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins."
SECOND = "The work will cost ten million pounds and may last until the autumn, members were told there."


def zones(text: str) -> list[tuple[str, str]]:
    article = article_from_text(text)
    return [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]


def kind_of(line: str, *, at: str = "top") -> str:
    """The kind of a line that stands on a page, below the title or after the body."""
    parts = ["Council votes", line, LEDE, SECOND] if at == "top" else ["Council votes", LEDE, SECOND, line]
    return next(kind for kind, written in zones("\n\n".join(parts)) if written == line)


def heads(path: Path) -> list[tuple[str, str]]:
    article = read(path)
    return [
        (zone.kind, " ".join(article.text[zone.start : zone.end].split()[:3]))
        for zone in article.zones
        if zone.kind != "body"
    ]


def test_the_first_seed_is_cut_into_its_zones() -> None:
    path = SEEDS / "000_3bafeec33a1c3e02.txt"
    assert heads(path) == [
        ("furniture", "top of page"),
        ("furniture", "• Writer's pictureThe"),
        ("title", "Putin visits Belarus"),
        ("byline", "By Anatoly Kurmanaev"),
        ("furniture", "9 views0 comments"),
        ("furniture", "bottom of page"),
    ]
    assert sum(zone.kind == "body" for zone in read(path).zones) == 12


def test_the_second_seed_is_cut_into_its_zones() -> None:
    path = SEEDS / "004_3b203e2f2d81c9af.txt"
    assert heads(path) == [
        ("title", "Putin’s Visit To"),
        ("furniture", "Pinterest LinkedIn Tumblr"),
        ("dateline", "( –"),
        ("author_bio", "Samantha is a"),
        ("furniture", "Write A Comment"),
    ]
    article = read(path)
    body = [zone for zone in article.zones if zone.kind == "body"]
    assert len(body) == 19
    assert article.text[body[0].start :].startswith("The U.S. has expressed")


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("( – The ferry sank off Brill on Monday night.", "( –"),
        ("(Brill) – The ferry sank off the coast on Monday night.", "(Brill) –"),
        ("BRILL — The ferry sank off the coast on Monday night.", "BRILL —"),
        ("NEW BRILL, Norland (AP) – The ferry sank on Monday night.", "NEW BRILL, Norland (AP) –"),
        ("BRILL (Reuters) - The ferry sank on Monday night.", "BRILL (Reuters) -"),
        ("Brill (AFP) – The ferry sank on Monday night.", "Brill (AFP) –"),
        ("BRILL, Norland, May 4 (Reuters) - The ferry sank at night.", "BRILL, Norland, May 4 (Reuters) -"),
        ("BRILL, May 4, 2026 (Reuters) - The ferry sank at night.", "BRILL, May 4, 2026 (Reuters) -"),
        ("BRILL — “The ferry sank,” its master said on Monday night.", "BRILL —"),
        ("The ferry — the oldest of the line — sank on Monday night.", None),
        ("NATO said on Monday — after a day of talks — it would stay.", None),
        ("A ferry sank (it was the oldest) – The master was saved.", None),
    ],
)
def test_a_dateline_is_the_head_of_the_first_paragraph(paragraph: str, dateline: str | None) -> None:
    found = zones(f"Ferry sinks off Brill\n\n{paragraph}\n\n{SECOND}")
    assert [text for kind, text in found if kind == "dateline"] == ([dateline] if dateline else [])
    assert "".join(text for kind, text in found if kind in ("dateline", "body")).replace(" ", "") == (
        paragraph + SECOND
    ).replace(" ", "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Lee", "byline"),
        ("By Ann Lee and Bo Ek, Staff Writer", "byline"),
        ("BY ANN LEE", "byline"),
        ("Written by Ann Lee", "byline"),
        ("Author: Ann Lee", "byline"),
        ("Facebook Twitter Email", "furniture"),
        ("Facebook | Twitter | WhatsApp | Copy link", "furniture"),
        ("Share this article", "furniture"),
        ("3 min read", "furniture"),
        ("1,204 views 12 comments", "furniture"),
        ("Advertisement", "advertisement"),
        ("Photo: Ann Lee", "credit"),
        ("May 4, 2023", "date_line"),
        ("Published: 4 May 2023", "date_line"),
        ("Updated May 4, 2023 at 10:15 a.m.", "date_line"),
        ("Thursday, May 4, 2023", "date_line"),
        ("2023-05-04", "date_line"),
    ],
)
def test_a_line_below_the_title_is_known_by_its_wording(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a reply", "furniture"),
        ("© 2023 The Brill Courier. All rights reserved.", "furniture"),
        ("Subscribe to our newsletter for more news like this", "furniture"),
        ("Back to top", "furniture"),
        ("This article first appeared in the Brill Courier.", "credit"),
        ("Bo Ek contributed to this report.", "credit"),
        ("(Reporting by Ann Lee; editing by Bo Ek)", "credit"),
        ("The Associated Press", "credit"),
        ("Correction: An earlier version gave the wrong date of the vote.", "correction"),
        ("Editor’s note: this story has been changed since it was published.", "correction"),
        ("This story has been updated to add the council’s answer.", "correction"),
        ("Follow Ann Lee on Twitter", "author_bio"),
        ("Ann Lee is a reporter who covers harbours for the Courier.", "author_bio"),
        ("Cleo Voss is a freelance writer and a mother of two.", "author_bio"),
        ("The vote is expected to be close, and it may be put off again.", "body"),
        ("Correct answers were given by two members of the council only.", "body"),
        ("Read a third time, the bill was sent to the upper house on Monday evening.", "body"),
    ],
)
def test_a_line_after_the_body_is_known_by_its_wording(line: str, kind: str) -> None:
    assert kind_of(line, at="end") == kind


def test_a_person_of_the_story_at_its_end_is_no_author() -> None:
    person = "Cleo Voss is a reporter who lives in Brill with her husband and saw the wall fall."
    page = f"Council votes\n\n{LEDE}\n\n“I saw it fall,” said Cleo Voss on Tuesday morning at the harbour.\n\n{person}"
    assert zones(page)[-1] == ("body", person)


def test_the_author_of_the_byline_at_the_end_is_a_bio_even_when_the_story_speaks_of_her() -> None:
    bio = "Cleo Voss is a reporter who lives in Brill."
    page = f"Council votes\n\nBy Cleo Voss\n\n{LEDE}\n\nCleo Voss saw it happen from the pier on that day.\n\n{bio}"
    assert zones(page)[-1] == ("author_bio", bio)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Updated: The council of Brill voted on Monday night to mend the harbour wall before winter.", "body"),
        ("Updated: with the council’s answer", "correction"),
    ],
)
def test_only_a_short_update_at_the_top_is_a_note(opening: str, kind: str) -> None:
    assert (kind, opening) in zones(f"Council votes\n\n{opening}\n\n{LEDE}\n\n{SECOND}")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hello", ["body"]),
        ("Council votes\n\n" + LEDE, ["title", "body"]),
        (LEDE + "\n\n" + SECOND, ["body", "body"]),
        ("“No,” she said.\n\n" + LEDE, ["body", "body"]),
        ("Council votes to mend the wall\n\nBy Ann Lee\n\nNo.", ["title", "byline", "body"]),
    ],
)
def test_a_title_is_short_and_something_longer_follows_it(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in zones(text)] == kinds


def test_every_zone_names_the_rule_that_decided() -> None:
    article = read(SEEDS / "004_3b203e2f2d81c9af.txt")
    assert all(zone.rule.startswith(f"{zone.kind}.") for zone in article.zones)
