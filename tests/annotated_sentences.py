"""Reads sentences annotated in braces, and scores crossread's attributions and voices against them.

The marks are described in attribution_corpus/README.md.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from crossread.document import Document
from crossread.model import Article, Attribution, Metadata, Origin, Span, Voice, Zone
from crossread.parse import parse

ROLES = ("source", "cue", "content")
_ROLE = {"s": "source", "k": "cue", "c": "content"}
_MARK = re.compile(r"\{([0-9skc,]+(?:=[^:{}]*)?|q|-|~):|\}")
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")

T = TypeVar("T")
Words = frozenset[int]  # by their number in the text


class CorpusError(Exception):
    """An entry that does not follow the notation."""


@dataclass
class Relation:
    """One annotated attribution: the words of each part, and who speaks."""

    parts: dict[str, set[int]] = field(default_factory=lambda: {role: set() for role in ROLES})
    speaker: str | None = None


@dataclass
class Entry:
    """An annotated sentence or article. `voices` has the voice of each word, None in a headline."""

    family: str
    construction: str
    source_kind: str
    text: str
    zones: tuple[Zone, ...]
    words: list[tuple[int, int]]
    passed_over: Words
    relations: list[Relation]
    voices: list[Voice | None]

    @property
    def name(self) -> str:
        """What the entry is a case of."""
        return f"{self.family}: {self.construction}"

    def document(self) -> Document:
        """The entry parsed, with its paragraphs taken as body."""
        origin = Origin("text", self.name, "")
        return parse(Article("corpus", origin, Metadata(), self.text, self.zones))

    def within(self, spans: Iterable[Span]) -> Words:
        """The words inside these spans that count."""
        found = {n for span in spans for n, (a, b) in enumerate(self.words) if span.start < b and a < span.end}
        return frozenset(found - self.passed_over)


def read_corpus(folder: Path) -> list[Entry]:
    """The entries of every .txt file in the folder, in order."""
    entries = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, _, body = block.partition("\n")
            parts = [part.strip() for part in head.split("|")]
            if len(parts) not in (3, 4) or parts[3:] not in ([], ["headline"]):
                raise CorpusError(f"{path.name}: {head!r} must be `family | construction | source kind`")
            try:
                entries.append(_entry(parts, body.strip()))
            except CorpusError as error:
                raise CorpusError(f"{path.name}, {head!r}: {error}") from None
    return entries


def _entry(head: Sequence[str], marked: str) -> Entry:
    text, spans, speakers = _unmark(marked)
    words = [hit.span() for hit in _WORD.finditer(text)]

    def inside(tag: str) -> set[int]:
        return {n for start, end in spans[tag] for n, (a, b) in enumerate(words) if start <= a and b <= end}

    passed_over = frozenset(inside("~"))
    relations: dict[str, Relation] = defaultdict(Relation)
    for tag in sorted(spans):
        if tag[-1] in _ROLE:
            relations[tag[:-1]].parts[_ROLE[tag[-1]]] |= inside(tag) - passed_over
    for number, relation in relations.items():
        relation.speaker = speakers.get(number) or " ".join(text[a:b] for a, b in spans[f"{number}s"]) or None
    zones = _zones(text, headline=len(head) == 4)
    quoted = {
        n for a, b in _between_marks(text, spans["q"]) for n, word in enumerate(words) if a <= word[0] and word[1] <= b
    }
    quoted = (quoted | inside("q")) - inside("-")
    told = {n for relation in relations.values() for n in relation.parts["content"]}
    voices: list[Voice | None] = [
        "quoted" if n in quoted else "reported" if n in told else "narrator" for n in range(len(words))
    ]
    for zone in zones:
        if zone.kind == "title":
            voices = [None if word[0] < zone.end else voice for word, voice in zip(words, voices, strict=True)]
    family, construction, kind = head[:3]
    return Entry(family, construction, kind, text, zones, words, passed_over, list(relations.values()), voices)


def _unmark(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]], dict[str, str]]:
    """The text without braces, the spans under each tag, and the speakers named in tags."""
    text, at = "", 0
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    speakers: dict[str, str] = {}
    opened: list[tuple[list[str], int]] = []
    for hit in _MARK.finditer(marked):
        text += marked[at : hit.start()]
        at = hit.end()
        if hit[1]:
            tags, _, speaker = hit[1].partition("=")
            opened.append((tags.split(","), len(text)))
            speakers.update({tag[:-1]: speaker for tag in tags.split(",") if speaker})
        elif opened:
            tags_open, start = opened.pop()
            for tag in tags_open:
                spans[tag].append((start, len(text)))
        else:
            raise CorpusError("a brace closes nothing")
    text += marked[at:]
    if opened or "{" in text or "}" in text:
        raise CorpusError("a brace is left open or has no tag")
    return text, spans, speakers


def _zones(text: str, *, headline: bool) -> tuple[Zone, ...]:
    zones = [Zone("body", hit.start(), hit.end(), "corpus") for hit in re.finditer(r"[^\n]+", text)]
    if headline:
        zones[0] = Zone("title", zones[0].start, zones[0].end, "corpus")
    return tuple(zones)


def _between_marks(text: str, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches inside “...” but for marks in `apart`, nested ones too; one left open ends with its
    paragraph when the next begins with a mark, else it goes on to where it is closed."""
    depth = start = 0
    for hit in re.finditer("[“”]|\n\n", text):
        if any(a <= hit.start() < b for a, b in apart):
            continue
        if hit[0] == "“":
            start, depth = (hit.start() if depth == 0 else start), depth + 1
        elif hit[0] == "”" and depth:
            depth -= 1
            if depth == 0:
                yield start, hit.end()
        elif hit[0] == "\n\n" and depth and not -1 < text.find("”", hit.end()) < _next(text, "“", hit.end()):
            yield start, hit.start()
            depth = 0


