"""The keys of `fetch:` take sensible values and no others, and each says what it is."""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec
import pytest

from crossread.fetching import FetchSettings


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"contact": "desk@example.org"},
        {"contact": "https://example.org/bots"},
        {"delay": 0, "timeout": 5, "max_bytes": 1, "redirects": 0, "retries": 0},
        {"allow_hosts": ["localhost"], "offline": True, "cache": "~/pages"},
    ],
)
def test_sensible_values_are_taken(given: dict[str, Any]) -> None:
    assert isinstance(msgspec.convert(given, FetchSettings), FetchSettings)


@pytest.mark.parametrize(
    "given",
    [
        {"contact": "a\r\nX-Header: b"},
        {"contact": "desk@example.org\n"},
        {"contact": "two words"},
        {"contact": "a)b"},
        {"contact": "Grüße"},
        {"delay": -1},
        {"timeout": 0},
        {"max_bytes": 0},
        {"redirects": 21},
        {"retries": 11},
        {"allow_hosts": ["http://localhost/"]},
        {"allow_hosts": [""]},
        {"cache": ""},
        {"cache": "a\0b"},
        {"proxy": "http://localhost"},
    ],
)
def test_other_values_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(given, FetchSettings)


def test_every_key_has_a_description() -> None:
    for name, kind in get_type_hints(FetchSettings, include_extras=True).items():
        assert any(getattr(meta, "description", None) for meta in kind.__metadata__), name
