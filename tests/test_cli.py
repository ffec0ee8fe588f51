"""The command: what goes where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest
from command import run

import crossread
from crossread.cli import commands
from crossread.console import Progress
from crossread.finding import FindingKind
from crossread.kinds import all_kinds
from crossread.metric import Metric
from crossread.registry import all_metrics

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
ARTICLE = (
    "Harbour vote is postponed\n\nBy Anna Example\n\n"
    "The council may postpone its vote on the harbour, the chair said on Monday. "
    "“We need more time,” Maria Sample told reporters. The plan is perhaps too dear, critics said.\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles and a configuration of two reports, which is the current folder."""
    for name, more in (("one", "Two boats lie idle."), ("two", "Nobody from the fishing fleet would speak of it.")):
        (tmp_path / f"{name}.txt").write_text(f"{name} {ARTICLE}{more}\n", encoding="utf-8")
    (tmp_path / "config.yaml").write_text(
        "defaults: {formats: [json, markdown], output: {folder: out}}\n"
        "reports: {first: {inputs: [one.txt, two.txt]}, second: {inputs: ['*.txt']}}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


# ------------------------------------------------------------------------------------- texts


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_help_text_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name, "--help") == 0
    text = capsys.readouterr().out
    assert re.search(rf"Examples?:\n    crossread {name}", text)


def test_every_option_is_explained() -> None:
    options = [o for command in commands.commands.values() for o in command.params if isinstance(o, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"crossread {crossread.__version__}\n"


def test_the_module_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "crossread", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"crossread {crossread.__version__}\n"


def test_metrics_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("metrics") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(all_metrics())


@pytest.mark.parametrize("declared", all_metrics().values(), ids=lambda metric: metric.id)
def test_a_metric_is_explained_from_its_declaration(declared: Metric, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("metrics", declared.id) == 0
    text = " ".join(capsys.readouterr().out.split())
    parts = [declared.title, declared.unit, declared.meaning, declared.formula, *declared.limits]
    parts += [figure.label for figure in declared.figures] + [source.url for source in declared.sources]
    parts += [f"{name}:" for name in declared.options.__struct_fields__]
    assert [part for part in parts if " ".join(part.split()) not in text] == []


def test_kinds_of_finding_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(all_kinds())


@pytest.mark.parametrize("declared", all_kinds().values(), ids=lambda kind: kind.id)
def test_a_kind_of_finding_is_explained_from_its_declaration(
    declared: FindingKind, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("findings", declared.id) == 0
    text = " ".join(capsys.readouterr().out.split())
    parts = [declared.title, declared.meaning, *declared.limits]
    parts += [f"{rule.id}: {rule.label}. {rule.meaning} ({rule.certainty:.2f})" for rule in declared.rules]
    parts += [count.label for count in declared.counts] + [source.url for source in declared.sources]
    parts += [f"{name}:" for name in declared.options.__struct_fields__]
    assert [part for part in parts if " ".join(part.split()) not in text] == []


def test_an_unknown_kind_of_finding_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings", "quotation") == 2
    assert 'did you mean "quotations"?' in capsys.readouterr().err


def test_articles_are_held_against_the_one_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("0*.txt"))]
    assert run("compare", *seeds, "--against", Path(seeds[1]).name, "--format", "json", "--output", str(tmp_path)) == 0
    result = json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))
    assert result["comparison"]["against"] == result["articles"][1]["id"]


def test_the_schemas_are_json_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    for which in ("config", "result"):
        assert run("schema", which) == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_the_doctor_prints_a_line_for_each_check(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("doctor")
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} <= {"ok", "missing"}
    assert code == (2 if any(line.startswith("missing") for line in lines) else 0)


def test_the_bare_command_prints_its_help_and_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    text = capsys.readouterr().out
    assert run() == 0
    assert capsys.readouterr() == (text, "")


# -------------------------------------------------------------------------------------- errors

