"""Without WeasyPrint, or a library it stands on, every other format comes and one line says what to install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
FORMATS = ("html", "pdf", "json", "markdown", "csv")

# Run as Python starts: the package is not there, or the loader finds none of the libraries it asks for.
NOT_INSTALLED = """
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "weasyprint":
            raise ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint")
sys.meta_path.insert(0, Gone())
"""
NO_PANGO = """
import cffi
genuine = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "pango" in name:
        raise OSError(f"cannot load library '{name}': {name}: cannot open shared object file: No such file.  "
                      f"Additionally, ctypes.util.find_library() did not manage to locate a library called '{name}'")
    return genuine(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


@pytest.mark.parametrize(
    ("start", "what", "mend"),
    [
        (NOT_INSTALLED, "WeasyPrint is not installed", "pip install weasyprint"),
        (NO_PANGO, "a system library of WeasyPrint is missing (cannot load library '", "apt-get install libpango"),
    ],
    ids=["package", "library"],
)
def test_the_other_formats_come_and_one_line_says_what_to_install(
    tmp_path: Path, start: str, what: str, mend: str
) -> None:
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(start, encoding="utf-8")
    wanted = [part for name in FORMATS for part in ("--format", name)]
    done = subprocess.run(
        [sys.executable, "-m", "crossread", "compare", *SEEDS, *wanted],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path / "start")},
    )  # fmt: skip
    others = ["comparison.html", "comparison.json", "comparison.md"]
    others += ["comparison-measurements.csv", "comparison-findings.csv"]
    assert done.returncode == 2
    assert done.stdout.splitlines() == [f"briefings/{name}" for name in others]
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"crossread: error: briefings/comparison.pdf: pdf was not written: {what}")
    assert mend in line
    assert sorted(path.name for path in (tmp_path / "briefings").iterdir()) == sorted(others)


def test_the_doctor_says_it_in_its_own_lines(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_PANGO, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "crossread", "doctor"], capture_output=True, text=True, env=environment
    )
    assert done.returncode == 2
    assert "-----" not in done.stdout
    assert "PDF engine" in done.stdout
