"""What roles, bodies, outlets and documents are called, from the lexicons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from crossread.lexicon import load_lexicon
from crossread.model import SpeakerKind
from crossread.text.names import body_nouns
from crossread.text.words import fold

DOCUMENTS = frozenset(
    "report reports memo study studies poll polls survey surveys statement document documents letter filing lawsuit "
    "complaint tweet book law bill ruling opinion indictment transcript email emails analysis assessment data "
    "figures record records article story stories editorial paper release communique manifesto post remarks audit "
    "review census research findings warnings speculation rumors rumours".split()
)
GROUPS = frozenset(
    "experts critics officials analysts sources observers supporters opponents people some many others several most "
    "residents witnesses lawmakers republicans democrats conservatives liberals activists advocates voters scientists "
    "economists researchers aides advisers diplomats leaders members prosecutors authorities investigators doctors "
    "protesters users readers pundits commentators strategists lawyers insiders skeptics proponents detractors "
    "historians scholars politicians reporters journalists executives".split()
)
ROLE_MODIFIERS = frozenset(
    "deputy former senior chief state interior foreign defense defence assistant acting opposition exiled longtime "
    "top then press prime vice national security executive managing political military risk legal economic news "
    "general regional federal local house senate party campaign police army navy".split()
)
_STATE_MEDIA = re.compile(
    r"\bstate(?:[- ](?:run|owned|controlled|funded))?"
    r"[ -](?:news|media|television|tv|broadcaster|radio|agency|newspaper)",
    re.I,
)
_PREPOSITIONS = frozenset(("of", "for", "from", "at", "in", "with", "who", "by", "on", "to"))


def role_kind(role: str | None) -> SpeakerKind | None:
    """The kind of person a role speaks of, by the last role noun before a preposition."""
    if not role:
        return None
    head = head_forms([fold(word).rstrip(".,") for word in role.split()])
    for size in (3, 2, 1):
        for i in range(len(head) - size, -1, -1):
            category = _roles().get(" ".join(head[i : i + size]))
            if category:
                return cast(SpeakerKind, category)  # a test holds the file to the kinds there are
    return None


def head_forms(forms: Sequence[str]) -> Sequence[str]:
    """The words up to the first preposition: the head of a noun phrase stands there."""
    for i, form in enumerate(forms):
        if form in _PREPOSITIONS and i:
            return forms[:i]
    return forms


def is_body(role: str) -> bool:
    """Whether a role speaks of a body ("watchdog", "ministry") and not of a person."""
    return any(fold(word) in body_nouns() for word in head_forms(role.split()))


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet or agency we list."""
    return _outlets().get(fold(name)) == "outlet"


def calls_it_state_media(text: str) -> bool:
    """Whether words say of an outlet that it is the state's."""
    return _STATE_MEDIA.search(text) is not None


@cache
def role_heads() -> frozenset[str]:
    """The nouns roles end in: "minister" of "deputy interior minister"."""
    return frozenset(head_forms(term.split())[-1] for term in _roles())


@cache
def _roles() -> dict[str, str]:
    return {entry.term: entry.category for entry in load_lexicon("crossread.data", "roles").entries}


@cache
def _outlets() -> dict[str, str]:
    return {fold(e.term): e.category for e in load_lexicon("crossread.data", "organisations").entries}
