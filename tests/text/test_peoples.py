"""Words for the people of a place or party lead to it, and other names to nothing."""

from __future__ import annotations

import pytest

from crossread.text.peoples import home_of, words_for


@pytest.mark.parametrize(
    ("word", "home"),
    [
        ("Russian", "russia"),
        ("Russians", "russia"),
        ("Belarusian", "belarus"),
        ("Nigerian", "nigeria"),
        ("Chilean", "chile"),
        ("Chinese", "china"),
        ("Pakistani", "pakistan"),
        ("Afghans", "afghanistan"),
        ("Kansan", "kansas"),
        ("New Yorkers", "new york"),
        ("North Korean", "north korea"),
        ("British", "united kingdom"),
        ("Ariz.", "arizona"),
        ("GOP", "republican party"),
        ("Democrats", "democratic party"),
        ("Russia", ""),
        ("Reed", ""),
        ("Londo", ""),
        ("", ""),
    ],
)
def test_a_word_for_a_people_leads_home(word: str, home: str) -> None:
    assert home_of(word) == home


def test_the_words_of_a_home_lead_back_to_it() -> None:
    assert "norwegian" in words_for("norway")
    assert all(home_of(word) == "united states" for word in words_for("united states"))
    assert words_for("nowhere") == ()
