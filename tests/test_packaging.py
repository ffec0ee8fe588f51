"""What is built is what is in the tree, and it runs from an empty environment far from the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Where each folder of the tree stands in the wheel.
PLACES = {
    "crossread": "crossread",
    "findings": "crossread/findings",
    "metrics": "crossread/metrics",
    "reports": "crossread/reports",
    "templates": "crossread/templates",
}
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "briefings", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", ".coverage*"
)


@dataclass(frozen=True)
class Built:
    """The two archives and the environment the wheel is installed in."""

    wheel: Path
    sdist: Path
    environment: Path

    @property
    def site_packages(self) -> Path:
        """Where the environment keeps what is installed."""
        return next(self.environment.glob("lib*/python*/site-packages"))

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """A program of the environment, without anything of ours on its path."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        program = self.environment / "bin" / command[0]
        return subprocess.run([str(program), *command[1:]], cwd=cwd, env=clean, capture_output=True, text=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A source archive of a copy of the tree, the wheel made from that archive, and the wheel installed.

    The copy keeps old files of a `build` folder out of the wheel. The environment sees the libraries
    of the running one as a plain folder on its path, so the editable crossread there stays unseen.
    """
    folder = tmp_path_factory.mktemp("packaging")
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, symlinks=True, ignore=NOT_SOURCE)
    _done(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(tree))
    (wheel,) = (folder / "dist").glob("*.whl")
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    environment = folder / "environment"
    _done(sys.executable, "-m", "venv", "--without-pip", str(environment))
    python = str(environment / "bin" / "python")
    _done(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    made = Built(wheel, sdist, environment)
    libraries = [folder for folder in sys.path if Path(folder).name in {"site-packages", "dist-packages"}]
    (made.site_packages / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    return made


def _done(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def tree_files(folder: str) -> list[Path]:
    """The files of one folder of the tree, without what running it leaves behind."""
    found = (path.relative_to(ROOT / folder) for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    return [path for path in found if "__pycache__" not in path.parts and not path.parts[0].startswith(".")]


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(built: Built) -> None:
    expected = {f"{place}/{path.as_posix()}" for folder, place in PLACES.items() for path in tree_files(folder)}
    with zipfile.ZipFile(built.wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_the_wheel_carries_the_notices_of_what_it_ships(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        notices = [name for name in archive.namelist() if ".dist-info/licenses/" in name]
    ends = ("licenses/LICENSE", "cmudict/LICENSE", "fonts/LICENSE.txt")
    assert all(any(name.endswith(end) for name in notices) for end in ends)


def test_the_source_archive_holds_all_one_needs_to_test_and_run(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"config.yaml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"}
    for folder in ("seeds", "tests", "docs", "benchmarks"):
        wanted |= {f"{folder}/{path.as_posix()}" for path in tree_files(folder)}
    assert wanted - held == set()


def test_only_crossread_is_installed_at_the_top_level(built: Built) -> None:
    names = {path.name for path in built.site_packages.iterdir()} - {"libraries.pth"}
    assert {name for name in names if not name.endswith(".dist-info")} == {"crossread"}
    assert len(names) == 2


def test_the_installed_package_is_the_one_that_runs(built: Built, tmp_path: Path) -> None:
    done = built.run("python", "-c", "import crossread.metrics; print(crossread.metrics.__file__)", cwd=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(built.site_packages), done.stderr


def test_the_installed_command_writes_the_seed_briefing(built: Built, tmp_path: Path) -> None:
    formats = {"html": ".html", "json": ".json", "markdown": ".md"}
    if built.run("python", "-c", "import weasyprint", cwd=tmp_path).returncode == 0:
        formats["pdf"] = ".pdf"
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    wanted = [part for name in formats for part in ("--format", name)]
    done = built.run("crossread", "compare", *seeds, *wanted, "--output", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = list((tmp_path / "out").iterdir())
    assert {path.suffix for path in written} == set(formats.values())
    assert all(path.stat().st_size > 1000 for path in written)
    assert {Path(line).name for line in done.stdout.splitlines()} == {path.name for path in written}


def test_every_dependency_has_its_line_in_the_docs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    sections = {part.partition("\n")[0]: part for part in page.split("\n## ")}
    extras = project["optional-dependencies"]
    for heading, needed in (
        ("To run", project["dependencies"]),
        ("As extras", extras["parquet"] + extras["warc"]),
        ("To develop", [line for line in extras["dev"] if not line.startswith("crossread[")]),
    ):
        described = re.findall(r"^\| ([\w.-]+) \|", sections[heading], re.MULTILINE)[1:]
        assert described == sorted(re.split(r"[^\w.-]", line)[0] for line in needed)
