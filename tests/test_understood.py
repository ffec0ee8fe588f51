"""`crossread read`: what was understood of an input, for a person and for a program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click import unstyle
from msgspec import structs

from crossread.cli import main
from crossread.model import Zone, ZoneKind
from crossread.reading import article_from_text
from crossread.understood import describe_article

PAGE = (
    "<!doctype html><html lang=en><head><title>A wall falls | The Coast</title>"
    "<meta property=og:site_name content='The Coast'><meta name=author content='Ann Lee'></head><body>"
    + "<nav><ul>" + "".join(f"<li><a href=/{n}>Part {n}</a></li>" for n in range(9)) + "</ul></nav>"
    + "<article><h1>A wall falls</h1>"
    + "".join(f"<p>The harbour wall gave way in place {n} on Monday, the port authority said.</p>" for n in range(9))
    + "<p>It is the <a href=https://example.org/old>second time</a> in a year, an engineer said later that day.</p>"
    + "</article></body></html>"
)  # fmt: skip


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["read", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_metadata_is_shown_with_its_origin_and_what_is_missing(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(page) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "authors Ann Lee meta.author" in lines
    assert "publisher The Coast meta.og_site_name" in lines
    assert "modified not found in this copy" in lines
    assert any(line.startswith("body 10 blocks, ") for line in lines)
    assert "links 1 link in the story, 1 to other sites" in lines


def test_every_zone_is_shown_with_its_rule_and_long_menus_in_part(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(page) == 0
    short = capsys.readouterr().out
    assert "── title " in short
    assert "an engineer said later that day." in short
    assert "... and 5 more; --all shows them" in short
    assert "Part 8" not in short
    assert run(page, "--all") == 0
    assert "Part 8" in capsys.readouterr().out


def test_every_kind_of_zone_stands_apart_from_its_count() -> None:
    kinds = get_args(ZoneKind)
    zones = tuple(Zone(kind, n, n + 1, "a.rule") for n, kind in enumerate(kinds))
    shown = describe_article(structs.replace(article_from_text("a" * len(kinds)), zones=zones), 80)
    assert all(f"  {kind:{max(map(len, kinds))}} 1 block" in unstyle(shown) for kind in kinds)


def test_a_pipe_gets_no_colours(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(page) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_control_characters_of_a_page_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A title\n\nA paragraph \x1b]0;owned\x07 that is long enough to be one, they said.\n")
    assert run(str(path)) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\\x1b]0;owned" in shown


def test_json_is_the_article_alone(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(page, "--json") == 0
    article = json.loads(capsys.readouterr().out)
    assert article["metadata"]["title"]["value"] == "A wall falls"
    link = article["links"][0]
    assert article["text"][link["start"] : link["end"]] == "second time"


def test_of_several_articles_each_is_one_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"title": f"Story {n}", "text": f"The council met on day {n} and agreed, a clerk said. " * 5} for n in "12"]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run(str(path), "--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["metadata"]["title"]["value"] for line in lines] == ["Story 1", "Story 2"]


def test_what_cannot_be_read_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "gone.txt")) == 2
    assert "no such file" in capsys.readouterr().err
