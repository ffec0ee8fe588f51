"""The configuration file: what it means, and what is said about a broken one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import msgspec
import pytest
import yaml

import crossread
from crossread.baseline import SHIPPED
from crossread.commands.options import FORMATS as COMMAND_FORMATS
from crossread.commands.options import PAGES as COMMAND_PAGES
from crossread.config import Config, choose_reports, figure_names, load_config
from crossread.config_schema import config_schema
from crossread.errors import ConfigError
from crossread.pdf_options import Page
from crossread.registry import BUILT_IN, all_metrics
from crossread.settings import FORMATS, DefaultKeys, Output, ReportKeys, Threshold, default_settings
from crossread.yaml_source import MAX_BYTES, Problems, parse_yaml, resolve

ROOT = Path(__file__).resolve().parent.parent


def load(folder: Path, text: str) -> Config:
    """The configuration in `text`, as config.yaml of a folder."""
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def complaints(folder: Path, text: str) -> list[str]:
    """What is said about a configuration, a line each, without the folder's name."""
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


# ------------------------------------------------------------------------------------ the example


def test_the_example_equals_the_built_in_defaults() -> None:
    built_in = default_settings()
    assert load_config(ROOT / "config.yaml").defaults == built_in
    assert load_config(ROOT / "config.yaml").reports["seeds"].metrics == built_in.metrics


def test_the_example_spells_out_every_key_every_metric_and_every_option() -> None:
    written = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))["defaults"]
    assert list(written) == list(DefaultKeys.__struct_fields__)
    assert list(written["output"]) == list(Output.__struct_fields__)
    options = {metric.id: msgspec.to_builtins(metric.options()) for metric in BUILT_IN}
    assert {name: given or {} for name, given in written["metrics"].items()} == options
    assert list(written["metrics"]) == [metric.id for metric in BUILT_IN]


def test_the_example_points_an_editor_at_the_schema() -> None:
    first = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=docs/config.schema.json"


def test_the_stored_schema_is_the_one_the_command_prints() -> None:
    schema = config_schema({metric.id: metric for metric in BUILT_IN})
    stored = (ROOT / "docs" / "config.schema.json").read_text(encoding="utf-8")
    assert stored == json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "run `make docs`"


def test_the_command_line_offers_what_the_configuration_knows() -> None:
    assert FORMATS == COMMAND_FORMATS
    assert get_args(Page) == COMMAND_PAGES


# -------------------------------------------------------------------------------------- layers


def test_a_report_alone_gets_the_built_in_defaults(tmp_path: Path) -> None:
    report = load(tmp_path, "reports: {visit: {inputs: [a.txt, 'b/*.txt']}}").reports["visit"]
    expected = msgspec.structs.replace(default_settings(["a.txt", "b/*.txt"]), name="visit")
    assert report == expected


def test_paths_start_from_the_folder_of_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, "reports: {visit: {inputs: [a.txt]}}").base == tmp_path


LAYERS: list[tuple[str, str, dict[str, Any]]] = [
    ("page: Letter", "", {"page": "Letter"}),
    ("page: Letter", "page: A4", {"page": "A4"}),
    ("formats: [html, json]", "", {"formats": ("html", "json")}),
    ("formats: [html, json]", "formats: [pdf, pdf]", {"formats": ("pdf",)}),
    ("output: {folder: out}", "output: {name: x}", {"output": Output("out", "x")}),
    ("thresholds: {hedging: {max: 3}}", "", {"thresholds": {"hedging": Threshold(max=3.0)}}),
    (
        "thresholds: {hedging: {max: 3}}",
        "thresholds: {hedging: {min: 1}}",
        {"thresholds": {"hedging": Threshold(min=1)}},
    ),
    ("thresholds: {hedging: {max: 3}}", "thresholds: {hedging: null}", {"thresholds": {}}),
    ("", "title: The visit", {"title": "The visit"}),
]


