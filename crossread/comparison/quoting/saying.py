"""Who says the words of a quotation in one article, and with which cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct

from crossread.comparison.bodies import Body
from crossread.comparison.quoting.wording import Passage
from crossread.comparison.voicing.voices import SpeakerLinks
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import NO_ANSWER, Attribution, Cue, Span, Speaker
from crossread.text.spelling import fold_name

_INTRODUCING = frozenset("qpe")  # frames of a verb that takes a quotation, or calls or describes something


class Saying(Struct, frozen=True, gc=False):
    """How an article gives words to somebody: the attribution that holds them and the speaker, where known."""

    attribution: Attribution | None
    speaker: Speaker | None


class Sayings:
    """The attributions of a set, found by the words they hold."""

    def __init__(self, bodies: Sequence[Body], links: SpeakerLinks) -> None:
        self._bodies = bodies
        self.analyses = analyses = [body.analysis for body in bodies]
        self._links = links
        self._speakers = [{speaker.id: speaker for speaker in a.speakers} for a in analyses]
        self._contents = [_contents(a.attributions) for a in analyses]

    def of(self, passage: Passage) -> Saying:
        """The saying of the passage's first words: the attribution to the quotation's own speaker, else the closest."""
        analysis = self.analyses[passage.wording.order]
        own = analysis.quotations[passage.quotations[0]].speaker if passage.quotations else None
        at = passage.wording.starts[passage.indices[0]]
        holding = self._holding(passage.wording.order, at, passage.wording.ends[passage.indices[0]])
        if own:
            holding = [a for a in holding if a.speaker == own]
        holding = [a for a in holding if self._beside(passage, a)]
        found = min(holding, key=lambda a: (a.cue is None, _size(a.content)), default=None)
        speaker = own or (found.speaker if found else None)
        return Saying(found, self.speaker(passage.wording.order, speaker))

    def speaker(self, order: int, speaker: str | None) -> Speaker | None:
        """A speaker of the article at `order` by id."""
        return self._speakers[order].get(speaker or "")

    def voice(self, order: int, speaker: Speaker | None) -> int | None:
        """The number of a speaker's voice over the set."""
        return self._links.get((self.analyses[order].id, speaker.id)) if speaker else None

    def differ(self, left: Passage, right: Passage) -> bool:
        """True when both copies are given to named people who are not one person."""
        first, second = self.of(left).speaker, self.of(right).speaker
        if not (_is_person(first) and _is_person(second)):
            return False  # a statement and the one who issued it are not two speakers
        return self.voice(left.wording.order, first) != self.voice(right.wording.order, second)

    def agree(self, left: Passage, right: Passage) -> bool:
        """True when both copies are given to one named speaker."""
        first, second = self.of(left).speaker, self.of(right).speaker
        if first is None or second is None or not (first.named and second.named):
            return False
        return self.voice(left.wording.order, first) == self.voice(right.wording.order, second)

    def named_apart(self, left: Passage, right: Passage) -> bool:
        """True when both copies name their speaker beside the words, and not one person under two names."""
        first, second = self.of(left), self.of(right)
        if not (left.quotations and right.quotations and self.differ(left, right)):
            return False
        if not (_names_beside(first) and _names_beside(second)):
            return False
        names = [fold_name(saying.speaker.name).split() for saying in (first, second) if saying.speaker]
        return all(names) and names[0][-1] != names[1][-1]  # a name read wrongly keeps its surname

    def _beside(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether the cue stands in a sentence of the words, or in the one before that a colon ends."""
        if attribution.cue is None:
            return True
        body, wording = self._bodies[passage.wording.order], passage.wording
        start, end = wording.starts[passage.indices[0]], wording.ends[passage.indices[0]]
        if passage.quotations:
            quotation = body.analysis.quotations[passage.quotations[0]]
            start, end = min(start, quotation.start), max(end, quotation.end)
        first, cue = body.around(Span(start, end)).start, attribution.cue.spans[0].start
        if cue >= first:
            return cue < body.around(Span(end - 1, end)).end
        return (
            body.text[max(0, first - 4) : first].rstrip().endswith(":") and body.around(Span(cue, cue)).end >= first - 2
        )

    def _holding(self, order: int, start: int, end: int) -> list[Attribution]:
        contents, longest = self._contents[order]
        last = bisect_left(contents, (end, -1, -1))
        found = []
        for begin, stop, number in contents[bisect_left(contents, (start - longest, -1, -1)) : last]:
            if begin < end and start < stop:
                found.append(self.analyses[order].attributions[number])
        return found


def cue_of(saying: Saying) -> Cue | None:
    """The cue that introduces the words, where it is of a kind that can introduce a quotation."""
    cue = saying.attribution.cue if saying.attribution else None
    if cue is None or _INTRODUCING.isdisjoint(_frames().get(cue.lemma, "q")):
        return None
    return cue


def _names_beside(saying: Saying) -> bool:
    return saying.attribution is not None and saying.attribution.speaker_by == "name"


@from_lexicons
def _frames() -> dict[str, str]:
    """Lemma of a verb -> all that its forms take."""
    found: dict[str, str] = {}
    for entry in load_lexicon("crossread.data", "reporting_verbs").entries:
        lemma, _, frames = entry.note.partition("; ")
        found[lemma] = found.get(lemma, "") + frames
    return found


def _contents(attributions: Iterable[Attribution]) -> tuple[list[tuple[int, int, int]], int]:
    """(start, end, attribution) of all that is said, in reading order, and the length of the longest."""
    found = sorted(
        (span.start, span.end, number)
        for number, attribution in enumerate(attributions)
        if attribution.rule != NO_ANSWER
        for span in attribution.content
    )
    return found, max((end - start for start, end, _ in found), default=0)


def _size(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)


def _is_person(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.named and speaker.entity == "person"
