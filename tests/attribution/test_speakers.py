"""The ledger of speakers: who is speaking, in which role, at first or second hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.document import Document
from crossread.model import Speaker
from crossread.parse import document_from_text, parse
from crossread.reading import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def one_speaker(text: str) -> Speaker:
    found = document_from_text(text).speakers
    assert len(found) == 1, found
    return found[0]


def second_hand(document: Document) -> list[tuple[str, bool]]:
    return [(a.second_hand.outlet, a.second_hand.state_media) for a in document.attributions if a.second_hand]


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
        ("Senator Ann Lee said it leaked.", "Ann Lee", "Senator", "politician"),
        ("Opposition leader Ann Lee said it leaked.", "Ann Lee", "Opposition leader", "politician"),
        ("Ann Lee (D-Norland) said it leaked.", "Ann Lee", None, "politician"),
        ("Ann Lee, the chief executive of the ferry line, said it leaked.", "Ann Lee",
         "chief executive of the ferry line", "business"),
        ("Human rights activist Ann Lee said it leaked.", "Ann Lee", "Human rights activist", "civil_society"),
        ("Ann Lee, a resident of the quay, said it leaked.", "Ann Lee", "resident of the quay", "witness"),
        ("Columnist Ann Lee said it leaked.", "Ann Lee", "Columnist", "media"),
        ("Minister Ann Lee met her Norland counterpart Bo Ek. Ek said it leaked.", "Bo Ek", "Norland counterpart",
         "official"),
        ("The council’s harbour adviser Bo Ek said it leaked.", "Bo Ek", "adviser", "official"),
        ("Council chairman Bo Ek’s deputy, Ann Lee, said it leaked.", "Ann Lee",
         "Council chairman Bo Ek’s deputy", "official"),
        ("The University of Norland said it leaked.", "University of Norland", None, "expert"),
        ("Norland Ferries Inc said it leaked.", "Norland Ferries Inc", None, "business"),
        ("Ukraine said it leaked.", "Ukraine", None, "official"),
        ("Tidewatch, a charity that counts boats, said it leaked.", "Tidewatch", "charity", "civil_society"),
        ("The Ministry of Defence said it leaked.", "Ministry of Defence", None, "official"),
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
        ("There are reports that it leaked.", "reports", "vague_group", False),
        ("Residents said it leaked.", "Residents", "vague_group", False),
        ("A spokesman for Ann Lee said it leaked.", "A spokesman for Ann Lee", "unnamed", False),
        ("Lee supporters said it leaked.", "Lee supporters", "vague_group", False),
        ("The council said it leaked.", "The council", "official", True),
        ("The think tank said it leaked.", "The think tank", "expert", True),
        ("The group said it leaked.", "The group", "institution", True),
        ("The company said it leaked.", "The company", "business", True),
        ("A poll found that it leaked.", "A poll", "poll", True),
        (
            "Two people familiar with the matter said it leaked.",
            "Two people familiar with the matter",
            "vague_group",
            False,
        ),
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
        ("It leaked, Ann Lee said, as quoted by state news agency Tass.", "Tass", True),
        ("Ann Lee was quoted by Interfax as saying it leaked.", "Interfax", False),
        ("“It leaked,” Ann Lee was quoted as saying by Newsweek.", "Newsweek", False),
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
    ("text", "chains"),
    [
        ("Minister Ann Lee told the BBC that it leaked.", [("Ann Lee", "BBC")]),
        ("Minister Ann Lee said it leaked, according to Interfax.", [("Ann Lee", "Interfax")] * 2),
        ("The BBC said it leaked.", [("BBC",)]),
        ("Minister Ann Lee met the board. “It leaks,” she told Newsweek.", [("Ann Lee", "Newsweek")]),
    ],
)
def test_second_hand_words_have_the_chain_of_who_told_whom(text: str, chains: list[tuple[str, ...]]) -> None:
    found = document_from_text(text).attributions
    assert [a.second_hand.chain for a in found if a.second_hand] == chains


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Ann Lee met the council. She said it leaked.", "Ann Lee"),
        ("Minister Ann Lee said it leaked. “It may fall,” she said.", "Ann Lee"),
        ("Minister Ann Lee said it leaked.\n\n“It may fall,” she said.", "Ann Lee"),
        ("The Ministry of Defence met. It said the wall leaked.", "Ministry of Defence"),
        ("The report said it leaked. It added that it may fall.", "The report"),
        ("Minister Ann Lee met the council. Lee said it leaked.", "Ann Lee"),
        ("Officials said it leaked. They said it may fall.", "Officials"),
        ("Minister Ann Lee, who said it leaked, left.", "Ann Lee"),
        # The one spoken of is not the one who speaks on.
        ("“Minister Bo Ek is late,” said Senator Ann Lee. “It leaks,” she said.", "Ann Lee"),
        ("Senator Ann Lee said Bo Ek’s wall leaked. “It may fall,” she said.", "Ann Lee"),
        ("Senator Ann Lee said it leaked. The senator said it may fall.", "Ann Lee"),
        ("Minister Alexander Lukashenko said it leaked. Lukashenka said it may fall.", "Alexander Lukashenko"),
        ("Minister Ann Lee said it leaked. A. Lee said it may fall.", "Ann Lee"),
    ],
)
def test_pronouns_and_surnames_lead_to_the_name_before(text: str, name: str) -> None:
    document = document_from_text(text)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    assert {names.get(str(attribution.speaker)) for attribution in document.attributions} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms Lee met Mr Ek on the quay. She said it leaked.", "Lee"),
        ("Ms Lee met Mr Ek on the quay. He said it leaked.", "Ek"),
        ("Spokeswoman Ann Lee met Chairman Bo Ek. He said it leaked.", "Bo Ek"),
        ("King Bo Ek met Queen Ann Lee. She said it leaked.", "Ann Lee"),
        ("Senator Ann Lee sold her boat. Senator Bo Ek met Lee. He said it leaked.", "Bo Ek"),
        ("Senator Ann Lee sold her boat. Senator Bo Ek met Lee. She said it leaked.", "Ann Lee"),
    ],
)
def test_a_pronoun_goes_to_the_person_whose_pronoun_the_text_shows(text: str, name: str) -> None:
    document = document_from_text(text)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    (attribution,) = document.attributions
    assert (names.get(str(attribution.speaker)), attribution.speaker_by) == (name, "pronoun")


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Spokeswoman Ann Lee said it leaked.", ["she"]),
        ("Mr Ek said it leaked.", ["he"]),
        ("Senator Ann Lee said she had seen it.", ["she"]),
        ("Senator Ann Lee said it leaked.", [None]),
        ("The report said it leaked.", [None]),
    ],
)
def test_a_first_name_tells_no_pronoun_and_titles_and_use_do(text: str, pronouns: list[str | None]) -> None:
    assert [speaker.pronoun for speaker in document_from_text(text).speakers] == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "He said it leaked.",
        "“It leaks,” she said.",
        "The wall stood in Ukraine. She said it leaked.",
        "They said it leaked.",
        "Mr Ek met the board. She said it leaked.",
        "Minister Ann Lee left.\n\nIt rained.\n\nNobody came.\n\nShe said it leaked.",
    ],
)
def test_a_pronoun_without_a_name_near_it_is_left_unresolved_and_says_so(text: str) -> None:
    document = document_from_text(text)
    assert [(a.speaker, a.speaker_by) for a in document.attributions] == [(None, "unresolved")]
    assert document.attributions[0].source is not None
    assert document.speakers == ()


def test_speakers_are_numbered_in_the_order_they_speak_and_every_id_is_known() -> None:
    document = document_from_text("Minister Ann Lee said it leaked. Experts said it did not. Lee said it did.")
    assert [speaker.id for speaker in document.speakers] == ["s1", "s2"]
    assert [attribution.speaker for attribution in document.attributions] == ["s1", "s2", "s1"]


def test_two_people_of_one_surname_stay_two() -> None:
    document = document_from_text("Minister Ann Lee said it leaked. Senator Bo Lee said it did not.")
    assert [speaker.name for speaker in document.speakers] == ["Ann Lee", "Bo Lee"]
