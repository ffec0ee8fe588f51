"""On a real terminal `compare` and `run` say what was found; in a pipe they print paths and nothing else."""

from __future__ import annotations

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

import pytest

from crossread.model import Result
from crossread.summary import ARTICLES, one_line, summary
from crossread.wrapping import columns, wrapped

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
CODES = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "Bridge \x1b]0;owned\x07 shut \u202eyadot\u202c \x9b31m \x08\x08 at noon"


def on_terminal(folder: Path, *arguments: str, width: int = 72, **variables: str) -> tuple[int, str]:
    """The exit code, and all that a terminal of `width` columns receives; progress and its erasure taken out."""
    here, there = pty.openpty()
    ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", **variables}
    if "NO_COLOR" not in variables:
        environment.pop("NO_COLOR", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "crossread", *arguments],
        stdin=there, stdout=there, stderr=there, cwd=folder, env=environment,
    )  # fmt: skip
    os.close(there)
    received = b"".join(_read(here))
    os.close(here)
    text = received.decode("utf-8").replace("\r\n", "\n")
    return running.wait(), re.sub(r"\r\x1b\[K[^\r\n]*(?=\r\x1b\[K)|\r\x1b\[K", "", text)


def _read(here: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # what Linux answers when nothing holds the other end any more
            return
        if not part:
            return
        yield part


def test_compare_tells_the_articles_and_key_differences_then_the_path(tmp_path: Path) -> None:
    code, shown = on_terminal(tmp_path, "compare", *SEEDS, "--format", "json", "--format", "html")
    plain = CODES.sub("", shown)
    assert code == 0
    assert plain.startswith(
        "Comparison of 2 articles\n\nA  The San Juan Daily Star: Putin visits Belarus as Ukraine warns"
    )
    assert re.search(r"^B  004_3b203e2f2d81c9af\.txt: Putin’s Visit", plain, re.MULTILINE)
    assert len(re.findall(r"^\d\. ", plain, re.MULTILINE)) >= 3
    assert "\n1. Voices: Heard by name in B" in plain
    assert plain.endswith("\n\nbriefings/comparison.json\nbriefings/comparison.html\n")


@pytest.mark.parametrize("width", [40, 72, 200])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    _, shown = on_terminal(tmp_path, "compare", *SEEDS, "--format", "json", width=width)
    told = CODES.sub("", shown).splitlines()
    assert max(columns(line) for line in told) <= min(width, 100)
    assert max(columns(line) for line in told) > min(width, 100) - 12


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colour_there_is_no_escape_code(tmp_path: Path, variables: dict[str, str]) -> None:
    _, shown = on_terminal(tmp_path, "compare", *SEEDS, "--format", "json", width=72, **variables)
    assert "\x1b[1m" not in shown
    _, shown = on_terminal(tmp_path, "compare", *SEEDS, "--format", "json")
    assert "\x1b[1mA\x1b[0m" in shown


def test_a_pipe_gets_the_paths_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "crossread", "compare", *SEEDS, "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{Path('briefings', 'comparison.json')}\n", "")


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_leaves_the_path_alone_on_a_terminal_too(tmp_path: Path, option: str) -> None:
    code, shown = on_terminal(tmp_path, "compare", *SEEDS, "--format", "json", option)
    assert (code, shown) == (0, "briefings/comparison.json\n")


def test_warnings_and_thresholds_stand_between_the_summary_and_the_path(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(
        f"reports: {{visit: {{inputs: [{', '.join(SEEDS)}, gone.txt], formats: [json], "
        "thresholds: {sourcing: {max: 1}}}}\n",
        encoding="utf-8",
    )
    code, shown = on_terminal(tmp_path, "run")
    parts = ["Comparison of 2 articles", "\n1. ", "crossread: error: gone.txt", "crossread: threshold: sourcing is"]
    places = [CODES.sub("", shown).index(part) for part in [*parts, "briefings/visit.json"]]
    assert code == 2
    assert places == sorted(places)


def test_several_reports_get_a_line_each(tmp_path: Path) -> None:
    report = f"{{inputs: [{', '.join(SEEDS)}], formats: [json]}}"
    (tmp_path / "config.yaml").write_text(f"reports: {{one: {report}, two: {report}}}\n", encoding="utf-8")
    code, shown = on_terminal(tmp_path, "run")
    assert code == 0
    assert re.fullmatch(
        r"one: 2 articles, \d key differences\nbriefings/one\.json\n"
        r"two: 2 articles, \d key differences\nbriefings/two\.json\n",
        shown,
    )


def test_one_article_says_that_nothing_is_compared(tmp_path: Path) -> None:
    _, shown = on_terminal(tmp_path, "compare", SEEDS[0], "--format", "json")
    assert "One article: there is nothing to compare it with." in CODES.sub("", shown)


def test_a_hostile_title_is_seen_and_cannot_steer_the_terminal(tmp_path: Path) -> None:
    body = "The bridge is shut, the port said on Monday. It may open in May, officials said.\n"
    for name in ("one", "two"):
        page = f"<title>{HOSTILE} {name}</title><h1>{HOSTILE} {name}</h1><p>{body * 8} {name}</p>"
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    _, shown = on_terminal(tmp_path, "compare", "one.html", "two.html", "--format", "json", "--title", HOSTILE)
    assert "Bridge" in shown
    rest = CODES.sub("", shown).replace("\n", "")
    assert [char for char in rest if not char.isprintable()] == []


# ------------------------------------------------------------------------------------- the lines


def test_words_are_wrapped_by_the_columns_they_take() -> None:
    assert list(wrapped("one two  three", 7)) == ["one two", "three"]
    assert list(wrapped("漢字漢字漢字", 8)) == ["漢字漢字", "漢字"]
    assert list(wrapped("a 漢字 b", 6)) == ["a 漢字", "b"]
    assert list(wrapped("x" * 9, 4)) == ["xxxx", "xxxx", "x"]
    assert list(wrapped("", 4)) == []


def test_a_number_stays_with_its_unit() -> None:
    assert list(wrapped("about 95\u202f% of\u00a0them", 8)) == ["about", "95 %", "of them"]


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    assert list(wrapped("a\x1b[2Jb \u202ec", 40)) == [r"a\x1b[2Jb \u202ec"]


def test_of_many_articles_the_first_are_told_and_the_others_counted(sample_result: Result) -> None:
    from msgspec.structs import replace

    many = replace(sample_result, articles=sample_result.articles * 10)
    lines = list(summary(many, 80, str))
    assert sum(line[1:3] == "  " and line[0].isupper() for line in lines) == ARTICLES
    assert "   and 8 more articles" in lines
    assert one_line(many).endswith(": 20 articles, 2 key differences")
