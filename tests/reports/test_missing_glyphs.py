"""Characters that no font can draw are told once, with their script and what to install."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossread.doctor import examine
from crossread.model import Result
from crossread.reports.look import PLAIN
from crossread.reports.missing_glyphs import SAMPLES, MissingGlyphs, told, watched
from crossread.reports.pdf import pdf
from crossread.reports.view import build

NOBODY_DRAWS = "\U000107ff"  # a place in Unicode without a character


def test_a_character_without_a_font_is_told_once(made: Result) -> None:
    with pytest.warns(MissingGlyphs) as warned:
        pdf(build(replace(made, title=f"Harbour {NOBODY_DRAWS}{NOBODY_DRAWS} bridge")))
    (only,) = warned
    assert str(only.message).startswith("the PDF: 1 character that no installed font can draw stands as an empty box")


def test_a_text_that_the_bundled_fonts_draw_is_told_nothing_about(made: Result) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", MissingGlyphs)
        pdf(build(replace(made, title="Brücke in Łódź – Мост, Γέφυρα, “quoted”")))


def test_the_scripts_and_the_packages_that_draw_them_are_named() -> None:
    assert told("北京ひทह😀") == (
        "the PDF: 6 different characters that no installed font can draw stand each as an empty box "
        "(Chinese 2, Devanagari 1, Japanese 1, Thai 1, symbols 1); on Debian or Ubuntu run: "
        "apt-get install fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core"
    )


def test_other_messages_of_the_engine_still_pass(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("weasyprint")
    logger.addHandler(caplog.handler)
    try:
        with watched() as missing:
            logger.warning("Ignored `%s`, %s", "color: x", "invalid value.")
            logger.warning('.notdef glyph rendered for "%s" (U+%04X)', "x", 120)
    finally:
        logger.removeHandler(caplog.handler)
    assert missing == {"x"}
    assert {record.getMessage() for record in caplog.records} == {"Ignored `color: x`, invalid value."}


def test_the_doctor_tells_which_scripts_a_pdf_can_show() -> None:
    (check,) = (each for each in examine() if each.name == "fonts of other scripts")
    drawn, _, missing = check.found.partition("; none in a PDF for ")
    assert check.ok
    assert all((name in drawn) is not (name in missing) for name in SAMPLES)
    assert {"Greek", "Cyrillic"} <= set(drawn.split(", "))


def test_the_command_line_tells_it(tmp_path: Path, made: Result, capsys: pytest.CaptureFixture[str]) -> None:
    from crossread.console import write

    _, complete = write(replace(made, title=NOBODY_DRAWS), tmp_path, ("pdf",), "briefing", PLAIN)
    assert complete
    assert capsys.readouterr().err.startswith("crossread: warning: the PDF: 1 character")
