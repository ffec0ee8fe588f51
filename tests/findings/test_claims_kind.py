"""Claims as findings: what each difference is called, how it reads, what leads and what is bounded."""

from __future__ import annotations

from functools import cache

import pytest

from crossread.comparison.coverage import Coverage
from crossread.findings.claims import KIND, ClaimOptions
from crossread.model import Analysis, Finding
from crossread.pipeline import analyse
from crossread.reading import article_from_text

# Long enough for the metrics that a telling is read with.
FILLER = "".join(
    f"\n\nThe museum {each}."
    for each in (
        "opens again in September after the long works on its roof",
        "shows boats and nets and the lamps of fishermen in its hall",
        "has a garden where children may plant beans and pull carrots",
        "keeps its oldest maps in a cellar that is dry in winter",
        "lends its rooms to a choir that sings there on Sundays",
        "sells postcards of the lighthouse and honey from its own bees",
        "is closed on Mondays and on days when the ferry does not sail",
        "was once a school, and before that a place to dry fish",
    )
)


@cache
def analysed(body: str) -> Analysis:
    return analyse(article_from_text(f"A Report With a Title\n\n{body}{FILLER}\n"))


def found(*bodies: str, against: int | None = None, options: ClaimOptions | None = None) -> list[Finding]:
    analyses = [analysed(body) for body in bodies]
    base = None if against is None else analyses[against].id
    findings = KIND.find(Coverage(analyses, against=base), options or ClaimOptions())
    return [finding for finding in findings if "museum" not in finding.sentence]


def marked(finding: Finding, *bodies: str) -> list[tuple[str, str, str]]:
    """Rule and words on both sides of each edit."""
    texts = {analysed(body).id: analysed(body).text for body in bodies}
    base = texts[finding.base or ""]
    return [
        (edit.rule, base[edit.base.start : edit.base.end], texts[cell.article][edit.here.start : edit.here.end])
        for cell in finding.cells
        for edit in cell.edits
    ]


def test_figures_that_differ_are_named_with_how_exact_they_are() -> None:
    bodies = (
        "At least nine passengers were killed when a coach left the road near Elmstead.",
        "A coach crash near Elmstead on the coast road killed 11 passengers on Monday.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "number"
    assert "“At least nine passengers” in A" in finding.sentence
    assert "“11 passengers” in B" in finding.sentence
    assert ("number", "11 passengers", "At least nine passengers") in marked(finding, *bodies)


def test_a_first_since_is_no_other_figure_than_a_second() -> None:
    bodies = (
        "Ann Lee became the second woman mayor of Norby, after Eva Stone.",
        "Ann Lee became the first woman mayor of Norby since Eva Stone.",
    )
    assert not [each for each in found(*bodies) if "number" in each.rules]


def test_a_question_and_a_statement_are_not_one_claim() -> None:
    bodies = (
        "So how did the baker Ann Lee win the race for mayor of Norby?",
        "The baker Ann Lee won the race for mayor of Norby.",
    )
    assert not [each for each in found(*bodies) if len(each.cells) == 2]


def test_words_of_somebody_weigh_less_than_a_fact_and_are_told_once() -> None:
    said = "“We shall plant apple trees along the whole of this avenue before the next winter,” Ida Moss said."
    bodies = (
        f"{said}\n\n{said}\n\nThe engineer Carl Reed sold 40 old paintings in Portugal.",
        "The council of Norby voted.",
    )
    words, fact = sorted((each for each in found(*bodies) if each.only_in), key=lambda each: each.size)
    assert words.sentence.startswith("Only in A, by our rules, from Ida Moss: “We shall plant")
    assert fact.rules == ("alone_fact",)
    assert words.size <= 0.5 * fact.size + 0.1


def test_an_ordinal_that_differs_is_a_figure_that_differs() -> None:
    bodies = (
        "Ann Lee is the first woman mayor of Norby in the party.",
        "Ann Lee became the second woman mayor of Norby.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "number"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bank will cut 1,200 jobs in Oster by June.", "The bank will cut 1,200 posts in Oster by June."),
        ("The pool cost 4.02 million dollars to build in Norby.", "The pool cost $4 million to build in Norby."),
        ("The vote in Norby is planned for 3 May.", "The vote in Norby is planned for May 3."),
    ],
)
def test_one_figure_written_otherwise_is_no_difference(one: str, other: str) -> None:
    rules = {rule for finding in found(one, other) for rule in finding.rules}
    assert "number" not in rules


