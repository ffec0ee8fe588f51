"""Input that is broken, hostile or absent: a clear message, the right exit code, the rest unharmed."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
MEMORY = 3_000_000_000  # bytes of address space a run may take
PATIENCE = 300  # seconds after which a run counts as hanging; no statement about speed

GERMAN = """Stadtrat beschließt neue Brücke über den Fluss

Von Jana Beispiel

Der Stadtrat hat am Dienstagabend nach langer Beratung beschlossen, die alte Brücke abzureißen und durch einen
Neubau zu ersetzen. Die Arbeiten sollen im Frühjahr beginnen und etwa zwei Jahre dauern. In dieser Zeit wird der
Verkehr über die Umgehungsstraße geführt, was viele Anwohner ablehnen.

„Wir hätten uns eine Lösung gewünscht, die den Fußgängern früher nützt“, sagte die Sprecherin der Bürgerinitiative
nach der Sitzung. Der Bürgermeister erklärte dagegen, eine Sanierung sei teurer und würde den Fluss länger sperren.
Nach Angaben der Verwaltung kostet der Neubau rund zwölf Millionen Euro. Das Land übernimmt davon möglicherweise
die Hälfte, eine Zusage liegt aber noch nicht vor.

Am Ende stimmten achtzehn Mitglieder für den Vorschlag und elf dagegen, zwei enthielten sich. Die Gegner wollen nun
Unterschriften sammeln, damit die Bürger selbst entscheiden können. Ob das Verfahren zulässig ist, wird das Gericht
vermutlich erst im Herbst klären, und bis dahin bleibt die Brücke für Lastwagen gesperrt.
"""

HOSTILE = (
    "Council votes on the harbour plan\n\n"
    "The council said <script>alert('x')</script> on Monday that {{ 7 * 7 }} ships {% include 'secret' %} may dock. "
    "Its chair, \u202eAnna Example\u202c, said \u2066nothing\u2069 about the bell \x07 or the escape \x1b[31m sign.\n\n"
    + "“" * 10_000
    + "A quotation inside many others,"
    + "”" * 10_000
    + " she said.\n\n"
    "The vote is expected next week, according to the harbour office, and the result could be known the same day.\n"
)


@dataclass(frozen=True)
class Run:
    """What a run of the command left behind."""

    code: int
    stderr: str
    folder: Path

    @property
    def result(self) -> Any:
        """The saved result."""
        return json.loads((self.folder / "briefing.json").read_text(encoding="utf-8"))

    def files(self) -> set[str]:
        """Every file in the output folder, hidden and temporary ones too."""
        return {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()

    def errors(self) -> list[str]:
        """What the errors among the result's notices are about."""
        return [notice["subject"] for notice in self.result["warnings"] if notice["level"] == "error"]


WRITTEN = {"briefing.html", "briefing.json"}


def command(files: list[Path], folder: Path, formats: tuple[str, ...] = ("html", "json")) -> list[str]:
    wanted = [part for name in formats for part in ("--format", name)]
    output = ["--output", str(folder), "--name", "briefing"]
    return [sys.executable, "-m", "crossread", "compare", *map(str, files), *wanted, *output]


