"""The ledger of speakers: who each source is, under which name, in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.attribution.roles import (
    DOCUMENTS,
    GROUPS,
    ROLE_MODIFIERS,
    calls_it_state_media,
    head_forms,
    is_body,
    is_outlet,
    role_heads,
    role_kind,
)
from crossread.model import Name, Sentence, Span, Speaker, SpeakerKind
from crossread.text.names import body_nouns
from crossread.text.words import Words, fold

_HE_SHE = frozenset(("he", "she", "him", "her", "i", "who"))
_PLURAL = frozenset(("they", "them", "we"))
_ARTICLES = frozenset(("the", "a", "an"))
_CANDIDATES = 40  # names of one sentence a pronoun may mean; a list of hundreds has no antecedent


class _Entry(Struct):
    """A speaker in the making."""

    key: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    named: bool = True
    mentions: list[Span] = []


class Ledger:
    """Speakers of one article, found one source at a time in reading order."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._words = words
        self._sentences = sentences
        self._names = names
        self._starts = [name.start for name in names]
        self._by_key: dict[str, list[Name]] = {}
        for name in names:
            self._by_key.setdefault(name.key, []).append(name)
        self._entries: dict[str, _Entry] = {}
        self._last: str | None = None  # key of the latest speaker a pronoun can mean
        self._last_paragraph = -2

    def enter(self, source: tuple[int, int], sentence: int) -> str | None:
        """The speaker's key for a source span; None when a pronoun stays unresolved."""
        start, end = source
        within = self._words.within(start, end)
        forms = self._words.forms[within.start : within.stop]
        if len(forms) == 1 and forms[0] in _HE_SHE | _PLURAL | {"it"}:
            key = self._resolve(forms[0], start, sentence)
        else:
            key = self._identify(start, end, within, forms)
        if key:
            self._entries[key].mentions.append(Span(start, end))
            self._last, self._last_paragraph = key, self._sentences[sentence].paragraph
        return key

    def speakers(self) -> tuple[tuple[Speaker, ...], dict[str, str]]:
        """The ledger in order of first mention, and the id of each key."""
        ids = {key: f"s{number}" for number, key in enumerate(self._entries, start=1)}
        made = tuple(
            Speaker(ids[e.key], e.name, e.role, e.kind, e.named, tuple(e.mentions)) for e in self._entries.values()
        )
        return made, ids

    def _resolve(self, pronoun: str, start: int, sentence: int) -> str | None:
        """The antecedent of a pronoun: the speaker just heard, else the last fitting name before it."""
        paragraph = self._sentences[sentence].paragraph
        if pronoun == "i":
            return None
        if self._last and paragraph - self._last_paragraph <= 1:
            kind = self._entries[self._last].kind
            fits_person = kind in ("official", "expert", "person", "unnamed", "media")
            fits_body = kind in ("institution", "document", "media", "state_media")
            fits_group = kind in ("vague_group", "institution")
            if (
                (pronoun in _HE_SHE and fits_person)
                or (pronoun == "it" and fits_body)
                or (pronoun in _PLURAL and fits_group)
            ):
                return self._last
        wanted = "person" if pronoun in _HE_SHE else "organisation"
        if pronoun in _PLURAL:
            return None
        first = self._sentences[sentence].start
        for name in self._candidates(first, start):
            if name.kind == wanted and self._sentence_paragraph(name.start) >= paragraph - 1:
                return self._name_entry(name)
        return None

    def _candidates(self, sentence_start: int, start: int) -> Iterator[Name]:
        """Names before a pronoun: those of its own sentence in order, then of earlier ones, nearest sentence first."""
        stop = bisect_left(self._starts, start)
        here = bisect_left(self._starts, sentence_start)
        yield from self._names[here : min(stop, here + _CANDIDATES)]
        end = here
        for _ in range(4):
            if not end:
                return
            index = self._words.sentences[
                self._words.within(self._names[end - 1].start, self._names[end - 1].end).start
            ]
            begin = bisect_left(self._starts, self._sentences[index].start) if index >= 0 else end - 1
            yield from self._names[begin : min(end, begin + _CANDIDATES)]
            end = begin

    def _sentence_paragraph(self, start: int) -> int:
        index = bisect_right(self._sentences, start, key=lambda s: s.start) - 1
        return self._sentences[index].paragraph if index >= 0 else -1

    def _identify(self, start: int, end: int, within: range, forms: Sequence[str]) -> str | None:
        names = self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        text = self._words.text[start:end]
        best = self._head_name(names, within)
        if best is not None:
            key = self._name_entry(best)
            entry = self._entries[key]
            if calls_it_state_media(text) and entry.kind in ("institution", "media"):
                entry.kind = "state_media"
            return key
        return self._common_noun(text, forms, only_names=self._only_names(names, within))

    def _head_name(self, names: Sequence[Name], within: range) -> Name | None:
        """The name that carries the phrase: a person first, else the first body, else what stands alone."""
        for name in names:
            if name.kind == "person":
                return name
        if not names:
            return None
        opening = self._words.within(names[0].start, names[0].end)
        apposed = self._words.text[names[0].end : names[0].end + 1] in (",", "(")
        if apposed and all(form in _ARTICLES for form in self._words.forms[within.start : opening.start]):
            return names[0]
        closing = self._words.within(names[-1].start, names[-1].end)
        if closing.stop == within.stop and len(closing) > 1 and self._words.text.startswith(", ", names[-1].start - 2):
            return names[-1]  # "the harbour master, Ann Example"
        forms = self._words.forms[within.start : within.stop]
        if forms and self._noun_heads(forms):
            return None
        for name in names:
            if name.kind == "organisation":
                return name
        first = names[0]
        inside = self._words.within(first.start, first.end)
        alone = all(form in _ARTICLES for form in self._words.forms[within.start : inside.start])
        reaches = inside.stop >= within.stop or "," in self._words.text[first.end : first.end + 2]
        return first if alone and reaches else None

    def _only_names(self, names: Sequence[Name], within: range) -> bool:
        """Whether the phrase is several names and nothing else: "Ann Lee and Bo Ek"."""
        named = sum(len(self._words.within(name.start, name.end)) for name in names)
        joints = sum(form == "and" for form in self._words.forms[within.start : within.stop])
        return len(names) > 1 and named + joints == len(within)

    def _noun_heads(self, forms: Sequence[str]) -> bool:
        """Whether a common noun heads the phrase: "a spokesman for the FBI", "two Pentagon officials"."""
        roles = role_heads()
        return any(form in roles or form in GROUPS or form in DOCUMENTS for form in head_forms(forms))

    def _name_entry(self, name: Name) -> str:
        entry = self._entries.get(name.key)
        if entry is None:
            entry = _Entry(name.key, self._fullest(name), "person")
            self._entries[name.key] = entry
            entry.role = self._role(name.key)
            entry.kind = self._kind(name, entry)
        return name.key

    def _fullest(self, name: Name) -> str:
        for other in self._by_key[name.key]:
            written = self._words.text[other.start : other.end]
            if fold(written) == name.key:
                return " ".join(written.split())
        return " ".join(self._words.text[name.start : name.end].split())

    def _kind(self, name: Name, entry: _Entry) -> SpeakerKind:
        written = self._words.text[name.start : name.end]
        from_role = role_kind(entry.role)
        if is_outlet(written) or is_outlet(name.key):
            return "state_media" if self._said_state_media(name.key) else "media"
        if name.kind in ("organisation", "place"):
            return "state_media" if self._said_state_media(name.key) else "institution"
        if from_role is None and entry.role and is_body(entry.role):
            return "institution"
        return from_role or ("person" if name.kind == "person" or len(name.key.split()) > 1 else "institution")

    def _said_state_media(self, key: str) -> bool:
        """Whether the text beside any mention of the name calls it state media."""
        for name in self._by_key[key]:
            around = self._words.text[max(0, name.start - 40) : name.end + 50].split("\n")
            if any(calls_it_state_media(part) for part in around):
                return True
        return False

    def _role(self, key: str) -> str | None:
        """The role beside the first mention that has one: before the name or in apposition after it."""
        for name in self._by_key[key]:
            role = self._role_before(name) or self._role_after(name)
            if role:
                return role
        return None

    def _role_before(self, name: Name) -> str | None:
        words = self._words
        first = words.within(name.start, name.end).start
        i = first - 1
        if i < 0 or words.sentences[i] != words.sentences[first]:
            return None
        between = words.text[words.ends[i] : name.start]
        if between.strip(" \u00a0") not in ("", ",", ".") or words.forms[i].rstrip(".") not in role_heads():
            return None
        while i > 0 and words.sentences[i - 1] == words.sentences[first]:
            before = words.text[words.ends[i - 1] : words.starts[i]]
            capital = words.text[words.starts[i - 1]].isupper()
            if not before.isspace() or not (
                capital or words.forms[i - 1] in ROLE_MODIFIERS or words.forms[i - 1] in role_heads()
            ):
                break
            i -= 1
        return " ".join(words.text[words.starts[i] : name.start].rstrip(" ,\u00a0").split())

    def _role_after(self, name: Name) -> str | None:
        words, text = self._words, self._words.text
        k = words.within(name.start, name.end).stop
        if k >= len(words) or text[name.end : words.starts[k]].strip() not in (",", "), ", ")"):
            return None
        if words.forms[k] not in _ARTICLES and words.forms[k] not in role_heads():
            return None
        end = k
        while end + 1 < len(words) and end - k < 16 and words.sentences[end + 1] == words.sentences[k]:
            if not text[words.ends[end] : words.starts[end + 1]].isspace() or words.forms[end + 1] in (
                "who",
                "that",
                "which",
            ):
                break
            end += 1
        first = k + 1 if words.forms[k] in _ARTICLES else k
        role = " ".join(text[words.starts[first] : words.ends[end]].split()) if first <= end else ""
        return role if role_kind(role) or is_body(role) else None

    def _common_noun(self, text: str, forms: Sequence[str], *, only_names: bool) -> str | None:
        """An entry for a source without a name: a document, a group, one unnamed person, a body."""
        content = [form for form in forms if form not in _ARTICLES]
        if not content:
            return None
        kind: SpeakerKind
        heads = head_forms(content)
        if any(form in DOCUMENTS for form in heads):
            kind = "document"
        elif any(form in GROUPS or (form.endswith("s") and form[:-1] in role_heads()) for form in heads):
            kind = "vague_group"
        elif any(form in role_heads() for form in heads) or forms[0] in ("somebody", "someone", "one"):
            kind = "unnamed"
        elif any(form in body_nouns() for form in heads):
            kind = "institution"
        elif only_names or (len(forms) == 1 and text[0].isupper() and not text.endswith("s")):
            kind = "person"  # "Osei told": a surname nothing else is known of
        else:
            kind = "vague_group" if content[-1].endswith("s") else "unnamed"
        name = " ".join(text.split())
        key = " ".join(content)
        self._entries.setdefault(key, _Entry(key, name, kind, named=kind in ("document", "institution", "person")))
        return key
