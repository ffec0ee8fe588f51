"""Installs the packages that the documentation builds, and runs crossread where it sees them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def install(example: Path, folder: Path) -> Path:
    """`folder` with the source copied and, in its `site`, the package installed from it, without a network."""
    source = folder / "source"
    shutil.copytree(example, source, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(folder / "site")]
    done = subprocess.run([*pip, *offline, str(source)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


def crossread(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process that sees the installed package."""
    command = [sys.executable, "-m", "crossread", *arguments]
    return subprocess.run(
        command, cwd=installed, env=_environment(installed), capture_output=True, text=True, encoding="utf-8"
    )


def own_tests(installed: Path) -> subprocess.CompletedProcess[str]:
    """The package's own tests."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    return subprocess.run(
        command, cwd=installed / "source", env=_environment(installed), capture_output=True, text=True
    )


def _environment(installed: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(installed / "site")}
