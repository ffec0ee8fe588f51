"""A report's run: what is left out is told, what is doubled is read once, thresholds are held."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.errors import InputError
from crossread.metric import Options
from crossread.model import SCHEMA, Crossing, Result
from crossread.registry import all_metrics
from crossread.result import dumps
from crossread.run import run
from crossread.settings import ReportSettings, Threshold, default_settings

ROOT = Path(__file__).resolve().parent.parent
SEEDS = [f"seeds/{path.name}" for path in sorted((ROOT / "seeds").glob("*.txt"))]


def settings(inputs: list[str], **changes: object) -> ReportSettings:
    made = default_settings(inputs)
    fields = {name: getattr(made, name) for name in made.__struct_fields__} | changes
    return ReportSettings(**fields)


def notices(result: Result) -> list[tuple[str, str]]:
    return [(notice.level, notice.subject) for notice in result.warnings]


def test_the_seeds_become_a_result() -> None:
    result = run(settings(SEEDS), ROOT)
    assert result.schema == SCHEMA
    assert [analysis.origin.locator for analysis in result.articles] == SEEDS
    assert result.title == "Comparison of 2 articles"
    assert result.warnings == ()
    assert result.comparison is not None
    assert [info.id for info in result.metrics] == list(all_metrics())
    assert result.tool.version
    assert all(len(digest) == 64 for digest in result.tool.lexicons.values())


FILLER = "The men of the harbour had seen it coming for many years and had asked for help in vain. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(f"Wall falls\n\nThe harbour wall fell at noon, Ann Lee said. {FILLER}\n")
    (tmp_path / "two.txt").write_text(f"Wall gone!\n\nThe old wall fell. “It fell!” Ann Lee said! {FILLER}\n")
    (tmp_path / "copy.txt").write_bytes((tmp_path / "one.txt").read_bytes())
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    return tmp_path


@pytest.mark.parametrize("bad", ["missing.txt", "empty.txt", "picture.txt", "*.doc"])
def test_an_input_that_cannot_be_read_is_told_and_the_others_are_analysed(folder: Path, bad: str) -> None:
    result = run(settings(["one.txt", bad, "two.txt"]), folder)
    assert [analysis.origin.locator for analysis in result.articles] == ["one.txt", "two.txt"]
    assert notices(result) == [("error", bad)]
    assert result.warnings[0].message
    assert bad not in result.warnings[0].message
    assert result.comparison is not None


def test_a_text_listed_twice_is_read_once_with_a_warning(folder: Path) -> None:
    result = run(settings(["one.txt", "copy.txt", "two.txt", "one.txt"]), folder)
    assert [analysis.origin.locator for analysis in result.articles] == ["one.txt", "two.txt"]
    assert notices(result) == [("warning", "one.txt"), ("warning", "copy.txt")]
    assert "named more than once" in result.warnings[0].message
    assert "one.txt" in result.warnings[1].message


def test_one_article_has_no_comparison(folder: Path) -> None:
    result = run(settings(["one.txt"]), folder)
    assert result.comparison is None
    assert len(result.articles) == 1
    assert result.title == "Wall falls"


def test_one_article_without_a_headline_lends_its_file_name(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(f"The harbour wall fell at noon, Ann Lee said. {FILLER}\n")
    assert run(settings(["harbour.txt"]), tmp_path).title == "harbour"


@pytest.mark.parametrize("inputs", [["missing.txt"], ["missing.txt", "empty.txt"], ["*.doc"]])
def test_without_any_article_the_run_is_refused_and_each_input_named(folder: Path, inputs: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        run(settings(inputs), folder)
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == inputs


def figure(folder: Path) -> tuple[str, float, float]:
    """A figure with its value in each article."""
    result = run(settings(["one.txt", "two.txt"]), folder)
    values = [next(m.value for m in analysis.measurements if m.metric == "typography") for analysis in result.articles]
    assert all(isinstance(value, int | float) for value in values)
    low, high = (float(value or 0) for value in values)
    assert low < high, "the second article shouts"
    return "typography", low, high


def crossed(folder: Path, name: str, threshold: Threshold) -> list[tuple[str, str]]:
    result = run(settings(["one.txt", "two.txt"], thresholds={name: threshold}), folder)
    locators = {analysis.id: analysis.origin.locator for analysis in result.articles}
    assert all(isinstance(crossing, Crossing) and crossing.figure == name for crossing in result.crossings)
    return [(locators[crossing.article], crossing.side) for crossing in result.crossings]


def test_a_figure_beyond_its_bounds_crosses_and_one_on_them_does_not(folder: Path) -> None:
    name, low, high = figure(folder)
    between = (low + high) / 2
    assert crossed(folder, name, Threshold(max=high)) == []
    assert crossed(folder, name, Threshold(min=low)) == []
    assert crossed(folder, name, Threshold(max=between)) == [("two.txt", "max")]
    assert crossed(folder, name, Threshold(min=between)) == [("one.txt", "min")]
    assert crossed(folder, name, Threshold(min=between, max=between)) == [("one.txt", "min"), ("two.txt", "max")]


def test_a_figure_without_a_value_crosses_nothing(folder: Path) -> None:
    assert crossed(folder, "readability", Threshold(min=1e9)) == []  # both texts are too short to measure


def test_the_details_of_a_metric_have_thresholds_too() -> None:
    result = run(settings(SEEDS, thresholds={"sourcing.unnamed_share": Threshold(max=-1)}), ROOT)
    assert {crossing.figure for crossing in result.crossings} == {"sourcing.unnamed_share"}
    assert len(result.crossings) == 2


def test_a_metric_that_fails_is_told_and_the_others_are_measured() -> None:
    chosen = default_settings().metrics | {"readability": Options()}  # without the option the metric reads
    result = run(settings(SEEDS[:1], metrics=chosen), ROOT)
    assert notices(result) == [("error", "readability")]
    assert SEEDS[0] in result.warnings[0].message
    statuses = {m.metric: m.status for m in result.articles[0].measurements}
    assert statuses.pop("readability") == "failed"
    assert set(statuses.values()) == {"measured"}


def test_progress_names_every_input() -> None:
    told: list[str] = []
    run(settings(SEEDS), ROOT, told.append)
    assert [word for word in told if word.startswith("reading")] == [f"reading {seed}" for seed in SEEDS]


def test_equal_runs_give_equal_bytes() -> None:
    assert dumps(run(settings(SEEDS), ROOT)) == dumps(run(settings(SEEDS), ROOT))


@pytest.mark.parametrize("named", ["two.txt", "./two.txt"])
def test_articles_are_held_against_the_one_chosen(folder: Path, named: str) -> None:
    result = run(settings(["one.txt", named], against=named), folder)
    assert result.comparison is not None
    assert result.comparison.against == result.articles[1].id
    assert {figure.base for figure in result.comparison.figures} == {1}
    assert result.warnings == ()


def test_a_file_of_a_folder_is_chosen_by_its_name(folder: Path) -> None:
    for name in ("copy.txt", "empty.txt", "picture.txt"):
        (folder / name).unlink()
    result = run(settings(["."], against="one.txt"), folder)
    assert result.comparison is not None
    assert result.comparison.against == result.articles[0].id


def test_where_the_article_chosen_was_not_read_the_median_serves_and_the_run_is_incomplete(folder: Path) -> None:
    result = run(settings(["one.txt", "two.txt"], against="three.txt"), folder)
    assert result.comparison is not None
    assert result.comparison.against is None
    (notice,) = result.warnings
    assert (notice.level, notice.subject) == ("error", "against")
    assert notice.message == (
        "three.txt is none of the articles read (one.txt and two.txt); the median of the set serves instead"
    )
