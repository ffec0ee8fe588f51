"""Make the shipped syllable data from the CMU Pronouncing Dictionary.

    python scripts/build_syllables.py cmudict.dict

Writes two files under crossread/data: `cmudict/corpora/cmudict/cmudict`, the dictionary in the
layout NLTK reads, for textstat; and `syllables.tsv.gz`, the syllables of each word's first
pronunciation, for crossread itself. The same dictionary gives the same bytes. `cmudict.dict` is the
file of that name at https://github.com/cmusphinx/cmudict.

NLTK's corpus is a plain file and not the zip archive NLTK also reads: textstat asks for
"corpora/cmudict", which NLTK does not find inside an archive, and would then try a download.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "crossread" / "data"
CORPUS = DATA / "cmudict" / "corpora" / "cmudict" / "cmudict"
TABLE = DATA / "syllables.tsv.gz"


def nltk_lines(dictionary: Iterable[str]) -> list[str]:
    """The dictionary's lines in NLTK's form: `word(2) P H # note` becomes `WORD 2 P H`."""
    lines = []
    for line in dictionary:
        head, *phonemes = line.split("#")[0].split()
        word, _, number = head.rstrip(")").partition("(")
        lines.append(" ".join([word.upper(), number or "1", *phonemes]))
    return lines


def syllable_table(lines: Iterable[str]) -> str:
    """One line for the words that begin with the same three letters, so that few have to be split to find one.

    The letters, then for each number of syllables a tab, the number and the rests of the words, with
    a space before each: "abb", "1 a", "2 a as ey" for "abba" and its like.
    """
    counts: dict[str, int] = {}
    for line in lines:
        word, _, *phonemes = line.split()
        counts.setdefault(word.lower(), sum(phoneme[-1].isdigit() for phoneme in phonemes))
    groups: dict[str, dict[int, list[str]]] = {}
    for word, count in sorted(counts.items()):
        groups.setdefault(word[:3], {}).setdefault(count, []).append(word[3:])
    return "".join(
        "\t".join([beginning, *(f"{count} {' '.join(rests)}" for count, rests in sorted(group.items()))]) + "\n"
        for beginning, group in sorted(groups.items())
    )


def main(source: Path) -> None:
    """Write both files and print their hashes for PROVENANCE.yaml."""
    with source.open(encoding="utf-8") as dictionary:
        lines = nltk_lines(dictionary)
    CORPUS.parent.mkdir(parents=True, exist_ok=True)
    CORPUS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    TABLE.write_bytes(gzip.compress(syllable_table(lines).encode(), 9, mtime=0))
    for path in (source, CORPUS, TABLE):
        print(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}  {path.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python scripts/build_syllables.py cmudict.dict")
    main(Path(sys.argv[1]))
