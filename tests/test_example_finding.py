"""The package that docs/adding-a-finding.md builds: it is the one printed there, and it works when installed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from example_packages import ROOT, crossread, install, own_tests

EXAMPLE = ROOT / "docs" / "examples" / "crossread-datelines"
PAGE = (ROOT / "docs" / "adding-a-finding.md").read_text(encoding="utf-8")
PRINTED = {
    "pyproject.toml": "toml",
    "crossread_datelines/__init__.py": "python",
    "tests/test_datelines.py": "python",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package installed, and two articles with datelines beside it."""
    folder = install(EXAMPLE, tmp_path_factory.mktemp("example"))
    (folder / "articles").mkdir()
    for name, body in (
        ("one.txt", "NORBY (Reuters) – The ferry left the quay at noon and came back before dark, a captain said."),
        ("two.txt", "OSLO (AP) – Passengers spent nine hours at sea. Nobody was hurt when a storm broke a window."),
    ):
        (folder / "articles" / name).write_text(f"Ferry Back\n\n{body}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", PRINTED)
def test_the_page_prints_the_files_of_the_package(name: str) -> None:
    (printed,) = re.findall(rf"^`{re.escape(name)}`\n\n```{PRINTED[name]}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert printed == (EXAMPLE / name).read_text(encoding="utf-8")


def test_its_findings_are_in_the_result_and_in_every_rendered_format(installed: Path) -> None:
    formats = ("--format", "json", "--format", "html", "--format", "markdown")
    done = crossread(installed, "compare", "articles", *formats, "--output", "out")
    assert done.returncode == 0, done.stderr
    result = json.loads((installed / "out" / "comparison.json").read_text(encoding="utf-8"))
    (found,) = [found for found in result["comparison"]["found"] if found["kind"] == "datelines"]
    (finding,) = found["findings"]
    (one, two) = finding["cells"]
    texts = {article["id"]: article["text"] for article in result["articles"]}
    assert [texts[c["article"]][c["spans"][0]["start"] : c["spans"][0]["end"]] for c in (one, two)] == ["NORBY", "OSLO"]
    assert finding["id"] in result["comparison"]["key"]
    for suffix in ("html", "md"):
        assert finding["sentence"] in (installed / "out" / f"comparison.{suffix}").read_text(encoding="utf-8")


def test_the_configuration_on_the_page_is_valid_and_looks_for_what_it_names(installed: Path) -> None:
    (config,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (installed / "config.yaml").write_text(config, encoding="utf-8")
    done = crossread(installed, "run")
    assert done.returncode == 0, done.stderr
    result = json.loads((installed / "briefings" / "visit.json").read_text(encoding="utf-8"))
    assert [found["kind"] for found in result["comparison"]["found"]] == ["measurements", "datelines"]


def test_the_tests_of_the_package_pass(installed: Path) -> None:
    done = own_tests(installed)
    assert done.returncode == 0, done.stdout[-3000:]
