"""The doctor: what is there, what is not, and how to mend it."""

from __future__ import annotations

import ctypes
import ctypes.util
import re
from importlib.metadata import PackageNotFoundError, requires
from typing import Any

import pytest

from crossread import doctor
from crossread.doctor import LIBRARIES, Check, examine, install_command


def by_name() -> dict[str, Check]:
    """The checks by what they look at."""
    return {check.name: check for check in examine()}


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert [check.line() for check in examine() if not check.ok] == []


def test_everything_the_package_requires_is_looked_at() -> None:
    needed = [line for line in requires("crossread") or [] if "extra" not in line]
    names = {re.split("[<>=]", line)[0] for line in needed}
    assert len(names) >= 5
    assert names <= set(by_name())


def test_a_dependency_that_is_not_installed_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", nothing)
    assert by_name()["click"].line() == 'missing  click: not installed; to mend it: pip install "click>=8.1"'


@pytest.mark.parametrize(
    ("found", "fits"), [("8.1", True), ("8.1.7", True), ("10.0", True), ("8.0.9", False), ("7", False)]
)
def test_an_old_dependency_is_missing(monkeypatch: pytest.MonkeyPatch, found: str, fits: bool) -> None:
    monkeypatch.setattr(doctor, "version", lambda name: found)
    assert by_name()["click"].ok is fits


def test_a_missing_library_is_told_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, *_: Any) -> None:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    checks = by_name()
    assert [checks[library.name].ok for library in LIBRARIES] == [False] * len(LIBRARIES)
    assert "libpango-1.0-0" in checks["Pango"].mend


@pytest.mark.parametrize(
    ("platform", "words"), [("linux", "apt-get install libx1"), ("darwin", "brew"), ("win32", "pacman")]
)
def test_the_command_is_the_one_of_the_machine(platform: str, words: str) -> None:
    assert words in install_command("libx1", platform)


def test_a_changed_word_list_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossread.lexicon.lexicon_hashes", lambda: {"hedging.tsv": "0" * 64})
    check = by_name()["word lists"]
    assert not check.ok
    assert "hedging.tsv" in check.found


def test_a_fault_that_breaks_a_check_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(form: str) -> int:
        raise RuntimeError("first line\nsecond line")

    monkeypatch.setattr("crossread.text.syllables.count_syllables", broken)
    check = by_name()["syllables of the CMU dictionary"]
    assert (check.ok, check.found) == (False, "RuntimeError: first line second line")


@pytest.mark.parametrize(
    ("found", "told"),
    [("7.0.9", "older than 7.1"), ("8.0", "not older than 8"), ("7.1", ""), ("7.9.12", "")],
)
def test_a_version_outside_the_bounds_is_told(monkeypatch: pytest.MonkeyPatch, found: str, told: str) -> None:
    monkeypatch.setattr(doctor, "version", lambda name: found)
    check = next(doctor._dependencies(["pypdf<8,>=7.1"]))
    assert (check.ok, told in check.line()) == (not told, True)
