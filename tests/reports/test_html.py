"""The page: links that resolve both ways, hostile text made harmless, nothing loaded."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

import crossread
from crossread.model import Found, Notice, Result
from crossread.reports.html import html
from crossread.reports.view import build


class Page(HTMLParser):
    """What a browser would find: ids, links with their text, resources, scripts."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.tags: Counter[str] = Counter()
        self.text: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a" and "href" in found:
            self.links.append(found["href"] or "")
        elif "href" in found or "src" in found:
            self.resources.append(f"{tag} {found.get('href') or found.get('src')}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def source(sample_result: Result) -> str:
    return html(build(sample_result)).decode("utf-8")


@pytest.fixture
def page(source: str) -> Page:
    return Page(source)


def test_the_same_result_gives_the_same_bytes(sample_result: Result) -> None:
    assert html(build(sample_result)) == html(build(sample_result))


def test_ids_are_unique_and_every_internal_link_has_a_target(page: Page) -> None:
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []
    assert sorted({link[1:] for link in page.links if link.startswith("#")}.difference(page.ids)) == []


def test_each_piece_of_evidence_has_a_mark_in_the_text_and_a_way_back(sample_result: Result, page: Page) -> None:
    for number, article in enumerate(sample_result.articles, start=1):
        for measurement in article.measurements:
            for index in range(1, len(measurement.evidence) + 1):
                mark = f"a{number}-{measurement.metric}-{index}"
                assert mark in page.ids
                assert f"e-{mark}" in page.ids
                assert f"#{mark}" in page.links, "no link from the list to the text"
    assert {"#e-a1-hedging-1", "#e-a1-hedging-2", "#e-a1-hedging-3"} <= set(page.links)


@pytest.mark.parametrize(
    ("row", "link"),
    [
        ("f-hedging-boosters", "#e-a1-hedging-2"),  # the one piece of evidence under the figure's rule
        ("f-hedging", "#m-a1-hedging"),
        ("f-hedging-voice-quoted", "#m-a1-hedging"),
    ],
)
def test_a_number_leads_to_the_evidence_behind_it(source: str, row: str, link: str) -> None:
    cells = source.split(f'id="{row}"', 1)[1].split("</tr>", 1)[0]
    found = re.findall(r'class="num" href="([^"]+)"', cells)
    assert len(found) == 2
    assert found[0] == link
    assert all(each.startswith(("#e-", "#m-")) for each in found)


def test_nothing_is_loaded_from_anywhere(source: str, page: Page) -> None:
    assert page.resources == []
    assert page.tags["link"] == page.tags["img"] == page.tags["iframe"] == 0
    assert "@import" not in source
    assert re.findall(r"url\((?!\"data:font/woff2;base64,)", source) == []
    assert "default-src 'none'" in source


def test_only_the_pages_own_script_exists_and_article_markup_stays_text(page: Page, source: str) -> None:
    assert page.tags["script"] == 1
    assert page.tags["b"] > 0
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert" in source
    assert "{{ 7 * 7 }}" in "".join(page.text)


def test_a_bidirectional_override_is_shown_and_never_passed_on(source: str) -> None:
    assert "\u202e" not in source
    assert "[U+202E]" in source


def test_a_metric_without_a_value_is_shown_with_its_reason(page: Page) -> None:
    text = " ".join("".join(page.text).split())
    assert "failed ValueError: broke on <purpose>" in text
    assert "not applicable needs 100 words" in text


def test_every_character_of_an_article_is_in_its_annotated_text(sample_result: Result) -> None:
    view = build(sample_result)
    for article, shown in zip(sample_result.articles, view.articles, strict=True):
        drawn = "".join(s.text for block in shown.blocks for run in block.runs for s in run.segments)
        assert "".join(drawn.split()) == "".join(article.text.split())


def test_one_article_alone_still_makes_a_page(sample_result: Result) -> None:
    alone = msgspec.structs.replace(sample_result, articles=sample_result.articles[:1], comparison=None)
    page = Page(html(build(alone)).decode("utf-8"))
    assert sorted({link[1:] for link in page.links if link.startswith("#")}.difference(page.ids)) == []
    assert "differences" not in page.ids
    assert "voices" in page.ids


def test_key_differences_word_absence_soberly_and_link_to_their_place(source: str) -> None:
    part = source.split('id="differences"', 1)[1].split("</section>", 1)[0]
    assert "Heard in B only: Mira Osei." in part
    assert 'href="#found-quotations-1"' in part
    assert "omitted" not in part


def test_warnings_and_crossings_stand_before_the_findings(source: str) -> None:
    assert source.index("left out: the file is empty") < source.index('id="differences"')
    assert "above the maximum of 0.50" in source


def test_a_long_menu_is_folded_and_its_words_stay_on_the_page(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{number}'>Menu entry {number}</a></li>" for number in range(9))
    story = "".join(
        f"<p>The harbour wall gave way in place {n} on Monday, the port authority said.</p>" for n in range(9)
    )
    body = f"<body><nav><ul>{menu}</ul></nav><article><h1>A wall falls</h1>{story}</article></body>"
    (tmp_path / "page.html").write_text(f"<!doctype html><html lang=en>{body}</html>", encoding="utf-8")
    view = build(crossread.compare(tmp_path / "page.html"))
    folded = [stretch for stretch in view.articles[0].stretches if stretch.folded]
    assert [(stretch.label, len(stretch.blocks)) for stretch in folded] == [("page furniture: 9 blocks", 9)]
    source = html(view).decode("utf-8")
    assert "<details><summary>page furniture: 9 blocks</summary>" in source
    assert [f"Menu entry {number}" in source for number in range(9)] == [True] * 9
    page = Page(source)
    assert sorted({link[1:] for link in page.links if link.startswith("#")}.difference(page.ids)) == []


@pytest.mark.parametrize(
    ("genre", "paywall", "shown"),
    [
        ("opinion", "paywalled", "opinion, not free to read"),
        ("sponsored", "free", "sponsored"),
        ("report", "metered", "not free to read"),
        ("report", None, ""),
        (None, None, ""),
    ],
)
def test_what_is_no_report_and_what_is_not_free_is_told_beside_the_title(
    sample_result: Result, genre: str | None, paywall: str | None, shown: str
) -> None:
    article = sample_result.articles[0]
    told = msgspec.structs.replace(
        article.metadata,
        genre=Found(genre, "json_ld.type") if genre else None,
        paywall=Found(paywall, "json_ld.is_accessible_for_free") if paywall else None,
    )
    articles = (msgspec.structs.replace(article, metadata=told), *sample_result.articles[1:])
    view = build(msgspec.structs.replace(sample_result, articles=articles))
    assert view.articles[0].kind == shown
    assert (f'<span class="genre">{shown}</span>' in html(view).decode("utf-8")) == bool(shown)


def test_what_was_left_out_stands_first_and_is_called_so(sample_result: Result) -> None:
    warnings = (
        Notice("error", "-", "the file is empty"),
        Notice("warning", "b.txt", "read once"),
        Notice("error", sample_result.metrics[0].id, "failed on a.txt: odd"),
    )
    told = html(build(msgspec.structs.replace(sample_result, warnings=warnings))).decode("utf-8")
    before = " ".join(Page(told[told.index("Before you read") :]).text)
    assert " ".join(before.split()).startswith("Before you read Left out: standard input . the file is empty")
    assert "Note: b.txt" in " ".join(before.split())
    assert f"Failed: {sample_result.metrics[0].id}" in " ".join(before.split())
