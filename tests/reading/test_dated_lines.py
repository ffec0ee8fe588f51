"""Lines with a date: the look that comes before their large patterns lets each form of them through."""

from __future__ import annotations

import pytest

from crossread.reading.patterns import BYLINE, DATE_LINE

MONTHS = "Jan. January Feb March Mar. April May June July Aug. September Sept. Sep October Nov December".split()
LABELS = (
    "",
    "Published: ",
    "First published on ",
    "Last updated ",
    "Originally posted at ",
    "Date: ",
    "On ",
    "(Updated ",
)


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("label", LABELS)
def test_each_month_under_each_label_makes_a_date_line(month: str, label: str) -> None:
    for date in (f"{month} 4, 2026", f"14 {month} 2026", f"{month} 24", f"Monday, 4 {month} 2026"):
        assert DATE_LINE.match(f"{label}{date}".lower()), date


@pytest.mark.parametrize("line", ["2026-05-04", "10.24 gmt, monday, 3 march 2026", "sat may 9, 2026 at 9:41 pm"])
def test_other_forms_make_a_date_line_too(line: str) -> None:
    assert DATE_LINE.match(line)


@pytest.mark.parametrize("line", ["on monday the ferry sank", "9 views 0 comments", "may 4 be with the 12 of them"])
def test_a_line_that_begins_like_a_date_and_is_none_stays_text(line: str) -> None:
    assert not DATE_LINE.match(line)


@pytest.mark.parametrize("month", MONTHS)
def test_a_name_beside_a_date_is_a_byline(month: str) -> None:
    for line in (f"Ann Lee | 4 {month} 2026", f"BY Ann Lee, {month} 14, 2026", f"{month.upper()} 4, 2026 • Ann Lee"):
        assert any(pattern.match(line) for rule, pattern in BYLINE if rule == "byline.name_and_date"), line
