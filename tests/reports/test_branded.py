"""A report with a brand, and the worked example of docs/templates.md, as a page and on paper."""

from __future__ import annotations

import logging
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import crossread
from crossread import templates
from crossread.branding import make_look
from crossread.model import Result
from crossread.pdf_options import PdfOptions
from crossread.reports.brand import Brand, Media
from crossread.reports.html import html
from crossread.reports.look import Look
from crossread.reports.pdf import _engine, pdf
from crossread.reports.view import build
from crossread.result import dumps, loads

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "house"
PRINTED = {
    "templates/slots/after-differences.html.j2": "jinja",
    "templates/slots/style.css": "css",
    "templates/parts/limits.html.j2": "html",
    "brand.yaml": "yaml",
}
FONTS = Path(templates.__path__[0]) / "fonts"


@pytest.fixture(scope="module")
def example() -> Look:
    """The look of the worked example."""
    return make_look(PdfOptions(), EXAMPLE / "templates", EXAMPLE / "brand.yaml")


@pytest.fixture(scope="module")
def page(made: Result, example: Look) -> str:
    return html(build(made), example).decode()


@pytest.fixture(scope="module")
def paper(made: Result, example: Look) -> bytes:
    """The PDF; its making must log nothing."""
    logger = logging.getLogger("weasyprint")
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign, assignment]
    logger.addHandler(handler)
    written = pdf(build(made), example)
    logger.removeHandler(handler)
    assert [record.getMessage() for record in records] == []
    return written


@pytest.mark.parametrize("name", PRINTED)
def test_the_documentation_prints_the_files_of_the_example(name: str) -> None:
    documentation = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    text = (EXAMPLE / name).read_text(encoding="utf-8")
    assert f"```{PRINTED[name]}\n{text}```" in documentation


def test_the_example_leaves_nothing_unused_and_nothing_half_given(example: Look) -> None:
    from crossread.reports import notes_on

    assert notes_on(example) == ()


def test_the_examples_page_has_the_questions_the_remark_and_the_brand(page: str) -> None:
    differences, questions, metrics = (page.index(f'id="{name}"') for name in ("differences", "h-worksheet", "metrics"))
    assert differences < questions < metrics
    assert "Made for teaching." in page
    assert "Name and answers:" not in page
    assert page.count("Harbour School, media class") == 2
    assert '<img class="logo" src="data:image/svg+xml;base64,' in page
    assert "--accent:#8a1c3b;" in page
    assert "--accent:#ff9ab5;" in page
    assert "--accent:#0b4f5c;" not in page


def test_the_examples_page_lets_nothing_in_from_outside(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert not re.search(r'(?:src|srcset|action)="(?!data:|#)', page)


def test_the_examples_pdf_has_the_questions_and_the_brand(paper: bytes) -> None:
    pages = [each.extract_text() for each in PdfReader(BytesIO(paper)).pages]
    assert "Harbour School, media class" in pages[0]
    assert "Questions for the class" in pages[0] + pages[1]
    assert "(page " in pages[0] + pages[1]
    assert all("Harbour School, media class" in text for text in pages[1:])


def test_the_saved_result_gives_the_same_bytes_twice(made: Result, example: Look, page: str, paper: bytes) -> None:
    again = build(loads(dumps(made)))
    assert html(again, example).decode() == page
    assert pdf(again, example) == paper


def test_a_brands_name_is_escaped(made: Result) -> None:
    page = html(build(made), Look(brand=Brand(name="<script>x</script>")))
    assert b"<script>x" not in page


def test_a_logo_without_a_name_has_a_text(made: Result) -> None:
    logo = Media("logo", "image/svg+xml", (EXAMPLE / "logo.svg").read_bytes())
    assert b'alt="Logo"' in html(build(made), Look(brand=Brand(logo=logo)))


def test_a_brands_fonts_stand_for_the_bundled_ones_in_both(made: Result, tmp_path: Path) -> None:
    shutil.copy(FONTS / "Serif-Regular.ttf", tmp_path / "own.ttf")
    (tmp_path / "brand.yaml").write_text("fonts: {sans: {regular: own.ttf}}", encoding="utf-8")
    look = make_look(PdfOptions(), brand=tmp_path / "brand.yaml")
    faces = re.findall(
        r'font-family:"([\w ]+)";font-weight:(\d+);font-style:(\w+);[^}]*?(data:[\w/]+)',
        html(build(made), look).decode(),
    )
    assert ("Brand Sans", "400", "normal", "data:font/ttf") in faces
    assert ("Brand Sans", "600", "normal", "data:font/woff2") in faces
    assert faces.count(("Crossread Serif", "400", "normal", "data:font/woff2")) == 1
    assert {"Brand-Sans", "Brand-Sans-Semi-Bold", "Brand-Sans-Italic"} <= fonts_of(pdf(build(made), look))
    assert not any("Brand" in name for name in fonts_of(pdf(build(made))))


def fonts_of(written: bytes) -> set[str]:
    """The names of the fonts that a PDF holds."""
    fonts = [each["/Resources"]["/Font"] for each in PdfReader(BytesIO(written)).pages]  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for held in fonts for font in held.values()}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://example.org/", "crossread-brand:other", "data:,x"])
def test_the_fetcher_serves_a_brands_own_files_and_nothing_else(address: str) -> None:
    logo = Media("logo", "image/png", b"picture")
    fetcher = type(_engine()[1])({"logo": logo})
    assert fetcher.fetch("crossread-brand:logo").read() == b"picture"
    with pytest.raises(ValueError, match="a briefing loads nothing from outside"):
        fetcher.fetch(address)
    with pytest.raises(ValueError, match="was refused"):
        _engine()[1].fetch("crossread-brand:logo")


def test_python_takes_both_and_warns_of_what_is_not_seen(made: Result, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "foot.css").write_text("", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"foot\.css: takes the place of no template"):
        crossread.render(made, tmp_path, "html", templates=tmp_path / "own", brand=str(EXAMPLE / "brand.yaml"))
    assert "Harbour School" in (tmp_path / f"{made.report}.html").read_text(encoding="utf-8")
