"""Who says the words at a place of an article, as its attributions tell."""

from __future__ import annotations

from crossread.model import NO_ANSWER, Analysis, Attribution
from crossread.telling import within_a_sentence
from crossread.text.words import on_one_line

# Cues that pass on what somebody says a number is; "plead guilty to" and "support" do not.
_SAYING = frozenset(
    "say tell add report write claim announce state note confirm estimate put count show find reveal declare indicate"
    " record calculate project insist argue".split()
) | {"according to", ":", "reportedly"}
_LONGEST = 60  # characters of a source that is no speaker of the ledger


def sayer(analysis: Analysis, offset: int) -> str:
    """The name of whoever the words at an offset are attributed to; empty where nobody is found."""
    around = [(_room(a, offset), order, a) for order, a in enumerate(analysis.attributions) if _room(a, offset)]
    for _, _, attribution in sorted(around, key=lambda each: each[:2]):
        if name := _name(analysis, attribution):
            return name
    return ""


def _room(attribution: Attribution, offset: int) -> int:
    """The length of the content that holds an offset, 0 for one that does not."""
    if attribution.cue is None or attribution.cue.lemma not in _SAYING or attribution.rule == NO_ANSWER:
        return 0
    if not any(span.start <= offset < span.end for span in attribution.content):
        return 0
    return max(1, attribution.content[-1].end - attribution.content[0].start)


def _name(analysis: Analysis, attribution: Attribution) -> str:
    for speaker in analysis.speakers:
        if speaker.id == attribution.speaker:
            return within_a_sentence(speaker.name.removeprefix("including "))
    source = attribution.source
    text = on_one_line(analysis.text, source.start, source.end) if source else ""
    return text if len(text) <= _LONGEST else ""
