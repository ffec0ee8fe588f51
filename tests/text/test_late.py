"""Patterns compiled late: they do what those of `re.compile` do, from their first use on."""

from __future__ import annotations

import re
from copy import copy

import pytest

from crossread.text.late import late


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def compile_and_note(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_now(source, flags)

    monkeypatch.setattr(re, "compile", compile_and_note)
    pattern = late("ferry")
    assert compiled == []
    assert pattern.search("the ferry")
    assert pattern.match("ferry")
    assert compiled == ["ferry"]


def test_it_finds_what_the_pattern_finds() -> None:
    pattern, same = late(r"(?P<name>[a-z]+)-(\d)", re.I), re.compile(r"(?P<name>[a-z]+)-(\d)", re.I)
    text = "Pier-1 and pier-2"
    assert pattern.findall(text) == same.findall(text)
    assert pattern.split(text) == same.split(text)
    assert pattern.sub(r"\2", text) == same.sub(r"\2", text)
    assert [match["name"] for match in pattern.finditer(text, 3)] == ["r", "pier"]
    assert (pattern.pattern, pattern.flags) == (same.pattern, same.flags)


def test_patterns_of_bytes_and_copies_of_unused_ones_work() -> None:
    assert late(rb"\d+").findall(b"1 and 22") == [b"1", b"22"]
    assert copy(late("a+")).fullmatch("aaa")


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("x")