@pytest.mark.parametrize(("defaults", "report", "expected"), LAYERS)
def test_a_report_is_laid_over_the_defaults(
    tmp_path: Path, defaults: str, report: str, expected: dict[str, Any]
) -> None:
    text = f"defaults:\n  {defaults}\nreports:\n  visit:\n    inputs: [a]\n    {report}\n"
    settings = load(tmp_path, text if defaults else text.replace("defaults:\n  \n", "")).reports["visit"]
    assert {key: getattr(settings, key) for key in expected} == expected


METRICS = [
    ("{hedging: true}", None, ["hedging"]),
    ("{typography: {}, hedging: {}}", None, ["hedging", "typography"]),
    ("{hedging: true, sourcing: false}", None, ["hedging"]),
    ("{hedging: true}", "{typography: true}", ["hedging", "typography"]),
    ("{hedging: true, typography: true}", "{hedging: false}", ["typography"]),
    (None, "{hedging: false}", [metric.id for metric in BUILT_IN if metric.id != "hedging"]),
]


@pytest.mark.parametrize(("defaults", "report", "expected"), METRICS)
def test_defaults_name_the_metrics_and_a_report_adjusts_them(
    tmp_path: Path, defaults: str | None, report: str | None, expected: list[str]
) -> None:
    text = f"defaults: {{metrics: {defaults}}}\n" if defaults else ""
    text += "reports: {visit: {inputs: [a]" + (f", metrics: {report}" if report else "") + "}}"
    assert list(load(tmp_path, text).reports["visit"].metrics) == expected


def test_options_are_laid_over_one_another_one_by_one(tmp_path: Path) -> None:
    text = """
defaults: {metrics: {readability: {engine: textstat}}}
reports:
  one: {inputs: [a], metrics: {readability: {names: leave_out}}}
  two: {inputs: [a], metrics: {readability: true}}
"""
    reports = load(tmp_path, text).reports
    assert msgspec.to_builtins(reports["one"].metrics["readability"]) == {"engine": "textstat", "names": "leave_out"}
    assert msgspec.to_builtins(reports["two"].metrics["readability"]) == {"engine": "textstat", "names": "keep"}


# ------------------------------------------------------------------------------------ YAML 1.2

WORDS: list[tuple[str, object]] = [
    ("no", "no"), ("Yes", "Yes"), ("on", "on"), ("off", "off"), ("y", "y"),
    ("true", True), ("False", False), ("tRUE", "tRUE"), ("null", None), ("~", None), ("", None),
    ("12:30", "12:30"), ("2022-02-24", "2022-02-24"), ("010", 10), ("0o10", 8), ("0x1f", 31), ("0b1", "0b1"),
    ("1_000", "1_000"), ("-3", -3), ("+3", 3), ("3.5", 3.5), (".5", 0.5), ("3.", 3.0), ("1e3", 1000.0),
    ("1e", "1e"), (".inf", ".inf"), (".nan", ".nan"), ("9" * 40, "9" * 40), ("٣", "٣"), ("=", "="), ("<<", "<<"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), WORDS)
def test_an_unquoted_word_means_what_yaml_1_2_says(written: str, meant: object) -> None:
    found = resolve(written)
    assert (found, type(found)) == (meant, type(meant))


def test_report_names_are_text_whatever_they_look_like(tmp_path: Path) -> None:
    text = "reports: {no: {inputs: [a]}, 2024: {inputs: [a]}, true: {inputs: [a]}, 12.5: {inputs: [a]}}"
    assert list(load(tmp_path, text).reports) == ["no", "2024", "true", "12.5"]


def test_an_alias_stands_for_what_its_anchor_holds(tmp_path: Path) -> None:
    reports = load(tmp_path, "reports: {one: {inputs: &files [a, b]}, two: {inputs: *files}}").reports
    assert reports["two"].inputs == ("a", "b")


# ------------------------------------------------------------------------------------- problems