def _next(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found


# ------------------------------------------------------------------------------------ scoring


class Score:
    """Counts over entries: hits, found and annotated for each figure."""

    def __init__(self) -> None:
        self.entries = 0
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, figure: str, hits: int, found: int, annotated: int) -> None:
        """Count `hits` right of `found` given and `annotated` wanted."""
        for what, number in (("hits", hits), ("found", found), ("annotated", annotated)):
            self.counts[figure, what] += number

    def precision(self, figure: str) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        found = self.counts[figure, "found"]
        return self.counts[figure, "hits"] / found if found else 1.0

    def recall(self, figure: str) -> float:
        """Share of what is annotated that was found; 1 when nothing is."""
        annotated = self.counts[figure, "annotated"]
        return self.counts[figure, "hits"] / annotated if annotated else 1.0

    def f1(self, figure: str) -> float:
        """Harmonic mean of precision and recall."""
        both = self.counts[figure, "found"] + self.counts[figure, "annotated"]
        return 2 * self.counts[figure, "hits"] / both if both else 1.0


def score(entries: Iterable[Entry], group: Callable[[Entry], str]) -> dict[str, Score]:
    """The score of each group of entries and, under "all", of all."""
    scores: dict[str, Score] = defaultdict(Score)
    for entry in entries:
        document = entry.document()
        for key in (group(entry), "all"):
            _count(scores[key], entry, document)
    return dict(scores)


def _count(total: Score, entry: Entry, document: Document) -> None:
    total.entries += 1
    found = [_parts(entry, item) for item in document.attributions]
    wanted = [{role: frozenset(relation.parts[role]) for role in ROLES} for relation in entry.relations]
    for role in ROLES:
        here = [parts[role] for parts in found if parts[role]]
        there = [parts[role] for parts in wanted if parts[role]]
        total.add(role, len(_pair(there, here, half)), len(here), len(there))
    complete = [parts for parts in found if parts["source"] and parts["content"]]
    sourced = [parts for parts in wanted if parts["source"] and parts["content"]]
    total.add("relation", len(_pair(sourced, complete, _same_relation)), len(complete), len(sourced))
    _count_speakers(total, entry, document, found)
    heard = _voices(entry, document)
    pairs = enumerate(zip(entry.voices, heard, strict=True))
    spoken = [(a, b) for n, (a, b) in pairs if a is not None and n not in entry.passed_over]
    total.add("voice", sum(a == b for a, b in spoken), len(spoken), len(spoken))


def _count_speakers(total: Score, entry: Entry, document: Document, found: Sequence[dict[str, Words]]) -> None:
    """Speakers of the annotated attributions, asked of the one found whose content is nearest."""
    names = {speaker.id: speaker.name for speaker in document.speakers}
    for relation in entry.relations:
        if relation.speaker is None or not relation.parts["content"]:
            continue
        content = frozenset(relation.parts["content"])
        nearest = max(range(len(found)), key=lambda n: len(found[n]["content"] & content), default=-1)
        speaker = None
        if nearest >= 0 and 2 * len(found[nearest]["content"] & content) >= len(content):
            speaker = names.get(document.attributions[nearest].speaker or "")
        total.add("speaker", bool(speaker) and same_speaker(relation.speaker, speaker or ""), bool(speaker), 1)


def _parts(entry: Entry, item: Attribution) -> dict[str, Words]:
    return {
        "source": entry.within([item.source] if item.source else []),
        "cue": entry.within(item.cue.spans if item.cue else []),
        "content": entry.within(item.content),
    }


def _voices(entry: Entry, document: Document) -> list[Voice | None]:
    heard: list[Voice | None] = [None] * len(entry.words)
    for run in document.voices:
        for n, (start, end) in enumerate(entry.words):
            if run.start <= start and end <= run.end:
                heard[n] = run.voice
    return heard


def half(one: Words, other: Words) -> bool:
    """Whether two spans share at least half of the longer."""
    return bool(one and other) and 2 * len(one & other) >= max(len(one), len(other))


def _same_relation(one: dict[str, Words], other: dict[str, Words]) -> bool:
    return half(one["source"], other["source"]) and half(one["content"], other["content"])


def _pair(wanted: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool]) -> list[tuple[int, int]]:
    """Pairs of what is wanted and what was found, each used once, in order."""
    free = list(range(len(found)))
    pairs = []
    for number, item in enumerate(wanted):
        hit = next((n for n in free if same(item, found[n])), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((number, hit))
    return pairs


def same_speaker(wanted: str, found: str) -> bool:
    """Whether two names are of one speaker: the words of the shorter all stand in the longer, but for small ones."""
    one, other = (
        {word.casefold().removesuffix("’s").removesuffix("'s").removesuffix("’") for word in _WORD.findall(name)}
        - {"the", "a", "an", "of", "by"}
        for name in (wanted, found)
    )
    return bool(one and other) and (one <= other or other <= one)


def table(scores: dict[str, Score]) -> str:
    """The figures of each group, "all" last."""
    rows = [f"{'':<24}{'n':>4}  relation P     R    F1  source   cue content  speaker P     R  voice"]
    for group in [*sorted(scores.keys() - {"all"}), "all"]:
        found = scores[group]
        rows.append(
            f"{group:<24}{found.entries:>4}"
            f"{found.precision('relation'):>12.2f}{found.recall('relation'):>6.2f}{found.f1('relation'):>6.2f}"
            f"{found.f1('source'):>8.2f}{found.f1('cue'):>6.2f}{found.f1('content'):>8.2f}"
            f"{found.precision('speaker'):>11.2f}{found.recall('speaker'):>6.2f}{found.recall('voice'):>7.3f}"
        )
    return "\n".join(rows)
