"""What was found across articles: voices, and names and numbers in one only."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Analysis, Comparison, ItemComparison, Place, SpeakerKind
from crossread.reports.visible import excerpt
from crossread.reports.wording import ITEM_KINDS, SPEAKER_KINDS
from crossread.telling import listed

_RANKS: tuple[tuple[SpeakerKind, ...], ...] = (
    ("official", "politician", "expert", "business", "civil_society", "witness", "person"),
    ("institution", "media", "state_media", "document", "poll"),
    ("unnamed", "vague_group"),
)


class Anchors:
    """Where findings point into the texts; the annotated articles draw each as an anchor."""

    def __init__(self, articles: Sequence[Analysis]) -> None:
        self.articles = articles
        self.numbers = {analysis.id: index for index, analysis in reversed(list(enumerate(articles)))}
        self.wanted: list[dict[int, list[str]]] = [{} for _ in articles]

    def at(self, index: int, offset: int) -> str:
        """The link to an offset of an article, asking for an anchor there."""
        name = f"at-a{index + 1}-{offset}"
        self.wanted[index][offset] = [name]
        return f"#{name}"

    def place(self, place: Place) -> str:
        """The link to a place."""
        return self.at(self.numbers[place.article], place.start)

    def text(self, place: Place) -> str:
        """The text of the article a place is in."""
        return self.articles[self.numbers[place.article]].text


class VoiceCell(Struct, frozen=True, gc=False):
    """One voice in one article; `share` is its part of all attributed words there, in per cent."""

    attributions: int
    direct: int
    indirect: int
    share: float
    href: str


class VoiceRow(Struct, frozen=True, gc=False):
    """One voice over the set; a cell is None where the voice was not found."""

    anchor: str
    name: str
    role: str
    kind: str
    rank: int  # 0 a person, 1 a body or document, 2 someone without a name
    cells: tuple[VoiceCell | None, ...]
    only: str  # label of the only article with it, or ""

    @property
    def inside_sentence(self) -> str:
        """The name as it reads inside a sentence: "many experts" where the article begins one with it."""
        lower = self.rank == len(_RANKS) - 1 and self.name[1:2].islower()
        return self.name[:1].lower() + self.name[1:] if lower else self.name


class ItemView(Struct, frozen=True, gc=False):
    """A name or number in one article only, with its first sentence and links to the others."""

    anchor: str
    text: str
    before: str
    words: str
    after: str
    href: str
    others: tuple[str, ...]


class OnlyIn(Struct, frozen=True, gc=False):
    """What one article alone carries, by kind."""

    label: str
    elsewhere: str
    kinds: tuple[tuple[str, tuple[ItemView, ...]], ...]

    @property
    def count(self) -> int:
        """Names and numbers in this article only."""
        return sum(len(items) for _, items in self.kinds)


def voice_rows(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[VoiceRow, ...]:
    """Voices, those with most words first."""
    totals = [0] * len(labels)
    for voice in comparison.voices:
        for seen in voice.appearances:
            totals[anchors.numbers[seen.article]] += seen.words_direct + seen.words_indirect
    first_words = [_first_words(analysis) for analysis in anchors.articles]
    rows = []
    ordered = sorted(
        comparison.voices,
        key=lambda v: (-sum(a.words_direct + a.words_indirect for a in v.appearances), v.name),
    )
    for row, voice in enumerate(ordered, start=1):
        cells: list[VoiceCell | None] = [None] * len(labels)
        for seen in voice.appearances:
            index = anchors.numbers[seen.article]
            words = seen.words_direct + seen.words_indirect
            share = 100 * words / totals[index] if totals[index] else 0.0
            start = first_words[index].get(seen.speaker)
            href = f"#a{index + 1}" if start is None else anchors.at(index, start)
            cells[index] = VoiceCell(seen.attributions, seen.words_direct, seen.words_indirect, share, href)
        only = labels[anchors.numbers[voice.only_in]] if voice.only_in in anchors.numbers else ""
        kind = SPEAKER_KINDS.get(voice.kind, voice.kind)
        rank = next((rank for rank, kinds in enumerate(_RANKS) if voice.kind in kinds), 1)
        rows.append(VoiceRow(f"voice-{row}", voice.name, voice.role or "", kind, rank, tuple(cells), only))
    return tuple(rows)


def _first_words(analysis: Analysis) -> dict[str, int]:
    """Where the first words attributed to each speaker begin, or the first mention of one without."""
    starts: dict[str, int] = {}
    for each in analysis.attributions:
        if each.speaker and each.content:
            start = each.content[0].start
            starts[each.speaker] = min(start, starts.get(each.speaker, start))
    for known in analysis.speakers:
        if known.mentions:
            starts.setdefault(known.id, min(span.start for span in known.mentions))
    return starts


def others(labels: Sequence[str], label: str) -> str:
    """The articles but one, by letter as long as that reads well: "B", "B and C", "the other 7 articles"."""
    rest = [each for each in labels if each != label]
    return listed(rest) if len(rest) <= 4 else f"the other {len(rest)} articles"


def only_in(comparison: Comparison, anchors: Anchors, labels: Sequence[str]) -> tuple[OnlyIn, ...]:
    """For each article the names and numbers no other carries, in reading order."""
    found = []
    counter = 0
    for index, analysis in enumerate(anchors.articles):
        if anchors.numbers[analysis.id] != index:
            continue
        kinds = []
        for kind, title in ITEM_KINDS:
            items = [i for i in comparison.items if i.only_in == analysis.id and i.kind == kind and i.places]
            views = []
            for item in sorted(items, key=lambda i: i.places[0].start):
                counter += 1
                views.append(_item(counter, item, anchors))
            if views:
                kinds.append((title, tuple(views)))
        elsewhere = others(labels, labels[index])
        found.append(OnlyIn(labels[index], elsewhere, tuple(kinds)))
    return tuple(found)


def _item(row: int, item: ItemComparison, anchors: Anchors) -> ItemView:
    first = item.places[0]
    text = anchors.text(first)
    sentence = item.sentences[0] if item.sentences else first
    before, words, after = excerpt(text, first.start, first.end, around=120)
    if sentence.start <= first.start and first.end <= sentence.end:
        before = _within(before, text[sentence.start : first.start])
        after = _within(after, text[first.end : sentence.end])
    further = tuple(anchors.place(place) for place in item.places[1:])
    return ItemView(f"item-{row}", item.text, before, words, after, anchors.place(first), further)


def _within(context: str, sentence_part: str) -> str:
    """The context, or the part of the sentence when that is shorter."""
    part = " ".join(sentence_part.split())
    lead = " " if sentence_part[:1].isspace() else ""
    tail = " " if part and sentence_part[-1:].isspace() else ""
    whole = f"{lead}{part}{tail}"
    return whole if len(whole) <= len(context) else context
