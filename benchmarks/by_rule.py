"""Where marks of loaded wording and of doubt go wrong, rule by rule, on labelled sentences.

    python benchmarks/by_rule.py CORPUS.jsonl[.gz]

CORPUS is a BABE file (sentences labelled biased or not, with the biased words) or one of hedges (sentences
labelled uncertain or not). For each rule: its marks, how many stand in a sentence with the label, and, for
loaded words, how many of the marked words an annotator marked too. A share near that of all sentences
tells nothing of the label.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from predictions import read_row
from quality import rows

from crossread.metrics import hedging, loading

_WORD = re.compile(r"\w+")
LABELS = {"biased": loading.METRIC, "uncertain": hedging.METRIC}


def main(arguments: Sequence[str]) -> int:
    """Print the table; 2 when the file is not given or holds no known label."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    path = Path(arguments[0])
    first = next(rows(path, 1), {})
    label = next((name for name in LABELS if name in first), None)
    if label is None:
        print(f"{path}: its rows have none of the labels {', '.join(LABELS)}")
        return 2
    for line in table(path, label):
        print(line)
    return 0


def table(path: Path, label: str) -> Iterator[str]:
    """The lines of the table, the most frequent rule first, sentences without any mark last."""
    marks, labelled, words, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    metric = LABELS[label]
    total = positive = 0
    for row in rows(path):
        document = read_row(row["text"], whole_page=False)
        total += 1
        positive += row[label]
        gold = {word for part in row.get("biased_words", ()) for word in _WORD.findall(part.lower())}
        found = [e for e in metric.measure(document, metric.options()).evidence if e.rule != "loading.most_loaded"]
        for item in found:
            written = _WORD.findall(document.text[item.start : item.end].lower())
            marks[item.rule] += 1
            labelled[item.rule] += row[label]
            words[item.rule] += len(written)
            right[item.rule] += sum(word in gold for word in written)
        if not found:
            marks["no mark"] += 1
            labelled["no mark"] += row[label]
    yield f"{total} sentences, {positive} {label} ({positive / total:.2f})"
    yield f"{'rule':28} {'marks':>6} {'in ' + label:>14} {'words marked':>13} {'annotated too':>14}"
    for rule in sorted(marks, key=lambda name: (name == "no mark", -marks[name])):
        share = f"{labelled[rule]} ({labelled[rule] / marks[rule]:.2f})"
        agreed = f"{right[rule]} ({right[rule] / words[rule]:.2f})" if words[rule] and label == "biased" else ""
        yield f"{rule:28} {marks[rule]:>6} {share:>14} {words[rule] or '':>13} {agreed:>14}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
