"""The benchmarks run, say what they skip, and point at the right words of a row's own text."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"

PAGE = (
    "Harbour vote is near\n\n"
    "“The caf\u00e9 may appeal next week,” Ann Example said in the old hall.\n\n"
    "The council has three weeks to answer the letter, and nobody expects it to need all of them this time.\n"
)
SCORER = """import json, sys
task, corpus, predictions = sys.argv[1:]
rows = [json.loads(line) for line in open(predictions, encoding="utf-8")]
print(json.dumps({"rows": len(rows), "share": {"P": 0.25, "R": 1.0}}))
"""


def bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / arguments[0]), *map(str, arguments[1:])]
    return subprocess.run(command, capture_output=True, text=True)


def corpus(path: Path, *texts: str) -> None:
    rows = "".join(json.dumps({"id": f"{path.name[:5]}-{n}", "text": text}) + "\n" for n, text in enumerate(texts))
    path.write_bytes(gzip.compress(rows.encode()) if path.suffix == ".gz" else rows.encode())


def predictions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def offsets(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import offsets  # type: ignore[import-not-found]

    return offsets  # type: ignore[no-any-return]


SAME_WORDS = [
    ("plain words", "plain words", "words"),
    ("after\nthe break", "after\r\nthe break", "break"),
    ("a caf\u00e9 there", "a cafe\u0301 there", "caf\u00e9"),
    ("a caf\u00e9 there", "a cafe\u0301 there", "there"),
    ("no mark here", "no\u200b ma\u00adrk here", "mark"),
    ("no edges", "  no edges \n", "no edges"),
]


@pytest.mark.parametrize(("read", "original", "words"), SAME_WORDS)
def test_a_span_is_carried_back_to_the_same_words(offsets: ModuleType, read: str, original: str, words: str) -> None:
    carry = offsets.mapping(read, original)
    start, end = carry(read.index(words), read.index(words) + len(words))
    plain = unicodedata.normalize("NFC", original[start:end]).replace("\u00ad", "")
    assert plain == words


def test_no_offset_is_carried_between_different_texts(offsets: ModuleType) -> None:
    assert offsets.mapping("one text", "another text") is None


def test_a_span_without_visible_characters_is_dropped(offsets: ModuleType) -> None:
    assert offsets.mapping("a  b", "a \r\n b")(1, 3) is None


def test_predictions_point_into_the_row_as_it_is(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", PAGE).replace("\n", "\r\n")
    corpus(tmp_path / "basil-small.jsonl.gz", PAGE, decomposed)
    done = bench("quality.py", tmp_path, "--out", tmp_path / "out", "--only", "voice")
    assert done.returncode == 0, done.stderr
    rows = predictions(tmp_path / "out" / "voice.jsonl")
    for row, text in zip(rows, (PAGE, decomposed), strict=True):
        quoted = [unicodedata.normalize("NFC", text[start:end]) for start, end in row["quoted"]]
        assert quoted == ["“The caf\u00e9 may appeal next week,”"]


def test_every_task_gets_one_file_and_its_scores(tmp_path: Path) -> None:
    corpus(tmp_path / "polnear-small.jsonl", PAGE, PAGE + "\nMore.\n")
    corpus(tmp_path / "basil-small.jsonl", PAGE)
    corpus(tmp_path / "wiki-hedges.jsonl.gz", "It may rain.", "It rains.", "Whether it rains is perhaps unknown.")
    corpus(tmp_path / "babe-small.jsonl", "It rains disgracefully.")
    web_page = {"id": "pages-0", "html": f"<nav><p>Menu</p></nav><p>{PAGE}</p>", "url": "https://news.example/a"}
    (tmp_path / "pages.jsonl").write_text(json.dumps(web_page), encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER)
    done = bench("quality.py", tmp_path, "--out", tmp_path / "out", "--scorer", tmp_path / "score.py")
    assert done.returncode == 0, done.stderr
    counts = {path.name: len(predictions(path)) for path in (tmp_path / "out").iterdir()}
    assert counts == {
        "attribution.jsonl": 2,
        "asides.jsonl": 2,
        "voice.jsonl": 1,
        "grouping.jsonl": 1,
        "grouping-undated.jsonl": 1,
        "hedging.jsonl": 3,
        "loaded.jsonl": 2,
        "body.jsonl": 1,
    }
    (body,) = predictions(tmp_path / "out" / "body.jsonl")
    assert "“The caf\u00e9 may appeal next week,”" in body["body"]
    assert "Menu" not in body["body"]
    hedged = [bool(row["hedges"]) for row in predictions(tmp_path / "out" / "hedging.jsonl")]
    assert hedged == [True, False, True]
    assert [bool(row["loaded"]) for row in predictions(tmp_path / "out" / "loaded.jsonl")] == [True, False]
    assert "P 0.250  R 1.000" in done.stdout


def test_articles_are_grouped_over_all_rows_with_their_dates_and_without(tmp_path: Path) -> None:
    days = ("2026-01-02", "2026-01-03", "2026-05-05")
    rows = [{"id": f"r{n}", "text": f"{PAGE}\nLine {n}.\n", "title": "Vote", "date": day} for n, day in enumerate(days)]
    (tmp_path / "basil-small.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER.replace('"rows"', "task"))
    done = bench("quality.py", tmp_path, "--only", "grouping", "--out", tmp_path, "--scorer", tmp_path / "score.py")
    assert done.returncode == 0, done.stderr
    dated, undated = (
        [row["group"] for row in predictions(tmp_path / name)] for name in ("grouping.jsonl", "grouping-undated.jsonl")
    )
    assert dated[0] == dated[1] != dated[2]
    assert len(set(undated)) == 1
    assert done.stdout.count("grouping  3") == 2  # the scorer knows one task


def test_attributions_are_told_with_source_cue_and_content(tmp_path: Path) -> None:
    corpus(tmp_path / "polnear-small.jsonl", PAGE)
    assert bench("quality.py", tmp_path, "--out", tmp_path, "--only", "attribution").returncode == 0
    (row,) = predictions(tmp_path / "attribution.jsonl")
    words = [
        {role: [PAGE[a:b] for a, b in spans] for role, spans in found.items()} for found in row["attributions"]
    ]  # fmt: skip
    assert any("Ann Example" in " ".join(each["source"]) and "said" in each["cue"] for each in words)


def test_attributions_found_are_counted_by_family_and_source(tmp_path: Path) -> None:
    said = PAGE.index("said")
    gold = {"source": [[said - 12, said - 1]], "cue": [[said, said + 4]], "content": [[said + 5, said + 40]]}
    missed = {"source": [], "cue": [[0, 4]], "content": [[0, 9]]}
    row = {"id": "a", "text": PAGE, "attributions": [gold, missed]}
    guess = {"id": "a", "attributions": [{**gold, "content": [[said + 5, said + 42]]}]}
    (tmp_path / "polnear-small.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "attribution.jsonl").write_text(json.dumps(guess) + "\n", encoding="utf-8")
    done = bench("families.py", tmp_path / "polnear-small.jsonl", tmp_path / "attribution.jsonl")
    assert done.returncode == 0
    table = [line.rsplit(maxsplit=3) for line in done.stdout.splitlines() if line.startswith("   ")]
    assert ["   say, tell", "1", "1.000", "1.000"] in table
    assert ["   other verbs and idioms", "1", "0.000", "0.000"] in table
    assert ["   none", "1", "0.000", "0.000"] in table


def test_a_limit_cuts_the_corpus_the_scorer_sees_too(tmp_path: Path) -> None:
    corpus(tmp_path / "wiki-hedges.jsonl", *["It may rain."] * 5)
    scorer = "import json, sys\nprint(json.dumps({'gold': sum(1 for _ in open(sys.argv[2]))}))\n"
    (tmp_path / "score.py").write_text(scorer)
    done = bench("quality.py", tmp_path, "--scorer", tmp_path / "score.py", "--only", "hedging", "--limit", "2")
    assert "gold  2" in done.stdout, done.stderr


def test_a_missing_folder_and_missing_corpora_are_skipped_with_a_word(tmp_path: Path) -> None:
    gone = bench("quality.py", tmp_path / "gone")
    assert gone.returncode == 0
    assert "skipped: there is no folder" in gone.stdout
    bare = bench("quality.py", tmp_path)
    assert bare.returncode == 0
    assert "attribution: skipped" in bare.stdout


def test_a_failing_scorer_is_told(tmp_path: Path) -> None:
    corpus(tmp_path / "wiki-hedges.jsonl", "It may rain.")
    (tmp_path / "score.py").write_text("raise SystemExit('no such figure')")
    done = bench("quality.py", tmp_path, "--scorer", tmp_path / "score.py", "--only", "hedging")
    assert done.returncode == 1
    assert "no such figure" in done.stdout


def test_an_unknown_task_is_refused_with_those_there_are(tmp_path: Path) -> None:
    done = bench("quality.py", tmp_path, "--only", "voices")
    assert done.returncode == 2
    assert "attribution" in done.stderr


def test_speed_reports_ratios_and_full_agreement_with_the_references() -> None:
    done = bench("speed.py", "--articles", "2", "--rounds", "1", "--only", "P1,P2,P3", "--json")
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    assert [outcome["goal"] for outcome in outcomes] == ["P1", "P2", "P2", "P3"]
    assert all(outcome["measured"] > 0 for outcome in outcomes if outcome["goal"] != "P2")
    assert all(outcome["met"] for outcome in outcomes if outcome["goal"] == "P2")


def test_speed_takes_its_articles_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import articles  # type: ignore[import-not-found]

    fitting = "One more plain sentence of seven words. " * 90
    corpus(tmp_path / "news.jsonl.gz", "Too short.", fitting, fitting, fitting + "Another end.")
    assert articles.articles(9, tmp_path) == [fitting, fitting + "Another end."]
    made = articles.articles(3)
    assert len(set(made)) == 3
    assert all(600 <= len(text.split()) <= 680 for text in made)


def test_marks_are_told_by_rule_with_the_share_that_stands_in_labelled_sentences(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "The disgraceful ferry sank.", "biased": True, "biased_words": ["disgraceful"]},
        {"id": "b", "text": "The disgraceful weather stayed.", "biased": False, "biased_words": []},
        {"id": "c", "text": "The ferry sailed at noon.", "biased": False, "biased_words": []},
    ]
    (tmp_path / "babe-small.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    done = bench("by_rule.py", tmp_path / "babe-small.jsonl")
    assert done.returncode == 0, done.stderr
    lines = {line.split()[0]: line.split() for line in done.stdout.splitlines()}
    assert lines["loading.evaluation"][1:] == ["2", "1", "(0.50)", "2", "1", "(0.50)"]
    assert lines["no"][2:] == ["1", "0", "(0.00)"]


def test_a_file_without_labels_is_refused_by_the_table_of_rules(tmp_path: Path) -> None:
    corpus(tmp_path / "plain.jsonl", "It rains.")
    assert bench("by_rule.py", tmp_path / "plain.jsonl").returncode == 2
