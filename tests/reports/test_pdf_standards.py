"""PDF/UA-1 and PDF/A-3u: what the file says of itself, the result inside it, and what a validator says of it."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from crossread.errors import RenderError
from crossread.model import Result
from crossread.pdf_options import PdfOptions, Variant
from crossread.reports import render
from crossread.reports.look import Look
from crossread.reports.pdf import RESULT, pdf
from crossread.reports.view import build
from crossread.result import dumps, loads

CHECK = Path(__file__).parents[2] / "scripts" / "check_pdf.py"
NO_CHECKER = 3
VARIANTS: tuple[Variant, ...] = ("ua-1", "a-3u")


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request: pytest.FixtureRequest, made: Result) -> tuple[str, bytes]:
    """A variant's name and the PDF."""
    return request.param, pdf(build(made), Look(pdf=PdfOptions(variant=request.param)), dumps(made))


def test_the_file_says_which_standard_it_follows(variant: tuple[str, bytes]) -> None:
    name, content = variant
    stream: Any = PdfReader(BytesIO(content)).root_object["/Metadata"]
    metadata = stream.get_object().get_data().decode()
    marks = {"ua-1": ['pdfuaid:part="1"'], "a-3u": ['pdfaid:part="3"', 'pdfaid:conformance="U"']}
    assert all(mark in metadata for mark in marks[name])


def test_a_validator_finds_no_broken_rule(variant: tuple[str, bytes], tmp_path: Path) -> None:
    name, content = variant
    (tmp_path / "briefing.pdf").write_bytes(content)
    command = [sys.executable, str(CHECK), name, str(tmp_path / "briefing.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == NO_CHECKER:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_result_is_inside_as_it_is_saved(variant: tuple[str, bytes], made: Result) -> None:
    reader = PdfReader(BytesIO(variant[1]))
    assert reader.attachments[RESULT] == [dumps(made)]
    (attached,) = reader.attachment_list
    assert "result" in str(attached.description)
    assert loads(dumps(made)) == made


def test_the_same_result_gives_the_same_bytes(variant: tuple[str, bytes], made: Result) -> None:
    assert pdf(build(made), Look(pdf=PdfOptions(variant=variant[0])), dumps(made)) == variant[1]  # type: ignore[arg-type]


def test_what_is_attached_is_the_json_that_is_written(made: Result, tmp_path: Path) -> None:
    written = {path.suffix: path.read_bytes() for path in render(made, tmp_path, formats=("pdf", "json"))}
    assert PdfReader(BytesIO(written[".pdf"])).attachments[RESULT] == [written[".json"]]


def test_without_the_option_nothing_is_attached(made: Result) -> None:
    assert not PdfReader(BytesIO(pdf(build(made), Look(pdf=PdfOptions(attach=False)), dumps(made)))).attachments


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (PdfOptions(page="A3"), 'page size "A3" is not known; use one of A4, Letter'),  # type: ignore[arg-type]
        (PdfOptions(variant="x-4"), 'PDF variant "x-4" is not known; use one of none, ua-1, a-3u'),  # type: ignore[arg-type]
    ],
)
def test_options_that_do_not_exist_are_refused(options: PdfOptions, message: str, made: Result) -> None:
    with pytest.raises(RenderError, match=message):
        pdf(build(made), Look(pdf=options))
