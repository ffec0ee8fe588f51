"""CSV: tidy rows with the documented columns, numbers as numbers, and no text that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import crossread
from crossread.model import Found, Result
from crossread.reports import csv_findings, csv_measurements, render
from crossread.reports.csv_findings import findings_csv
from crossread.reports.csv_measurements import measurements_csv
from crossread.reports.csv_writing import csv_bytes
from crossread.result import dumps, loads

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "csv.md").read_text(encoding="utf-8")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def cell(text: str) -> str:
    """What a text becomes in a file."""
    return rows(csv_bytes(["text"], [[text]]))[0]["text"]


def documented(section: str) -> list[str]:
    """The columns that a section of docs/csv.md lists."""
    return re.findall(r"^\| `(\w+)` \|", PAGE.split(f"\n## {section}\n")[1].partition("\n## ")[0], re.MULTILINE)


@pytest.mark.parametrize(
    ("columns", "section"),
    [(csv_measurements.COLUMNS, "NAME-measurements.csv"), (csv_findings.COLUMNS, "NAME-findings.csv")],
)
def test_the_columns_are_those_of_the_documentation(columns: tuple[str, ...], section: str) -> None:
    assert list(columns) == documented("Every row") + documented(section)
    assert len(set(columns)) == len(columns)


def test_the_files_begin_with_their_mark_and_heading_and_every_row_is_as_wide(sample_result: Result) -> None:
    for made, columns in (
        (measurements_csv(sample_result), csv_measurements.COLUMNS),
        (findings_csv(sample_result), csv_findings.COLUMNS),
    ):
        assert made.startswith(b"\xef\xbb\xbf" + ",".join(columns).encode() + b"\r\n")
        assert made.endswith(b"\r\n")
        assert made.count(b"\n") == made.count(b"\r\n")
        table = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), strict=True))
        assert {len(row) for row in table} == {len(columns)}


def test_every_figure_of_every_article_has_its_row(sample_result: Result) -> None:
    found = rows(measurements_csv(sample_result))
    wanted = [
        (letter, figure, voice)
        for letter, analysis in zip("AB", sample_result.articles, strict=True)
        for m in analysis.measurements
        for figure, voice in (
            (m.metric, "all"),
            *((m.metric, voice) for voice in m.by_voice),
            *((f"{m.metric}.{detail.id}", "all") for detail in m.details),
        )
    ]
    assert [(row["article"], row["figure"], row["voice"]) for row in found] == wanted


def test_a_row_says_value_interval_verdict_and_difference(sample_result: Result) -> None:
    (row,) = [r for r in rows(measurements_csv(sample_result)) if r["figure"] == "hedging" and r["voice"] == "all"][:1]
    said = {key: row[key] for key in ("value", "unit", "n", "n_unit", "low", "high", "status", "verdict")}
    assert list(said.values()) == ["2.5", "per 100 words", "40", "words", "0.5", "4.5", "measured", "differs"]
    assert (row["difference"], row["difference_from"]) == ("-3.625", "median")


def test_what_has_no_value_is_empty_and_says_why(sample_result: Result) -> None:
    found = {(r["article"], r["figure"], r["voice"]): r for r in rows(measurements_csv(sample_result))}
    for place, status, reason in (
        (("A", "asides", "all"), "failed", "ValueError: broke on <purpose>"),
        (("A", "readability", "all"), "not_applicable", "needs 100 words"),
        (("A", "hedging", "quoted"), "not_applicable", "too little text in this voice: n = 12"),
        (("A", "hedging.band", "all"), "not_applicable", "no probability word in the text"),
    ):
        assert (found[place]["value"], found[place]["status"], found[place]["reason"]) == ("", status, reason)


def test_a_threshold_crossed_is_told_beside_the_figure(sample_result: Result) -> None:
    crossed = {(r["figure"], r["article"]): r["crossed"] for r in rows(measurements_csv(sample_result)) if r["crossed"]}
    ids = {analysis.id: letter for letter, analysis in zip("AB", sample_result.articles, strict=True)}
    assert crossed == {(each.figure, ids[each.article]): each.side for each in sample_result.crossings}


def test_findings_have_a_row_for_each_article_that_has_them(sample_result: Result) -> None:
    found = rows(findings_csv(sample_result))
    assert [(row["finding"], row["article"]) for row in found] == [
        ("voices-1", "A"), ("voices-1", "B"), ("voices-2", "B"),
        ("quotations-1", "A"), ("quotations-1", "B"), ("selection-1", "B"), ("selection-2", "B"),
    ]  # fmt: skip
    assert {row["finding"]: row["leads"] for row in found if row["leads"]} == {"quotations-1": "1", "voices-2": "2"}
    quoted = found[3]
    assert json.loads(quoted["words"]) == {"say": 1}
    assert (quoted["base"], quoted["only_in"], quoted["value"], quoted["unit"]) == ("A", "", "4", "")


def test_offsets_lead_to_the_words_in_the_text(sample_result: Result) -> None:
    texts = dict(zip("AB", (analysis.text for analysis in sample_result.articles), strict=True))
    (row,) = [row for row in rows(findings_csv(sample_result)) if row["finding"] == "selection-2"]
    assert texts[row["article"]][int(row["start"]) : int(row["end"])] == "40,000"
    assert row["places"] == f"{row['start']}..{row['end']}"


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "'", "''", "words; ", "words;", "words;\t'"])
def test_no_text_is_a_formula_and_every_text_comes_back(sign: str, before: str) -> None:
    text = f"{before}{sign}cmd|' /C calc'!A0"
    made = cell(text)
    parts = [part.lstrip("\t\r\n \"'") if not part.lstrip().startswith("'") else "'" for part in made.split(";")]
    assert not any(part.startswith(sign) for part in parts), made
    (undo,) = re.findall(r're\.sub\(r"(.+?)", r"(.+?)", text\)', PAGE)
    assert re.sub(undo[0], undo[1], made) == " ".join(text.split())


@pytest.mark.parametrize("text", ["plain", "a = b", "e-mail", "A; B", "“=1”", "−5 from median", "a@b", "semi;colon"])
def test_a_text_that_is_no_formula_is_left_alone(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("number", "written"),
    [(-0.25, "-0.25"), (-3, "-3"), (12.0, "12"), (-0.0, "0"), (1e-7, "1e-07"), (1234567.5, "1234567.5"), (None, "")],
)
def test_a_number_stays_a_number(number: float | None, written: str) -> None:
    assert csv_bytes(["n", "m"], [[number, 1]]).decode("utf-8-sig") == f"n,m\r\n{written},1\r\n"


def test_hostile_text_stands_on_one_line_and_shows_what_it_hides() -> None:
    assert cell('two\nlines, "quoted"\r\x00\x1b[31m\u202e') == 'two lines, "quoted"[U+000D][U+0000][U+001B][31m[U+202E]'


def test_a_hostile_title_is_guarded_in_both_files(sample_result: Result) -> None:
    first, *others = sample_result.articles
    evil = '=HYPERLINK("https://example.org","x")'
    named = replace(first, metadata=replace(first.metadata, title=Found(evil, "heading")))
    result = replace(sample_result, articles=(named, *others))
    for made in (measurements_csv(result), findings_csv(result)):
        assert {row["title"] for row in rows(made) if row["article"] == "A"} == {f"'{evil}"}


def test_a_saved_result_gives_the_same_bytes_as_the_one_just_made() -> None:
    result = crossread.compare(sorted(map(str, (ROOT / "seeds").glob("*.txt"))))
    again = loads(dumps(result))
    assert measurements_csv(result) == measurements_csv(again)
    assert findings_csv(result) == findings_csv(again)
    values = [row["value"] for row in rows(measurements_csv(result)) if row["value"]]
    assert len([float(value) for value in values]) > 300


def test_one_article_has_measurements_and_a_heading_of_findings(tmp_path: Path) -> None:
    result = crossread.compare(sorted(map(str, (ROOT / "seeds").glob("*.txt")))[:1])
    measured, found = render(result, tmp_path, formats=["csv"], name="one")
    assert [path.name for path in (measured, found)] == ["one-measurements.csv", "one-findings.csv"]
    assert {row["article"] for row in rows(measured.read_bytes())} == {"A"}
    assert rows(found.read_bytes()) == []


def test_one_of_two_files_that_cannot_be_written_does_not_stop_the_other(sample_result: Result, tmp_path: Path) -> None:
    (tmp_path / "x-measurements.csv").mkdir()
    with pytest.raises(crossread.errors.RenderError, match=r"x-measurements\.csv: csv was not written") as caught:
        render(sample_result, tmp_path, formats=["csv"], name="x")
    assert [path.name for path in caught.value.written] == ["x-findings.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x-findings.csv", "x-measurements.csv"]
