"""Reads sentences in which the words of a category stand in braces, and scores what a metric finds against them.

A line `# kind` says what the sentences after it are like. The marks of a corpus are described in its README.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crossread.document import Document
from crossread.model import Article, Metadata, Origin, Zone
from crossread.parse import parse

Mark = tuple[str, int, int]  # category, start, end
_MARK = re.compile(r"\{(\w):([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence without its braces, and the category and span of each mark."""

    kind: str
    text: str
    marks: tuple[Mark, ...]

    def document(self) -> Document:
        """The sentence parsed as the body of an article."""
        body = (Zone("body", 0, len(self.text), "corpus"),)
        return parse(Article("corpus", Origin("text", "corpus", ""), Metadata(), self.text, body))


def read_marked(path: Path, categories: Mapping[str, str]) -> Iterator[MarkedSentence]:
    """The sentences of a file in order; `categories` gives the category of each letter. Raises ValueError."""
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line[1:].strip()
            continue
        text, at, marks = "", 0, []
        for hit in _MARK.finditer(line):
            text += line[at : hit.start()]
            marks.append((categories[hit[1]], len(text), len(text) + len(hit[2])))
            text, at = text + hit[2], hit.end()
        text += line[at:]
        if re.search("[{}]", text):
            raise ValueError(f"a brace is left in {line!r}")
        yield MarkedSentence(kind, text, tuple(marks))


class MarkScore:
    """Marks found, right, annotated and recalled by category; a mark is found when one of its category overlaps it."""

    def __init__(self, sentences: Iterable[MarkedSentence], find: Callable[[Document], Iterable[Mark]]) -> None:
        self._counts = Counter[tuple[str, str]]()
        self.errors: list[str] = []
        for sentence in sentences:
            found = tuple(find(sentence.document()))
            self._count(sentence, sentence.marks, found, "annotated", "missed")
            self._count(sentence, found, sentence.marks, "found", "not annotated")

    def _count(
        self, sentence: MarkedSentence, marks: Iterable[Mark], others: Iterable[Mark], what: str, error: str
    ) -> None:
        for category, start, end in marks:
            met = any(other == category and s < end and start < e for other, s, e in others)
            self._counts[category, what] += 1
            self._counts[category, f"{what} and met"] += met
            if not met:
                self.errors.append(f"{error}: {category} “{sentence.text[start:end]}” in {sentence.text}")

    def precision(self, category: str) -> float:
        """Share of the marks found that are right."""
        return self._counts[category, "found and met"] / max(1, self._counts[category, "found"])

    def recall(self, category: str) -> float:
        """Share of the marks annotated that were found."""
        return self._counts[category, "annotated and met"] / max(1, self._counts[category, "annotated"])

    def table(self, categories: Iterable[str]) -> str:
        """Every error, then precision and recall by category."""
        lines = [
            f"{name:12} P {self.precision(name):.2f} R {self.recall(name):.2f} of {self._counts[name, 'annotated']}"
            for name in categories
        ]
        return "\n".join([*self.errors, *lines])
