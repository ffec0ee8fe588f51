"""What the text says of a name: its fullest form, its role, and which of several names a phrase is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread.attribution.grammar import ADVERBS, AUXILIARIES, finite_forms
from crossread.attribution.roles import ROLE_MODIFIERS, calls_it_state_media, is_body, role_heads, role_kind
from crossread.model import Name, Span, SpeakerKind
from crossread.text.late import late
from crossread.text.namesakes import is_namesake
from crossread.text.words import Words, fold

ARTICLES = frozenset(("the", "a", "an"))
_PREPOSITIONS = frozenset(
    "of for from at in with by to on about against under near behind including like over into".split()
)
# After a name these do not make it a modifier of what follows: "Lee of the council", "Lee and others".
_GOES_ON = _PREPOSITIONS | frozenset("and or who whom whose which that as himself herself itself, then".split())
COURTESY = frozenset(("mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady"))  # of anybody, so no role
# Before a role with a capital these are no part of it: "The Minister Ann Lee", "As President Ann Lee".
_BEFORE_ROLES = ARTICLES | frozenset(
    "as when while after before if but and or for in on by with according said".split()
)
_MENTIONS = 12  # mentions of one name looked at for a role
_LONGEST_ROLE = 16  # words of an apposition
_PARTY = late(r"\s\((?:[DRI]|Dem|Rep|Ind|Lab|Con|Lib Dem|SNP|Green)(?:[-.,][^()\n]{0,20})?\)")


class Naming:
    """The names of a page by their keys."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self.words = words
        self.names = names
        self.starts = [name.start for name in names]
        self._role_kinds: dict[str, SpeakerKind | None] = {}
        self.by_key: dict[str, list[Name]] = {}
        for name in names:
            self.by_key.setdefault(name.key, []).append(name)

    def within(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin in [start, end)."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def head(self, names: Sequence[Name], within: range) -> Name | None:
        """The name a noun phrase is about: "Clinton aide Ann Lee" is Lee, "an aide to Clinton" nobody by name."""
        words = self.words
        for name in names:
            inside = words.within(name.start, name.end)
            last = inside.stop - 1
            if inside.start > within.start and words.forms[inside.start - 1] in _PREPOSITIONS:
                continue
            if self.is_possessive(name):
                continue
            if inside.stop < within.stop and words.text[name.end : words.starts[last + 1]].isspace():
                form = words.forms[last + 1]
                verb = form in ADVERBS or form in AUXILIARIES or form.endswith("ly") or form in finite_forms()
                if form not in _GOES_ON and not verb:
                    continue
            return name
        return None

    def is_possessive(self, name: Name) -> bool:
        """Whether the name only says whose: "Putin’s visit", "the United States' stance"."""
        return self.words.text[name.end : name.end + 1] in ("'", "’")

    def joined(self, names: Sequence[Name], within: range) -> bool:
        """Whether the phrase is several names and nothing else: "Ann Lee and Bo Ek"."""
        joints = self.words.forms[within.start : within.stop].count("and") if len(names) > 1 else 0
        if not joints:
            return False
        return joints + sum(len(self.words.within(name.start, name.end)) for name in names) == len(within)

    def fullest(self, name: Name) -> str:
        """The name as its fullest mention writes it; of a titled surname without a full name, with the title."""
        if is_namesake(name.key):
            before = bisect_left(self.words.starts, name.start) - 1
            return " ".join(self.words.text[self.words.starts[before] : name.end].split())
        for other in self.by_key[name.key]:
            written = self.words.text[other.start : other.end]
            if fold(written) == name.key:
                return " ".join(written.split())
        return " ".join(self.words.text[name.start : name.end].split())

    def role(self, key: str) -> str | None:
        """The role beside a mention: the first that tells an office or trade, else the first there is."""
        first = None
        for name in self.by_key[key][:_MENTIONS]:
            before = self.role_before(name.start)
            role = " ".join(self.words.text[before.start : before.end].split()) if before else None
            role = role or self.role_after(name.end)
            if role and fold(role).rstrip(".") in COURTESY:
                continue
            if role and self.role_kind(role) not in ("witness", "person"):
                return role
            first = first or role
        return first

    def role_kind(self, role: str | None) -> SpeakerKind | None:
        """The kind of person a role speaks of, remembered: it is asked where the role is found, chosen and used."""
        if role is None:
            return None
        if role not in self._role_kinds:
            self._role_kinds[role] = role_kind(role)
        return self._role_kinds[role]

    def has_party(self, key: str) -> bool:
        """Whether a party stands in brackets after a mention: "Ann Lee (D-Norland)"."""
        text = self.words.text
        return any(_PARTY.match(text, name.end, name.end + 40) for name in self.by_key[key][:_MENTIONS])

    def called_state_media(self, key: str) -> bool:
        """Whether the text beside any mention of the name calls it state media."""
        for name in self.by_key[key]:
            around = self.words.text[max(0, name.start - 40) : name.end + 50].split("\n")
            if any(calls_it_state_media(part) for part in around):
                return True
        return False

    def role_before(self, start: int) -> Span | None:
        """The role or title before the name at `start`: "Prime Minister" of "Prime Minister Ann Lee"."""
        words = self.words
        first = bisect_left(words.starts, start)
        i = first - 1
        if i < 0 or words.sentences[i] != words.sentences[first]:
            return None
        between = words.text[words.ends[i] : start]
        if between.strip(" \u00a0") not in ("", ",", ".") or words.forms[i].rstrip(".") not in role_heads():
            return None
        while i > 0 and words.sentences[i - 1] == words.sentences[first]:
            before = words.text[words.ends[i - 1] : words.starts[i]]
            capital = words.text[words.starts[i - 1]].isupper() and words.forms[i - 1] not in _BEFORE_ROLES
            if not before.isspace() or not (
                capital or words.forms[i - 1] in ROLE_MODIFIERS or words.forms[i - 1] in role_heads()
            ):
                break
            i -= 1
        return Span(words.starts[i], words.starts[i] + len(words.text[words.starts[i] : start].rstrip(" ,\u00a0")))

    def role_after(self, start: int) -> str | None:
        """The role in apposition to the name that ends at `start`: "builder" of "Ann Lee, an engineer, said"."""
        words, text = self.words, self.words.text
        if text[start : start + 1] not in (",", ")"):
            return None
        k = bisect_left(words.starts, start)
        if k >= len(words) or text[start : words.starts[k]].strip() not in (",", "),", ")"):
            return None
        if words.forms[k] not in ARTICLES and words.forms[k] not in role_heads():
            return None
        end = k
        while end + 1 < len(words) and end - k < _LONGEST_ROLE and words.sentences[end + 1] == words.sentences[k]:
            between = text[words.ends[end] : words.starts[end + 1]]
            initial = (
                between.startswith(".") and words.ends[end] - words.starts[end] <= 3
            )  # "the Thomas B. Lee Institute"
            if words.forms[end + 1] in ("who", "that", "which") or not (between.isspace() or initial):
                break
            end += 1
        while end > k and words.forms[end] in _GOES_ON:
            end -= 1
        first = k + 1 if words.forms[k] in ARTICLES else k
        role = " ".join(text[words.starts[first] : words.ends[end]].split()) if first <= end else ""
        return role if self.role_kind(role) or is_body(role) else None
