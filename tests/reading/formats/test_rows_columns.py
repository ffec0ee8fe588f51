from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.json import READER
from crossread.reading.page import Item, Problem, Raw, Reference


def read(rows: Any, columns: Mapping[str, str] | None = None) -> list[Item]:
    return list(READER.read(Raw(json.dumps(rows).encode(), "a.json", columns=columns or {})))


def only(rows: Any, columns: Mapping[str, str] | None = None) -> Raw:
    (item,) = read(rows, columns)
    assert isinstance(item, Raw)
    return item


def claims(item: Item) -> dict[str, str]:
    assert isinstance(item, Raw | Reference)
    assert all(claim.found.rule == f"row.{claim.field}" for claim in item.claims)
    return {claim.field: claim.found.value for claim in item.claims}


@pytest.mark.parametrize("name", ["text", "body", "Content", "article_text", "maintext", "FULL TEXT", "articleBody"])
def test_a_text_column_is_known_by_its_name(name: str) -> None:
    assert only([{"n": 1, name: "The ferry sailed."}]).data == b"The ferry sailed."


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("headline", "title"), ("byline", "author"), ("outlet", "publisher"), ("datePublished", "published"),
        ("updated_at", "modified"), ("category", "section"), ("lang", "language"), ("Date", "published"),
    ],
)  # fmt: skip
def test_a_claim_is_known_by_its_columns_name(name: str, field: str) -> None:
    assert claims(only([{"text": "The ferry sailed.", name: "2026-03-04"}])) == {field: "2026-03-04"}


def test_the_config_names_columns_and_decides() -> None:
    row = {"text": "A summary.", "long": "The whole story.", "kop": "Ferry sails", "title": "No", "nr": "A-17"}
    item = only([row], {"text": "long", "title": "kop", "id": "nr"})
    assert (item.data, item.part) == (b"The whole story.", "row 1 (A-17)")
    assert claims(item) == {"title": "Ferry sails"}


def test_a_dotted_name_reaches_into_objects() -> None:
    row = {"doc": {"main": {"words": "The ferry sailed."}}, "plain.dot": "Ferry"}
    item = only([row], {"text": "doc.main.words", "title": "plain.dot"})
    assert (item.data, claims(item)) == (b"The ferry sailed.", {"title": "Ferry"})


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [
        (
            [{"body": "x"}],
            {"text": "boddy"},
            'no column "boddy", which the config asks for as text; did you mean "body"?',
        ),
        ([{"body": "x"}], {"text": "boddy"}, "There are: body. Write in the config columns: {text: body}"),
        ([{"doc": {"body": "x"}}], {"text": "body"}, 'did you mean "doc.body"?'),
        ([{"body": "x"}], {"author": "zzz"}, "columns: {author: NAME}"),
        ([{"body": "x"}], {"txt": "body"}, 'there is no field "txt"; did you mean "text"?'),
        ([{"kop": "x", "artcle_text": "y"}], {}, 'perhaps it is "artcle_text". There are: kop, artcle_text.'),
        ([{"kop": "x"}], {}, "columns: {text: NAME}"),
        ([{f"c{n}": 1 for n in range(50)}], {}, "c29 and 20 more"),
    ],
)
def test_a_column_that_is_missing_is_named_with_those_there_are(
    rows: Any, columns: Mapping[str, str], said: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(rows, columns)
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.json: ")


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("<p>The ferry <b>sailed</b>.</p>", "text/html"),
        ("The ferry sailed.<br>It came back.<br/>", "text/html"),
        ("<!DOCTYPE html><title>x</title>", "text/html"),
        ("He typed <b> and nothing happened.", "text/plain"),
        ("Profits < losses > costs, a < b.", "text/plain"),
        ("<3 she wrote.", "text/plain"),
    ],
)
def test_html_is_told_from_words_about_tags(text: str, media_type: str) -> None:
    assert only([{"text": text}]).media_type == media_type


