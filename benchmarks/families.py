"""Which attributions are found, by the kind of their cue and of their source.

    python benchmarks/families.py CORPUS.jsonl[.gz] PREDICTIONS.jsonl

CORPUS is a PolNeAR file, PREDICTIONS what `quality.py --only attribution --out DIR` wrote from it. An
attribution counts as found when one predicted content shares half of the longer one's words with its
own, as related when that prediction's source does so too. Families are told by the annotated cue's words.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality import rows

_WORD = re.compile(r"\w+")
# Tried in this order, word by word of a cue; "*" stands for any ending. What fits none is "other verbs and idioms".
FAMILIES = {
    "according to": "according",
    "say, tell": "say says said saying tell tells told telling",
    "poll, study": "show shows showed shown showing find finds found finding poll polls survey",
    "called for, urged, vowed": "urg* vow* pledg* promis* demand*",
    "called it, accused": "call calls called calling accus* blam* label* dub* describ* criticiz* prais*",
    "belief, wish, support": (
        "believ* think* thought want* hope hopes hoped hoping support* oppos* favor* back backs backed "
        "backing expect* plan* intend* know* knew feel* felt see sees seen seeing saw wish* seek* sought "
        "endors* prefer* agree* worr* fear*"
    ),
    "nouns": (
        "*tion *tions *ment *ments claim claims view views remark remarks comment comments report reports "
        "question questions attack attacks"
    ),
    "other reporting verbs": (
        "add* argu* announc* ask* warn* suggest* note noted notes noting writ* wrote tweet* insist* explain* "
        "acknowledg* admit* deny denied denies declar* state stated states respond* repl* reveal* predict* "
        "contend* recall* point* propos* refus* declin* confirm* testif* conclud* joke* mention* discuss* "
        "talk* speak* spoke report*"
    ),
}
_CALLED_FOR = re.compile(r".*\bcall(?:s|ed|ing)? (?:for|on|upon)\b", re.I)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf".*\b(?:{'|'.join(word.replace('*', chr(92) + 'w*') for word in words.split())})\b", re.I)


_PATTERNS = [(name, _pattern(words)) for name, words in FAMILIES.items()]
_PRONOUNS = frozenset("he she they it we i you who that which him her them us me".split())


def main(arguments: Sequence[str]) -> int:
    """Print both tables; 2 when the files are not given."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    with Path(arguments[1]).open(encoding="utf-8") as lines:
        found = {row["id"]: row.get("attributions", []) for row in map(json.loads, lines)}
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in rows(Path(arguments[0])):
        for kind, name, state in judged(row, found.get(row["id"], [])):
            counts[kind, name, state] += 1
    for kind in ("family", "source"):
        print(f"\nby {kind:26} {'n':>6} {'found':>6} {'related':>8}")
        names = {name: counts[kind, name, "n"] for _, name, _ in counts if counts[kind, name, "n"]}
        for name, total in sorted(names.items(), key=lambda item: (-item[1], item[0])):
            found_share, related = (counts[kind, name, state] / total for state in ("found", "related"))
            print(f"   {name:26} {total:6} {found_share:6.3f} {related:8.3f}")
    return 0


def judged(row: Mapping[str, Any], predicted: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """(kind of table, line of it, what is counted) for every annotated attribution of a row."""
    text = row["text"]
    starts = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    guesses = [{role: _covered(starts, guess.get(role, [])) for role in ("source", "content")} for guess in predicted]
    for gold in row["attributions"]:
        content, source = (_covered(starts, gold.get(role, [])) for role in ("content", "source"))
        if not content:
            continue
        hits = [guess for guess in guesses if _half(guess["content"], content)]
        related = bool(source) and any(_half(guess["source"], source) for guess in hits)
        for kind, name in (("family", _family(text, gold)), ("source", _source_kind(text, gold))):
            yield kind, name, "n"
            if hits:
                yield kind, name, "found"
            if related:
                yield kind, name, "related"


def _covered(words: Sequence[tuple[int, int]], spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(i for i, (start, end) in enumerate(words) for a, b in spans if start < b and end > a)


def _half(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and len(one & other) * 2 >= max(len(one), len(other))


def _family(text: str, gold: Mapping[str, Any]) -> str:
    cue = " ".join(text[start:end] for start, end in gold.get("cue", []))
    if not _WORD.search(cue):
        return "punctuation"
    if _CALLED_FOR.match(cue):
        return "called for, urged, vowed"
    return next((name for name, pattern in _PATTERNS if pattern.match(cue)), "other verbs and idioms")


def _source_kind(text: str, gold: Mapping[str, Any]) -> str:
    source = " ".join(text[start:end] for start, end in gold.get("source", [])).split()
    if not source:
        return "none"
    if len(source) == 1 and source[0].lower() in _PRONOUNS:
        return "pronoun"
    return "named" if any(word[:1].isupper() for word in source[1:] or source) else "common noun"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
