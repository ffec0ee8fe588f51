"""Who says what: attributions, their speakers, and the quotations given to them."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.attribution.carrying import carry_on
from crossread.attribution.ledger import write_ledger
from crossread.attribution.page import Draft, Page
from crossread.attribution.rules import draft_attributions
from crossread.attribution.secondhand import find_second_hand, with_chains
from crossread.attribution.speakers import Ledger
from crossread.attribution.stance import stance_of
from crossread.model import Attribution, Cue, Form, Name, Quotation, Sentence, Span, Speaker
from crossread.text.words import Words


def find_attributions(
    words: Words, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...], tuple[Quotation, ...]]:
    """Attributions, the ledger of speakers, and the quotations with their speakers filled in."""
    page = Page(words, sentences, quotations)
    drafts = sorted(draft_attributions(page), key=lambda d: (d.sentence, d.cue.spans[0].start))
    carry_on(page, drafts)
    ledger = Ledger(page, names)
    links = [ledger.enter(draft) for draft in drafts]
    ids = {key: f"s{number}" for number, key in enumerate(ledger.entries, start=1)}
    passed_on = find_second_hand(words, drafts, ledger.naming)
    stances = [stance_of(page, draft) for draft in drafts]
    attributions = tuple(
        Attribution(
            source=Span(*draft.source) if draft.source else None,
            cue=Cue(draft.cue.spans, draft.cue.lemma, stance),
            content=tuple(draft.content),
            speaker=ids[key] if key else None,
            form=_form(page, draft),
            stance=stance,
            rule=draft.rule,
            second_hand=second_hand,
            speaker_by=by,
        )
        for draft, (key, by), second_hand, stance in zip(drafts, links, passed_on, stances, strict=True)
    )
    spoken = _with_speakers(page, drafts, attributions)
    speakers = write_ledger(page, ledger, ids, attributions, spoken)
    return with_chains(attributions, speakers), speakers, spoken


def _form(page: Page, draft: Draft) -> Form:
    total = quoted = 0
    for span in draft.content:
        within = page.within(span)
        total += len(within)
        quoted += page.quoted_count(within)
    return "direct" if quoted == total else "mixed" if quoted else "indirect"


def _reach(draft: Draft) -> tuple[bool, int]:
    return draft.rule == "according_to", sum(span.end - span.start for span in draft.content)


def _with_speakers(page: Page, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """The quotations, each with the speaker of the attribution that covers it."""
    speaker: dict[int, str | None] = {}
    covering = [pair for pair in zip(drafts, attributions, strict=True) if pair[0].covers]
    # The innermost attribution speaks: "A said that B was rejected by C “as ...”" quotes C.
    for draft, attribution in sorted(covering, key=lambda pair: _reach(pair[0])):
        for index in draft.covers:
            speaker.setdefault(index, attribution.speaker)
    return tuple(
        Quotation(q.start, q.end, q.spans, q.closed, speaker.get(index)) for index, q in enumerate(page.quotations)
    )
