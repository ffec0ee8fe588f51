"""Words of an article set in marks: pairs kept whole, the telling part of a long sentence."""

from __future__ import annotations

import pytest

from crossread.comparison.claims.excerpts import excerpt, quoted
from crossread.model import Span

LONG = (
    "The council of the little town of Norby met on Monday evening in the old hall by the harbour to hear the "
    "report of its engineers because they found that the dam of Elmstead has a crack of 40 metres."
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"Let us go," she said.', "“‘Let us go,’ she said”"),
        ("“Let us go.”", "“Let us go”"),
        ("“Let us go", "“Let us go”"),
        ("and so we went.”", "“and so we went”"),
        ("He called it “a farce” and “a shame”.", "“He called it ‘a farce’ and ‘a shame’”"),
        ("“A farce” and “a shame”", "“‘A farce’ and ‘a shame’”"),
    ],
)
def test_marks_inside_are_single_and_in_pairs(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_quotation_that_is_cut_is_closed() -> None:
    assert quoted("He said “one two three four five six”.", 24) == "“He said ‘one two three …”".replace(" …", "’ …")


def test_a_long_sentence_is_shown_from_the_clause_that_holds_the_marks() -> None:
    at = LONG.index("40 metres")
    assert (
        excerpt(LONG, [Span(at, at + 9)]) == "“… because they found that the dam of Elmstead has a crack of 40 metres”"
    )
    assert excerpt(LONG, []).startswith("“The council of the little town")
    assert excerpt(LONG, []).endswith(" …”")
