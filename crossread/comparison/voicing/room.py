"""The room each voice gets in each article: its words, its share of all words given to a voice, its cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body
from crossread.comparison.quoting.wording import Wording
from crossread.comparison.voicing.nameless import has_name, in_a_sentence, is_voice, office_head
from crossread.comparison.voicing.voices import SpeakerLinks
from crossread.model import NO_ANSWER, Analysis, Attribution, Interval, Span, Speaker, SpeakerKind
from crossread.resampling import percent, share_interval

# What says little of a voice gives way to what another article says of it.
_LEAST_TOLD: frozenset[SpeakerKind] = frozenset({"person", "institution", "media"})


class Room(Struct, frozen=True):
    """What one voice has in one article. `of` is how many words there are given to a voice, each voice's once.

    `by_sentence` are its words in each sentence of the body that has any, `all_by_sentence` those of all voices.
    """

    analysis: Analysis
    speakers: tuple[Speaker, ...]  # the one with most words first
    attributions: tuple[Attribution, ...]
    direct: int
    indirect: int
    of: int
    by_sentence: Mapping[int, int]
    all_by_sentence: Mapping[int, int]

    @property
    def words(self) -> int:
        """Words quoted and reported."""
        return self.direct + self.indirect

    @property
    def share(self) -> float:
        """Per cent of the article's words that are given to a voice."""
        return 100 * self.words / self.of if self.of else 0.0

    def interval(self) -> Interval | None:
        """95 % interval of the share; the sentences with words given to a voice are the sample."""
        order = sorted(self.all_by_sentence)
        parts = [self.by_sentence.get(sentence, 0) for sentence in order]
        return percent(share_interval(parts, [self.all_by_sentence[sentence] for sentence in order]))

    @property
    def lead(self) -> Speaker:
        """The speaker it goes by."""
        return self.speakers[0]

    def lemmas(self) -> Counter[str]:
        """How often each cue gives words to the voice."""
        return Counter(found.cue.lemma for found in self.cued() if found.cue)

    def cued(self) -> list[Attribution]:
        """Its attributions with words that attribute; to say nothing is no way of saying."""
        return [found for found in self.attributions if found.cue and found.rule != NO_ANSWER]

    def spans(self, most: int) -> tuple[Span, ...]:
        """The first places where it is heard: what it says, or where it is named as a source."""
        content = sorted({found.content[0] for found in self.attributions if found.content})
        return tuple(content or sorted(s for speaker in self.speakers for s in speaker.mentions))[:most]


class Voice(Struct, frozen=True):
    """One voice over the set: `rank` 0 is a person, 1 a body or document, 2 one without a name.

    `phrase` says that it goes by no name: "the ministry", "many experts".
    """

    name: str
    role: str
    kind: SpeakerKind
    rank: int
    phrase: bool
    rooms: Mapping[str, Room]  # by article, in the set's order

    @property
    def words(self) -> int:
        """Words in all articles."""
        return sum(room.words for room in self.rooms.values())


def voices_heard(
    analyses: Sequence[Analysis], links: SpeakerLinks, bodies: Sequence[Body], wordings: Sequence[Wording]
) -> tuple[Voice, ...]:
    """The voices of the set: people first, then bodies, then those without a name, each by their words."""
    rooms: dict[int, dict[str, Room]] = {}
    for analysis, body, wording in zip(analyses, bodies, wordings, strict=True):
        for number, room in _rooms(analysis, links, body, wording).items():
            rooms.setdefault(number, {})[analysis.id] = room
    found = [_voice(each) for each in rooms.values() if any(is_voice(s) for r in each.values() for s in r.speakers)]
    # A phrase heard in the headline alone is the story's subject in short: "Congressman Expected to Resign".
    found = [voice for voice in found if not voice.phrase or any(room.by_sentence for room in voice.rooms.values())]
    return tuple(sorted(found, key=lambda voice: (voice.rank, -voice.words, voice.name, *voice.rooms)))