INVALID: list[tuple[list[str], str]] = [
    (["comparee"], "No such command 'comparee'"),
    (["compare"], "Missing argument"),
    (["compare", "one.txt", "--format", "docx"], "'docx' is not one of"),
    (["compare", "ftp://example.org/a"], "only http and https addresses can be fetched"),
    (["compare", "one.txt", "--name", "../x"], 'the file name "../x" may hold'),
    (["run", "--config", "other.yaml"], "other.yaml: there is no such file"),
    (["run", "frist"], 'unknown report "frist"; did you mean "first"?'),
    (["check", "--config", "."], "this is a folder"),
    (["metrics", "hedgeing"], 'unknown metric "hedgeing"; did you mean "hedging"?'),
    (["render", "missing.json"], "missing.json"),
    (["render", "one.txt"], "one.txt"),
    (["schema", "table"], "'table' is not one of"),
]


@pytest.mark.parametrize(("arguments", "expected"), INVALID)
def test_what_is_invalid_ends_with_2_and_a_message_on_standard_error(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert expected in captured.err
    assert "crossread: error: " in captured.err
    assert "Traceback" not in captured.err


def test_every_line_of_an_invalid_configuration_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "config.yaml").write_text("reports: {x: {inputs: []}}\nextra: 1\n", encoding="utf-8")
    assert run("run") == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[:3] for line in lines] == [
        ["crossread", "error", "config.yaml:1:23"],
        ["crossread", "error", "config.yaml:2:1"],
    ]


def test_a_file_name_cannot_steer_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "a\x1b[2Jb.txt") == 2
    captured = capsys.readouterr()
    assert "\x1b" not in captured.err
    assert "a\\x1b[2Jb.txt" in captured.err


# --------------------------------------------------------------------------------------- runs


def test_compare_prints_the_paths_it_wrote(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run("compare", "one.txt", "two.txt", "--format", "json", "--format", "html", "--output", "x", "--name", "n")
        == 0
    )
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [str(Path("x", "n.json")), str(Path("x", "n.html"))]
    assert written(project / "x") == ["n.html", "n.json"]


FILE_NAMES = [
    ([], "comparison.json"),
    (["--title", "The visit: two reports"], "The-visit-two-reports.json"),
    (["--title", "The visit", "--name", "monday"], "monday.json"),
    (["--title", "The visit", "--name", "{report}"], "comparison.json"),
]


@pytest.mark.parametrize(("options", "name"), FILE_NAMES)
def test_a_comparison_is_named_after_its_title(project: Path, options: list[str], name: str) -> None:
    assert run("compare", "one.txt", "two.txt", "--format", "json", *options) == 0
    assert written(project / "briefings") == [name]


def test_the_name_a_configuration_sets_is_kept_with_a_title(project: Path) -> None:
    (project / "c.yaml").write_text(
        "defaults: {formats: [json], output: {name: weekly}}\nreports: {x: {inputs: [a]}}\n", encoding="utf-8"
    )
    assert run("compare", "one.txt", "two.txt", "--config", "c.yaml", "--title", "The visit") == 0
    assert written(project / "briefings") == ["weekly.json"]


def test_a_file_named_twice_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "one.txt", "one.txt", "--format", "json") == 0
    assert "warning: one.txt: named more than once; read once" in capsys.readouterr().err


def test_compare_reads_a_file_whose_name_looks_like_a_pattern(project: Path) -> None:
    (project / "[a]*.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("compare", "one.txt", "[a]*.txt", "--format", "json") == 0
    result = json.loads((project / "briefings" / "comparison.json").read_text(encoding="utf-8"))
    assert len(result["articles"]) == 2


def test_compare_takes_defaults_from_a_configuration(project: Path) -> None:
    (project / "settings").mkdir()
    (project / "settings" / "c.yaml").write_text(
        "defaults: {formats: [json], output: {folder: here}, metrics: {hedging: true}}\nreports: {x: {inputs: [a]}}\n",
        encoding="utf-8",
    )
    assert run("compare", "one.txt", "two.txt", "--config", "settings/c.yaml") == 0
    result = json.loads((project / "settings" / "here" / "comparison.json").read_text(encoding="utf-8"))
    assert [measurement["metric"] for measurement in result["articles"][0]["measurements"]] == ["hedging"]


def test_run_writes_all_reports_or_those_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "second") == 0
    assert written(project / "out") == ["second.json", "second.md"]
    assert run("run") == 0
    assert written(project / "out") == ["first.json", "first.md", "second.json", "second.md"]


