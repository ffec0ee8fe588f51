"""The ledger as it is saved: every speaker with how often, how long and with which verbs words are given to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crossread.attribution.page import Page
from crossread.attribution.speakers import Ledger
from crossread.model import NO_ANSWER, Attribution, Quotation, Span, Speaker


def write_ledger(
    page: Page,
    ledger: Ledger,
    ids: Mapping[str, str],
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
) -> tuple[Speaker, ...]:
    """The speakers in order of first mention, with their counts; a word counts once for a speaker."""
    given: dict[str, list[Attribution]] = {}
    spans: dict[str, list[Span]] = {}
    for attribution in attributions:
        if attribution.speaker:
            given.setdefault(attribution.speaker, []).append(attribution)
            if attribution.rule != NO_ANSWER:
                spans.setdefault(attribution.speaker, []).extend(attribution.content)
    for quotation in quotations:
        if quotation.speaker:
            spans.setdefault(quotation.speaker, []).extend(quotation.spans)
    made = []
    for key, entry in ledger.entries.items():
        mine = given.get(ids[key], ())
        direct, indirect = count_words(page, spans.get(ids[key], ()))
        cues: dict[str, int] = {}
        for attribution in mine:
            if attribution.cue:
                cues[attribution.cue.lemma] = cues.get(attribution.cue.lemma, 0) + 1
        made.append(
            Speaker(
                ids[key],
                entry.name,
                entry.role,
                entry.kind,
                entry.named,
                tuple(entry.mentions),
                entity=entry.entity,
                pronoun=ledger.pronoun(entry),
                forms=tuple(entry.forms),
                first=min([span.start for each in mine for span in _parts(each)], default=None),
                attributions=len(mine),
                words_direct=direct,
                words_indirect=indirect,
                cues=cues,
            )
        )
    return tuple(made)


def count_words(page: Page, spans: Iterable[Span]) -> tuple[int, int]:
    """How many words of the spans stand inside quotation marks and outside, each word once."""
    total = quoted = reached = 0
    for span in sorted(set(spans)):
        within = page.within(span)
        if within.stop > reached:
            fresh = range(max(within.start, reached), within.stop)
            reached = within.stop
            total += len(fresh)
            quoted += page.quoted_count(fresh)
    return quoted, total - quoted


def _parts(attribution: Attribution) -> list[Span]:
    """All the text an attribution is made of; any of its parts may come first."""
    spans = [*attribution.content, *(attribution.cue.spans if attribution.cue else ())]
    return [*spans, attribution.source] if attribution.source else spans
