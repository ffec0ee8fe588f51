"""The ledger of the two seed articles, as a reader has it: every voice under its name, with role and kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.document import Document
from crossread.parse import parse
from crossread.reading import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
# name: role, kind, pronoun shown by the text, and lemmas among the cues
Voice = tuple[str | None, str, str | None, set[str]]
FIRST: dict[str, Voice] = {
    "Vladimir Putin": ("President", "official", "he", {"say"}),
    "Tass": ("Russian state news agency", "state_media", None, {"according to"}),
    "Alexander Lukashenko": ("Belarusian counterpart", "official", "he", {"say", "insist", "acknowledge"}),
    "Belta": (None, "state_media", None, {"according to"}),
    "Dmitry Peskov": ("Kremlin spokesperson", "official", "he", {"play down", "tell", "dismiss"}),
    "Many military experts": (None, "vague_group", None, {"believe"}),
}
SECOND: dict[str, Voice] = {
    "Karine Jean-Pierre": ("White House press secretary", "official", "she", {"say", "add"}),
    "Dmitry Peskov": ("Kremlin spokesman", "official", "he", {"dismiss"}),
    "Vladimir Putin": ("Russian counterpart", "official", "he", {"say", "add", "announce"}),
    "Sviatlana Tsikhanouskaya": ("Exiled Belarusian opposition leader", "politician", None, {"condemn", "tweet"}),
    "experts": (None, "vague_group", None, {"cast doubt on"}),
    "reports": (None, "vague_group", None, {"report"}),
    "Belarusian Hajun": ("watchdog", "civil_society", None, {"say"}),
    "Interfax": (None, "media", None, {"according to"}),
    "Yevhen Yenin": ("Ukraine’s deputy interior minister", "official", None, {"tell"}),
    "Institute for the Study of War": (None, "expert", None, {"according to", "add"}),
    "Ned Price": ("U.S. State Department spokesman", "official", "he", {"reject", "say"}),
    "Dionis Cenusa": ("risk analyst at the Lithuanian think tank", "expert", "he", {"say", "tell"}),
}


def seed(name: str) -> Document:
    return parse(read(SEEDS / name))


@pytest.mark.parametrize(
    ("name", "voices"), [("000_3bafeec33a1c3e02.txt", FIRST), ("004_3b203e2f2d81c9af.txt", SECOND)]
)
def test_every_voice_of_a_seed_has_its_name_role_kind_and_cues(name: str, voices: dict[str, Voice]) -> None:
    found = {speaker.name: speaker for speaker in seed(name).speakers}
    assert set(voices) <= set(found)
    for who, (role, kind, pronoun, cues) in voices.items():
        speaker = found[who]
        shown = speaker.pronoun if pronoun else None
        assert (who, speaker.role, speaker.kind, shown) == (who, role, kind, pronoun)
        assert (who, cues - set(speaker.cues)) == (who, set())


@pytest.mark.parametrize(
    ("name", "chains"),
    [
        ("000_3bafeec33a1c3e02.txt", {("Vladimir Putin", "Tass"), ("Alexander Lukashenko", "Belta")}),
        (
            "004_3b203e2f2d81c9af.txt",
            {("Vladimir Putin", "Interfax"), ("Yevhen Yenin", "BBC"), ("Dionis Cenusa", "Newsweek")},
        ),
    ],
)
def test_second_hand_words_of_a_seed_have_their_chain(name: str, chains: set[tuple[str, ...]]) -> None:
    assert {a.second_hand.chain for a in seed(name).attributions if a.second_hand} == chains


def test_the_words_of_each_long_quotation_are_the_speakers_own() -> None:
    direct = {speaker.name: speaker.words_direct for speaker in seed("004_3b203e2f2d81c9af.txt").speakers}
    assert direct["Dionis Cenusa"] == 121
    assert direct["Karine Jean-Pierre"] == 25
    assert direct["Belarusian Hajun"] == 0


@pytest.mark.parametrize("name", ["000_3bafeec33a1c3e02.txt", "004_3b203e2f2d81c9af.txt"])
def test_every_pronoun_of_a_seed_leads_to_somebody(name: str) -> None:
    assert [a.speaker_by for a in seed(name).attributions if a.speaker_by == "unresolved"] == []