def test_paths_of_a_configuration_start_from_its_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run("run", "first", "--config", "../config.yaml") == 0
    assert written(project / "out") == ["first.json", "first.md"]


def test_a_missing_input_ends_with_2_and_the_rest_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "one.txt", "missing.txt", "two.txt", "--format", "json") == 2
    captured = capsys.readouterr()
    assert "missing.txt" in captured.err
    assert captured.out.splitlines() == [str(Path("briefings", "comparison.json"))]


def test_a_report_that_fails_does_not_stop_the_others(project: Path) -> None:
    (project / "config.yaml").write_text(
        "defaults: {formats: [json]}\nreports: {bad: {inputs: [missing/*.txt]}, good: {inputs: ['*.txt']}}\n",
        encoding="utf-8",
    )
    assert run("run") == 2
    assert written(project / "briefings") == ["good.json"]


THRESHOLDS = [("{max: 0}", 1), ("{min: 99}", 1), ("{max: 99}", 0), ("{min: 0}", 0)]


@pytest.mark.parametrize(("bounds", "code"), THRESHOLDS)
def test_a_crossed_threshold_ends_with_1(
    project: Path, capsys: pytest.CaptureFixture[str], bounds: str, code: int
) -> None:
    long = ARTICLE + "\n\n" + "The vote could perhaps be held in May, and the harbour may wait until then. " * 20
    (project / "long.txt").write_text(long, encoding="utf-8")
    (project / "config.yaml").write_text(
        f"reports: {{x: {{inputs: [long.txt], formats: [json], thresholds: {{hedging: {bounds}}}}}}}", encoding="utf-8"
    )
    assert run("run") == code
    told = re.search(r"threshold: hedging is \d+\.\d \(per 100 words\) in long\.txt, ", capsys.readouterr().err)
    assert (told is not None) is (code == 1)


def test_a_figure_close_to_its_threshold_is_told_with_enough_decimals(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = ARTICLE + "\n\n" + "The vote could perhaps be held in May, and the harbour may wait until then. " * 20
    (project / "long.txt").write_text(long, encoding="utf-8")
    assert run("compare", "long.txt", "--format", "json", "--name", "n") == 0
    result = json.loads((project / "briefings" / "n.json").read_text(encoding="utf-8"))
    value = next(m["value"] for m in result["articles"][0]["measurements"] if m["metric"] == "hedging")
    limit = round(value - 0.0003, 5)
    (project / "config.yaml").write_text(
        f"reports: {{x: {{inputs: [long.txt], formats: [json], thresholds: {{hedging: {{max: {limit}}}}}}}}}",
        encoding="utf-8",
    )
    assert run("run") == 1
    told = re.search(r"hedging is ([\d.]+) .* above the maximum of ([\d.]+)$", capsys.readouterr().err.strip())
    assert told is not None
    assert limit == float(told[2]) < float(told[1]) < limit + 0.001


def test_a_format_that_cannot_be_written_ends_with_2(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "briefings" / "comparison.json").mkdir(parents=True)
    assert run("compare", "one.txt", "two.txt", "--format", "json", "--format", "markdown") == 2
    captured = capsys.readouterr()
    assert "comparison.json" in captured.err
    assert (project / "briefings" / "comparison.md").is_file()
    assert captured.out.splitlines() == [str(Path("briefings", "comparison.md"))]


def test_render_writes_a_saved_result_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "one.txt", "two.txt", "--format", "json", "--format", "html") == 0
    first = (project / "briefings" / "comparison.html").read_bytes()
    assert run("render", "briefings/comparison.json", "--format", "html", "--output", "again") == 0
    assert (project / "again" / "comparison.html").read_bytes() == first


def test_check_says_what_would_run_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    text = capsys.readouterr().out
    assert [word for word in ("first", "second", "one.txt", "two.txt", "hedging", "json") if word not in text] == []
    assert not (project / "out").exists()


