"""The outlets an article belongs to, credits, or passes the words of on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from msgspec import Struct

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Analysis, Attribution, SecondHand, Span, Zone
from crossread.text.spelling import fold_name, initials
from crossread.text.words import find_words, on_one_line

_FIRST = "publisher.first_appeared"  # of the outlet that had the article first: "originally published in The Times"
_LONGEST = 4  # words of an outlet's name
_CREDITING = ("credit", "byline", "dateline")
_PICTURES = ("credit.picture", "credit.hat_tip")  # a photograph's origin is not the text's
_PICTURE_WORDS = ("photo", "image", "picture", "video")
_ENDINGS = frozenset("news agency online media wire com".split())
_NEAR = 60  # characters between "told" and the outlet that was told
_NEXT = 32  # characters after an outlet in which "poll" stands
# Whom an outlet is part of the description of: what "the Fox News host" says is not the outlet's reporting.
_ITS_PEOPLE = frozenset("host hosts anchor commentator contributor pundit personality founder owner boss".split())
_SECOND = frozenset("co com org net ac gov".split())
_FRONTS = frozenset("www amp m mobile edition news".split())


class Mention(Struct, frozen=True, gc=False):
    """An outlet named by an article; `span` is None where only the page's data name it.

    `chained` where somebody else's words went through it: "Yenin told the BBC".
    """

    key: str
    name: str
    span: Span | None = None
    speaker: str | None = None  # who told it, as `Speaker.id`
    chained: bool = False


def outlet_key(name: str) -> str:
    """A name by which an outlet is known again: "BBC News" and "the BBC", "AP" and "Associated Press" are one."""
    words = fold_name(name).split()
    while len(words) > 1 and words[-1] in _ENDINGS:
        words.pop()
    short = [letters for letters in initials(name.replace("-", " ")) if letters in _acronyms()]
    return short[0] if short else "".join(words)


def own_outlets(analysis: Analysis) -> frozenset[str]:
    """The keys of the outlet that published this copy: its name and its site."""
    found = {_site(analysis.origin.locator)} if analysis.origin.kind == "url" else set()
    publisher = analysis.metadata.publisher
    if publisher and publisher.rule != _FIRST:
        found.add(outlet_key(publisher.value))
    if analysis.metadata.url and not found - {""}:
        found.add(_site(analysis.metadata.url.value))
    return frozenset(found - {""})


def credited(analysis: Analysis) -> tuple[Mention, ...]:
    """Outlets the text is said to come from: credits, bylines, datelines, the canonical address, "based on".

    The outlet's own name is none.
    """
    own = own_outlets(analysis)
    found = [mention for span in _credits(analysis) for mention in _named(analysis.text, span)]
    found += [Mention(outlet_key(each.value), each.value) for each in analysis.metadata.based_on]
    first_of_all = analysis.metadata.publisher
    if first_of_all and first_of_all.rule == _FIRST and first_of_all.start is not None and first_of_all.end:
        span = Span(first_of_all.start, first_of_all.end)
        found.append(Mention(outlet_key(first_of_all.value), first_of_all.value, span))
    if analysis.metadata.url and analysis.origin.kind == "url":
        site = _site(analysis.metadata.url.value)
        found.append(Mention(site, urlsplit(analysis.metadata.url.value).hostname or site))
    first: dict[str, Mention] = {}
    for mention in found:
        if mention.key and mention.key not in own:
            first.setdefault(mention.key, mention)
    return tuple(first.values())


def told(analysis: Analysis) -> tuple[Mention, ...]:
    """Outlets whose reporting the article passes on: "told the BBC", "according to Tass". Its own is none."""
    own = own_outlets(analysis)
    found: dict[tuple[str, str | None], Mention] = {}
    for attribution in analysis.attributions:
        if attribution.second_hand and not _of_another(analysis.text, attribution.second_hand):
            key = outlet_key(attribution.second_hand.outlet)
            if key and key not in own:
                chained = len(attribution.second_hand.chain) > 1
                place = _telling(attribution, attribution.second_hand)
                mention = Mention(key, attribution.second_hand.outlet, place, attribution.speaker, chained)
                found.setdefault((key, attribution.speaker), mention)
    return tuple(found.values())


def _of_another(text: str, told: SecondHand) -> bool:
    """Whether the outlet only had a poll made ("a CNN/ORC poll") or only says who speaks ("the Fox News host")."""
    after = text[told.end : told.end + _NEXT].casefold()
    return any(word in after for word in ("poll", "survey")) or after.split()[:1] in [[each] for each in _ITS_PEOPLE]


def _telling(attribution: Attribution, told: SecondHand) -> Span:
    """The cue and the outlet, where they stand together."""
    outlet = Span(told.start, told.end)
    cue = attribution.cue.spans[-1] if attribution.cue else outlet
    return Span(cue.start, outlet.end) if 0 <= outlet.start - cue.end < _NEAR else outlet


def _credits(analysis: Analysis) -> Iterator[Span]:
    """Where the text says whose it is: the page's zones, and what the provenance metric found beside them."""
    zones = [zone for zone in analysis.zones if zone.kind in _CREDITING and not _of_a_picture(analysis.text, zone)]
    yield from (Span(zone.start, zone.end) for zone in zones)
    for measurement in analysis.measurements:
        if measurement.metric == "provenance":
            for evidence in measurement.evidence:
                if evidence.rule == "provenance.credit" and evidence.note.startswith("phrase."):
                    yield _sentence(analysis, evidence.start, evidence.end)


