"""Imports run one way, names say what they hold, and the costly things happen once or not at all."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

import crossread.text.words
from crossread.metric import run_metric
from crossread.parse import document_from_text, parse
from crossread.registry import BUILT_IN

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "crossread": ROOT / "crossread",
    "crossread.findings": ROOT / "findings",
    "crossread.metrics": ROOT / "metrics",
    "crossread.reports": ROOT / "reports",
    "crossread.templates": ROOT / "templates",
}
# From the ground up. A module may import its own line and the lines above it.
LAYERS: tuple[tuple[str, ...], ...] = (
    (
        "crossread.errors",
        "crossread.model",
        "crossread.data",
        "crossread.templates",
        "crossread.installed",
        "crossread.pdf_options",
    ),
    ("crossread.quality", "crossread.resampling", "crossread.telling"),
    ("crossread.text", "crossread.lexicon", "crossread.own_lexicons"),
    ("crossread.document", "crossread.baseline"),
    ("crossread.attribution", "crossread.reading", "crossread.voices", "crossread.fetching"),
    ("crossread.inputs", "crossread.events"),
    ("crossread.parse", "crossread.metric", "crossread.intervals", "crossread.comparison"),
    ("crossread.terms", "crossread.finding"),
    ("crossread.indicators", "crossread.contrast_sets", "crossread.same_things"),
    ("crossread.metrics", "crossread.findings"),
    ("crossread.registry", "crossread.kinds"),
    ("crossread.settings", "crossread.yaml_source"),
    ("crossread.reports.design", "crossread.reports.colour", "crossread.reports.brand", "crossread.reports.look"),
    ("crossread.config_values", "crossread.branding"),
    ("crossread.config", "crossread.config_schema", "crossread.config_files", "crossread.packs"),
    ("crossread.pipeline",),
    ("crossread.result", "crossread.corpus", "crossread.reference", "crossread.soundness"),
    ("crossread.run",),
    ("crossread.reports",),
    ("crossread",),
    (
        "crossread.cli",
        "crossread.console",
        "crossread.commands",
        "crossread.doctor",
        "crossread.grouped",
        "crossread.heard",
        "crossread.listings",
        "crossread.summary",
        "crossread.understood",
        "crossread.wrapping",
    ),
    ("crossread.__main__",),
)


def modules() -> dict[str, Path]:
    """Every module of the package by its import name."""
    found = {}
    for package, folder in FOLDERS.items():
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            found[".".join((package, *(part for part in parts if part != "__init__")))] = path
    return found


MODULES = modules()


def imported(name: str) -> Iterator[str]:
    """Everything a module imports anywhere in it, inside functions too."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            wanted = [each if each in MODULES else node.module for each in inside]
        else:
            continue
        yield from wanted


GRAPH = {
    name: sorted({each for each in imported(name) if each.split(".")[0] == "crossread"} - {name}) for name in MODULES
}
EDGES = [(name, target) for name, targets in GRAPH.items() for target in targets]


def layer(name: str) -> int:
    """The place of a module in LAYERS, by its longest listed ancestor; the bare package only by itself."""
    places = {listed: place for place, line in enumerate(LAYERS) for listed in line}
    parts = name.split(".")
    for length in range(len(parts), 1, -1):
        if (listed := ".".join(parts[:length])) in places:
            return places[listed]
    if name == "crossread":
        return places[name]
    raise AssertionError(f"{name} has no layer: add it to LAYERS where it belongs")


def test_no_module_imports_itself_in_a_circle() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_imports_run_down_the_layers_only() -> None:
    wrong = [f"{name} imports {target}" for name, target in EDGES if layer(target) > layer(name)]
    assert wrong == []


@pytest.mark.parametrize(
    ("folder", "registry"), [("crossread.metrics.", "crossread.registry"), ("crossread.findings.", "crossread.kinds")]
)
def test_only_the_registry_knows_metrics_and_kinds_which_do_not_know_one_another(folder: str, registry: str) -> None:
    assert {name for name, target in EDGES if target.startswith(folder)} == {registry}


def test_reports_are_made_from_the_result_alone() -> None:
    plain = ("model", "pdf_options", "result", "errors", "quality", "telling", "text.words", "text.readable_dates")
    allowed = {f"crossread.{name}" for name in plain}
    foreign = {
        target
        for name, target in EDGES
        if name.startswith("crossread.reports") and not target.startswith(("crossread.reports", "crossread.templates"))
    }
    assert foreign <= allowed


def test_every_library_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = {
        re.split(r"[^\w.-]", line)[0].lower().replace("_", "-")
        for line in project["dependencies"] + extras["parquet"] + extras["warc"]
    }
    providers = packages_distributions()
    foreign = {target.split(".")[0] for name in MODULES for target in imported(name)} - sys.stdlib_module_names
    undeclared = {
        name
        for name in foreign - {"crossread"}
        if not declared & {each.lower().replace("_", "-") for each in providers.get(name, [name])}
    }
    assert undeclared == set()


def test_nothing_but_the_module_runner_imports_the_command_line() -> None:
    importers = {name for name, target in EDGES if target.startswith("crossread.cli")}
    assert {name for name in importers if not name.startswith("crossread.cli")} <= {"crossread.__main__"}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc"}
    assert [name for name in MODULES if drawers & set(name.split("."))] == []


def test_every_file_can_be_read_in_one_sitting() -> None:
    # model.py is the vocabulary of the whole project: declarations, read entry by entry.
    long = {
        name: lines
        for name, path in MODULES.items()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350 and name != "crossread.model"
    }
    assert long == {}


def test_an_article_is_split_into_words_once_for_all_metrics(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "seeds" / "004_3b203e2f2d81c9af.txt").read_text(encoding="utf-8")
    article = document_from_text(text).article
    analyse = [(metric, metric.options()) for metric in BUILT_IN]
    for metric, options in analyse:  # lexicons are split on first use: not what is counted here
        run_metric(metric, parse(article), options)
    split: list[int] = []

    def count(genuine: Callable[..., Any]) -> Callable[..., Any]:
        def counted(text: str, start: int = 0, end: int | None = None) -> Any:
            split.append((len(text) if end is None else end) - start)
            return genuine(text) if end is None else genuine(text, start, end)

        return counted

    for function in (crossread.text.words.find_words, crossread.text.words.cut_words):
        for module in [module for name, module in sys.modules.items() if name.startswith("crossread")]:
            if getattr(module, function.__name__, None) is function:
                monkeypatch.setattr(module, function.__name__, count(function))
    document = parse(article)
    results = [run_metric(metric, document, options).status for metric, options in analyse]
    assert sum(split) == len(article.text)
    assert "failed" not in results


def test_the_help_text_loads_click_and_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "crossread", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    heavy = {"jinja2", "weasyprint", "textstat", "nltk", "lingua", "vaderSentiment", "yaml", "msgspec", "sentencex"}
    assert "click" in loaded
    assert loaded & heavy == set()
    assert "Usage:" in done.stdout
