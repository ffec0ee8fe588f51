"""Numbers of several articles: what a finding says, how large it is, and what it never says."""

from __future__ import annotations

from hashlib import sha256

import msgspec
import pytest

from crossread.comparison.coverage import Coverage
from crossread.findings.numbers import KIND
from crossread.model import Analysis, Article, Finding, Found, Metadata, Origin, Zone
from crossread.pipeline import analyse


def article(text: str, published: str = "") -> Analysis:
    digest = sha256(text.encode()).hexdigest()
    metadata = Metadata(published=Found(published, "test") if published else None)
    zones = (Zone("body", 0, len(text), "test"),)
    return analyse(Article(digest[:12], Origin("text", "test", digest), metadata, text, zones), {})


def find(*articles: Analysis) -> list[Finding]:
    return list(KIND.find(Coverage(articles), KIND.options()))


KESSEL = article("A bomb killed 12 people in the market of Kessel, police said.")
KESSEL_TOO = article("The bomb in the market of Kessel killed nine people, the hospital said.")


def test_a_count_that_differs_is_told_with_who_says_so_and_its_places() -> None:
    (found,) = find(KESSEL, KESSEL_TOO)
    assert found.rules == ("differs",)
    assert found.sentence == (
        "The number of people killed: “12 people” in A (according to police) and “nine people” in B "
        "(according to the hospital)."
    )
    assert [cell.value for cell in found.cells] == [12, 9]
    assert [KESSEL.text[s.start : s.end] for s in found.cells[0].spans] == ["12 people"]


def test_a_third_article_that_agrees_with_one_is_named_beside_it() -> None:
    third = article("Police said that 12 people were killed by a bomb at the market of Kessel.")
    (found,) = find(KESSEL, KESSEL_TOO, third)
    assert "“12 people” in A and C" in found.sentence
    assert len(found.cells) == 3


def test_a_bound_far_from_the_other_number_may_still_hold() -> None:
    (found,) = find(article("A bomb killed at least seven people in the market of Kessel."), KESSEL)
    (plain,) = find(article("A bomb killed seven people in the market of Kessel."), KESSEL)
    assert found.rules == ("bound", "differs")
    assert found.size == pytest.approx(plain.size / 2, abs=0.001)


def test_numbers_that_can_both_hold_are_listed_without_size() -> None:
    (found,) = find(article("A bomb killed at least ten people in the market of Kessel."), KESSEL)
    assert (found.rules, found.size) == (("agrees",), 0.0)


def test_an_article_that_gives_both_numbers_contradicts_neither() -> None:
    both = article(
        "A bomb killed nine people in the market of Kessel, police said at first. "
        "The bomb in the market of Kessel killed 12 people, they said later."
    )
    assert "differs" not in {rule for found in find(both, KESSEL) for rule in found.rules}


def test_the_days_of_publication_stand_beside_a_number_that_may_have_been_brought_up_to_date() -> None:
    early = article("On Monday the flood at Varda killed three people.", "2022-12-19")
    late = article("The flood at Varda had killed five people by Tuesday.", "2022-12-20")
    (found,) = [f for f in find(early, late) if f.rules == ("differs",)]
    assert found.note == "published: A 19 December 2022; B 20 December 2022"


def test_years_since_and_a_year_agree_from_the_day_of_publication() -> None:
    since = article("The trip of Putin was his first trip to Belarus since 2019.", "2022-12-20")
    within = article("Putin made his first trip to Belarus in three years.", "2022-12-19")
    later = article("Putin made his first trip to Belarus in seven years.", "2022-12-19")
    assert [found.rules for found in find(since, within)] == [("agrees",)]
    assert [found.rules for found in find(since, later)] == [("date",)]


