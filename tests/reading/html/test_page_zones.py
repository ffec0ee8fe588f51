"""A page's blocks keep their place and get the zone that the structure around them tells."""

from __future__ import annotations

import pytest

from crossread.model import BODY_ZONES
from crossread.reading.formats.html import READER
from crossread.reading.page import Page, Raw

STORY = [
    "The harbour board of Brill voted on Tuesday to rebuild the eastern sea wall, which broke in the storm of January.",
    "“We cannot go through another winter like the last one,” said Marit Holm, who chairs the board, after the vote.",
    "The work is to begin in April and to cost 4.2 million crowns, half of which the county has promised to pay.",
    "Fishermen had asked for a lower wall, since a high one would hide the entrance from boats that come in at night.",
    "The board will decide on lights for the entrance at its next meeting, which is open to everyone in the town.",
]
HEADLINE = "Brill to rebuild its sea wall"


def page_of(html: str, url: str = "https://news.example/brill/wall") -> Page:
    [page] = READER.read(Raw(html.encode(), "wall.html", media_type="text/html", charset="utf-8", url=url))
    assert isinstance(page, Page)
    return page


def zones(page: Page) -> list[tuple[str | None, str]]:
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


def article(*, top: str = "", middle: str = "", end: str = "", below: str = "", head: str = "") -> str:
    paragraphs = [f"<p>{text}</p>" for text in STORY]
    return (
        f"<html><head><title>{HEADLINE} - The Brill News</title>{head}</head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f'<article><h1>{HEADLINE}</h1>{top}<div class="story">{"".join(paragraphs[:3])}{middle}'
        f"{''.join(paragraphs[3:])}{end}</div></article>{below}"
        "<footer><p>All rights reserved by the Brill News, 1 Quay Street.</p></footer></body></html>"
    )


def test_the_whole_page_is_kept_in_reading_order_and_the_story_is_body() -> None:
    found = zones(page_of(article()))
    assert [text for kind, text in found if kind == "body"] == STORY
    assert [kind for kind, _ in found] == ["furniture", "furniture", "title", *["body"] * 5, "furniture"]
    assert found[2] == ("title", HEADLINE)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<p class="article__kicker">Harbour news</p>', "kicker"),
        ('<p class="standfirst">The county pays half of the cost, the board says.</p>', "standfirst"),
        ('<h2>The county pays half of the cost, the board says</h2>', "standfirst"),
        ('<div class="x1"><p>The county pays half of the cost, the board says.</p></div>', "standfirst"),
        ('<div itemprop="description">The county pays half of the cost.</div>', "standfirst"),
        ('<p class="byline">By Jonas Vik and Ada Moen</p>', "byline"),
        ('<p>By Jonas Vik and Ada Moen</p>', "byline"),
        ('<p>By Jonas Vik - 11/18/24 11:04 PM CET</p>', "byline"),
        ('<p><a rel="author" href="/people/vik">Jonas Vik</a></p>', "byline"),
        ('<p><time datetime="2024-05-14">14 May 2024</time></p>', "date_line"),
        ('<div class="meta-date">Updated 14 May 2024, 08.10</div>', "date_line"),
        ('<div class="author-name">14 May 2024</div>', "date_line"),
        ('<div class="byline"><ul><li>Facebook</li></ul></div>', "furniture"),
        ('<figure><img src="a.jpg"><figcaption>The wall after the storm.</figcaption></figure>', "caption"),
        ('<div><img src="a.jpg"><span>The wall after the storm</span></div>', "caption"),
        ('<div class="share-bar"><a href="https://social.example/share">Share</a></div>', "furniture"),
    ],
)  # fmt: skip
def test_what_stands_between_headline_and_story(markup: str, kind: str) -> None:
    found = zones(page_of(article(top=markup)))
    assert found[3][0] == kind, found[3]
    assert [text for kind, text in found if kind == "body"] == STORY