def test_own_voice_and_attribution_are_told_apart_and_the_source_is_named() -> None:
    bodies = (
        "The company Norby Water knew of a crack in the dam for three weeks.",
        "The company Norby Water knew of a crack in the dam for three weeks, the mayor of Elmstead said.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "voice"
    assert finding.sentence.startswith("A says in its own voice what B attributes to “the mayor of Elmstead”")


def test_a_negation_in_one_telling_is_marked() -> None:
    bodies = (
        "The senate will pass this bill on water rights before the summer.",
        "The senate will not pass this bill on water rights before the summer.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "negation"
    assert "not pass" in finding.sentence


def test_a_word_that_leaves_it_open_is_marked() -> None:
    bodies = (
        "The driver of the coach fell asleep near Elmstead before dawn.",
        "The driver of the coach reportedly fell asleep near Elmstead before dawn.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "hedge"
    assert "B with “reportedly”, A without such a word" in finding.sentence


def test_a_detail_counts_as_added_only_where_the_other_article_has_it_nowhere() -> None:
    one = "The council of Norby voted to close the swimming pool on Friday."
    named = "The council of Norby, led by Carl Reed, voted to close the swimming pool on Friday."
    (finding,) = [each for each in found(one, named) if len(each.cells) == 2]
    assert finding.rules[0] == "added"
    assert "B adds “Carl Reed”" in finding.sentence
    elsewhere = f"{one}\n\nCarl Reed went fishing in Portugal."
    rules = {rule for each in found(elsewhere, named) if len(each.cells) == 2 for rule in each.rules}
    assert "added" not in rules


def test_a_figure_of_one_or_two_is_no_detail_and_one_of_two_articles_is_told_once() -> None:
    bare = "The council of Norby voted to close the swimming pool on Friday."
    small = "The two councils of Norby voted to close the swimming pool on Friday."
    assert not [each for each in found(bare, small) if "added" in each.rules]
    named = "The council of Norby, led by Carl Reed, voted to close the swimming pool on Friday."
    (finding,) = [each for each in found(bare, named, f"{named} It rained.", against=0) if len(each.cells) == 3]
    assert finding.sentence.endswith("; B and C add “Carl Reed”.")


def test_who_passes_words_on_is_no_fact_of_the_sentence() -> None:
    passed = "Ida Moss said the empty pool was “a natural home for frogs,” according to remarks reported by Belnews."
    (finding,) = [each for each in found(passed, "The council voted.") if each.only_in and "frogs" in each.sentence]
    assert finding.rules == ("alone",)


def test_what_is_told_alike_is_listed_without_size() -> None:
    body = "The council of Norby voted to close the swimming pool on Friday."
    (finding,) = [each for each in found(body, f"{body}\n\nRain is forecast.") if len(each.cells) == 2]
    assert (finding.rules, finding.size) == (("same",), 0)


def test_a_sentence_of_one_article_says_where_it_was_not_found() -> None:
    bodies = (
        "The council of Norby voted to close the pool.\n\nIda Moss, an engineer, sold 40 paintings in Portugal in May.",
        "The council of Norby voted to close the pool.",
        "Norby's council voted to close the pool.",
    )
    (finding,) = [each for each in found(*bodies) if each.only_in]
    assert finding.sentence == (
        "Only in A, by our rules: “Ida Moss, an engineer, sold 40 paintings in Portugal in May”."
    )
    text = analysed(bodies[0]).text
    assert {text[span.start : span.end] for span in finding.cells[0].spans[1:]} == {
        "Ida Moss",
        "40 paintings",
        "Portugal",
    }


def test_words_of_somebody_the_sentence_does_not_name_are_given_to_the_speaker() -> None:
    quotation = (
        "“We shall plant apple trees along the whole avenue,” Ida Moss said. "
        "“Children should be able to eat the fruit on their way to school in the morning.”"
    )
    sentences = [each.sentence for each in found(quotation, "The council of Norby voted to close the pool.")]
    assert any(": “Children should be able" in sentence and ", from Ida Moss: “" in sentence for sentence in sentences)


def test_the_chosen_article_is_the_base_and_else_the_fullest_telling() -> None:
    short = "The council of Norby voted to close the swimming pool."
    full = "The council of Norby, led by Carl Reed, voted to close the old swimming pool after 40 years."
    assert found(short, full)[0].base == analysed(full).id
    assert found(short, full, against=0)[0].base == analysed(short).id


def test_both_lists_are_bounded_by_the_options() -> None:
    towns = ("Alder", "Birch", "Cedar", "Drake", "Egret", "Finch")
    many = "\n\n".join(f"The mayor of {town}, Ann {town}, sold {n + 31} paintings." for n, town in enumerate(towns))
    other = "The council of Norby voted to close the pool."
    assert len([each for each in found(many, other) if each.only_in]) > 2
    bounded = found(many, other, options=ClaimOptions(most=0, most_alone=2))
    assert [each.only_in for each in bounded] == [analysed(many).id] * 2


def test_a_difference_at_the_head_of_the_articles_weighs_more_than_one_at_their_end() -> None:
    first = "The bank will cut 1,200 jobs in Oster by June.\n\nThe pool in Norby drew 300 visitors in May."
    other = "The bank will cut 1,500 jobs in Oster by June.\n\nThe pool in Norby drew 500 visitors in May."
    sizes = [finding.size for finding in found(first, other) if finding.rules[0] == "number"]
    assert len(sizes) == 2
    assert sizes[0] > sizes[1] > 0


def test_a_denial_in_one_telling_is_told_with_its_words() -> None:
    bodies = (
        "Transport minister David Okoro said the government would hold a public inquiry into the ferry.",
        "David Okoro, the transport minister, ruled out a public inquiry into the ferry on Monday.",
    )
    (finding,) = [each for each in found(*bodies) if len(each.cells) == 2]
    assert finding.rules[0] == "denial"
    assert "B with “ruled out a public”, A without a word of denial" in finding.sentence
    assert ("denial", "ruled out a public") in [(rule, one or other) for rule, one, other in marked(finding, *bodies)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # both say no
        ("David Okoro refused a public inquiry into the ferry.", "Okoro ruled out a public inquiry into the ferry."),
        # neither does
        ("David Okoro promised a public inquiry into the ferry.", "Okoro announced a public inquiry into the ferry."),
        # "not only" says more, not less
        (
            "David Okoro promised a public inquiry into the ferry.",
            "David Okoro promised not only a public inquiry into the ferry.",
        ),
    ],
)
def test_without_a_denial_on_one_side_alone_none_is_told(one: str, other: str) -> None:
    assert all("denial" not in each.rules for each in found(one, other))


def test_where_our_rules_tell_no_difference_the_sentence_says_so() -> None:
    bodies = (
        "The Marine Board said on Monday that the ferry Aurora had sailed to Lund with 40 cars.",
        "The ferry Aurora had sailed to Lund with 40 cars, according to the Marine Board on Monday.",
    )
    (finding,) = [each for each in found(*bodies) if "same" in each.rules]
    assert finding.sentence.startswith("A and B report on the same thing")
    assert finding.sentence.endswith("; our rules tell no difference.")
