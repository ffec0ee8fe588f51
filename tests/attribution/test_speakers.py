"""The ledger of speakers: who is speaking, in which role, at first or second hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.document import Document
from crossread.model import Speaker
from crossread.parse import document_from_text, parse
from crossread.reading import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Row = tuple[str, str | None, str, bool, int]


def speakers(document: Document) -> list[Row]:
    """(name, role, kind, named, how often words are attributed) of each speaker."""
    return [(s.name, s.role, s.kind, s.named, len(s.mentions)) for s in document.speakers]


def one_speaker(text: str) -> Speaker:
    found = document_from_text(text).speakers
    assert len(found) == 1, found
    return found[0]


def second_hand(document: Document) -> list[tuple[str, bool]]:
    return [(a.second_hand.outlet, a.second_hand.state_media) for a in document.attributions if a.second_hand]


def test_the_first_seed_has_its_voices() -> None:
    document = parse(read(SEEDS / "000_3bafeec33a1c3e02.txt"))
    assert speakers(document) == [
        ("Ukraine", None, "institution", True, 1),
        ("Vladimir Putin", "President", "official", True, 1),
        ("Tass", "Russian state news agency", "state_media", True, 1),
        ("Alexander Lukashenko", None, "person", True, 4),
        ("remarks reported by the state news agency Belta", None, "document", True, 1),
        ("Dmitry Peskov", "Kremlin spokesperson", "official", True, 4),
        ("Many military experts", None, "vague_group", False, 1),
    ]
    assert set(second_hand(document)) == {("Tass", True), ("Belta", True)}


def test_the_second_seed_has_its_voices() -> None:
    document = parse(read(SEEDS / "004_3b203e2f2d81c9af.txt"))
    assert speakers(document) == [
        ("U.S.", None, "institution", True, 1),
        ("Karine Jean-Pierre", "White House press secretary", "official", True, 3),
        ("Dmitry Peskov", "Kremlin spokesman", "official", True, 1),
        ("Vladimir Putin", None, "person", True, 4),
        ("Sviatlana Tsikhanouskaya", "Exiled Belarusian opposition leader", "person", True, 2),
        ("experts", None, "vague_group", False, 1),
        ("Belarusian Hajun", "watchdog", "institution", True, 1),
        ("Interfax", None, "media", True, 1),
        ("Yevhen Yenin", "Ukraine’s deputy interior minister", "official", True, 1),
        ("Institute for the Study of War", None, "institution", True, 2),
        ("Ned Price", "U.S. State Department spokesman", "official", True, 2),
        ("Dionis Cenusa", "risk analyst at the Lithuanian think tank", "expert", True, 3),
    ]
    assert set(second_hand(document)) == {("Interfax", False), ("BBC", False), ("Newsweek", False)}


def test_the_long_quotation_of_the_second_seed_is_one_and_has_its_speaker() -> None:
    document = parse(read(SEEDS / "004_3b203e2f2d81c9af.txt"))
    last = document.quotations[-1]
    names = {speaker.id: speaker.name for speaker in document.speakers}
    assert (len(last.spans), last.closed, names[str(last.speaker)]) == (3, True, "Dionis Cenusa")


@pytest.mark.parametrize(
    ("text", "name", "role", "kind"),
    [
        ("“It leaks,” said President Ann Lee.", "Ann Lee", "President", "official"),
        ("Foreign Minister Ann Lee said it leaked.", "Ann Lee", "Foreign Minister", "official"),
        ("“It leaks,” said council spokesman Bo Ek.", "Bo Ek", "spokesman", "official"),
        ("Norland’s deputy interior minister, Ann Lee, said it leaked.", "Ann Lee",
         "Norland’s deputy interior minister", "official"),
        ("Ann Lee, the interior minister of Norland, said it leaked.", "Ann Lee", "interior minister of Norland",
         "official"),
        ("Ann Lee, a risk analyst at the bank, said it leaked.", "Ann Lee", "risk analyst at the bank", "expert"),
        ("Ann Lee, a professor of history, said it leaked.", "Ann Lee", "professor of history", "expert"),
        ("Ann Lee, 46, said it leaked.", "Ann Lee", None, "person"),
        ("Tidewatch, a charity that counts boats, said it leaked.", "Tidewatch", "charity", "institution"),
        ("The Ministry of Defence said it leaked.", "Ministry of Defence", None, "institution"),
        ("The BBC said it leaked.", "BBC", None, "media"),
        ("Tass said it leaked.", "Tass", None, "media"),
        ("The state news agency Tass said it leaked.", "Tass", None, "state_media"),
        ("Tass, the Russian state news agency, said it leaked.", "Tass", "Russian state news agency", "state_media"),
        ("Ann Lee and Bo Ek said it leaked.", "Ann Lee and Bo Ek", None, "person"),
    ],
)  # fmt: skip
def test_a_named_speaker_has_the_role_and_kind_the_text_gives(
    text: str, name: str, role: str | None, kind: str
) -> None:
    speaker = one_speaker(text)
    assert (speaker.name, speaker.role, speaker.kind, speaker.named) == (name, role, kind, True)


@pytest.mark.parametrize(
    ("text", "name", "kind", "named"),
    [
        ("Experts said it leaked.", "Experts", "vague_group", False),
        ("Some critics said it leaked.", "Some critics", "vague_group", False),
        ("Officials said it leaked.", "Officials", "vague_group", False),
        ("A senior official said it leaked.", "A senior official", "unnamed", False),
        ("A spokesman for the council said it leaked.", "A spokesman for the council", "unnamed", False),
        ("The report said it leaked.", "The report", "document", True),
        ("A study of tides found that it leaked.", "A study of tides", "document", True),
        ("The council said it leaked.", "The council", "institution", True),
        ("The think tank said it leaked.", "The think tank", "institution", True),
    ],
)
def test_a_speaker_without_a_name_has_the_kind_of_its_noun(text: str, name: str, kind: str, named: bool) -> None:
    speaker = one_speaker(text)
    assert (speaker.name, speaker.kind, speaker.named) == (name, kind, named)


@pytest.mark.parametrize(
    ("text", "outlet", "state"),
    [
        ("Minister Ann Lee told the BBC that it leaked.", "BBC", False),
        ("“It leaks,” Minister Ann Lee told Newsweek.", "Newsweek", False),
        ("It leaked, according to Interfax.", "Interfax", False),
        ("It leaked, according to Tass, the Russian state news agency.", "Tass", True),
        ("It leaked, according to the state-run agency Belta.", "Belta", True),
        ("It leaked, the news agency Skerry reported.", "Skerry", False),
    ],
)
def test_what_an_outlet_heard_is_second_hand_and_state_media_only_when_the_text_says_so(
    text: str, outlet: str, state: bool
) -> None:
    assert second_hand(document_from_text(text)) == [(outlet, state)]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ann Lee told reporters that it leaked.",
        "Minister Ann Lee said the BBC was wrong.",
        "It leaked, according to the harbour office.",
    ],
)
def test_words_said_to_anyone_else_are_first_hand(text: str) -> None:
    assert second_hand(document_from_text(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Ann Lee met the council. She said it leaked.", "Ann Lee"),
        ("Minister Ann Lee said it leaked. “It may fall,” she said.", "Ann Lee"),
        ("Minister Ann Lee said it leaked.\n\n“It may fall,” she said.", "Ann Lee"),
        ("The Ministry of Defence met. It said the wall leaked.", "Ministry of Defence"),
        ("The report said it leaked. It added that it may fall.", "The report"),
        ("Minister Ann Lee met the council. Lee said it leaked.", "Ann Lee"),
    ],
)
def test_pronouns_and_surnames_lead_to_the_name_before(text: str, name: str) -> None:
    document = document_from_text(text)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    assert {names.get(str(attribution.speaker)) for attribution in document.attributions} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "He said it leaked.",
        "“It leaks,” she said.",
        "The wall stood in Ukraine. She said it leaked.",
        "They said it leaked.",
        "Minister Ann Lee left.\n\nIt rained.\n\nNobody came.\n\nShe said it leaked.",
    ],
)
def test_a_pronoun_without_a_name_near_it_has_no_speaker(text: str) -> None:
    document = document_from_text(text)
    assert [attribution.speaker for attribution in document.attributions] == [None]
    assert document.attributions[0].source is not None
    assert document.speakers == ()


def test_speakers_are_numbered_in_the_order_they_speak_and_every_id_is_known() -> None:
    document = document_from_text("Minister Ann Lee said it leaked. Experts said it did not. Lee said it did.")
    assert [speaker.id for speaker in document.speakers] == ["s1", "s2"]
    assert [attribution.speaker for attribution in document.attributions] == ["s1", "s2", "s1"]
