"""Rule packs: a metric or contrast sets from a user's file, its examples tried, and what is said of a broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossread.cli import main
from crossread.config import load_config
from crossread.contrast_sets import contrast_sets
from crossread.errors import ConfigError
from crossread.packs import failing_examples, read_pack, rule_packs
from crossread.registry import all_metrics
from crossread.run import run

DOCS = Path(__file__).parent.parent / "docs" / "rule-packs.md"
STORY = "Port opens\n\n" + "The port will load natural gas and no dirty coal from the spring of next year. " * 10


@pytest.fixture
def example() -> str:
    """The pack that docs/rule-packs.md shows."""
    return documented()[0]


@pytest.fixture
def contrast() -> str:
    """The file of contrast sets that it shows."""
    return documented()[1]


def documented() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, example: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "energy.yaml").write_text(example, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    write_config(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_config(folder: Path, more: str) -> None:
    (folder / "config.yaml").write_text(
        f"reports:\n  port:\n    inputs: [story.txt]\n    packs: [energy.yaml]\n    formats: [json]\n{more}",
        encoding="utf-8",
    )


def command(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0)


def test_its_metric_runs_beside_the_others_with_its_words_marked(project: Path) -> None:
    settings = load_config(project / "config.yaml").reports["port"]
    result = run(settings, project)
    (found,) = [m for m in result.articles[0].measurements if m.metric == "fuel_words"]
    text = result.articles[0].text
    assert {text[item.start : item.end] for item in found.evidence} == {"natural gas", "dirty coal"}
    assert {item.rule for item in found.evidence} == {"fuel_words.trade", "fuel_words.critics"}
    assert {item.note for item in found.evidence} == {"the trade's own word", "a word of the trade's critics"}
    assert {detail.id: detail.value for detail in found.details if detail.id.endswith("_count")} == {
        "trade_count": 10,
        "critics_count": 10,
    }
    assert found.value == pytest.approx(100 * 20 / 160)
    assert found.interval is not None
    assert [info.title for info in result.metrics if info.id == "fuel_words"] == ["Fuel words"]
    assert "energy.yaml" in result.tool.lexicons
    assert result.config["packs"] == ["energy.yaml"]


def test_a_run_leaves_no_metric_behind(project: Path) -> None:
    run(load_config(project / "config.yaml").reports["port"], project)
    assert "fuel_words" not in all_metrics()
    with rule_packs([str(project / "energy.yaml")]):
        assert "fuel_words" in all_metrics()


def test_a_threshold_can_stand_on_its_figures(project: Path) -> None:
    write_config(project, "    thresholds: {fuel_words.trade_count: {max: 3}}\n")
    assert command("run", "--quiet") == 1


def test_a_report_can_leave_it_out_and_another_reports_pack_does_not_run(project: Path) -> None:
    write_config(project, "    metrics: {fuel_words: false}\n  other:\n    inputs: [story.txt]\n")
    reports = load_config(project / "config.yaml").reports
    assert "fuel_words" not in reports["port"].metrics
    assert "fuel_words" not in reports["other"].metrics


def test_a_reports_own_list_replaces_that_of_the_defaults(project: Path) -> None:
    (project / "config.yaml").write_text(
        "defaults: {packs: [energy.yaml]}\n"
        "reports:\n  with: {inputs: [story.txt]}\n  without: {inputs: [story.txt], packs: []}\n",
        encoding="utf-8",
    )
    reports = load_config(project / "config.yaml").reports
    assert [name for name, settings in reports.items() if "fuel_words" in settings.metrics] == ["with"]


def test_only_the_voice_it_names_counts(tmp_path: Path, example: str) -> None:
    path = tmp_path / "quoted.yaml"
    path.write_text(
        example.replace("categories:", "voice: quoted\ncategories:", 1)
        .replace("- The port will load natural gas.", "- “The port will load natural gas,” he said.")
        .replace(
            "sentence: They burn dirty coal and fossil gas.",
            "sentence: “They burn dirty coal and fossil gas,” he said.",
        ),
        encoding="utf-8",
    )
    pack = read_pack(path)
    assert list(failing_examples(pack)) == []
    assert pack.metric is not None
    assert "only quoted words count" in pack.metric.formula


def test_the_documented_pack_passes_its_own_examples(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("check") == 0
    assert "fuel_words" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("The port will load natural gas.", "The port will load gas.", "{at}: should match, but no term was found in"),
        ("finds: [dirty coal,", "finds: [coal,", "{at}: should find “coal”, “fossil gas”; found “dirty coal”, “fossil"),
        ("The natural gas station is", "The natural gas is", "{at}: should not match, but found “natural gas”"),
    ],
)
def test_an_example_that_fails_is_told_with_its_place(
    project: Path, example: str, capsys: pytest.CaptureFixture[str], written: str, instead: str, problem: str
) -> None:
    (project / "energy.yaml").write_text(example.replace(written, instead), encoding="utf-8")
    lines = example.splitlines()
    sought = "sentence: They" if "finds" in written else written
    line = next(number for number, text in enumerate(lines, 1) if sought in text)
    assert command("check") == 2
    assert problem.format(at=f"energy.yaml:{line}:5") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        (
            "id: fuel_words",
            "id: Fuel Words",
            '1:5: expected a name of small letters, digits and _, found text "Fuel Words"',
        ),
        ("title: Fuel words\n", "", '1:1: missing key "title"'),
        ("exempt:", "exemptt:", 'unknown key "exemptt"; did you mean "exempt"?'),
        ("fossil gas, dirty", "Clean Coal, dirty", "12:13: the term “Clean Coal” was given before, under trade"),
        ("fossil gas, dirty", "'...', dirty", "12:13: the term “...” holds no word"),
        ("  critics:", "  exempt:", "no category can be called exempt"),
        ("[natural gas station]", "natural gas station", "13:9: expected a list"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_line_and_column(
    tmp_path: Path, example: str, written: str, instead: str, problem: str
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(example.replace(written, instead), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_pack(path)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")


def test_an_id_that_a_metric_has_already_is_refused(project: Path, example: str) -> None:
    (project / "energy.yaml").write_text(example.replace("id: fuel_words", "id: sourcing"), encoding="utf-8")
    with pytest.raises(ConfigError, match=r'config.yaml:4:12: .*there is a metric "sourcing" already'):
        load_config(project / "config.yaml")


def test_a_missing_file_and_an_empty_one_are_told(project: Path) -> None:
    (project / "energy.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="empty; a rule pack needs"):
        load_config(project / "config.yaml")
    (project / "energy.yaml").unlink()
    with pytest.raises(ConfigError, match="there is no such file"):
        load_config(project / "config.yaml")


def test_metrics_explains_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("metrics", "fuel_words", "--config", "config.yaml") == 0
    told = capsys.readouterr().out
    assert "fuel_words.trade_rate: The trade's words, rate" in told
    assert command("metrics", "fuel_words") == 2


def test_terms_in_a_hostile_line_are_found_in_bounded_time(tmp_path: Path, example: str) -> None:
    path = tmp_path / "energy.yaml"
    path.write_text(example, encoding="utf-8")
    metric = read_pack(path).metric
    assert metric is not None
    from crossread.parse import document_from_text

    document = document_from_text("Port opens\n\n" + "natural " * 20_000 + "gas.")
    assert len(metric.measure(document, metric.options()).evidence) == 1


def write_sets(folder: Path, content: str) -> None:
    (folder / "sets.yaml").write_text(content, encoding="utf-8")
    story = "Port opens\n\n" + "The port ships freedom gas and natural gas, gives tax relief and no tax giveaway. " * 9
    (folder / "story.txt").write_text(story, encoding="utf-8")
    config = "reports:\n  port:\n    inputs: [story.txt]\n    packs: [energy.yaml, sets.yaml]\n    formats: [json]\n"
    (folder / "config.yaml").write_text(config, encoding="utf-8")


def test_contrast_sets_are_found_by_the_labels_metric_beside_and_in_place_of_those_shipped(
    project: Path, contrast: str
) -> None:
    write_sets(project, contrast)
    settings = load_config(project / "config.yaml").reports["port"]
    result = run(settings, project)
    (found,) = [m for m in result.articles[0].measurements if m.metric == "labels"]
    assert {row.key: row.values[0] for row in found.rows} == {
        "fossil_gas": "freedom gas 9, natural gas 9",
        "tax_cuts": "tax relief 9",
    }
    assert "sets.yaml" in result.tool.lexicons
    assert "contrast_sets.yaml" in result.tool.lexicons
    assert "fossil_gas" not in contrast_sets()


def test_the_documented_contrast_sets_pass_their_own_examples(project: Path, contrast: str) -> None:
    write_sets(project, contrast)
    assert command("check") == 0


def test_of_two_sets_with_the_same_id_that_of_the_later_file_counts(tmp_path: Path, contrast: str) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(contrast, encoding="utf-8")
    second.write_text(contrast.replace("Natural gas or fossil gas", "Gas"), encoding="utf-8")
    with rule_packs([str(first), str(second)]):
        assert contrast_sets()["fossil_gas"].title == "Gas"
    with rule_packs([str(second), str(first)]):
        assert contrast_sets()["fossil_gas"].title == "Natural gas or fossil gas"


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("will load natural gas.", "will load gas.", "should match, but no term was found in"),
        ("finds: [freedom gas,", "finds: [gas,", "should find “gas”, “fossil gas”; found “freedom gas”, “fossil gas”"),
        ("The tax break is", "The tax relief is", "should not match, but found “tax relief”"),
    ],
)
def test_an_example_of_contrast_sets_that_fails_is_told_with_its_place(
    project: Path, contrast: str, capsys: pytest.CaptureFixture[str], written: str, instead: str, problem: str
) -> None:
    write_sets(project, contrast.replace(written, instead))
    assert command("check") == 2
    assert re.search(rf"sets\.yaml:\d+:5: {problem}", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("  fossil_gas:", "  Gas:", '2:3: expected a name of small letters, digits and _, found text "Gas"'),
        ("    title: Natural gas or fossil gas\n", "", '3:5: missing key "title"'),
        ("    sides:", "    side:", 'unknown key "side"; did you mean "sides"?'),
        ("everyday: [natural gas]", "everyday: [gas]", "9:16: there is no side “gas”; the set has “natural gas”, “fos"),
        ("[fossil gas, fossil methane]", "[Natural  Gas]", "7:20: the term “Natural  Gas” was given before, under"),
        ("natural gas stations]", "natural gas]", "the term “natural gas” was given before, under natural gas"),
        ("      tax relief: [tax relief, relief from taxes]\n", "", "15:7: expected at least 2 entries, found 1"),
        ("fossil gas: [fossil gas, fossil methane]", "fossil gas: []", "7:19: the list is empty"),
        ("fossil gas: [fossil", "exempt: [fossil", "no side can be called exempt"),
        ("contrast_sets:", "title: Gas\ncontrast_sets:", '1:1: unknown key "title"'),
        ("should_match:", "should_matches:", '1:1: missing key "should_match"'),
    ],
)
def test_what_is_wrong_in_contrast_sets_is_told_with_line_and_column(
    tmp_path: Path, contrast: str, written: str, instead: str, problem: str
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(contrast.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_pack(path)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")


def test_a_broken_file_of_contrast_sets_is_told_by_the_configuration(project: Path, contrast: str) -> None:
    write_sets(project, contrast.replace("everyday: [natural gas]", "everyday: [gas]"))
    with pytest.raises(ConfigError, match=r"config\.yaml:4:12: .*sets\.yaml:9:16: there is no side"):
        load_config(project / "config.yaml")
