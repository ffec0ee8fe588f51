"""What roles, bodies, outlets and documents are called, from the lexicons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import SpeakerKind
from crossread.text.late import late
from crossread.text.names import body_nouns
from crossread.text.words import fold

DOCUMENTS = frozenset(
    "report reports memo study studies poll polls survey surveys statement document documents letter filing lawsuit "
    "complaint tweet book law bill ruling opinion indictment transcript email emails analysis assessment data "
    "figures record records article story stories editorial paper release communique manifesto post remarks audit "
    "review census research findings warnings speculation rumors rumours ad ads advertisement commercial video website "
    "site blog column op-ed speech testimony newsletter dossier notice affidavit petition subpoena contract agreement "
    "treaty constitution headline caption database guidelines dispatch brief briefing".split()
)
# Said of nobody in particular, unless a word before them says whose: "reports", "there was speculation".
HEARSAY = frozenset("reports speculation rumors rumours rumor rumour talk allegations claims suggestions fears".split())
HEARSAY_ADVERBS = frozenset("reportedly allegedly purportedly supposedly".split())
POLLS = frozenset("poll polls survey surveys polling".split())
GROUPS = frozenset(
    "experts critics officials analysts sources observers supporters opponents people some many others several most "
    "residents witnesses lawmakers republicans democrats conservatives liberals activists advocates voters scientists "
    "economists researchers aides advisers diplomats leaders members prosecutors authorities investigators doctors "
    "protesters users readers pundits commentators strategists lawyers insiders skeptics proponents detractors "
    "historians scholars politicians reporters journalists executives percent majority half third quarter those".split()
)
ROLE_MODIFIERS = frozenset(
    "deputy former senior chief state interior foreign defense defence assistant acting opposition exiled longtime "
    "top then press prime vice national security executive managing political military risk legal economic news "
    "general regional federal local house senate party campaign police army navy human rights civil trade union "
    "community climate labor labour health education retired veteran lead "
    "incoming outgoing interim".split()
)
# Nouns of bodies that names do not end in.
_NOUN_KINDS: dict[str, SpeakerKind] = {
    "tank": "expert", "pac": "politician", "watchdog": "civil_society", "charity": "civil_society",
    "nonprofit": "civil_society", "monitor": "civil_society", "firm": "business", "publisher": "business",
    "outlet": "media", "website": "media",
}  # fmt: skip
_STATE_MEDIA = late(
    r"\bstate(?:[- ](?:run|owned|controlled|funded))?"
    r"[ -](?:news|media|television|tv|broadcaster|radio|agency|newspaper)",
    re.I,
)
# Roles every kind of body has: the body says of which kind the person is.
_ANY_BODY = frozenset(
    "president chairman chairwoman chair director head founder co-founder spokesman spokeswoman spokesperson leader "
    "officer adviser advisor aide official secretary manager boss counsel administrator".split()
)
_PREPOSITIONS = frozenset(("of", "for", "from", "at", "in", "with", "who", "by", "on", "to"))


def role_kind(role: str | None) -> SpeakerKind | None:
    """The kind of person a role speaks of, by the last role noun before a preposition."""
    if not role:
        return None
    forms = [word.rstrip(".,") for word in fold(role).split()]
    head, listed_roles = head_forms(forms), _roles()
    if head and head[-1] in _ANY_BODY:
        listed = next(
            (size for size in (3, 2) if " ".join(head[-size:]) in listed_roles), 1
        )  # "press secretary" is no press
        kind = _side(head[:-listed]) or _side(head_forms(forms[len(head) + 1 :]))
        if kind:
            return kind
    for size in (3, 2, 1):
        for i in range(len(head) - size, -1, -1):
            category = listed_roles.get(" ".join(head[i : i + size]))
            if category:
                return cast(SpeakerKind, category)  # a test holds the file to the kinds there are
    return None


def _side(forms: Sequence[str]) -> SpeakerKind | None:
    """The kind of the body a spokesman or president speaks for, by the last word that tells one."""
    kinds = _body_kinds()
    return next((kinds[form.removesuffix("'s")] for form in reversed(forms) if form.removesuffix("'s") in kinds), None)


def head_forms(forms: Sequence[str]) -> Sequence[str]:
    """The words up to the first preposition: the head of a noun phrase stands there."""
    for i, form in enumerate(forms):
        if form in _PREPOSITIONS and i:
            return forms[:i]
    return forms


def body_kind(name: str) -> SpeakerKind | None:
    """The kind of a body by its listed name, else by the last noun before a preposition that tells it."""
    listed = _body_kinds()
    whole = fold(name)
    if whole in listed:
        return listed[whole]
    for form in reversed(head_forms(whole.split())):
        if form in listed:
            return listed[form]
    return None


def is_body(role: str) -> bool:
    """Whether a role speaks of a body ("watchdog", "ministry") and not of a person."""
    return any(fold(word) in body_nouns() for word in head_forms(role.split()))


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet or agency we list."""
    return fold(name) in _outlets()


def calls_it_state_media(text: str) -> bool:
    """Whether words say of an outlet that it is the state's."""
    # Looked for in small letters first: the pattern, tried at every letter, takes far longer.
    return "state" in text.casefold() and _STATE_MEDIA.search(text) is not None


@from_lexicons
def _body_kinds() -> dict[str, SpeakerKind]:
    """Bodies and the nouns they are called by -> the kind in their note, where that tells one."""
    bodies = load_lexicon("crossread.data", "organisations")
    told = zip(bodies.terms, bodies.categories, bodies.notes, strict=True)
    noted = {fold(term): cast(SpeakerKind, note) for term, category, note in told if note and category != "outlet"}
    return {**_NOUN_KINDS, **noted}


@from_lexicons
def role_heads() -> frozenset[str]:
    """The nouns roles end in: "minister" of "deputy interior minister"."""
    return frozenset(head_forms(term.split())[-1] for term in _roles())


@from_lexicons
def _roles() -> dict[str, str]:
    roles = load_lexicon("crossread.data", "roles")
    return dict(zip(roles.terms, roles.categories, strict=True))


@from_lexicons
def _outlets() -> frozenset[str]:
    bodies = load_lexicon("crossread.data", "organisations")
    listed = dict(zip(map(fold, bodies.terms), bodies.categories, strict=True))
    return frozenset(term for term, category in listed.items() if category == "outlet")
