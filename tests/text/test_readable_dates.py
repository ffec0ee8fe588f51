from __future__ import annotations

import pytest

from crossread.text.readable_dates import readable


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2022-12-19", "19 December 2022"),
        ("2022-12-19T14:03:22-05:00", "19 December 2022, 14:03 UTC-05:00"),
        ("2022-12-19T14:03:22Z", "19 December 2022, 14:03 UTC"),
        ("2022-12-19T14:03", "19 December 2022, 14:03"),
        ("2022-12-19T00:00:00", "19 December 2022"),
        ("2022-12-19T00:00:00Z", "19 December 2022, 00:00 UTC"),
        ("2022-13-45", "2022-13-45"),
        ("Dec. 19, 2022", "Dec. 19, 2022"),
        ("not found in this copy", "not found in this copy"),
    ],
)
def test_a_date_in_iso_8601_is_written_out_and_any_other_stays_as_it_is(written: str, shown: str) -> None:
    assert readable(written) == shown