def bounded() -> None:
    """Keep a run that reads without end from taking the machine with it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def compare(files: list[Path], folder: Path) -> Run:
    done = subprocess.run(command(files, folder), capture_output=True, text=True, timeout=PATIENCE, preexec_fn=bounded)
    assert "Traceback" not in done.stderr
    return Run(done.returncode, done.stderr, folder)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


BROKEN: list[tuple[str, Callable[[Path], object], str]] = [
    ("empty.txt", lambda path: path.write_bytes(b""), "empty"),
    ("blank.txt", lambda path: path.write_text(" \n\n\t\n"), "empty"),
    ("picture.txt", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40), "OCR"),
    ("huge.txt", lambda path: path.write_bytes(b"word after word. " * 3_000_000), "MB"),
    ("missing.txt", lambda path: None, "no such file"),
    ("broken-utf16.txt", lambda path: path.write_bytes(b"\xff\xfeA\0\x00\xd8B\0"), "utf-16"),
    ("endless.txt", lambda path: path.symlink_to("/dev/zero"), ""),
]


@pytest.mark.parametrize(("name", "make", "words"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_named_and_the_good_ones_are_compared(
    tmp_path: Path, name: str, make: Callable[[Path], object], words: str
) -> None:
    make(tmp_path / name)
    run = compare([SEEDS[0], tmp_path / name, SEEDS[1]], tmp_path / "out")
    assert run.code == 2
    assert name in run.stderr
    assert words in run.stderr
    assert run.files() == WRITTEN
    assert len(run.result["articles"]) == 2
    assert [subject for subject in run.errors() if name in subject]


def test_a_file_without_permission_is_named_and_the_good_ones_are_compared(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every file")
    locked = written(tmp_path / "locked.txt", "A text nobody may read.")
    locked.chmod(0)
    run = compare([*SEEDS, locked], tmp_path / "out")
    assert (run.code, run.files(), len(run.result["articles"])) == (2, WRITTEN, 2)
    assert "permission" in run.stderr.lower()


def test_a_folder_without_permission_is_named_and_the_good_files_are_compared(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every folder")
    locked = tmp_path / "locked"
    locked.mkdir()
    written(locked / "inside.txt", "A text nobody may read.")
    locked.chmod(0)
    try:
        run = compare([*SEEDS, locked / "inside.txt"], tmp_path / "out")
    finally:
        locked.chmod(0o755)
    assert (run.code, run.files(), len(run.result["articles"])) == (2, WRITTEN, 2)
    assert "inside.txt" in run.stderr


def test_nothing_is_written_when_no_file_can_be_read(tmp_path: Path) -> None:
    run = compare([tmp_path / "missing.txt", written(tmp_path / "empty.txt", "")], tmp_path / "out")
    assert run.code == 2
    assert "missing.txt" in run.stderr
    assert "empty.txt" in run.stderr
    assert run.files() == set()


def test_two_copies_of_a_file_are_noticed(tmp_path: Path) -> None:
    copy = written(tmp_path / "copy.txt", SEEDS[0].read_bytes())
    run = compare([SEEDS[0], copy, SEEDS[1]], tmp_path / "out")
    assert run.code in {0, 2}
    assert run.files() == WRITTEN
    assert "copy.txt" in run.stderr
    ids = [article["id"] for article in run.result["articles"]]
    assert len(ids) == len(set(ids)) == 2


def test_a_single_word_is_measured_as_too_short(tmp_path: Path) -> None:
    run = compare([*SEEDS, written(tmp_path / "word.txt", "Hello")], tmp_path / "out")
    assert (run.code, run.files()) == (0, WRITTEN)
    short = run.result["articles"][2]["measurements"]
    assert not [measurement["metric"] for measurement in short if measurement["status"] == "failed"]
    for measurement in short:
        if measurement["metric"] in {"readability", "hedging", "sentiment"}:
            assert measurement["status"] == "not_applicable"
            assert measurement["value"] is None
            assert measurement["reason"]


def test_a_hundred_thousand_words_without_a_full_stop_come_to_an_end(tmp_path: Path) -> None:
    endless = written(tmp_path / "endless.txt", "the ship left the old harbour and " * 14_286)
    run = compare([*SEEDS, endless], tmp_path / "out")
    assert (run.code, run.files()) == (0, WRITTEN)
    assert len(run.result["articles"]) == 3
    assert not [each for each in run.result["articles"][2]["measurements"] if each["status"] == "failed"]


def test_a_german_article_is_left_to_the_metrics_that_read_german(tmp_path: Path) -> None:
    run = compare([*SEEDS, written(tmp_path / "german.txt", GERMAN)], tmp_path / "out")
    assert (run.code, run.files()) == (0, WRITTEN)
    article = run.result["articles"][2]
    assert article["metadata"]["language"]["value"] == "de"
    reasons = {each["metric"]: each["reason"] for each in article["measurements"] if each["status"] == "not_applicable"}
    assert {"hedging", "readability", "sentiment"} <= set(reasons)
    assert "de" in reasons["hedging"]
    assert "en" in reasons["hedging"]


def test_hostile_text_comes_out_escaped(tmp_path: Path) -> None:
    run = compare([*SEEDS, written(tmp_path / "hostile.txt", HOSTILE)], tmp_path / "out")
    assert (run.code, run.files()) == (0, WRITTEN)
    page = (run.folder / "briefing.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "that {{ 7 * 7 }} ships {% include 'secret' %} may dock" in unescape(re.sub(r"<[^>]*>", "", page))
    assert not [char for char in "\x07\x1b\u202e\u202c\u2066\u2069" if char in page]


def test_a_file_where_the_output_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    taken = written(tmp_path / "out", "not a folder")
    run = compare(SEEDS, taken)
    assert run.code == 2
    assert "out" in run.stderr
    assert taken.read_text() == "not a folder"
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


def test_a_read_only_output_folder_is_named(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root writes everywhere")
    folder = tmp_path / "out"
    folder.mkdir()
    folder.chmod(0o555)
    run = compare(SEEDS, folder)
    assert run.code == 2
    assert str(folder) in run.stderr
    assert run.files() == set()


def test_an_interrupted_run_leaves_nothing_half_written(tmp_path: Path) -> None:
    # A named pipe without a writer's words holds the run still, so it is known to be under way.
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    folder = tmp_path / "out"
    running = _interruptible(command([*SEEDS, pipe], folder))
    with _opened_by_reader(pipe, running):
        deadline = time.monotonic() + PATIENCE
        # A signal that meets the very moment of opening the pipe can be lost: press again, as one would.
        while running.poll() is None and time.monotonic() < deadline:
            running.send_signal(signal.SIGINT)
            time.sleep(1)
        _, stderr = running.communicate(timeout=PATIENCE)
    assert running.returncode == 130
    assert "interrupted" in stderr
    assert "Traceback" not in stderr
    assert Run(130, stderr, folder).files() == set()


def test_an_interruption_while_writing_leaves_whole_files_only(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    old = written(folder / "briefing.html", "<html>the briefing of yesterday</html>")
    formats = ("html", "json", "markdown")
    running = _interruptible(command(SEEDS, folder, formats))
    before = (set(os.listdir(folder)), old.stat().st_ino)
    while running.poll() is None and (set(os.listdir(folder)), old.stat().st_ino) == before:
        time.sleep(0.001)
    running.send_signal(signal.SIGINT)
    _, stderr = running.communicate(timeout=PATIENCE)
    assert running.returncode in {0, 130}  # 0 when the signal came after the last file
    assert set(os.listdir(folder)) <= {"briefing.html", "briefing.json", "briefing.md"}
    assert old.read_text(encoding="utf-8").rstrip().endswith("</html>")
    if (folder / "briefing.json").exists():
        json.loads((folder / "briefing.json").read_text(encoding="utf-8"))
    assert "Traceback" not in stderr


def _interruptible(words: list[str]) -> subprocess.Popen[str]:
    """A process that hears an interruption even where the tests run in the background, which ignores them."""

    def listen() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True, preexec_fn=listen)


def _opened_by_reader(pipe: Path, running: subprocess.Popen[str]) -> Any:
    """The writing end of a pipe, once the other process reads from it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and running.poll() is None:
        try:
            return os.fdopen(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK), "wb")
        except OSError:  # nobody reads yet
            time.sleep(0.01)
    raise AssertionError(f"the run ended with {running.poll()} before it read the pipe")
