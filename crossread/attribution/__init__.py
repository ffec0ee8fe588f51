"""Who says what: attributions, their speakers, and the quotations given to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crossread.attribution.page import Draft, Page
from crossread.attribution.roles import calls_it_state_media, is_outlet
from crossread.attribution.rules import draft_attributions
from crossread.attribution.speakers import Ledger
from crossread.model import Attribution, Form, Name, Quotation, SecondHand, Sentence, Span, Speaker
from crossread.text.words import Words

_SPEECH_WORDS = 4  # fewer quoted words without a cue are a term, a title or a scare quote
_AGENCY = re.compile(
    r"\b(?:news agency|agency|newspaper|broadcaster|magazine|television|radio|news outlet|news site)\b", re.I
)


def find_attributions(
    words: Words, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...], tuple[Quotation, ...]]:
    """Attributions, the ledger of speakers, and the quotations with their speakers filled in."""
    page = Page(words, sentences, quotations)
    drafts = sorted(draft_attributions(page), key=lambda d: (d.sentence, d.cue.spans[0].start))
    _carry_on(page, drafts)
    ledger = Ledger(words, sentences, names)
    keys = [ledger.enter(draft.source, draft.sentence) for draft in drafts]
    speakers, ids = ledger.speakers()
    starts = [name.start for name in names]
    passed_on = [_second_hand(words, draft, names, starts) for draft in drafts]
    attributions = tuple(
        Attribution(
            source=Span(*draft.source),
            cue=draft.cue,
            content=tuple(draft.content),
            speaker=ids[key] if key else None,
            form=_form(page, draft),
            stance=draft.cue.stance,
            rule=draft.rule,
            second_hand=second or _from_same_sentence(drafts, passed_on, number),
        )
        for number, (draft, key, second) in enumerate(zip(drafts, keys, passed_on, strict=True))
    )
    return attributions, speakers, _with_speakers(page, drafts, attributions)


def _carry_on(page: Page, drafts: Sequence[Draft]) -> None:
    """Give a quotation that no cue reaches to the attribution before it in its paragraph.

    A paragraph that goes on after `"...," he said.` with another quotation goes on with the same
    speaker; so does a paragraph that is a quotation and follows one attributed.
    """
    covered = {index for draft in drafts for index in draft.covers}
    heads = [sentence.start for sentence in page.sentences]
    by_sentence: dict[int, Draft] = {}
    for draft in drafts:
        if draft.covers and (draft.rule != "according_to" or draft.sentence not in by_sentence):
            by_sentence[draft.sentence] = draft
    for index, quotation in enumerate(page.quotations):
        if index in covered or len(page.words.within(quotation.start, quotation.end)) < _SPEECH_WORDS:
            continue
        number = _sentence_at(heads, quotation.start)
        if number < 0 or not _fills(page, number, quotation):
            continue
        paragraph = page.sentences[number].paragraph
        for earlier in range(number - 1, max(number - 12, -1), -1):
            gone = paragraph - page.sentences[earlier].paragraph
            if gone > 1 or (gone == 1 and page.sentences[number - 1].paragraph == paragraph):
                break
            found = by_sentence.get(earlier)
            if found:
                found.content.extend(quotation.spans)
                found.covers.add(index)
                by_sentence[number] = found
                break


def _sentence_at(heads: Sequence[int], start: int) -> int:
    return bisect_right(heads, start) - 1


def _fills(page: Page, number: int, quotation: Quotation) -> bool:
    """Whether the quotation is (nearly) all of its sentence."""
    sentence = page.sentences[number]
    inside = page.words.by_sentence[number]
    return page.quoted_count(inside) * 5 >= len(inside) * 4 and quotation.start <= sentence.start + 1


def _form(page: Page, draft: Draft) -> Form:
    total = quoted = 0
    for span in draft.content:
        within = page.words.within(span.start, span.end)
        total += len(within)
        quoted += page.quoted_count(within)
    return "direct" if quoted == total else "mixed" if quoted else "indirect"


def _second_hand(words: Words, draft: Draft, names: Sequence[Name], starts: Sequence[int]) -> SecondHand | None:
    """The outlet that was told, or whose report is the source."""
    place = draft.addressee if draft.cue.lemma == "tell" else draft.source
    if place is None:
        return None
    text = words.text[place[0] : place[1]]
    inside = names[bisect_left(starts, place[0]) : bisect_left(starts, place[1])]
    if not inside:
        return None
    listed = [name for name in inside if is_outlet(words.text[name.start : name.end])]
    agencies = [name for name in inside if name.kind in ("organisation", "other") and _AGENCY.search(text)]
    for name in listed + agencies[-1:]:  # "the Russian agency Interfax": the name stands last
        return SecondHand(name.start, name.end, words.text[name.start : name.end], calls_it_state_media(text))
    return None


def _from_same_sentence(
    drafts: Sequence[Draft], passed_on: Sequence[SecondHand | None], number: int
) -> SecondHand | None:
    """ "..., Putin said, according to Tass": the outlet passes on what the sentence attributes."""
    draft = drafts[number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(drafts) and drafts[other].sentence == draft.sentence:
            found = passed_on[other]
            if found and drafts[other].rule == "according_to":
                return found
    return None


def _reach(draft: Draft) -> tuple[bool, int]:
    return draft.rule == "according_to", sum(span.end - span.start for span in draft.content)


def _with_speakers(page: Page, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """The quotations, each with the speaker of the attribution that covers it."""
    speaker: dict[int, str | None] = {}
    # The innermost attribution speaks: "A said that B was rejected by C “as ...”" quotes C.
    pairs = sorted(zip(drafts, attributions, strict=True), key=lambda pair: _reach(pair[0]))
    for draft, attribution in pairs:
        for index in draft.covers:
            speaker.setdefault(index, attribution.speaker)
    return tuple(
        Quotation(q.start, q.end, q.spans, q.closed, speaker.get(index)) for index, q in enumerate(page.quotations)
    )
