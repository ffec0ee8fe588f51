"""Second-hand sourcing: the outlet that was told, or whose report is passed on, and the chain of who told whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from crossread.attribution.naming import Naming
from crossread.attribution.page import Draft
from crossread.attribution.roles import calls_it_state_media, is_outlet
from crossread.model import Attribution, Name, SecondHand, Speaker
from crossread.text.late import late
from crossread.text.words import Words

_NEXT = 8  # characters after "told" within which a name begins
_BY = late(r",? ?(?:as )?\b(?:quoted|cited|reported|carried) by\b")
_SAYING_BY = late(r" by\b")
_LONGEST_BY = 50  # characters from a cue to the end of "as quoted by the state news agency Tass"
_AGENCY = late(
    r"\b(?:news agency|agency|newspaper|broadcaster|magazine|television|radio|news outlet|news site)\b", re.I
)


def find_second_hand(words: Words, drafts: Sequence[Draft], naming: Naming) -> list[SecondHand | None]:
    """The outlet each attribution passes on, without its chain."""
    own = [_outlet(words, draft, naming) for draft in drafts]
    if not any(own):
        return own
    return [found or _from_same_sentence(drafts, own, number) for number, found in enumerate(own)]


def with_chains(attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> tuple[Attribution, ...]:
    """The attributions with the chain of each outlet: "Yenin told the BBC" is Yenin, then the BBC.

    In "Putin said, according to Interfax" both attributions have the same chain.
    """
    names = {speaker.id: speaker.name for speaker in speakers}
    chains: dict[int, tuple[str, ...]] = {}  # by where the outlet stands
    for attribution in attributions:
        outlet = attribution.second_hand
        if outlet:
            speaker = names.get(attribution.speaker or "")
            own = (outlet.outlet,) if not speaker or _is_source(attribution) else (speaker, outlet.outlet)
            chains[outlet.start] = max(chains.get(outlet.start, ()), own, key=len)
    return tuple(
        replace(each, second_hand=replace(each.second_hand, chain=chains[each.second_hand.start]))
        if each.second_hand
        else each
        for each in attributions
    )


def _is_source(attribution: Attribution) -> bool:
    """Whether the outlet stands in the source: "Tass reported"."""
    source, outlet = attribution.source, attribution.second_hand
    return source is not None and outlet is not None and source.start <= outlet.start < source.end


def _outlet(words: Words, draft: Draft, naming: Naming) -> SecondHand | None:
    """The outlet among the words of the addressee, or of the source where nobody is told."""
    place = (draft.addressee or _told(words, draft, naming)) if draft.cue.lemma == "tell" else draft.source
    place = _quoted_by(words, draft) or place
    if place is None:
        return None
    inside = naming.within(*place)
    if not inside:
        return None
    text = words.text[place[0] : place[1]]
    for name in inside:
        if is_outlet(words.text[name.start : name.end]):
            return _second_hand(words, name, text)
    agencies = [name for name in inside if name.kind in ("organisation", "other")]
    if agencies and _AGENCY.search(text):
        return _second_hand(words, agencies[-1], text)  # "the Russian agency Interfax": the name stands last
    return None


def _second_hand(words: Words, name: Name, text: str) -> SecondHand:
    return SecondHand(name.start, name.end, words.text[name.start : name.end], calls_it_state_media(text))


def _quoted_by(words: Words, draft: Draft) -> tuple[int, int] | None:
    """The stretch after "said, as quoted by" or "was quoted by ... as saying" in which the outlet stands."""
    cue = draft.cue.spans[0].start, draft.cue.spans[-1].end
    inside = _BY.search(words.text, *cue)
    after = _SAYING_BY if draft.rule == "quoted_as" else _BY
    found = inside or after.match(words.text, cue[1], cue[1] + _LONGEST_BY)
    return (found.end(), min(found.end() + _LONGEST_BY, cue[1] if inside else len(words.text))) if found else None


def _told(words: Words, draft: Draft, naming: Naming) -> tuple[int, int] | None:
    """The name right after "told", where nothing else was read as the addressee: "..., he told Newsweek"."""
    end = draft.cue.spans[-1].end
    for name in naming.within(end, end + _NEXT)[:1]:
        if words.text[end : name.start].split() in ([], ["the"]):
            return name.start, name.end
    return None


def _from_same_sentence(drafts: Sequence[Draft], own: Sequence[SecondHand | None], number: int) -> SecondHand | None:
    """ "..., Putin said, according to Tass": the outlet passes on what the sentence attributes."""
    draft = drafts[number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(drafts) and drafts[other].sentence == draft.sentence:
            found = own[other]
            if found and drafts[other].rule == "according_to":
                return found
    return None
