"""Which speakers of different articles are one voice: by name, by the office a phrase tells, by like wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossread.comparison.names.linking import NameUse, NameUseKind, link
from crossread.comparison.voicing.nameless import (
    has_name,
    names_office,
    office_head,
    office_words,
    read_phrase,
    short_form,
    wording_key,
)
from crossread.model import Analysis, Speaker
from crossread.text.names import body_nouns
from crossread.text.spelling import fold_name
from crossread.text.words import fold

SpeakerLinks = Mapping[tuple[str, str], int]
"""(article id, speaker id) -> number of the voice; equal numbers mean one voice over the set."""

_Owner = tuple[str, Speaker]
_TITLE = 20  # characters before a name in which its title stands


def link_speakers(analyses: Sequence[Analysis]) -> SpeakerLinks:
    """Which speakers are one voice over the set; in one article too, where a phrase turns out to mean a named one.

    A phrase that tells an office means the one person in the set with that office, "the ministry" the one
    ministry heard by name in its article. Other speakers without a name are one voice only when
    the articles use the same words for them and these say enough.
    """
    owners = [(analysis.id, speaker) for analysis in analyses for speaker in analysis.speakers]
    named = [owner for owner in owners if has_name(owner[1])]
    uses = [_use(speaker) for _, speaker in named]
    links = {(article, s.id): number for (article, s), number in zip(named, link(uses), strict=True)}
    numbers = iter(range(len(owners), 3 * len(owners)))
    offices = _Offices(analyses, named, links)
    worded: dict[tuple[str, str], int] = {}
    for article, speaker in owners:
        if (article, speaker.id) in links:
            continue
        known = (
            offices.holder(article, speaker) if speaker.entity == "person" else _body(article, speaker, named, links)
        )
        links[article, speaker.id] = _worded(speaker, worded, numbers) if known is None else known
    return links


def _use(speaker: Speaker) -> NameUse:
    kind: NameUseKind = "person" if speaker.entity == "person" else "body"
    bare = len(speaker.name.split()) == 1 and not speaker.name.isupper() and fold(speaker.name) not in body_nouns()
    if bare and speaker.kind in ("person", "institution") and speaker.pronoun is None:
        kind = "unknown"  # "Boutrous said": person or body, its article does not show
    return NameUse((speaker.name,), kind, speaker.pronoun, office_head(speaker.role or ""))


def _worded(speaker: Speaker, known: dict[tuple[str, str], int], numbers: Iterator[int]) -> int:
    """The number of the speakers worded so, or a new one."""
    key = wording_key(speaker)
    number = next(numbers)
    return number if key is None else known.setdefault((speaker.entity, key), number)


class _Offices:
    """The roles of all persons named in the set."""

    def __init__(self, analyses: Sequence[Analysis], named: Sequence[_Owner], links: SpeakerLinks) -> None:
        self._analyses = {analysis.id: analysis for analysis in analyses}
        self._roles: dict[int, list[str]] = {}
        self._held: dict[str, dict[int, set[str]]] = {}
        for article, speaker in named:
            if speaker.entity == "person" and speaker.role:
                number = links[article, speaker.id]
                self._roles.setdefault(number, []).append(speaker.role)
                self._held.setdefault(office_head(speaker.role), {}).setdefault(number, set()).add(article)

    def holder(self, article: str, speaker: Speaker) -> int | None:
        """The number of the one person whose role has all the words of the phrase."""
        words, phrase = names_office(speaker), read_phrase(speaker.name)
        if not words or phrase is None:
            return None
        head = office_head(phrase.noun)
        held = self._held.get(head, {})
        if words == {head}:
            here = [number for number, articles in held.items() if article in articles]
            return here[0] if len(here) == 1 and self._alone(article, speaker, head) else None
        fit = [number for number in held if any(words <= office_words(role) for role in self._roles[number])]
        if len(fit) != 1:
            return None
        # A role one article gives may be misread: most of those that tell one must tell this office.
        roles = self._roles[fit[0]]
        return fit[0] if 2 * sum(office_head(role) == head for role in roles) >= len(roles) else None

    def _alone(self, article: str, speaker: Speaker, head: str) -> bool:
        """Whether the article tells of one holder only: no other "Rep. Lee", and not "a congressman" too."""
        analysis = self._analyses[article]
        for other in analysis.speakers:
            phrase = None if other is speaker or has_name(other) else read_phrase(other.name)
            if phrase is not None and office_head(phrase.noun) == head:
                return False
        titled = {
            name.key
            for name in analysis.names
            if office_head(" ".join(analysis.text[max(0, name.start - _TITLE) : name.start].split()[-1:])) == head
        }
        return len(titled) < 2


def _body(article: str, speaker: Speaker, named: Sequence[_Owner], links: SpeakerLinks) -> int | None:
    """The number of the one body of the article whose name ends in the noun that stands for the speaker."""
    noun = short_form(speaker)
    if not noun:
        return None
    fit = {
        links[article, other.id]
        for where, other in named
        if where == article and other.entity == "body" and _is_called(other, noun)
    }
    return fit.pop() if len(fit) == 1 else None


def _is_called(body: Speaker, noun: str) -> bool:
    """Whether a body of several words has the noun last, or first before "of" or "for"."""
    words = [fold(word) for word in body.name.split()]
    if len(fold_name(body.name).split()) < 2:
        return False
    return words[-1] == noun or (words[0] == noun and words[1] in ("of", "for"))
