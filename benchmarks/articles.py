"""Texts to measure speed on: rows of a corpus when there is one, otherwise the seeds rearranged.

Every text is different from every other, since the reference libraries remember what they have seen.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
USUAL_WORDS = 640  # a news article of usual length


def seed_files() -> list[Path]:
    """The two sample articles, by name."""
    return sorted(SEEDS.glob("*.txt"))


def articles(count: int, corpus: Path | None = None) -> list[str]:
    """`count` different texts of about 640 words, or as many as the corpus has between 400 and 900."""
    if corpus is None:
        return [text_of(USUAL_WORDS, turn=turn) for turn in range(count)]
    found = (text for text in corpus_texts(corpus) if 400 <= len(text.split()) <= 900)
    return list(islice(dict.fromkeys(found), count))


def corpus_texts(folder: Path) -> Iterator[str]:
    """The "text" of each row of every *.jsonl or *.jsonl.gz file in a folder, files by name."""
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".jsonl", ".jsonl.gz")):
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                yield from (row["text"] for line in lines if "text" in (row := json.loads(line)))


def text_of(words: int, turn: int) -> str:
    """Paragraphs of the seeds, begun at another place each turn and repeated, `words` words in all.

    The first line numbers the text, so that no two are equal.
    """
    paragraphs = [line for path in seed_files() for line in path.read_text("utf-8").splitlines() if len(line) > 80]
    offset = turn % len(paragraphs)
    taken, size = [f"Report number {turn} of {words} words"], 6
    for paragraph in cycle(paragraphs[offset:] + paragraphs[:offset]):
        if size >= words:
            break
        kept = paragraph.split(" ")[: words - size]
        taken.append(" ".join(kept))
        size += len(kept)
    return "\n\n".join(taken) + "\n"