FINE = "reports: {visit: {inputs: [a]}}\n"
PROBLEMS: list[tuple[str, list[str]]] = [
    (
        "defaults:\n  metrics:\n    hedgeing: true\n" + FINE,
        ['config.yaml:3:5: unknown metric "hedgeing"; did you mean "hedging"?'],
    ),
    ("defalts: {}\n" + FINE, ['config.yaml:1:1: unknown key "defalts"; did you mean "defaults"?']),
    ("reports: {visit: {inputs: [a], pages: A4}}", ['config.yaml:1:32: unknown key "pages"; did you mean "page"?']),
    (
        FINE + "defaults: {page: a4}",
        ['config.yaml:2:18: expected one of A4, Letter, found text "a4"; did you mean "A4"?'],
    ),
    (
        FINE + "defaults: {metrics: {readability: {engin: textstat}}}",
        ['config.yaml:2:36: unknown option of readability "engin"; did you mean "engine"?'],
    ),
    (
        FINE + "defaults: {metrics: {hedging: no}}",
        ['config.yaml:2:31: expected true, false or options for "hedging", found text "no"; write false'],
    ),
    (
        FINE + "defaults: {metrics: [hedging]}",
        ["config.yaml:2:21: expected metric ids with options, found a list"],
    ),
    (
        FINE + "defaults: {thresholds: {hedging: {max: abc}}}",
        ['config.yaml:2:40: expected a number, found text "abc"'],
    ),
    (
        FINE + "defaults: {thresholds: {hedging: {max: .inf}}}",
        ['config.yaml:2:40: expected a number, found text ".inf"'],
    ),
    (
        FINE + "defaults: {thresholds: {hedging: {max: 1e999}}}",
        ["config.yaml:2:40: expected a number, found the number 1e999"],
    ),
    (FINE + "defaults: {thresholds: {hedging: {}}}", ["config.yaml:2:34: a threshold needs min, max or both"]),
    (FINE + "defaults: {thresholds: {hedging: {min: 2, max: 1}}}", ["config.yaml:2:34: min 2 is above max 1"]),
    (
        FINE + "defaults: {thresholds: {hedgin: {max: 1}}}",
        ['config.yaml:2:25: unknown figure "hedgin"; did you mean "hedging"?'],
    ),
    (
        "reports: {visit: {inputs: [a], metrics: {hedging: false}, thresholds: {hedging: {max: 1}}}}",
        ['config.yaml:1:72: the metric of the threshold "hedging" does not run here; add it to "metrics"'],
    ),
    (
        "defaults: {thresholds: {hedging: {max: 1}}}\nreports: {visit: {inputs: [a], metrics: {hedging: false}}}",
        [
            'config.yaml:2:41: "defaults" sets a threshold on "hedging", whose metric does not run here; '
            "set it to null under this report's thresholds"
        ],
    ),
    (
        "reports: {visit: {inputs: [a], title: 2024}}",
        ["config.yaml:1:39: expected text, found the number 2024; put it in quotation marks"],
    ),
    ("reports: {visit: {inputs: a}}", ['config.yaml:1:27: expected a list, found text "a"']),
    ("reports: {visit: {inputs: []}}", ["config.yaml:1:27: the list is empty; it needs at least one entry"]),
    (
        "reports: {visit: {inputs: ['']}}",
        ['config.yaml:1:28: expected a file, folder, pattern or address, found text ""'],
    ),
    (
        "reports: {visit: {inputs: [{from: a, newst: 3}]}}",
        ['config.yaml:1:38: unknown key "newst"; did you mean "newest"?'],
    ),
    (
        "reports: {visit: {inputs: [{from: a, newest: 0, since: yesterday}]}}",
        [
            "config.yaml:1:46: expected a whole number of at least 1, found the number 0",
            'config.yaml:1:56: expected a date such as 2026-11-22, found text "yesterday"',
        ],
    ),
    (
        "reports: {visit: {inputs: [{from: a, columns: {body: story}}]}}",
        [
            'config.yaml:1:48: unknown key "body"; known: text, html, title, author, publisher, published, modified, '
            "section, language, url, id",
        ],
    ),
    ("reports: {visit: {inputs: [{newest: 3}]}}", ['config.yaml:1:28: missing key "from"']),
    (
        "reports: {visit: {inputs: [a], fetch: {delay: -1}}}",
        [
            "config.yaml:1:47: expected a number of at least 0 and of at most 3600, found the number -1",
        ],
    ),
    (
        r'reports: {visit: {inputs: ["a\0b"]}}',
        ['config.yaml:1:28: expected a file, folder, pattern or address, found text "a\\x00b"'],
    ),
    (
        "reports: {visit: {title: x}}",
        ['config.yaml:1:18: missing key "inputs": the files, folders, patterns or addresses to read'],
    ),
    ("reports: {visit: }", ["config.yaml:1:17: expected keys with values, found nothing"]),
    ("reports: {}", ['config.yaml:1:10: no report: "reports" needs at least one name with "inputs" under it']),
    ("defaults: {page: A4}", ['config.yaml:1:1: no report: "reports" needs at least one name with "inputs" under it']),
    ("- reports", ["config.yaml:1:1: expected keys with values, found a list"]),
    (
        "reports: {../visit: {inputs: [a]}}",
        ['config.yaml:1:11: the report name "../visit" may hold letters, digits, . _ - only'],
    ),
    (
        "reports:\n  one: {inputs: [a], output: {name: x}}\n  two: {inputs: [a], output: {name: X}}",
        ['config.yaml:3:3: would write over the report "one"; give "output" another folder or name'],
    ),
    (
        "defaults:\n  page: A4\n  formats: [html]\n  page: Letter\n" + FINE,
        ['config.yaml:4:3: duplicate key "page"; it was first given on line 2'],
    ),
    (FINE + "---\n" + FINE, ["config.yaml:2:1: a second document begins here; keep everything in one"]),
    (
        "reports:\n\tvisit: {inputs: [a]}",
        ["config.yaml:2:1: a tab cannot indent or separate here; use spaces"],
    ),
    (
        "reports:\n  visit:\n    title: The visit: two reports\n    inputs: [a]",
        [
            'config.yaml:3:21: a second ":" on this line; put text that holds ": " in quotation marks, '
            "or check the indentation"
        ],
    ),
    (
        "reports: {visit: {inputs: [a], title: !!str 3}}",
        ['config.yaml:1:39: the tag "tag:yaml.org,2002:str" has no meaning here; remove it'],
    ),
    (
        "reports: !!python/name:os.system [x]",
        [
            'config.yaml:1:10: the tag "tag:yaml.org,2002:python/name:os.system" has no meaning here; remove it',
            'config.yaml:1:10: no report: "reports" needs at least one name with "inputs" under it',
        ],
    ),
    ("reports: *later", ['config.yaml:1:10: the alias "*later" stands for nothing; its anchor must come before it']),
    (
        "reports: &self [*self]",
        ['config.yaml:1:17: the alias "*self" stands for nothing; its anchor must come before it'],
    ),
    ("? [a, b]\n: c\n" + FINE, ["config.yaml:1:3: a key must be text"]),
    ("a: \x07", ["config.yaml:1:4: the control character U+0007 is not allowed"]),
]


