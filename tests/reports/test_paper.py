"""The briefing on paper: marks that are left out are counted, links still lead somewhere, tables are shorter."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from sample_result import make_result

from crossread.model import Citation, FigureInfo, Result, Span, TableRow
from crossread.reports.design import DESIGN, paper_properties
from crossread.reports.kinds import Difference, FindingView, KindView, Words
from crossread.reports.margin import index, marks_of, passages
from crossread.reports.page_numbers import PLACE, fill_in
from crossread.reports.paper import CELL, FIGURES, GROUPS, MARKS, left_out, on_paper, sentence, short_authors
from crossread.reports.pdf import _engine, laid_out, pdf, print_source
from crossread.reports.printed import ALONE, BESIDE, PrintedKind, words_of
from crossread.reports.templating import environment
from crossread.reports.view import Briefing, build


class Anchors(HTMLParser):
    """The ids of a page and the places it links to."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag == "a" and (found["href"] or "").startswith("#"):
            self.links.add((found["href"] or "")[1:])


@pytest.fixture
def reduced(sample_result: Result) -> Result:
    """The sample with boosters and most marks of sentiment left out on paper, and a table of many names."""
    left: dict[str, tuple[str, ...]] = {"hedging": ("booster",), "sentiment": ("negative", "hard sentence")}
    column = FigureInfo("words", "Words", "wording")
    metrics = tuple(replace(info, unprinted=left.get(info.id, ()), columns=(column,)) for info in sample_result.metrics)
    first = sample_result.articles[0]
    hedging = next(m for m in first.measurements if m.metric == "hedging")
    marks = tuple(Span(e.start, e.end) for e in hedging.evidence)
    words = ", ".join(f"word{index}" for index in range(20))
    rows = tuple(TableRow(f"s{i}", f"Ann Lee {i}", (words,), 1, spans=marks * 2) for i in range(GROUPS + 2))
    measurements = tuple(replace(m, rows=rows) if m.metric == "hedging" else m for m in first.measurements)
    articles = (replace(first, measurements=measurements), *sample_result.articles[1:])
    return replace(sample_result, metrics=metrics, articles=articles)


@pytest.fixture
def paper(reduced: Result) -> Briefing:
    return on_paper(build(reduced)).briefing


def test_marks_left_out_are_in_no_text_and_no_list_and_their_words_are_counted(paper: Briefing) -> None:
    article = paper.articles[0]
    drawn = [
        m.tip for b in article.blocks for run in b.runs for s in run.segments for m in (*s.covers, *s.opens, *s.ends)
    ]
    assert {tip.split(" – ")[0] for tip in drawn} == {"Hedging: hedge"}
    found = {each.metric: each for each in article.evidence}
    assert [rule for rule, _ in found["hedging"].groups] == ["hedge"]
    assert [(w.rule, w.count, w.words) for w in index(found["hedging"]) if not w.codes] == [("booster", 1, "Clearly")]
    assert left_out(article) == 4


def test_the_text_is_whole_and_not_in_more_pieces_than_its_marks_make(reduced: Result, paper: Briefing) -> None:
    whole = build(reduced)
    for before, after in zip(whole.articles[0].blocks, paper.articles[0].blocks, strict=True):
        assert after.text == before.text
    pieces = [len(run.segments) for view in (whole, paper) for b in view.articles[0].blocks for run in b.runs]
    half = len(pieces) // 2
    assert sum(pieces[half:]) < sum(pieces[:half])


def test_every_link_has_a_target_and_no_id_comes_twice(reduced: Result) -> None:
    page = Anchors(print_source(build(reduced)))
    assert sorted(page.links.difference(page.ids)) == []
    assert len(page.ids) == len(set(page.ids))


def test_the_printed_text_says_how_many_marks_are_left_out(reduced: Result, sample_result: Result) -> None:
    source = print_source(build(reduced))
    assert "4 marks, those of every name and the like, are left out here" in source
    assert re.search(r'booster\s+<span class="">\(1: Clearly\)</span>', source)
    assert "are left out here" not in print_source(build(sample_result))


