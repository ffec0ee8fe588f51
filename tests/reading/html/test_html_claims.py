"""Claims of a whole page: meta elements, microdata, HTML's own marks, and a date where none is given."""

from __future__ import annotations

import subprocess
import sys

import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from crossread.reading.html.claims import find_claims

HERE = "https://www.brill.example/news/harbour-wall"


def page(head: str = "", body: str = "", html: str = "") -> HtmlElement:
    return document_fromstring(f"<html {html}><head>{head}</head><body>{body}</body></html>")


def said(field: str, head: str = "", body: str = "", html: str = "", url: str = HERE) -> list[tuple[str, str]]:
    """(value, rule) of the claims of a field, without the host's."""
    found = [claim.found for claim in find_claims(page(head, body, html), url) if claim.field == field]
    return [(each.value, each.rule) for each in found if each.rule != "address.host"]


def meta(name: str, content: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("field", "element", "expected"),
    [
        ("title", meta("og:title", "The wall"), ("The wall", "meta.og_title")),
        ("author", meta("author", "Ann Lee", "name"), ("Ann Lee", "meta.author")),
        ("author", meta("parsely-author", "Ann Lee", "name"), ("Ann Lee", "meta.parsely_author")),
        ("publisher", meta("og:site_name", "Brill Courier"), ("Brill Courier", "meta.og_site_name")),
        ("published", meta("article:published_time", "2021-05-04"), ("2021-05-04", "meta.article_published_time")),
        ("published", meta("DC.date.issued", "4 May 2021", "name"), ("2021-05-04", "meta.dc_date_issued")),
        ("modified", meta("og:updated_time", "1620120600"), ("2021-05-04T09:30:00Z", "meta.og_updated_time")),
        ("section", meta("article:section", "Harbour"), ("Harbour", "meta.article_section")),
        ("language", meta("og:locale", "en_GB"), ("en_GB", "meta.og_locale")),
        ("language", meta("content-language", "de", "http-equiv"), ("de", "meta.content_language")),
        ("url", meta("og:url", HERE), (HERE, "meta.og_url")),
        ("paywall", meta("article:content_tier", "locked"), ("paywalled", "meta.article_content_tier")),
        ("genre", meta("article:opinion", "true"), ("opinion", "meta.article_opinion")),
    ],
)  # fmt: skip
def test_meta_elements_are_claimed(field: str, element: str, expected: tuple[str, str]) -> None:
    assert said(field, element) == [expected]


@pytest.mark.parametrize(
    ("field", "element"),
    [
        ("author", meta("article:author", "https://www.facebook.com/annlee")),
        ("author", meta("author", "@annlee", "name")),
        ("published", meta("date", "soon", "name")),
        ("published", meta("article:published_time", "0001-01-01T00:00:00Z")),
        ("genre", meta("article:opinion", "false")),
        ("title", meta("description", "About the wall", "name")),
        ("url", meta("og:url", "https://www.brill.example/")),
    ],
)
def test_what_is_no_value_of_the_field_is_not_claimed(field: str, element: str) -> None:
    # A date that is given keeps htmldate from looking for one.
    given = "" if field == "published" else meta("dc.date", "2021-05-04", "name")
    assert said(field, given + element) == []


def test_the_more_telling_name_comes_first_whatever_the_order() -> None:
    head = meta("twitter:title", "Social", "name") + meta("og:title", "Title")
    assert [value for value, _ in said("title", head)] == ["Title", "Social"]


@pytest.mark.parametrize(
    ("field", "head", "body", "html", "expected"),
    [
        ("title", "<title>The wall</title>", "<svg><title>Icon</title></svg>", "", ("The wall", "html.title")),
        ("language", "", "", 'lang="en-GB"', ("en-GB", "html.lang")),
        ("url", '<link rel="canonical" href="/wall">', "", "", ("https://www.brill.example/wall", "html.canonical")),
        ("author", "", '<a rel="author nofollow" href="/lee">Ann Lee</a>', "", ("Ann Lee", "html.rel_author")),
        ("author", "", '<p class="story-byline">By <b>Ann</b> <b>Lee</b></p>', "", ("By Ann Lee", "html.byline")),
        ("published", "", '<time datetime="2021-05-04T09:30Z">4 May</time>', "", ("2021-05-04T09:30:00Z", "html.time")),
        ("modified", "", '<time datetime="2021-05-05">Updated 5 May</time>', "", ("2021-05-05", "html.time")),
    ],
)  # fmt: skip
def test_the_marks_of_html_are_claimed(field: str, head: str, body: str, html: str, expected: tuple[str, str]) -> None:
    assert said(field, head, body, html) == [expected]


