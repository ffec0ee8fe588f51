"""PDFs: columns, paragraphs, hyphens, headers and headlines of real pages made by WeasyPrint."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from html import escape

import pytest
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from crossread.reading.formats.pdf import READER
from crossread.reading.page import Page, Raw

TITLE = "Harbour road to close for eighteen months while the council rebuilds the sea wall"
SENTENCES = (
    "The administration defended the decision as unavoidable after an independent investigation by engineers.",
    "Shopkeepers described it as devastating, and their representative announced a demonstration on Saturday.",
    "“Nobody consulted us beforehand,” said Margaret Osei, whose bakery has stood on the promenade since 1987.",
    "According to the consultants’ documentation, the foundations deteriorated considerably during the winter.",
    "An Anglo-American consortium had offered a long-term alternative, which the councillors rejected.",
    "The temporary arrangements, including additional buses, will cost approximately four hundred thousand pounds.",
    "Environmental organisations welcomed the reconstruction but criticised the communication surrounding it.",
)
BARE = "@page { @top-center { content: none } @bottom-right { content: none } }"


def paragraphs(count: int) -> list[str]:
    """Paragraphs of one to five sentences, no two alike."""
    return [
        f"In week {i + 1} it was so. " + " ".join(SENTENCES[(i * 3 + j) % 7] for j in range(i % 5 + 1))
        for i in range(count)
    ]


STORY = paragraphs(34)
STYLE = """
@page { size: A4; margin: 2cm; @top-center { content: 'The Harbour Gazette' }
        @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }
body { font: 10pt serif; hyphens: auto; text-align: justify } h1 { font-size: 24pt; text-align: center }
p { margin: 0; text-indent: 1em }
"""


@cache
def made(style: str, body: str, head: str = "") -> bytes:
    return bytes(
        HTML(string=f"<html lang=en><head>{head}<style>{STYLE}{style}</style></head>{body}</html>").write_pdf()
    )


def page_of(data: bytes) -> Page:
    [page] = READER.read(Raw(data, "wall.pdf"))
    assert isinstance(page, Page)
    return page


def texts(page: Page, *kinds: str | None) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks if block.kind in kinds]


def article(style: str, story: Sequence[str] = STORY) -> bytes:
    return made(style, f"<h1>{TITLE}</h1><div>{''.join(f'<p>{escape(each)}</p>' for each in story)}</div>")


@pytest.mark.parametrize(
    "style",
    [
        pytest.param("", id="one column"),
        pytest.param("div { columns: 2; column-gap: 6mm }", id="two columns"),
        pytest.param("div { columns: 2; column-gap: 4mm; font-size: 9pt }", id="two columns close together"),
        pytest.param("div { columns: 3; column-gap: 5mm }", id="three columns"),
        pytest.param("body { text-align: left; hyphens: none } div { columns: 2 }", id="two ragged columns"),
        pytest.param("div { columns: 2 } p { text-indent: 0; margin: 0 0 .8em }", id="space between paragraphs"),
    ],
)
def test_columns_are_read_one_after_the_other_and_paragraphs_put_together(style: str) -> None:
    data = article(style)
    assert len(PdfReader(io.BytesIO(data)).pages) > 1
    page = page_of(data)
    assert texts(page, None) == STORY
    assert texts(page, "title") == [TITLE]
    assert page.warnings == ()


def test_hyphens_at_line_ends_were_there_and_are_gone() -> None:
    data = article("div { columns: 3; column-gap: 5mm }")
    raw = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert raw.count("‐\n") > 10
    assert "‐" not in page_of(data).text


def test_running_headers_and_page_numbers_are_furniture_shown_once_and_nothing_is_missing_for_it() -> None:
    data = article("div { columns: 2 }")
    pages = len(PdfReader(io.BytesIO(data)).pages)
    assert pages > 1
    page = page_of(data)
    assert texts(page, "furniture") == ["The Harbour Gazette", f"Page 1 of {pages}"]
    assert (page.cut, page.warnings) == ((), ())


FRONT_PAGE = f"""
<p class=mast>The Harbour Gazette</p><p class=by>No. 1234</p><p class=by>LOCAL POLITICS</p><h1>{TITLE}</h1>
<p class=deck>Shopkeepers fear for the summer; engineers fear for the wall</p><p class=by>By Jane Doe</p>
<div class=cols><p class=first><span class=cap>T</span>he council voted on Tuesday night to close the harbour road for
eighteen months, and it did so without a single vote against.</p>{"".join(f"<p>{each}</p>" for each in STORY[:6])}
<h3>No other way</h3>{"".join(f"<p>{each}</p>" for each in STORY[6:9])}
<p class=pull>“Nobody consulted us beforehand”</p>{"".join(f"<p>{each}</p>" for each in STORY[9:12])}
<ul><li>Buses go by Mill Lane.</li><li>Deliveries before eight.</li></ul></div>
<h2>Ferry will be late for some weeks</h2><div class=cols>{"".join(f"<p>{each}</p>" for each in STORY[12:16])}</div>
"""
FRONT_STYLE = (
    f"{BARE}"
    + """
