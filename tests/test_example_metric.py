"""The package that docs/adding-a-metric.md builds: it is the one printed there, and it works when installed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from example_packages import ROOT, crossread, install, own_tests

EXAMPLE = ROOT / "docs" / "examples" / "crossread-superlatives"
PRINTED = {
    "pyproject.toml": "toml",
    "crossread_superlatives/__init__.py": "python",
    "tests/test_superlatives.py": "python",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the source copied, and in its `site` the package installed from it, without a network."""
    return install(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.mark.parametrize("name", PRINTED)
def test_the_page_prints_the_files_of_the_package(name: str) -> None:
    page = (ROOT / "docs" / "adding-a-metric.md").read_text(encoding="utf-8")
    (printed,) = re.findall(rf"^`{re.escape(name)}`\n\n```{PRINTED[name]}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert printed == (EXAMPLE / name).read_text(encoding="utf-8")


def test_the_page_prints_lines_of_the_word_list() -> None:
    page = (ROOT / "docs" / "adding-a-metric.md").read_text(encoding="utf-8")
    (printed,) = re.findall(r"^```text\n(term\t.*?)^```$", page, re.MULTILINE | re.DOTALL)
    words = (EXAMPLE / "crossread_superlatives" / "superlatives.tsv").read_text(encoding="utf-8").splitlines()
    assert set(printed.splitlines()) <= set(words)


def test_the_installed_metric_is_in_the_result_with_its_evidence(installed: Path) -> None:
    bridge = "The council met on Monday to discuss the bridge and what it would cost to mend. " * 5
    article = installed / "bridge.txt"
    article.write_text(
        f"Council Discusses Bridge\n\n{bridge}It is the oldest bridge in the county.\n", encoding="utf-8"
    )
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    done = crossread(installed, "compare", str(article), *seeds, "--format", "json", "--output", "out")
    assert done.returncode == 0, done.stderr
    result = json.loads((installed / "out" / "comparison.json").read_text(encoding="utf-8"))
    found = [m for a in result["articles"] for m in a["measurements"] if m["metric"] == "superlatives"]
    assert [measurement["status"] for measurement in found] == ["measured"] * 3
    (mark,) = found[0]["evidence"]
    assert result["articles"][0]["text"][mark["start"] : mark["end"]] == "oldest"
    assert mark["rule"] == "superlatives.scoped"
    assert "superlatives" in [info["id"] for info in result["metrics"]]
    assert "superlatives" in [figure["metric"] for figure in result["comparison"]["figures"]]


def test_the_installed_metric_shows_in_every_rendered_format(installed: Path) -> None:
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    done = crossread(installed, "compare", *seeds, "--format", "html", "--format", "markdown", "--output", "shown")
    assert done.returncode == 0, done.stderr
    for suffix in ("html", "md"):
        assert "Superlatives" in (installed / "shown" / f"comparison.{suffix}").read_text(encoding="utf-8")


def test_the_installed_metric_explains_itself_and_has_its_option(installed: Path) -> None:
    explained = crossread(installed, "metrics", "superlatives").stdout
    assert "superlatives.open_share" in explained
    assert "reach: a whole number" in explained
    schema = json.loads(crossread(installed, "schema").stdout)
    assert schema["$defs"]["SuperlativesOptions"]["properties"]["reach"]["maximum"] == 20


def test_the_configuration_on_the_page_is_valid(installed: Path) -> None:
    page = (ROOT / "docs" / "adding-a-metric.md").read_text(encoding="utf-8")
    (config,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (installed / "config.yaml").write_text(config, encoding="utf-8")
    articles = installed / "articles"
    articles.mkdir()
    shutil.copy(next((ROOT / "seeds").glob("*.txt")), articles)
    done = crossread(installed, "check")
    assert done.returncode == 0, done.stderr
    assert "sourcing, superlatives" in done.stdout


def test_the_tests_of_the_package_pass(installed: Path) -> None:
    done = own_tests(installed)
    assert done.returncode == 0, done.stdout[-3000:]
