"""Lines of a PDF put together: which words keep the hyphen at a line's end, where paragraphs begin."""

from __future__ import annotations

import pytest

from crossread.reading.pdf.columns import Line
from crossread.reading.pdf.paragraphs import paragraphs_of


def lines(*texts: str, indents: tuple[int, ...] = (), column: int = 0) -> list[Line]:
    """Lines of a justified column, each 240 points wide."""
    return [
        Line(text, 50.0 + 10 * (i in indents), 290.0, 700.0 - 12 * i, 10.0, False, column)
        for i, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "elsewhere", "expected"),
    [
        ("gave the infor-", "mation to", "", "gave the information to"),
        ("gave the infor‐", "mation to", "", "gave the information to"),
        ("gave the infor\u00ad", "mation to", "", "gave the information to"),
        ("the Anglo-", "American plan", "", "the Anglo-American plan"),
        ("in the mid-", "1990s it", "", "in the mid-1990s it"),
        ("a long-", "term plan", "", "a long-term plan"),
        ("a well-", "known plan", "", "a well-known plan"),
        ("under-", "stand it", "", "understand it"),
        ("a long-", "term plan", "Longterm is how they spell longterm here.", "a longterm plan"),
        ("they will re-", "form it", "It was a re-form, and a re-form it stayed.", "they will re-form it"),
        ("President Zelen-", "skyy said", "", "President Zelenskyy said"),
        ("a state-of-the-", "art wall", "", "a state-of-the-art wall"),
        ("a well-infor-", "med woman", "", "a well-informed woman"),
        ("short-", "and long-term plans", "", "short- and long-term plans"),
        ("a repri-", "mand was", "", "a reprimand was"),
        ("it was —", "they said", "", "it was — they said"),
        ("it was—", "they said", "", "it was—they said"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_or_goes(upper: str, lower: str, elsewhere: str, expected: str) -> None:
    found = paragraphs_of(lines(upper, lower) + lines(*filter(None, [elsewhere]), column=1))
    assert found[0].text.removesuffix(f" {elsewhere}") == expected


def test_an_indent_opens_a_paragraph() -> None:
    found = paragraphs_of(lines("The council voted.", "It was late.", "Buses go", "by Mill Lane.", indents=(0, 2)))
    assert [each.text for each in found] == ["The council voted. It was late.", "Buses go by Mill Lane."]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    first = lines("The council voted on the", "road that leads to the", indents=(0,))
    second = lines("harbour and no other.", "Buses go", "by Mill Lane.", indents=(1,), column=1)
    assert [each.text for each in paragraphs_of(first + second)] == [
        "The council voted on the road that leads to the harbour and no other.",
        "Buses go by Mill Lane.",
    ]


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs_of([]) == []