def test_a_weekday_and_a_date_are_one_day_or_two() -> None:
    weekday = article("Renn was charged last Tuesday with theft, police said.", "2022-12-19")
    same = article("Police said Renn was charged on December 13 with theft.", "2022-12-20")
    other = article("Police said Renn was charged on December 8 with theft.", "2022-12-20")
    assert [found.rules for found in find(weekday, same)] == [("agrees",)]
    assert [found.rules for found in find(weekday, other)] == [("date",)]


def test_an_early_and_large_difference_is_larger_than_a_late_and_small_one() -> None:
    filler = "The council met again to look at what could be done about it. " * 9
    (late,) = find(article(filler + KESSEL.text), article(filler + KESSEL_TOO.text))
    (early,) = find(article(KESSEL.text + " " + filler), article(KESSEL_TOO.text + " " + filler))
    (large,) = find(KESSEL, article("The bomb in the market of Kessel killed 90 people."))
    assert late.size < early.size < large.size


def test_the_age_of_a_person_is_named_after_the_person() -> None:
    one = article("The crane hit Anna Berg, 31, on the quay.")
    other = article("Anna Berg, 32, was on the quay when the crane fell.")
    (found,) = find(one, other)
    assert found.sentence == "The age of Anna Berg: “31” in A and “32” in B."


def test_the_same_number_in_the_same_words_is_no_finding() -> None:
    assert find(KESSEL, article("Police said a bomb killed 12 people in the market of Kessel on the hill.")) == []


@pytest.mark.parametrize("numeral", ["9" * 10_000, "1e999", "9" * 24 + " trillion" * 900, "١٢", "0"])
def test_hostile_numerals_neither_break_nor_grow_a_finding(numeral: str) -> None:
    hostile = article(f"A bomb killed {numeral} people in the market of Kessel.")
    for found in find(hostile, KESSEL):
        assert 0 <= found.size <= 1
        assert len(msgspec.json.encode(found)) < 20_000


def test_a_table_of_like_numbers_is_left_alone() -> None:
    table = [
        article(" ".join(f"In town {n} some {n * step + 11} people were killed by the flood." for n in range(120)))
        for step in (7, 9)
    ]
    assert "differs" not in {rule for found in find(*table) for rule in found.rules}


def test_a_toll_is_of_what_the_articles_lead_with_where_each_has_one_only() -> None:
    lead = "A strong earthquake struck the island of Sarro on Thursday and destroyed its old harbour."
    one = article(f"{lead} Officials said 37 people died.")
    two = article("An earthquake struck Sarro on Thursday near the harbour. The death toll rose to 52.")
    (found,) = [each for each in find(one, two) if each.size]
    assert found.sentence.startswith("The number of people killed: “37 people” in A")
    other = article("A ferry sank off Kessel in fog. The death toll rose to 52.")
    assert find(one, other) == []


def test_the_year_of_a_short_sentence_is_held_against_that_of_another() -> None:
    (found,) = find(article("The old bridge was built in 1974."), article("The bridge was built in 1978."))
    assert found.rules == ("date",)
    assert find(article("The old bridge was built in 1974."), article("The bridge was closed in 1978.")) == []


def test_a_fall_by_and_a_fall_are_one_and_a_fall_to_is_another() -> None:
    fell = article("The shares of Telvar fell 7 percent on Monday in Lund after the report.")
    by = article("The shares of Telvar fell by 9 percent on Monday in Lund after the report.")
    to = article("The shares of Telvar fell to 9 percent on Monday in Lund after the report.")
    assert [each.rules for each in find(fell, by)] == [("differs",)]
    assert find(by, to) == []


@pytest.mark.parametrize("took", ["took part in a march for peace", "took to the streets of Lorne for peace"])
def test_those_who_take_part_are_counted_with_those_who_march(took: str) -> None:
    one = article("Some 12,000 people marched through Lorne for peace on Saturday, police said.")
    (found,) = find(one, article(f"Organisers in Lorne said 50,000 people {took} on Saturday."))
    assert found.sentence.startswith("The number of people attending: ")
