"""Voices without a name: what a phrase such as "some White House officials" calls them, and whom it may mean.

Two articles' "officials" are one kind of source; two articles' "the source" may be two people. A phrase is
taken for another's only when it says enough, or when it tells an office one person in the set holds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from crossread.attribution.roles import DOCUMENTS, GROUPS, HEARSAY, POLLS, head_forms, role_heads
from crossread.model import Speaker
from crossread.text.names import body_nouns
from crossread.text.words import find_words, fold

_POSSESSIVES = frozenset("his her its their my our your this that these those".split())
_DETERMINERS = frozenset("a an the".split()) | _POSSESSIVES
# "Some officials" are officials; "many Republicans" are not "some Republicans".
_SOME = frozenset(("some", "several"))
_PARTS = frozenset("some many most several few two three four one both all dozens hundreds thousands number".split())
_NO_HEADS = frozenset("some many most several others few people those all both majority percent half".split())
# Words after the noun of a phrase: "officials briefed on it", "a person familiar with it".
_TAIL = frozenset("familiar close alike who that which whose not here there".split())
_PLAIN = frozenset(
    "other others various senior top former local military state independent political hard-core".split()
)
_PARTIES = frozenset("republicans democrats republican democrat house senate".split())
_CLAUSE = re.compile(r",? (?:who|which|that|whose) ")
# Taken for names by their capitals alone.
_NOBODY = frozenset("i we us me you he she it they update updated democrat republican".split())
_SEAT = re.compile(r"[DR]-[A-Z]")  # "Ann Lee, D-Norland"
# There is one of these in the coverage of an event, or it is one body wherever it is named.
_ONE_OF_A_KIND = frozenset(
    "administration government police military army navy parliament congress senate house kremlin pentagon court "
    "treasury opposition authorities prosecutors state".split()
)
_PROPER = frozenset("congress senate house kremlin pentagon treasury parliament".split())
_SAME: dict[str, tuple[str, ...]] = {
    "attorney": ("lawyer",), "counsel": ("lawyer",), "spokeswoman": ("spokesman",), "spokesperson": ("spokesman",),
    "rep": ("congressman",), "representative": ("congressman",), "congresswoman": ("congressman",),
    "sen": ("senator",), "gov": ("governor",), "chairwoman": ("chairman",), "chair": ("chairman",),
    "ceo": ("chief", "executive"), "pm": ("prime", "minister"), "defence": ("defense",), "deputies": ("deputy",),
}  # fmt: skip


class Phrase(Struct, frozen=True):
    """A phrase for a speaker without a name: its noun in the singular, its words folded, and its first word."""

    noun: str
    words: tuple[str, ...]  # without articles
    lead: str
    capital: bool  # whether the noun is written with a capital: "Republicans"
    narrowed: bool  # to some of them: "officials who saw it", "many of the officials"


@lru_cache(maxsize=4096)
def read_phrase(written: str) -> Phrase | None:
    """The phrase, or None where no noun for people, bodies or papers heads it: then it is hardly a voice."""
    text, *clause = _CLAUSE.split(written, maxsplit=1)
    if len(text) > 200 or "," in text or ":" in text:
        return None
    tokens = [text[start:end] for start, end in find_words(text)]
    forms = [fold(token).rstrip(".") for token in tokens]
    if not forms or forms[0].endswith("ing"):
        return None
    lead = forms[0]
    part = False
    for _ in range(2):  # "the number of | the officials"
        while len(forms) > 1 and forms[0] in _DETERMINERS and forms[1] not in _TAIL:
            tokens, forms = tokens[1:], forms[1:]
        if len(forms) > 2 and forms[1] == "of" and forms[0] in _PARTS:
            tokens, forms, part = tokens[2:], forms[2:], True
    head = list(head_forms(forms))
    while len(head) > 1 and (head[-1] in _TAIL or (head[-1].endswith("ed") and not _is_noun(head[-1]))):
        head.pop()
    told = len(forms) > len(head) or bool(clause)  # "people briefed on it"
    if not _is_noun(head[-1]) or (head[-1] in _NO_HEADS and not told):
        return None
    return Phrase(_singular(head[-1]), tuple(forms), lead, tokens[len(head) - 1][0].isupper(), part or bool(clause))


def is_voice(speaker: Speaker) -> bool:
    """Whether a reader would take the source for someone heard: a named one, or people, a body or a paper."""
    if has_name(speaker):
        return len(speaker.name) > 1 and fold(speaker.name) not in _NOBODY and not _SEAT.match(speaker.name)
    return read_phrase(speaker.name) is not None


def has_name(speaker: Speaker) -> bool:
    """Whether a speaker goes by a name: "Harbour Board", not "the board" and not "a White House official"."""
    if not speaker.named or speaker.kind in ("unnamed", "vague_group") or speaker.entity == "document":
        return False
    if speaker.entity == "person":
        return True
    written = speaker.name.split()
    words = [word for word in written if word.lower() not in _DETERMINERS]
    if len(words) == 1 and fold(words[0]) in body_nouns():
        return fold(words[0]) in _PROPER and words[0][0].isupper()
    # The first word of all may owe its capital to the sentence it begins.
    sure = words if len(words) < len(written) else words[1:] or words
    return any(word[0].isupper() for word in sure)


def wording_key(speaker: Speaker) -> str | None:
    """What speakers without a name must share to be one over the set; None where the phrase says too little."""
    phrase = read_phrase(speaker.name)
    if phrase is None or phrase.narrowed or phrase.lead in _POSSESSIVES or phrase.lead.endswith("'s"):
        return None
    words = phrase.words
    if len(words) > 1 and words[0] in _SOME and not phrase.capital:
        words = words[1:]
    plural = speaker.entity == "group" or speaker.kind == "vague_group"
    enough = len(words) > 1 or phrase.noun in _ONE_OF_A_KIND or words[0] in _ONE_OF_A_KIND
    definite = phrase.lead == "the" and not phrase.capital
    return " ".join(words) if enough or (plural and not definite) else None


def in_a_sentence(written: str) -> str:
    """A phrase without the capital that beginning a sentence gave it: "many experts", but "Norland officials"."""
    first, _, rest = written.partition(" ")
    form = fold(first)
    plain = form in _DETERMINERS | _PARTS | _SOME | _PLAIN or (_is_noun(form) and form not in _PARTIES)
    plain = plain and first[1:].islower() and not rest[:1].isupper()
    return written[:1].lower() + written[1:] if plain or form in _DETERMINERS else written


def names_office(speaker: Speaker) -> frozenset[str]:
    """The words of a phrase that points at the holder of an office: "the Kremlin spokesman", "Reed's lawyer".

    Empty where it points at nobody in particular: "a spokesman".
    """
    phrase = read_phrase(speaker.name)
    if phrase is None or speaker.kind != "unnamed" or phrase.noun not in role_heads():
        return frozenset()
    owner = next((place for place, word in enumerate(phrase.words) if word.endswith(("'s", "s'"))), None)
    if owner is None and phrase.lead != "the":
        return frozenset()
    return office_words(" ".join(phrase.words[owner or 0 :])) - {"republican", "democratic", "embattled"}


def office_words(role: str) -> frozenset[str]:
    """The words of a role, those for one office made alike: "Grimm's attorney" is "grimm lawyer"."""
    forms = [fold(role[start:end]).rstrip(".") for start, end in find_words(role)]
    bare = [form.removesuffix("'s").removesuffix("'") for form in forms]
    return frozenset(each for form in bare for each in _SAME.get(form, (form,))) - _DETERMINERS - {"of", "for"}


def office_head(role: str) -> str:
    """The noun of a role, those for one office made alike."""
    forms = [fold(role[start:end]).rstrip(".") for start, end in find_words(role)]
    head = head_forms(forms)
    return _SAME.get(head[-1], (head[-1],))[-1] if head else ""


def short_form(speaker: Speaker) -> str:
    """The noun of a body called by it alone ("the ministry", "the Journal"), else nothing."""
    words = [fold(word) for word in speaker.name.split() if word.lower() not in _DETERMINERS]
    fits = speaker.entity == "body" and len(words) == 1 and words[0] in body_nouns()
    return words[0] if fits and words[0] not in ("house",) else ""


def _is_noun(form: str) -> bool:
    known = (GROUPS, DOCUMENTS, POLLS, HEARSAY, role_heads(), body_nouns(), _MORE)
    return form.endswith("men") or any(form in nouns or _singular(form) in nouns for nouns in known)


_MORE = frozenset(
    "person source people man woman child group company country crowd team family neighbour neighbor "
    "customer patient backer ally lobby fact-checker justice reader user viewer listener "
    "rebel trooper troop agent sailor rescuer campaigner".split()
)


def _singular(form: str) -> str:
    if form.endswith("men"):
        return form[:-3] + "man"
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form
