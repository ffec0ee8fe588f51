"""Who each source is: the name, role and kind of every speaker, with pronouns and descriptions led back to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from crossread.attribution.grammar import RELATIVES
from crossread.attribution.naming import ARTICLES, Naming
from crossread.attribution.page import Draft, Page
from crossread.attribution.people import People
from crossread.attribution.pronouns import HE_SHE, Pronouns
from crossread.attribution.roles import (
    DOCUMENTS,
    GROUPS,
    HEARSAY,
    POLLS,
    body_kind,
    calls_it_state_media,
    head_forms,
    is_body,
    is_outlet,
    role_heads,
    role_kind,
)
from crossread.model import Name, Pronoun, Span, SpeakerBy, SpeakerEntity, SpeakerKind
from crossread.text.names import body_nouns
from crossread.text.namesakes import is_namesake
from crossread.text.words import fold

_BODY_PRONOUNS = frozenset(("it",))
_GROUP_PRONOUNS = frozenset(("they", "them"))
_NARRATOR = frozenset(("i", "we", "us", "me", "you"))
_POINTING = _BODY_PRONOUNS | _GROUP_PRONOUNS | RELATIVES | HE_SHE.keys()
_PERSON_KINDS = frozenset(("official", "politician", "expert", "business", "civil_society", "media", "witness"))
_SENTENCES_BACK = 6
_SPEAKERS_BACK = 100  # speakers a description may mean
_ANTECEDENT = 100  # characters before "who" within which the name it follows begins
_CANDIDATES = 40  # names of one sentence a pronoun may mean; a list of hundreds has no antecedent
_DESCRIBED = 5  # words of "the deputy interior minister" and the like

Link = tuple[str | None, SpeakerBy]
"""The key of a speaker, None where nobody was found, and what led to it."""


class Entry(Struct):
    """A speaker in the making."""

    key: str
    name: str
    kind: SpeakerKind
    entity: SpeakerEntity
    role: str | None = None
    named: bool = True
    mentions: list[Span] = []
    forms: list[str] = []


class Ledger:
    """Speakers of one article, found one source at a time in reading order."""

    def __init__(self, page: Page, names: Sequence[Name]) -> None:
        self.entries: dict[str, Entry] = {}
        self._page = page
        self._words = page.words
        self.naming = Naming(page.words, names)
        self._pronouns = Pronouns(page, self.naming)
        self._people = People()
        self._aliases: dict[str, str] = {}  # key of a name -> key of the entry it was found to mean
        self._heard: dict[int, list[tuple[bool, str]]] = {}  # sentence -> speakers heard in it, False where quoted
        self._last: str | None = None
        self._last_paragraph = -2

    def enter(self, draft: Draft) -> Link:
        """The speaker of an attribution and what led to it."""
        if draft.source is None:
            return None, ""
        source = Span(*draft.source)
        within = self._words.within(source.start, source.end)
        link = self._link(draft, source, within, self._words.forms[within.start : within.stop])
        if link[0]:
            self._hear(link[0], draft, source, pronoun=link[1] == "pronoun")
        return link

    def pronoun(self, entry: Entry) -> Pronoun | None:
        """The pronoun the text uses of a person."""
        return self._pronouns.of(entry.key, entry.role) if entry.entity == "person" else None

    def _hear(self, key: str, draft: Draft, source: Span, *, pronoun: bool) -> None:
        entry = self.entries[key]
        entry.mentions.append(source)
        if not pronoun:
            written = " ".join(self._words.text[source.start : source.end].split())
            if written not in entry.forms:
                entry.forms.append(written)
        self._heard.setdefault(draft.sentence, []).append((not draft.covers, key))
        self._last, self._last_paragraph = key, self._page.sentences[draft.sentence].paragraph

    def _link(self, draft: Draft, source: Span, within: range, forms: Sequence[str]) -> Link:
        if len(forms) == 1:
            form = forms[0]
            if form in _NARRATOR:
                return None, ""
            if form in _POINTING:
                key = self._antecedent(form, draft, source.start)
                return key, "pronoun" if key else "unresolved"
        text = self._words.text[source.start : source.end]
        names = self.naming.within(source.start, source.end)
        if not self.naming.joined(names, within):
            best = self.naming.head(names, within)
            if best is not None and not self._is_group(best):
                key = self._name_entry(best)
                entry = self.entries[key]
                if entry.kind in ("institution", "media") and calls_it_state_media(text):
                    entry.kind = "state_media"
                return key, "name"
            described = self._described(forms, draft) if not names else None
            if described:
                return described, "description"
        return self._common_noun(text, forms, names, within)

    # ---------------------------------------------------------------------------- pronouns

    def _antecedent(self, form: str, draft: Draft, start: int) -> str | None:
        if form in RELATIVES:
            return self._name_before(draft.sentence, start)
        if form not in HE_SHE:
            return self._body_or_group(form, draft.sentence, start)
        wanted: Pronoun = HE_SHE[form]
        for candidates in self._sentences_back(draft, start):
            unsure = None
            for key in candidates:
                known = self._pronouns.of(key, self._role_of(key))
                if known == wanted:
                    return self._key_entry(key)
                if known is None and unsure is None:
                    unsure = key
            if unsure:
                self._pronouns.learn(unsure, wanted)
                return self._key_entry(unsure)
        return None

    def _sentences_back(self, draft: Draft, start: int) -> Iterator[list[str]]:
        """The keys of persons a pronoun may mean, in groups: the likeliest first, within its sentence and back."""
        sentences = self._page.sentences
        paragraph = sentences[draft.sentence].paragraph
        for number in range(draft.sentence, max(draft.sentence - _SENTENCES_BACK, -1), -1):
            if paragraph - sentences[number].paragraph > 1:
                if self._last and paragraph - self._last_paragraph <= 1:
                    yield [self._last]
                return
            # Who spoke there comes before whom they spoke of, and who is quoted before who is reported.
            heard = sorted(self._heard.get(number, [])[-_CANDIDATES:], key=lambda each: each[0])
            yield [key for _, key in heard if self._is_person(key)]
            yield self._named_in(number, draft, start)

    def _named_in(self, number: int, draft: Draft, start: int) -> list[str]:
        """Persons named in a sentence outside what is said there, those named only as owners of something last."""
        named: list[str] = []
        owned: list[str] = []
        for name in self._pronouns.in_sentence(number, _CANDIDATES):
            if name.start >= start:
                break
            key = self._canonical(name)
            if not (name.kind == "person" or self._is_person(key)):
                continue
            if number == draft.sentence and any(span.start <= name.start < span.end for span in draft.content):
                continue
            if self._page.quoted[self._words.within(name.start, name.end).start]:
                continue
            (owned if self.naming.is_possessive(name) else named).append(key)
        return list(dict.fromkeys([*named, *owned]))

    def _body_or_group(self, form: str, sentence: int, start: int) -> str | None:
        """What "it" or "they" means: the body, document or group just heard, else a body just named."""
        paragraph = self._page.sentences[sentence].paragraph
        fits = ("body", "document") if form in _BODY_PRONOUNS else ("group", "body")
        if self._last and paragraph - self._last_paragraph <= 1 and self.entries[self._last].entity in fits:
            return self._last
        if form not in _BODY_PRONOUNS:
            return None
        for number in (sentence, sentence - 1):
            if number < 0 or paragraph - self._page.sentences[number].paragraph > 1:
                break
            for name in self._pronouns.in_sentence(number, _CANDIDATES):
                if name.start < start and name.kind == "organisation" and not self._is_group(name):
                    return self._name_entry(name)
        return None

    def _name_before(self, sentence: int, start: int) -> str | None:
        """The name that "who" follows."""
        near = max(self._page.sentences[sentence].start, start - _ANTECEDENT)
        before = [name for name in self.naming.within(near, start) if name.end <= start]
        return self._name_entry(before[-1]) if before else None

    def _is_person(self, key: str) -> bool:
        entry = self.entries.get(key)
        return entry is not None and entry.entity == "person"

    # ------------------------------------------------------------------------------- names

    def _canonical(self, name: Name) -> str:
        return self._aliases.get(name.key, name.key)

    def _key_entry(self, key: str) -> str:
        return key if key in self.entries else self._name_entry(self.naming.by_key[key][0])

    def _role_of(self, key: str) -> str | None:
        entry = self.entries.get(key)
        return entry.role if entry else None

    def _name_entry(self, name: Name) -> str:
        key = self._canonical(name)
        if key in self.entries:
            return key
        same = self._same_person(name)
        if same:
            self._aliases[name.key] = same
            return same
        role = self.naming.role(name.key)
        kind, entity = self._kind(name, role)
        self.entries[key] = Entry(key, self.naming.fullest(name), kind, entity, role, mentions=[], forms=[])
        if entity == "person" and not is_namesake(key):
            self._people.add(key)
        return key

    def _same_person(self, name: Name) -> str | None:
        """The one speaker that this is another spelling, or the given name, of."""
        if name.kind in ("organisation", "place") or is_outlet(name.key) or is_namesake(name.key):
            return None
        key = self._people.find(name.key)
        if key and len(name.key.split()) > len(key.split()):
            entry = self.entries[key]
            entry.name = self.naming.fullest(name)
            entry.role = entry.role or self.naming.role(name.key)
            entry.kind = self._kind(name, entry.role)[0]
        return key

    def _kind(self, name: Name, role: str | None) -> tuple[SpeakerKind, SpeakerEntity]:
        written = self._words.text[name.start : name.end]
        if is_outlet(written) or is_outlet(name.key):
            return ("state_media" if self.naming.called_state_media(name.key) else "media"), "body"
        if name.kind == "place":
            return "official", "body"
        from_role = self.naming.role_kind(role)
        body = is_body(role) if role and from_role is None else False
        by_name = body_kind(name.key)
        if (name.kind == "organisation" and (by_name or not from_role)) or body:
            if self.naming.called_state_media(name.key):
                return "state_media", "body"
            return by_name or body_kind(role or "") or "institution", "body"
        if from_role and from_role != "person":
            return from_role, "person"
        if self.naming.has_party(name.key):
            return "politician", "person"
        if name.kind == "person" or from_role or len(name.key.split()) > 1:
            return "person", "person"
        shown = self._pronouns.of(name.key)
        return ("person", "person") if shown else ("institution", "body")

    def _is_group(self, name: Name) -> bool:
        """Whether a word with a capital stands for people without a name: "Democrats", "Americans"."""
        last = name.key.rsplit(" ", 1)[-1]
        return last in GROUPS or (name.kind == "other" and last.endswith(("ians", "cans", "lims", "ists")))

    # ------------------------------------------------------------------------ descriptions

    def _described(self, forms: Sequence[str], draft: Draft) -> str | None:
        """The speaker "the minister" means: one heard under this noun, else the one just heard, if the kinds agree."""
        if len(forms) < 2 or len(forms) > _DESCRIBED or forms[0] not in ("the", "this", "that"):
            return None
        head = head_forms(forms[1:])[-1]
        if head not in role_heads():
            return None
        for entry in islice(reversed(self.entries.values()), _SPEAKERS_BACK):
            told = (entry.role or "") if entry.named else entry.key
            if entry.entity == "person" and head in head_forms([fold(word) for word in told.split()]):
                return entry.key
        paragraph = self._page.sentences[draft.sentence].paragraph
        kind = role_kind(" ".join(forms[1:]))
        if self._last and paragraph - self._last_paragraph <= 1 and self.entries[self._last].kind == kind:
            return self._last if self.entries[self._last].named and kind in _PERSON_KINDS else None
        return None

    def _common_noun(self, text: str, forms: Sequence[str], names: Sequence[Name], within: range) -> Link:
        """An entry for a source without a name: a document, a group, one unnamed person, a body."""
        content = [form for form in forms if form not in ARTICLES]
        if not content:
            return None, ""
        joined = self.naming.joined(names, within)
        kind: SpeakerKind = "person"
        entity: SpeakerEntity = "group"
        if not joined:
            kind, entity = _noun_kind(text, forms, content)
        if kind == "person" and not joined:
            same = self._people.find(" ".join(content))
            if same:
                return same, "name"
        named = joined or (entity in ("document", "body") and kind != "vague_group") or kind == "person"
        key = " ".join(content)
        written = " ".join(text.split())
        if key not in self.entries:
            self.entries[key] = Entry(key, written, kind, entity, named=named, mentions=[], forms=[])
            if kind == "person" and not joined:
                self._people.add(key)
        return key, "name" if named else "description"


def _noun_kind(text: str, forms: Sequence[str], content: Sequence[str]) -> tuple[SpeakerKind, SpeakerEntity]:
    """The kind of a phrase without a name, by the nouns before its first preposition, the last of them first."""
    heads = head_forms(content)
    if len(forms) == len(heads) == 1 and heads[0] in HEARSAY:
        return "vague_group", "document"
    roles, bodies = role_heads(), body_nouns()
    for form in reversed(heads):
        if form in POLLS:
            return "poll", "document"
        if form in DOCUMENTS:
            return "document", "document"
        if form in GROUPS or (form.endswith("s") and form[:-1] in roles):
            return "vague_group", "group"
        if form in roles:
            return "unnamed", "person"
        if form in bodies:
            return body_kind(form) or "institution", "body"
    if forms[0] in ("somebody", "someone", "one"):
        return "unnamed", "person"
    if len(forms) == 1 and text[:1].isupper() and not text.endswith("s"):
        return "person", "person"  # "Osei told": a surname nothing else is known of
    return ("vague_group", "group") if content[-1].endswith("s") else ("unnamed", "person")
