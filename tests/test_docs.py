"""The documentation says what the code does: commands, metrics, types, links and examples."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import fields

from crossread.cli import commands
from crossread.config import load_config
from crossread.fetching import FetchSettings
from crossread.inputs.settings import Input
from crossread.model import Result, ZoneKind
from crossread.reading.readers import built_in
from crossread.registry import BUILT_IN
from crossread.reports.markdown import markdown
from crossread.reports.view import build
from crossread.run import run

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md"), ROOT / "seeds" / "README.md"])
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return [body for kind, body in _FENCE.findall(page) if kind == language]


def sections(page: str) -> dict[str, str]:
    """The page's second-level sections by heading."""
    return {head.strip(): body for head, _, body in (part.partition("\n") for part in page.split("\n## ")[1:])}


def anchors(page: str) -> set[str]:
    """What a heading is linked by: lower case, spaces as hyphens, punctuation gone."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def seed_result() -> Result:
    """The result of the example configuration."""
    config = load_config(ROOT / "config.yaml")
    return run(config.reports["seeds"], config.base)


# ------------------------------------------------------------------------------ every page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    broken = []
    for target in _LINK.findall(_FENCE.sub("", page)):
        if target.startswith(("https://", "http://")):
            continue
        name, _, fragment = target.partition("#")
        found = path.parent / name if name else path
        if not found.exists() or (fragment and fragment not in anchors(found.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_every_page_of_the_documentation_is_linked_from_the_readme() -> None:
    linked = {target.partition("#")[0] for target in _LINK.findall(read("README.md"))}
    assert {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")} <= linked


def test_the_architecture_fits_in_a_hundred_lines() -> None:
    assert len(read("docs/architecture.md").splitlines()) < 100


# ---------------------------------------------------------------------------------- README


def test_the_readme_names_every_command() -> None:
    table = sections(read("README.md"))["The commands you need next"]
    assert set(re.findall(r"^\| `crossread (\w+)", table, re.MULTILINE)) == set(commands.commands)


def test_the_readme_shows_what_its_example_prints() -> None:
    page = read("README.md")
    (code,), (shown,) = blocks(page, "python"), blocks(page, "text")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (shown, "")


def test_the_readme_quotes_the_seed_briefing() -> None:
    quoted = re.findall(r"^> (.+)$", read("README.md"), re.MULTILINE)
    briefing = markdown(build(seed_result())).decode()
    assert quoted
    assert [line for line in quoted if line not in briefing] == []


# ---------------------------------------------------------------------------------- inputs


def parts_of(section: str) -> list[str]:
    """The third-level headings of a section of docs/inputs.md."""
    return re.findall(r"^### (.+)$", sections(read("docs/inputs.md"))[section], re.MULTILINE)


def test_every_format_has_its_heading_in_the_order_they_are_tried() -> None:
    assert parts_of("Formats") == [reader.id for reader in built_in()]


def test_every_key_of_an_input_and_of_fetching_has_its_heading() -> None:
    assert parts_of("Keys of an input") == [f"`{field.encode_name}`" for field in fields(Input)]
    assert parts_of("Keys of `fetch`") == [f"`fetch.{field.encode_name}`" for field in fields(FetchSettings)]


def test_every_zone_is_described() -> None:
    table = sections(read("docs/inputs.md"))["Zones"].partition("|---|---|")[2]
    named = [
        name for line in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", line)
    ]
    assert named == list(get_args(ZoneKind))


def test_the_inputs_of_the_page_are_a_valid_configuration(tmp_path: Path) -> None:
    for number, example in enumerate(blocks(read("docs/inputs.md"), "yaml")):
        if "reports:" not in example:
            example += "reports: {a: {inputs: [a]}}\n"
        (tmp_path / f"{number}.yaml").write_text(example, encoding="utf-8")
        assert load_config(tmp_path / f"{number}.yaml").reports


def test_the_reader_of_the_page_reads_when_it_is_installed(tmp_path: Path) -> None:
    (code,), (announcement,) = blocks(read("docs/inputs.md"), "python"), blocks(read("docs/inputs.md"), "toml")
    entry = re.search(r"^(\w+) = \"(.+)\"$", announcement, re.MULTILINE)
    assert entry
    (tmp_path / "crossread_desk.py").write_text(code, encoding="utf-8")
    information = tmp_path / "crossread_desk-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: crossread-desk\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[crossread.readers]\n{entry[1]} = {entry[2]}\n")
    (tmp_path / "a.export").write_text("SLUG: Wall falls\nThe harbour wall fell at noon.\nNobody was hurt.\n")
    command = [sys.executable, "-m", "crossread", "read", "--json", str(tmp_path / "a.export")]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    article = json.loads(done.stdout)
    assert article["origin"]["format"] == "desk"
    assert article["metadata"]["title"]["value"] == "Wall falls"
    assert [zone["kind"] for zone in article["zones"]] == ["title", "body", "body"]


# --------------------------------------------------------------------------------- metrics


def test_every_metric_has_its_heading_in_the_order_of_the_registry() -> None:
    _, *headings = sections(read("docs/metrics.md"))
    assert headings == [metric.id for metric in BUILT_IN]


def test_the_tables_say_what_the_metrics_declare() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "declared_tables.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def by_hand(metric: str) -> str:
    """What a person wrote in a metric's section, without the tables of its declaration."""
    return sections(read("docs/metrics.md"))[metric].partition("<!-- end -->")[2]


def test_a_figure_without_a_declared_meaning_is_explained_in_the_text() -> None:
    bare = [(metric.id, figure.id) for metric in BUILT_IN for figure in metric.figures if not figure.meaning]
    assert [f"{metric}.{figure}" for metric, figure in bare if f"`{metric}.{figure}`" not in by_hand(metric)] == []


def test_every_rule_that_marks_words_is_described() -> None:
    fired = {
        (found.metric, rule)
        for article in seed_result().articles
        for found in article.measurements
        for rule in (*(e.rule for e in found.evidence), *(rule for d in found.details for rule in d.rules))
    }
    unknown = []
    for metric, rule in sorted(fired):
        described = re.findall(r"^\| `([\w.*]+)` \|", by_hand(metric), re.MULTILINE)
        if not any(fnmatchcase(rule, pattern) for pattern in described):
            unknown.append(rule)
    assert unknown == []
