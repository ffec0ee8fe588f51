"""Odd input through the real command in every format: all files come, whole, and say what there is to say."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
FORMATS = [part for name in ("html", "pdf", "json", "markdown", "csv") for part in ("--format", name)]
FILES = ("odd.html", "odd.pdf", "odd.json", "odd.md", "odd-measurements.csv", "odd-findings.csv")

# The real command, every metric of which raises.
ALL_FAIL = """
import msgspec
from crossread.registry import all_metrics
def broken(document, options):
    raise ValueError("broke on purpose")
for metric in all_metrics().values():
    msgspec.structs.force_setattr(metric, "measure", broken)
from crossread.cli import main
main()
"""
TITLE = ("Harbour Ferry Delay Leaves Commuters Stranded As Council Considers A New Timetable " * 5)[:400].strip()
BODY = "The ferry is late, the harbour office said on Monday. “It may leave in the evening,” a clerk said. " * 8


def outcome(folder: Path, *inputs: str, code: str = "from crossread.cli import main; main()") -> dict[str, str]:
    """The words of each file by its format, with the exit code and standard error."""
    command = [sys.executable, "-c", code, "compare", *inputs, *FORMATS, "--name", "odd", "--output", "out"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    out = folder / "out"
    assert done.stdout.splitlines() == [f"out/{name}" for name in FILES], done.stderr
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    texts = {name: (out / name).read_text(encoding="utf-8-sig") for name in FILES if not name.endswith(".pdf")}
    pages = pypdf.PdfReader(out / "odd.pdf").pages
    texts["odd.pdf"] = " ".join(" ".join(page.extract_text() for page in pages).split())
    return texts | {"code": str(done.returncode), "stderr": done.stderr}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_where_all_metrics_failed_every_format_says_so_and_the_findings_stay(tmp_path: Path) -> None:
    found = outcome(tmp_path, *SEEDS, code=ALL_FAIL)
    assert found["code"] == "2"
    assert "sourcing: failed on" in found["stderr"]
    for name in ("odd.html", "odd.pdf", "odd.md"):
        assert "ValueError: broke on purpose" in found[name], name
        assert "Dmitry Peskov" in found[name]
    measured = rows(found["odd-measurements.csv"])
    assert {(row["status"], row["value"], row["reason"]) for row in measured} == {
        ("failed", "", "ValueError: broke on purpose")
    }
    assert len({row["metric"] for row in measured}) == len(json.loads(found["odd.json"])["metrics"])
    assert "| Sourcing | per 100 words | failed (ValueError: broke on purpose)" in found["odd.md"]
    assert "| failed |\n" in found["odd.md"]
    assert len(found["odd.md"]) < 12_000


def test_an_article_that_is_one_quotation_has_no_words_of_the_narrator(tmp_path: Path) -> None:
    said = " ".join(f"We will not leave the harbour in year {n}, and we may come back." for n in range(40))
    (tmp_path / "quote.txt").write_text(f"“{said}”\n", encoding="utf-8")
    found = outcome(tmp_path, "quote.txt")
    assert (found["code"], found["stderr"]) == ("0", "")
    hedging = {
        row["voice"]: row for row in rows(found["odd-measurements.csv"])
        if row["figure"] == "hedging" and row["article"] == "A"
    }  # fmt: skip
    assert (hedging["all"]["value"], hedging["narrator"]["value"]) == ("", "")
    assert float(hedging["quoted"]["value"]) > 0
    for name in ("odd.html", "odd.pdf", "odd.md"):
        assert "not applicable" in found[name]


@pytest.mark.parametrize("title", [TITLE, TITLE.replace(" ", "")[:380]], ids=["words", "one word"])
def test_a_title_of_400_characters_is_whole_in_the_data_and_breaks_no_table(tmp_path: Path, title: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{BODY}</p></article></body></html>"
    )
    (tmp_path / "long.html").write_text(page, encoding="utf-8")
    found = outcome(tmp_path, "long.html")
    assert (found["code"], found["stderr"]) == ("0", "")
    assert json.loads(found["odd.json"])["articles"][0]["metadata"]["title"]["value"] == title
    assert {row["title"] for row in rows(found["odd-measurements.csv"]) if row["article"] == "A"} == {title}
    assert title in found["odd.html"]
    assert title.replace(" ", "") in found["odd.pdf"].replace(" ", "")
    (line,) = [line for line in found["odd.md"].splitlines() if line.startswith("| A |")]
    assert "… |" in line
    assert len(line) < 300


# ---------------------------------------------------------------------------------- crossread render


def rendered(folder: Path, data: bytes) -> subprocess.CompletedProcess[str]:
    """`crossread render` of a file with these bytes, in every format but the JSON."""
    (folder / "saved.json").write_bytes(data)
    wanted = [part for name in ("html", "markdown", "csv") for part in ("--format", name)]
    command = [sys.executable, "-m", "crossread", "render", "saved.json", *wanted]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("saved")
    command = [sys.executable, "-m", "crossread", "compare", *SEEDS, "--format", "json", "--output", "."]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return (folder / "comparison.json").read_bytes()


def test_a_result_of_another_tool_version_is_rendered(saved: bytes, tmp_path: Path) -> None:
    plain = json.loads(saved)
    plain["tool"]["version"] = "0.0.3"
    done = rendered(tmp_path, json.dumps(plain).encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert "crossread 0.0.3" in (tmp_path / "saved.md").read_text(encoding="utf-8")


def outside(saved: bytes) -> bytes:
    plain = json.loads(saved)
    plain["articles"][1]["zones"][2]["end"] = 10**6
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data.replace(b"crossread/result/1", b"crossread/result/2", 1), "saved.json: this is a result of"),
        (lambda data: data[: len(data) // 3], "saved.json:"),
        (lambda data: data.replace(b'"metrics": [', b'"metrics": [[', 1), "saved.json:"),
        (lambda data: b'{"type": "FeatureCollection"}', "saved.json: this is not a result: it names no schema"),
        (lambda data: b"", "saved.json:1:1: this is not valid JSON"),
        (lambda data: b"\x89PNG\r\n\x1a\n", "saved.json:1:1: this is not valid JSON"),
        (lambda data: data.replace(b'"start": 0', b'"start": "0"', 1), "saved.json: this result is damaged: Expected"),
        (outside, "saved.json: this result is damaged: `$.articles[1].zones[2]` is not inside the article's text"),
    ],
    ids=["newer", "cut", "edited", "other JSON", "empty", "a picture", "wrong type", "outside the text"],
)  # fmt: skip
def test_what_cannot_be_rendered_is_told_in_one_line_and_nothing_is_written(
    saved: bytes, tmp_path: Path, damage: object, message: str
) -> None:
    assert callable(damage)
    done = rendered(tmp_path, damage(saved))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"crossread: error: {message}")
    assert [path.name for path in tmp_path.iterdir()] == ["saved.json"]
