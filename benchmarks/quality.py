"""How well crossread finds what annotators found, corpus by corpus.

    python benchmarks/quality.py FOLDER [--out DIR] [--scorer SCORE.PY] [--only TASK[,TASK]] [--limit N]

FOLDER holds annotated corpora known by the beginning of their names (polnear-, basil-, babe-,
wiki-hedges, pages; .jsonl or .jsonl.gz). For each task one predictions file, TASK.jsonl, is written
to DIR; its spans are code points into the row's own text. The scorer is a program called as
`SCORE.PY TASK CORPUS PREDICTIONS` that prints one JSON object. No corpus is part of this project: a
missing folder is skipped, with a line that says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from offsets import mapping
from predictions import SENTENCES, TASKS, Row, Task, read_row


@dataclass
class Filled:
    """Predictions made for one corpus file: rows read, and rows whose text could not be aligned."""

    corpus: Path
    tasks: list[Task]
    rows: int = 0
    unaligned: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 0 when done or skipped, 1 when a scorer failed."""
    options = parser().parse_args(arguments)
    if not options.folder.is_dir():
        print(f"skipped: there is no folder {options.folder}")
        return 0
    wanted = [task for task in TASKS if not options.only or {task.name, task.asked} & set(options.only)]
    with tempfile.TemporaryDirectory(prefix="crossread-quality-") as scratch:
        out = options.out or Path(scratch, "predictions")
        out.mkdir(parents=True, exist_ok=True)
        filled = fill(options.folder, wanted, out, options.limit)
        for part in filled:
            print(f"{part.corpus.name}: {part.rows} rows, {part.unaligned} left out (text changed on reading)")
        failures = 0
        for task in wanted:
            corpora = [part.corpus for part in filled if task in part.tasks]
            failures += report(task, corpora, out, options, Path(scratch))
        if options.out:
            print(f"predictions: {out}")
    return 1 if failures else 0


def parser() -> argparse.ArgumentParser:
    """The command line; a task that does not exist is refused with the list of those that do."""
    names = [task.name for task in TASKS]

    def tasks(text: str) -> list[str]:
        unknown = sorted(set(text.split(",")) - set(names))
        if unknown:
            raise argparse.ArgumentTypeError(f"no task {', '.join(unknown)}; there are {', '.join(names)}")
        return text.split(",")

    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("folder", type=Path, metavar="FOLDER", help="where the corpora are")
    made.add_argument("--out", type=Path, metavar="DIR", help="where predictions go (default: a temporary folder)")
    made.add_argument("--scorer", type=Path, metavar="SCORE.PY", help="program that scores a predictions file")
    made.add_argument("--only", type=tasks, metavar="TASK[,TASK]", help=f"of {', '.join(names)}")
    made.add_argument("--limit", type=int, metavar="N", help="only the first N rows of each corpus")
    return made


def corpora_of(folder: Path, tasks: Sequence[Task]) -> Iterator[tuple[Path, list[Task]]]:
    """Each corpus file of the folder that some task is asked of, by name."""
    for path in sorted(folder.iterdir()):
        asked = [task for task in tasks if path.name.startswith(task.corpora)]
        if asked and path.name.endswith((".jsonl", ".jsonl.gz")):
            yield path, asked


def rows(path: Path, limit: int | None = None) -> Iterator[Row]:
    """The rows of a corpus file, plain or compressed."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from islice((json.loads(line) for line in lines if line.strip()), limit)


def fill(folder: Path, tasks: Sequence[Task], out: Path, limit: int | None) -> list[Filled]:
    """Write TASK.jsonl for every task; a row asked several things is read once."""
    files = {task.name: (out / f"{task.name}.jsonl").open("w", encoding="utf-8") for task in tasks}
    filled = []
    try:
        for corpus, asked in corpora_of(folder, tasks):
            part = Filled(corpus, asked)
            for row in rows(corpus, limit):
                part.rows += 1
                for task, prediction in predict(row, asked, part):
                    write(files[task.name], row, prediction)
            for task in asked:
                if task.predict_all:
                    held = list(rows(corpus, limit))
                    for row, prediction in zip(held, task.predict_all(held), strict=True):
                        write(files[task.name], row, prediction)
            filled.append(part)
    finally:
        for file in files.values():
            file.close()
    return filled


def write(file: TextIO, row: Row, prediction: dict[str, Any]) -> None:
    """One line of a predictions file."""
    file.write(json.dumps({"id": row["id"], **prediction}, ensure_ascii=False) + "\n")


def predict(row: Row, tasks: Sequence[Task], part: Filled) -> Iterator[tuple[Task, dict[str, Any]]]:
    """The predictions for one row; none from its text when that cannot be aligned with what was read."""
    for task in tasks:
        if task.predict_row:
            yield task, task.predict_row(row)
    asked = [task for task in tasks if task.predict]
    if not asked:
        return
    document = read_row(row["text"], whole_page=not part.corpus.name.startswith(SENTENCES))
    carry = mapping(document.text, row["text"])
    if carry is None:
        part.unaligned += 1
        return
    for task in asked:
        if task.predict:
            yield task, task.predict(document, carry)


def report(task: Task, corpora: list[Path], out: Path, options: argparse.Namespace, scratch: Path) -> bool:
    """Print a task's figures; True when its scorer failed."""
    if not corpora:
        print(f"\n{task.name}: skipped, no corpus {' or '.join(f'{name}*' for name in task.corpora)} in the folder")
        return False
    failed = False
    for corpus in corpora if options.scorer else []:
        print(f"\n{task.name} on {corpus.name}")
        gold = first_rows(corpus, options.limit, scratch) if options.limit else corpus
        command = [sys.executable, str(options.scorer), task.asked, str(gold), str(out / f"{task.name}.jsonl")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"  the scorer failed: {done.stderr.strip()}")
            failed = True
        else:
            print(table(json.loads(done.stdout)))
    if not options.scorer:
        print(f"\n{task.name}: predictions written, no scorer given")
    return failed


def first_rows(corpus: Path, limit: int, scratch: Path) -> Path:
    """A copy of the first rows, so that the scorer does not count the others as missed."""
    cut = scratch / corpus.name.removesuffix(".gz")
    cut.write_text("".join(json.dumps(row) + "\n" for row in rows(corpus, limit)), encoding="utf-8")
    return cut


def table(figures: dict[str, Any]) -> str:
    """The scorer's figures, one line each: precision, recall and F1 side by side, counts as they are."""
    width = max(map(len, figures), default=0)
    return "\n".join(f"  {name:<{width}}  {_shown(value)}" for name, value in figures.items())


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {_shown(part)}" for name, part in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
