"""Who has how much of each article: its words by voice, and the words of the speakers heard most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossread.model import VOICES, Speaker, Voice
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.messages import t
from crossread.reports.voices import first_words

MOST = 5  # speakers of an article drawn; the others are counted


class Part(Struct, frozen=True, gc=False):
    """One voice's part of the body; `start` and `width` are in per cent of the bar."""

    voice: Voice
    words: int
    start: float
    width: float
    text: str  # "narrator 62 % (312 words)"


class SpeakerBar(Struct, frozen=True, gc=False):
    """One speaker's words; the widths are in per cent of the longest bar of the set."""

    name: str
    href: str
    direct: int
    indirect: int
    direct_width: float
    indirect_width: float
    text: str


class ArticleShares(Struct, frozen=True, gc=False):
    """One article: the parts of the body in the order of the voices, those without a word left out."""

    label: str
    words: int
    parts: tuple[Part, ...]
    speakers: tuple[SpeakerBar, ...]
    more: str  # "and 4 more speakers with 31 words"
    text: str


def shares_of(bodies: Sequence[Body], anchors: Anchors, labels: Sequence[str]) -> tuple[ArticleShares, ...]:
    """The shares of each article; needs no comparison."""
    longest = max((_words(speaker) for body in bodies for speaker in body.analysis.speakers), default=0)
    return tuple(_article(body, anchors, index, labels[index], longest) for index, body in enumerate(bodies))


def _article(body: Body, anchors: Anchors, index: int, label: str, longest: int) -> ArticleShares:
    parts = _parts(body.by_voice())
    said = ", ".join(part.text for part in parts) or t("shares.none")
    ranked = sorted((s for s in body.analysis.speakers if _words(s)), key=lambda s: (-_words(s), s.name))
    starts = first_words(body.analysis)
    bars = []
    for speaker in ranked[:MOST]:
        start = starts.get(speaker.id)
        href = f"#a{index + 1}" if start is None else anchors.at(index, start)
        bars.append(_bar(speaker, href, label, longest))
    rest = ranked[MOST:]
    more = t("shares.more", n=len(rest), words=f"{sum(map(_words, rest)):,d}") if rest else ""
    text = t("shares.text", label=label, parts=said)
    return ArticleShares(label, sum(part.words for part in parts), parts, tuple(bars), more, text)


def _parts(words: Mapping[Voice, int]) -> tuple[Part, ...]:
    """One after the other; the bar is full."""
    total, before, parts = sum(words.values()), 0, []
    for voice in VOICES:
        count = words[voice]
        if count:
            share = 100 * count / total
            text = t("shares.part", voice=t(f"voice.{voice}"), share=f"{share:.0f}", words=f"{count:,d}")
            parts.append(Part(voice, count, round(100 * before / total, 2), round(share, 2), text))
        before += count
    return tuple(parts)


def _bar(speaker: Speaker, href: str, label: str, longest: int) -> SpeakerBar:
    direct, indirect = speaker.words_direct, speaker.words_indirect
    return SpeakerBar(
        speaker.name,
        href,
        direct,
        indirect,
        round(100 * direct / longest, 2),
        round(100 * indirect / longest, 2),
        t("shares.speaker", name=speaker.name, label=label, direct=f"{direct:,d}", indirect=f"{indirect:,d}"),
    )


def _words(speaker: Speaker) -> int:
    return speaker.words_direct + speaker.words_indirect