def test_tables_are_shorter_and_say_what_is_missing(reduced: Result, paper: Briefing) -> None:
    table = next(metric.table for metric in paper.metrics if metric.table)
    whole = next(metric.table for metric in build(reduced).metrics if metric.table)
    assert (len(table.groups), table.more) == (GROUPS, whole.more + len(whole.groups) - GROUPS)
    (line,) = table.groups[0].lines
    assert len(line.cells[0]) <= CELL + 3
    assert line.cells[0].endswith(", …")
    assert {code for code, _ in line.marks} == {"H1", "H3"}
    assert len(line.marks) <= MARKS
    assert table.headings[0].wide


def test_each_mark_has_one_note_beside_the_passage_it_begins_in(paper: Briefing) -> None:
    for article in paper.articles:
        noted = [note.anchor for passage in passages(article) for note in passage.notes]
        listed = [entry.anchor for found in article.evidence for _, group in found.groups for entry in group]
        assert sorted(noted) == sorted(listed)
        for passage in passages(article):
            opened = [m.anchor for b in passage.stretch.blocks for run in b.runs for s in run.segments for m in s.opens]
            assert [note.anchor for note in passage.notes] == opened


def test_the_index_names_the_marks_of_a_rule_as_ranges(sample_result: Result) -> None:
    found = next(e for e in build(sample_result).articles[0].evidence if e.count > 1)
    assert all(each.codes and each.href.startswith("#a1-") for each in index(found))
    first, last = marks_of(found).split("–")
    assert int(last[1:]) - int(first[1:]) == found.count - 1


def test_figures_that_paper_leaves_out_are_counted(reduced: Result) -> None:
    whole, printed = build(reduced), on_paper(build(reduced))
    for before, after in zip(whole.metrics, printed.briefing.metrics, strict=True):
        assert len(before.rows) - len(after.rows) == printed.left_out[before.slug]
        assert sum(row.kind == "figure" for row in after.rows) <= FIGURES


def test_nothing_is_logged_while_it_is_laid_out(reduced: Result, caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("weasyprint")
    logger.addHandler(caplog.handler)
    try:
        pdf(build(reduced))
    finally:
        logger.removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_source_cited_twice_is_listed_once(reduced: Result) -> None:
    source = Citation("Okafor, P., Lind, S., Vance, R.", 1999, "On harbours", "https://doi.org/10.1/x")
    metrics = tuple(replace(info, sources=(source,)) for info in reduced.metrics)
    printed = print_source(build(replace(reduced, metrics=metrics)))
    assert printed.count("Okafor et al. (1999). On harbours.") == 1
    assert printed.count("[1]") == len(metrics)
    assert "doi:10.1/x" in printed


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        ("Lind, S.", "Lind"),
        ("Lind, S. & Vance, R.", "Lind & Vance"),
        ("Lind, S., Vance, R.", "Lind & Vance"),
        ("Lind, S., Vance, R., Moss, I.", "Lind et al."),
        ("Lind, S. P. et al.", "Lind et al."),
        ("The Harbour Board", "The Harbour Board"),
    ],
)
def test_authors_are_shortened_as_in_a_text(authors: str, short: str) -> None:
    assert short_authors(authors) == short


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert [sentence(text) for text in ("a ÷ b", "a ÷ b.", "Why?")] == ["a ÷ b.", "a ÷ b.", "Why?"]


def test_a_table_that_goes_over_a_page_takes_more_than_one_row_along() -> None:
    rows = "".join(f"<tr><th>row {index}</th></tr>" for index in range(9))
    table = f'<table class="figures"><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>'
    style = paper_properties(DESIGN) + environment().get_template("print.css").render()
    for height in range(66, 150, 6):
        page = f"<style>{style} @page {{ size: 210mm {height}mm }}</style><p>First.</p>{table}<p>Zero.</p>"
        made = _engine()[0].HTML(string=page, url_fetcher=_engine()[1]).write_pdf()
        texts = [each.extract_text() for each in PdfReader(BytesIO(made)).pages]
        assert all(text.count("row ") != 1 for text in texts), height


