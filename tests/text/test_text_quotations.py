from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import Quotation, Zone, ZoneKind
from crossread.text.quotations import find_quotations


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text whose paragraphs are all body."""
    zones, start = [], 0
    for paragraph in text.split("\n\n"):
        zones.append(Zone("body", start, start + len(paragraph), "test"))
        start += len(paragraph) + 2
    return list(find_quotations(text, zones))


def pieces(text: str) -> list[list[str]]:
    return [[text[span.start : span.end] for span in quotation.spans] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It fell,” she said.", [["“It fell,”"]]),
        ('"It fell," she said.', [['"It fell,"']]),
        ("„Es fiel“, sagte sie.", [["„Es fiel“"]]),
        ("«It fell», she said.", [["«It fell»"]]),
        ("``It fell,'' she said.", [["``It fell,''"]]),
        ("“It,” she said, “fell.”", [["“It,”"], ["“fell.”"]]),
        ('"It," she said, "fell."', [['"It,"'], ['"fell."']]),
        ("“He said ‘no’ to me,” she said.", [["“He said ‘no’ to me,”"]]),
        ("“It fell.\n\n“It broke.\n\n“It sank.”", [["“It fell.", "“It broke.", "“It sank.”"]]),
        ('"It fell.\n\n"It broke."', [['"It fell.', '"It broke."']]),
        ("“It fell.”\n\n“It broke.”", [["“It fell.”"], ["“It broke.”"]]),
        ("He said it.”", []),
        ("‘It fell,’ she said.", [["‘It fell,’"]]),
        ("'It fell,' she said.", [["'It fell,'"]]),
        ("‘It doesn’t float,’ she said.", [["‘It doesn’t float,’"]]),
        ("'It doesn't float,' she said.", [["'It doesn't float,'"]]),
        ("", []),
    ],
)
def test_marks_make_quotations(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected
    assert all(quotation.closed for quotation in quotations(text))


@pytest.mark.parametrize(
    "text",
    [
        "The drivers' union and the sailors' guild didn't agree.",
        "The drivers’ union and the sailors’ guild didn’t agree.",
        "It wasn't Ann's fault; it's Bo's.",
        "The board is 5' long and 6'2 wide.",
        'The screen is 24" wide and 12" high.',
        "No marks at all.",
    ],
)
def test_apostrophes_and_inch_signs_are_no_quotations(text: str) -> None:
    assert pieces(text) == []


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "She said: “It fell and broke.\n\nNobody was hurt, he said.\n\n“It sank,” he said."
    found = quotations(text)
    assert pieces(text) == [["“It fell and broke."], ["“It sank,”"]]
    assert [quotation.closed for quotation in found] == [False, True]


def test_single_marks_are_no_quotations_of_their_own_beside_double_ones() -> None:
    assert pieces("“It fell,” she said of the ‘wall’ there.") == [["“It fell,”"]]


def test_ten_thousand_nested_marks_are_one_quotation() -> None:
    text = "“" * 10_000 + "It fell" + "”" * 10_000
    found = quotations(text)
    assert len(found) == 1
    assert (found[0].start, found[0].closed) == (0, True)
    assert text[found[0].start : found[0].end] == "“" * 10_000 + "It fell”"


def test_quotations_outside_the_body_are_not_taken() -> None:
    text = "“Title”\n\nBody."
    assert find_quotations(text, [Zone("body", 9, 14, "test")]) == ()


@settings(deadline=None)
@given(st.lists(st.text(alphabet="aB ,.'’‘“”\"«»„`", min_size=1, max_size=20), min_size=1, max_size=4))
def test_quotations_stay_in_their_paragraphs_in_order(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    spans = [span for quotation in quotations(text) for span in quotation.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not [span for span in spans if "\n" in text[span.start : span.end]]
    for quotation in quotations(text):
        assert (quotation.start, quotation.end) == (quotation.spans[0].start, quotation.spans[-1].end)


def test_paragraphs_set_off_as_a_quotation_are_one_with_or_without_marks() -> None:
    text = "He wrote “to all.\n\nWe will rebuild the wall.\n\nIt “stood” for long.\n\nSo he wrote."
    kinds: list[ZoneKind] = ["body", "quote_block", "quote_block", "body"]
    starts = [0, 19, 46, 68]
    ends = [17, 44, 66, 79]
    zones = [Zone(kind, start, end, "rule") for kind, start, end in zip(kinds, starts, ends, strict=True)]
    found = find_quotations(text, zones)
    assert [[text[span.start : span.end] for span in each.spans] for each in found] == [
        ["“to all."],
        ["We will rebuild the wall.", "It “stood” for long."],
    ]
    assert [each.closed for each in found] == [False, True]
