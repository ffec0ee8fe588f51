"""What the kind `voices` finds: who is heard where, with how much room, by which verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from crossread.comparison.coverage import Coverage
from crossread.comparison.voicing.phrases import _CLAUSE
from crossread.finding import run_kind
from crossread.findings import voices
from crossread.findings.voices import VoicesOptions
from crossread.model import Analysis, Finding, FoundKind
from crossread.parse import document_from_text
from crossread.pipeline import analyse, compare
from crossread.reading import article_from_text, read

Build = Callable[..., Analysis]
SEEDS = Path(__file__).parents[2] / "seeds"


def look(*articles: Analysis, most: int = 100) -> FoundKind:
    return run_kind(voices.KIND, Coverage(articles), VoicesOptions(most))


def news(*sentences: str) -> Analysis:
    return analyse(document_from_text("\n\n".join(["Harbour wall closed", *sentences])).article, {})


def by_rule(found: FoundKind, rule: str) -> list[Finding]:
    return [finding for finding in found.findings if rule in finding.rules]


def said(cue: str, times: int, name: str = "Ann Lee", what: str = "the wall") -> list[str]:
    lines = (
        "would hold until winter",
        "was safe to walk on",
        "had been mended twice",
        "needed no more money",
        "was old",
    )
    return [f"{name} {cue} that {what} {lines[n % len(lines)]} in part {n}." for n in range(times)]


def test_a_shared_voice_has_its_share_and_words_in_each_article() -> None:
    one = news("Ann Lee, an engineer, said that the wall is old.", "Bo Ek said that it is new.")
    two = news("“The wall is old,” Ann Lee said on Monday.", "Nobody else was asked.")
    (shared,) = by_rule(look(one, two), "shared")
    assert (shared.label, shared.only_in, shared.size) == ("Ann Lee", None, 0.0)
    assert [(cell.value, cell.counts["words_direct"], cell.counts["words_indirect"]) for cell in shared.cells] == [
        (55.6, 0, 5),
        (100.0, 4, 0),
    ]
    assert shared.sentence == (
        "Heard in A and B: Ann Lee (engineer), 5 of 9 attributed words in A (56 %) and 4 of 4 attributed words "
        "in B (100 %)."
    )


def test_a_voice_of_one_article_says_so_and_leads_to_its_words() -> None:
    one, two = news("Ann Lee said that the wall is old."), news("The wall is closed.")
    (only,) = by_rule(look(one, two), "only")
    assert (only.only_in, only.rules) == (one.id, ("only",))
    assert only.sentence.endswith("not found by our rules in B.")
    (span,) = only.cells[0].spans
    assert one.text[span.start : span.end] == "that the wall is old"


def test_a_voice_another_article_names_without_words_is_told_apart() -> None:
    one, two = news("Ann Lee said that the wall is old."), news("The crew met Ann Lee on the quay.")
    (only,) = by_rule(look(one, two), "only")
    assert only.rules == ("named", "only")
    assert "; B names this person, with no words found there by our rules." in only.sentence


def test_those_one_article_alone_hears_by_name_are_one_finding_with_people_first() -> None:
    board, critics = (
        "The Harbour Board said that it leaks here.",
        "Critics said that the wall is ugly and far too high.",
    )
    one = news(board, critics, "Ann Lee said that the wall is old.")
    (alone,) = by_rule(look(one, news("The wall is closed.")), "alone")
    assert alone.sentence == (
        "Heard by name in A and, by our rules, not in B: Ann Lee and Harbour Board, with 50 % of the 18 attributed "
        "words of A."
    )
    assert len(alone.cells[0].spans) == 2


def test_few_words_and_words_of_no_known_kind_are_not_counted_among_those_heard_by_name() -> None:
    one = news(
        "Ann Lee said that the wall is old.",
        "Bo Ek spoke of doubts.",
        "The Glashaus posted: “It leaks here again and again.”",
    )
    assert by_rule(look(one, news("The wall is closed.")), "alone") == []


def test_a_source_without_a_name_is_told_by_its_words_and_weighs_less_than_a_person() -> None:
    one = news("The magazine said that the wall is old.", "Ann Lee said that the wall is old.")
    person, phrase = by_rule(look(one, news("The wall is closed.")), "only")
    assert phrase.sentence.startswith("Heard under these words in A only: “the magazine”,")
    assert phrase.size == pytest.approx(person.size / 5)


def test_a_piece_of_a_sentence_is_shown_as_nobodys_role() -> None:
    assert _CLAUSE.search("the one who was able to win in the harbour towns")
    assert not _CLAUSE.search("chief executive of Norby Harbour")


def test_much_more_room_in_one_article_is_told_and_a_few_words_more_are_not() -> None:
    much = news(*said("said", 12), "Bo Ek said that it rained.")
    little = news("Ann Lee said that the wall was old.", *said("said", 12, "Bo Ek"))
    (space, *_) = by_rule(look(much, little), "space")
    assert space.sentence.startswith("More room in A than in B: Ann Lee,") or space.label == "Bo Ek"
    assert space.size > 0.5
    two_words, five_words = news("Ann Lee said that it leaks."), news("Ann Lee said that it leaks more every day.")
    assert by_rule(look(two_words, five_words), "space") == []


def test_claim_in_one_article_and_say_in_another_is_told_with_its_numbers() -> None:
    found = look(news(*said("said", 4)), news(*said("claimed", 2), *said("said", 2)))
    (cues,) = by_rule(found, "cues")
    assert cues.sentence.startswith(
        "Other verbs for Ann Lee in B than in A: words that leave doubt in 2 of 4 attributions (“claim” 2) in B "
        "and 0 of 4 attributions in A"
    )


@pytest.mark.parametrize(("claims", "says"), [(1, 3), (2, 12), (1, 0)])
def test_a_claim_or_two_among_many_is_no_difference(claims: int, says: int) -> None:
    found = look(news(*said("said", 6)), news(*said("claimed", claims), *said("said", says)))
    assert by_rule(found, "cues") == []


def test_two_voices_one_article_treats_unlike_and_another_alike() -> None:
    apart = news(*said("said", 4), *said("claimed", 3, "Bo Ek", "the quay"))
    alike = news(*said("said", 3), *said("said", 3, "Bo Ek", "the quay"))
    (unlike,) = by_rule(look(apart, alike), "unlike")
    assert unlike.label == "Bo Ek and Ann Lee"
    assert unlike.sentence == (
        "Words that leave doubt: in A, 3 of 3 attributions (“claim” 3) for Bo Ek and 0 of 4 attributions for Ann Lee; "
        "in B, 0 of 3 attributions for Bo Ek and 0 of 3 attributions for Ann Lee."
    )


def test_two_voices_treated_alike_in_both_are_no_finding() -> None:
    one = news(*said("claimed", 3), *said("claimed", 3, "Bo Ek", "the quay"))
    two = news(*said("said", 3), *said("said", 3, "Bo Ek", "the quay"))
    assert by_rule(look(one, two), "unlike") == []


def test_a_kind_of_people_one_article_does_not_hear_is_told_where_it_hears_enough() -> None:
    officials = [f"{name}, the mayor of {place}, said that it leaks." for name, place in PEOPLE]
    experts = [f"{name}, an engineer at {place} University, said that it leaks." for name, place in OTHERS]
    (kinds,) = by_rule(look(news(*officials), news(*experts)), "kinds")
    assert "3 officials or politicians in A; 3 experts in B" in kinds.sentence
    assert "no experts found by our rules in A" in kinds.sentence
    assert by_rule(look(news(*officials[:2]), news(*experts)), "kinds") == []


PEOPLE = (("Ann Lee", "Norby"), ("Bo Ek", "Lund"), ("Ida Moe", "Vik"))
OTHERS = (("Tom Reed", "Norby"), ("Kai Voss", "Lund"), ("Eva Hale", "Vik"))


def test_a_body_called_a_little_otherwise_is_one_row() -> None:
    one = news("The Ministry of Defence said that it leaks.")
    two = news("The Defence Ministry said that it holds.")
    assert [finding.label for finding in by_rule(look(one, two), "shared")] == ["Ministry of Defence"]


def test_a_phrase_heard_in_the_headline_alone_is_no_voice_and_a_name_is() -> None:
    phrase = analyse(document_from_text("Harbour Official Says Wall Leaks\n\nThe wall is closed.").article, {})
    name = analyse(document_from_text("Ann Lee Says Wall Leaks\n\nThe quay is closed, Ann Lee said.").article, {})
    assert [f.label for f in look(phrase, name).findings if f.cells[0].key] == ["Ann Lee"]


def test_the_number_of_voices_is_bounded_and_the_first_stay() -> None:
    many = news(*[f"Ann {chr(65 + n)}berg said that it leaks in place {n}." for n in range(12)])
    found = look(many, news("Nobody spoke."), most=5)
    assert len([f for f in found.findings if f.cells[0].key]) == 5


def test_the_seeds_voices_lead_to_words_in_their_articles() -> None:
    analyses = [analyse(read(str(path)), {}) for path in sorted(SEEDS.glob("0*.txt"))]
    texts = {analysis.id: analysis.text for analysis in analyses}
    found = look(*analyses)
    assert {f.label for f in by_rule(found, "shared")} == {
        "Vladimir Putin",
        "Alexander Lukashenko",
        "Dmitry Peskov",
        "United States",
    }
    for finding in found.findings:
        assert finding.sentence.endswith(".")
        for cell in finding.cells:
            assert cell.spans
            assert all(0 <= span.start < span.end <= len(texts[cell.article]) for span in cell.spans)


def bad() -> Sequence[tuple[str, list[str]]]:
    quotation = "“It leaks and it has leaked for a whole year, and nobody has come to mend the wall.”"
    return [
        ("nothing in common", ["Ann Lee said that it leaks.", "Oslo rejoiced, Karl Berg said."]),
        ("one is a quotation", [quotation, f"{quotation} Ann Lee said."]),
        ("one quotes another whole", ["Ann Lee said that it leaks.", "“Ann Lee said that it leaks,” Bo Ek wrote."]),
        ("no names", ["it rained, they said.", "officials said it poured."]),
        ("no sentences", ["|", "- - -"]),
        ("hostile", ["“" * 5000, "he said, " * 3000]),
        (
            "long phrases",
            ["the " + "very " * 3000 + "old man said that it leaks.", "Officials of " * 500 + "said it leaks."],
        ),
    ]


@pytest.mark.parametrize("texts", [texts for _, texts in bad()], ids=[name for name, _ in bad()])
def test_bad_input_does_not_fail_and_gives_the_same_twice(texts: Sequence[str]) -> None:
    analyses = [analyse(article_from_text(text), {}) for text in texts]
    assert look(*analyses).status != "failed"
    assert look(*analyses) == look(*analyses)


def test_the_same_article_twice_has_nothing_to_itself(build: Build) -> None:
    article = build("“It is over,” Anna Berg said.", said=[("Anna Berg", "person", "“It is over,”")])
    assert look(article, article).status == "not_applicable"
    (found,) = [each for each in compare([article, article]).found if each.kind == "voices"]
    assert found.findings == ()