def finding(number: int, *labels: str, sentence: str = "", lead: str = "", differs: bool = True) -> FindingView:
    """A finding with the words "here A" and so on in each article."""
    words = tuple(Words(label, f"#at-{label}", ((f"here {label}", False),), "", ()) for label in labels)
    return FindingView(f"found-walls-{number}", sentence or f"Sentence {number}.", "", "", words, differs, lead)


def printed_kinds(views: Sequence[FindingView], leading: str = "") -> PrintedKind:
    """A kind with these findings as paper prints it."""
    kind = KindView("walls", "Walls", "", "", (), tuple(views))
    leads = (Difference("Walls", "It leads.", f"#{leading}", ()),) if leading else ()
    (printed,) = on_paper(replace(build(make_result()), kinds=(kind,), differences=leads)).kinds
    return printed


def test_a_finding_that_leads_is_printed_however_late_its_kind_lists_it() -> None:
    printed = printed_kinds([finding(n, "A", "B", differs=n < 9) for n in range(1, 13)], "found-walls-8")
    shown = [int(each.anchor.rpartition("-")[2]) for each in printed.beside]
    assert shown == [*range(1, BESIDE + 1), 8, 9, 10]
    assert printed.more == 4


def test_what_one_article_has_alone_is_printed_once_and_counted_where_there_is_more() -> None:
    views = [finding(n, "A", lead="Only in A") for n in range(ALONE + 3)]
    printed = printed_kinds(views, f"found-walls-{ALONE + 1}")
    ((part, more),) = printed.alone
    assert (part.label, len(part.findings), more) == ("A", ALONE + 1, 2)
    assert printed.beside == ()


def test_words_that_the_sentence_has_are_not_printed_below_it() -> None:
    assert words_of(finding(1, "A", "B", sentence="“here A” against “here B”.")) == ()
    assert len(words_of(finding(1, "A", "B", sentence="“here A” against another."))) == 2


def boxes_of(source: str) -> Iterator[tuple[Any, Any]]:
    """Every piece of text that is laid out, with its page."""
    for page in laid_out(source).pages:
        yield from ((page, box) for box in page._page_box.descendants() if getattr(box, "text", ""))


def test_no_text_leaves_the_paper_and_no_cell_runs_into_its_neighbour(reduced: Result) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
    long = replace(reduced, title=f"{word} {'meets the ministers ' * 16}")
    edge = 18 * 96 / 25.4  # the margins of print.css
    outside = [
        box.text
        for page, box in boxes_of(print_source(build(long)))
        if box.position_x < edge - 1 or box.position_x + box.width > page.width - edge + 1
    ]
    assert outside == []


def test_a_title_of_any_length_leaves_the_running_head_one_line(reduced: Result) -> None:
    source = print_source(build(replace(reduced, title="Ministers meet at the bridge " * 14)))
    heads = [box for _, box in boxes_of(source) if box.text.startswith("Ministers meet") and box.position_y < 70]
    assert len(heads) > 1
    assert all(box.text.endswith("…") for box in heads[1:])


def test_the_page_named_beside_a_link_is_the_page_it_leads_to(reduced: Result) -> None:
    document = laid_out(print_source(build(reduced)))
    fill_in(document)
    pages = {name: number for number, page in enumerate(document.pages, start=1) for name in page.anchors}
    named = [
        (box.text.rpartition("\xa0")[2], pages[box.element.get("href")[1:]])
        for page in document.pages
        for box in page._page_box.descendants()
        if getattr(box, "text", "") and box.element is not None and box.element.get("class") == PLACE
    ]
    assert len(named) > 20
    assert all(text == str(page) for text, page in named)
    assert len({page for _, page in named}) > 2