@pytest.mark.parametrize(
    "around",
    ["<aside>{}</aside>", "<footer>{}</footer>", "<ul><li>{}</li></ul>", '<div class="related-items">{}</div>'],
)
def test_times_and_authors_of_other_stories_are_not_this_ones(around: str) -> None:
    inside = '<time datetime="2001-01-01">x</time><a rel="author">Bo Ek</a>'
    body = around.format(inside) + '<time datetime="2021-05-04">y</time>'
    assert said("published", "", body) == [("2021-05-04", "html.time")]
    assert said("author", "", around.format(inside)) == []


def test_the_host_names_the_publisher_in_the_last_resort() -> None:
    found = [claim.found for claim in find_claims(page(), HERE) if claim.field == "publisher"]
    assert [(each.value, each.rule) for each in found] == [("brill.example", "address.host")]
    assert [claim for claim in find_claims(page(), "") if claim.field == "publisher"] == []


MICRODATA = """
<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Someone</b></div>
<article itemscope itemtype="https://schema.org/NewsArticle">
  <h1 itemprop="headline">The wall</h1>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person">
    <b itemprop="name">Ann Lee</b>, <i itemprop="jobTitle">Editor</i></span>
  <meta itemprop="datePublished" content="2021-05-04">
  <time itemprop="dateModified" datetime="2021-05-05T10:00Z">yesterday</time>
  <meta itemprop="isAccessibleForFree" content="False">
  <div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Troll</b></div>
</article>
<article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Other</h2></article>
"""


def test_microdata_of_the_first_article_are_claimed() -> None:
    found = [c for c in find_claims(page(body=MICRODATA), HERE) if c.found.rule.startswith("microdata")]
    assert [(c.field, c.found.value, c.found.note) for c in found] == [
        ("title", "The wall", ""),
        ("author", "Ann Lee", "Editor"),
        ("published", "2021-05-04", ""),
        ("modified", "2021-05-05T10:00:00Z", ""),
        ("paywall", "paywalled", ""),
    ]


def test_a_date_in_the_address_saves_guessing() -> None:
    assert said("published", url="https://brill.example/2021/05/04/wall") == [("2021-05-04", "html.address")]


def test_a_date_is_guessed_only_where_no_place_gives_one() -> None:
    body = '<p class="date">May 4, 2021</p><p>The council met.</p>'
    assert said("published", "", body) == [("2021-05-04", "htmldate.published")]
    assert said("published", meta("date", "2020-01-01", "name"), body) == [("2020-01-01", "meta.date")]
    assert said("published", "", "<p>The council met today.</p>") == []


def test_a_page_dated_after_today_is_read_as_it_will_be_tomorrow() -> None:
    assert said("published", "", '<p class="date">May 4, 2039</p>') == [("2039-05-04", "htmldate.published")]


def test_the_tree_is_left_as_it_was() -> None:
    tree = page(meta("og:title", "Wall"), MICRODATA.replace("datePublished", "x") + "<p>May 4, 2021</p>")
    before = etree.tostring(tree)
    find_claims(tree, HERE)
    assert etree.tostring(tree) == before


@pytest.mark.parametrize("url", ["", "http://[::1", "javascript:alert(1)", "https://" + "x" * 5000])
def test_a_broken_address_is_survived(url: str) -> None:
    head = f'<link rel="canonical" href="{url}">' + meta("og:title", "Wall")
    assert said("title", head, url=url) == [("Wall", "meta.og_title")]


def test_a_page_of_a_thousand_bylines_names_no_author() -> None:
    body = "".join(f'<a rel="author">Ann Lee{chr(97 + i % 26)}{chr(97 + i // 26)}</a>' for i in range(600))
    assert said("author", "", body) == []


def test_reading_plain_text_loads_no_html_library() -> None:
    code = (
        "import sys, crossread.reading.metadata; print(sorted({'lxml', 'htmldate', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
