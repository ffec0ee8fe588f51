"""Which speakers of different articles are one voice."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from crossread.comparison.coverage import Coverage
from crossread.comparison.voicing.room import Voice, voices_heard
from crossread.comparison.voicing.voices import link_speakers
from crossread.model import Analysis, Pronoun, SpeakerEntity, SpeakerKind

Build = Callable[..., Analysis]
Said = tuple[str, SpeakerKind, str]
Told = str | tuple[str, str]
"""A source as an article writes it, or with the role it has there: ("Ann Lee", "harbour master")."""

P: SpeakerKind = "person"
B: SpeakerKind = "institution"
U: SpeakerKind = "unnamed"
G: SpeakerKind = "vague_group"
D: SpeakerKind = "document"

# fmt: off
SAME: list[tuple[SpeakerKind, Told, Told]] = [
    # spelling, titles, initials, parts of a name
    (P, "Alexander Lukashenko", "President Lukashenko"),
    (P, "Alexander Lukashenko", "Aleksandr Lukashenka"),
    (P, "Volodymyr Zelenskyy", "Zelensky"),
    (P, "Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya"),
    (P, "Dmitry Peskov", "Dmitri Peskov"),
    (P, "Dmitry Peskov", "Peskov"),
    (P, "Siarhei Holub", "Sergei Holub"),
    (P, "Rev. Tom Reed", "Tom Reed"),
    (P, "Republican Ann Lee", "Ann Lee"),
    (P, "Attorney General Mark Voss", "Mark Voss"),
    (P, "Foreign Minister Ivo Lind", "Ivo Lind"),
    (P, "A. Barry Strand", "Barry Strand"),
    (P, "Robert P. Olsen", "Bob Olsen"),
    (P, "Charles Weir", "Chuck Weir"),
    (P, "Richard Weir", "Dick Weir"),
    (P, "Peter Aldous", "Pete Aldous"),
    (P, "Joseph R. Hale Jr", "Joe Hale"),
    (P, "Plus Hale", "Hale"),
    (P, "Ann Lee of Norland", "Ann Lee"),
    (P, "José Muñoz", "Jose Munoz"),
    (P, "Prime Minister Kari Moe", "Kari Moe"),
    # bodies
    (B, "Institute for the Study of Tides", "IST"),
    (B, "the Harbour Board", "Harbour Board"),
    (B, "Ministry of Defence", "Defense Ministry"),
    (B, "U.S. Department of the Treasury", "Treasury Department"),
    (B, "U.S. State Department", "State Department"),
    (B, "Pentagon", "Department of Defense"),
    (B, "GOP", "Republican Party"),
    (B, "NBC News", "NBC"),
    (B, "C.I.A.", "CIA"),
    (B, "Tass", "TASS"),
    (B, "the Hale campaign", "The Hale campaign"),
    (B, "police", "Police"),
    (B, "the government", "The government"),
    # without a name
    (G, "officials", "some officials"),
    (G, "Critics", "critics"),
    (G, "several residents", "Residents"),
    (G, "the authorities", "authorities"),
    (G, "Officials in Norland", "officials in Norland"),
    (U, "a senior harbour official", "senior harbour official"),
    (D, "the Norland tide report", "the Norland tide report"),
]
OFFICES: list[tuple[Told, Told]] = [  # a named holder, and a phrase that means them
    (("Dmitry Peskov", "Kremlin spokesperson"), "the Kremlin spokesman"),
    (("Will McGill", "Reed's attorney"), "Reed's lawyer"),
    (("Will McGill", "Reed’s lawyer"), "Norland Republican Rep. Michael Reed's attorney"),
    (("Ann Lee", "Norland Gov."), "the Norland governor"),
    (("Bo Ek", "harbour master and port director"), "the port director"),
    (("Ida Moe", "CEO of the ferry line"), "the ferry chief executive"),
]
APART: list[tuple[SpeakerKind, Told, Told]] = [
    (P, "Anna Berg", "Karl Berg"),
    (P, "Dmitry Peskov", "Dmitry Medvedev"),
    (P, "Mr. Osei", "Mrs. Osei"),
    (P, "Maria Hansen", "Maria Jansen"),
    (P, "J. Edgar Holm", "Edwin Holm"),
    (P, ("Jesse Lund Jr", "Rep."), ("Jesse L. Lund", "Rev.")),
    (P, "George W. Aske", "George H. W. Aske"),
    (B, "Interior Ministry", "Defence Ministry"),
    (B, "Norland Army", "U.S. Army"),
    (B, "Hale campaign", "Reed campaign"),
    (B, "Sky News", "Sky"),
    (B, "the ministry", "the Ministry of Health"),
    (B, "the group", "the group"),
    (B, "the company", "the company"),
    (G, "experts", "military experts"),
    (G, "some Republicans", "many Republicans"),
    (G, "the officials", "officials"),
    (G, "many of the demonstrators", "demonstrators"),
    (G, "officials who saw the letter", "officials"),
    (G, "his aides", "his aides"),
    (U, "the source", "the source"),
    (U, "a spokesman", "a spokesman"),
    (U, "a witness", "the witness"),
    (D, "the report", "the report"),
    (D, "a statement", "the statement"),
]
NO_OFFICES: list[tuple[Told, Told]] = [
    (("Dmitry Peskov", "Kremlin spokesperson"), "a Kremlin spokesman"),
    (("Dmitry Peskov", "Kremlin spokesperson"), "the Minsk spokesman"),
    (("Dmitry Peskov", "Kremlin spokesperson"), "the spokesman"),
    (("Will McGill", "Reed's attorney"), "Reed's brother"),
    (("Ann Lee", "Norland Gov."), "the governor's aide"),
]
# fmt: on


def heard(*articles: Analysis) -> tuple[Voice, ...]:
    coverage = Coverage(articles)
    return voices_heard(coverage.analyses, coverage.voices, coverage.bodies, coverage.wordings)


def article(build: Build, number: int, *told: tuple[SpeakerKind, Told]) -> Analysis:
    """An article in which each source says one sentence."""
    names = [(kind, each if isinstance(each, str) else each[0]) for kind, each in told]
    text = " ".join(f"It was day {number} of case {place}, {name} said." for place, (_, name) in enumerate(names))
    said: list[Said] = [
        (name, kind, f"It was day {number} of case {place}") for place, (kind, name) in enumerate(names)
    ]
    made = build(text, said=said)
    roles = {each[0]: each[1] for _, each in told if not isinstance(each, str)}
    entity: dict[SpeakerKind, SpeakerEntity] = {B: "body", G: "group", D: "document"}
    speakers = tuple(
        msgspec.structs.replace(speaker, role=roles.get(speaker.name), entity=entity.get(speaker.kind, "person"))
        for speaker in made.speakers
    )
    return msgspec.structs.replace(made, speakers=speakers)


def numbers(*articles: Analysis) -> list[int]:
    links = link_speakers(articles)
    return [links[each.id, speaker.id] for each in articles for speaker in each.speakers]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_two_wordings_of_one_voice_are_linked(build: Build, kind: SpeakerKind, one: Told, other: Told) -> None:
    for first, second in ((one, other), (other, one)):
        assert len(set(numbers(article(build, 1, (kind, first)), article(build, 2, (kind, second))))) == 1


@pytest.mark.parametrize(("kind", "one", "other"), APART)
def test_two_voices_stay_two(build: Build, kind: SpeakerKind, one: Told, other: Told) -> None:
    for first, second in ((one, other), (other, one)):
        assert len(set(numbers(article(build, 1, (kind, first)), article(build, 2, (kind, second))))) == 2


@pytest.mark.parametrize(("holder", "phrase"), OFFICES)
def test_a_phrase_that_tells_an_office_means_who_holds_it(build: Build, holder: Told, phrase: Told) -> None:
    for first, second in (((P, holder), (U, phrase)), ((U, phrase), (P, holder))):
        assert len(set(numbers(article(build, 1, first), article(build, 2, second)))) == 1


@pytest.mark.parametrize(("holder", "phrase"), NO_OFFICES)
def test_a_phrase_that_may_mean_another_means_nobody(build: Build, holder: Told, phrase: Told) -> None:
    assert len(set(numbers(article(build, 1, (P, holder)), article(build, 2, (U, phrase))))) == 2


def test_an_office_two_people_hold_is_led_back_to_neither(build: Build) -> None:
    one = article(build, 1, (P, ("Ann Lee", "Norland minister")), (P, ("Bo Ek", "Norland minister")))
    assert len(set(numbers(one, article(build, 2, (U, "the Norland minister"))))) == 3


def test_an_office_most_articles_do_not_tell_is_no_ground(build: Build) -> None:
    misread = article(build, 1, (P, ("Mary Lund", "Former Vice President")))
    others = [article(build, n, (P, ("Mary Lund", "younger sister of Liz Lund"))) for n in (2, 3)]
    found = numbers(misread, *others, article(build, 4, (U, "the former vice president")))
    assert found[3] not in found[:3]


def test_the_congressman_is_the_only_one_of_his_article(build: Build) -> None:
    one = article(build, 1, (P, ("Tom Reed", "Rep.")), (U, "the Republican congressman"))
    assert len(set(numbers(one, build("Nobody spoke.")))) == 1
    two = article(build, 1, (P, ("Tom Reed", "Rep.")), (U, "a congressman"), (U, "the congressman"))
    assert len(set(numbers(two, build("Nobody spoke.")))) == 3


def test_a_short_form_is_the_one_body_its_article_names(build: Build) -> None:
    one = article(build, 1, (B, "Foreign Ministry"), (B, "the ministry"))
    assert len(set(numbers(one, build("Nobody spoke.")))) == 1
    two = article(build, 1, (B, "Foreign Ministry"), (B, "Interior Ministry"), (B, "the ministry"))
    assert len(set(numbers(two, build("Nobody spoke.")))) == 3


@pytest.mark.parametrize(("pronoun", "voices"), [("he", 2), ("she", 1), (None, 1)])
def test_he_and_she_of_one_surname_are_two(build: Build, pronoun: Pronoun | None, voices: int) -> None:
    one, two = article(build, 1, (P, "Anna Berg")), article(build, 2, (P, "Berg"))
    one = msgspec.structs.replace(one, speakers=(msgspec.structs.replace(one.speakers[0], pronoun="she"),))
    two = msgspec.structs.replace(two, speakers=(msgspec.structs.replace(two.speakers[0], pronoun=pronoun),))
    assert len(set(numbers(one, two))) == voices


def test_one_voice_is_merged_and_counted_by_article(build: Build) -> None:
    one = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "official", "“It is over,”")])
    two = build("Berg said that it was over now.", said=[("Berg", "person", "that it was over now")])
    (voice,) = heard(one, two)
    assert (voice.name, voice.kind) == ("Anna Berg", "official")
    counts = [(a, len(room.attributions), room.direct, room.indirect) for a, room in voice.rooms.items()]
    assert counts == [(one.id, 1, 3, 0), (two.id, 1, 0, 5)]


def test_two_people_with_one_surname_stay_two_and_ties_go_by_name(build: Build) -> None:
    one = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "person", "“It is over,”")])
    two = build("“It is not over,” Karl Berg said.", said=[("Karl Berg", "person", "“It is not over,”")])
    assert [voice.name for voice in heard(one, two)] == ["Karl Berg", "Anna Berg"]


def test_institutions_are_linked_by_acronym_and_capitals(build: Build) -> None:
    full = "Institute for the Study of War"
    said_one: list[Said] = [(full, "institution", "it will end"), ("Tass", "state_media", "it was late")]
    one = build(f"The {full} said it will end. Tass said it was late.", said=said_one)
    said_two: list[Said] = [("ISW", "institution", "it will end soon"), ("TASS", "state_media", "it was late")]
    two = build("The ISW said it will end soon. TASS said it was late.", said=said_two)
    assert [(voice.name, len(voice.rooms)) for voice in heard(one, two)] == [(full, 2), ("Tass", 2)]


def test_overlapping_attributions_count_a_word_once(build: Build) -> None:
    words = "it was “very much over”"
    one = build(
        f"Anna Berg said {words}.", said=[("Anna Berg", "person", words), ("Anna Berg", "person", "“very much over”")]
    )
    (voice,) = heard(one, build("Nobody spoke."))
    (room,) = voice.rooms.values()
    assert (len(room.attributions), room.direct, room.indirect, dict(room.by_sentence)) == (2, 3, 2, {0: 5})


def test_people_come_before_bodies_and_these_before_sources_without_a_name(build: Build) -> None:
    one = article(build, 1, (G, "many experts"), (B, "Harbour Board"), (P, "Zoe Lind"), (D, "a report"))
    assert [voice.name for voice in heard(one, build("It rained."))][:2] == ["Zoe Lind", "Harbour Board"]


def test_the_role_is_that_of_the_office_most_articles_tell(build: Build) -> None:
    roles = ("Norland counterpart", "Former Vice President", "sister of the mayor", "younger sister of Liz Lund")
    (voice,) = heard(*[article(build, n, (P, ("Mary Lund", role))) for n, role in enumerate(roles)])
    assert voice.role == "sister of the mayor"


def test_within_a_rank_the_most_quoted_voice_comes_first(build: Build) -> None:
    said: list[Said] = [
        ("Zoe", "person", "one two"),
        ("Carl", "person", "six seven"),
        ("Bea", "person", "three four five"),
    ]
    one = build("Zoe said one two. Carl said six seven. Bea said three four five.", said=said)
    assert [voice.name for voice in heard(one, build("Nobody spoke."))] == ["Bea", "Carl", "Zoe"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Many experts", "many experts"),
        ("Norland officials", "Norland officials"),
        ("Republicans", "Republicans"),
        ("The source", "the source"),
        ("Mr. Hale’s allies", "Mr. Hale’s allies"),
    ],
)
def test_a_phrase_loses_the_capital_its_sentence_gave_it(build: Build, phrase: str, name: str) -> None:
    (voice,) = heard(article(build, 1, (G, phrase)), build("Nobody spoke."))
    assert voice.name == name


@pytest.mark.parametrize(
    "phrase", ["his", "guilty", "whether the savings", "releasing several statements", "the plan", "some", "Reed's"]
)
def test_what_no_noun_for_people_bodies_or_papers_heads_is_no_voice(build: Build, phrase: str) -> None:
    assert heard(article(build, 1, (G, phrase)), build("Nobody spoke.")) == ()


@pytest.mark.parametrize(
    "phrase",
    ["people briefed on the matter", "two of the officials", "those familiar with the plan", "a person close to it"],
)
def test_a_source_described_at_length_is_a_voice(build: Build, phrase: str) -> None:
    assert len(heard(article(build, 1, (G, phrase)), build("Nobody spoke."))) == 1
