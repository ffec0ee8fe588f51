"""What is installed, read from the folders beside the packages, held against importlib.metadata."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.installed import versions
from crossread.run import _PACKAGES

ASK = "import sys; from crossread.installed import announces; sys.exit(announces('crossread.metrics'))"
ENTRY_POINTS = "[console_scripts]\ntally = tally:main\n\n[{group}]\ntally = tally:METRIC\n"


def test_versions_are_those_of_importlib_metadata() -> None:
    assert versions(_PACKAGES) == {name: importlib.metadata.version(name) for name in _PACKAGES}


def test_a_name_is_found_however_it_is_written() -> None:
    found = versions(["Lingua_Language.Detector", "PyYAML"])
    assert found["Lingua_Language.Detector"] == importlib.metadata.version("lingua-language-detector")
    assert found["PyYAML"] == importlib.metadata.version("pyyaml")


def test_a_package_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        versions(["no-such-package-anywhere"])


@pytest.mark.parametrize(
    ("folder", "group", "announced"),
    [
        ("tally-1.0.dist-info", "crossread.metrics", True),
        ("tally.egg-info", "crossread.metrics", True),
        ("tally-1.0.dist-info", " crossread.metrics ", True),
        ("tally-1.0.dist-info", "crossread.metrics.more", False),
        ("tally-1.0.dist-info", "other.metrics", False),
        ("tally", "crossread.metrics", False),  # no folder of an installed package
    ],
)
def test_plug_ins_are_noticed_by_their_entry_points(tmp_path: Path, folder: str, group: str, announced: bool) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "entry_points.txt").write_text(ENTRY_POINTS.format(group=group), encoding="utf-8")
    asked = subprocess.run([sys.executable, "-c", ASK], env={"PYTHONPATH": str(tmp_path)}, cwd=tmp_path)
    assert asked.returncode == announced


def test_an_archive_of_packages_is_left_to_importlib_metadata(tmp_path: Path) -> None:
    (tmp_path / "packages.zip").write_bytes(b"PK")
    paths = {"PYTHONPATH": str(tmp_path / "packages.zip")}
    assert subprocess.run([sys.executable, "-c", ASK], env=paths, cwd=tmp_path).returncode == 1
