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
        ("“He called it “rotten” and left,” she said.", [["“He called it “rotten” and left,”"]]),
        ('"He called it "rotten" and left," she said.', [['"He called it "rotten" and left,"']]),
        ("''It fell,'' she said. ''It broke.''", [["''It fell,''"], ["''It broke.''"]]),
        ("“It fell,“ she said. “It broke.”", [["“It fell,“"], ["“It broke.”"]]),
        ("She said ”it fell” twice.", [["”it fell”"]]),
        ("It fell,” said Ann Lee. “It broke.”", [["It fell,”"], ["“It broke.”"]]),
        ('The 24" board "fell" twice.', [['"fell"']]),
        ('"It fell." he said."It broke."', [['"It fell."'], ['"It broke."']]),
        ('" It fell , " she said . " It broke . "', [['" It fell , "'], ['" It broke . "']]),
        ("‘It fell,’ she said.", [["‘It fell,’"]]),
        ("'It fell,' she said.", [["'It fell,'"]]),
        ("‘It doesn’t float,’ she said.", [["‘It doesn’t float,’"]]),
        ("'It doesn't float,' she said.", [["'It doesn't float,'"]]),
        ("‘The drivers’ union agreed,’ she said.", [["‘The drivers’ union agreed,’"]]),
        ("The 'wall' fell in the '90s.", [["'wall'"]]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It fell, she said. “It broke.”", [["“It fell,"], ["“It broke.”"]]),
        ("“It fell, Ann Lee said.", [["“It fell,"]]),
        ("“It fell and he said nothing. “It broke.”", [["“It fell and he said nothing. “It broke.”"]]),
    ],
)
def test_a_closing_mark_lost_before_she_said_is_made_up_for(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"'), ("``", "''")])
def test_a_quotation_goes_on_without_opening_marks_to_where_it_is_closed(first: str, last: str) -> None:
    paragraphs = ["She wrote: “It fell.", "It “broke” then.", "It sank.” She left.", "He said “no”."]
    text = "\n\n".join(paragraphs).replace("“", first).replace("”", last)
    assert pieces(text) == [
        [f"{first}It fell.", f"It {first}broke{last} then.", f"It sank.{last}"],
        [f"{first}no{last}"],
    ]


def test_marks_nested_in_a_quotation_that_runs_on_belong_to_it() -> None:
    text = "“It was not “a war” at all. It “fell.\n\nIt broke.”\n\nSo he wrote."
    assert pieces(text) == [["“It was not “a war” at all. It “fell.", "It broke.”"]]


def test_a_quotation_does_not_run_on_over_one_that_opens() -> None:
    text = "She said “it fell.\n\nNobody was “hurt.\n\nIt sank.”"
    assert pieces(text) == [["“it fell."], ["“hurt.", "It sank.”"]]


def test_the_name_below_a_quotation_is_no_part_of_it() -> None:
    assert pieces('"We lost and went home.\n\nAnn Lee, Mayor of Holm."') == [['"We lost and went home.']]


def test_a_quotation_runs_on_for_eight_paragraphs_and_no_more() -> None:
    near, far = ("She said: “It fell." + "\n\nIt broke." * n + "\n\nIt sank.”" for n in (7, 8))
    assert len(quotations(near)[0].spans) == 9
    assert pieces(far) == [["“It fell."]]


def test_ten_thousand_nested_marks_are_one_quotation() -> None:
    text = "“" * 10_000 + "It fell" + "”" * 10_000
    found = quotations(text)
    assert len(found) == 1
    assert (found[0].start, found[0].closed) == (0, True)
    assert text[found[0].start : found[0].end] == text


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Read the full letter:\n\nDear all, I am sorry.\n\nWe lost.\n\nThe hall was full.",
            [["Dear all, I am sorry.", "We lost."]],
        ),
        ("They sent this statement:\n\nWe are full.", [["We are full."]]),
        (
            "They sent these talking points:\n\n- The hall is full.\n\n- It is old.\n\nHe left.",
            [["- The hall is full.", "- It is old."]],
        ),
        ("What to know:\n\n- The hall is full.", []),
        ("They sent this statement:\n\nThe hall is full.", []),
        ("They sent this statement:\n\n“We are full.”", [["“We are full.”"]]),
        ("This is what we know:\n\nWe went there.", []),
        ("They sent this statement.\n\nWe are full.", []),
        ("She read the letter:\n\nIt moved us, she said.", []),
        ("Her remarks:\n\nThe hall is “ours and mine.”", [["“ours and mine.”"]]),
    ],
)
def test_a_statement_below_the_line_announcing_it_needs_no_marks(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "VELL: I saw it.\n\nFALK (laughing): It was dark.\n\nFALK: And you?",
            [["I saw it."], ["It was dark."], ["And you?"]],
        ),
        ("Q: What did you see?\n\nA: I saw it.\n\nA: It was dark.", [["I saw it."], ["It was dark."]]),
        ("VELL: I saw it.\n\nThe hall was dark.", []),
        (
            "VELL: I saw it.\n\nAnd we ran.\n\nThe hall is old.\n\nYou see.\n\nVELL: No.",
            [["I saw it.", "And we ran."], ["No."]],
        ),
        ("A: I saw it.\n\nQ: You did?\n\nWere you there?\n\nA: Yes.", [["I saw it."], ["Yes."]]),
        ("UPDATE: We have more.\n\nUPDATE: I was wrong.", []),
        ("VELL: “I saw it.”\n\nFALK: “You did?”", [["“I saw it.”"], ["“You did?”"]]),
        ("THE FACTS: It fell.\n\nTHE CLAIM: It stood.", []),
    ],
)
def test_lines_of_a_transcript_are_speech_after_the_name(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "``",
        '"a',
        'a"',
        "“a”",
        ", he said. “",
        "A ",
        "Ann Lee said ",
        "I:\n\n",
        "letter:\n\n- ",
    ],
)
def test_a_hundred_thousand_characters_of_one_kind_are_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    spans = [span for quotation in quotations(text.strip()) for span in quotation.spans]
    assert all(a.end <= b.start for a, b in pairwise(spans))