def test_a_line_in_the_header_of_the_headline_is_the_standfirst() -> None:
    html = article().replace(
        f"<h1>{HEADLINE}</h1>", f"<header><h1>{HEADLINE}</h1><p>The county pays half of the cost</p></header>"
    )
    assert ("standfirst", "The county pays half of the cost") in zones(page_of(html))


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h2>What the county pays</h2>", "body"),
        ("<ul><li>4.2 million crowns in all</li><li>half from the county</li></ul>", "body"),
        ('<p><a href="https://county.example/plan.pdf">The county’s plan</a></p>', "body"),
        ('<p class="has-drop-cap">Rain held off.</p>', "body"),
        ('<blockquote><p>The wall is to stand for a hundred years.</p></blockquote>', "quote_block"),
        ('<blockquote class="twitter-tweet"><p>They did it!</p>— Marit Holm (@holm)</blockquote>', "quote_block"),
        (f'<blockquote class="pullquote"><p>{STORY[1][:60]}</p></blockquote>', "furniture"),
        (f"<aside><p>{STORY[1][:60]}</p></aside>", "furniture"),
        ('<p><a href="/brill/storm">Storm tears sea wall apart in one night</a></p>', "related"),
        ('<div class="related-posts"><h3>Related</h3><p>The storm of January</p></div>', "related"),
        ('<div class="ad-slot"><p>New boats at Dahl’s yard</p></div>', "advertisement"),
        ('<div aria-label="advertisement"><p>New boats at Dahl’s yard</p></div>', "advertisement"),
        ("<p>Advert</p>", "advertisement"),
        ('<div class="correction"><p>An earlier version misnamed the chair of the board.</p></div>', "correction"),
        ("<form><label>Your e-mail</label><button>Sign up</button></form>", "furniture"),
        ('<div class="newsletter"><p>Our letter every Friday.</p></div>', "furniture"),
    ],
)  # fmt: skip
def test_what_stands_within_the_story(markup: str, kind: str) -> None:
    found = zones(page_of(article(middle=markup)))
    own = [zone for zone, text in found if text not in STORY][3:-1]
    assert own
    assert set(own) == {kind}, found
    assert [text for zone, text in found if zone == "body" and text in STORY] == STORY


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<div class="author-bio"><p>Jonas Vik has covered the coast since 2009.</p></div>', "author_bio"),
        ('<div id="about-the-author"><h3>About the author</h3></div>', "author_bio"),
        ('<aside class="most-read"><h3>Most read</h3><p><a href="/a">A boat is found</a></p></aside>', "related"),
        ('<section id="comments"><p>I was there and it was loud.</p></section>', "comment"),
        ('<div id="disqus_thread"><p>I was there and it was loud.</p></div>', "comment"),
        ('<div itemtype="https://schema.org/Comment"><p>I was there and it was loud.</p></div>', "comment"),
        ('<div class="commentary-teaser-x"><h3>Read also</h3><p>Our view.</p></div>', "furniture"),
        ('<div class="cookie-banner"><p>We use cookies on this site.</p></div>', "furniture"),
        (f"<div><h2>{HEADLINE}</h2></div>", "furniture"),
    ],
)  # fmt: skip
def test_what_stands_below_the_story(markup: str, kind: str) -> None:
    found = zones(page_of(article(below=markup)))
    own = [zone for zone, _ in found][8:-1]
    assert own
    assert set(own) <= {kind, "related"} if kind == "furniture" else set(own) == {kind}, found
    assert [text for zone, text in found if zone in BODY_ZONES] == STORY


def test_a_heading_with_nothing_of_the_story_below_it_is_the_label_of_what_follows() -> None:
    html = article(end='<h3>More from the harbour</h3><p><a href="/b">Two boats collide off Brill point</a></p>')
    found = zones(page_of(html))
    assert found[8:10] == [
        ("related", "More from the harbour"),
        ("related", "Two boats collide off Brill point"),
    ]


@pytest.mark.parametrize("name", ["widget", "related content", "sidebar", "comment", "share", "teaser", "header"])
def test_an_element_that_holds_the_story_is_the_story_whatever_it_is_called(name: str) -> None:
    html = article().replace('class="story"', f'class="{name}" id="page-tags"')
    assert [text for kind, text in zones(page_of(html)) if kind == "body"] == STORY


