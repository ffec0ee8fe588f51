"""Quotations over several articles: which copies are one quotation, and of which class each difference is."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_analysis import build_analysis

from crossread.comparison.coverage import Coverage
from crossread.comparison.quoting.alignment import candidates
from crossread.comparison.quoting.wording import read_quotations
from crossread.finding import run_kind
from crossread.findings.quotations import KIND
from crossread.metric import Options
from crossread.model import Analysis, Finding
from crossread.pipeline import analyse
from crossread.reading import article_from_text

Build = Callable[..., Analysis]


def quotations(*articles: Analysis, against: int | None = None) -> list[Finding]:
    chosen = None if against is None else articles[against].id
    found = run_kind(KIND, Coverage(articles, (), chosen), Options())
    assert found.status == "measured", found.reason
    return list(found.findings)


def rules(*articles: Analysis) -> list[tuple[str, ...]]:
    return [finding.rules for finding in quotations(*articles)]


def parsed(text: str) -> Analysis:
    """The analysis of an article with a title, its speakers and cues found."""
    return analyse(article_from_text(f"Harbour News Of The Day\n\n{text}\n"), {})


def edited(finding: Finding, rule: str, *articles: Analysis) -> list[tuple[str, str]]:
    """The words of the base and those here, for each edit of a class."""
    texts = {article.id: article.text for article in articles}
    base = texts[finding.base or ""]
    return [
        (base[edit.base.start : edit.base.end], texts[cell.article][edit.here.start : edit.here.end])
        for cell in finding.cells
        for edit in cell.edits
        if edit.rule == rule
    ]


ONE = "“The harbour will stay closed all winter,” he said."
LONG = "“We have to be honest with everyone who lives here and say it: the old harbour bridge will never reopen.”"
TITLE = "The claims were “wholly absurd, baseless inventions.”"


@pytest.mark.parametrize(
    ("left", "right", "classes"),
    [
        ("He said: “The harbour will stay closed all winter.”", ONE, ("same",)),
        (
            'He said: "It\'s a harbour closed for the winter."',
            "“It’s a harbour closed for the winter,” he said.",
            ("same",),
        ),
        (TITLE, "She waved the claims away “as wholly absurd, baseless inventions.”", ("edge",)),
        (
            "She saw them as “wholly absurd, baseless inventions.”",
            "She saw them “as wholly absurd, baseless inventions.”",
            ("moved",),
        ),
        (ONE, "“The harbour may stay closed all winter,” he said.", ("changed",)),
        (ONE, "“The harbour will probably stay closed all winter,” he said.", ("inserted",)),
        (ONE, "“The harbour will stay closed, all winter,” he said.", ("punctuation",)),
        (ONE, "“The harbour will stay closed … all winter,” he said.", ("ellipsis",)),
        (LONG, "“We have to be honest … and say it: the old harbour bridge will never reopen.”", ("ellipsis",)),
        (LONG, "“... the old harbour bridge will never reopen.”", ("ellipsis",)),
        (LONG, "He said “the old harbour bridge will never reopen.”", ("cut",)),
        (ONE, "“[The harbour] will stay closed all winter,” he said.", ("bracket",)),
        (
            "“It will stay closed all this long winter,” he said.",
            "“[The harbour] will stay closed all this long winter,” he said.",
            ("bracket",),
        ),
        (ONE, "“The [fishing] harbour will stay closed all winter,” he said.", ("bracket",)),
        (ONE, "“[t]he harbour will stay closed all winter,” he said.", ("bracket",)),
        (
            "He called them “wholly absurd, baseless inventions.”",
            "He said these were wholly absurd, baseless inventions, and left.",
            ("unmarked",),
        ),
        (
            "He called them “wholly absurd, baseless inventions.”",
            "He called them wholly absurd, “baseless inventions” and left.",
            ("moved",),
        ),
        ("The town is “not for sale.”", "It is “not for sale,” she wrote.", ("same",)),
        (
            "“We organised a tour of two well-known harbours before the long winter came,” he said.",
            "“We organized a tour of 2 well known harbors before the long winter came,” he said.",
            ("punctuation",),
        ),
        (
            "“I think Sen. Reed should leave the harbour alone,” he said.",
            "“I think Senator Reed should leave the harbour alone,” he said.",
            ("punctuation",),
        ),
    ],
)  # fmt: skip
def test_a_difference_is_of_its_class_and_no_other(left: str, right: str, classes: tuple[str, ...]) -> None:
    one, two = build_analysis(left), build_analysis(right + " Later.")
    assert rules(one, two) == [classes]
    assert rules(two, one) == [classes]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“We have long been concerned by the port’s role in this,” he said.",
            "“We have long been concerned by the state of roads,” he said.",
        ),
        ("“I am very proud of the team,” he said.", "“I am very proud of the city,” he said."),
        (
            "“Never closing the old harbour market,” he said.",
            "“We shall save the town by closing the old harbour market before the winter comes,” he said.",
        ),
        ("“It is what it is,” he said.", "“It was what it was,” she said."),
        ("“No comment,” he said.", "“No comment,” she said."),
        (
            "“At the end of the day it is for the voters,” he said.",
            "“At the end of the day it is for the judges,” he said.",
        ),
        ("The rain stayed.", "The rain stayed."),
        ("“The harbour is shut,” he said.", "The harbour had been shut for long, and is quiet."),
        ("", "“The harbour will stay closed all winter,” he said."),
    ],
)
def test_a_shared_phrase_is_not_the_same_quotation(build: Build, left: str, right: str) -> None:
    assert quotations(build(left), build(right + " Later.")) == []


def test_the_cells_hold_the_marks_and_the_edit_the_words(build: Build) -> None:
    left = build("They were “wholly absurd, baseless inventions.”")
    right = build("She spoke first. She dismissed them “as wholly absurd, baseless inventions,” and left.")
    (found,) = quotations(left, right, against=0)
    first, second = found.cells
    assert left.text[first.spans[0].start : first.spans[0].end] == "“wholly absurd, baseless inventions.”"
    assert right.text[second.spans[0].start : second.spans[0].end] == "“as wholly absurd, baseless inventions,”"
    assert (first.value, second.value) == (4, 5)
    (edit,) = second.edits
    assert right.text[edit.here.start : edit.here.end] == "as"
    assert edit.base.start == edit.base.end == first.spans[0].start + 1
    assert second.context is not None
    assert right.text[second.context.start : second.context.end].startswith("She dismissed them")


def test_words_given_to_another_speaker_are_named() -> None:
    words = "“The harbour will stay closed all winter,”"
    one, two = parsed(f"{words} Ann Lee said on Monday."), parsed(f"{words} Bob Ray said on Monday.")
    (found,) = quotations(one, two)
    assert found.rules == ("speaker",)
    assert found.sentence == (
        "A and B give “The harbour will stay closed all winter” to different speakers: A to Ann Lee, B to Bob Ray."
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey Marin said", "Sergei Marin said"),  # another spelling
        ("Ann Lee said", "Mrs Lee said"),
        ("the statement said", "Ann Lee said"),  # the one who issued it
        ("she said", "Ann Lee said"),  # nobody named beside the words
        ("Plus Lee said", "Ann Lee said"),  # one surname, a first name read wrongly
    ],
)
def test_one_speaker_under_two_names_is_no_other_speaker(left: str, right: str) -> None:
    words = "“The harbour will stay closed all winter,”"
    assert rules(parsed(f"{words} {left} on Monday."), parsed(f"{words} {right} on Monday.")) == [("same",)]


def test_alike_but_not_equal_words_of_two_speakers_are_two_quotations(build: Build) -> None:
    one = "“The council voted to close the harbour and the market before winter,”"
    two = "“My party voted to close the harbour and the market, whatever others tell you,”"
    same = quotations(build(f"{one} he said."), build(f"{two} he said."))
    other = quotations(
        build(f"{one} Ann Lee said.", said=[("Ann Lee", "person", one)]),
        build(f"{two} Bob Ray said.", said=[("Bob Ray", "person", two)]),
    )
    assert (len(same), len(other)) == (1, 0)


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("Ann Lee claimed", "Ann Lee said", True),
        ("Ann Lee warned", "Ann Lee insisted", True),
        ("Ann Lee told reporters", "Ann Lee said", False),
        ("Ann Lee added", "Lee wrote", False),
        ("Ann Lee claimed", "Lee claims", False),
    ],
)
def test_a_cue_of_another_stance_is_a_difference_and_a_neutral_one_for_another_is_none(
    left: str, right: str, *, differs: bool
) -> None:
    words = "“The harbour will stay closed all winter,”"
    (found,) = quotations(parsed(f"{words} {left}. It rained."), parsed(f"{words} {right}. It was dry."))
    assert found.rules == (("cue",) if differs else ("same",))


def test_the_cue_is_told_in_the_words_of_the_article() -> None:
    one = parsed("Ann Lee claimed that “the harbour will stay closed all winter” again.")
    two = parsed("Ann Lee said “the harbour will stay closed all winter” again.")
    (found,) = quotations(one, two)
    assert [dict(cell.words) for cell in found.cells] == [{"claim": 1}, {"say": 1}]
    assert found.sentence.endswith("under different verbs: A introduces it with “claimed”, B with “said”.")


def test_a_quotation_in_two_pieces_is_one_finding_whichever_article_is_the_base(build: Build) -> None:
    left = build("“The harbour will stay closed all winter,” he said. “The fish market opens its doors before Easter.”")
    right = build("“The harbour will stay closed all winter. The fish market opens its doors before Easter,” he said.")
    for against in (None, 0, 1):
        (found,) = quotations(left, right, against=against)
        assert found.rules == ("same",)
        assert [len(cell.spans) for cell in found.cells] == [2, 1]
        assert [cell.value for cell in found.cells] == [15, 15]


def test_words_that_stand_in_another_quotation_of_the_article_are_not_cut(build: Build) -> None:
    left = build(
        "“The harbour will stay closed all winter. We tried to find money,” he said. He left. "
        "Later he wrote “the fish market opens its doors again before Easter.”"
    )
    right = build(
        "“The harbour will stay closed all winter,” he said. He left. It was late. Later he wrote: "
        "“We tried to find money. The fish market opens its doors again before Easter.”"
    )
    assert {each.rules for each in quotations(left, right)} == {("same",)}


def test_a_sentence_left_out_between_two_pieces_is_a_cut(build: Build) -> None:
    whole = "The harbour will stay closed all winter. We tried to find the money. The fish market opens before Easter."
    left = build(f"“{whole}”")
    right = build("“The harbour will stay closed all winter,” he said. “The fish market opens before Easter.”")
    (found,) = quotations(left, right)
    assert edited(found, "cut", left, right) == [("We tried to find the money", "")]
    assert found.sentence.endswith(
        "at different length: A quotes 19 words, B 13, without “We tried to find the money”."
    )


def test_a_quotation_over_paragraphs_is_aligned_as_one(build: Build) -> None:
    left = build(
        "“The harbour will stay closed all winter.\n\n“The fish market opens its doors before Easter,” he said."
    )
    right = build("“The harbour will stay closed all winter. The fish market opens its doors before Easter,” he said.")
    assert rules(left, right) == [("same",)]


def test_a_phrase_quoted_over_and_over_is_listed_once(build: Build) -> None:
    left = build("“The harbour stays closed all winter.” " * 60)
    right = build("He said so: " + "“The harbour stays closed all winter.” " * 60)
    assert len(quotations(left, right)) == 1


def test_a_quotation_of_ten_articles_is_one_finding(build: Build) -> None:
    articles = [build(f"Report {i}. “The harbour will stay closed all winter,” he said.") for i in range(10)]
    (found,) = quotations(*articles)
    assert [cell.article for cell in found.cells] == [article.id for article in articles]
    assert found.size == 0


def test_five_copies_are_held_against_the_fullest_and_what_two_share_is_said_once(build: Build) -> None:
    full = "“The old harbour will stay closed all winter because the crane is broken.”"
    articles = [
        build("He said: “The old harbour will stay closed all winter.”"),
        build(f"She heard it: {full}"),
        build("It was “the old harbour will stay shut all winter because the crane is broken.”"),
        build("Word had it: “The old harbour will stay shut all winter because the crane is broken.”"),
        build("Nobody spoke of it."),
    ]
    (found,) = quotations(*articles)
    assert found.base == articles[1].id
    assert [cell.article for cell in found.cells] == [article.id for article in articles[:4]]
    assert found.rules == ("changed", "cut")
    assert found.sentence.endswith(
        "in different words: B has “closed”, C and D “shut”; B, C and D quote 13 words, A 8, "
        "without “because the crane is broken”."
    )


def test_two_quotations_that_a_third_article_joins_are_not_chained(build: Build) -> None:
    first = "The harbour will stay closed all winter for repairs of the crane."
    second = "The fish market opens its doors again before the Easter holidays."
    both, one, other = build(f"“{first} {second}”"), build(f"He said: “{first}”"), build(f"She said: “{second}”")
    found = quotations(both, one, other, against=1)
    cells = {tuple(cell.article for cell in each.cells): each.base for each in found}
    assert cells == {(both.id, one.id): one.id, (both.id, other.id): both.id}


def test_an_article_that_is_one_quotation_and_one_that_quotes_it_whole_are_told(build: Build) -> None:
    words = " ".join(f"word{n}" for n in range(700))
    page = build(f"“{words}”")
    quoting = build(f"The page said: “{words}” That was all.")
    part = build("It said “word600 word601 word602 word603 word604” in the end.")
    plain = build(f"{words}.")
    assert rules(page, quoting) == [("same",)] * 3  # in the stretches a long quotation is compared by
    assert rules(page, part) == [("cut",)]
    assert {each.rules for each in quotations(plain, quoting)} == {("unmarked",)}


def test_a_copy_without_marks_says_whose_words_it_is_by_our_rules(build: Build) -> None:
    one = parsed("Ann Lee said they were “wholly absurd, baseless inventions of the press.”")
    two = parsed("They were wholly absurd, baseless inventions of the press. It rained on Monday.")
    (found,) = quotations(one, two)
    assert found.rules == ("unmarked",)
    assert found.sentence == (
        "A and B have words of Ann Lee (“wholly absurd, baseless inventions of the press”) in different form: "
        "B has them without quotation marks, and by our rules without a speaker."
    )


@pytest.mark.parametrize(
    ("report", "fires"),
    [
        ("Ann Lee said the council would not close the fish market before Easter.", True),
        ("Bob Ray said the council would not close the fish market before Easter.", False),  # another speaker
        ("Ann Lee said the council would paint the town hall before Easter.", False),  # something else
        ("The council will not close the fish market before Easter.", False),  # nobody's speech
    ],
)
def test_a_quotation_that_is_indirect_speech_elsewhere_is_told(report: str, *, fires: bool) -> None:
    one = parsed("“The council is not going to close our fish market before Easter,” Ann Lee said.")
    found = quotations(one, parsed(f"{report} It rained on Monday."))
    assert [each.rules for each in found] == ([("paraphrase",)] if fires else [])
    if fires:
        assert found[0].sentence == (
            "A quotes Ann Lee: “The council is not going to close our …”; B reports as indirect speech "
            "“the council would not close the fish market before Easter”."
        )


def test_a_change_of_content_words_weighs_more_than_one_of_function_words_or_of_signs(build: Build) -> None:
    one = build("“The harbour will stay closed all winter,” he said.")
    sizes = [
        quotations(one, build(f"“{words},” he said."))[0].size
        for words in (
            "The harbour will stay open all winter",
            "The harbour may stay closed all winter",
            "The harbour will stay closed – all winter",
        )
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


WORD = st.sampled_from("harbour bridge winter crane fishing council market repair storm ferry quay lantern".split())
WORDS = st.lists(WORD, min_size=10, max_size=30).filter(lambda words: len(set(words)) > 5)
EDITS: dict[str, Callable[[list[str], int], list[str]]] = {
    "same": lambda words, at: words,
    "changed": lambda words, at: [*words[:at], "zeppelin", *words[at + 1 :]],
    "inserted": lambda words, at: [*words[:at], "zeppelin", *words[at:]],
    "bracket": lambda words, at: [*words[:at], "[zeppelin]", *words[at:]],
    "ellipsis": lambda words, at: [*words[:at], "…", *words[at:]],
    "punctuation": lambda words, at: [*words[:at], f"{words[at]};", *words[at + 1 :]],
    "cut": lambda words, at: words[:-1],
}


@pytest.mark.parametrize("rule", EDITS)
@settings(max_examples=15, deadline=None)
@given(words=WORDS, place=st.integers(2, 6))
def test_an_edit_of_a_class_yields_this_class_alone(rule: str, words: list[str], place: int) -> None:
    one = build_analysis(f"He said: “{' '.join(words)}”")
    two = build_analysis(f"“{' '.join(EDITS[rule](words, place))}” was all. Then it rained.")
    assert rules(one, two) == [(rule,)]


def test_ten_thousand_quotations_are_pruned_to_the_pairs_that_share_words(build: Build) -> None:
    draw = random.Random(7)  # noqa: S311 - a fixed sequence of made-up words
    words = ["".join(draw.choices("abdegiklmnoprstuvz", k=6)) for _ in range(6000)]

    def page(shared: list[str]) -> str:
        own = [" ".join(draw.choices(words, k=12)) for _ in range(990)]
        return "\n\n".join(f"“{quotation}.”" for quotation in shared + own)

    shared = [" ".join(draw.choices(words, k=12)) for _ in range(10)]
    articles = [build(page(shared)) for _ in range(10)]
    wordings = Coverage(articles).wordings
    passages = [p for a, wording in zip(articles, wordings, strict=True) for p in read_quotations(a, wording)]
    assert len(passages) == 10_000
    assert 450 <= len(list(candidates(passages))) < 1000  # of 45 million pairs
    found = quotations(*articles)
    assert [len(each.cells) for each in found] == [10] * 10


def test_a_short_form_written_in_full_is_spelling_and_no_other_word() -> None:
    one = parsed("“The mayor has said he’s determined to close the harbour and he won’t wait,” Ann Lee said.")
    two = parsed("“The mayor has said he is determined to close the harbour and he will not wait,” Ann Lee said.")
    (found,) = quotations(one, two)
    assert found.rules == ("punctuation",)


def test_what_is_written_like_a_title_is_no_quotation() -> None:
    one = parsed("She opened “The Handbook of the Harbour Keepers of Norby” and read.")
    two = parsed("She had a copy of The Handbook of the Harbour Keepers of Norby.")
    assert quotations(one, two) == []


def test_the_same_things_said_in_another_order_are_of_another_occasion() -> None:
    one = parsed("“I do not want boats in the old harbour, and I want the market closed on Sundays,” Ann Lee said.")
    two = parsed("“I want the market closed on Sundays, and I do not want boats in the old harbour,” Ann Lee said.")
    assert quotations(one, two) == []


def test_a_cue_with_another_between_it_and_the_quotation_does_not_introduce_it() -> None:
    words = "“The harbour will stay closed all winter.”"
    one = parsed(f"Ann Lee said: {words} It rained.")
    near = parsed(f"Ann Lee claimed in a long speech to the old fishermen of the whole coast: {words} It rained.")
    far = parsed(f"The fishermen claimed that boats rot and that nets are lost, and Ann Lee said: {words} It rained.")
    (found,) = quotations(one, near)
    assert "cue" in found.rules
    (found,) = quotations(one, far)
    assert "cue" not in found.rules


def test_signs_are_told_where_nothing_else_differs() -> None:
    one = parsed("“In recent days, the harbour was sadly left to the gulls and the rats of Norby,” Ann Lee said.")
    two = parsed("“In recent days the harbour was sadly left to the gulls and the cats of Norby,” Ann Lee said.")
    (found,) = quotations(one, two)
    assert "punctuation" in found.rules
    assert found.sentence.endswith("in different words: A has “rats”, B “cats”.")
