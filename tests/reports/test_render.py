"""Writing the formats: together, apart, and when one of them fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crossread.errors import RenderError
from crossread.model import Result
from crossread.reports import render
from crossread.result import loads

LIGHT = ("html", "json", "markdown")


def test_each_format_becomes_a_file_and_json_is_the_result_again(sample_result: Result, tmp_path: Path) -> None:
    paths = render(sample_result, tmp_path / "new", formats=LIGHT, name="harbour")
    assert [path.name for path in paths] == ["harbour.html", "harbour.json", "harbour.md"]
    assert loads(paths[1].read_bytes()) == sample_result


def test_a_format_that_fails_is_told_after_the_others_are_written(
    sample_result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What an import of WeasyPrint does where Pango is not installed.
    code = "raise OSError(\"cannot load library 'libpango-1.0-0'\")"
    (tmp_path / "weasyprint.py").write_text(code, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path\n"
        "from crossread.reports import render; from crossread.result import load\n"
        "from crossread.errors import RenderError\n"
        "try: render(load(sys.argv[1]), Path(sys.argv[2]))\n"
        "except RenderError as error: print(error)\n"
    )
    (saved,) = render(sample_result, tmp_path, formats=["json"], name="saved")
    environment = {"PYTHONPATH": f"{tmp_path}", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", script, str(saved), str(tmp_path / "out")],
        capture_output=True, text=True, check=True, env=environment, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in done.stdout
    assert "briefing.html" in done.stdout.splitlines()[-1]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "briefing.html",
        "briefing.json",
        "briefing.md",
    ]


def test_a_folder_that_is_a_file_is_a_clear_error(sample_result: Result, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(RenderError, match=r"taken: the output folder cannot be made"):
        render(sample_result, tmp_path / "taken", formats=LIGHT)


def test_a_failed_write_keeps_the_old_file_and_leaves_nothing_half_written(
    sample_result: Result, tmp_path: Path
) -> None:
    (tmp_path / "briefing.md").mkdir()  # the rename onto it must fail
    with pytest.raises(RenderError, match=r"briefing\.md: markdown was not written") as caught:
        render(sample_result, tmp_path, formats=["markdown", "json"])
    assert "briefing.json" in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefing.json", "briefing.md"]


def test_an_unknown_format_is_refused_before_anything_is_written(sample_result: Result, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="unknown format docx; known are html, pdf, json, markdown"):
        render(sample_result, tmp_path, formats=["json", "docx"])
    assert list(tmp_path.iterdir()) == []


def test_importing_the_package_loads_no_engine() -> None:
    script = "import sys, crossread.reports; print([m for m in ('jinja2', 'weasyprint') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
