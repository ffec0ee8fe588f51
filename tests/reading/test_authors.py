"""Bylines taken apart into names, jobs and newsrooms."""

from __future__ import annotations

import pytest

from crossread.reading.authors import Author, fold_name, organisation, split_authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("by: Ann Lee", ["Ann Lee"]),
        ("Text: Ann Lee", ["Ann Lee"]),
        ("BY ANN LEE AND BO EK", ["ANN LEE", "BO EK"]),
        ("Ann Lee, Bo Ek & Cleo de Voss", ["Ann Lee", "Bo Ek", "Cleo de Voss"]),
        ("Ann Lee; Bo Ek | Cleo de Voss", ["Ann Lee", "Bo Ek", "Cleo de Voss"]),
        ("Ann Lee und Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Lee, Ann", ["Ann Lee"]),
        ("Ann Lee, Ann Lee", ["Ann Lee"]),
        ("Martin Lee, Jr.", ["Martin Lee, Jr."]),
        ("Dr. Ann Lee, PhD", ["Dr. Ann Lee"]),
        ("By Ann Lee in Paris and Bo Ek in London", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee is a reporter", ["Ann Lee"]),
        ("Posted by Ann Lee on May 4, 2021", ["Ann Lee"]),
        ("Ann Lee and Bo Ek Tuesday, May 4, 2021, 04:05 pm PT", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee (@annlee) ann.lee@brill.example", ["Ann Lee"]),
        ("Ann Lee@annlee", ["Ann Lee"]),
        ("Ann Lee, Special to the Star", ["Ann Lee"]),
        ("Theresa May", ["Theresa May"]),
        ("김철수 기자", ["김철수 기자"]),
    ],
)
def test_a_byline_is_split_into_names(byline: str, names: list[str]) -> None:
    assert [author.name for author in split_authors(byline)] == names


@pytest.mark.parametrize(
    "byline",
    [
        "", "By", "Share on Twitter", "View all posts", "Staff Writer", "admin", "jdadmin", "Editorial", "4 May 2021",
        "https://www.facebook.com/brill", "@brillcourier", "5 Min Read", "Follow us on Instagram", "Filed under: News",
    ],
)  # fmt: skip
def test_words_that_name_nobody_are_dropped(byline: str) -> None:
    assert split_authors(byline) == []


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Jane Roe, Science Editor", Author("Jane Roe", "Science Editor")),
        ("Jane Roe Senior Political Correspondent", Author("Jane Roe", "Senior Political Correspondent")),
        ("By JANE ROE, AP Auto Writer", Author("JANE ROE", "AP Auto Writer")),
        ("By Jane Roe, Reuters", Author("Jane Roe", "Reuters")),
        ("Jane Roe Associated Press", Author("Jane Roe", "Associated Press")),
        ("Jane Roe, The Courier", Author("Jane Roe", "The Courier")),
        ("Jane Roe | Brill Advance Media for Brill.com", Author("Jane Roe", "Brill Advance Media")),
        ("Jane B. Roe Brill Falls Argus Leader Daily", Author("Jane B. Roe", "Brill Falls Argus Leader Daily")),
        ("The Associated Press", Author("The Associated Press", organisation=True)),
        ("Reuters Staff", Author("Reuters", organisation=True)),
        ("Brill News Bureau", Author("Brill News Bureau", organisation=True)),
    ],
)
def test_jobs_and_newsrooms_become_the_note_of_the_name_before(byline: str, author: Author) -> None:
    assert split_authors(byline) == [author]


def test_two_agencies_are_two_authors() -> None:
    assert [author.name for author in split_authors("Reuters, AFP")] == ["Reuters", "AFP"]


def test_an_organisation_named_as_such_is_kept_whole() -> None:
    assert organisation("Roe, Lee and Partners") == [Author("Roe, Lee and Partners", organisation=True)]
    assert organisation("https://brill.example") == []


def test_a_list_of_everyone_is_no_byline() -> None:
    assert split_authors("; ".join(f"{chr(65 + i)}nn Lee" for i in range(20))) == []


def test_names_are_compared_without_case_accents_and_points() -> None:
    assert fold_name("The RENÉ B. Roe") == fold_name("René B Roe")


def test_a_text_longer_than_any_byline_names_nobody() -> None:
    assert split_authors("Ann Lee, " * 100_000) == []