def _rooms(analysis: Analysis, links: SpeakerLinks, body: Body, wording: Wording) -> dict[int, Room]:
    speakers: dict[int, list[Speaker]] = {}
    for speaker in analysis.speakers:
        speakers.setdefault(links[analysis.id, speaker.id], []).append(speaker)
    numbers = {speaker.id: number for number, group in speakers.items() for speaker in group}
    given: dict[int, list[Attribution]] = {}
    spans: dict[int, list[Span]] = {}
    for attribution in analysis.attributions:
        if attribution.speaker in numbers:
            given.setdefault(numbers[attribution.speaker], []).append(attribution)
            if attribution.rule != NO_ANSWER:
                spans.setdefault(numbers[attribution.speaker], []).extend(attribution.content)
    for quotation in analysis.quotations:
        if quotation.speaker in numbers:
            spans.setdefault(numbers[quotation.speaker], []).extend(quotation.spans)
    total = sum(speaker.words_direct + speaker.words_indirect for speaker in analysis.speakers)
    starts = [sentence.start for sentence in body.sentences]
    by_sentence = {number: _by_sentence(spans.get(number, ()), wording.starts, starts) for number in speakers}
    whole: Counter[int] = Counter()
    for words in by_sentence.values():
        whole.update(words)
    return {
        number: Room(
            analysis=analysis,
            speakers=tuple(sorted(group, key=lambda s: (not has_name(s), -s.words_direct - s.words_indirect, s.id))),
            attributions=tuple(given.get(number, ())),
            direct=sum(speaker.words_direct for speaker in group),
            indirect=sum(speaker.words_indirect for speaker in group),
            of=total,
            by_sentence=by_sentence[number],
            all_by_sentence=whole,
        )
        for number, group in speakers.items()
        if spans.get(number) or any(each.rule != NO_ANSWER for each in given.get(number, ()))
    }


def _by_sentence(spans: Sequence[Span], words: Sequence[int], sentences: Sequence[int]) -> Mapping[int, int]:
    """How many words of the spans stand in each sentence, each word once."""
    found: Counter[int] = Counter()
    reached = 0
    for span in sorted(set(spans)):
        position = max(bisect_left(words, span.start), reached)
        reached = max(reached, bisect_left(words, span.end))
        while position < reached:
            sentence = bisect_right(sentences, words[position])
            after = reached
            if sentence < len(sentences):
                after = min(reached, bisect_left(words, sentences[sentence]))
            found[sentence - 1] += after - position
            position = after
    return found


def _voice(rooms: Mapping[str, Room]) -> Voice:
    speakers = [speaker for room in rooms.values() for speaker in room.speakers]
    named = [speaker for speaker in speakers if has_name(speaker)]
    told = [s.kind for s in named or speakers if s.kind not in _LEAST_TOLD]
    kinds = Counter(told or [speaker.kind for speaker in named or speakers])
    written = [s.name for s in named] or [in_a_sentence(s.name) for s in speakers]
    name = max(written, key=lambda name: (len(name.split()), len(name), name))
    return Voice(
        name,
        _role(speakers),
        max(kinds, key=lambda kind: kinds[kind]),
        _rank(named or speakers),
        not named,
        rooms,
    )


def _role(speakers: Sequence[Speaker]) -> str:
    """The first role of the office most articles tell; a counterpart is one only beside somebody else."""
    roles = [speaker.role for speaker in speakers if speaker.role]
    offices = Counter(head for head in map(office_head, roles) if head != "counterpart")
    return max(roles, key=lambda role: offices[office_head(role)], default="")


def _rank(speakers: Sequence[Speaker]) -> int:
    if has_name(speakers[0]) and speakers[0].entity == "person":
        return 0
    if speakers[0].entity == "document":
        return 1 if any(letter.isupper() for letter in speakers[0].name[1:]) else 2
    return 1 if speakers[0].entity == "body" and speakers[0].kind != "vague_group" else 2
