"""PDFs that cannot be read, or only in part: each says what it is and what to do, and none hangs."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Callable
from functools import cache

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject
from weasyprint import HTML

from crossread.errors import InputError
from crossread.reading.formats.pdf import READER
from crossread.reading.page import Page, Raw
from crossread.reading.pdf.articles import MOST_PAGES

SENTENCE = "The council voted on Tuesday to close the harbour road for eighteen months."


@cache
def article() -> bytes:
    pages = "".join(f"<p style='break-after: page'>{SENTENCE} Page {number}.</p>" for number in "one two three".split())
    return bytes(HTML(string=f"<html lang=en>{pages}</html>").write_pdf())


def read(data: bytes) -> Page:
    [page] = READER.read(Raw(data, "wall.pdf"))
    assert isinstance(page, Page)
    return page


def written(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(article()))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_hand(*objects: bytes, root: str = "/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they are."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root.encode(), start))
    return out.getvalue()


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Font<</F 5 0 R>>%s>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def one_page(content: bytes, resources: bytes = b"", more: tuple[bytes, ...] = (), coding: bytes = b"") -> bytes:
    """A page with this content; `more` are objects from number 6."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources" + FONT % resources + b">>"
    stream = b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), coding, content)
    return by_hand(CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream, HELVETICA, *more)


def line(text: str) -> bytes:
    return b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % text.encode()


def test_a_pdf_written_by_hand_is_read() -> None:
    assert read(one_page(line(SENTENCE))).text == SENTENCE


def without_letters(writer: PdfWriter) -> None:
    for each in writer.pages:
        for font in each["/Resources"]["/Font"].values():  # type: ignore[index]
            font.get_object().pop("/ToUnicode", None)


def picture_only() -> bytes:
    picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    more = (picture + b"\nstream\n\x00\nendstream",)
    return one_page(b"q 595 0 0 842 0 0 cm /Im Do Q", b"/XObject<</Im 6 0 R>>", more)


def many_pages() -> bytes:
    count = MOST_PAGES + 1
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return by_hand(CATALOG, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), *[page] * count)


def bomb() -> bytes:
    return one_page(zlib.compress(b" " * 100_000_000, 9), coding=b"/Filter/FlateDecode")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            lambda: written(lambda w: w.encrypt("secret", algorithm="RC4-128")), "needs a password", id="locked"
        ),
        pytest.param(lambda: written(without_letters), "do not say which letters they show; run OCR", id="no letters"),
        pytest.param(picture_only, "no text layer; run OCR on it first", id="scan"),
        pytest.param(many_pages, "has 501 pages, more than the 500", id="many pages"),
        pytest.param(bomb, "unpack to more than an article has", id="bomb"),
        pytest.param(lambda: article()[:200], "damaged or cut short|no pages", id="only the beginning"),
        pytest.param(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 50, "damaged|no pages", id="rubbish"),
        pytest.param(lambda: b"", "damaged", id="empty"),
        pytest.param(lambda: one_page(b""), "no text layer", id="empty page"),
        pytest.param(
            lambda: by_hand(CATALOG, b"<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>"), "damaged|no pages", id="page loop"
        ),
        pytest.param(lambda: by_hand(b"1 0 R"), "damaged|no pages", id="object loop"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: Callable[[], bytes], told: str) -> None:
    with pytest.raises(InputError, match=told) as error:
        read(data())
    assert str(error.value).startswith("wall.pdf: ")


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    page = read(written(lambda w: w.encrypt("", "owner", algorithm="RC4-128")))
    assert page.text.startswith(SENTENCE)


def test_a_form_that_draws_itself_is_drawn_a_few_times_at_most() -> None:
    content = b"%s /X Do" % line(SENTENCE)
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources%s/Length %d>>\nstream\n%s\nendstream" % (
        FONT % b"/XObject<</X 6 0 R>>", len(content), content,
    )  # fmt: skip
    page = read(one_page(b"/X Do", b"/XObject<</X 6 0 R>>", (form,)))
    assert page.text == SENTENCE


def test_forms_that_double_with_each_level_are_bounded() -> None:
    def form(number: int) -> bytes:
        content = line("again") + b" /X Do" * 30
        inner = b"/XObject<</X %d 0 R>>" % (number + 1)
        return b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources%s/Length %d>>\nstream\n%s\nendstream" % (
            FONT % inner, len(content), content,
        )  # fmt: skip

    page = read(one_page(line(SENTENCE) + b" /X Do", b"/XObject<</X 6 0 R>>", tuple(map(form, range(6, 26)))))
    assert page.text.startswith(SENTENCE)
    assert page.warnings == ("the PDF is read up to page 1 of 1: there is more in its pages than an article has",)


def test_a_page_that_is_damaged_leaves_the_others() -> None:
    def damage(writer: PdfWriter) -> None:
        writer.pages[1]["/Contents"].get_object()[NameObject("/Filter")] = NameObject("/Nonsense")  # type: ignore[index]

    page = read(written(damage))
    assert "Page one." in page.text
    assert "Page two." not in page.text
    assert "Page three." in page.text
    assert page.warnings == ("the PDF is damaged: not everything on page 2 could be read",)


def test_a_pdf_cut_short_keeps_the_pages_that_are_left() -> None:
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources" % (number + 1) + FONT % b"" + b">>"
        for number in (6, 8, 10)
    ]
    streams = [
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text) for text in map(line, ("One.", "Two.", "Three."))
    ]
    data = by_hand(CATALOG, b"<</Type/Pages/Count 3/Kids[6 0 R 8 0 R 10 0 R]>>", b"null", b"null", HELVETICA,
                   *(each for pair in zip(pages, streams, strict=True) for each in pair))  # fmt: skip
    assert read(data).text.split() == ["One.", "Two.", "Three."]
    page = read(data[: data.index(b"Three")])
    assert page.text.split()[:2] == ["One.", "Two."]
    assert page.warnings


def test_any_part_of_a_pdf_is_read_with_a_warning_or_refused() -> None:
    whole = article()
    for tenth in range(10):
        try:
            page = read(whole[: len(whole) * tenth // 10])
        except InputError as error:
            told = str(error)
        else:
            told = "wall.pdf: " + " ".join(page.warnings)
        assert told.startswith("wall.pdf: ")
        assert told != "wall.pdf: "


def test_a_pdf_without_its_table_of_objects_is_read_with_a_warning() -> None:
    data = one_page(line(SENTENCE))
    page = read(data[: data.index(b"xref\n")])
    assert page.text == SENTENCE
    assert page.warnings == ("the PDF is cut short; what is left of it was read",)


def test_flipped_bytes_never_raise_anything_but_input_errors() -> None:
    data = one_page(line(SENTENCE))
    for at in range(9, len(data), 11):
        try:
            read(data[:at] + b"\xff(<[" + data[at + 4 :])
        except InputError as error:
            told = str(error)
        else:
            told = "wall.pdf: read"
        assert told.startswith("wall.pdf: ")


def test_hostile_page_descriptions_are_bounded() -> None:
    for content in (b"[" * 100_000, b"<<" * 50_000, b"(" * 100_000, b"q " * 100_000, b"1e999 0 0 1 0 0 cm " * 100):
        page = read(one_page(line(SENTENCE) + b" " + content)) if content[:1] in b"q1" else None
        if page is None:
            with pytest.raises(InputError):
                read(one_page(content))
        else:
            assert page.text == SENTENCE


def test_nothing_is_logged_or_printed(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    level = logging.getLogger("pypdf").level
    for data in (article()[:-2000], one_page(b"[" * 100_000)):
        try:
            read(data)
        except InputError:
            continue
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == level