def test_check_says_which_metrics_run_and_which_do_not(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "config.yaml").write_text(
        "reports:\n  named: {inputs: [one.txt], metrics: {sourcing: {}}}\n"
        "  fewer: {inputs: [one.txt], metrics: {sourcing: false}}\n",
        encoding="utf-8",
    )
    assert run("check") == 0
    text = " ".join(capsys.readouterr().out.split())  # long lines are wrapped
    others = [name for name in all_metrics() if name != "sourcing"]
    assert f"Metrics that run: sourcing, {', '.join(others)} Metrics left out: none" in text
    assert f"Metrics that run: {', '.join(others)} Metrics left out: sourcing" in text


def test_check_tells_a_file_named_twice_without_failing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "config.yaml").write_text("reports: {x: {inputs: [one.txt, one.txt]}}\n", encoding="utf-8")
    assert run("check") == 0
    assert "crossread: warning: x: one.txt: named more than once" in capsys.readouterr().err


def test_check_names_an_input_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "two.txt").unlink()
    assert run("check") == 2
    assert "two.txt" in capsys.readouterr().err


# ------------------------------------------------------------------------------ pipes and progress


@pytest.mark.parametrize("arguments", [["--help"], ["metrics"], ["schema"]])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "crossread", *arguments]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_pipe_gets_no_progress_and_quiet_gets_no_warnings(project: Path) -> None:
    (project / "copy.txt").write_bytes((project / "one.txt").read_bytes())
    command = [sys.executable, "-m", "crossread", "--quiet", "compare", "one.txt", "copy.txt", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    loud = subprocess.run([*command[:3], *command[4:]], capture_output=True, text=True)
    assert "\r" not in loud.stderr
    assert "crossread: warning: copy.txt" in loud.stderr


@pytest.mark.parametrize("option", ["-q", "--quiet"])
@pytest.mark.parametrize("command", [["compare", "one.txt", "copy.txt", "--format", "json"], ["run", "first"]])
def test_quiet_is_understood_before_a_command_and_after_it(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str], option: str
) -> None:
    (project / "copy.txt").write_bytes((project / "one.txt").read_bytes())
    (project / "config.yaml").write_text("reports: {first: {inputs: [one.txt, copy.txt], formats: [json]}}\n")
    for arguments in ([option, *command], [*command, option]):
        assert run(*arguments) == 0
        assert capsys.readouterr().err == ""
    assert run(*command) == 0
    assert "warning: copy.txt" in capsys.readouterr().err


def test_render_understands_quiet_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "one.txt", "two.txt", "--format", "json") == 0
    assert run("render", "briefings/comparison.json", "--format", "markdown", "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_progress_waits_a_second_and_leaves_the_line_empty(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    now = [0.0]
    monkeypatch.setattr("crossread.console.monotonic", lambda: now[0])
    progress = Progress(quiet=False)
    progress("reading one.txt")
    progress.clear()
    assert capsys.readouterr().err == ""
    now[0] = 1.5
    progress("reading two.txt")
    progress.clear()
    assert "reading two.txt" in capsys.readouterr().err


# ------------------------------------------------------------------------------------ Python API


def test_the_functions_of_the_package_do_what_the_command_does(project: Path) -> None:
    article = crossread.read("one.txt")
    assert crossread.analyse(article) == crossread.analyse("one.txt")
    result = crossread.compare(["one.txt", "two.txt"], title="The vote")
    assert result.title == "The vote"
    paths = crossread.render(result, "api", formats=["json"])
    assert [path.name for path in paths] == ["comparison.json"]


def test_importing_the_package_loads_nothing_but_itself() -> None:
    code = "import sys; before = set(sys.modules); import crossread; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.split(".")[0] not in {"collections", "__future__", "typing"}}
    assert {name for name in ours if not name.startswith("_")} - {"crossread"} <= set(sys.stdlib_module_names)


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'comparee'"):
        crossread.comparee  # type: ignore[attr-defined]  # noqa: B018


def test_check_says_that_the_article_to_hold_against_is_none_of_the_inputs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "config.yaml").write_text(
        "reports: {pair: {inputs: [one.txt, two.txt], against: three.txt}}", encoding="utf-8"
    )
    assert run("check") == 2
    assert "three.txt is none of the articles read (one.txt and two.txt)" in capsys.readouterr().err