.mast { font: bold 34pt sans-serif; text-align: center; text-indent: 0 } .deck { font-size: 13pt; text-indent: 0 }
.by { text-indent: 0 } .cols { columns: 2 } .first { text-indent: 0 } h3 { font-size: 10pt; margin: 1em 0 .2em }
.cap { float: left; font-size: 30pt; line-height: .9; margin-right: 2pt; text-indent: 0 }
.pull { font-size: 15pt; text-indent: 0; text-align: center; margin: 1em 0; hyphens: none }
"""
)


def test_a_front_page_is_told_apart() -> None:
    page = page_of(made(FRONT_STYLE, FRONT_PAGE))
    found = [(b.kind, b.role, page.text[b.start : b.end]) for b in page.blocks]
    assert found[:6] == [
        ("furniture", "paragraph", "The Harbour Gazette"),
        ("furniture", "paragraph", "No. 1234"),
        ("kicker", "paragraph", "LOCAL POLITICS"),
        ("title", "heading", TITLE),
        ("standfirst", "paragraph", "Shopkeepers fear for the summer; engineers fear for the wall"),
        (None, "paragraph", "By Jane Doe"),
    ]
    assert found[6][2].startswith(
        "The council voted on Tuesday night to close the harbour road for eighteen months, and"
    )
    assert (None, "heading", "No other way") in found
    assert (None, "heading", "Ferry will be late for some weeks") in found
    assert ("furniture", "paragraph", "“Nobody consulted us beforehand”") in found
    assert [text for _, role, text in found if role == "list_item"] == [
        "Buses go by Mill Lane.",
        "Deliveries before eight.",
    ]
    assert [text for _, _, text in found if text in STORY] == STORY[:16]


def test_rows_of_a_table_are_read_across() -> None:
    rows = "".join(f"<tr><td>{year}<td>{boats}<td>{share}</tr>" for year, boats, share in (
        ("2021", "10,200", "down 3%"), ("2022", "14,900", "up 46%"), ("2023", "16,000", "up 7%")
    ))  # fmt: skip
    page = page_of(made("td { width: 5cm }", f"<p>{STORY[3]}</p><table>{rows}</table>"))
    assert [page.text[b.start : b.end] for b in page.blocks if b.role == "table_row"] == [
        "2021 | 10,200 | down 3%", "2022 | 14,900 | up 46%", "2023 | 16,000 | up 7%",
    ]  # fmt: skip


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_looked_at(turn: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(article("div { columns: 2 }")))
    for page in writer.pages:
        page.transfer_rotation_to_content()
        page.rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    assert texts(page_of(out.getvalue()), None) == STORY


def test_text_along_a_picture_is_kept_as_furniture() -> None:
    style = f"{BARE} .credit {{ position: absolute; right: 0; top: 5cm; transform: rotate(-90deg); text-indent: 0 }}"
    page = page_of(made(style, f"<p>{STORY[3]}</p><p class=credit>Photograph: Ann Smith</p>"))
    assert texts(page, None) == [STORY[3]]
    assert texts(page, "furniture") == ["Photograph: Ann Smith"]


def test_a_page_printed_from_a_browser_gives_its_address() -> None:
    style = """@page { @top-left { content: '5/14/24, 10:03 AM' } @top-center { content: none }
    @bottom-left { content: 'https://harbour.example/news/wall' } @bottom-right { content: '1/1' } }"""
    page = page_of(article(style, STORY[:5]))
    assert set(texts(page, "furniture")) == {"5/14/24, 10:03 AM", "https://harbour.example/news/wall", "1/1"}
    assert [(each.field, each.found.value) for each in page.claims] == [("url", "https://harbour.example/news/wall")]


@pytest.mark.parametrize(
    ("creator", "known"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36", False),
        ("Mozilla Firefox 132.0", False),
        ("Chromium", False),
        ("Safari", False),
        ("Adobe InDesign 19.0", True),
        ("Pages", True),
    ],
)
def test_the_day_a_browser_printed_a_page_is_not_the_day_it_was_published(creator: str, known: bool) -> None:
    created = "<meta name=dcterms.created content=2024-05-14T07:30:00Z>"
    writer = PdfWriter(clone_from=io.BytesIO(made("", f"<p>{STORY[3]}</p>", created)))
    writer.add_metadata({"/Creator": creator})
    out = io.BytesIO()
    writer.write(out)
    assert any(each.field == "published" for each in page_of(out.getvalue()).claims) == known


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "<title>Harbour road to close</title><meta name=author content='Jane Doe'>"
            "<meta name=dcterms.created content=2024-05-14T07:30:00Z>",
            [
                ("title", "Harbour road to close", "pdf.title"),
                ("author", "Jane Doe", "pdf.author"),
                ("published", "2024-05-14T07:30:00+00:00", "pdf.creation_date"),
            ],
        ),
        ("<title>Microsoft Word - wall_final2.doc</title><meta name=author content=admin>", []),
        ("<title>untitled</title>", []),
        ("<title>wall_v3.indd</title>", []),
        ("<title>Untitled: a life of the painter</title>", [("title", "Untitled: a life of the painter", "pdf.title")]),
    ],
)
def test_document_information_is_claims_but_for_names_that_programs_give(
    head: str, expected: list[tuple[str, str, str]]
) -> None:
    page = page_of(made("", f"<p>{STORY[3]}</p>", head))
    assert [(each.field, each.found.value, each.found.rule) for each in page.claims] == expected


def test_ligatures_are_letters() -> None:
    page = page_of(made(BARE, "<p>The o\ufb03cers \ufb01nally \ufb02ed from the ferry, which was on \ufb01re.</p>"))
    assert page.text == "The officers finally fled from the ferry, which was on fire."


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert READER.recognises(Raw(b"junk\n%PDF-1.4", "x"))
    assert not READER.recognises(Raw(b"A text about %PDF files", "x"))
    assert not READER.recognises(Raw(b" " * 2000 + b"%PDF-1.4", "x"))