@pytest.mark.parametrize(("text", "expected"), PROBLEMS)
def test_a_problem_is_told_with_its_place_and_a_way_out(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert complaints(tmp_path, text) == expected


def test_all_problems_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """\
defaults:
  metrics: {hedgeing: true}
  formats: [html, pdff]
  page: A5
  page: A4
reports:
  visit:
    inputz: [a]
extra: 1
"""
    places = [line.split(": ")[0] for line in complaints(tmp_path, text)]
    assert places == [f"config.yaml:{at}" for at in ("2:13", "3:19", "4:9", "5:3", "8:5", "8:5", "9:1")]


NAMES = ["../x", "a/b", "a\\b", "..", ".hidden", "", "{date}", "{report", "{report!r}", "{report.name}", "a:b", "x\n"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_can_neither_leave_the_folder_nor_hold_other_placeholders(tmp_path: Path, name: str) -> None:
    text = f"reports: {{visit: {{inputs: [a], output: {{name: {json.dumps(name)}}}}}}}"
    (line,) = complaints(tmp_path, text)
    assert line.startswith("config.yaml:1:47: expected a file name of letters, digits, spaces, . _ - and")


FILE_NAMES = [
    ("{report}", "The visit", "visit"),
    ("{report}-{title}", "A — b/c: “d”?", "visit-A-b-c-d"),
    ("{title}", "../../etc/passwd", "etc-passwd"),
    ("{title}", "…", "untitled"),
    ("{title}", None, "visit"),
    ("{title}", "{report}", "report"),
    ("{title}", "ж" * 300, "ж" * 80),
]


@pytest.mark.parametrize(("pattern", "title", "expected"), FILE_NAMES)
def test_placeholders_become_harmless_parts_of_a_file_name(pattern: str, title: str | None, expected: str) -> None:
    settings = msgspec.structs.replace(default_settings([], title), name="visit", output=Output(name=pattern))
    assert settings.file_name() == expected


# ---------------------------------------------------------------------------------- hostile files


def test_aliases_within_aliases_stop_at_a_bound(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (line,) = complaints(tmp_path, "\n".join(lines))
    assert re.fullmatch(r"config\.yaml:5:\d+: more than 50000 values once aliases are expanded; .*", line)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 1_000, "? " * 1_000])
def test_deep_nesting_stops_at_a_bound(tmp_path: Path, text: str) -> None:
    (line,) = complaints(tmp_path, text)
    assert "nested more than 30 deep" in line


FILES: list[tuple[bytes | None, str]] = [
    (None, "there is no such file"),
    (b"", "empty; it needs at least"),
    (b"# only a comment\n", "empty; it needs at least"),
    (b"x" * (MAX_BYTES + 1), "larger than 1000 kB"),
    (b"a: 1\nb: \xff\n", "not UTF-8 text; save the file as UTF-8"),
    ("reports: {}".encode("utf-16"), "not UTF-8 text"),
]


@pytest.mark.parametrize(("content", "expected"), FILES)
def test_a_file_that_is_no_configuration_is_refused(tmp_path: Path, content: bytes | None, expected: str) -> None:
    path = tmp_path / "config.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=re.escape(expected)) as caught:
        load_config(path)
    assert str(caught.value).startswith(str(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="this is a folder"):
        load_config(tmp_path)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(FINE, encoding="utf-8-sig")
    assert list(load_config(tmp_path / "config.yaml").reports) == ["visit"]


def test_columns_count_characters_not_bytes(tmp_path: Path) -> None:
    problems = Problems(tmp_path)
    parse_yaml("{“é😀”: 1, “é😀”: 2}", problems)
    assert problems.found[0][0] == (1, 11)


# ------------------------------------------------------------------------------ settings in use


def test_the_settings_saved_with_a_result_tell_nothing_of_the_machine(tmp_path: Path) -> None:
    settings = default_settings([str(tmp_path / "deep" / "one.txt"), "two/*.txt"], "The visit")
    saved = settings.changed(folder=str(tmp_path)).effective()
    assert saved["inputs"] == ["one.txt", "two/*.txt"]
    assert saved["metrics"]["readability"] == {"engine": "crossread", "names": "keep"}
    assert str(tmp_path) not in json.dumps(saved)


def test_reports_are_chosen_by_name(tmp_path: Path) -> None:
    config = load(tmp_path, "reports: {one: {inputs: [a]}, two: {inputs: [b]}}")
    assert [settings.name for settings in choose_reports(config)] == ["one", "two"]
    assert [settings.name for settings in choose_reports(config, ["two", "two"])] == ["two"]
    with pytest.raises(ConfigError, match='unknown report "tow"; did you mean "two"'):
        choose_reports(config, ["tow"])


# ------------------------------------------------------------------------------------- schema


@pytest.fixture(scope="module")
def validator() -> Any:
    """A validator by the configuration's schema, itself checked."""
    schema = config_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_accepts_the_example(validator: Any) -> None:
    validator.validate(yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8")))


REFUSED: list[dict[str, Any]] = [
    {},
    {"reports": {}},
    {"reports": {"../x": {"inputs": ["a"]}}},
    {"reports": {"x": {"inputs": []}}},
    {"reports": {"x": {"inputs": ["a"], "page": "A5"}}},
    {"reports": {"x": {"inputs": ["a"], "metrics": {"hedgeing": True}}}},
    {"reports": {"x": {"inputs": ["a"], "metrics": {"readability": {"engine": "x"}}}}},
    {"reports": {"x": {"inputs": ["a"], "thresholds": {"hedgeing": {"max": 1}}}}},
    {"reports": {"x": {"inputs": ["a"], "output": {"name": "../x"}}}},
    {"reports": {"x": {"inputs": ["a"]}}, "defaults": {"inputs": ["a"]}},
]


@pytest.mark.parametrize("content", REFUSED)
def test_the_schema_refuses_what_the_reader_refuses(validator: Any, tmp_path: Path, content: dict[str, Any]) -> None:
    assert not validator.is_valid(content)
    assert complaints(tmp_path, json.dumps(content))


# --------------------------------------------------------------------------------------- docs


def test_every_key_has_its_heading_in_the_documentation() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    headings = {line.lstrip("# ").strip("`") for line in page.splitlines() if line.startswith("##")}
    keys = {"defaults", "reports", *ReportKeys.__struct_fields__}
    keys |= {f"output.{name}" for name in Output.__struct_fields__}
    assert keys - headings == set()


def test_every_example_in_the_documentation_is_valid(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, flags=re.S)
    assert len(examples) >= 5
    (own_list,) = [text for text in re.findall(r"```text\n(.*?)```", page, flags=re.S) if text.startswith("term\t")]
    (tmp_path / "my-outlets.tsv").write_text(own_list, encoding="utf-8")
    packs = (ROOT / "docs" / "rule-packs.md").read_text(encoding="utf-8")
    (tmp_path / "energy.yaml").write_text(packs.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    (tmp_path / "local-2024.json").write_bytes(SHIPPED.read_bytes())
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "brand.yaml").write_text("name: Harbour School\n", encoding="utf-8")
    for example in examples:
        text = example if "reports:" in example else example + FINE
        load(tmp_path, text)


def test_a_figure_that_holds_words_takes_no_threshold(tmp_path: Path) -> None:
    (line,) = complaints(tmp_path, FINE + "defaults: {thresholds: {sourcing.top_speaker: {max: 1}}}")
    assert line == (
        'config.yaml:2:25: the figure "sourcing.top_speaker" holds words, not a number; '
        "a threshold on it is not possible"
    )


def test_every_figure_found_to_hold_words_is_known_to(tmp_path: Path) -> None:
    accepted = figure_names(all_metrics())
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        for measurement in crossread.analyse(seed).measurements:
            words = [f"{measurement.metric}.{d.id}" for d in measurement.details if isinstance(d.value, str)]
            assert [name for name in words if name in accepted] == []


def test_every_metric_can_be_configured(tmp_path: Path) -> None:
    for name in all_metrics():
        assert list(load(tmp_path, f"defaults: {{metrics: {{{name}: true}}}}\n{FINE}").defaults.metrics) == [name]
