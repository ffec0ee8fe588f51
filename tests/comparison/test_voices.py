from __future__ import annotations

from collections.abc import Callable

from crossread.comparison.voices import compare_voices, link_speakers
from crossread.model import Analysis, SpeakerKind, VoiceComparison

Build = Callable[..., Analysis]
Said = tuple[str, SpeakerKind, str]


def voices(*articles: Analysis) -> tuple[VoiceComparison, ...]:
    return compare_voices(articles, link_speakers(articles))


def test_one_voice_is_merged_and_counted_by_article(build: Build) -> None:
    one = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "official", "“It is over,”")])
    two = build("Berg said that it was over now.", said=[("Berg", "person", "that it was over now")])
    (voice,) = voices(one, two)
    assert (voice.name, voice.kind, voice.only_in) == ("Anna Berg", "official", None)
    counts = [(a.article, a.attributions, a.words_direct, a.words_indirect) for a in voice.appearances]
    assert counts == [(one.id, 1, 3, 0), (two.id, 1, 0, 5)]


def test_a_voice_of_one_article_says_so(build: Build) -> None:
    one = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "person", "“It is over,”")])
    (voice,) = voices(one, build("Nobody spoke."))
    assert voice.only_in == one.id


def test_two_people_with_one_surname_stay_two(build: Build) -> None:
    one = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "person", "“It is over,”")])
    two = build("“It is not over,” Karl Berg said.", said=[("Karl Berg", "person", "“It is not over,”")])
    assert [voice.name for voice in voices(one, two)] == ["Karl Berg", "Anna Berg"]


def test_institutions_are_linked_by_acronym_and_capitals(build: Build) -> None:
    full = "Institute for the Study of War"
    said_one: list[Said] = [(full, "institution", "it will end"), ("Tass", "state_media", "it was late")]
    one = build(f"The {full} said it will end. Tass said it was late.", said=said_one)
    said_two: list[Said] = [("ISW", "institution", "it will end soon"), ("TASS", "state_media", "it was late")]
    two = build("The ISW said it will end soon. TASS said it was late.", said=said_two)
    assert [(voice.name, voice.only_in) for voice in voices(one, two)] == [(full, None), ("Tass", None)]


def test_nameless_voices_are_merged_only_when_worded_alike(build: Build) -> None:
    said_one: list[Said] = [("military experts", "vague_group", "it will end"), ("officials", "vague_group", "no")]
    one = build("Military experts say it will end. Officials say no.", said=said_one)
    said_two: list[Said] = [("experts", "vague_group", "it will end"), ("Officials", "vague_group", "yes")]
    two = build("Experts say it will end. Officials say yes.", said=said_two)
    found = {voice.name.lower(): voice.only_in for voice in voices(one, two)}
    assert found == {"military experts": one.id, "experts": two.id, "officials": None}


def test_overlapping_attributions_count_a_word_once(build: Build) -> None:
    words = "it was “very much over”"
    one = build(
        f"Anna Berg said {words}.", said=[("Anna Berg", "person", words), ("Anna Berg", "person", "“very much over”")]
    )
    (voice,) = voices(one, build("Nobody spoke."))
    (appearance,) = voice.appearances
    assert (appearance.attributions, appearance.words_direct, appearance.words_indirect) == (2, 3, 2)


def test_the_most_quoted_voice_comes_first_and_ties_go_by_name(build: Build) -> None:
    said: list[Said] = [
        ("Zoe", "person", "one two"),
        ("Carl", "person", "six seven"),
        ("Bea", "person", "three four five"),
    ]
    one = build("Zoe said one two. Carl said six seven. Bea said three four five.", said=said)
    assert [voice.name for voice in voices(one, build("Nobody spoke."))] == ["Bea", "Carl", "Zoe"]
