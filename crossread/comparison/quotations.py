"""The quotations several articles carry, aligned word by word, with what differs."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.comparison.alignment import Alignment, align, candidates, locate, same_words
from crossread.comparison.differences import describe
from crossread.comparison.voices import SpeakerLinks
from crossread.comparison.wording import Passage, Wording, read_quotations, read_wording
from crossread.model import Analysis, Place, QuotationComparison, Speaker


def compare_quotations(analyses: Sequence[Analysis], links: SpeakerLinks) -> tuple[QuotationComparison, ...]:
    """Every quotation found in two articles, in the order of the left article.

    The right side may also be words outside quotation marks. A quotation has at most one partner
    in each other article unless that article carries it in pieces.
    """
    wordings = [read_wording(analysis, order) for order, analysis in enumerate(analyses)]
    passages = [p for a, w in zip(analyses, wordings, strict=True) for p in read_quotations(a, w)]
    voices = _Voices(analyses, links)
    found = _pair_quotations(passages, voices)
    found += _pair_with_narrator(passages, wordings, found)
    found.sort(key=lambda a: (a.left.wording.order, a.right.wording.order, a.left.first, a.right.first))
    return tuple(_comparison(alignment, voices) for alignment in found)


class _Voices:
    """Who says a quotation, and whether two quotations have two different named speakers."""

    def __init__(self, analyses: Sequence[Analysis], links: SpeakerLinks) -> None:
        self._analyses = analyses
        self._links = links
        self._speakers = {(a.id, speaker.id): speaker for a in analyses for speaker in a.speakers}

    def of(self, passage: Passage) -> Speaker | None:
        """The quotation's named speaker."""
        if passage.quotation is None:
            return None
        analysis = self._analyses[passage.wording.order]
        speaker = self._speakers.get((analysis.id, analysis.quotations[passage.quotation].speaker or ""))
        return speaker if speaker is not None and speaker.named else None

    def place(self, passage: Passage) -> Place:
        """The quotation with its marks, or the words where there are no marks."""
        if passage.quotation is None:
            span = passage.wording.span(passage.first, passage.last)
            return Place(passage.wording.article, span.start, span.end)
        quotation = self._analyses[passage.wording.order].quotations[passage.quotation]
        return Place(passage.wording.article, quotation.start, quotation.end)

    def differ(self, left: Passage, right: Passage) -> bool:
        """True when both speakers are named people and not the same one."""
        first, second = self.of(left), self.of(right)
        if first is None or second is None or {first.entity, second.entity} != {"person"}:
            return False  # a statement and the one who issued it are not two speakers
        return self._links[left.wording.article, first.id] != self._links[right.wording.article, second.id]


def _pair_quotations(passages: Sequence[Passage], voices: _Voices) -> list[Alignment]:
    close = []
    for left, right in candidates(passages):
        alignment = align(left, right)
        if same_words(alignment) and (alignment.similarity >= 0.8 or not voices.differ(left, right)):
            close.append(alignment)
    best: dict[tuple[int, int, int], Alignment] = {}
    for alignment in close:
        for passage, other in ((alignment.left, alignment.right), (alignment.right, alignment.left)):
            key = (passage.wording.order, passage.first, other.wording.order)
            if key not in best or _rank(alignment) < _rank(best[key]):
                best[key] = alignment
    return _without_repeats([a for a in close if any(a is b for b in _of(best, a))])


def _of(best: dict[tuple[int, int, int], Alignment], a: Alignment) -> list[Alignment]:
    left, right = a.left, a.right
    return [
        best[left.wording.order, left.first, right.wording.order],
        best[right.wording.order, right.first, left.wording.order],
    ]


def _rank(alignment: Alignment) -> tuple[float, int, int, int]:
    return -alignment.similarity, -alignment.shared, alignment.left.first, alignment.right.first


def _without_repeats(alignments: Sequence[Alignment]) -> list[Alignment]:
    """A phrase quoted again and again in both articles is listed once for each pair of articles."""
    seen: dict[tuple[int, int, tuple[str, ...], tuple[str, ...]], Alignment] = {}
    for alignment in alignments:
        left, right = alignment.left, alignment.right
        seen.setdefault((left.wording.order, right.wording.order, tuple(left.forms), tuple(right.forms)), alignment)
    return list(seen.values())


def _pair_with_narrator(
    passages: Sequence[Passage], wordings: Sequence[Wording], paired: Sequence[Alignment]
) -> list[Alignment]:
    """Quotations whose words another article has without marks, or with the marks elsewhere.

    Stricter than between two quotations: four content words and four fifths of the quotation.
    """
    done = {(a.left.wording.order, a.left.first, a.right.wording.order) for a in paired}
    done |= {(a.right.wording.order, a.right.first, a.left.wording.order) for a in paired}
    open_passages = [p for p in passages if p.last - p.first >= 4]
    found: dict[tuple[int, int, int, int], Alignment] = {}
    for passage, stretch in locate(open_passages, wordings):
        if (passage.wording.order, passage.first, stretch.wording.order) in done:
            continue
        marks = set(stretch.wording.inside[stretch.first : stretch.last])
        if len(marks) == 1 and -1 not in marks:
            continue  # inside one quotation, which was compared as a whole and is another one
        swap = stretch.wording.order < passage.wording.order
        alignment = align(stretch, passage) if swap else align(passage, stretch)
        if alignment.content >= 4 and alignment.similarity >= 0.8:
            key = (alignment.left.wording.order, alignment.left.first, alignment.right.wording.order)
            found.setdefault((*key, alignment.right.first), alignment)
    return list(found.values())


def _comparison(alignment: Alignment, voices: _Voices) -> QuotationComparison:
    edits, differences = describe(alignment)
    first, second = voices.of(alignment.left), voices.of(alignment.right)
    if first is not None and second is not None and voices.differ(alignment.left, alignment.right):
        differences = [*differences, f"other speaker: {first.name} / {second.name}"]
    return QuotationComparison(
        left=voices.place(alignment.left),
        right=voices.place(alignment.right),
        similarity=round(alignment.similarity, 4),
        edits=tuple(edits),
        differences=tuple(differences),
    )
