"""Documents and studies that an article's words name: what attributions rest on, and the phrases of a word list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from crossread.attribution.roles import head_forms
from crossread.document import Document
from crossread.lexicon import Match
from crossread.model import Voice
from crossread.text.capitals import in_title

_DOCUMENTS = ("document", "poll")


class NamedDocument(Struct, frozen=True, gc=False):
    """One place where a document is named; `kind` is the word list's category."""

    start: int
    end: int
    kind: str
    note: str
    voice: Voice | None


def named_documents(
    document: Document, matches: Sequence[Match], heads: Mapping[str, Collection[str]]
) -> list[NamedDocument]:
    """The places of the body where a document is named, in reading order and none over another.

    `matches` are those of a list of such phrases, `heads` the nouns by kind that the source of words must end
    in to be a document: a tweet and a statement are speech. Where a phrase and a source overlap, the phrase counts.
    """
    words = document.words
    places = []
    for match in matches:
        voice = words.voices[match.first]
        if voice is not None and not (words.named[match.last] and in_title(words, match.last)):
            places.append(NamedDocument(match.start, match.end, match.entry.category, match.entry.note, voice))
    taken = sorted((place.start, place.end) for place in places)
    documents = {speaker.id for speaker in document.speakers if speaker.kind in _DOCUMENTS}
    for attribution in document.attributions:
        source = attribution.source
        if source is None or attribution.speaker not in documents:
            continue
        within = words.within(source.start, source.end)
        kind = _kind(head_forms(words.forms[within.start : within.stop]), heads) if within else ""
        at = bisect_left(taken, (source.start, source.start))
        free = (at == len(taken) or taken[at][0] >= source.end) and (at == 0 or taken[at - 1][1] <= source.start)
        voice = words.voices[within[0]] if within else None
        if kind and free and voice is not None:
            taken.insert(at, (source.start, source.end))
            places.append(NamedDocument(source.start, source.end, kind, f"{kind}: words are attributed to it", voice))
    return sorted(places, key=attrgetter("start"))


def _kind(forms: Sequence[str], heads: Mapping[str, Collection[str]]) -> str:
    """The kind of document a noun phrase ends in; "" when it is none."""
    return next((kind for kind, nouns in heads.items() if forms and forms[-1] in nouns), "")