def _of_a_picture(text: str, zone: Zone) -> bool:
    words = text[zone.start : zone.end].casefold()
    return zone.rule in _PICTURES or any(word in words for word in _PICTURE_WORDS)


def _sentence(analysis: Analysis, start: int, end: int) -> Span:
    """The sentence around a credit's phrase, which has the name: "AFP contributed to this report"."""
    for sentence in analysis.sentences:
        if sentence.start <= start < sentence.end:
            return Span(sentence.start, sentence.end)
    return Span(start, end)


def _named(text: str, span: Span) -> Iterator[Mention]:
    """The outlets named in a stretch of text, the longest name at each place."""
    words = find_words(text, span.start, span.end)
    after = 0
    for first in range(len(words)):
        if first < after:
            continue
        for size in range(min(_LONGEST, len(words) - first), 0, -1):
            start, end = words[first][0], words[first + size - 1][1]
            name = on_one_line(text, start, end)
            if name in _names() or (size > 1 and name.isupper() and name in _capitals()):
                yield Mention(outlet_key(name), name, Span(start, end))
                after = first + size
                break


def _site(address: str) -> str:
    """The name of a site: "newsweek" of "https://www.newsweek.com/x", "bbc" of "bbc.co.uk"; "" for none."""
    try:
        parts = [part for part in (urlsplit(address).hostname or "").split(".") if part not in _FRONTS]
    except ValueError:  # "http://[": what a page says of itself need not be an address
        return ""
    if len(parts) > 1:
        parts.pop()  # the country, or "com"
    if len(parts) > 1 and parts[-1] in _SECOND:
        parts.pop()
    return parts[-1] if parts else ""


@from_lexicons
def _names() -> frozenset[str]:
    """Names of outlets as they are written."""
    bodies = load_lexicon("crossread.data", "organisations")
    marks = load_lexicon("crossread.metrics", "provenance")
    outlets = [t for t, category in zip(bodies.terms, bodies.categories, strict=True) if category == "outlet"]
    agencies = [t for t, category in zip(marks.terms, marks.categories, strict=True) if category == "agency"]
    return frozenset((*outlets, *agencies))


@from_lexicons
def _capitals() -> frozenset[str]:
    return frozenset(name.upper() for name in _names())


@from_lexicons
def _acronyms() -> frozenset[str]:
    """The outlets known by their initials, in small letters."""
    return frozenset(name.lower() for name in _names() if name.isupper() and " " not in name)


def shared_keys(one: Sequence[Mention], other: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The outlets both lists have, each with its first mention in both."""
    theirs: dict[str, Mention] = {}
    for mention in other:
        theirs.setdefault(mention.key, mention)
    mine: dict[str, Mention] = {}
    for mention in one:
        mine.setdefault(mention.key, mention)
    return [(mention, theirs[key]) for key, mention in mine.items() if key in theirs]