def test_elements_of_one_name_that_hold_the_story_together_are_the_story() -> None:
    html = article()
    for i, text in enumerate(STORY):
        html = html.replace(f"<p>{text}</p>", f'<div class="element-{i} widget"><p>{text}</p></div>')
    assert [text for kind, text in zones(page_of(html)) if kind == "body"] == STORY


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="display: none">Secret.</p>', "<p hidden>Secret.</p>", '<p class="sr-only">Secret.</p>',
        '<p class="visually-hidden">Secret.</p>', '<p class="screen-reader-text">Secret.</p>',
        '<div style="position:absolute;left:-9999px"><p>Secret.</p></div>', "<template><p>Secret.</p></template>",
        "<script>var text = '<p>Secret.</p>';</script>", "<style>p::after { content: 'Secret.' }</style>",
        "<noscript><p>Secret.</p></noscript>", "<dialog><p>Secret.</p></dialog>", "<!-- <p>Secret.</p> -->",
        "<svg><text>Secret.</text></svg>", "<select><option>Secret.</option></select>", "<textarea>Secret.</textarea>",
        '<p style="visibility:hidden">Secret.</p>', '<p class="d-none">Secret.</p>', "<iframe>Secret.</iframe>",
    ],
)  # fmt: skip
def test_hidden_text_is_not_in_the_text(markup: str) -> None:
    page = page_of(article(middle=markup))
    assert "Secret" not in page.text
    assert [text for kind, text in zones(page) if kind == "body"] == STORY


@pytest.mark.parametrize(
    "markup",
    ['<p hidden="until-found">Seen.</p>', '<p class="d-none d-md-block">Seen.</p>',
     '<p class="hidden md:block">Seen.</p>', "<details><summary>More</summary><p>Seen.</p></details>",
     '<p><span aria-hidden="true">Seen.</span></p>'],
)  # fmt: skip
def test_text_that_some_readers_see_is_kept(markup: str) -> None:
    assert "Seen." in page_of(article(middle=markup)).text


def test_noscript_is_read_where_there_is_no_story_without_it() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = page_of(f"<html><body><nav><a href='/'>Home</a></nav><noscript>{story}</noscript></body></html>")
    assert [text for kind, text in zones(page) if kind in BODY_ZONES] == STORY


def test_headings_items_and_rows_keep_role_and_level() -> None:
    table = "<table><tr><th>Year</th><th>Storms</th></tr><tr><td>2023</td><td>four</td></tr></table>"
    nested = "<ul><li>first point<ul><li>its detail</li></ul></li></ul>"
    page = page_of(article(middle=f"<h3>The cost of storms</h3>{nested}{table}"))
    found = {page.text[block.start : block.end]: (block.role, block.level) for block in page.blocks}
    assert found["The cost of storms"] == ("heading", 3)
    assert found["first point"] == ("list_item", 1)
    assert found["its detail"] == ("list_item", 2)
    assert found["Year | Storms"] == ("table_row", 0)
    assert found["2023 | four"] == ("table_row", 0)


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = page_of(f"<table><tr><td><a href='/'>Home</a></td><td><h1>{HEADLINE}</h1>{story}</td></tr></table>")
    assert [text for kind, text in zones(page) if kind == "body"] == STORY
    assert {block.role for block in page.blocks} == {"paragraph", "heading"}


def test_broken_lines_are_blocks_unless_a_sentence_runs_on() -> None:
    html = article(middle="<p>The first line ends here.<br>A second follows<br>and runs on.<br><br>A third.</p>")
    found = [text for _, text in zones(page_of(html))]
    assert found[6:9] == ["The first line ends here.", "A second follows and runs on.", "A third."]


def test_names_that_styles_set_apart_are_apart_in_the_text_and_parts_of_words_are_not() -> None:
    top = '<p class="byline"><a href="/vik">Jonas Vik</a><span class="job">Staff writer</span></p>'
    page = page_of(article(top=top, middle="<p><span>T</span><span>he</span> har<b>bour</b> froze.</p>"))
    assert "Jonas Vik Staff writer" in page.text
    assert "The harbour froze." in page.text


def test_furniture_and_comments_beyond_a_bound_are_counted_and_cut_and_the_nearest_kept() -> None:
    comments = "".join(f"<div class='comment'><p>Comment number {i}.</p></div>" for i in range(3000))
    menu = "".join(f"<li><a href='/{i}'>Menu {i}</a></li>" for i in range(500))
    html = article(below=f"<section id='comments'>{comments}</section>").replace("<nav><ul>", f"<nav><ul>{menu}")
    page = page_of(html)
    cuts = {cut.kind: (cut.blocks, cut.characters) for cut in page.cut}
    assert cuts["comment"] == (2950, sum(len(f"Comment number {i}.") for i in range(50, 3000)))
    assert "Comment number 49." in page.text
    assert "Comment number 50." not in page.text
    assert sum(block.kind == "furniture" for block in page.blocks) == 300
    assert "Menu 499" in page.text
    assert "Menu 0\n" not in page.text