def test_a_column_of_html_goes_before_one_of_text() -> None:
    item = only([{"text": "Sailed.", "html": "The ferry sailed."}])
    assert (item.data, item.media_type, item.charset) == (b"The ferry sailed.", "text/html", "utf-8")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (["Ann Lee", "Bo Ek"], "Ann Lee; Bo Ek"),
        ([{"name": "Ann Lee", "id": 4}, {"name": "Bo Ek"}], "Ann Lee; Bo Ek"),
        ({"rendered": "Ann Lee"}, "Ann Lee"),
        ("['Ann Lee', \"Bo Ek\"]", "Ann Lee; Bo Ek"),
        ("Lee &amp; Ek", "Lee & Ek"),
        (7, "7"),
    ],
)
def test_lists_objects_and_numbers_become_words(value: Any, told: str) -> None:
    assert claims(only([{"text": "x y", "author": value}])) == {"author": told}


@pytest.mark.parametrize("value", [None, "", "  ", "NaN", "None", "null", [], {}, True, float("nan")])
def test_what_stands_for_nothing_claims_nothing(value: Any) -> None:
    assert claims(only([{"text": "x y", "title": value}])) == {}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2026-03-04T10:00:00+01:00", "2026-03-04T10:00:00+01:00"),
        (1772618400, "2026-03-04T10:00:00Z"),
        (1772618400000, "2026-03-04T10:00:00Z"),
        ("20260304", "2026-03-04"),
        ("in spring", "in spring"),
    ],
)
def test_dates_are_iso_where_they_can_be_read(value: Any, told: str) -> None:
    assert claims(only([{"text": "x y", "date": value}])) == {"published": told}


def test_a_row_with_an_address_and_no_text_is_a_reference() -> None:
    (item,) = read([{"url": "https://a.example/1", "title": "Ferry", "date": "2026-03-04", "text": None}])
    assert isinstance(item, Reference)
    assert (item.url, item.title, item.published) == ("https://a.example/1", "Ferry", "2026-03-04")
    assert claims(item)["url"] == "https://a.example/1"


def test_a_text_that_a_news_service_cuts_off_is_a_reference() -> None:
    items = read([{"url": "https://a.example/1", "content": "The ferry sai… [+2140 chars]"}])
    assert isinstance(items[0], Reference)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "a.example/1", "https://a b"])
def test_what_is_no_web_address_leads_nowhere(url: str) -> None:
    with pytest.raises(InputError, match="neither a text nor an address"):
        read([{"url": url}])


def test_a_row_with_neither_is_a_problem_and_the_others_go_on() -> None:
    items = read([{"title": "a"}, {"text": "First."}, {"title": "b"}, {"text": "Second."}])
    assert [item.part for item in items if isinstance(item, Raw | Problem)] == ["row 1", "row 2", "row 3", "row 4"]
    assert [type(item) for item in items] == [Problem, Raw, Problem, Raw]


def test_rows_without_anything_are_one_error_and_no_problems() -> None:
    items: Iterator[Item] = READER.read(Raw(b'[{"text": ""}, {"text": null}]', "a.json"))
    with pytest.raises(InputError, match=r"a\.json: there is no row .*: row 1: it has neither"):
        next(items)


def test_problems_beyond_twenty_are_counted() -> None:
    items = read([{"text": "x y"}, *({"text": ""} for _ in range(30))])
    problems = [item for item in items if isinstance(item, Problem)]
    assert len(problems) == 21
    assert (problems[-1].part, problems[-1].message) == ("rows", "10 more could not be read")


def test_a_part_of_a_container_keeps_its_name() -> None:
    (item,) = READER.read(Raw(b'[{"text": "x y"}]', "a.zip", part="b.json", retrieved="2026-03-04T10:00:00Z"))
    assert isinstance(item, Raw)
    assert (item.locator, item.part, item.retrieved) == ("a.zip", "b.json, row 1", "2026-03-04T10:00:00Z")
