"""JSON-LD: the article's node among others, its properties, and blocks that are not quite JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crossread.reading.html.json_ld import find_json_ld_claims

HERE = "https://brill.example/news/harbour-wall"


def claims(*blocks: Any, url: str = HERE) -> dict[str, list[str]]:
    """The values claimed by field; blocks are written as JSON unless they are text."""
    texts = [block if isinstance(block, str) else json.dumps(block) for block in blocks]
    found: dict[str, list[str]] = {}
    for claim in find_json_ld_claims(texts, [url]):
        found.setdefault(claim.field, []).append(claim.found.value)
    return found


def article(**properties: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The wall is mended"} | properties


def notes(field: str, **properties: Any) -> list[tuple[str, str]]:
    found = find_json_ld_claims([json.dumps(article(**properties))], [HERE])
    return [(claim.found.value, claim.found.note) for claim in found if claim.field == field]


def test_every_property_of_the_article_is_claimed() -> None:
    found = claims(
        article(
            author={"@type": "Person", "name": "Ann Lee"},
            publisher={"@type": "NewsMediaOrganization", "name": "Brill Courier"},
            datePublished="2021-05-04T09:30:00Z",
            dateModified="2021-05-05T10:00:00+02:00",
            articleSection=["News", "Harbour"],
            inLanguage="en-GB",
            mainEntityOfPage={"@type": "WebPage", "@id": HERE},
            isAccessibleForFree=False,
            correction={"@type": "CorrectionComment", "text": "The wall is 90 metres long."},
            isBasedOn={"@type": "Report", "name": "Harbour report", "url": "https://port.example/report"},
            backstory="We asked for the minutes.",
        )
    )  # fmt: skip
    assert found == {
        "title": ["The wall is mended"],
        "author": ["Ann Lee"],
        "publisher": ["Brill Courier"],
        "published": ["2021-05-04T09:30:00Z"],
        "modified": ["2021-05-05T10:00:00+02:00"],
        "section": ["News", "Harbour"],
        "genre": ["report"],
        "language": ["en-GB"],
        "url": [HERE],
        "paywall": ["paywalled"],
        "correction": ["The wall is 90 metres long."],
        "based_on": ["Harbour report"],
        "backstory": ["We asked for the minutes."],
    }


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Lee", [("Ann Lee", "")]),
        ({"name": "Ann Lee", "jobTitle": "Science Editor"}, [("Ann Lee", "Science Editor")]),
        ([{"name": "Ann Lee"}, {"name": "Bo Ek", "jobTitle": ["Reporter"]}], [("Ann Lee", ""), ("Bo Ek", "Reporter")]),
        ({"name": ["Ann Lee", "Bo Ek"]}, [("Ann Lee", ""), ("Bo Ek", "")]),
        ({"givenName": "Ann", "familyName": "Lee"}, [("Ann Lee", "")]),
        ({"name": "Ann &amp; Bo"}, [("Ann & Bo", "")]),
        ({}, []),
        (None, []),
        ([None, 7, [], {"name": None}], [("7", "")]),
    ],
)
def test_authors_come_in_every_shape(author: Any, expected: list[tuple[str, str]]) -> None:
    assert notes("author", author=author) == expected


def test_an_organisation_that_writes_is_marked_as_one() -> None:
    block = json.dumps(article(author={"@type": "NewsMediaOrganization", "name": "Roe and Lee"}))
    rules = [c.found.rule for c in find_json_ld_claims([block], [HERE]) if c.field == "author"]
    assert rules == ["json_ld.author_organisation"]


@pytest.mark.parametrize(
    ("kind", "genre", "note"),
    [
        ("OpinionNewsArticle", "opinion", "OpinionNewsArticle"),
        ("https://schema.org/AnalysisNewsArticle", "analysis", "AnalysisNewsArticle"),
        (["Article", "AdvertiserContentArticle"], "sponsored", "AdvertiserContentArticle"),
        ("SatiricalArticle", "satire", "SatiricalArticle"),
        ("NewsArticle", "report", "NewsArticle"),
    ],
)
def test_the_type_tells_the_genre(kind: Any, genre: str, note: str) -> None:
    assert notes("genre", **{"@type": kind}) == [(genre, note)]


def test_a_sponsor_is_claimed_with_its_name() -> None:
    assert notes("genre", **{"@type": "Article", "sponsor": {"name": "Brill Bank"}}) == [("sponsored", "Brill Bank")]
    assert notes("genre", **{"@type": "Article", "sponsor": ""}) == []


def test_references_within_a_graph_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Brill Courier", "publisher": {"@id": "#org"}},
            {"@type": "Organization", "@id": "#org", "name": "Brill Media"},
            article(author={"@id": "#lee"}, publisher={"@id": "#org"}),
            {"@type": "Person", "@id": "#lee", "name": "Ann Lee", "jobTitle": "Editor"},
        ]
    }
    found = claims(graph)
    assert (found["author"], found["publisher"]) == (["Ann Lee"], ["Brill Media"])


def test_a_reference_to_itself_ends() -> None:
    assert claims({"@type": "NewsArticle", "@id": "#a", "headline": "Wall", "author": {"@id": "#a"}})["title"] == [
        "Wall"
    ]


def test_the_article_of_the_page_is_chosen_among_others() -> None:
    other = article(headline="Another story", url="https://brill.example/news/other", author="Bo Ek")
    own = article(url=f"{HERE}/?from=home", author="Ann Lee")
    assert claims(other, own)["title"] == ["The wall is mended"]
    assert claims([other, own])["author"] == ["Ann Lee"]


def test_articles_inside_a_list_or_as_mentions_are_not_the_page() -> None:
    listed = {"@type": "ItemList", "itemListElement": [article(headline="Most read")]}
    found = claims(listed, article(mentions=article(headline="Mentioned")))
    assert found["title"] == ["The wall is mended"]


def test_two_blocks_of_one_article_add_up() -> None:
    found = claims(
        article(url=HERE, author="Ann Lee"), article(url=HERE, author="Someone", isAccessibleForFree="False")
    )
    assert (found["author"], found["paywall"]) == (["Ann Lee"], ["paywalled"])


def test_a_web_page_fills_only_what_the_article_leaves_open() -> None:
    page = {"@type": "WebPage", "name": "Wall - Brill Courier", "datePublished": "2021-05-04", "inLanguage": "en"}
    found = claims(article(), page)
    assert (found["title"], found["published"], found["language"]) == (["The wall is mended"], ["2021-05-04"], ["en"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, ["free"]), ("true", ["free"]), ("http://schema.org/False", ["paywalled"]), ("maybe", None), (None, None)],
)
def test_free_access_is_read_as_written(value: Any, expected: list[str] | None) -> None:
    assert claims(article(isAccessibleForFree=value)).get("paywall") == expected


def test_a_part_behind_the_paywall_makes_the_page_paywalled() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    assert claims(article(hasPart=[part]))["paywall"] == ["paywalled"]


GOOD = '{"@type": "NewsArticle", "headline": "The wall", "author": {"name": "Ann Lee"}}'


@pytest.mark.parametrize(
    "block",
    [
        GOOD,
        f"<!-- {GOOD} -->",
        f"//<![CDATA[\n{GOOD}\n//]]>",
        f"{GOOD};",
        "\ufeff" + GOOD,
        GOOD.replace("}}", "},}"),
        GOOD.replace("The wall", "The\nwall"),
        GOOD.replace("The wall", "The wall\\"[:-1] + "\\' "),
        GOOD.replace('"', "&quot;"),
        "/* for search engines */ " + GOOD,
        GOOD.replace("}}", "}, \"description\": 'no quotes like these'}"),
        GOOD.replace("}}", '}, "description": "he said "no" twice"}'),
        GOOD[:-1] + ', "articleBody": "the block breaks off',
        '{"@type": "WebSite"}' + GOOD,
        f"[{GOOD},]",
    ],
)
def test_common_faults_are_mended(block: str) -> None:
    found = claims(block)
    assert found["author"] == ["Ann Lee"]
    assert found["title"][0].startswith("The wall")


@pytest.mark.parametrize(
    "block",
    [
        "", "null", "[]", "7", '"text"', "{", "}{", "var a = 1;", "[" * 200_000, '{"a":' * 100_000, '"\\"' * 200_000,
        "/*" * 300_000, "-->" + " " * 300_000 + "x", '{"@type": ["NewsArticle", {}, null], "headline": {"a": []}}',
        '{"@type": "NewsArticle", "headline": ' + "9" * 5000 + "}",
    ],
)  # fmt: skip
def test_hostile_blocks_claim_nothing_and_end(block: str) -> None:
    assert set(claims(block)) <= {"genre"}


def test_more_than_the_bound_is_left_out() -> None:
    assert claims(article(articleBody="x" * 2_000_000)) == {}
