"""Word documents: what is text, what each paragraph is, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from crossread.errors import InputError
from crossread.reading.formats.docx import READER
from crossread.reading.page import Page, Raw

W = nsdecls("w")


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page_of(document: docx.document.Document) -> Page:
    [page] = READER.read(Raw(saved(document), "harbour.docx"))
    assert isinstance(page, Page)
    return page


def blocks(page: Page) -> list[tuple[str | None, str, str]]:
    return [(block.kind, block.role, page.text[block.start : block.end]) for block in page.blocks]


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The package with some of its files replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            new.writestr(name, changes.get(name) or old.read(name))
    return out.getvalue()


def test_paragraphs_lists_and_tables_come_in_document_order_with_their_roles() -> None:
    document = docx.Document()
    document.add_paragraph("Harbour road to close", style="Title")
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("The council voted on Tuesday.")
    document.add_heading("What happens now", level=2)
    document.add_paragraph("Buses go by Mill Lane.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, (year, boats) in enumerate((("Year", "Boats"), ("2023", "14"))):
        table.cell(row, 0).text, table.cell(row, 1).text = year, boats
    document.add_paragraph("“It is far,” she said.", style="Quote")
    assert blocks(page_of(document)) == [
        ("title", "heading", "Harbour road to close"),
        (None, "paragraph", "By Jane Doe"),
        (None, "paragraph", "The council voted on Tuesday."),
        (None, "heading", "What happens now"),
        (None, "list_item", "Buses go by Mill Lane."),
        (None, "table_row", "Year | Boats"),
        (None, "table_row", "2023 | 14"),
        ("quote_block", "paragraph", "“It is far,” she said."),
    ]


def test_a_first_heading_is_the_title_where_no_style_says_so() -> None:
    document = docx.Document()
    document.add_heading("Harbour road to close", level=1)
    document.add_paragraph("The council voted on Tuesday.")
    document.add_heading("What happens now", level=1)
    assert [(kind, role) for kind, role, _ in blocks(page_of(document))] == [
        ("title", "heading"),
        (None, "paragraph"),
        (None, "heading"),
    ]


def test_tracked_insertions_are_text_and_deletions_comments_and_hidden_text_are_not() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {W}><w:r><w:t>The council </w:t></w:r>"
            '<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>finally </w:t></w:r></w:ins>'
            '<w:moveFrom w:id="3" w:author="x"><w:r><w:t>moved </w:t></w:r></w:moveFrom>'
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r>"
            '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>voted.</w:t></w:r></w:p>'
        ),
    )
    document.add_comment(document.add_paragraph("A second paragraph.").runs, text="Is this true?", author="Ed")
    assert page_of(document).text == "The council finally voted.\n\nA second paragraph."


def test_links_keep_their_address_and_their_place() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    target = document.part.relate_to("https://port.example/plan", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>')
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {W}><w:t xml:space="preserve"> and </w:t><w:fldChar w:fldCharType="begin"/>'
            '<w:instrText> HYPERLINK "https://port.example/map" </w:instrText><w:fldChar w:fldCharType="separate"/>'
            '<w:t>a map</w:t><w:fldChar w:fldCharType="end"/><w:t>.</w:t></w:r>'
        )
    )
    page = page_of(document)
    assert page.text == "See the plan and a map."
    assert [(page.text[link.start : link.end], link.url) for link in page.links] == [
        ("the plan", "https://port.example/plan"),
        ("a map", "https://port.example/map"),
    ]


def test_headers_and_footers_are_furniture_and_come_once() -> None:
    document = docx.Document()
    document.add_paragraph("The council voted on Tuesday.")
    document.add_section()
    document.add_paragraph("The road closes in June.")
    for section in document.sections:
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "The Harbour Gazette"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    assert [(kind, text) for kind, _, text in blocks(page_of(document))] == [
        ("furniture", "The Harbour Gazette"),
        (None, "The council voted on Tuesday."),
        (None, "The road closes in June."),
        ("furniture", "Page 1"),
    ]


def test_a_table_that_only_lays_out_the_page_is_read_cell_by_cell() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    long = "The council voted on Tuesday to close the road. " * 30
    table.cell(0, 0).text, table.cell(0, 1).text = long, "Share this letter"
    assert [role for _, role, _ in blocks(page_of(document))] == ["paragraph", "paragraph"]


def test_text_boxes_follow_the_paragraph_they_hang_on() -> None:
    document = docx.Document()
    box = f"<w:r {W}><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    document.add_paragraph("Beside it.")._p.append(parse_xml(box))
    assert page_of(document).text == "Beside it.\n\nIn a box."


def test_properties_are_claims_but_for_names_that_programs_give() -> None:
    document = docx.Document()
    document.add_paragraph("The council voted on Tuesday.")
    document.core_properties.title = "Harbour road to close"
    document.core_properties.author = "Jane Doe; admin"
    found = {(each.field, each.found.value, each.found.rule) for each in page_of(document).claims}
    assert ("title", "Harbour road to close", "docx.title") in found
    assert [value for field, value, _ in found if field == "author"] == ["Jane Doe"]
    assert not any(field == "published" for field, _, _ in found)


def test_the_day_a_document_was_made_is_a_claim() -> None:
    document = docx.Document()
    document.add_paragraph("The council voted on Tuesday.")
    document.core_properties.created = datetime(2024, 5, 14, 7, 30, tzinfo=UTC)
    found = {(each.field, each.found.value) for each in page_of(document).claims}
    assert ("published", "2024-05-14T07:30:00+00:00") in found


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return out.getvalue()


def plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("The council voted on Tuesday.")
    return saved(document)


def entities() -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    text = zipfile.ZipFile(io.BytesIO(plain())).read("word/document.xml")
    return repacked(plain(), {"word/document.xml": text.replace(b"<w:document", bomb + b"<w:document", 1)})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel workbook", id="xlsx"),
        pytest.param(zipped("mimetype", "META-INF/container.xml"), "e-book", id="epub"),
        pytest.param(zipped("mimetype", "content.xml"), "OpenDocument", id="odt"),
        pytest.param(zipped("[Content_Types].xml", "notes.txt"), "zip archive without a Word document", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx", id="doc"),
        pytest.param(entities(), "defines entities", id="entities"),
        pytest.param(repacked(plain(), {"word/document.xml": b"<w:document"}), "damaged", id="markup cut"),
        pytest.param(
            repacked(plain(), {"word/media/x.xml": b" " * 26_000_000}), "unpacks to more than an article", id="bomb"
        ),
        pytest.param(saved(docx.Document()), "no text in the document", id="empty"),
    ],
)
def test_what_is_no_readable_document_is_refused_with_the_reason(data: bytes, told: str) -> None:
    assert READER.recognises(Raw(data, "x.docx", "x.docx"))
    with pytest.raises(InputError, match=told) as error:
        list(READER.read(Raw(data, "x.docx")))
    assert str(error.value).startswith("x.docx: ")


def test_a_size_that_the_archive_lies_about_is_found_out() -> None:
    data = bytearray(repacked(plain(), {"word/media/x.xml": b" " * 26_000_000}))
    true = (26_000_000).to_bytes(4, "little")
    assert data.count(true) == 2
    lying = bytes(data).replace(true, (1000).to_bytes(4, "little"))
    with pytest.raises(InputError, match=r"unpacks to more|damaged"):
        list(READER.read(Raw(lying, "x.docx")))


def hostile() -> Iterator[bytes]:
    data = plain()
    yield b""
    yield b"PK\x03\x04"
    yield bytes(range(256)) * 40
    for tenth in range(1, 10):
        yield data[: len(data) * tenth // 10]
    for at in range(30, len(data), 3989):
        yield data[:at] + b"\xff\x00\xff" + data[at + 3 :]


def test_damaged_documents_never_raise_anything_but_input_errors() -> None:
    for data in hostile():
        try:
            list(READER.read(Raw(data, "x.docx")))
        except InputError as error:
            told = str(error)
        else:
            told = "x.docx: read"
        assert told.startswith("x.docx: ")
