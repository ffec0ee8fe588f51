"""`crossread group`, and briefings made one for each event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

from crossread.config import load_config
from crossread.errors import ConfigError

WALL = (
    "Council delays vote on Wexcombe wall\n\nThe council of Wexcombe has delayed its vote on the harbour wall, Alma "
    "Brandt said. Engineers of Tidewell found cracks in 14 of 60 piles. {} The union demands compensation.\n"
)
FERRY = (
    "Ferry runs aground off Lund\n\nA ferry with 212 passengers ran aground off Lund Island. The coastguard took all "
    "ashore by helicopter, Joris Vane said. Northline has suspended its timetable.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: two reports of one event and one of another."""
    (tmp_path / "a.txt").write_text(WALL.format("Nobody was hurt."), encoding="utf-8")
    (tmp_path / "b.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "c.txt").write_text(WALL.format("Trawlers lie idle at Quay 7 for want of a berth."), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_groups_are_shown_with_what_holds_them_and_lone_articles_with_their_nearest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("group", "a.txt", "b.txt", "c.txt") == 0
    shown = capsys.readouterr().out
    assert "3 articles: 1 group, 1 alone" in shown
    group, alone = shown.split("── alone")
    assert "a.txt" in group
    assert "c.txt" in group
    assert "Wexcombe" in group
    assert "Ferry runs aground off Lund" in alone
    assert "too little" in alone


def test_groups_as_json_name_their_inputs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("group", "a.txt", "b.txt", "c.txt", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    inputs = {article["id"]: article["input"] for article in told["articles"]}
    assert [[inputs[each] for each in group["articles"]] for group in told["events"]["groups"]] == [["a.txt", "c.txt"]]
    assert [inputs[lone["article"]] for lone in told["events"]["alone"]] == ["b.txt"]


def test_an_input_that_cannot_be_read_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").touch()
    assert run("group", "a.txt", "empty.txt", "gone.txt", "c.txt") == 2
    told = capsys.readouterr()
    assert "2 articles: 1 group, 0 alone" in told.out
    assert "empty.txt" in told.err
    assert "gone.txt" in told.err
    assert run("group", "gone.txt") == 2


def test_words_of_a_page_cannot_steer_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "evil.txt").write_text("Wipe \x1b[2J this\n\nThe \x1b]0;title\x07 page has words.\n", encoding="utf-8")
    run("group", "evil.txt", "a.txt")
    assert "\x1b" not in capsys.readouterr().out


def test_each_event_gets_its_briefing_with_a_number_and_a_title_of_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "config.yaml").write_text(
        "reports: {morning: {title: Today, inputs: [a.txt, b.txt, c.txt, gone.txt], group: each, formats: [json]}}",
        encoding="utf-8",
    )
    assert run("run") == 2
    told = capsys.readouterr()
    assert told.out.split() == ["briefings/morning-1.json", "briefings/morning-2.json"]
    assert told.err.count("gone.txt") == 1
    first, second = (json.loads((folder / name).read_text(encoding="utf-8")) for name in told.out.split())
    assert [article["origin"]["locator"] for article in first["articles"]] == ["a.txt", "c.txt"]
    assert (first["report"], second["report"]) == ("morning-1", "morning-2")
    assert first["title"].startswith("Today (1): ")
    assert "Wexcombe" in first["title"]
    assert second["title"] == "Today (2): Ferry runs aground off Lund"
    assert all("gone.txt" in result["warnings"][0]["subject"] for result in (first, second))


def test_a_set_that_is_not_one_event_is_told_in_the_result_and_on_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", "a.txt", "b.txt", "c.txt", "--format", "json") == 0
    told = capsys.readouterr()
    assert "B (b.txt) stands apart" in told.err
    result = json.loads((folder / "briefings" / "comparison.json").read_text(encoding="utf-8"))
    (lone,) = result["comparison"]["events"]["alone"]
    assert lone["likeness"] < result["comparison"]["events"]["threshold"]
    assert [each["subject"] for each in result["warnings"]] == ["comparison"]
    assert run("compare", "a.txt", "c.txt", "--format", "json") == 0
    assert capsys.readouterr().err == ""


def test_what_would_run_says_where_each_event_goes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "config.yaml").write_text("reports: {day: {inputs: [a.txt], group: each}}", encoding="utf-8")
    assert run("check") == 0
    assert "day-1, -2, …, one for each event" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("day: {inputs: [a], group: each}", "day-1: {inputs: [a]}", True),
        ("day-12: {inputs: [a]}", "day: {inputs: [a], group: each}", True),
        ("day: {inputs: [a], group: each}", "day-x: {inputs: [a]}", False),
        ("day: {inputs: [a], group: each}", "day-1: {inputs: [a], group: each}", False),
        ("day-1: {inputs: [a]}", "day-2: {inputs: [a]}", False),
    ],
)
def test_no_report_may_take_the_name_of_anothers_event(tmp_path: Path, one: str, other: str, clash: bool) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(f"reports:\n  {one}\n  {other}\n", encoding="utf-8")
    if clash:
        with pytest.raises(ConfigError, match="would write over the report"):
            load_config(path)
    else:
        assert len(load_config(path).reports) == 2
