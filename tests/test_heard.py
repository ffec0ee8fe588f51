"""What `crossread read` shows of who is heard."""

from __future__ import annotations

from click import unstyle

from crossread.heard import describe_voices
from crossread.reading import article_from_text

STORY = (
    "Wall leaks again\n\nSenator Ann Lee told the BBC on Monday that it leaked. “It may fall,” she warned. Experts "
    "said it held. They met on the quay, and the boats were late. He said it was old.\n"
)


def shown(text: str, width: int = 200, whole: bool = False) -> list[str]:
    return [" ".join(unstyle(line).split()) for line in describe_voices(article_from_text(text), width, whole)]


def test_every_speaker_is_shown_with_role_kind_room_and_cues() -> None:
    lines = shown(STORY)
    assert "Ann Lee (Senator; politician; she)" in lines
    assert "2 attributions, 3 words quoted, 3 reported: tell, warn" in lines
    assert "Experts (unspecified source)" in lines


def test_every_attribution_is_a_line_with_its_speaker_cue_words_and_outlet() -> None:
    lines = shown(STORY)
    assert "Ann Lee | told | that it leaked [indirect, neutral, via BBC]" in lines
    assert "Ann Lee | warned | “It may fall,” [direct, assertive, by pronoun]" in lines


def test_a_speaker_not_found_is_told() -> None:
    lines = shown("Wall leaks again\n\nThe board met on the quay. She said it was old.\n")
    assert "1 attribution without a speaker found" in lines
    assert "nobody found | said | it was old [indirect, neutral, not resolved]" in lines


def test_a_page_without_attributions_says_so() -> None:
    assert shown("Wall leaks again\n\nThe boats were late and the quay was dry.\n") == ["no attribution found"]


def test_of_many_attributions_the_first_are_shown_unless_all_are_asked_for() -> None:
    story = "Wall leaks again\n\n" + "Senator Ann Lee said that it leaked. " * 45
    assert "... and 5 more; --all shows them" in shown(story)
    assert not [line for line in shown(story, whole=True) if "--all" in line]


def test_lines_fit_the_width() -> None:
    assert all(len(line) <= 60 for line in shown(STORY, width=60))
